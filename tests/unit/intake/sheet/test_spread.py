"""One question whose answers have a column each: which columns are gathered, and which are left alone."""

import csv
import io

import numpy as np
import openpyxl
import pytest

from cx import intake
from cx.intake.sheet import table_of
from cx.records import Choices
from tests.made.intake_files import saved

ENGLISH = ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"]
DUTCH = ["Zeer ontevreden", "Ontevreden", "Neutraal", "Tevreden", "Zeer tevreden"]
GERMAN = ["sehr unzufrieden", "unzufrieden", "teils/teils", "zufrieden", "sehr zufrieden"]
POLISH = ["Fatalnie", "Tak sobie", "Znakomicie"]


def text(rows, *, between=";"):
    target = io.StringIO()
    csv.writer(target, delimiter=between).writerows(rows)
    return target.getvalue().encode()


def table(rows):
    return table_of(intake.read(text(rows), "answers.csv").sheets[0])


def picked(many, wide, seed=3, blank=0.1):
    """Return for each respondent the answer to one question, or none."""
    chance = np.random.default_rng(seed)
    return [None if chance.random() < blank else int(chance.integers(wide)) for _ in range(many)]


def ticks(answer, wide, yes, no=""):
    """Return the cells of one question: ``yes`` is one sign, or one for each answer."""
    return [(yes if isinstance(yes, str) else yes[at]) if at == answer else no for at in range(wide)]


def shown(found, place):
    return [found.columns[place].cell(row).shown for row in range(found.height)]


@pytest.mark.parametrize(
    ("header", "answers", "yes", "no"),
    [
        ("{question}: {answer}", ENGLISH, "1", "0"),
        ("How do you rate {question}? [{answer}]", ENGLISH, "Yes", "No"),
        ("{question} - {answer}", DUTCH, "x", ""),
        ("{question} ({answer})", GERMAN, GERMAN, ""),
        ("{answer} | {question}", DUTCH, "WAAR", "ONWAAR"),
        ("{question} {answer}", ENGLISH, "✓", ""),
        ("{question}_{answer}", ["1", "2", "3", "4", "5"], "1", "0"),
        ("{question}: {answer}", ["1", "2", "3", "4", "5"], ["1", "2", "3", "4", "5"], ""),
        ("{question}: {answer}", POLISH, "1", "0"),
        ("{question} / {answer}", [*DUTCH, "N.v.t."], "Ja", "Nee"),
    ],
)
def test_answers_over_columns_become_one_column_a_question(header, answers, yes, no):
    wide, names = len(answers), ("Checkout", "Doorstep", "Help line")
    heads = [header.format(question=name, answer=answer) for name in names for answer in answers]
    given = [picked(30, wide, seed, blank=0) for seed in (1, 2, 3)]
    rows = [
        [row + 1, *(cell for one in given for cell in ticks(one[row], wide, yes, no))] for row in range(30)
    ]
    found = table([["ID", *heads], *rows])
    assert len(found.headers) == 4
    assert all(name in head for name, head in zip(names, found.headers[1:], strict=True))
    assert [shown(found, place) for place in (1, 2, 3)] == [[answers[at] for at in one] for one in given]


def test_columns_that_alternate_between_questions_are_gathered_too():
    heads = [f"{answer}: {name}" for answer in ENGLISH for name in ("Bill", "Visit")]
    bill, visit = picked(40, 5, 1), picked(40, 5, 2)
    rows = [[int(one[row] == at) for at in range(5) for one in (bill, visit)] for row in range(40)]
    found = table([heads, *rows])
    assert found.headers == ("Bill", "Visit")
    assert shown(found, 0) == ["" if at is None else ENGLISH[at] for at in bill]


def test_a_question_above_its_answers_names_the_column():
    question = "Jak bardzo są Państwo zadowoleni z wizyty technika?"
    given = picked(30, 3, blank=0)
    rows = [[900 + at, *ticks(answer, 3, POLISH), answer + 4] for at, answer in enumerate(given)]
    found = table([["ID", question, "", "", "Polecenie"], ["", *POLISH, ""], *rows])
    assert found.header_rows == (1, 2)
    assert (found.headers, found.letters) == (("ID", question, "Polecenie"), ("A", "B", "E"))
    assert shown(found, 1) == [POLISH[at] for at in given]


