"""The store: what is acknowledged stays, older stores are brought up, newer ones are refused."""

import datetime as dt
import sqlite3

import pytest
import sqlalchemy as sql
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from cx.errors import StoreFailed, StoreRefused
from cx.session import outwards, place, portable
from cx.session.alerts import confirmed_addresses
from cx.session.sessions import retention, stored
from cx.session.store import database, schema
from cx.session.voting import round_log, rounds, taking_part
from tests.made import sessions as samples

VERSION_1 = """
CREATE TABLE schema_version (number INTEGER NOT NULL PRIMARY KEY);
INSERT INTO schema_version VALUES (1);
CREATE TABLE sessions (id VARCHAR(32) NOT NULL PRIMARY KEY, name TEXT NOT NULL, created VARCHAR(32) NOT NULL,
  changed VARCHAR(32) NOT NULL, revision INTEGER NOT NULL, archived BOOLEAN NOT NULL, deleted VARCHAR(32),
  document TEXT NOT NULL);
"""


@pytest.fixture
def kept(tmp_path):
    opened = samples.opened(tmp_path)
    yield opened
    opened.close()


def test_an_older_store_is_brought_up(tmp_path):
    path = tmp_path / "sessions.sqlite"
    session = samples.session()
    values = [v for k, v in stored.row(session).items() if k != "summary"]
    old = sqlite3.connect(path)
    old.executescript(VERSION_1)
    old.execute("INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
    old.commit()
    old.close()
    opened = database.open_store(f"sqlite:///{path}")
    assert stored.load(opened, session.id).name == "Energy Q3"
    assert [(one.name, one.touchpoints) for one in stored.listed(opened)] == [("Energy Q3", 0)]
    saved = stored.save(opened, stored.replace(session, notes="now"))
    assert [one.touchpoints for one in stored.listed(opened)] == [4]
    assert saved.revision == 2
    with opened.begin() as connection:
        assert connection.execute(sql.select(schema.versions.c.number)).scalars().all() == [1, 2, 3]
    opened.close()
    database.open_store(f"sqlite:///{path}").close()


def test_a_newer_store_is_refused_with_the_way_on(tmp_path, kept):
    with kept.begin() as connection:
        connection.execute(sql.insert(schema.versions).values(number=schema.VERSION + 1))
    with pytest.raises(StoreRefused) as refused:
        samples.opened(tmp_path)
    assert refused.value.values == {"found": schema.VERSION + 1, "known": schema.VERSION}
    assert "newer version" in refused.value.message("en")
    assert "nieuwere versie" in refused.value.message("nl")


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (schema.VERSION + 1, "store_newer_meanwhile"),
        (schema.VERSION - 1, "store_older_meanwhile"),
        (None, "store_older_meanwhile"),
        ("'?'", "store_older_meanwhile"),
    ],
)
def test_a_store_that_another_version_changes_meanwhile_is_left_alone(tmp_path, kept, number, key):
    session = stored.add(kept, samples.session())
    other = sqlite3.connect(tmp_path / "sessions.sqlite", isolation_level=None)
    other.execute("DELETE FROM schema_version")
    if number is not None:
        other.execute("DROP TABLE schema_version")
        other.execute("CREATE TABLE schema_version (number)")
        other.execute(f"INSERT INTO schema_version VALUES ({number})")
    for act in (
        lambda: stored.load(kept, session.id),
        lambda: stored.save(kept, stored.replace(session, notes="over it")),
        lambda: stored.remove(kept, session.id),
        lambda: stored.listed(kept),
    ):
        with pytest.raises(StoreFailed) as refused:
            act()
        assert refused.value.key == key
        assert "session file" in refused.value.message("en")
    other.execute("DELETE FROM schema_version")
    other.execute(f"INSERT INTO schema_version VALUES ({schema.VERSION})")
    other.close()
    assert stored.load(kept, session.id).notes == session.notes


def test_a_file_that_is_no_store_is_refused(tmp_path):
    (tmp_path / "sessions.sqlite").write_bytes(b"no database at all, but long enough to be one" * 40)
    with pytest.raises(StoreRefused) as refused:
        samples.opened(tmp_path)
    assert refused.value.key == "store_unreadable"


def test_sqlite_writes_ahead_and_waits_for_the_disk(kept):
    with kept.begin() as connection:
        found = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        ]
    assert found == ["wal", 2, 1, 1]


@pytest.mark.parametrize("table", schema.metadata.sorted_tables, ids=lambda table: table.name)
def test_postgresql_knows_every_table(table):
    words = str(CreateTable(table).compile(dialect=postgresql.dialect()))
    assert f"CREATE TABLE {table.name}" in words
    assert "AUTOINCREMENT" not in words and "DATETIME" not in words


