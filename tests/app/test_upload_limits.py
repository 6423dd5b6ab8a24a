"""What a person sees of limits: a file whose time is over, passes over a refused workbook, the queue."""

import pytest

from cx import intake, text
from cx.intake import digest, sheet_choice
from cx.process import begun
from pages.parts.upload.waiting import told
from tests.app import screens
from tests.made import large_files


def uploaded(content, name, locale="en-GB"):
    app = screens.opened(locale)
    app.file_uploader[0].upload(name, content)
    return app.run()


def test_the_limits_stand_where_files_are_taken_in():
    app = screens.opened()
    app.session_state["limits_en"] = True
    app.run()
    assert "- A file may be up to 50 MB." in screens.read(app)


def test_a_refused_workbook_is_gone_through_once_until_its_page_stands(monkeypatch):
    """The page asks which sheet is meant and shows what either comes to: nothing is read anew for it."""
    whole, first = [], digest._digest
    sheets, second = [], sheet_choice.roles_of
    monkeypatch.setattr(digest, "_digest", lambda *given: (whole.append(given[1]), first(*given))[1])
    monkeypatch.setattr(
        sheet_choice, "roles_of", lambda *given: (sheets.append(given[0].sheet.name), second(*given))[1]
    )
    app = uploaded(large_files.many_sheets(3), "three.xlsx")
    assert not app.exception
    assert screens.title(app) == text.say("data.title", "en")
    assert [choices.sheet for choices in whole] == [None, "Sheet 0", "Sheet 1"]
    assert sorted(sheets) == ["Sheet 0", "Sheet 1", "Sheet 2"]


@pytest.mark.parametrize(("locale", "lang"), [("en-GB", "en"), ("nl-NL", "nl")])
def test_a_file_whose_time_is_over_is_told_and_not_loaded(monkeypatch, locale, lang):
    def late(name, seconds, **_):
        return begun(name, seconds, left=-1.0)

    monkeypatch.setattr("pages.parts.upload.taking.begun", late)
    app = uploaded(large_files.wide(20, 20), "wide.csv", locale)
    assert not app.exception
    said = intake.read(large_files.wide(20, 20), "wide.csv").seconds
    values = {"file": "wide.csv", "limit": round(said)}
    for key in ("error.limit_understanding", "error.limit_understanding.todo"):
        assert text.say(key, lang, **values) in app.error[0].value.replace("\\", "")
    assert screens.title(app) == text.say("start.title", lang)


def test_waiting_and_reading_are_said_twice_a_second_at_most(monkeypatch):
    now, said = [100.0], []
    monkeypatch.setattr("cx.process.budget.time.monotonic", lambda: now[0])
    beat = told(said.append, "Reading a.csv", "nl")
    for at, stage in ((100.0, "waiting"), (100.1, "waiting"), (100.5, "waiting"), (101.2, "working")):
        now[0] = at
        beat(stage)
    waiting = text.say("upload.waiting", "nl")
    assert said == [waiting, waiting, "Reading a.csv"]
