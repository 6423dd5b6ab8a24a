"""What earlier versions wrote opens: sessions in every form, mappings, workbooks and decks of tests/kept."""

import hashlib
import json
import math
import re
import shutil
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest

from cx import deliver, intake, text
from cx.errors import SessionLocked
from cx.intake import mapping
from cx.intake.saved.document import document_of
from cx.records import Choices
from cx.session import portable
from cx.session.alerts import confirmed_addresses
from cx.session.sessions import change_words, codec, retention
from cx.session.sessions import stored as sessions
from cx.session.store.database import open_store
from cx.session.voting import taking_part, tallying
from tests.forked_readers import readers_forked
from tests.kept import figures

__all__ = ["readers_forked"]

KEPT = Path(__file__).resolve().parent / "kept"
VERSIONS = sorted(one.parent.name for one in KEPT.glob("*/expected.json"))
CLOSE = 1e-12
"""Sums may differ in the last bit between processors; what was stored is compared to the last bit apart."""
LANGUAGES = ("en", "nl")


@cache
def expected(version):
    return json.loads((KEPT / version / "expected.json").read_text(encoding="utf-8"))


def content_of(version, name):
    return (KEPT / version / name).read_bytes()


def id_of(version, key):
    return expected(version)["sessions"][key]["document"]["id"]


@cache
def document_in(version, name):
    """The document of a session that was taken away, whichever kind of file holds it."""
    return document_of(content_of(version, name), name)


def every(kind):
    """(version, key) of all that is kept of one kind, for parametrize."""
    return [
        pytest.param(version, key, id=f"{version}-{key}")
        for version in VERSIONS
        for key in expected(version)[kind]
    ]


