"""Cells and rows that cannot be used: a finding each, and the rest goes on."""

import math

import openpyxl

from cx import intake
from cx.records import Choices, Scale
from tests.made.intake_files import csv, of_code, places, points, saved

HEADER = ["Touchpoint", "Satisfaction (1-10)", "Impact", "Volume", "n"]
GOOD = [["Visit", 8.1, 0.3, 10, 50], ["App", 7.2, 0.2, 20, 60], ["Mail", 6.6, 0.1, 30, 70]]


def with_rows(*rows):
    return points([HEADER, *GOOD, *rows])


def test_text_where_a_score_is_expected_loses_the_cell_only():
    found = with_rows(["Call", "n.v.t.", 0.1, 40, 80])
    assert places(found.findings) == [("error", "text_in_number", "B5")]
    assert [found.findings[0].value, found.findings[0].column, found.findings[0].row] == [
        "n.v.t.",
        HEADER[1],
        5,
    ]
    last = found.rows.iloc[3]
    assert (last["touchpoint"], last["volume"]) == ("Call", 40.0)
    assert math.isnan(last["satisfaction"])


def test_one_wild_score_does_not_change_the_scale():
    rows = [
        ["Touchpoint", "Score", "Volume"],
        ["A", 7.1, 1],
        ["B", 6.9, 2],
        ["C", 77, 3],
        ["D", 7.7, 4],
        ["E", 8.0, 5],
    ]
    found = points(rows)
    assert (found.scale.minimum, found.scale.maximum) == (1, 10)
    (finding,) = of_code(found.findings, "out_of_scale")
    assert (finding.severity, finding.cell, finding.value) == ("error", "B4", "77")
    assert (finding.details["low"], finding.details["high"]) == (1.0, 10.0)


def test_blanks_are_told_by_what_they_cost():
    found = with_rows(["Call", None, None, None, None])
    assert places(found.findings) == [
        ("error", "blank_satisfaction", "B5"),
        ("error", "blank_impact", "C5"),
        ("warning", "blank_volume", "D5"),
    ]


def test_negative_counts_are_left_out():
    found = with_rows(["Call", 7, 0.1, -4, -80])
    assert places(found.findings) == [("error", "negative", "D5"), ("error", "negative", "E5")]
    assert math.isnan(found.rows.iloc[3]["volume"])


def test_a_repeated_key_keeps_the_first_row():
    found = with_rows([" visit ", 7, 0.1, 4, 8])
    assert places(found.findings) == [("error", "duplicate_row", "A5")]
    assert found.findings[0].details["first"] == "2"
    assert found.findings[0].message("en").startswith("Row 5 repeats row 2:")
    assert list(found.rows["row"]) == [2, 3, 4]


def test_the_same_name_in_another_channel_or_period_is_no_repeat():
    header = ["Touchpoint", "Channel", "Period", "CSAT"]
    rows = [["Call", "Phone", "Q1", 4], ["Call", "Chat", "Q1", 3], ["Call", "Phone", "Q2", 4]]
    found = points([header, *rows])
    assert len(found.rows) == 3
    assert of_code(found.findings, "duplicate_row") == []


def test_total_rows_are_set_aside():
    for name in ("Total", "Totaal", "Grand Total", "EINDTOTAAL", "Alle", "All", "Gesamt", "Sub-total"):
        found = with_rows([name, 7.3, 0.6, 100, 260])
        assert places(found.findings) == [("warning", "total_row", "A5")]
        assert list(found.rows["touchpoint"]) == ["Visit", "App", "Mail"]


def test_totals_of_a_journey_and_the_overall_item_are_set_aside():
    header = ["Touchpoint", "Journey", "CSAT"]
    rows = [
        ["Invoice", "Paying", 4],
        ["Total Paying", None, 4],
        ["Call", "Service", 3],
        ["Subtotaal X", None, 3],
    ]
    rows += [["Overall satisfaction", None, 3.5], ["Total loss claim", "Service", 2]]
    found = points([header, *rows])
    assert [f.row for f in of_code(found.findings, "total_row")] == [3, 5, 6]
    assert list(found.rows["touchpoint"]) == ["Invoice", "Call", "Total loss claim"]


def test_a_named_column_without_numbers_is_told():
    found = points([["Touchpoint", "CSAT", "Impact"], ["A", 4, "high"], ["B", 3, "low"]])
    assert found.impact_kind == "none"
    assert [(f.severity, f.column) for f in of_code(found.findings, "no_numbers")] == [("warning", "Impact")]


def test_a_header_that_the_scores_contradict_is_told():
    found = points([["Touchpoint", "CSAT (1-5)"], ["A", 7.1], ["B", 8.2], ["C", 6.5]])
    (finding,) = of_code(found.findings, "scale_ambiguous")
    assert (found.scale.maximum, finding.details["other_high"]) == (10, 5.0)


def test_all_as_a_segment_is_a_total_only_beside_other_segments():
    header = ["Touchpoint", "Segment", "CSAT"]
    beside = points([header, ["Call", "Home", 4], ["Call", "Business", 3], ["Call", "All", 3.5]])
    assert places(beside.findings)[-1] == ("warning", "total_row", "B4") or (
        "warning",
        "total_row",
        "B4",
    ) in places(beside.findings)
    assert list(beside.rows["segment"]) == ["Home", "Business"]
    alone = points([header, ["Call", "All", 4], ["Mail", "All", 3]])
    assert list(alone.rows["segment"]) == ["All", "All"]


