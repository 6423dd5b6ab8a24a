"""Some customers only, every figure period by period, and the contacts of each touchpoint: by hand."""

import pytest

from cx import intake
from cx.errors import NothingUsable
from cx.journeys import Options, calendar, contacts, journeys, trend_periods, trends, with_trends
from cx.records.journeys import Contacts, Only

PATHS = ("A B C", "A B", "B C", "C A B", "A A C")


def log(paths=PATHS, *, month=lambda number: 1 + number % 2):
    rows = [
        f"{number},{name},2026-0{month(number)}-10 10:{minute:02}"
        for number, path in enumerate(paths)
        for minute, name in enumerate(path.split())
    ]
    return intake.events([intake.read("\n".join(["customer,touchpoint,time", *rows]).encode(), "log.csv")])


@pytest.fixture(scope="module")
def events():
    return log()


def kept(events, *only):
    return sorted(" ".join(one.path) for one in journeys(events, only=only, effects=False).variants)


@pytest.mark.parametrize(
    ("only", "paths"),
    [
        ([Only("with", ("C",))], ["A A C", "A B C", "B C", "C A B"]),
        ([Only("without", ("C",))], ["A B"]),
        ([Only("starts", ("A",))], ["A A C", "A B", "A B C"]),
        ([Only("ends", ("B",))], ["A B", "C A B"]),
        ([Only("with", ("A", "B"))], ["A B", "A B C", "C A B"]),
        ([Only("without", ("A", "B"))], ["A A C", "B C"]),
        ([Only("starts", ("A", "B"))], ["A B", "A B C"]),
        ([Only("ends", ("A", "B"))], ["A B", "C A B"]),
        ([Only("with", ("A", "A"))], ["A A C"]),
        ([Only("with", ("C",)), Only("ends", ("B",))], ["C A B"]),
        ([Only("with", ("c",)), Only("without", ("a",))], ["B C"]),
    ],
)
def test_only_the_customers_whose_path_is_so(events, only, paths):
    assert kept(events, *only) == paths


def test_conditions_hold_for_a_period_and_its_differences_too(events):
    found = journeys(events, Options(period_a="2026-01"), only=[Only("with", ("B",))], effects=False)
    assert sorted(" ".join(one.path) for one in found.variants) == ["A B C", "B C"]


def test_conditions_that_no_path_meets_are_an_error(events):
    with pytest.raises(NothingUsable, match="No path meets all of these conditions"):
        journeys(events, only=[Only("with", ("A",)), Only("without", ("A",))])


def test_the_periods_of_a_log_and_what_a_trend_runs_over(events):
    assert calendar(events) == ("2026-01", "2026-02")
    assert trend_periods(("2026", "2027", "2026-Q1", "2027-Q1")) == ("2026-Q1", "2027-Q1")


def test_every_figure_period_by_period(events):
    found = trends(events, ("2026-01", "2026-02"))
    values = {(row.figure, row.about): row.values for row in found.rows}
    assert found.cases == (3, 2)
    assert values["share_of_cases", "C"] == (1.0, 0.5)
    assert values["share_of_cases", "B"] == (pytest.approx(2 / 3), 1.0)
    assert values["edge_share", ("A", "B")] == (pytest.approx(1 / 3), 1.0)
    assert values["repeat_share", None] == (pytest.approx(1 / 3), 0.0)
    assert values["median_seconds", None] == (120.0, 90.0)
    assert values["median_seconds", ("C", "A")] == (None, 60.0)


def test_a_trend_begins_and_ends_where_paths_do(events):
    found = trends(events, ("2025-11", "2025-12", "2026-01", "2026-02", "2026-03"))
    assert (found.periods, found.cases) == (("2026-01", "2026-02"), (3, 2))
    assert {len(row.values) for row in found.rows} == {2}
    printed = with_trends(events, journeys(events), Options()).as_json("en")["trend"]
    assert (printed["periods"], printed["cases"]) == (["2026-01", "2026-02"], [3, 2])
    assert {"figure": "edge_share", "about": ["A", "B"], "values": [1 / 3, 1.0]} in printed["figures"]


def test_few_cases_are_not_told_in_a_trend(events):
    found = trends(events, ("2026-01", "2026-02"), Options(least=3))
    values = {(row.figure, row.about): row.values for row in found.rows}
    assert values["share_of_cases", "C"] == (1.0, None)
    assert found.cases == (3, None)


# --- contacts of each touchpoint ---

REPEATS = """customer,time,touchpoint,direction
a,2026-01-01 10:00,Call,in
a,2026-01-08 10:00,Call,in
a,2026-01-15 10:01,Call,in
b,2026-01-01 10:00,Call,in
b,2026-01-02 10:00,Call,out
b,2026-01-03 10:00,Mail,out
c,2026-01-01 09:00,Mail,out
c,2026-02-20 10:00,Call,in
d,2026-01-05 10:00,App,in
"""


def told(text):
    found = contacts(intake.events([intake.read(text.encode(), "log.csv")]))
    return {one.name: one for one in found.touchpoints}, found


def test_who_comes_again_within_seven_days_by_himself():
    """Exactly seven days count, a minute more does not, and what the company began is no repeat."""
    by_name, found = told(REPEATS)
    assert (by_name["Call"].contacts, by_name["Call"].customers, by_name["Call"].again) == (6, 3, 1)
    assert by_name["Call"].again_share == pytest.approx(1 / 6)
    assert (found.directed, found.not_followed) == (True, 1)


def test_without_directions_every_contact_is_the_customers():
    rows = [line.rsplit(",", 1)[0] for line in REPEATS.splitlines()]
    by_name, found = told("\n".join(rows))
    assert (by_name["Call"].again, found.directed) == (2, False)


def test_who_is_there_twice_at_one_instant_has_not_come_again():
    """Of three contacts at one moment none is later; with one a second after, all three are followed."""
    rows = ["customer,time,touchpoint", *(["a,2026-01-01 10:00:00,Call"] * 3), "a,2026-01-01 10:00:00,Mail"]
    by_name, _ = told("\n".join(rows))
    assert (by_name["Call"].contacts, by_name["Call"].again) == (3, 0)
    by_name, _ = told(
        "\n".join([*rows, "a,2026-01-01 10:00:01,Call", "b,2026-01-09,Mail", "b,2026-01-10,App"])
    )
    assert (by_name["Call"].contacts, by_name["Call"].again) == (4, 3)


def test_what_leads_to_a_touchpoint_and_where_those_end_who_miss_it(events):
    """To C: from B twice, from A once. Without C there is one path, which ends at B."""
    found = {one.name: one for one in contacts(events).touchpoints}
    assert found["C"] == Contacts("C", 4, 4, 0, 0.0, "B", 0.5, 1, "B", 1.0)
    assert (found["A"].leads, found["A"].missed, found["A"].leave, found["A"].leave_share) == (
        "C",
        1,
        "C",
        1.0,
    )
