"""Drafts on the disk: sealed, whose they are, how long they stay, and what is written when."""

import datetime as dt
import json
import os
import stat

import pytest

from cx.errors import StoreFailed, StoreRefused, UnreadableFile
from cx.records import Settings
from cx.session.drafts import keeping, place, record, sealing
from cx.session.drafts.writer import AFTER, LATEST, Writer
from tests.unit.session.drafts.draft_cases import NOW, draft

TOKEN = "a" * 43
ANNA, BEN = place.owner(TOKEN), place.owner("b" * 43)


@pytest.fixture
def home(tmp_path):
    return {"CX_DATA": str(tmp_path)}


# --- sealing ---


def test_what_is_sealed_is_opened_by_the_same_content_only():
    key = sealing.key_of(b"respondent;rating\nr17;3\n")
    seal = sealing.sealed("r17 said 3", key)
    assert sealing.opened(seal, key) == "r17 said 3"
    assert "r17" not in seal
    assert sealing.sealed("r17 said 3", key) != seal
    for other in (b"", b"respondent;rating\nr17;4\n"):
        with pytest.raises(ValueError, match="another key"):
            sealing.opened(seal, sealing.key_of(other))
    for damaged in (seal[:-4] + "AAA=", seal[:20], "", "no seal"):
        with pytest.raises(ValueError, match=r"key|base64|padding|Only|Incorrect|decode"):
            sealing.opened(damaged, key)


def test_the_key_cannot_be_had_from_what_a_draft_names():
    import hashlib

    content = b"a;b\n1;2\n"
    assert sealing.key_of(content).hex() != hashlib.sha256(content).hexdigest()


# --- whose they are ---


def test_a_draft_is_read_by_its_owner_alone_and_by_its_browser_alone(home):
    keeping.write(ANNA, "one", record.written(draft()), home)
    (path,) = place.of_owner(ANNA, home)
    assert place.of_owner(BEN, home) == ()
    assert TOKEN not in path.name
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [one.name for one in path.parent.iterdir()] == [path.name]  # nothing half written beside it


@pytest.mark.parametrize("given", ["", "a" * 42, "a" * 44, "a" * 42 + "/", "*" * 43, None, 7])
def test_what_is_no_token_opens_nothing(given):
    assert not place.is_token(given)


def test_a_browser_has_a_few_drafts_and_the_oldest_goes_first(home):
    for number in range(keeping.MOST + 2):
        keeping.write(ANNA, f"{number:02}", "{}", home)
        os.utime(place.file(ANNA, f"{number:02}", home), (number, number))
    keeping.write(ANNA, "last", "{}", home)
    kept = [path.stem.rpartition("-")[2] for path in place.of_owner(ANNA, home)]
    assert kept == ["last", *(f"{number:02}" for number in range(keeping.MOST + 1, 2, -1))]


def test_what_was_looked_at_in_a_session_is_never_offered(home):
    keeping.write(ANNA, place.of_session("0" * 32), "{}", home)
    assert place.of_owner(ANNA, home) == ()
    assert len(place.all_of_owner(ANNA, home)) == 1


# --- what it holds ---


def test_a_draft_comes_back_as_it_was(home):
    files = (record.DraftFile("scores.csv", "file", 12, "ab", "seal"),)
    settings = Settings(crosshair_rule="fixed", fixed=(6.8, 4.0))
    keeping.write(ANNA, "one", record.written(draft(files=files, settings=settings), screen={}), home)
    found, parts = record.read(keeping.read(place.file(ANNA, "one", home)))
    assert (found.files, found.settings, found.moment) == (files, settings, NOW)
    assert found.touchpoints.rows["touchpoint"].tolist() == ["Invoice", "App"]
    assert parts["screen"] == {}


def test_a_draft_that_is_damaged_or_newer_is_refused_with_words():
    whole = record.written(draft())
    newer = json.dumps({**json.loads(whole), "version": record.VERSION + 1})
    with pytest.raises(StoreRefused):
        record.read(newer)
    odd = json.dumps({**json.loads(whole), "draft": {"id": 7}})
    for text in (whole[:100], "[]", "{}", odd, whole.replace("satisfaction", "satisfied")):
        with pytest.raises(UnreadableFile):
            record.read(text)


# --- how long ---


