"""The Data page: the workbook with findings, and choices that come back with the next file."""

import io
import json

import openpyxl
import pytest

from cx import intake, text
from cx.intake import mapping
from cx.records import Choices
from tests.app import screens, sheet
from tests.app.test_transitions import control
from tests.made.intake_files import saved, workbook_bytes

HEADERS = ["Touchpoint", "Satisfaction (1-10)", "Impact", "Volume"]
Q3 = [HEADERS, ["Invoice", 6, 8, 100], ["App", 14, 9, 300], ["Call", 5, 2, 50]]
Q4 = [["Volume", "Impact", "Touchpoint", "Satisfaction (1-10)"], [90, 7, "Invoice", 7], [310, 9, "App", 8]]


def uploaded(app, content, name):
    app.file_uploader[0].upload(name, content)
    return app.run()


def data_page(rows=Q3, name="q3.xlsx", locale="en-GB"):
    return screens.page(uploaded(screens.opened(locale), workbook_bytes(rows), name), "data")


def following(app, rows=Q4, name="q4.xlsx"):
    """Another file in place of the one that is loaded, brought in on the start page."""
    app.switch_page("app.py").run()
    return uploaded(app, workbook_bytes(rows), name)


def open_box(app, key):
    app.session_state[key] = True
    return app.run()


def made(app):
    return app.session_state["marked workbook"][1]


@pytest.mark.parametrize(
    ("locale", "name"), [("en-GB", "q3-findings.xlsx"), ("nl-NL", "q3-bevindingen.xlsx")]
)
def test_the_own_workbook_is_offered_with_its_findings_and_edits(locale, name):
    app = sheet.typed(data_page(locale=locale), A2="=1+1")
    open_box(app, "marked")
    assert (made(app).name, made(app).anew) == (name, False)
    first = openpyxl.load_workbook(io.BytesIO(made(app).content)).worksheets[0]
    assert (first["A2"].value, first["A2"].data_type) == ("=1+1", "s")
    assert [cell.coordinate for row in first for cell in row if cell.comment] == ["B3"]


def test_what_the_workbook_loses_is_told():
    app = data_page([*Q3, ["Visit", 7, 3, "=B2*10"]])
    open_box(app, "marked")
    assert text.say("corrections.marked.whole", "en") in screens.read(app)
    app = data_page([*Q3, ["Visit", 7, 3, "=cmd|'/c calc'!A0"]])
    open_box(app, "marked")
    assert text.say("marked.lost.dde", "en") in screens.read(app)


def test_a_text_file_gives_a_new_workbook():
    app = open_box(screens.loaded(on="data"), "marked")
    assert text.say("corrections.marked.anew", "en") in screens.read(app)
    assert (made(app).name, made(app).anew) == ("small-findings.xlsx", True)


def test_the_sample_is_marked_itself():
    app = screens.opened()
    screens.button(app, "upload.sample").click().run()
    open_box(screens.page(app, "data"), "marked")
    assert (made(app).name, made(app).anew) == ("energy-touchpoints-en-findings.xlsx", False)


def test_choices_come_back_with_the_next_file_that_has_the_headers():
    app = data_page()
    control(app, "scale_0").set_value("0-100").run()
    following(app)
    assert screens.title(app) == text.say("data.title", "en")
    assert control(app, "scale_0").value == "0-100"
    assert text.say("corrections.applied", "en") in screens.read(app)


def test_choices_that_came_back_can_be_taken_back_and_are_then_forgotten():
    app = data_page()
    control(app, "scale_0").set_value("0-100").run()
    screens.page(following(app), "data")
    app.get_by_key("without_choices").click().run()
    assert control(app, "scale_0").value == "1-10"
    assert text.say("corrections.applied", "en") not in screens.read(app)
    following(app)
    assert text.say("corrections.applied", "en") not in screens.read(app)


def test_other_headers_get_no_choices():
    app = data_page()
    control(app, "scale_0").set_value("0-100").run()
    following(app, [[*Q4[0], "Owner"], *[[*row, "Els"] for row in Q4[1:]]])
    screens.page(app, "data")
    assert control(app, "scale_0").value == "1-10"
    assert text.say("corrections.applied", "en") not in screens.read(app)


def test_saved_choices_are_used_and_a_wrong_file_says_so():
    app = open_box(data_page(), "mapping")
    assert text.say("corrections.mapping.none", "en") in screens.read(app)
    app.get_by_key("mapping_0").upload("x.json", json.dumps([1]).encode()).run()
    assert text.say("error.mapping_unreadable", "en") in screens.read(app)
    choices = Choices(roles={"Impact": "ignore"})
    book = intake.read(workbook_bytes(Q4), "q4.xlsx")
    content = mapping.mapping_of(choices, intake.understand(book, choices))
    app.get_by_key("mapping_0").upload("choices.json", content).run()
    assert sheet.role(app, "C") == "ignore"
    assert text.say("corrections.loaded", "en") in screens.read(app)


def test_no_bytes_of_files_that_are_gone_are_kept():
    app = data_page()
    wide = openpyxl.Workbook()
    wide.active.append(["Touchpoint", "Satisfaction (1-10)", "Impact"])
    wide.active.append(["Invoice", 6, 8])
    app.switch_page("app.py").run()
    uploaded(app, saved(wide), "wide.xlsx")
    assert len(app.session_state["contents"]) == 2
    for key in ("past", "future"):
        app.session_state[key] = ()
    following(app)
    assert len(app.session_state["contents"]) == 2
