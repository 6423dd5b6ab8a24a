"""Paths of one segment alone, and two periods compared within it: of files small and large."""

import pytest

from cx import intake
from cx.cli import arguments, paths
from cx.errors import ArgumentError, NothingUsable
from cx.intake.events.at_size import glance
from cx.journeys import Options, journeys, trends
from tests.unit.journeys.conftest import engine_at_hand

__all__ = ["engine_at_hand"]
WEB = """Customer id,Time,Touchpoint,Segment,Channel
a,2026-01-05 10:00,Bill,Home,web
a,2026-01-05 11:00,Call,business,phone
b,2026-01-06 10:00,Bill,Business,web
b,2026-01-06 10:30,App,Home,web
c,2026-02-01 10:00,Bill,home ,web
c,2026-02-01 10:20,App,Home,web
d,2026-02-02 10:00,Call,Home,phone
d,2026-02-03 10:00,Bill,Home,web
"""
PLAIN = """Customer id,Time,Touchpoint
c,2026-01-31 10:00,App
e,2026-02-05 10:00,App
e,2026-02-06 10:00,Bill
"""
HOME = (("Segment", "home"),)


def events(*texts, **said):
    books = [intake.read(text.encode(), f"{at}.csv") for at, text in enumerate(texts)]
    return intake.events(books, intake.EventChoices(**said))


def variants(found):
    return {one.path: one.cases for one in found.variants}


def test_a_path_belongs_to_the_value_of_its_first_event():
    """In any letter case; what a and b meet later in another segment changes nothing."""
    found = events(WEB, within=HOME)
    assert found.facts.within == (("Segment", "Home"),)
    assert variants(journeys(found)) == {("Bill", "Call"): 1, ("Bill", "App"): 1, ("Call", "Bill"): 1}
    both = events(WEB, within=(("segment", "Home"), ("Channel", "WEB")))
    assert variants(journeys(both)) == {("Bill", "Call"): 1, ("Bill", "App"): 1}


def test_two_periods_within_a_segment():
    options = Options(period_a="2026-01", period_b="2026-02")
    found = journeys(events(WEB, within=HOME), options)
    shares = {one.about: (one.a, one.b) for one in found.differences if one.figure == "share_of_cases"}
    assert (found.cases, shares["Call"]) == (3, (1.0, 0.5))
    assert trends(events(WEB, within=HOME), ("2026-01", "2026-02")).cases == (1, 2)


def test_what_begins_in_a_file_without_the_column_has_no_value():
    """Customer c comes first in the file that says no segment."""
    assert variants(journeys(events(PLAIN, WEB, within=HOME))) == {("Bill", "Call"): 1, ("Call", "Bill"): 1}


def test_which_columns_and_values_there_are_to_choose_from():
    """Spellings that differ in letter case are one."""
    assert events(WEB).facts.values == {"Segment": ("business", "Home"), "Channel": ("phone", "web")}
    assert events(PLAIN).facts.values == {}


def test_columns_that_are_nothing_else_are_offered_where_few_words_come_back():
    """Neither numbers nor remarks, of which each is another one."""
    rows = [
        f"p{at // 2},2026-01-{at + 1:02} 10:00,{('Triage', 'Scan')[at % 2]},"
        f"{('Heart', 'Bone')[at // 2 % 2]},{at % 3},r {at}"
        for at in range(12)
    ]
    found = events("\n".join(["Patient id,Time,Activity,Ward,Score,Remark", *rows]))
    assert found.facts.values == {"Ward": ("Bone", "Heart")}


def test_it_is_said_that_only_some_paths_count():
    told = [one for one in events(WEB, within=HOME).facts.findings if one.code == "paths_within"]
    assert [(one.severity, one.column, one.value) for one in told] == [("info", "Segment", "Home")]


@pytest.mark.parametrize(
    ("within", "error", "key"),
    [
        ((("Segment", "Farm"),), ArgumentError, "argument_segment_value"),
        ((("Region", "North"),), ArgumentError, "column_unknown"),
        ((("Segment", "Business"), ("Channel", "phone")), NothingUsable, "no_paths_within"),
    ],
)
def test_what_is_not_there_is_a_message(within, error, key):
    with pytest.raises(error) as raised:
        journeys(events(WEB, within=within))
    assert raised.value.key == key


def test_large_files_give_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(glance, "LARGE", 0)
    files = []
    for at, text in enumerate((PLAIN, WEB)):
        files.append(tmp_path / f"{at}.csv")
        files[-1].write_text(text, encoding="utf-8")
    large = intake.large_log(files, intake.EventChoices(within=HOME))
    small = events(PLAIN, WEB, within=HOME)
    assert journeys(large).as_json("en")["variants"] == journeys(small).as_json("en")["variants"]
    assert [one.code for one in large.facts.findings] == [one.code for one in small.facts.findings]


def test_on_the_command_line(tmp_path):
    file = tmp_path / "log.csv"
    file.write_text(WEB, encoding="utf-8")
    asked = [
        "journeys",
        str(file),
        "--segment",
        "Segment=Home",
        "--period-a",
        "2026-01",
        "--period-b",
        "2026-02",
    ]
    found = arguments.parser("en").parse_args(asked)
    log, told = paths.result_of(found, lambda path: intake.read(path.read_bytes(), path.name))
    assert (told.cases, paths.whole(log, told, found).within) == (3, (("Segment", "Home"),))
