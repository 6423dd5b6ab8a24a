"""What lies on this machine or in a database is chosen beside the upload, read, ended and drawn.

Long are further places of ``test_what_is_not_there_is_a_message``, and the other language of
``test_a_large_log_is_read_where_it_lies_and_drawn``.
"""

import io
import os
from pathlib import Path

import duckdb
import pytest

from cx import text
from cx.errors import ArgumentError
from cx.intake.events.at_size import glance
from pages.parts.access import facilitator
from pages.parts.computed import places
from pages.parts.machine import chooser, database, work
from pages.parts.shell import keys
from pages.parts.shell.workspace import Place
from tests.app import screens
from tests.app.journeys.test_journeys_page import LOG
from tests.project import tiers

TITLE = "40 customers take 4 different paths; 38% take the most common one"


@pytest.fixture(autouse=True)
def nothing_is_small(monkeypatch):
    monkeypatch.setattr(glance, "LARGE", 0)


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(LOG, encoding="utf-8")
    return path


def journeys(lang="en"):
    return screens.page(screens.opened({"en": "en-GB", "nl": "nl-NL"}[lang]), "journeys")


def typed(app, place):
    app.session_state[keys.MACHINE_BOX] = True
    app.run()
    return app.text_input(key=keys.PLACE_TYPED).set_value(str(place)).run()


def read(app, place):
    return typed(app, place).button(key="machine_read").click().run()


def said(app):
    return "\n".join(one.value for one in app.error)


# --- files of this machine ---


@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
def test_a_large_log_is_read_where_it_lies_and_drawn(lang, log):
    app = read(journeys(lang), log)
    assert not app.exception
    assert "40" in screens.title(app)
    assert text.say("machine.shown", lang, name="log.csv") in screens.read(app)
    assert not app.session_state[keys.WORKSPACE].files
    app.button(key="machine_put_away").click().run()
    assert screens.title(app) == text.say("page.journeys", lang)


def test_the_other_pages_that_take_a_file_lead_there_too(log):
    app = read(screens.opened(), log)
    assert screens.title(app) == TITLE
    app = read(screens.loaded(on="data"), log)
    assert screens.title(app) == TITLE
    assert app.session_state[keys.WORKSPACE].loaded


def test_folders_are_stepped_through_and_hidden_files_are_not_among_them(log):
    for name in (".hidden.csv", "notes.md"):
        log.with_name(name).write_text("x", encoding="utf-8")
    (log.parent / "further").mkdir()
    app = typed(journeys(), log.parent)
    steps = app.selectbox(key=chooser._key(str(log.parent), "en"))
    assert steps.options == ["↑ the folder above", "further / (folder)", "log.csv, 4 kB"]
    assert "Not listed: 1 file of other kinds." in [one.value for one in app.caption]
    steps.set_value("/further").run()
    assert app.text_input(key=keys.PLACE_TYPED).value == str(log.parent / "further")
    app.selectbox(key=chooser._key(str(log.parent / "further"), "en")).set_value("^").run()
    app.selectbox(key=chooser._key(str(log.parent), "en")).set_value(".log.csv").run()
    assert app.text_input(key=keys.PLACE_TYPED).value == str(log)
    app.button(key="machine_read").click().run()
    assert screens.title(app) == TITLE


def test_of_many_files_the_first_are_listed_and_others_can_be_typed(log, monkeypatch):
    monkeypatch.setattr("cx.engine.folders.LISTED", 1)
    log.with_name("zoo.csv").write_text(LOG, encoding="utf-8")
    app = typed(journeys(), log.parent)
    assert "Only the first 500 are listed; type the name of others." in [one.value for one in app.caption]
    assert read(app, log.with_name("zoo.csv")).session_state[keys.WORKSPACE].log.name == "zoo.csv"


def test_values_of_a_column_can_be_compared_where_the_log_lies(log):
    app = read(journeys(), log)
    app.selectbox(key="control_en_paths_split").set_value("Direction").run()
    assert not app.exception
    assert app.selectbox(key="control_en_paths_a").options[1:] == ["in"]


def test_paths_can_be_narrowed_to_one_value_where_the_log_lies(log):
    app = read(journeys(), log)
    app.selectbox(key="control_en_paths_within").set_value("Direction").run()
    assert not app.exception
    assert app.selectbox(key="control_en_paths_within_0").options == ["in"]
    assert "Direction: in" in screens.read(app)