def test_one_question_may_be_all_there_is():
    given = picked(30, 5, blank=0)
    found = table([["How was it?", *[""] * 4], DUTCH, *(ticks(answer, 5, DUTCH) for answer in given)])
    assert (found.header_rows, found.headers) == ((1, 2), ("How was it?",))
    assert shown(found, 0) == [DUTCH[at] for at in given]


def test_a_question_merged_over_its_answers_names_the_column():
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.append(["Nr", "Wie war die Lieferung?", *[None] * 4, "Alter"])
    sheet.append([None, *GERMAN, None])
    given = picked(25, 5, blank=0)
    for at, answer in enumerate(given):
        sheet.append([at + 1, *(cell or None for cell in ticks(answer, 5, GERMAN)), 30 + at])
    sheet.merge_cells("B1:F1")
    found = table_of(intake.read(saved(made), "antworten.xlsx").sheets[0])
    assert found.headers == ("Nr", "Wie war die Lieferung?", "Alter")
    assert shown(found, 1) == [GERMAN[at] for at in given]


def test_findings_keep_the_letters_of_the_sheet():
    given = picked(30, 5, blank=0)
    heads = ["ID", *(f"Bill: {one}" for one in ENGLISH), *(f"Visit: {one}" for one in ENGLISH)]
    rows = [[at, *ticks(one, 5, "1", "0"), *ticks(one, 5, "1", "0")] for at, one in enumerate(given)]
    workbook = intake.read(text([heads, *rows]), "a.csv")
    found = table_of(workbook.sheets[0])
    assert found.letter(2, 4) == "GHIJK"[given[4]]
    said = [one.details for one in intake.understand(workbook).findings if one.code == "answers_gathered"]
    assert said == [{"n": 2, "columns": "B–F, G–K"}]


@pytest.mark.parametrize(
    ("answers", "unknown"),
    [(ENGLISH, "Don't know"), (DUTCH, "Weet niet"), (GERMAN, "weiß nicht")],
)
def test_a_code_has_the_letter_of_its_own_column(answers, unknown):
    given = [0, 5, *picked(40, 6, blank=0)]
    heads = ["ID", *(f"Bill: {one}" for one in (*answers, unknown))]
    rows = [[at, *ticks(one, 6, "1", "0")] for at, one in enumerate(given)]
    found = intake.understand(intake.read(text([heads, *rows]), "a.csv"))
    (code,) = [one for one in found.codes if one.code == unknown]
    assert (code.letter, code.n) == ("G", given.count(5))


def test_columns_that_a_person_names_stay_apart():
    given = picked(30, 5, blank=0)
    heads = ["ID", *(f"Bill: {one}" for one in ENGLISH)]
    workbook = intake.read(
        text([heads, *([at, *ticks(one, 5, "1", "0")] for at, one in enumerate(given))]), "a"
    )
    seen = intake.understand(workbook, Choices(roles={"Bill: Neutral": "exposure"}))
    assert [column.header for column in seen.columns] == heads


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        pytest.param(
            [f"Used: {name}" for name in ("App", "Shop", "Phone")],
            [[1, 1, 0], [0, 1, 1], [1, 0, 0], [0, 0, 1], [1, 1, 1], [0, 1, 0]] * 5,
            id="ticks of which several are taken",
        ),
        pytest.param(
            [f"Used: {name}" for name in ("App", "Shop", "Phone")],
            [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 0]] * 5,
            id="choices that are no answers",
        ),
        pytest.param(
            [f"Q1_{number}" for number in range(1, 6)],
            [[1, 0, 1, 1, 0], [0, 1, 1, 0, 1], [1, 1, 1, 1, 1]] * 10,
            id="yes and no to several items",
        ),
        pytest.param(
            [f"Q1_{number}" for number in range(1, 4)],
            [[5, 4, 5], [3, 2, 1]] * 10,
            id="ratings of two answers",
        ),
        pytest.param(
            [f"Bill: {name}" for name in ("Satisfied", "Important", "Volume")],
            [[5, 4, 10], [3, 2, 11], [4, 4, 12]] * 5,
            id="measures of one touchpoint",
        ),
        pytest.param(
            [f"Moment {number}" for number in range(1, 5)],
            [[3, "", "", ""], ["", 4, "", ""], ["", "", 2, ""], ["", "", "", 5]] * 3 + [[1, 2, 3, 4]],
            id="one touchpoint rated by each",
        ),
    ],
)
def test_what_is_no_single_question_is_left_alone(heads, rows):
    found = table([["ID", *heads], *([at, *row] for at, row in enumerate(rows))])
    assert (found.headers, found.gathered) == (("ID", *heads), {})
