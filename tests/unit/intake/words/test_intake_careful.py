"""Files that a careful person reads at once: dates, faces, two languages, headings and subtotals."""

import datetime as dt

import openpyxl
import pytest

from cx import intake
from cx.errors import FileError
from cx.intake.survey.answers.notices import _short
from cx.intake.words.answers import code_kind, spoken
from cx.intake.words.faces import drawn_faces
from cx.records import Choices
from tests.made.intake_files import csv, of_code, places, roles, saved, table, understood
from tests.made.surveys import book, codes, rows_of

HEADERS = ["Invoice", "Call", "Visit"]
FIVES = [[1, 2, 3, 4, 5] * 20, [2, 3, 4, 5, 5] * 20, [5, 4, 3, 2, 1] * 20]


def test_a_column_named_touchpoint_wins_from_one_named_moment():
    lines = [f"{at};{1 + at % 28:02d}-03-2026 10:04;{HEADERS[at % 3]}" for at in range(60)]
    read = intake.understand(csv("\n".join(["Customer;Moment;Touchpoint", *lines])))
    assert read.shape == "contacts"
    assert roles(read)["Touchpoint"] == "touchpoint"
    assert of_code(read.findings, "two_columns") == []


def test_two_columns_of_ratings_beside_respondents_are_answers():
    rows = [["Respondent", "Invoice (0-10)", "App (0-10)"]] + [
        [at, at % 11, (at * 3) % 11] for at in range(1, 31)
    ]
    read = understood(rows)
    assert read.shape == "responses"
    assert [roles(read)[name] for name in rows[0]] == ["respondent", "rating", "rating"]


@pytest.mark.parametrize("different", [15, 30, 84])
def test_days_of_interviews_are_no_periods(different):
    days = [dt.datetime(2026, 3, 1) + dt.timedelta(days=at % different) for at in range(100)]
    found = intake.touchpoints(book(rows_of(["Date", *HEADERS], days, *FIVES)))
    assert found.periods == ()
    assert found.rows["n"].tolist() == [100, 100, 100]


def test_days_that_a_person_calls_periods_become_quarters_everywhere():
    days = [dt.datetime(2026, 1 + at % 6, 1 + at % 28) for at in range(100)]
    survey = book(rows_of(["Date", *HEADERS, "NPS"], days, *FIVES, [at % 11 for at in range(100)]))
    choices = Choices(roles={"Date": "period"})
    found = intake.touchpoints(survey, choices)
    assert found.periods == ("Q1 2026", "Q2 2026")
    assert len(found.rows) == 6
    assert [finding.column for finding in of_code(found.findings, "periods_from_time")] == ["Date"]
    assert set(intake.responses(survey, choices).rows["Date"]) == {"Q1 2026", "Q2 2026"}


def test_a_mean_with_one_code_leaves_the_other_code_out():
    values = [5, 4, 3, 2, 1] * 20
    coded = [98 if at % 10 == 0 else 99 if at % 10 == 1 else one for at, one in enumerate(values)]
    read = intake.understand(book(rows_of(HEADERS, coded, FIVES[1], FIVES[2])))
    means = {one.code: (one.mean_with, one.mean_without) for one in read.codes}
    rest = [one for one in coded if one < 90]
    alone = sum(rest) / len(rest)
    assert means["99"] == pytest.approx(((sum(rest) + 990) / (len(rest) + 10), alone))
    assert means["98"] == pytest.approx(((sum(rest) + 980) / (len(rest) + 10), alone))


def test_faces_are_steps_and_what_nobody_gave_is_none():
    assert spoken([["😡", "🙁", "😐"], ["🙂", "😀"]])[1].numbers == {"🙂": 4.0, "😀": 5.0}
    assert drawn_faces([["🙂", "🙁", "😐"]]) == ({"🙂": 3.0, "🙁": 1.0, "😐": 2.0}, 3.0)
    assert drawn_faces([["😀", "😃"]]) == ({}, 0.0)


def test_answers_and_codes_in_two_languages_at_once():
    assert code_kind("n.v.t. / N/A") == "not_met"
    assert (
        code_kind("n.v.t. / weet niet") == code_kind("weet niet / n.v.t.") == "no_answer"
    )  # one box for both
    texts = ["zeer ontevreden / very dissatisfied", "ontevreden / dissatisfied", "neutraal / neutral",
             "tevreden / satisfied", "zeer tevreden / very satisfied"]  # fmt: skip
    assert list(spoken([texts])[0].numbers.values()) == [1, 2, 3, 4, 5]


def test_age_classes_are_no_ratings():
    survey = book(rows_of([*HEADERS, "leeftijdsklasse"], *FIVES, FIVES[0]))
    assert roles(intake.understand(survey))["leeftijdsklasse"] == "ignore"


def test_a_heading_above_a_header_that_stands_again_is_no_touchpoint():
    header = ["Touchpoint", "CSAT", "Volume"]
    rows = [header, ["App", 7, 10], ["Web", 8, 20], ["Journey B"], header, ["Call", 6, 30]]
    found = intake.touchpoints(table(rows))
    assert found.rows["touchpoint"].tolist() == ["App", "Web", "Call"]
    assert ("info", "heading_row", "A4") in places(found.findings)