def test_a_folder_and_a_pattern_are_one_table(log):
    head, *rows = LOG.splitlines()
    for number in range(3):
        part = log.with_name(f"part{number}.csv")
        part.write_text("\n".join([head, *rows[number::3]]) + "\n", encoding="utf-8")
    log.unlink()
    for place in (log.parent, log.parent / "part*.csv"):
        app = read(journeys(), place)
        assert screens.title(app) == TITLE
        assert "(3 files)" in screens.read(app)


def test_files_with_other_columns_are_no_table_and_it_is_said_which(log):
    log.with_name("other.csv").write_text(LOG.replace("Direction", "Way"), encoding="utf-8")
    app = read(journeys(), log.parent)
    assert "other.csv has no column “Direction”, which log.csv has" in said(app).replace("\\", "")
    assert screens.title(app) == text.say("page.journeys", "en")


@pytest.mark.parametrize(
    ("place", "words"),
    tiers.first(
        [("none.csv", "There is no")],
        ("", "lies no file that can be read"),
        ("none*.csv", "No file is called like"),
        ("nowhere/x*.csv", "There is no"),
        rows=True,
    ),
)
def test_what_is_not_there_is_a_message(tmp_path, place, words):
    app = read(screens.loaded(on="journeys"), tmp_path / place)
    assert words in said(app)
    assert app.session_state[keys.WORKSPACE].loaded


def test_what_may_not_be_read_is_a_message(log, monkeypatch):
    opened = type(log).open

    def refuse(path, *about, **more):
        if path.name == log.name:
            raise PermissionError
        return opened(path, *about, **more)

    app = typed(journeys(), log)
    monkeypatch.setattr(type(log), "open", refuse)
    app.button(key="machine_read").click().run()
    assert "You may not read" in said(app)


def test_a_log_that_is_written_meanwhile_is_not_mixed_and_can_be_read_again(log):
    app = read(journeys(), log)
    log.write_text(LOG + "c1;2026-03-01 10:00:00;App;in\n", encoding="utf-8")
    app.selectbox(key="control_en_paths_gap").set_value(7).run()
    assert "log.csv was changed since it was chosen" in said(app).replace("\\", "")
    app.session_state["paths_take_away"] = True
    app.selectbox(key="control_en_paths_gap").set_value(0).run()
    assert screens.title(app) == TITLE  # what was computed before is still there
    assert "log.csv was changed since it was chosen" in said(app).replace("\\", "")
    app.button(key="machine_again").click().run()
    assert not app.error
    assert screens.title(app).startswith("40 customers take 5 different paths")


def test_columns_that_are_not_understood_are_asked(log, monkeypatch):
    monkeypatch.setattr(places, "is_too_large", lambda _place: True)
    rows = LOG.partition("\n")[2].replace(";in\n", "\n")
    for number, name in enumerate(("Invoice", "Call", "App", "Letter")):
        rows = rows.replace(name, f"{number}.5")
    log.write_text(f"A;B;C\n{rows}", encoding="utf-8")
    app = read(journeys(), log)
    assert "Which columns of **log.csv** say who, where and when?" in screens.read(app)
    for role, column in {"case": "A", "time": "B", "touchpoint": "C"}.items():
        app.selectbox(key=f"machine_column_en_{role}").set_value(column)
    next(one for one in app.button if one.label == "Read it with these").click().run()
    assert screens.title(app) == TITLE.replace("customers", "cases")


def test_a_file_that_is_small_goes_the_way_of_an_upload(log, monkeypatch):
    monkeypatch.setattr(glance, "LARGE", 10_000_000)
    app = screens.opened()
    table = log.with_name("table.csv")
    table.write_text(screens.SMALL, encoding="utf-8")
    read(app, table)
    assert [one.name for one in app.session_state[keys.WORKSPACE].files] == ["table.csv"]
    assert keys.WANTED not in app.session_state


def test_what_is_given_up_leaves_everything_as_it_was(log, monkeypatch):
    before = screens.loaded(on="journeys")
    loaded = before.session_state[keys.WORKSPACE].identity

    def stopped(*_about, **_more):
        work.give_up()  # as the button does, in the run that a click begins
        raise work.st.rerun()

    monkeypatch.setattr(places, "log_at", stopped)
    app = read(before, log)
    assert not app.exception
    assert app.session_state[keys.WORKSPACE].identity == loaded
    assert app.text_input(key=keys.PLACE_TYPED).value == str(log)
    assert not app.button(key="machine_read").disabled


# --- where others reach the server ---


@pytest.fixture
def open_to_others(monkeypatch):
    monkeypatch.setattr(facilitator, "open_to_others", lambda: True)


