"""Which sheet of a workbook is used: the one with most rows under columns that have roles."""

import numpy as np
import openpyxl
import pytest

from cx import intake
from tests.made.intake_files import saved

ITEMS = ["Rejestracja", "Montaż", "Faktura", "Pomoc"]
REGIONS = ["Północ", "Południe", "Zachód"]


def responses(height=60, seed=2):
    chance = np.random.default_rng(seed)
    rows = [
        [at + 1, str(chance.choice(REGIONS)), *(int(chance.integers(1, 6)) for _ in ITEMS)]
        for at in range(height)
    ]
    return [["Nr", "Region", *ITEMS], *rows]


def pivot(rows):
    counts = [[one, sum(row[1] == one for row in rows[1:])] for one in REGIONS]
    return [["Row Labels", "Count of Nr"], *counts, ["Grand Total", len(rows) - 1]]


CHART = [["Score", "Share"], [1, 0.1], [2, 0.15], [3, 0.2], [4, 0.3], [5, 0.25]]
BOXES = [["Ocena", "Ocena", "Ocena"], *([5, 4, 3], [3, 4, 1], [1, 2, 5], [2, 2, 4]) * 3]
CODES = [["Question", "Text"], ["Q1", "Rejestracja"], ["Q2", "Montaż"], ["Q3", "Faktura"]]
TABLE = [["Touchpoint", "Satisfaction", "Volume"], *([f"Step {at}", 6 + at / 10, 100] for at in range(30))]


def seen(**sheets):
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return intake.understand(intake.read(saved(made), "book.xlsx"))


@pytest.mark.parametrize("first", [pivot(responses()), CHART, BOXES, CODES])
def test_the_sheet_with_the_answers_is_used_wherever_it_stands(first):
    before, after = seen(Small=first, Data=responses()), seen(Data=responses(), Small=first)
    assert (before.sheet, before.shape) == (after.sheet, after.shape) == ("Data", "responses")
    assert not {"sheet_ambiguous"} & {one.code for one in (*before.findings, *after.findings)}


def test_a_table_of_touchpoints_is_used_before_lists_and_its_own_chart():
    found = seen(List=CODES, Chart=CHART, Table=TABLE)
    assert (found.sheet, found.shape, found.row_count) == ("Table", "touchpoints", 30)


def test_a_filtered_copy_of_the_answers_is_asked_about():
    rows = responses()
    found = seen(Data=rows, Part=[rows[0], *rows[1:50]])
    assert found.sheet == "Data"
    assert [one.details["other"] for one in found.findings if one.code == "sheet_ambiguous"] == ["Part"]


NAMES = ("Pojistka", "Volani", "Schuzka", "Platba", "Stiznost", "Obnova", "Aplikace", "Dopis")
SCORES = (7.1, 6.4, 8.2, 5.9, 7.7, 6.8, 7.4, 6.1)
MEASURED = [["kde", "jak"], *([name, score] for name, score in zip(NAMES, SCORES, strict=True))]


@pytest.mark.parametrize(
    "other",
    [
        [["Touchpoint", "Satisfaction"], *([name, "How happy they are, as asked"] for name in NAMES)],
        [["Touchpoint", "Satisfaction"], *([name, None] for name in NAMES)],
    ],
    ids=["a glossary", "an empty form"],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_sheet_with_numbers_is_chosen_before_one_that_only_has_the_names(other, first):
    sheets = {"Terms": other, "List": MEASURED}
    found = seen(**(sheets if first else dict(reversed(sheets.items()))))
    assert found.source.sheet == "List"
