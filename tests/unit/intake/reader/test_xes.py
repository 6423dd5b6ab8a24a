"""Event logs in XES: what becomes of traces, events and lifecycles, and what is refused."""

import gzip

import pytest

from cx import intake
from cx.errors import FileError

EVENT = (
    '<event><string key="concept:name" value="{}"/><string key="lifecycle:transition" value="{}"/>{}</event>'
)
TIME = '<date key="time:timestamp" value="2026-03-01T10:{:02}:00.000+01:00"/>'


def log(*events, before=""):
    inside = "".join(EVENT.format(name, state, TIME.format(minute)) for name, state, minute in events)
    trace = f'<trace><string key="concept:name" value="007"/>{inside}<int key="late" value="3"/></trace>'
    return f'<?xml version="1.0"?>{before}<log xmlns="http://www.xes-standard.org/">{trace}</log>'.encode()


CALLS = log(
    ("Call", "start", 0), ("Call", "START", 5), ("NA", "complete", 6), ("Call", "complete", 10),
    ("Call", "suspend", 11), ("Call", "complete", 20),
)  # fmt: skip


@pytest.mark.parametrize(("content", "name"), [(CALLS, "a.xes"), (gzip.compress(CALLS, mtime=0), "a.xes.gz")])
def test_what_completes_counts_from_its_own_start(content, name):
    book = intake.read(content, name)
    found = intake.events([book])
    headers = [column.texts[0] for column in book.sheets[0].columns]
    assert headers == [
        "case:concept:name", "case:late", "concept:name", "lifecycle:transition", "time:timestamp",
    ]  # fmt: skip
    minutes = ((found.at - found.at.min()) // 60_000_000).tolist()
    assert [(found.facts.touchpoints[p], at) for p, at in zip(found.touchpoint, minutes, strict=True)] == [
        ("NA", 6),
        ("Call", 0),
        ("Call", 5),
    ]
    assert [one.details for one in found.facts.findings if one.code == "lifecycle_used"] == [
        {"n": 3, "starts": 2, "file": name}
    ]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (CALLS[:200], "xes_damaged"),
        (gzip.compress(CALLS, mtime=0)[:-40], "xes_damaged"),
        (gzip.compress(b"plain text", mtime=0), "is_archive"),
        (b"<log></log>", "no_cells"),
        (log(before='<!DOCTYPE log [<!ENTITY a "b">]>'), "is_xml"),
        (log(before="<!-- a -->").replace(b"<trace>", b"<trace>&a;"), "xes_damaged"),
    ],
)
def test_what_is_damaged_or_declares_entities_is_refused(content, key):
    with pytest.raises(FileError) as raised:
        intake.read(content, "a.xes")
    assert raised.value.key == key
