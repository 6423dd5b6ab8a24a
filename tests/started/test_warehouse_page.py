"""A table of PostgreSQL on the screen: asked after a yes, folded, ended, and what goes wrong is said."""

import psycopg
import pytest

from cx import engine, intake
from cx.errors import UnreadableFile
from pages.parts.shell import keys
from tests.app import screens

ROWS = "".join(
    f"('c{number}', timestamp '2026-0{1 + number % 2}-05 10:0{step}', '{name}'),"
    for number in range(40)
    for step, name in enumerate(("Invoice", "Call", "App") if number < 25 else ("Invoice", "App"))
)
RARE = "('x1', timestamp '2026-01-07 11:00', 'Letter'), ('x1', timestamp '2026-01-07 12:00', 'App')"


@pytest.fixture(scope="module")
def database(postgresql_server):
    """The address of a database with a log in it, and with one that this person may not read."""
    with psycopg.connect(postgresql_server.address(), autocommit=True) as first:
        first.execute("DROP DATABASE IF EXISTS for_a_page WITH (FORCE)")  # workers come back to a module
        first.execute("DROP ROLE IF EXISTS stranger")
        first.execute("CREATE DATABASE for_a_page")
    address = postgresql_server.address("for_a_page")
    with psycopg.connect(address, autocommit=True) as there:
        there.execute("CREATE TABLE log (customer_id text, event_time timestamp, touchpoint text)")
        there.execute(f"INSERT INTO log VALUES {ROWS} {RARE}")
        there.execute("CREATE VIEW slow AS SELECT log.* FROM log, pg_sleep(30)")
        there.execute("CREATE ROLE stranger LOGIN PASSWORD 'stranger'")
        there.execute("GRANT USAGE ON SCHEMA public TO stranger")
    return address


@pytest.fixture
def loaded(database, monkeypatch):
    """The page of journeys with a table loaded, where the database is named."""
    monkeypatch.setenv(engine.NAMES_DATABASES, database)
    return screens.loaded(on="journeys")


def asked(app, address):
    app.session_state[keys.DATABASE_BOX] = True
    app.run()
    app.text_input(key=keys.ADDRESS_TYPED).set_value(address).run()
    return app.button(key="database_yes").click().run()


def said(app):
    return "\n".join(one.value for one in app.error).replace("\\", "")


def test_few_customers_are_told_apart_nowhere_on_the_page(loaded, database):
    app = asked(loaded, f"{database}::public.log")
    assert not app.exception
    assert screens.title(app).startswith("41 customers take")
    assert "What fewer than 10 customers stand behind" in "".join(one.value for one in app.caption)
    assert "Letter → App" not in screens.read(app)
    app.selectbox(key="control_en_paths_a").set_value("2026-01").run()
    app.selectbox(key="control_en_paths_b").set_value("2026-02").run()
    assert not app.exception
    for name in ("around", "funnel", "again", "times", "leaving", "changes", "trend"):
        label = screens.text.say(f"journeys.tab.{name}", "en")
        app.session_state["paths_tabs_en"] = label
        app.run()
        assert not app.exception, name


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("public.log", "public.none"), "There is no table"),
        (("cx@", "stranger@"), "no right to read"),
        (("cx@", "nobody@"), "does not let us in"),
    ],
)
def test_what_goes_wrong_is_one_message_and_nothing_is_lost(loaded, database, monkeypatch, change, words):
    if "stranger@" in change:
        monkeypatch.setenv("PGPASSWORD", "stranger")
    app = asked(loaded, f"{database}::public.log".replace(*change))
    assert words in said(app)
    assert len(app.error) == 1
    assert app.session_state[keys.WORKSPACE].loaded
    assert keys.WANTED not in app.session_state


def test_a_database_that_is_away_or_slow_is_a_message(loaded, database, monkeypatch):
    away = database.replace(f":{psycopg.conninfo.conninfo_to_dict(database)['port']}/", ":9/")
    monkeypatch.setenv(engine.NAMES_DATABASES, f"{database} {away}")
    app = asked(loaded, f"{away}::public.log")
    assert "does not answer" in said(app)
    monkeypatch.setenv("CX_LIMIT_WAREHOUSE_SECONDS", "1")
    app = asked(app, f"{database}::public.slow")
    assert "longer than it may" in said(app)


def busy(address):
    with psycopg.connect(address, autocommit=True) as there:
        rows = there.execute(
            "SELECT pid FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid()"
            " AND application_name = 'cx-impact-matrix'"
        )
        return [pid for (pid,) in rows]


class Stop(BaseException):
    pass


def test_who_gives_up_ends_the_query_in_the_database(database):
    def beat(_stage):
        if busy(database):
            raise Stop

    with pytest.raises(Stop):
        intake.table_log(
            engine.address_in(f"{database}::public.slow"),
            intake.EventChoices(),
            intake.Watch(beat=beat),
        )
    assert busy(database) == []


def test_a_connection_that_is_dropped_is_a_message(database):
    def beat(_stage):
        with psycopg.connect(database, autocommit=True) as there:
            for pid in busy(database):
                there.execute("SELECT pg_terminate_backend(%s)", (pid,))

    with pytest.raises(UnreadableFile) as raised:
        intake.table_log(
            engine.address_in(f"{database}::public.slow"),
            intake.EventChoices(),
            intake.Watch(beat=beat),
        )
    assert raised.value.key == "warehouse_away"
