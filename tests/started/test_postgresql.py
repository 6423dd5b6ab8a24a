"""PostgreSQL as the store: a server of the tests' own, restarted, away, and shared by two programs.

Long are more tokens of ``test_one_token_over_two_servers_is_one_ballot``.
"""

import concurrent.futures
import contextlib
import ssl
import sys

import pytest
import sqlalchemy as sql

from cx.errors import CxError, StoreFailed, StoreRefused
from cx.session import portable
from cx.session.sessions import stored
from cx.session.store import database, postgresql, schema
from cx.session.voting import rounds, taking_part
from tests.made import sessions as samples
from tests.made import strange_servers
from tests.project import tiers
from tests.unit.session.voting_store import asked, opened_at

OLDER = """
CREATE TABLE schema_version (number INTEGER NOT NULL PRIMARY KEY);
CREATE TABLE options (name VARCHAR(32) NOT NULL PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE sessions (id VARCHAR(32) NOT NULL PRIMARY KEY, name TEXT NOT NULL, created VARCHAR(32) NOT NULL,
  changed VARCHAR(32) NOT NULL, revision INTEGER NOT NULL, archived BOOLEAN NOT NULL, deleted VARCHAR(32),
  document TEXT NOT NULL, summary TEXT DEFAULT '{}' NOT NULL);
CREATE TABLE rounds (id VARCHAR(32) NOT NULL PRIMARY KEY, session_id VARCHAR(32) NOT NULL, code VARCHAR(8),
  kind VARCHAR(16) NOT NULL, state VARCHAR(16) NOT NULL, opened VARCHAR(32) NOT NULL, closed VARCHAR(32),
  expires VARCHAR(32) NOT NULL, question TEXT NOT NULL, UNIQUE (code));
CREATE TABLE ballots (id INTEGER NOT NULL PRIMARY KEY, round_id VARCHAR(32) NOT NULL,
  token_hash VARCHAR(64) NOT NULL, name TEXT NOT NULL, choices TEXT NOT NULL, created VARCHAR(32) NOT NULL,
  changed VARCHAR(32) NOT NULL, UNIQUE (round_id, token_hash));
INSERT INTO schema_version VALUES (1);
INSERT INTO schema_version VALUES (2);
INSERT INTO rounds VALUES ('r', 's', 'CFHJKM34', 'points', 'open', '2026-10-05T09:00:00+00:00', NULL,
  '2999-10-05T09:00:00+00:00', '{"touchpoints": [["a", "Invoice"]], "points": 1, "invitation": "x"}');
INSERT INTO ballots VALUES (1, 'r', 'h', 'Jo', '{"a": 1}', '2026-10-05T09:00:00+00:00',
  '2026-10-05T09:00:00+00:00');
"""


@pytest.fixture
def kept(postgresql_address):
    found = opened_at(postgresql_address)
    yield found
    found.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def store_address(request, tmp_path):
    if request.param == "postgresql":
        return request.getfixturevalue("emptied_database").address()
    return f"sqlite:///{(tmp_path / 'store.db').as_posix()}"


def url(address):
    return sql.make_url(address)


# --- a server that goes and comes ---


def test_the_first_request_after_a_restart_of_the_database_works(kept, postgresql_server):
    one = asked(kept)
    token = taking_part.join(kept, one, "Jo")
    with contextlib.ExitStack() as held:  # several connections lie in the pool
        for _ in range(4):
            held.enter_context(kept.read())
    postgresql_server.stop()
    postgresql_server.start()
    assert taking_part.of_token(kept, token)[0] == one
    postgresql_server.stop()
    postgresql_server.start()
    assert taking_part.cast(kept, one, token, "Jo", {"a": 1}).choices == {"a": 1}


def test_a_database_that_is_away_is_said_so_and_what_was_acknowledged_is_there_afterwards(
    kept, postgresql_server
):
    one = asked(kept)
    token = taking_part.join(kept, one, "Jo")
    taking_part.cast(kept, one, token, "Jo", {"a": 2})
    postgresql_server.stop()
    with pytest.raises(StoreFailed) as caught:
        taking_part.cast(kept, one, token, "Jo", {"b": 2})
    postgresql_server.start()
    assert caught.value.key == "store_unreached"
    assert caught.value.values["place"].startswith("127.0.0.1:")
    assert [ballot.choices for ballot in taking_part.ballots_of(kept, one.id)] == [{"a": 2}]


