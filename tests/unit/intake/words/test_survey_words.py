"""Answers in words become numbers, with the mapping told."""

import pytest

from cx import intake
from cx.intake.words.answers import code_kind, spoken
from tests.made.intake_files import of_code
from tests.made.surveys import book, ratings, rows_of

FIVE = ["zeer ontevreden", "ontevreden", "neutraal", "tevreden", "zeer tevreden"]


def numbers(*texts):
    return spoken([list(texts)])[0].numbers


def test_dutch_satisfaction():
    assert numbers(*FIVE) == {text: place for place, text in enumerate(FIVE, 1)}


@pytest.mark.parametrize(
    "texts",
    [
        ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"],
        ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"],
        ["helemaal mee oneens", "mee oneens", "neutraal", "mee eens", "helemaal mee eens"],
        ["sehr unzufrieden", "unzufrieden", "neutral", "zufrieden", "sehr zufrieden"],
        ["très insatisfait", "insatisfait", "neutre", "satisfait", "très satisfait"],
        ["poor", "fair", "good", "very good", "excellent"],
        ["nooit", "zelden", "soms", "vaak", "altijd"],
        ["zeer slecht", "slecht", "matig", "goed", "zeer goed"],
    ],
)
def test_scales_of_five_climb_from_one_to_five(texts):
    assert [numbers(*texts)[text] for text in texts] == [1, 2, 3, 4, 5]


def test_seven_steps_with_weak_and_strong_words():
    texts = [
        "very dissatisfied", "dissatisfied", "somewhat dissatisfied", "neutral", "somewhat satisfied",
        "satisfied", "very satisfied",
    ]  # fmt: skip
    assert [numbers(*texts)[text] for text in texts] == [1, 2, 3, 4, 5, 6, 7]


def test_numbers_beside_words_are_taken_as_they_stand():
    assert numbers("Dis-agree (2)", "indifferent  (3)", "Agree (4)") == {
        "Dis-agree (2)": 2, "indifferent  (3)": 3, "Agree (4)": 4,
    }  # fmt: skip
    assert numbers("10 - zeer tevreden", "1 = zeer ontevreden") == {
        "10 - zeer tevreden": 10, "1 = zeer ontevreden": 1,
    }  # fmt: skip


def test_an_answer_that_one_column_lacks_does_not_shorten_its_scale():
    short, long = spoken([["tevreden", "ontevreden"], FIVE])
    assert short.numbers == {"tevreden": 4, "ontevreden": 2}
    assert (short.low, short.high) == (long.low, long.high) == (1, 5)


def test_other_texts_are_no_scale():
    assert spoken([["Eco", "Business"], ["Male", "Female"], ["satisfied", "neutral or dissatisfied"]]) == [
        None, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [("N/A", "not_met"), ("n.v.t.", "not_met"), ("-", "not_met"), ("Weet ik niet", "no_answer"),
     ("Don't know", "no_answer"), ("Geen mening", "no_answer"), ("tevreden", None)],
)  # fmt: skip
def test_codes_in_words(text, kind):
    assert code_kind(text) == kind


def test_a_survey_in_words_gives_touchpoints_and_tells_the_mapping():
    answers = [[FIVE[int(value) - 1] for value in column] for column in ratings(60, 3).T]
    answers[0][:6] = ["n.v.t."] * 6
    seen = intake.understand(book(rows_of(["Factuur", "Telefoon", "Bezoek"], *answers)))
    assert seen.shape == "responses"
    assert seen.text_scales["Telefoon"] == {text: place for place, text in enumerate(FIVE, 1)}
    told = of_code(seen.findings, "text_scale")[0]
    assert told.details["mapping"].startswith("zeer ontevreden = 1, ontevreden = 2")
    rows = intake.touchpoints(book(rows_of(["Factuur", "Telefoon", "Bezoek"], *answers))).rows
    expected = ratings(60, 3).T[0][6:].mean()
    assert rows["satisfaction"].iloc[0] == pytest.approx(expected)
    assert rows["n"].tolist() == [54, 60, 60]


def test_a_remark_among_answers_in_words_is_told_and_the_rest_counts():
    answers = [[FIVE[int(value) - 1] for value in column] for column in ratings(200, 3).T]
    answers[0][7] = "see my letter"
    workbook = book(rows_of(["Factuur", "Telefoon", "Bezoek"], *answers))
    assert intake.touchpoints(workbook).rows["n"].tolist() == [199, 200, 200]
    assert [
        finding.details["n"] for finding in of_code(intake.understand(workbook).findings, "text_in_ratings")
    ] == [1]


def test_texts_among_ratings_are_counted_and_the_first_is_named():
    columns = [list(column) for column in ratings(60, 3).T]
    columns[1][4] = "see my letter"
    seen = intake.understand(book(rows_of(["Invoice", "Call", "Visit"], *columns)))
    told = of_code(seen.findings, "text_in_ratings")[0]
    assert (told.severity, told.column, told.details["first"], told.details["n"]) == (
        "error",
        "Call",
        "B6",
        1,
    )


def test_first_letters_of_answers():
    assert numbers("SD", "D", "N", "A", "SA") == {"SD": 1, "D": 2, "N": 3, "A": 4, "SA": 5}
    assert numbers("VS", "S", "D", "VD") == {"VD": 1, "D": 2, "S": 3, "VS": 4}
    assert spoken([["XS", "S", "M", "L", "XL"], ["A", "D"]]) == [None, None]
    assert numbers("Very unfavorably", "Somewhat unfavorably", "Somewhat favorably", "Very favorably")
    assert code_kind("Unfamiliar (N/A)") == "not_met"