def test_postgresql_knows_every_statement_of_the_store(kept):
    """What is executed is caught on its way and compiled for the other database."""
    seen = []
    sql.event.listen(kept.engine, "before_execute", lambda _c, statement, *_: seen.append(statement))
    session = stored.add(kept, samples.session())
    stored.save(kept, stored.replace(session, notes="x"))
    stored.listed(kept)
    stored.revision(kept, session.id)
    confirmed_addresses.confirm(kept, session.id, outwards.parse("https://a.example/"))
    confirmed_addresses.of_session(kept, session.id)
    _vote(kept, session.id)
    copy = portable.imported(kept, portable.exported(kept, session.id), name="x.cxsession")
    stored.history(kept, copy.id)
    retention.set_keep_days(kept, 1)
    for day in range(9000, 9012):
        retention.tidy(kept, now=samples.MORNING + dt.timedelta(days=day), environment={})
    assert stored.listed(kept, deleted=True) == ()
    words = {str(one.compile(dialect=postgresql.dialect())) for one in seen}
    assert {line.split()[0] for line in words} == {"SELECT", "INSERT", "UPDATE", "DELETE"}
    tables = {table.name for table in schema.metadata.sorted_tables} - {"schema_version"}
    assert [name for name in tables if not any(name in line for line in words)] == []


def _vote(kept, session_id):
    asked = rounds.open_round(kept, session_id, "points", (("a", "App"),))
    assert taking_part.admitted(kept, asked.code).id == asked.id
    token = taking_part.join(kept, asked, "Bo")
    taking_part.cast(kept, asked, token, "Bo", {"a": 1})
    assert taking_part.of_token(kept, token)[1].choices == {"a": 1}
    for _ in range(3):
        taking_part.cast(kept, asked, taking_part.join(kept, asked), "", {"a": 1})
    rounds.close(kept, asked.id)
    rounds.reopen(kept, asked.id)
    rounds.reveal(kept, asked.id)
    rounds.taken_back(kept, asked.id)
    rounds.reveal(kept, asked.id)
    assert rounds.following(kept, asked) is None
    for done in ("opened", "revealed"):
        round_log.noted(kept, asked, done, who="Anna")
    assert [one.ballots for one in taking_part.revealed_of(kept, session_id)] == [4]
    rounds.discard(kept, rounds.open_round(kept, session_id, "urgency", (("a", "App"),)).id)


def test_no_text_is_longer_than_postgresql_lets_its_column_be(kept):
    session = stored.add(kept, samples.session())
    _vote(kept, session.id)
    with kept.begin() as connection:
        for table in schema.metadata.sorted_tables:
            limits = {one.name: one.type.length for one in table.c if getattr(one.type, "length", None)}
            for row in connection.execute(sql.select(table)).mappings():
                assert [name for name, most in limits.items() if len(row[name] or "") > most] == []


def test_the_store_lies_where_the_environment_says(tmp_path):
    assert place.default_url({"CX_STORE": "postgresql://h/d"}) == "postgresql://h/d"
    assert place.default_url({"CX_DATA": str(tmp_path / "x")}) == f"sqlite:///{tmp_path}/x/sessions.sqlite"
    assert (tmp_path / "x").is_dir()


def test_the_file_of_the_store_is_known_where_it_is_one(tmp_path):
    assert place.file({"CX_DATA": str(tmp_path)}) == tmp_path / "sessions.sqlite"
    assert place.file({"CX_STORE": f"sqlite:///{tmp_path}/a.db"}) == tmp_path / "a.db"
    assert place.file({"CX_STORE": "postgresql://h/d"}) is None
    assert place.file({"CX_STORE": "no address"}) is None


def test_whether_anything_was_kept_is_known_without_a_database(tmp_path):
    folder = tmp_path / "x"
    assert place.anything_kept({"CX_STORE": "postgresql://h/d"})
    assert not place.anything_kept({"CX_DATA": str(folder)})
    assert not folder.exists()
    folder.mkdir()
    (folder / "sessions.sqlite").touch()
    assert place.anything_kept({"CX_DATA": str(folder)})


@pytest.mark.parametrize(
    ("system", "environment", "folder"),
    [
        ("linux", {"HOME": "/h", "XDG_DATA_HOME": "/x"}, "/x/cx-impact-matrix"),
        ("darwin", {"HOME": "/h"}, "/h/Library/Application Support/cx-impact-matrix"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/cx-impact-matrix"),
    ],
)
def test_each_system_has_its_folder(system, environment, folder):
    assert place.data_folder(environment, system).as_posix() == folder
