"""Every fault of the database is an error of ours, in two languages, and leaves nothing half done."""

import sqlite3
import stat
import threading
import time

import pytest
import sqlalchemy as sql

from cx.errors import SessionDamaged, StoreFailed, StoreRefused
from cx.session import place
from cx.session.sessions import document, stored
from cx.session.store import database, faults, schema
from tests.made import sessions as samples

TRIES = 3
"""What ends in time does so once at least: a machine may be busy now and then."""
URL = sql.make_url("postgresql://anna:secret@db.example/cx")


@pytest.fixture
def kept(tmp_path):
    opened = samples.opened(tmp_path)
    yield opened
    opened.close()


def as_it_was(kept, session):
    return document.written(stored.load(kept, session.id)) == document.written(session)


def other(kept):
    """Another program that has the same file open."""
    return sqlite3.connect(kept.file, isolation_level=None)


def told(caught, key):
    assert caught.value.key == key
    for lang in ("en", "nl"):
        assert str(caught.value.values["place"]) in caught.value.what(lang)
        assert caught.value.todo(lang)


def filled(kept):
    """Let the file grow no more."""

    def limit(connection, _record):
        connection.execute("PRAGMA max_page_count=1")

    sql.event.listen(kept.engine, "connect", limit)
    kept.engine.dispose()
    return lambda: (sql.event.remove(kept.engine, "connect", limit), kept.engine.dispose())


def test_a_full_disk_keeps_what_was_there_and_takes_the_change_once_there_is_room(kept):
    session = stored.add(kept, samples.session())
    room = filled(kept)
    changed = stored.replace(session, notes="long " * 4000)
    with pytest.raises(StoreFailed) as caught:
        stored.save(kept, changed)
    told(caught, "store_full")
    assert as_it_was(kept, session)
    room()
    assert stored.save(kept, changed).revision == 2


def test_a_database_that_another_program_holds_is_said_after_a_while_and_at_once_the_next_time(
    kept, monkeypatch
):
    monkeypatch.setattr(database, "_PATIENCE", 0.5)
    session = stored.add(kept, samples.session())
    changed = stored.replace(session, notes="x")
    holder = other(kept)
    holder.execute("BEGIN EXCLUSIVE")
    waits, asked = [], []
    sql.event.listen(kept.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    for _ in range(2):
        began = time.monotonic()
        with pytest.raises(StoreFailed) as caught:
            stored.save(kept, changed)
        waits.append(time.monotonic() - began)
        told(caught, "store_busy")
    assert waits[0] >= 0.5
    assert waits[1] >= 0.25
    assert [one for one in asked if "busy_timeout" in one] == [
        "PRAGMA busy_timeout=500",
        "PRAGMA busy_timeout=250",
    ]
    holder.execute("ROLLBACK")
    assert stored.save(kept, changed).revision == 2
    assert not kept.locked.is_set()
    holder.close()


def test_readers_wait_for_nobody(kept):
    """Neither for another program that writes, nor for a thread of ours."""
    session = stored.add(kept, samples.session())
    holder = other(kept)
    holder.execute("BEGIN IMMEDIATE")
    holder.execute("UPDATE sessions SET name = 'not yet'")

    def read_at_once():
        began = time.monotonic()
        assert as_it_was(kept, session)
        assert [one.name for one in stored.listed(kept)] == ["Energy Q3"]
        assert [one.key for one in stored.history(kept, session.id)] == ["created"]
        assert stored.revision(kept, session.id) == 1
        return time.monotonic() - began < 5  # the patience of a writer is ten

    with kept.turn:
        assert any(read_at_once() for _ in range(TRIES))
    holder.execute("ROLLBACK")
    holder.close()


def test_a_store_can_be_opened_while_another_program_writes(tmp_path, kept):
    stored.add(kept, samples.session())
    holder = other(kept)
    holder.execute("BEGIN IMMEDIATE")
    second = samples.opened(tmp_path)
    assert [one.name for one in stored.listed(second)] == ["Energy Q3"]
    second.close()
    holder.execute("ROLLBACK")
    holder.close()


def test_a_thread_that_does_not_get_its_turn_is_told(kept, monkeypatch):
    monkeypatch.setattr(database, "_PATIENCE", 0.05)
    with kept.turn, pytest.raises(StoreFailed) as caught:
        stored.add(kept, samples.session())
    assert caught.value.key == "store_busy"


def overwritten(file, offset, length):
    with file.open("r+b") as opened:
        opened.seek(offset)
        opened.write(b"\xff" * length)


def test_a_damaged_page_is_said_and_what_lies_elsewhere_can_be_read(kept):
    session = stored.add(kept, samples.session())
    kept.pragma("wal_checkpoint(TRUNCATE)")
    with kept.read() as connection:
        root = connection.exec_driver_sql(
            "SELECT rootpage FROM sqlite_master WHERE name = 'changes'"
        ).scalar()
    kept.engine.dispose()
    overwritten(kept.file, (root - 1) * 4096, 4096)
    with pytest.raises(StoreFailed) as caught:
        stored.history(kept, session.id)
    told(caught, "store_damaged")
    assert as_it_was(kept, session)


@pytest.mark.parametrize(
    "content", [b"no database at all, but long enough to be one" * 40, b"SQLite format 3"]
)
def test_a_file_that_is_no_database_is_refused(tmp_path, content):
    (tmp_path / "sessions.sqlite").write_bytes(content)
    with pytest.raises(StoreFailed) as caught:
        samples.opened(tmp_path)
    told(caught, "store_unreadable")
    assert (tmp_path / "sessions.sqlite").read_bytes() == content


@pytest.mark.parametrize("version", ["0", "-4", "'two'", "NULL", "0 WHERE 0"])
def test_a_version_that_no_program_wrote_is_refused_and_nothing_is_changed(tmp_path, version):
    path = tmp_path / "sessions.sqlite"
    with sqlite3.connect(path) as made:
        made.execute("CREATE TABLE schema_version (number)")
        made.execute("CREATE TABLE sessions (id TEXT)")
        made.execute(f"INSERT INTO schema_version SELECT {version}")
    made.close()
    with pytest.raises(StoreRefused) as caught:
        samples.opened(tmp_path)
    assert caught.value.key == "store_version"
    assert caught.value.values["known"] == schema.VERSION
    with sqlite3.connect(path) as made:
        assert {row[0] for row in made.execute("SELECT name FROM sqlite_master")} == {
            "schema_version",
            "sessions",
        }
    made.close()


def test_a_store_without_one_of_its_tables_gets_it_back(tmp_path, kept):
    holder = other(kept)
    holder.execute("DROP TABLE guesses")
    holder.close()
    again = samples.opened(tmp_path)
    with again.read() as connection:
        assert sql.inspect(connection).has_table("guesses")
    again.close()


def test_a_database_that_may_not_be_written_can_be_read(kept):
    session = stored.add(kept, samples.session())
    sql.event.listen(kept.engine, "connect", lambda one, _: one.execute("PRAGMA query_only=ON"))
    kept.engine.dispose()
    with pytest.raises(StoreFailed) as caught:
        stored.save(kept, stored.replace(session, notes="x"))
    told(caught, "store_readonly")
    assert as_it_was(kept, session)


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreFailed) as caught:
        place.default_url({"CX_DATA": str(tmp_path / "file" / "cx")})
    told(caught, "store_folder")


