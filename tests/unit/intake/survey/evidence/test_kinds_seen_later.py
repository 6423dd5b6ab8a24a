"""Kinds of surveys that came later: codes, degrees of yes, parts of a year, rows that sum up."""

import numpy as np
import pytest

from cx import intake
from tests.made.intake_files import of_code, roles
from tests.made.odd.statistics_files import labelled
from tests.made.surveys import book, ratings, rows_of

COUNT = 90
ITEMS = ("Doorstep", "Chat", "Bill", "Repair")


def survey(values, *more, headers=ITEMS):
    """Return a workbook of ratings under the items, with further columns before them."""
    names = [name for name, _ in more]
    return book(rows_of([*names, *headers], *(cells for _, cells in more), *values.T))


def means(workbook):
    found = intake.touchpoints(workbook).rows
    return dict(zip(found["touchpoint"], found["satisfaction"], strict=True))


def without(values, codes):
    return np.where(np.isin(values, codes), np.nan, values)


@pytest.mark.parametrize("codes", [(997, 999), (66, 77), (95, 98), (8888,), (-6, -999)])
def test_a_code_is_known_by_its_form_whatever_its_width(codes):
    values = ratings(COUNT, 4, high=5)
    for at, code in enumerate(codes * 5):
        values[at :: COUNT // 2, at % 4] = code
    found = intake.understand(survey(values))
    expected = dict(zip(ITEMS, np.nanmean(without(values, codes), axis=0), strict=True))
    said = {code for held in found.missing_codes.values() for code in held}
    assert said == {str(code) for code in codes}
    assert means(survey(values)) == pytest.approx(expected)


def test_a_label_far_from_all_others_names_no_step_in_any_language():
    values = ratings(COUNT, 3, high=10) - 1
    values[::9] = 99
    ends = {0.0: "Καθόλου", 10.0: "Απόλυτα", 99.0: "Δεν ξέρω"}
    columns = {name: values[:, at] for at, name in enumerate("abc")}
    found = intake.touchpoints(intake.read(labelled(columns, {}, dict.fromkeys(columns, ends)), "a.sav"))
    assert (found.scale.minimum, found.scale.maximum) == (0, 10)
    expected = np.nanmean(without(values, [99]), axis=0)
    assert found.rows["satisfaction"].tolist() == pytest.approx(expected.tolist())


def test_yes_with_a_degree_is_a_scale_and_not_to_have_needed_it_is_none():
    words = np.array(["No", "Yes, to some extent", "Yes, definitely"])
    steps = np.clip(ratings(COUNT, 3, high=3), 1, 3).astype(int)
    said = words[steps - 1].astype(object)
    said[::10] = "I did not need this"
    kept = np.where(said == "I did not need this", np.nan, steps)
    found = means(survey(said, headers=ITEMS[:3]))
    assert found == pytest.approx(dict(zip(ITEMS[:3], np.nanmean(kept, axis=0), strict=True)))


@pytest.mark.parametrize(("header", "most", "role"), [("Semester", 9, "ignore"), ("Quarter", 4, "period")])
def test_more_than_the_calendar_has_is_no_period(header, most, role):
    part = [1 + at * 7 % most for at in range(COUNT)]
    found = intake.understand(survey(ratings(COUNT, 4), (header, part)))
    assert roles(found)[header] == role


def test_steps_of_a_half_or_of_two_and_a_half_are_answers():
    values = ratings(COUNT, 4, high=4) * 2.5
    workbook = survey(
        values, ("Stay", [f"HB{at}" for at in range(COUNT)]), ("Nights", [1 + at % 6 for at in range(COUNT)])
    )
    assert set(means(workbook)) == set(ITEMS)


def test_rows_below_that_hold_the_means_and_spreads_of_all_are_no_respondents():
    values = ratings(COUNT, 4)
    rows = rows_of(["Nr", *ITEMS], range(1, COUNT + 1), *values.T)
    rows += [["Mean", *np.round(values.mean(axis=0), 2)], ["SD", *np.round(values.std(axis=0, ddof=1), 2)]]
    found = intake.understand(book(rows))
    assert len(of_code(found.findings, "total_respondent")) == 2
    assert means(book(rows)) == pytest.approx(dict(zip(ITEMS, values.mean(axis=0), strict=True)))


def test_a_stage_says_what_people_answered_about_though_addresses_stand_beside():
    values = ratings(COUNT, 1)
    stages = [ITEMS[at % 4] for at in range(COUNT)]
    mail = [f"p{at}@example.com" for at in range(COUNT)]
    rows = rows_of(["Person Email", "Journey Stage", "Score"], mail, stages, *values.T)
    assert set(means(book(rows))) == set(ITEMS)


def test_the_same_sign_behind_numbers_in_several_columns_makes_answers_of_them():
    values = ratings(COUNT, 3).astype(int)
    said = np.array([[f"{one}星" for one in row] for row in values], dtype=object)
    found = means(survey(said, ("订单", [f"DD{at}" for at in range(COUNT)]), headers=ITEMS[:3]))
    assert found == pytest.approx(dict(zip(ITEMS[:3], values.mean(axis=0), strict=True)))


def test_marks_to_twenty_are_ratings_where_headers_say_so():
    values = ratings(COUNT, 3, high=20)
    headers = [f"{name} (nota de 0 a 20)" for name in ITEMS[:3]]
    workbook = survey(values, ("Aluno", [f"a{at}" for at in range(COUNT)]), headers=headers)
    scale = intake.touchpoints(workbook).scale
    assert (scale.minimum, scale.maximum) == (0, 20)


def test_where_only_the_top_is_said_a_zero_is_the_lowest_mark():
    values = ratings(COUNT, 1, high=10)
    values[3] = 0
    themes = [ITEMS[at % 4] for at in range(COUNT)]
    rows = rows_of(["Dossier", "Motif", "Note /10"], [f"D-{at}" for at in range(COUNT)], themes, *values.T)
    found = intake.understand(book(rows))
    assert (found.scales["Note /10"].minimum, found.missing_codes) == (0, {})


def test_a_scale_in_brackets_is_no_question_that_columns_share():
    values = ratings(COUNT, 4, high=10)
    headers = ["Sales (0-10)", "Support (0-10)", "Renewal (0-10)", "Likelihood to recommend (0-10)"]
    found = intake.understand(survey(values, headers=headers))
    assert roles(found)[headers[-1]] == "outcome"