def missing(found, wanted, where="", close=CLOSE):
    """What is not as it was written; fields that records gained since are no difference."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        gone = [f"{where}.{key} is gone" for key in wanted if key not in found]
        both = [key for key in wanted if key in found]
        return gone + [
            one for key in both for one in missing(found[key], wanted[key], f"{where}.{key}", close)
        ]
    if isinstance(wanted, (list, tuple)) and isinstance(found, (list, tuple)) and len(wanted) == len(found):
        pairs = enumerate(zip(found, wanted, strict=True))
        return [one for at, (a, b) in pairs for one in missing(a, b, f"{where}[{at}]", close)]
    if isinstance(wanted, float) and isinstance(found, (int, float)):
        same = math.isclose(found, wanted, rel_tol=close, abs_tol=close)
    else:
        same = found == wanted and isinstance(found, bool) == isinstance(wanted, bool)
    return [] if same else [f"{where}: {found!r} was {wanted!r}"]


@pytest.fixture
def store(tmp_path):
    """A store of an earlier version, opened from a copy; called with the version."""
    opened = []

    def of(version):
        place = tmp_path / "sessions.sqlite"
        shutil.copy(KEPT / version / "sessions.sqlite", place)
        opened.append(open_store(f"sqlite:///{place}"))
        return opened[-1]

    yield of
    for one in opened:
        one.close()


@pytest.fixture
def empty(tmp_path):
    with closing(open_store(f"sqlite:///{tmp_path / 'empty.sqlite'}")) as opened:
        yield opened


def test_this_is_what_is_kept_and_nothing_of_it_was_written_again():
    assert "0.1.0" in VERSIONS
    for version in VERSIONS:
        page = content_of(version, "README.md").decode()
        listed = dict(re.findall(r"^\| `([^`]+)` \|.*\| `([0-9a-f]{16})` \|$", page, re.MULTILINE))
        found = {
            one.name: hashlib.sha256(one.read_bytes()).hexdigest()[:16]
            for one in (KEPT / version).iterdir()
            if one.name != "README.md"
        }
        assert found == listed


def test_a_difference_is_seen_and_a_new_field_is_none():
    assert missing({"a": [1.0, "x"], "new": 1}, {"a": [1.0 + 1e-15, "x"]}) == []
    assert missing({"a": [1.0]}, {"a": [1.1]}) == [".a[0]: 1.0 was 1.1"]
    assert missing({"a": [1.0, 2.0]}, {"a": [1.0]}) == [".a: [1.0, 2.0] was [1.0]"]
    assert missing({}, {"a": None}) == [".a is gone"]
    assert missing({"a": True}, {"a": 1}) == [".a: True was 1"]
    assert missing({"a": None}, {"a": 0.0}) == [".a: None was 0.0"]


# --- the store ---


@pytest.mark.parametrize("version", VERSIONS)
def test_a_store_opens_and_lists_its_sessions(store, version):
    opened = store(version)
    assert missing(figures.of_summaries(opened), expected(version)["listed"]) == []
    assert retention.keep_days(opened, {}) == expected(version)["keep_days"]


@pytest.mark.parametrize(("version", "key"), every("sessions"))
def test_a_session_of_a_store_has_its_figures(store, version, key):
    found = figures.of_session(store(version), id_of(version, key))
    assert missing(found, expected(version)["sessions"][key], key) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_a_session_of_a_store_comes_back_to_the_last_bit(store, version):
    with closing(
        sqlite3.connect(f"file:{KEPT / version / 'sessions.sqlite'}?mode=ro&immutable=1", uri=True)
    ) as raw:
        kept = dict(raw.execute("SELECT id, document FROM sessions").fetchall())
    opened = store(version)
    assert set(kept) == {id_of(version, key) for key in expected(version)["sessions"]}
    for id_, document in kept.items():
        found = codec.plain(sessions.load(opened, id_))
        assert missing(found, json.loads(document)["session"], close=0.0) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_the_history_of_a_session_is_told_in_both_languages(store, version):
    opened = store(version)
    wanted = expected(version)["sessions"]
    lines = [one for key in wanted for one in sessions.history(opened, id_of(version, key))]
    assert len(lines) == sum(len(one["history"]) for one in wanted.values())
    for lang in LANGUAGES:
        unknown = text.say("history.changed", lang)
        assert [one.key for one in lines if change_words.told(one, lang) in ("", unknown)] == []


@pytest.mark.parametrize("version", VERSIONS)
def test_a_phone_finds_its_ballot_again(store, version):
    opened = store(version)
    rounds_ = {one["kind"]: one for one in expected(version)["sessions"]["rich-en"]["rounds"]}
    for token, kind in expected(version)["tokens"].items():
        asked, ballot = taking_part.of_token(opened, token)
        cast = {name: choices for name, choices, _ in rounds_[kind]["ballots"]}
        assert (asked.kind, asked.state) == (kind, rounds_[kind]["state"])
        assert ballot.choices == cast.get(ballot.name, {})


@pytest.mark.parametrize("version", VERSIONS)
def test_a_session_of_a_store_is_worked_on(store, version):
    opened = store(version)
    before = sessions.load(opened, id_of(version, "rich-nl"))
    after = sessions.save(opened, sessions.replace(before, notes="Verder"), who="Joost")
    assert (after.revision, after.notes) == (before.revision + 1, "Verder")
    assert [one.key for one in sessions.history(opened, after.id)][-1] == "notes"
    assert {
        id_ for one in sessions.listed(opened) for id_ in confirmed_addresses.of_session(opened, one.id)
    } == set()
    locked = sessions.load(opened, id_of(version, "rich-en"))
    moved = sessions.replace(locked, settings=sessions.replace(locked.settings, fixed=(1.0, 1.0)))
    with pytest.raises(SessionLocked):
        sessions.save(opened, moved)
    retention.set_deleted(opened, id_of(version, "gone"), None)
    assert id_of(version, "gone") in {one.id for one in sessions.listed(opened)}


# --- sessions that were taken away ---


@pytest.mark.parametrize(("version", "name"), every("session_files"))
def test_a_session_that_was_taken_away_is_brought_back(empty, version, name):
    wanted = expected(version)["sessions"][expected(version)["session_files"][name]]
    document = document_in(version, name)
    session = portable.imported(empty, document, name=name, who="Ben")
    found = figures.of_session(empty, session.id)
    *history, last = found["history"]
    assert last[2:] == ["Ben", "imported"]
    changed = {"id": session.id, "archived": False}
    wanted = {**wanted, "document": {**wanted["document"], **changed}}
    assert missing({**found, "history": history}, wanted, name) == []


@pytest.mark.parametrize(("version", "name"), every("session_files"))
def test_a_session_that_was_taken_away_is_taken_away_again_the_same(empty, version, name):
    key = expected(version)["session_files"][name]
    kept = json.loads(content_of(version, f"session-{key}.cxsession"))
    document = document_in(version, name)
    assert missing(json.loads(document), kept, name, 0.0) == []
    session = portable.imported(empty, document, name=name)
    again = json.loads(portable.exported(empty, session.id))
    again["history"].pop()
    again["session"].update(id=kept["session"]["id"], archived=kept["session"]["archived"])
    # The address of a webhook is a secret, and leaves no more; what came with a file sleeps.
    assert session.webhook == kept["session"]["webhook"]
    assert confirmed_addresses.of_session(empty, session.id) == frozenset()
    assert again["session"].pop("webhook") == ""
    del kept["session"]["webhook"]
    for before, after in zip(kept["rounds"], again["rounds"], strict=True):
        if 0 < sum(one["choices"] != "{}" for one in before["ballots"]) < tallying.FEWEST:
            # Of few ballots a file holds what they gave together, and the ballots no more.
            told = json.loads(after["question"])
            assert after["ballots"] == [] and told.pop("together")["ballots"] > 0
            assert told == json.loads(before["question"])
            before.update(question=after["question"], ballots=[])
    assert missing(again, kept, name, 0.0) == []


# --- choices made for a file ---


@pytest.mark.parametrize(("version", "name"), every("mappings"))
def test_a_mapping_fits_its_file_and_gives_the_same_choices(version, name):
    wanted = expected(version)["mappings"][name]
    content, file = content_of(version, name), wanted["file"]
    book = intake.read(content_of(version, file), file)
    for choices in (mapping.fitting(content, book), mapping.recognised([content], book)):
        assert choices is not None
        assert missing(codec.plain(choices), wanted["choices"], name) == []
        seen = intake.understand(book, choices)
        understood = {part: wanted[part] for part in ("shape", "header_rows", "roles")}
        assert missing(figures.of_understanding(seen), understood, name) == []
        assert missing(figures.of_table(intake.together([book], choices)), wanted["table"], name) == []


# --- workbooks that may be loaded as data ---


def loaded(content, name):
    book = intake.read(content, name)
    return {
        "table": figures.of_table(intake.together([book])),
        **figures.of_understanding(intake.understand(book, Choices())),
    }


@pytest.mark.parametrize(("version", "name"), every("workbooks"))
def test_a_workbook_of_ours_is_read_as_the_same_touchpoints(version, name):
    assert missing(loaded(content_of(version, name), name), expected(version)["workbooks"][name], name) == []


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_workbook_with_findings_marked_is_read_as_the_one_that_it_was_made_of(version, lang):
    wanted = dict(expected(version)["marked"])
    name, findings = wanted.pop("file"), wanted.pop("findings")
    for one in (name, f"marked-{lang}.xlsx"):
        content = content_of(version, one)
        assert missing(loaded(content, one), wanted, one) == []
        told = figures.of_findings(intake.together([intake.read(content, one)]).findings)
        assert [one for one in findings if one not in told] == []


# --- decks ---


@pytest.mark.parametrize(("version", "name"), every("decks"))
def test_a_deck_has_its_titles_charts_and_names(version, name):
    assert missing(figures.of_deck(content_of(version, name)), expected(version)["decks"][name], name) == []


@pytest.mark.parametrize(("version", "name"), every("decks"))
def test_the_charts_of_a_deck_have_the_names_that_charts_get_today(version, name):
    deck = figures.of_deck(content_of(version, name))
    lang = deck["properties"][2][:2]
    found = {chart["name"]: list(chart["workbook"]) for slide in deck["slides"] for chart in slide["charts"]}
    drivers = {text.say("deliver.drivers.chart", lang)} if "derived" in name or "template" in name else set()
    assert set(found) == {text.say("deliver.sheet.matrix", lang)} | drivers
    assert all(sheets == [text.say("deliver.sheet.chart_data", lang)] for sheets in found.values())


@pytest.mark.parametrize(("version", "name"), every("templates"))
def test_a_deck_or_a_template_serves_for_the_next_deck(version, name):
    found = deliver.deck_template(content_of(version, name), name)
    assert missing(figures.of_template(found), expected(version)["templates"][name], name) == []