def test_a_draft_goes_after_seven_days_that_were_seen_to_pass(home):
    keeping.write(ANNA, "old", "{}", home)
    for day in range(keeping.KEEP_DAYS):
        assert keeping.tidy(NOW + dt.timedelta(days=day), home) == 0
    keeping.write(ANNA, "new", "{}", home)
    assert keeping.tidy(NOW + dt.timedelta(days=keeping.KEEP_DAYS), home) == 1
    assert [path.stem.rpartition("-")[2] for path in place.of_owner(ANNA, home)] == ["new"]


def test_a_clock_that_jumps_years_ahead_removes_no_draft(home):
    keeping.write(ANNA, "one", "{}", home)
    keeping.tidy(NOW, home)
    assert keeping.tidy(NOW + dt.timedelta(days=5000), home) == 0
    assert keeping.tidy(NOW, home) == 0


def test_a_draft_that_is_changed_begins_its_days_anew(home):
    keeping.write(ANNA, "one", "{}", home)
    path = place.file(ANNA, "one", home)
    for day in range(keeping.KEEP_DAYS + 3):
        os.utime(path, (day, day))
        assert keeping.tidy(NOW + dt.timedelta(days=day), home) == 0


def test_what_is_removed_is_overwritten_and_gone(home, monkeypatch):
    keeping.write(ANNA, "one", "secret", home)
    path = place.file(ANNA, "one", home)
    seen = []
    monkeypatch.setattr(type(path), "unlink", lambda self, **_: seen.append(self.read_bytes()))
    keeping.remove(path)
    assert seen == [bytes(len("secret"))]
    monkeypatch.undo()
    keeping.remove(path)
    keeping.remove(path)
    assert place.of_owner(ANNA, home) == ()


# --- what is written when ---


@pytest.fixture
def clock():
    return [0.0]


@pytest.fixture
def writer(home, clock):
    return Writer(home, clock=lambda: clock[0])


def read(home, id_="one"):
    return keeping.read(place.file(ANNA, id_, home))


def test_many_changes_are_written_once_and_in_time(writer, home, clock):
    made = []

    def make(number):
        return lambda _as_it_is: made.append(number) or str(number)

    while clock[0] < LATEST:
        writer.note(ANNA, "one", make(clock[0]))
        assert writer.turn() == 0
        clock[0] += AFTER / 2
    assert writer.turn() == 1  # although changes go on
    writer.note(ANNA, "one", make("last"))
    clock[0] += AFTER
    assert (writer.turn(), writer.turn()) == (1, 0)
    assert (read(home), len(made)) == ("last", 2)


def test_a_browser_that_comes_back_gets_what_was_noted_a_moment_ago(writer, home):
    writer.note(ANNA, "one", lambda as_it_is: "mine" if as_it_is else None)
    writer.note(BEN, "two", lambda _: "his")
    writer.flush(ANNA)
    assert read(home) == "mine"
    assert place.of_owner(BEN, home) == ()


def test_what_is_not_known_yet_is_waited_for_and_not_for_ever(writer, home, clock):
    writer.note(ANNA, "one", lambda as_it_is: "without" if as_it_is else None)
    clock[0] = AFTER
    assert (writer.turn(), read(home)) == (0, None)
    clock[0] = LATEST
    assert (writer.turn(), read(home)) == (1, "without")


def test_what_is_dropped_is_neither_written_nor_left(writer, home, clock):
    keeping.write(ANNA, "one", "before", home)
    writer.note(ANNA, "one", lambda _: "after")
    writer.drop(ANNA, "one")
    clock[0] = LATEST
    assert (writer.turn(), read(home)) == (0, None)


def test_a_folder_that_takes_nothing_is_told_and_the_next_change_tries_again(writer, home, clock, tmp_path):
    in_the_way = tmp_path / "drafts"
    in_the_way.write_text("a file")
    writer.note(ANNA, "one", lambda _: "mine")
    clock[0] = AFTER
    writer.turn()
    assert isinstance(writer.fault(ANNA, "one"), StoreFailed)
    in_the_way.unlink()
    writer.note(ANNA, "one", lambda _: "mine")
    clock[0] += AFTER
    writer.turn()
    assert (writer.fault(ANNA, "one"), read(home)) == (None, "mine")


def test_one_that_cannot_be_made_stops_no_other(writer, home, clock):
    writer.note(BEN, "two", lambda _: 1 / 0)
    clock[0] = AFTER
    with pytest.raises(ZeroDivisionError):
        writer.turn()
    writer.note(ANNA, "one", lambda _: "mine")
    clock[0] += AFTER
    assert (writer.turn(), read(home)) == (1, "mine")