def test_a_folder_that_went_away_is_said(tmp_path):
    with pytest.raises(StoreFailed) as caught:
        database.open_store(f"sqlite:///{tmp_path / 'not' / 'there.sqlite'}")
    told(caught, "store_unreached")


class Driver(Exception):
    """What a driver for PostgreSQL raises."""

    def __init__(self, *given, state=None):
        super().__init__(*given)
        if state:
            self.sqlstate = state


@pytest.mark.parametrize(
    ("kind", "orig", "key"),
    [
        (sql.exc.OperationalError, Driver("connection refused\nis it running?"), "store_unreached"),
        (sql.exc.InterfaceError, Driver("network error"), "store_unreached"),
        (sql.exc.OperationalError, Driver("terminating", state="57P01"), "store_unreached"),
        (sql.exc.ProgrammingError, Driver({"C": "28P01", "M": "password of anna"}), "store_not_let_in"),
        (sql.exc.OperationalError, Driver("no entry", state="28000"), "store_not_let_in"),
        (sql.exc.OperationalError, Driver("no room", state="53100"), "store_full"),
        (sql.exc.OperationalError, Driver("too many clients", state="53300"), "store_busy"),
        (sql.exc.OperationalError, Driver("lock timeout", state="55P03"), "store_busy"),
        (sql.exc.OperationalError, Driver("serialisation", state="40001"), "store_busy"),
        (sql.exc.InternalError, Driver("read only", state="25006"), "store_readonly"),
        (sql.exc.ProgrammingError, Driver({"C": "42501", "M": "denied"}), "store_readonly"),
        (sql.exc.ProgrammingError, Driver({"C": "42P01", "M": "no table"}), "store_damaged"),
        (sql.exc.InternalError, Driver("corrupted", state="XX001"), "store_damaged"),
        (sql.exc.DataError, Driver("odd", state="22021"), "store_failed"),
    ],
)
def test_a_server_s_faults_are_the_same_few(kind, orig, key):
    with pytest.raises(StoreFailed) as caught, faults.told(URL):
        raise kind("SELECT secret", {"choices": "secret"}, orig)
    assert caught.value.key == key
    assert caught.value.values["place"] == "db.example/cx"
    assert "secret" not in caught.value.message("en") + caught.value.message("nl")