def test_a_vote_that_meets_a_restart_in_its_middle_is_kept_once(kept, postgresql_server, monkeypatch):
    one = asked(kept)
    token = taking_part.join(kept, one, "Jo")
    before, locked = [True], rounds.locked

    def restarted(connection, round_id):
        found = locked(connection, round_id)
        if before and before.pop():
            postgresql_server.stop()
            postgresql_server.start()
        return found

    monkeypatch.setattr(rounds, "locked", restarted)
    taking_part.cast(kept, one, token, "Jo", {"a": 1})
    assert [ballot.choices for ballot in taking_part.ballots_of(kept, one.id)] == [{"a": 1}]


# --- two programs on one store ---


@pytest.mark.parametrize("tokens", tiers.first([6], 20))
def test_one_token_over_two_servers_is_one_ballot(kept, postgresql_address, tokens):
    other = database.open_store(postgresql_address)
    one = asked(kept, "urgency")

    def both(number):
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            votes = [
                pool.submit(taking_part.cast, at, one, f"token {number}", "", {"a": given})
                for given, at in enumerate((kept, other), start=1)
            ]
            return [vote.result().choices["a"] for vote in votes]

    assert [both(number) for number in range(tokens)] == [[1, 2]] * tokens
    other.close()
    assert len(taking_part.ballots_of(kept, one.id)) == tokens


def test_two_programs_that_make_the_tables_at_once_both_get_them(postgresql_address):
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(database.open_store, [postgresql_address] * 4))
    for one in opened:
        one.close()
    again = database.open_store(postgresql_address)
    with again.read() as connection:
        assert connection.execute(sql.select(schema.versions.c.number)).scalars().all() == [schema.VERSION]
    again.close()


# --- what is kept ---


def test_a_store_of_version_2_is_brought_up_with_its_rounds_and_ballots(postgresql_address):
    engine = postgresql.engine(url(postgresql_address))
    with engine.begin() as connection:
        for statement in OLDER.split(";\n"):
            if statement.strip():
                connection.exec_driver_sql(statement.replace("%", "%%"))
    engine.dispose()
    kept = database.open_store(postgresql_address)
    one = rounds.get(kept, "r")
    assert (one.door, one.coded, one.invited, one.former) == ("open", None, 0, ())
    assert [ballot.choices for ballot in taking_part.ballots_of(kept, "r")] == [{"a": 1}]
    with kept.read() as connection:
        assert connection.execute(sql.select(schema.versions.c.number)).scalars().all() == [1, 2, 3]
        assert connection.execute(sql.select(schema.ballots.c.receipt)).scalars().all() == [""]
    kept.close()


def test_a_session_moves_from_a_file_to_the_server_and_back_unchanged(tmp_path, postgresql_address):
    files, server = samples.opened(tmp_path), database.open_store(postgresql_address)
    session = stored.add(files, samples.session())
    there = portable.imported(server, portable.exported(files, session.id), name="x.cxsession")
    back = portable.imported(files, portable.exported(server, there.id), name="x.cxsession")
    assert stored.row(stored.replace(back, id=session.id))["document"] == stored.row(session)["document"]
    files.close()
    server.close()


@pytest.mark.parametrize("odd", ["Jo\0", "Jo\ud83d", "\udc00"])
def test_signs_that_no_database_keeps_are_refused_with_words_by_either(store_address, odd):
    kept = database.open_store(store_address)
    session = stored.add(kept, samples.session(), who="Anna")
    with pytest.raises(CxError) as caught:
        stored.save(kept, stored.replace(session, notes="new"), who=odd)
    assert caught.value.key == "odd_sign"
    assert "half a character" in caught.value.message("en") and "half teken" in caught.value.message("nl")
    assert (stored.load(kept, session.id).notes, stored.load(kept, session.id).revision) == ("", 1)
    assert len(stored.history(kept, session.id)) == 1
    kept.close()


# --- who is let in ---


