"""Codes among ratings: taken out with evidence, or asked; never counted as ratings in silence."""

import numpy as np
import pytest

from cx import intake
from cx.intake.survey.answers.code_suspects import suspects
from cx.intake.survey.answers.column import Tally
from cx.records import Choices, Scale
from tests.made.intake_files import of_code
from tests.made.surveys import book, codes, ratings, rows_of, with_code

HEADERS = ["Invoice", "Call", "Visit", "App"]


def survey(*columns, headers=HEADERS):
    return book(rows_of(headers, *columns))


def plain(high=5, count=200):
    return list(ratings(count, 4, high).T)


def satisfaction(workbook, choices=None):
    rows = intake.touchpoints(workbook, choices).rows.set_index("touchpoint")
    return rows["satisfaction"].to_dict(), rows["n"].to_dict(), rows["volume"].to_dict()


@pytest.mark.parametrize("code", [9, 88, 98, 99, -99, 999])
def test_a_number_apart_from_the_scale_is_a_code(code):
    columns = plain()
    seen = intake.understand(survey(with_code(columns[0], code, 10), *columns[1:]))
    assert seen.missing_codes == {"Invoice": (str(code),)}
    finding = next(f for f in seen.findings if f.code.startswith("code_"))
    assert (finding.severity, finding.column, finding.details["n"]) == ("warning", "Invoice", 20)
    assert (seen.scales["Invoice"].minimum, seen.scales["Invoice"].maximum) == (1, 5)


def test_a_code_counts_neither_for_the_mean_nor_for_the_base_nor_for_the_exposure():
    columns = plain()
    means, n, volume = satisfaction(survey(with_code(columns[0], 99, 10), *columns[1:]))
    kept = np.delete(columns[0], np.arange(0, 200, 10))
    assert means["Invoice"] == pytest.approx(kept.mean())
    assert (n["Invoice"], volume["Invoice"], volume["Call"]) == (180, 180, 200)


def test_zero_below_one_whose_givers_are_no_more_critical_is_a_code():
    columns = plain()
    happy = np.argsort(-np.mean(columns[1:], axis=0))[:30]
    coded = columns[0].copy()
    coded[happy] = 0
    seen = intake.understand(survey(coded, *columns[1:]))
    assert seen.missing_codes == {"Invoice": ("0",)}
    finding = of_code(seen.findings, "code_proposed_others")[0]
    assert finding.details["group"] > finding.details["near_group"]
    assert finding.details["mean_without"] > finding.details["mean_with"]


def test_the_outcome_speaks_before_the_other_ratings():
    columns = plain()
    churned = np.where(np.mean(columns, axis=0) < 2.5, "yes", "no")
    coded = columns[0].copy()
    coded[np.flatnonzero(churned == "no")[:40]] = 0
    workbook = survey(coded, *columns[1:], churned, headers=[*HEADERS, "Churned"])
    finding = of_code(intake.understand(workbook).findings, "code_proposed_outcome")[0]
    assert (finding.details["witness"], finding.details["group"]) == ("Churned", 0.0)
    assert finding.details["near_group"] > 0.5


def test_zero_as_the_lowest_answer_of_zero_to_ten_is_a_rating():
    columns = [values - 1 for values in plain(11, 400)]
    seen = intake.understand(survey(*columns))
    assert seen.missing_codes == {}
    assert not [code for code in codes(seen.findings) if code.startswith(("code_", "rating_"))]
    assert {(scale.minimum, scale.maximum) for scale in seen.scales.values()} == {(0, 10)}


def test_where_nothing_tells_both_readings_are_asked():
    columns = plain()
    columns = [np.where(np.arange(200) % 50 == place, 0, one) for place, one in enumerate(columns)]
    seen = intake.understand(survey(*columns))
    asked = [f for f in seen.findings if f.code.startswith(("code_ambiguous", "rating_ambiguous"))]
    assert {f.severity for f in asked} == {"warning"}
    assert {f.column for f in asked} == set(HEADERS)
    assert all(f.details["mean_with"] < f.details["mean_without"] for f in asked)


def test_a_stated_scale_needs_no_question():
    columns = [np.where(np.arange(200) % 40 == 0, 0, one) for one in plain(10)]
    seen = intake.understand(survey(*columns, headers=[f"{name} (0-10)" for name in HEADERS]))
    assert seen.missing_codes == {}
    seen = intake.understand(survey(*columns, headers=[f"{name} (1-10)" for name in HEADERS]))
    assert set(seen.missing_codes.values()) == {("0",)}