def test_a_heading_merged_over_the_columns_is_no_touchpoint():
    made = openpyxl.Workbook()
    for row in (["Touchpoint", "CSAT", "Volume"], ["Buying"], ["App", 7, 10], ["Using"], ["Call", 6, 30]):
        made.active.append(row)
    made.active.merge_cells("A2:C2")
    made.active.merge_cells("A4:C4")
    found = intake.touchpoints(intake.read(saved(made), "table.xlsx"))
    assert found.rows["touchpoint"].tolist() == ["App", "Call"]
    assert [one.cell for one in of_code(found.findings, "heading_row")] == ["A2", "A4"]


def test_a_subtotal_named_in_another_column_is_set_aside():
    rows = [["Journey", "Touchpoint", "CSAT", "Volume"], ["A", "App", 7, 10], ["A", "Web", 8, 20],
            ["Subtotaal A", None, 7.5, 30], ["B", "Call", 6, 30], ["B", None, 6, 30]]  # fmt: skip
    found = intake.touchpoints(table(rows))
    told = [one for one in places(found.findings) if one[1] in ("total_row", "no_name")]
    assert sorted(told) == [("error", "no_name", "B6"), ("warning", "total_row", "A4")]


def test_marks_out_of_ten_are_numbers():
    found = intake.touchpoints(csv("Touchpoint,Score\nApp,7.4/10\nWeb,6 / 10\nCall,8.1/10\n"))
    assert found.rows["satisfaction"].tolist() == [7.4, 6.0, 8.1]


@pytest.mark.parametrize(
    ("header", "direction"),
    [
        ("Customer Effort Score (1-7, 7 = very easy)", "higher"),
        ("CES (1-7, 7 = very difficult)", "lower"),
        ("CES (1-7, 1 = zeer makkelijk)", "lower"),
    ],
)
def test_one_end_in_words_says_which_end_is_good(header, direction):
    read = understood([["Touchpoint", header], ["App", 3], ["Web", 4], ["Call", 6]])
    assert read.source.scales[header].direction == direction
    assert "ces_direction" not in codes(read.findings)


def test_long_headers_are_shown_by_their_end():
    assert _short("How satisfied are you with the way we handled your claim?") == (
        "… you with the way we handled your claim?"
    )
    assert _short("Invoice") == "Invoice"


def test_a_text_file_with_more_columns_than_a_sheet_has_is_refused():
    with pytest.raises(FileError) as raised:
        csv(",".join(f"c{at}" for at in range(16_385)) + "\n" + ",".join("1" * 16_385))
    assert (raised.value.key, raised.value.values["limit"]) == ("limit_columns", 16_384)


def test_bytes_of_no_meaning_are_no_text():
    content = bytes((at * 37 + at // 7) % 255 + 1 for at in range(4_000))
    with pytest.raises(FileError) as raised:
        intake.read(content, "random.xlsx")
    assert raised.value.key == "not_a_table"


def test_8_and_9_in_one_column_of_several_that_end_at_7_are_codes():
    sevens = [1, 2, 3, 4, 5, 6, 7] * 20
    coded = [8 if at % 5 == 0 else 9 if at % 5 == 1 else one for at, one in enumerate(sevens)]
    read = intake.understand(book(rows_of(HEADERS, sevens, sevens[::-1], coded)))
    assert {name: sorted(known) for name, known in read.source.missing_codes.items()} == {"Visit": ["8", "9"]}
    assert {(scale.minimum, scale.maximum) for scale in read.source.scales.values()} == {(1, 7)}


def test_sliders_of_0_to_100_beside_a_short_outcome_are_ratings():
    sliders = [[(at * step) % 101 for at in range(120)] for step in (7, 11, 13)]
    read = intake.understand(book(rows_of([*HEADERS, "NPS"], *sliders, [at % 11 for at in range(120)])))
    assert read.shape == "responses"
    assert [roles(read)[name] for name in [*HEADERS, "NPS"]] == ["rating", "rating", "rating", "outcome"]


def test_ticket_numbers_of_contacts_are_no_volume():
    rows = [["Ticket", "Created at", "Customer", "Contact reason"]] + [
        [500 + at, dt.datetime(2026, 1, 1 + at % 28), at % 40, HEADERS[at % 3]] for at in range(90)
    ]
    read = understood(rows)
    assert (read.shape, roles(read)["Ticket"]) == ("contacts", "ignore")


def test_faces_per_touchpoint_are_ratings_without_a_respondent():
    rows = [["id", "touchpoint", "smiley"]] + [[at, HEADERS[at % 3], "🙂😐🙁"[at % 3]] for at in range(60)]
    found = intake.touchpoints(table(rows))
    assert dict(zip(found.rows["touchpoint"], found.rows["satisfaction"], strict=True)) == {
        "Invoice": 3.0, "Call": 2.0, "Visit": 1.0,
    }  # fmt: skip


def test_several_notes_below_a_blank_row_are_skipped():
    rows = [
        ["#", "Touchpoint", "CSAT"],
        [1, "App", 7],
        [2, "Web", 8],
        [],
        ["Legend"],
        ["CSAT is 1-10"],
        ["n < 30"],
    ]
    found = intake.touchpoints(table(rows))
    assert [one.row for one in of_code(found.findings, "note_below")] == [5, 6, 7]
    assert of_code(found.findings, "no_name") == []
