"""Backups: made, checked, counted, let go, without what was removed for good, read by their owner only."""

import datetime as dt
import sqlite3
import stat

import pytest

from cx.errors import StoreFailed
from cx.session.keeper import Keeper
from cx.session.sessions import retention, stored
from cx.session.store import backups, database, options, schema, wiping
from tests.made import sessions as samples

DAY = dt.timedelta(days=1)


@pytest.fixture
def kept(tmp_path):
    opened = samples.opened(tmp_path)
    yield opened
    opened.close()


def days(kept):
    return [f"{one.made:%m-%d}" for one in backups.known(kept.file)]


def bytes_of(kept):
    return {path.name: path.read_bytes() for path in kept.file.parent.rglob("*") if path.is_file()}


def test_a_backup_is_a_whole_store_of_its_own(kept):
    session = stored.add(kept, samples.session())
    made = backups.make(kept.file, "day", now=samples.MORNING)
    assert (made.number, made.kind, made.sessions, made.made) == (1, "day", 1, samples.MORNING)
    assert backups.known(kept.file) == (made,)
    copy = database.open_store(f"sqlite:///{made.path}")
    assert stored.load(copy, session.id).name == "Energy Q3"
    copy.close()


def test_a_backup_is_its_owner_s_alone(kept):
    stored.add(kept, samples.session())
    made = backups.make(kept.file, "day")
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700


def test_one_is_due_on_each_day_once_there_is_a_session(kept):
    assert not backups.due(kept.file, samples.MORNING)
    stored.add(kept, samples.session())
    assert backups.due(kept.file, samples.MORNING)
    backups.make(kept.file, "day", now=samples.MORNING)
    assert not backups.due(kept.file, samples.MORNING + dt.timedelta(hours=14))
    assert backups.due(kept.file, samples.MORNING + DAY)


def test_those_of_the_last_seven_days_are_kept_whatever_the_clock_says(kept):
    stored.add(kept, samples.session())
    for day in (0, 1, 2, 3, 4, 5, 6, 6.2, 7, 4000, 8):
        backups.make(kept.file, "day", now=samples.MORNING + day * DAY)
    assert days(kept) == ["10-13", "09-17", "10-12", "10-11", "10-11", "10-10", "10-09", "10-08"]


def test_a_writer_at_work_holds_up_no_backup(kept):
    stored.add(kept, samples.session())
    with kept.begin():
        assert backups.make(kept.file, "day").sessions == 1


def test_a_damaged_store_makes_no_backup_and_the_earlier_ones_stay(kept):
    stored.add(kept, samples.session())
    made = backups.make(kept.file, "day", now=samples.MORNING)
    kept.pragma("wal_checkpoint(TRUNCATE)")
    kept.engine.dispose()
    with kept.file.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 8192)
    with pytest.raises(StoreFailed):
        backups.make(kept.file, "day", now=samples.MORNING + DAY)
    assert [one.path for one in backups.known(kept.file)] == [made.path]
    assert [path.suffix for path in made.path.parent.iterdir()] == [".sqlite"]


def test_a_damaged_backup_is_known_for_one(kept):
    stored.add(kept, samples.session())
    made = backups.make(kept.file, "day")
    made.path.write_bytes(made.path.read_bytes()[:5000])
    with pytest.raises(StoreFailed) as caught:
        backups.checked(made.path)
    assert caught.value.key in ("backup_damaged", "store_damaged")
    made.path.write_bytes(b"?")
    assert [one.sessions for one in backups.known(kept.file)] == [None]


def test_a_backup_whose_pages_do_not_fit_together_is_no_backup_although_it_can_be_read(kept, monkeypatch):
    """Whatever opens and counts may still hold pages that nothing leads to: only a look through all tells."""
    stored.add(kept, samples.session())
    made = backups.make(kept.file, "day")
    _with_a_lost_page(made.path)
    with pytest.raises(StoreFailed) as caught:
        backups.checked(made.path)
    assert (caught.value.key, caught.value.values["place"]) == ("backup_damaged", made.path.name)
    copy = backups._copy

    def spoilt(store, part):
        copy(store, part)
        _with_a_lost_page(part)

    made.path.unlink()
    monkeypatch.setattr(backups, "_copy", spoilt)
    with pytest.raises(StoreFailed):
        backups.make(kept.file, "day")
    assert backups.known(kept.file) == ()