def test_codes_that_a_person_names_replace_those_proposed():
    columns = plain()
    coded = with_code(with_code(columns[0], 0, 9), 99, 10)
    seen = intake.understand(survey(coded, *columns[1:]), Choices(missing_codes=("99",), scale=Scale(0, 5)))
    assert seen.missing_codes == {"Invoice": ("99",)}
    assert of_code(seen.findings, "no_answers")[0].details["n"] == 20
    means, n, _ = satisfaction(survey(coded, *columns[1:]), Choices(missing_codes=("99",), scale=Scale(0, 5)))
    kept = coded[coded != 99]
    assert (means["Invoice"], n["Invoice"]) == (pytest.approx(kept.mean()), len(kept))


def test_two_codes_side_by_side_are_both_found():
    columns = plain()
    coded = with_code(columns[0], 99, 10)
    coded[1::10] = 98
    assert set(intake.understand(survey(coded, *columns[1:])).missing_codes["Invoice"]) == {"98", "99"}
    assert satisfaction(survey(coded, *columns[1:]))[1]["Invoice"] == 160


def test_no_codes_at_all_when_a_person_says_so():
    columns = plain()
    coded = with_code(columns[0], 0, 10)
    seen = intake.understand(survey(coded, *columns[1:]), Choices(missing_codes=()))
    assert seen.missing_codes == {}
    means, n, _ = satisfaction(survey(coded, *columns[1:]), Choices(missing_codes=(), scale=Scale(0, 5)))
    assert (means["Invoice"], n["Invoice"]) == (pytest.approx(coded.mean()), 200)


def test_words_for_not_met_and_for_no_answer_are_told_apart():
    columns = plain()
    spoken = [*(["n.v.t."] * 20), *(["weet niet"] * 10), *(["-"] * 5), *columns[0][35:]]
    workbook = survey(spoken, *columns[1:])
    seen = intake.understand(workbook)
    assert set(seen.missing_codes["Invoice"]) == {"n.v.t.", "weet niet", "-"}
    assert of_code(seen.findings, "words_not_met")[0].details["n"] == 25
    assert of_code(seen.findings, "words_no_answer")[0].details["n"] == 10
    means, n, volume = satisfaction(workbook)
    assert (n["Invoice"], volume["Invoice"]) == (165, 175)
    assert means["Invoice"] == pytest.approx(columns[0][35:].mean())


def test_blanks_beside_a_code_are_asked():
    columns = plain()
    mixed = [*(["n.v.t."] * 20), *([None] * 30), *columns[0][50:]]
    workbook = survey(mixed, *columns[1:])
    assert of_code(intake.understand(workbook).findings, "blanks_ambiguous")[0].details["n"] == 30
    assert satisfaction(workbook)[2]["Invoice"] == 150
    chosen = Choices(blanks="no_answer")
    assert of_code(intake.understand(workbook, chosen).findings, "blanks_ambiguous") == []
    assert satisfaction(workbook, chosen)[2]["Invoice"] == 180


def test_few_blanks_beside_a_code_are_told_and_not_asked():
    columns = plain()
    mixed = [*(["n.v.t."] * 20), *([None] * 9), *columns[0][29:]]
    seen = intake.understand(survey(mixed, *columns[1:]))
    (told,) = of_code(seen.findings, "blanks_few")
    assert (told.severity, told.details["n"], told.details["percent"]) == ("info", 9, 6)
    assert (seen.questions, seen.blanks_unclear) == ((), True)


def test_six_above_five_in_one_column_only():
    columns = plain()
    middling = np.argsort(np.mean(columns[1:], axis=0))[:60:2]
    coded = columns[0].copy()
    coded[middling] = 6
    seen = intake.understand(survey(coded, *columns[1:]))
    assert seen.missing_codes == {"Invoice": ("6",)}


def test_what_lies_outside_a_given_scale_and_is_no_code_is_left_out_and_told():
    columns = plain()
    wrong = columns[0].copy()
    wrong[7] = 50
    seen = intake.understand(survey(wrong, *columns[1:]), Choices(scale=Scale(1, 5)))
    told = of_code(seen.findings, "ratings_outside")[0]
    assert (told.severity, told.details["n"], told.details["example"]) == ("error", 1, 50.0)


def test_rare_numbers_below_zero_beside_one_to_ten_may_be_codes_and_a_scale_with_two_sides_has_none():
    ten = Tally(np.array([-5.0, -2, -1, 1, 2, 3, 4, 5, 10]), np.array([4, 3, 3, 9, 9, 9, 9, 9, 9]))
    assert [one.code for one in suspects(ten)] == [-5, -2, -1]
    for values, counts in (([-3.0, -2, -1, 1, 2, 3], [2, 2, 2, 9, 9, 9]), ([-3.0, -2, -1, 1, 2], [9] * 5)):
        assert suspects(Tally(np.array(values), np.array(counts))) == []
