"""A column for each period: rows with a period each, the latest drawn."""

import datetime as dt

import pytest

from cx import intake
from cx.intake.layouts.dated_headers import dated
from cx.records import Choices
from tests.made.intake_files import csv, of_code, points, roles, table


@pytest.mark.parametrize(
    ("headers", "periods"),
    [
        (["ene 2026", "feb 2026", "mar 2026"], ("ene 2026", "feb 2026", "mar 2026")),
        (["Q3 2025", "Q4 2025", "Q1 2026"], ("Q3 2025", "Q4 2025", "Q1 2026")),
        (["2026-01", "2026-02", "2026-03"], ("2026-01", "2026-02", "2026-03")),
        (["KW 9", "KW 10", "KW 11"], ("KW 9", "KW 10", "KW 11")),
        (["Mar 26", "Feb 26", "Jan 26"], ("Jan 26", "Feb 26", "Mar 26")),
        (["янв 2026", "фев 2026", "мар 2026"], ("янв 2026", "фев 2026", "мар 2026")),
        (["1月", "2月", "3月"], ("1月", "2月", "3月")),
        (["gennaio 2026", "febbraio 2026", "marzo 2026"], ("gennaio 2026", "febbraio 2026", "marzo 2026")),
    ],
)
def test_columns_of_periods_become_rows(headers, periods):
    found = points([["Contactmoment", *headers], ["Balie", 7.1, 7.2, 7.3], ["App", 6.1, 6.2, 6.4]])
    assert found.periods == periods
    assert len(found.rows) == 6
    latest = found.rows[found.rows["period"] == periods[-1]].set_index("touchpoint")["satisfaction"]
    assert latest.to_dict() == (
        {"Balie": 7.3, "App": 6.4} if headers[-1] == periods[-1] else {"Balie": 7.1, "App": 6.1}
    )
    assert [one.details["latest"] for one in of_code(found.findings, "period_columns")] == [periods[-1]]


def test_dates_as_headers():
    rows = [["Touchpoint", dt.date(2026, 1, 1), dt.date(2026, 2, 1)], ["Balie", 71, 74], ["App", 61, 66]]
    found = intake.touchpoints(table(rows), Choices(header_rows=(1,)))
    assert found.periods == ("2026-01", "2026-02")


def test_several_measures_a_period_and_cells_keep_their_addresses():
    text = "Touchpoint;CSAT Q1 2026;n Q1 2026;CSAT Q2 2026;n Q2 2026;Impact\n"
    text += "Desk;7,1;40;7,4;50;3\nApp;6,0;30;;;5\n"
    found = intake.touchpoints(csv(text))
    rows = found.rows[["touchpoint", "period", "satisfaction", "n", "impact"]].to_numpy().tolist()
    assert rows == [
        ["Desk", "Q1 2026", 7.1, 40, 3], ["Desk", "Q2 2026", 7.4, 50, 3], ["App", "Q1 2026", 6.0, 30, 5],
    ]  # fmt: skip
    assert found.cells["", 3, "satisfaction"] == "B3"
    assert roles(intake.understand(csv(text)))["CSAT Q1 2026"] == "ignore"


def test_a_person_may_choose_another_period():
    rows = [["Touchpoint", "Score 2025", "Score 2026"], ["A", 6, 7], ["B", 5, 8]]
    found = points(rows, Choices(roles={"Score 2025": "satisfaction"}))
    assert found.rows["satisfaction"].tolist() == [6, 5]


@pytest.mark.parametrize(
    "rows",
    [
        [["Touchpoint", "Satisfaction", "Q1", "Q2"], ["A", 7.1, 100, 10], ["B", 6.2, 50, 20]],
        [["Touchpoint", "Period", "Satisfaction"], ["A", "Q1 2026", 7.1], ["A", "Q2 2026", 6.2]],
        [["Touchpoint", "CSAT 1-3 2026 (1-10)", "Volume"], ["A", 7.1, 100], ["B", 6.2, 50]],
    ],
)
def test_other_tables_are_left(rows):
    found = points(rows)
    assert found.rows["satisfaction"].tolist() == [7.1, 6.2]
    assert not of_code(found.findings, "period_columns")


@pytest.mark.parametrize(
    ("header", "measure", "period"),
    [
        ("Tevredenheid juli 2026", "tevredenheid", "juli 2026"),
        ("Score 1e kwartaal 2026", "score", "1e kwartaal 2026"),
        ("Wave 2", "", "Wave 2"),
        ("03/2026", "", "03/2026"),
        ("Zufriedenheit 2025/Q4", "zufriedenheit", "2025/Q4"),
    ],
)
def test_what_a_header_says(header, measure, period):
    found = dated(header)
    assert (found.measure, found.period) == (measure, period)


@pytest.mark.parametrize("header", ["Marketing", "Set up", "Q", "Volume", "", "1-10"])
def test_what_names_no_period(header):
    assert dated(header) is None


def test_quarters_above_scores_that_are_no_answers():
    found = points([["Channel", "NPS Q2", "NPS Q3"], ["Shop", 31, 35], ["Web", 12, 18], ["Call", -9, -4]])
    assert found.periods == ("Q2", "Q3")


def test_a_row_of_bases_below_periods_turns_no_table():
    scores = [
        ["Order", 7.8, 7.9, 8.1],
        ["Parcel", 6.9, 6.6, 7.0],
        ["Invoice", 6.2, 6.4, 6.1],
        ["Call", 7.1, 7.3, 7.4],
    ]
    found = points([["", "Q1 2026", "Q2 2026", "Q3 2026"], *scores, ["Base (n)", 412, 398, 405]])
    assert set(found.rows["touchpoint"]) == {"Order", "Parcel", "Invoice", "Call"}
    assert found.periods == ("Q1 2026", "Q2 2026", "Q3 2026")