def test_a_row_without_a_name_is_left_out():
    found = with_rows([None, 7, 0.1, 4, 8])
    assert places(found.findings) == [("error", "no_name", "A5")]


def test_error_values_formulas_dates_and_truths_each_have_their_words():
    import datetime as dt

    book = openpyxl.Workbook()
    sheet = book.active
    for row in (HEADER, *GOOD, ["A", "#N/A", 0.1, 1, 1], ["B", "=1+1", 0.1, 1, 1]):
        sheet.append(row)
    sheet["B5"].data_type = "e"
    sheet.append(["C", dt.date(2026, 4, 7), 0.1, 1, 1])
    sheet.append(["D", True, 0.1, 1, 1])
    found = intake.touchpoints(intake.read(saved(book), "a.xlsx"))
    assert places(found.findings) == [
        ("error", "error_cell", "B5"),
        ("error", "formula_unstored", "B6"),
        ("error", "date_in_number", "B7"),
        ("error", "truth_in_number", "B8"),
    ]
    assert found.findings[0].value == "#N/A"


def test_numbers_typed_as_text_count_and_are_told_once():
    found = with_rows(["Call", "7,5", "0,1", "1.200", 80], ["Chat", "6,5", "0,2", "800", 80])
    assert list(found.rows["satisfaction"])[3:] == [7.5, 6.5]
    assert list(found.rows["volume"])[3:] == [1200.0, 800.0]
    told = of_code(found.findings, "numbers_as_text")
    assert [(f.column, f.details["n"], f.details["mark"]) for f in told] == [
        ("Satisfaction (1-10)", 2, ","),
        ("Impact", 2, ","),
        ("Volume", 2, ","),
    ]


def test_a_number_that_can_be_two_is_told():
    found = intake.touchpoints(csv("Touchpoint;CSAT;Volume\nCall;4;1.234\nMail;3;2.500\n"))
    assert list(found.rows["volume"]) == [1234.0, 2500.0]
    assert [f.column for f in of_code(found.findings, "decimal_ambiguous")] == ["Volume"]


def test_codes_for_no_answer_are_counted_not_scored():
    rows = [["Touchpoint", "CSAT (1-10)"], ["A", 7], ["B", 99], ["C", "n.v.t."], ["D", 6]]
    found = points(rows, Choices(missing_codes=("99", "N.V.T.")))
    (finding,) = of_code(found.findings, "no_answers")
    assert (finding.severity, finding.details["n"]) == ("info", 2)
    assert list(found.rows["satisfaction"].isna()) == [False, True, True, False]
    assert found.sources[0].missing_codes == {"CSAT (1-10)": ("99", "N.V.T.")}


def test_a_repeated_header_inside_the_table_is_skipped():
    found = with_rows(HEADER, ["Call", 7, 0.1, 4, 8])
    assert places(found.findings) == [("info", "repeated_header", None)]
    assert found.findings[0].row == 5
    assert list(found.rows["touchpoint"]) == ["Visit", "App", "Mail", "Call"]


def test_many_findings_of_one_kind_are_counted():
    rows = [["Touchpoint", "CSAT (1-5)"], ["good", 4]] + [[f"T{i}", "?"] for i in range(250)]
    found = points(rows)
    assert len(of_code(found.findings, "text_in_number")) == 200
    (more,) = of_code(found.findings, "more_alike")
    assert (more.details["n"], more.severity, more.column) == (50, "error", "CSAT (1-5)")


def test_a_scale_set_by_hand_decides_what_is_outside():
    found = points([["Touchpoint", "Score"], ["A", 4], ["B", 6]], Choices(scale=Scale(1, 5)))
    assert places(found.findings) == [("error", "out_of_scale", "B3")]


def test_numbers_beyond_all_meaning_are_left_out():
    found = with_rows(["Call", 7, 0.1, 1e300, 80])
    assert places(found.findings) == [("error", "vast_number", "D5")]


def test_low_is_good_scores_are_turned():
    found = points([["Touchpoint", "CES (1-7, low is good)"], ["A", 2.5], ["B", 6]])
    assert found.scale == Scale(1, 7, "lower", "ces")
    assert list(found.rows["satisfaction"]) == [5.5, 2.0]


def test_shares_become_per_cents_with_their_deviation():
    found = points([["Touchpoint", "Satisfied %", "sd"], ["A", 0.73, 0.12], ["B", 0.505, 0.2]])
    assert [round(v, 9) for v in found.rows["satisfaction"]] == [73.0, 50.5]
    assert [round(v, 9) for v in found.rows["sd"]] == [12.0, 20.0]
    assert (found.scale.kind, found.scale.maximum) == ("percent", 100)


def test_after_an_edit_the_finding_is_gone():
    rows = [HEADER, *GOOD, ["Call", "n.v.t.", 0.1, 40, 80]]
    from tests.made.intake_files import table

    book = table(rows)
    mended = intake.edited(book, [intake.CellEdit("Sheet1", 5, "B", "7,5")])
    found = intake.touchpoints(mended)
    assert found.findings == ()
    assert found.rows.iloc[3]["satisfaction"] == 7.5


def test_rows_that_are_not_used_are_counted():
    from tests.made.intake_files import understood

    rows = [
        HEADER,
        *GOOD,
        ["Total", 7, 0, 60, 180],
        ["visit", 7, 0, 60, 180],
        [None, 7, 0, 60, 180],
        [],
        ["Source: x"],
    ]
    understanding = understood(rows)
    assert (understanding.row_count, understanding.rows_left_out) == (3, 3)
