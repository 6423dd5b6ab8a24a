"""How many gave each answer, a row an answer or a sheet a question: mean, number and spread."""

import pytest

from cx import intake
from cx.records import Choices
from tests.made.intake_files import csv, of_code, points, table, understood, workbook_bytes

WORDS = {
    "en": (("Touchpoint", "Answer", "Count"), ("Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied",
                                               "Very satisfied"), "Don't know", "Total"),
    "nl": (("Contactmoment", "Antwoord", "Aantal"), ("Zeer ontevreden", "Ontevreden", "Neutraal", "Tevreden",
                                                     "Zeer tevreden"), "Weet niet", "Totaal"),
    "de": (("Kontaktpunkt", "Antwort", "Anzahl"), ("Sehr unzufrieden", "Unzufrieden", "Neutral", "Zufrieden",
                                                   "Sehr zufrieden"), "Weiß nicht", "Gesamt"),
}  # fmt: skip
COUNTS = {"Parcel": (3, 5, 20, 60, 40), "Invoice": (10, 20, 30, 20, 10), "App": (0, 2, 8, 40, 50)}
MEANS = [4.0078125, 3.0, 4.38]
SPREADS = [0.9178552006124596, 1.1611694995742754, 0.7216703408122581]


def long(lang, *, unanswered=0):
    headers, answers, unknown, total = WORDS[lang]
    rows = [list(headers)]
    for name, counts in COUNTS.items():
        rows += [[name, answer, count] for answer, count in zip(answers, counts, strict=True)]
        if unanswered:
            rows += [[name, unknown, unanswered], [name, total, sum(counts) + unanswered]]
    return rows


@pytest.mark.parametrize("lang", WORDS)
@pytest.mark.parametrize("unanswered", [0, 7])
def test_a_row_for_each_answer(lang, unanswered):
    found = points(long(lang, unanswered=unanswered))
    assert found.rows["touchpoint"].tolist() == list(COUNTS)
    assert found.rows["satisfaction"].tolist() == MEANS
    assert found.rows["n"].tolist() == [128, 90, 100]
    assert found.rows["sd"].tolist() == pytest.approx(SPREADS)
    assert (found.scale.minimum, found.scale.maximum) == (1, 5)
    assert of_code(found.findings, "answers_in_rows")[0].details["n"] == 3


def test_shuffled_rows_and_left_out_zeros_change_nothing():
    headers, *rows = long("en")
    mixed = [row for row in rows[::2] + rows[1::2][::-1] if row[2]]
    found = points([headers, *mixed]).rows.set_index("touchpoint")
    assert found.loc[list(COUNTS), "satisfaction"].tolist() == MEANS


def test_each_period_by_itself():
    headers, *rows = long("en")
    both = [[*row, "2025"] for row in rows] + [[row[0], row[1], 2 * row[2], "2026"] for row in rows]
    found = points([[*headers, "Year"], *both])
    assert found.rows["n"].tolist() == [128, 90, 100, 256, 180, 200]
    assert found.rows["period"].tolist() == ["2025"] * 3 + ["2026"] * 3


def test_numbers_as_answers_need_headers_that_say_so():
    rows = [[name, step, count] for name, counts in COUNTS.items() for step, count in enumerate(counts, 1)]
    found = points([["Touchpoint", "Rating", "Number of answers"], *rows])
    assert found.rows["satisfaction"].tolist() == MEANS
    weeks = understood([["Touchpoint", "Week", "Volume"], *rows])
    assert not of_code(weeks.findings, "answers_in_rows")


@pytest.mark.parametrize(
    "text",
    [
        "Touchpoint;Priority;Volume\nA;high;10\nA;low;20\nB;high;5\nB;low;6\n",
        "Touchpoint;Segment;Satisfaction\nA;x;7,1\nA;y;6,2\nA;z;5,5\nB;x;7,7\nB;y;6,8\nB;z;5,2\n",
        "Touchpoint;Answer;Count\nA;Satisfied;1\nA;Satisfied;2\nB;Neutral;1\nB;Dissatisfied;3\n",
    ],
)
def test_other_tables_are_left(text):
    assert not of_code(intake.understand(csv(text)).findings, "answers_in_rows")


def sheets(lang, *, titled=True, other=None):
    headers, answers, _, total = WORDS[lang]
    found = {}
    for name, counts in COUNTS.items():
        title = [[f"How satisfied are you with: {name}?"]] if titled else []
        rows = [[answer, count] for answer, count in zip(answers, counts, strict=True)]
        found[name if not titled else f"Q{len(found) + 1}"] = [
            *title, list(headers[1:]), *rows, [total, sum(counts)],
        ]  # fmt: skip
    return found | (other or {})


@pytest.mark.parametrize("lang", WORDS)
@pytest.mark.parametrize("titled", [True, False])
def test_a_sheet_for_each_question(lang, titled):
    first, *rest = sheets(lang, titled=titled).items()
    book = intake.read(workbook_bytes(first[1], name=first[0], **dict(rest)), "summary.xlsx")
    found = intake.touchpoints(book)
    assert found.rows["touchpoint"].tolist() == list(COUNTS)
    assert found.rows["satisfaction"].tolist() == MEANS
    assert found.rows["n"].tolist() == [128, 90, 100]
    (told,) = of_code(found.findings, "question_sheets")
    assert told.details["sheets"] == ", ".join(sheets(lang, titled=titled))
    assert not of_code(found.findings, "other_sheets")


def test_a_sheet_of_another_form_is_said_and_can_be_chosen():
    other = {"Extra": [["How easy was it?"], ["Answer", "Count"], ["Very difficult", 1], ["Difficult", 2],
                       ["Easy", 3], ["Very easy", 4]]}  # fmt: skip
    first, *rest = sheets("en", other=other).items()
    book = intake.read(workbook_bytes(first[1], name=first[0], **dict(rest)), "summary.xlsx")
    found = intake.understand(book)
    assert of_code(found.findings, "question_sheets_differ")[0].details["sheets"] == "Extra"
    assert not of_code(intake.understand(book, Choices(sheet="Q1")).findings, "question_sheets")


def test_sheets_of_touchpoints_are_not_put_together():
    rows = [["Touchpoint", "Satisfaction"], ["A", 7.1], ["B", 6.4], ["C", 5.5], ["D", 8.0]]
    book = table(rows, Other=rows)
    assert not of_code(intake.understand(book).findings, "question_sheets")