def test_a_file_whose_disk_breaks_off_is_told_and_the_page_goes_on(log, monkeypatch):
    class Breaking(io.BytesIO):
        def read(self, _size=-1):
            raise OSError(5, "Input/output error")

    whole = Path.open
    app = typed(screens.loaded(on="data"), log)
    with monkeypatch.context() as patch:
        patch.setattr(
            Path, "open", lambda path, *how, **more: Breaking() if path == log else whole(path, *how, **more)
        )
        app.button(key="machine_read").click().run()
    assert not app.exception
    assert "log.csv cannot be read" in said(app)
    assert not app.run().exception and app.session_state[keys.WORKSPACE].loaded


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text_leaves_the_folder_in_sight(tmp_path):
    try:
        (tmp_path / "klant \udce9.csv").write_text("x\n1\n", encoding="utf-8")
    except OSError:
        pytest.skip("this disk takes text only")
    app = typed(screens.opened(), tmp_path)
    assert not app.exception
    assert text.say("machine.nameless", "en", n=1) in [one.value for one in app.caption]
    app.button(key="machine_read").click().run()
    assert not app.exception and "klant \\\\xe9" in said(app)


@pytest.mark.parametrize("name", ["data", "journeys"])
@pytest.mark.usefixtures("open_to_others")
def test_nothing_of_this_machine_is_offered_where_others_reach_the_server(name):
    app = screens.loaded(on=name)
    app.session_state[keys.MACHINE_BOX] = app.session_state[keys.DATABASE_BOX] = True
    app.run()
    assert {keys.PLACE_TYPED, keys.ADDRESS_TYPED} & {one.key for one in app.text_input} == set()


@pytest.mark.usefixtures("open_to_others")
def test_a_forged_value_opens_nothing(log):
    place = Place("log.csv", (), roles={})
    for opening in (
        lambda: work.begin(place),
        lambda: places.log_at(place),
        lambda: places.content_at(place),
        lambda: chooser.place_at(str(log), "en"),
        lambda: database.allowed("duckdb:///x.duckdb::t"),
    ):
        with pytest.raises(ArgumentError) as raised:
            opening()
        assert raised.value.key == "machine_closed"


def test_a_log_that_was_loaded_before_is_not_asked_any_more(log, monkeypatch):
    app = read(journeys(), log)
    monkeypatch.setattr(facilitator, "open_to_others", lambda: True)
    app.run()
    assert "others reach this server" in said(app)


# --- tables in databases ---


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "crm.duckdb"
    log = tmp_path / "log.csv"
    log.write_text(LOG, encoding="utf-8")
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"CREATE TABLE contacts AS SELECT * FROM read_csv('{log}')")
    return f"duckdb://{path}::contacts"


def look(app, address):
    app.session_state[keys.DATABASE_BOX] = True
    app.run()
    return app.text_input(key=keys.ADDRESS_TYPED).set_value(address).run()


def test_a_table_of_duckdb_is_asked_after_a_yes(table):
    app = look(journeys(), table)
    assert "Table: **contacts**" in screens.read(app)
    app.button(key="database_yes").click().run()
    assert not app.exception
    assert screens.title(app) == TITLE


def test_a_password_in_an_address_is_refused_and_not_kept():
    for address in (
        "postgresql://ann:geheim@db.example/crm::t",
        "postgresql://ann:ge/heim@db.example/crm::t",
        "ann:geheim@db.example",
    ):
        app = look(journeys(), address)
        assert app.error
        assert app.text_input(key=keys.ADDRESS_TYPED).value == ""
        assert keys.ADDRESS not in app.session_state
        assert "heim" not in f"{screens.read(app)} {app.session_state.to_dict()!r}"


def test_a_database_that_nobody_named_is_not_asked(monkeypatch):
    app = look(journeys(), "postgresql://ann@db.example/crm::public.contacts")
    assert "CX_DATABASES=postgresql://db.example/crm python3 run.py" in said(app).replace("\\", "")
    assert "ann" not in said(app)
    monkeypatch.setenv("CX_DATABASES", "postgresql://db.example/crm")
    look(app, "postgresql://ann@db.example/crm::public.contacts2")
    assert "Database: **db.example/crm**" in screens.read(app).replace("\\", "")
    app.button(key="database_no").click().run()
    assert keys.ADDRESS not in app.session_state


def test_a_table_that_is_not_there_is_a_message(table):
    app = look(screens.loaded(on="journeys"), table.replace("::contacts", "::none"))
    app.button(key="database_yes").click().run()
    assert "There is no table" in said(app)
    assert app.session_state[keys.WORKSPACE].loaded
