"""What a session keeps of journeys: folded figures, how they were asked for, and nothing of one customer."""

import json
from dataclasses import replace

import pytest

from cx.errors import UnreadableFile
from cx.records import Finding
from cx.records.journeys import Only
from cx.session import portable
from cx.session.sessions import aggregates, document
from cx.session.sessions import stored as sessions
from tests.made import sessions as samples
from tests.unit.deliver.told.journeys.paths import PATHS


def with_paths(**fields):
    asked = replace(PATHS, only=(Only("with", ("Bill", "Call")),), **fields)
    return replace(samples.session(), paths=asked)


def test_a_session_comes_back_with_its_paths():
    session = with_paths()
    assert document.session_of(document.written(session)).paths == session.paths


def test_a_session_of_before_has_none():
    data = json.loads(document.written(with_paths()))
    del data["session"]["paths"]
    assert document.session_of(json.dumps(data)).paths is None


def test_what_is_kept_is_folded_and_quotes_nobody(kept):
    quoted = Finding("info", "events_repeated", row=7, value="Ms Jansen", details={"n": 1, "file": "a.csv"})
    about = replace(PATHS.found, findings=(quoted, Finding("info", "ties", details={"n": 2, "same": 3})))
    session = sessions.add(kept, with_paths())
    stored = sessions.save(kept, replace(session, paths=replace(PATHS, found=about)))
    assert [one.code for one in stored.paths.found.findings] == ["ties"]
    assert "Jansen" not in portable.exported(kept, session.id)


def test_figures_of_few_are_not_kept():
    fine = replace(PATHS, found=replace(PATHS.found, least=1))
    assert aggregates.kept_paths(fine) is None
    assert aggregates.kept_paths(None) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"cases": 0},
        {"median_seconds": -1.0},
        {"variants": (replace(PATHS.found.variants[0], cases=0),)},
        {"touchpoints": (replace(PATHS.found.touchpoints[0], cases=-4),)},
    ],
)
def test_what_no_paths_have_is_refused(kept, changed):
    wrong = replace(with_paths(), paths=replace(PATHS, found=replace(PATHS.found, **changed)))
    with pytest.raises(UnreadableFile):
        portable.imported(kept, portable.exported(kept, sessions.add(kept, wrong).id), name="a")