def test_a_server_that_went_and_a_pool_that_is_empty_are_said():
    gone = sql.exc.OperationalError("x", {}, Driver("odd", state="99999"), connection_invalidated=True)
    assert faults.of(gone, URL).key == "store_unreached"
    assert faults.of(sql.exc.TimeoutError("QueuePool limit"), URL).key == "store_busy"


def test_a_row_that_is_there_already_is_no_fault_of_the_database(kept):
    session = stored.add(kept, samples.session())
    with pytest.raises(sql.exc.IntegrityError):
        stored.add(kept, session)


def test_a_fault_while_many_write_stops_nobody_for_long(kept, monkeypatch):
    """Twelve threads meet a lock: each is told, none waits for the patience of all before."""
    monkeypatch.setattr(database, "_PATIENCE", 0.4)
    holder = other(kept)

    def told_within_the_patience_of_all():
        holder.execute("BEGIN EXCLUSIVE")
        keys = []

        def write():
            try:
                stored.add(kept, samples.session())
            except StoreFailed as error:
                keys.append(error.key)

        threads = [threading.Thread(target=write) for _ in range(12)]
        began = time.monotonic()
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        took = time.monotonic() - began
        assert keys == ["store_busy"] * 12
        holder.execute("ROLLBACK")
        assert stored.add(kept, samples.session()).revision == 1
        return took < 12 * 0.4

    assert any(told_within_the_patience_of_all() for _ in range(TRIES))
    holder.close()


def test_files_are_their_owner_s_alone_also_in_a_folder_that_is_open_to_all(tmp_path):
    folder = tmp_path / "open"
    folder.mkdir(mode=0o755)
    (folder / "sessions.sqlite").touch(mode=0o644)
    opened = samples.opened(folder)
    stored.add(opened, samples.session())
    modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in folder.iterdir()}
    opened.close()
    assert modes == dict.fromkeys(("sessions.sqlite", "sessions.sqlite-wal", "sessions.sqlite-shm"), 0o600)


def test_a_session_whose_row_is_damaged_is_no_fault_of_the_store(kept):
    session = stored.add(kept, samples.session())
    with kept.begin() as connection:
        connection.execute(sql.update(schema.sessions).values(document="{"))
    with pytest.raises(SessionDamaged) as caught:
        stored.load(kept, session.id)
    assert caught.value.values == {"name": "Energy Q3"}


@pytest.mark.parametrize("taken", ["moved", "removed", "folder"])
def test_nothing_is_saved_into_a_file_that_was_taken_away(tmp_path, taken):
    (tmp_path / "data").mkdir()
    opened = samples.opened(tmp_path / "data")
    session = stored.add(opened, samples.session("Q3"))
    elsewhere = tmp_path / "elsewhere"
    if taken == "folder":
        (tmp_path / "data").rename(elsewhere)
    elif taken == "moved":
        opened.file.rename(elsewhere)
    else:
        opened.file.unlink()
    changed = stored.replace(session, notes="x")
    for act in (lambda: stored.listed(opened), lambda: stored.save(opened, changed)):
        with pytest.raises(StoreFailed) as caught:
            act()
        assert (caught.value.key, caught.value.values) == ("store_gone", {"place": str(opened.file)})
        assert all(str(opened.file) in caught.value.message(lang) for lang in ("en", "nl"))
    assert not opened.file.exists()
    if taken != "removed":
        elsewhere.rename(tmp_path / "data" if taken == "folder" else opened.file)
        assert stored.save(opened, changed).revision == 2
        assert stored.load(opened, session.id).notes == "x"
    opened.close()


def test_a_file_that_took_the_place_of_the_store_is_the_store(tmp_path):
    for name in ("data", "other"):
        (tmp_path / name).mkdir()
    opened = samples.opened(tmp_path / "data")
    stored.add(opened, samples.session("Old"))
    other = samples.opened(tmp_path / "other")
    stored.add(other, samples.session("New"))
    other.pragma("wal_checkpoint(TRUNCATE)")
    other.close()
    for ending in ("-wal", "-shm"):
        opened.file.with_name(opened.file.name + ending).unlink()
    other.file.replace(opened.file)
    assert [one.name for one in stored.listed(opened)] == ["New"]
    stored.add(opened, samples.session("Newer"))
    opened.close()
    again = samples.opened(tmp_path / "data")
    assert sorted(one.name for one in stored.listed(again)) == ["New", "Newer"]
    again.close()