def _with_a_lost_page(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE INDEX lost ON sessions (name)")
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("DELETE FROM sqlite_schema WHERE name = 'lost'")
    connection.close()


def test_an_older_store_is_backed_up_before_it_is_brought_up(tmp_path):
    path = tmp_path / "sessions.sqlite"
    first = samples.opened(tmp_path)
    stored.add(first, samples.session())
    with first.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE sessions DROP COLUMN summary")
        connection.exec_driver_sql("DELETE FROM schema_version")
        connection.exec_driver_sql("INSERT INTO schema_version VALUES (1)")
    first.close()
    samples.opened(tmp_path).close()
    (made,) = backups.known(path)
    assert (made.kind, made.sessions) == ("upgrade", 1)
    with sqlite3.connect(made.path) as old:
        assert old.execute("SELECT max(number) FROM schema_version").fetchall() == [(1,)]
    old.close()
    with sqlite3.connect(path) as new:
        assert new.execute("SELECT max(number) FROM schema_version").fetchall() == [(schema.VERSION,)]
    new.close()


def test_what_was_removed_for_good_is_in_no_file_any_more(kept):
    session = stored.add(kept, samples.session("Vanishing act", notes="vanishing note"))
    stays = stored.add(kept, samples.session("Staying"))
    for turn in range(5):
        session = stored.save(kept, stored.replace(session, notes=f"vanishing note {turn}"))
    backups.make(kept.file, "day", now=samples.MORNING)
    assert any(b"vanishing note" in content for content in bytes_of(kept).values())
    retention.set_deleted(kept, session.id, samples.MORNING)
    for day in range(8):
        retention.tidy(kept, now=samples.MORNING + day * DAY, environment={})
    found = bytes_of(kept)
    assert [name for name, content in found.items() if b"anishing" in content] == []
    assert len(found) == 4
    assert [one.sessions for one in backups.known(kept.file)] == [1]
    assert stored.load(kept, stays.id).name == "Staying"
    with kept.read() as connection:
        assert options.names(connection, options.TO_WIPE) == ()


def test_what_somebody_still_reads_is_wiped_later(kept):
    session = stored.add(kept, samples.session("Vanishing act"))
    with kept.read() as reading:
        stored_name = reading.exec_driver_sql("SELECT name FROM sessions").scalar()
        stored.remove(kept, session.id)
        assert stored_name == "Vanishing act"
        assert any(b"Vanishing act" in content for content in bytes_of(kept).values())
        with kept.read() as connection:
            assert options.names(connection, options.TO_WIPE) == (session.id,)
    assert wiping.wipe(kept)
    assert [name for name, content in bytes_of(kept).items() if b"Vanishing act" in content] == []


def test_a_backup_that_cannot_be_cleared_goes_whole(kept):
    session = stored.add(kept, samples.session())
    made = backups.make(kept.file, "day")
    made.path.write_bytes(made.path.read_bytes()[:9000])
    stored.remove(kept, session.id)
    assert not made.path.exists()


def test_the_keeper_makes_the_backup_of_the_day_and_empties_the_log(kept):
    stored.add(kept, samples.session())
    keeper = Keeper(kept)
    for day in (0, 0.1, 1):
        assert keeper.turn(samples.MORNING + day * DAY) == ()
    assert days(kept) == ["10-06", "10-05"]
    assert kept.file.with_name("sessions.sqlite-wal").stat().st_size == 0


def test_the_keeper_goes_on_where_one_thing_fails(kept, monkeypatch, caplog):
    stored.add(kept, samples.session())

    def full(*_args, **_more):
        raise StoreFailed("store_full", place="here", reason="?")

    monkeypatch.setattr(backups, "make", full)
    assert Keeper(kept).turn(samples.MORNING) == ("backup",)
    assert "no room left" in caplog.text


def test_the_keeper_ends_with_its_store(tmp_path):
    import threading

    opened = samples.opened(tmp_path)
    before = threading.enumerate()
    Keeper(opened).start()
    (thread,) = [one for one in threading.enumerate() if one.name == "cx-keeper" and one not in before]
    opened.close()
    thread.join(60)
    assert not thread.is_alive()
