"""Dates typed as text: their column decides which of day and month comes first."""

import datetime as dt

import pytest

from cx import intake
from cx.intake.cells.days import are_days, days_of
from cx.intake.cells.periods import in_order
from tests.made.intake_files import csv, of_code


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("31-12-2025", dt.datetime(2025, 12, 31)),
        ("12/31/2025", dt.datetime(2025, 12, 31)),
        ("31.12.2025", dt.datetime(2025, 12, 31)),
        ("3 mrt 2026", dt.datetime(2026, 3, 3)),
        ("1 jan. 2026", dt.datetime(2026, 1, 1)),
        ("3-mrt-26", dt.datetime(2026, 3, 3)),
        ("dinsdag 3 maart 2026 14:05", dt.datetime(2026, 3, 3, 14, 5)),
        ("March 3, 2026", dt.datetime(2026, 3, 3)),
        ("Tue, 3rd of March 2026", dt.datetime(2026, 3, 3)),
        ("1er février 2026", dt.datetime(2026, 2, 1)),
        ("31-12-'99", dt.datetime(1999, 12, 31)),
        ("2026-03-01T10:00:00Z", dt.datetime(2026, 3, 1, 10)),
        ("2026/3/1", dt.datetime(2026, 3, 1)),
        ("20260301", dt.datetime(2026, 3, 1)),
        ("12/31/2025 11:05 PM", dt.datetime(2025, 12, 31, 23, 5)),
        ("12/31/2025 12:05 AM", dt.datetime(2025, 12, 31, 0, 5)),
    ],
)
def test_a_date_is_the_day_that_it_says(text, moment):
    assert days_of([text]).moments == (moment,)


@pytest.mark.parametrize(
    "text", ["30-02-2026", "7,5", "1.234", "jan 2026", "Q3 2026", "13/13/2026", "call 3 2026", ""]
)
def test_what_names_no_day_is_none(text):
    assert days_of([text]).moments == (None,)


@pytest.mark.parametrize(
    ("others", "day", "unclear"),
    [
        (["31/01/2026"], dt.datetime(2026, 4, 3), False),
        (["01/31/2026"], dt.datetime(2026, 3, 4), False),
        (["5/6/2026 4:10 PM"], dt.datetime(2026, 3, 4), False),
        (["05/06/2026"], dt.datetime(2026, 4, 3), True),
        (["05/05/2026"], dt.datetime(2026, 4, 3), True),
    ],
)
def test_the_rest_of_the_column_tells_day_from_month(others, day, unclear):
    found = days_of(["03/04/2026", *others])
    assert (found.moments[0], found.unclear) == (day, unclear)


def test_dashes_and_points_put_the_day_first():
    assert days_of(["03-04-2026", "05.06.2026"]).unclear is False


def test_periods_that_are_dates_stand_in_order_of_time():
    assert in_order(["31-12-2025", "01-03-2026", "30-09-2025"]) == ("30-09-2025", "31-12-2025", "01-03-2026")
    assert in_order(["3 mrt 2026", "1 jan. 2026"]) == ("1 jan. 2026", "3 mrt 2026")
    assert in_order(["2026-Q3", "2026-Q1", "2025-Q4"]) == ("2025-Q4", "2026-Q1", "2026-Q3")
    assert in_order(["jan 2026", "dec 2025", "feb 2026"]) == ("dec 2025", "jan 2026", "feb 2026")


def test_days_are_told_from_other_periods():
    assert (are_days(["3 mrt 2026", "2026-03-04"]), are_days(["Q1 2026"]), are_days([])) == (
        True,
        False,
        False,
    )


def test_contact_times_in_dutch_order_give_their_quarters():
    text = "Klant;Tijdstip;Contactmoment\n" + "".join(
        f"K{place % 7};{time};{name}\n"
        for place, (time, name) in enumerate(
            [("31-12-2025 09:30", "Factuur"), ("02-01-2026 10:00", "Factuur"), ("15-04-2026 11:15", "Bellen")]
            * 12
        )
    )
    found = intake.touchpoints(csv(text), partial=True)
    assert set(found.rows["period"]) == {"Q4 2025", "Q1 2026", "Q2 2026"}
    assert of_code(found.findings, "date_order_unclear") == []


def test_contact_times_of_unclear_order_are_told():
    text = "Customer;When;Touchpoint\n" + "".join(
        f"K{place % 7};{time};{name}\n"
        for place, (time, name) in enumerate([("03/04/2026", "Invoice"), ("05/06/2026", "Call")] * 16)
    )
    found = intake.touchpoints(csv(text), partial=True)
    assert set(found.rows["period"]) == {"Q2 2026"}
    assert [finding.column for finding in of_code(found.findings, "date_order_unclear")] == ["When"]
