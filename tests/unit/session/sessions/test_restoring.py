"""A backup in the place of the store: whoever has a session open overwrites nothing, and nothing is lost."""

import threading

import pytest

from cx.errors import Conflict, SessionGone, StoreFailed
from cx.session.sessions import restoring, retention, stored
from cx.session.store import backups, database
from tests.made import sessions as samples


@pytest.fixture
def kept(tmp_path):
    opened = samples.opened(tmp_path)
    yield opened
    opened.close()


def test_all_is_as_it_was_and_what_was_there_is_a_backup(kept):
    session = stored.add(kept, samples.session(notes="then"))
    made = backups.make(kept.file, "day", now=samples.MORNING)
    session = stored.save(kept, stored.replace(session, notes="later"))
    later = stored.add(kept, samples.session("Later"))
    assert restoring.restore(kept.file, made, live=kept, who="Anna") == 1
    assert [one.name for one in stored.listed(kept)] == ["Energy Q3"]
    assert stored.load(kept, session.id).notes == "then"
    assert stored.history(kept, session.id)[-1].key == "backup"
    assert stored.history(kept, session.id)[-1].who == "Anna"
    latest = backups.known(kept.file)[0]
    assert (latest.kind, latest.sessions) == ("restore", 2)
    restoring.restore(kept.file, latest, live=kept)
    assert stored.load(kept, later.id).name == "Later"
    assert stored.load(kept, session.id).notes == "later"


def test_who_has_the_session_open_overwrites_nothing(kept):
    session = stored.add(kept, samples.session())
    made = backups.make(kept.file, "day")
    on_screen = stored.save(kept, stored.replace(session, notes="b"))
    restoring.restore(kept.file, made, live=kept)
    back = stored.load(kept, session.id)
    assert (on_screen.revision, back.revision) == (2, 3)
    for turn in range(3):
        back = stored.save(kept, stored.replace(back, notes=f"other {turn}"))
    with pytest.raises(Conflict):
        stored.save(kept, stored.replace(on_screen, notes="c"))


def test_another_program_that_has_the_store_open_sees_the_backup(tmp_path, kept):
    session = stored.add(kept, samples.session(notes="then"))
    made = backups.make(kept.file, "day")
    second = samples.opened(tmp_path)
    stored.save(second, stored.replace(session, notes="later"))
    restoring.restore(kept.file, made, live=kept)
    assert stored.load(second, session.id).notes == "then"
    second.close()


def test_a_damaged_backup_is_not_used(kept):
    session = stored.add(kept, samples.session())
    made = backups.make(kept.file, "day")
    made.path.write_bytes(made.path.read_bytes()[:20_000])
    with pytest.raises(StoreFailed):
        restoring.restore(kept.file, made, live=kept)
    assert stored.load(kept, session.id).revision == 1
    assert [path.name for path in made.path.parent.iterdir()] == [made.path.name]


@pytest.mark.parametrize("opens", [True, False], ids=["one page", "all of it"])
def test_a_store_that_is_damaged_is_replaced_and_its_bytes_are_kept(tmp_path, kept, opens):
    session = stored.add(kept, samples.session())
    made = backups.make(kept.file, "day")
    kept.pragma("wal_checkpoint(TRUNCATE)")
    with kept.read() as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'sessions'"
        start = (connection.exec_driver_sql(query).scalar() - 1) * 4096
    kept.close()
    broken = bytearray(kept.file.read_bytes())
    start, end = (start, start + 4096) if opens else (0, len(broken))
    broken[start:end] = b"\xff" * (end - start)
    kept.file.write_bytes(broken)
    try:
        live = samples.opened(tmp_path)
    except StoreFailed:
        live = None
    assert (live is not None) == opens
    assert restoring.restore(kept.file, made, live=live) == 1
    if live:
        live.close()
    again = samples.opened(tmp_path)
    assert stored.load(again, session.id).revision == 1_002
    again.close()
    aside = next(one for one in backups.known(kept.file) if one.kind == "damaged")
    assert aside.path.read_bytes() == bytes(broken)
    assert aside.sessions is None


def test_a_store_that_another_program_holds_stays_as_it_is(kept, monkeypatch):
    import sqlite3

    monkeypatch.setattr(restoring, "_PATIENCE", 0.3)
    session = stored.add(kept, samples.session(notes="then"))
    made = backups.make(kept.file, "day")
    stored.save(kept, stored.replace(session, notes="later"))
    holder = sqlite3.connect(kept.file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreFailed) as caught:
        restoring.restore(kept.file, made, live=kept)
    assert caught.value.key == "store_busy"
    holder.execute("ROLLBACK")
    holder.close()
    assert stored.load(kept, session.id).notes == "later"


def test_what_was_removed_for_good_does_not_come_back(kept):
    session = stored.add(kept, samples.session())
    made = backups.make(kept.file, "day")
    stored.remove(kept, session.id)
    restoring.restore(kept.file, made, live=kept)
    with pytest.raises(SessionGone):
        stored.load(kept, session.id)


def test_what_was_deleted_in_the_backup_can_be_restored_for_seven_days_again(kept):
    import datetime as dt

    session = stored.add(kept, samples.session())
    retention.set_deleted(kept, session.id, samples.MORNING)
    for day in range(3):
        retention.tidy(kept, now=samples.MORNING + dt.timedelta(days=day), environment={})
    made = backups.make(kept.file, "day")
    restoring.restore(kept.file, made, live=kept)
    for day in range(3, 10):
        assert retention.tidy(kept, now=samples.MORNING + dt.timedelta(days=day), environment={}) == 0
    assert retention.tidy(kept, now=samples.MORNING + dt.timedelta(days=10), environment={}) == 1


def test_threads_that_write_meanwhile_lose_nothing_that_was_acknowledged_after(kept):
    stored.add(kept, samples.session())
    made = backups.make(kept.file, "day")
    stop, saved = threading.Event(), []

    def write():
        while not stop.is_set():
            one = stored.add(kept, samples.session("Meanwhile"))
            saved.append(one.id)

    thread = threading.Thread(target=write)
    thread.start()
    restoring.restore(kept.file, made, live=kept)
    stop.set()
    thread.join()
    latest = next(one for one in backups.known(kept.file) if one.kind == "restore")
    before = database.open_store(f"sqlite:///{latest.path}", backup=False)
    held = {one.id for one in (*stored.listed(kept), *stored.listed(before))}
    before.close()
    assert set(saved) - held == set()
