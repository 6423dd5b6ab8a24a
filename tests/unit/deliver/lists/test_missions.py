"""Missions as a table and as a calendar."""

import csv
import datetime as dt
import io
import re

import pytest

from cx.deliver.lists import icalendar, missions
from tests.made import sessions as samples

NAMES = {"fix_first": "Fix first", "simplify": "Simplify"}
HOSTILE = samples.decision(
    name='Bill; "x", \\n',
    owner="=cmd|'/c calc'!A1",
    mission="Rewrite\nthe letter",
    due=dt.date(2026, 12, 31),
    current=6.25,
    target=7.0,
    notes="é" * 90,
)


def rows(content, delimiter):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=delimiter))


def unfolded(content):
    return re.sub(r"\r\n ", "", content.decode()).split("\r\n")


def test_the_table_runs_nothing_and_reads_as_the_language_writes():
    content = missions.missions_csv([HOSTILE], "nl", now={"id-invoice": 6.5}, strategies=NAMES)
    head, row = rows(content, ";")
    found = dict(zip(head, row, strict=True))
    assert found["Eigenaar"] == "'=cmd|'/c calc'!A1"
    assert (found["Waarde bij besluit"], found["Doel"], found["Waarde nu"]) == ("6,25", "7", "6,5")
    assert (found["Einddatum"], found["Doel gehaald"], found["KPI"]) == ("2026-12-31", "nee", "Tevredenheid")
    assert found["Contactmoment"] == 'Bill; "x", \\n'


def test_a_decision_without_a_mission_is_in_the_table_too():
    plain = samples.decision(strategy="simplify", reason="cheap")
    (_, row) = rows(missions.missions_csv([plain], "en", now={}, strategies=NAMES), ",")
    assert row[:5] == ["Invoice", "Simplify", "Fix first", "yes", "cheap"]
    assert row[8:13] == ["", "", "", "", ""]


def test_a_calendar_holds_a_task_and_a_day():
    lines = unfolded(icalendar.calendar([HOSTILE], "s1", "en", moment=samples.MORNING))
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"] and lines[-2:] == ["END:VCALENDAR", ""]
    assert "DUE;VALUE=DATE:20261231" in lines
    assert lines[lines.index("BEGIN:VEVENT") + 6 :][:2] == [
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
    ]
    assert 'SUMMARY:Bill\\; "x"\\, \\\\n: Rewrite the letter' in lines
    assert "DTSTAMP:20261005T090000Z" in lines
    assert f"Notes: {'é' * 90}" in next(one for one in lines if one.startswith("DESCRIPTION:"))


def test_no_line_is_longer_than_75_bytes_and_every_end_is_the_same():
    content = icalendar.calendar([HOSTILE], "s1", "en", moment=samples.MORNING)
    parts = content.split(b"\r\n")
    assert max(map(len, parts)) <= 75
    assert b"\n" not in b"".join(parts)
    assert all(part.decode() is not None for part in parts)


def test_ids_are_the_same_in_every_export_and_differ_between_task_and_day():
    made = [
        icalendar.calendar([HOSTILE], "s1", "en", moment=samples.MORNING + dt.timedelta(days=n))
        for n in (0, 1)
    ]
    ids = [[line for line in unfolded(one) if line.startswith("UID:")] for one in made]
    assert (
        ids[0]
        == ids[1]
        == ["UID:s1-id-invoice-task@cx-impact-matrix", "UID:s1-id-invoice-day@cx-impact-matrix"]
    )


def test_a_mission_without_a_date_is_a_task_only_and_no_mission_is_nothing():
    some = [samples.decision(owner="Anna"), samples.decision("b", "B")]
    lines = unfolded(icalendar.calendar(some, "s1", "nl", moment=samples.MORNING))
    assert (lines.count("BEGIN:VTODO"), lines.count("BEGIN:VEVENT")) == (1, 0)
    assert not any(line.startswith("DUE") for line in lines)


@pytest.mark.parametrize("text", ["", "a\r\nb", "a\rb", "x,y;z\\"])
def test_text_cannot_break_out_of_its_line(text):
    assert re.search(r"[\r\n]|(?<!\\)[,;]", icalendar.escaped(text)) is None
