"""Changes that the store could not take, of people who have left: saved later, and over nobody's work."""

import sqlite3
import time

import pytest
import sqlalchemy as sql

from cx.records import Lock
from cx.session.keeper import Keeper
from cx.session.sessions import retention, stored
from cx.session.sessions.waiting_changes import PATIENCE, Change, Waiting, save
from cx.session.store import database, schema
from tests.made import sessions as samples


@pytest.fixture
def kept(tmp_path, monkeypatch):
    monkeypatch.setattr(database, "_PATIENCE", 0.1)
    opened = samples.opened(tmp_path)
    yield opened
    opened.close()


def change(base, **fields):
    return Change(base, stored.replace(base, **fields), "Anna", f"{base.name} (later)")


def names(kept):
    return sorted(one.name for one in stored.listed(kept))


def test_it_is_saved_once_its_owner_has_left_and_the_database_is_back(kept):
    session = stored.add(kept, samples.session())
    seconds = [0.0]
    waiting = Waiting(clock=lambda: seconds[0])
    waiting.hold("a", change(session, notes="mine"))
    assert waiting.settle(kept) == 0  # he is there still
    seconds[0] = PATIENCE
    holder = sqlite3.connect(kept.file, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    assert (waiting.settle(kept), len(waiting)) == (0, 1)
    holder.execute("ROLLBACK")
    holder.close()
    assert (waiting.settle(kept), len(waiting)) == (1, 0)
    assert stored.load(kept, session.id).notes == "mine"
    assert stored.history(kept, session.id)[-1].who == "Anna"


def test_what_no_database_keeps_holds_up_nobody_else(kept):
    session = stored.add(kept, samples.session())
    seconds = [0.0]
    waiting = Waiting(clock=lambda: seconds[0])
    waiting.hold("a", change(session, notes="half a sign \ud83d"))
    waiting.hold("b", change(session, notes="whole"))
    seconds[0] = PATIENCE
    assert (waiting.settle(kept), len(waiting)) == (1, 1)
    assert stored.load(kept, session.id).notes == "whole"


def test_a_session_that_a_newer_version_wrote_meanwhile_stays_and_the_change_stands_beside(kept):
    session = stored.add(kept, samples.session())
    table = schema.sessions
    newer = stored.row(session)["document"].replace('"version":1,', '"version":99,')
    with kept.begin() as connection:
        connection.execute(sql.update(table).values(document=newer))
    saved = save(kept, change(session, notes="mine"))
    assert (saved.id != session.id, saved.notes, names(kept)) == (
        True,
        "mine",
        [session.name, f"{session.name} (later)"],
    )
    with kept.read() as connection:
        query = sql.select(table.c.document).where(table.c.id == session.id)
        assert connection.execute(query).scalar() == newer


def test_who_asks_again_is_there_and_who_is_done_is_forgotten(kept):
    session = stored.add(kept, samples.session())
    seconds = [0.0]
    waiting = Waiting(clock=lambda: seconds[0])
    waiting.hold("a", change(session, notes="x"))
    waiting.hold("b", change(session, notes="y"))
    seconds[0] = PATIENCE - 1
    waiting.hold("a", change(session, notes="xx"))
    waiting.drop("b")
    seconds[0] = PATIENCE + 1
    assert (waiting.settle(kept), len(waiting)) == (0, 1)


def test_what_others_changed_besides_stands(kept):
    base = stored.add(kept, samples.session())
    stored.save(kept, stored.replace(base, decisions=(samples.decision(),)))
    save(kept, change(base, notes="mine"))
    found = stored.load(kept, base.id)
    assert (found.notes, len(found.decisions)) == ("mine", 1)
    assert names(kept) == ["Energy Q3"]


@pytest.mark.parametrize(
    "theirs",
    [
        lambda kept, one: stored.save(kept, stored.replace(one, notes="theirs")),
        lambda kept, one: retention.set_deleted(kept, one.id, samples.MORNING),
        lambda kept, one: stored.remove(kept, one.id),
        lambda kept, one: stored.save(kept, stored.replace(one, locked=Lock(samples.MORNING, "Ben"))),
    ],
    ids=["changed the same", "deleted it", "removed it", "locked it"],
)
def test_where_nobody_can_be_asked_it_becomes_a_session_beside(kept, theirs):
    base = stored.add(kept, samples.session())
    theirs(kept, base)
    other = samples.session("x", touchpoints=samples.table(notes=("a", "b", "c", "d")))
    saved = save(kept, change(base, notes="mine", touchpoints=other.touchpoints))
    assert saved.name == "Energy Q3 (later)"
    assert stored.load(kept, saved.id).notes == "mine"
    assert [one.key for one in stored.history(kept, saved.id)] == ["beside"]
    others = [one for one in stored.listed(kept) if one.id == base.id]
    assert [stored.load(kept, one.id).notes for one in others] in ([], ["theirs"], [""])


def test_a_damaged_session_gets_what_was_on_the_screen(kept):
    base = stored.add(kept, samples.session())
    with kept.begin() as connection:
        connection.execute(schema.sessions.update().values(document="{"))
    save(kept, change(base, notes="mine"))
    assert stored.load(kept, base.id).notes == "mine"


def test_the_keeper_looks_often_for_what_began_to_wait_after_its_turn(kept):
    """Also where nothing else is due for ten minutes."""
    session = stored.add(kept, samples.session())
    seconds = [0.0]
    keeper = Keeper(kept, Waiting(clock=lambda: seconds[0]), first=0.0, often=0.02)
    turns = []
    keeper.turn = lambda: turns.append(keeper.waiting.settle(kept))
    keeper.start()
    _until(lambda: turns)
    keeper.waiting.hold("a", change(session, notes="mine"))
    seconds[0] = PATIENCE
    _until(lambda: stored.load(kept, session.id).notes == "mine")
    _until(lambda: turns[-1] == 1)  # what is saved is counted a moment after it can be seen
    assert turns[0] == 0 and sum(turns) == 1


def _until(holds):
    for _ in range(1000):
        if holds():
            return
        time.sleep(0.01)
    pytest.fail("it did not come")


def test_the_keeper_saves_it(kept):
    session = stored.add(kept, samples.session())
    keeper = Keeper(kept, Waiting(clock=iter((0.0, PATIENCE)).__next__))
    keeper.waiting.hold("a", change(session, notes="mine"))
    assert keeper.turn() == ()
    assert stored.load(kept, session.id).notes == "mine"