@pytest.mark.parametrize("password", ["not-the-right-one", None])
def test_a_wrong_password_or_none_is_said_so_and_stands_in_no_message(
    postgresql_address, monkeypatch, password
):
    if password:
        monkeypatch.setenv("PGPASSWORD", password)
    else:
        monkeypatch.delenv("PGPASSWORD")
    with pytest.raises(StoreFailed) as caught:
        database.open_store(postgresql_address)
    assert caught.value.key == "store_not_let_in"
    assert caught.value.values["reason"].endswith(" 28P01")
    assert "not-the-right-one" not in caught.value.message("en") + repr(caught.value)


@pytest.mark.parametrize(
    "says", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"", b"R\x00\x00\x00\x08\x00\x00\x00\x63"]
)
def test_another_program_at_the_address_is_said(says):
    def talk(connection, _heard, _ended):
        connection.recv(4096)
        connection.sendall(says)

    with strange_servers.answering(talk) as (port, _), pytest.raises(StoreFailed) as caught:
        database.open_store(f"postgresql://cx@127.0.0.1:{port}/cx?sslmode=disable")
    assert (caught.value.key, caught.value.values["reason"]) == ("store_unreached", "InterfaceError")


def test_a_password_comes_from_a_service_or_a_file_of_passwords(
    postgresql_address, postgresql_server, tmp_path, monkeypatch
):
    monkeypatch.delenv("PGPASSWORD")
    service, passwords = tmp_path / "services", tmp_path / "passwords"
    there = url(postgresql_address)
    service.write_text(f"[cx]\nhost={there.host}\nport={there.port}\nuser=cx\ndbname={there.database}\n")
    passwords.write_text(f"# ours\nelsewhere:*:*:*:no\n*:{there.port}:*:cx:{postgresql_server.password}\n")
    monkeypatch.setenv("PGSERVICEFILE", str(service))
    monkeypatch.setenv("PGPASSFILE", str(passwords))
    kept = database.open_store("postgresql://?service=cx")
    shown = kept.engine.url.render_as_string(hide_password=False)
    assert shown == f"postgresql+pg8000://cx@127.0.0.1:{there.port}/{there.database}"
    kept.close()
    with pytest.raises(StoreRefused) as caught:
        database.open_store("postgresql://?service=other")
    assert (caught.value.key, caught.value.values["service"]) == ("store_no_service", "other")


def test_the_environment_fills_in_what_the_address_leaves_out():
    around = {"PGHOST": "db", "PGPORT": "6543", "PGUSER": "anna", "PGPASSWORD": "x", "HOME": "/nowhere"}
    assert postgresql.parts(url("postgresql:///cx"), around) == {
        "host": "db", "port": "6543", "user": "anna", "dbname": "cx", "password": "x",
    }  # fmt: skip
    found = postgresql.parts(url("postgresql://bo@other:1/d?sslmode=require"), around)
    assert (found["user"], found["host"], found["port"], found["sslmode"]) == ("bo", "other", "1", "require")


@pytest.mark.parametrize(
    ("mode", "expected"),
    [("disable", False), ("prefer", None), ("require", True), ("verify-full", "checked")],
)
def test_encryption_is_as_the_address_asks(mode, expected):
    given = postgresql._encryption({"sslmode": mode})
    if expected == "checked":
        assert (given.check_hostname, given.verify_mode) == (True, ssl.CERT_REQUIRED)
    else:
        assert given is expected


def test_a_folder_stands_for_the_socket_in_it():
    given = postgresql._arguments({"host": "/run/postgresql", "port": "5432", "user": "x", "dbname": "x"})
    assert (given["unix_sock"], given["ssl_context"]) == ("/run/postgresql/.s.PGSQL.5432", False)


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("postgresql://h/d?sslmode=maybe", "store_sslmode"),
        ("postgresql://h/d?sslmod=verify-full", "store_option"),
        ("postgresql://h/d?channel_binding=require", "store_option"),
        ("x", "store_address"),
        ("pg://h/d", "store_address"),
    ],
)
def test_an_address_that_cannot_be_used_is_told_with_what_to_do(address, key):
    with pytest.raises(StoreRefused) as caught:
        database.open_store(address)
    assert caught.value.key == key


def test_without_its_driver_the_line_that_installs_it_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "pg8000", None)
    with pytest.raises(StoreRefused) as caught:
        database.open_store("postgresql://h/d")
    assert "python3 run.py --with postgres" in caught.value.message("en")
    assert "python3 run.py --with postgres" in caught.value.message("nl")
