"""Answers too large to be read cell by cell: a part says how they are meant, the engine adds them up."""

import numpy as np
import pytest

from cx import impact, intake, text
from cx.intake.events.at_size import glance
from cx.intake.large import part
from pages.parts.computed import places
from pages.parts.shell import keys
from tests.app import screens

NAMES = ("Invoice", "App", "Call")
ROWS = 900


@pytest.fixture
def answers(tmp_path, monkeypatch):
    """A file of answers of which a third is looked at."""
    monkeypatch.setattr(intake, "LARGE", 0)
    monkeypatch.setattr(glance, "LARGE", 0)
    monkeypatch.setattr(places, "is_too_large", lambda _place: True)
    for name, size in (("_HEAD", 4_000), ("_TAIL", 400), ("_PIECE", 60)):
        monkeypatch.setattr(part, name, size)
    chance = np.random.default_rng(3)
    mood = chance.normal(size=ROWS)
    lines = ["Respondent;Invoice;App;Call;NPS"]
    for n in range(ROWS):
        ratings = np.clip(np.round(7 + mood[n] + 1.5 * chance.normal(size=4)), 1, 10).astype(int)
        lines.append(";".join([f"R{n:04}", *map(str, ratings)]))
    path = tmp_path / "answers.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def read(app, path):
    app.session_state[keys.MACHINE_BOX] = True
    app.run()
    app.text_input(key=keys.PLACE_TYPED).set_value(str(path)).run()
    return app.button(key="machine_read").click().run()


def said(app):
    return "\n".join(one.value for one in app.error).replace("\\", "")


def test_all_answers_count_and_a_part_says_what_they_are(answers):
    app = read(screens.opened(), answers)
    assert not app.exception
    (file,) = app.session_state[keys.WORKSPACE].files
    assert len(file.workbook.sheets[0].columns[0].kinds) < ROWS
    found = impact.drivers(intake.responses(intake.read(answers.read_bytes(), "answers.csv")), "NPS")
    *_, seen = app.session_state[keys.RESULTS].values()
    assert seen.n == found.n == ROWS
    assert seen.r2 == pytest.approx(found.r2)
    screens.page(app, "matrix")
    assert not app.exception
    assert f"{ROWS}" in str(screens.chart(app))
    screens.page(app, "data")
    assert "too large to be shown cell by cell" in "\n".join(one.value for one in app.info)


def test_several_files_with_one_header_are_one_table(answers):
    head, *rows = answers.read_text(encoding="utf-8").splitlines()
    folder = answers.parent / "years"
    folder.mkdir()
    for name, part_ in (("a.csv", rows[:500]), ("b.csv", rows[500:])):
        (folder / name).write_text("\n".join([head, *part_]) + "\n", encoding="utf-8")
    app = read(screens.opened(), folder)
    assert not app.exception
    found = impact.drivers(intake.responses(intake.read(answers.read_bytes(), "answers.csv")), "NPS")
    *_, seen = app.session_state[keys.RESULTS].values()
    assert (seen.n, seen.r2) == (ROWS, pytest.approx(found.r2))
    (folder / "b.csv").write_text("\n".join(["Respondent;Other;App;Call;NPS", *rows[500:]]), encoding="utf-8")
    assert "b.csv" in said(read(screens.opened(), folder))


def test_a_file_that_is_changed_later_is_not_mixed(answers):
    app = read(screens.opened(), answers)
    answers.write_text(answers.read_text(encoding="utf-8") + "R9;1;1;1;1\n", encoding="utf-8")
    app.selectbox(key="control_en_outcome").set_value("Call").run()
    assert "answers.csv was changed since it was chosen" in said(app)


def test_what_is_neither_a_log_nor_answers_is_said_with_the_way_on(answers):
    answers.write_text("Name;Town\n" + "".join(f"n{n};t{n}\n" for n in range(300)), encoding="utf-8")
    app = read(screens.opened(), answers)
    assert "is neither a log (who, when, which touchpoint) nor a plain table of answers" in said(app)
    assert "Which columns of **answers.csv** say who, where and when?" in screens.read(app)


def test_answers_that_need_their_rows_are_said_with_the_way_on(answers):
    head, *rows = answers.read_text(encoding="utf-8").splitlines()
    lines = [f"{head};Weight", *(f"{row};{(0.81, 1.0, 1.19)[n % 3]}" for n, row in enumerate(rows))]
    answers.write_text("\n".join(lines) + "\n", encoding="utf-8")
    app = read(screens.loaded(on="data"), answers)
    assert "not a plain table with one respondent a row" in said(app)
    assert len(app.session_state[keys.WORKSPACE].files) == 1


# --- answers in a table of a database ---


@pytest.fixture
def table(answers, tmp_path):
    import duckdb

    path = tmp_path / "crm.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"CREATE TABLE survey AS SELECT * FROM read_csv('{answers}', delim=';')")
    return f"duckdb://{path}::survey"


def ask(app, address):
    app.session_state[keys.DATABASE_BOX] = True
    app.run()
    app.text_input(key=keys.ADDRESS_TYPED).set_value(address).run()
    return app.button(key="database_yes").click().run()


def test_answers_in_a_database_are_added_up_there_and_no_made_up_row_is_shown_as_one_of_the_table(
    table, answers
):
    app = ask(screens.opened(), table)
    assert not app.exception
    found = impact.drivers(intake.responses(intake.read(answers.read_bytes(), "answers.csv")), "NPS")
    *_, seen = app.session_state[keys.RESULTS].values()
    assert seen.n == found.n == ROWS
    assert seen.r2 == pytest.approx(found.r2)
    screens.page(app, "matrix")
    assert not app.exception
    assert all(name in str(screens.chart(app)) for name in NAMES)
    screens.page(app, "data")
    assert not app.exception
    words = screens.read(app)
    assert "No row has left the database" in words
    assert f"{ROWS} respondents" in words
    assert text.say("data.table", "en") not in words
    assert text.say("corrections.marked", "en") not in words


def test_a_table_of_neither_says_what_the_first_look_says(tmp_path):
    import duckdb

    path = tmp_path / "crm.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE notes AS SELECT 'remark ' || range AS remark FROM range(50)")
    app = ask(screens.opened(), f"duckdb://{path}::notes")
    assert not app.exception
    assert app.error
    assert keys.WORKSPACE not in app.session_state or not app.session_state[keys.WORKSPACE].files
