"""The Data page with several files and sheets: names that look alike, files that fail, passwords."""

import io

import openpyxl
from msoffcrypto.format.ooxml import OOXMLFile

from cx import text
from pages.parts.shell import keys
from tests.app import screens, sheet
from tests.app.test_data_page import (
    SCORES,
    VOLUMES,
    choices,
)
from tests.app.test_transitions import control
from tests.made.intake_files import saved, workbook_bytes


def test_names_that_look_alike_are_joined_one_by_one_and_the_rest_is_listed():
    app = screens.loaded(SCORES, "scores.csv")
    app.switch_page("app.py").run()
    app.session_state["language"] = "en"
    app.toggle[0].set_value(True).run()
    app.file_uploader[0].upload("volumes.csv", VOLUMES.encode()).run()
    screens.page(app, "data")
    words = screens.read(app)
    assert "1 touchpoint has the same name" in words
    assert "“Support call” may be **“Call to support”**" in words
    assert "- Debt collection" in words
    assert "- Moving house" in words
    app.get_by_key("same_0_Support call").click().run()
    assert choices(app).matches == {"Support call": "Call to support"}
    volumes = {one.label: one.volume for one in matrix(app).bubbles}
    assert volumes["Call to support"] == 80
    app.get_by_key("apart_0_Support call").click().run()
    app.get_by_key("other_0_Support call").click().run()
    assert choices(app).matches == {"Support call": ""}
    assert "may be" not in screens.read(app)
    app.get_by_key("unmatched_0").set_value("Support call")
    app.get_by_key("missing_0").set_value("Call to support")
    app.get_by_key("by_hand_0").click().run()
    assert choices(app).matches["Support call"] == "Call to support"


def matrix(app):
    from cx import intake
    from cx import matrix as building

    files = app.session_state[keys.WORKSPACE].files
    parts = [intake.touchpoints(file.workbook, file.choices, partial=True) for file in files]
    return building.build(intake.combined(parts, files[0].choices.matches))


def test_sheets_of_one_file_are_joined_too_and_can_be_left_out():
    book = openpyxl.Workbook()
    book.active.title = "Scores"
    for line in SCORES.replace(",", ".").splitlines():
        book.active.append([float(part) if part[0].isdigit() else part for part in line.split(";")])
    volumes = book.create_sheet("Volumes")
    for row in (["Process", "Volume"], ["Invoice", 120], ["Support call", 80], ["Moving house", 5]):
        volumes.append(row)
    app = screens.opened()
    app.file_uploader[0].upload("both.xlsx", saved(book)).run()
    screens.page(app, "data")
    assert control(app, "also_0").value == ["Volumes"]
    assert "“Support call” may be" in screens.read(app)
    assert "“Support call” of both.xlsx has no touchpoint of exactly that name" in screens.read(app)
    assert "matches no touchpoint" not in screens.read(app)  # which the proposal says already
    app.get_by_key("same_0_Support call").click().run()
    assert screens.tables(app)[0].value["volume"].tolist() == [120, 80, 5]
    control(app, "also_0").set_value([]).run()
    assert "volume" not in screens.tables(app)[0].value


def test_another_sheet_and_back_loses_nothing_that_was_joined_confirmed_or_chosen():
    book = openpyxl.Workbook()
    book.active.title = "Scores"
    for line in SCORES.replace(",", ".").splitlines():
        book.active.append([float(part) if part[0].isdigit() else part for part in line.split(";")])
    volumes = book.create_sheet("Volumes")
    for row in (["Process", "Volume"], ["Invoice", 120], ["Support call", 80], ["Moving house", 5]):
        volumes.append(row)
    app = screens.opened()
    app.file_uploader[0].upload("both.xlsx", saved(book)).run()
    screens.page(app, "data")
    app.get_by_key("same_0_Support call").click().run()
    before = app.session_state[keys.WORKSPACE]
    control(app, "sheet_0").set_value("Volumes").run()
    control(app, "shape_0").set_value("touchpoints").run()
    there = choices(app)
    assert there.sheet == "Volumes"
    control(app, "sheet_0").set_value("Scores").run()
    assert app.session_state[keys.WORKSPACE].identity == before.identity
    assert control(app, "also_0").value == ["Volumes"]
    assert "is joined with" in screens.read(app)
    control(app, "sheet_0").set_value("Volumes").run()
    assert choices(app) == there


def test_a_link_leads_to_the_cell_of_another_file():
    app = screens.loaded(SCORES, "scores.csv")
    app.switch_page("app.py").run()
    app.toggle[0].set_value(True).run()
    app.file_uploader[0].upload("volumes.csv", VOLUMES.encode()).run()
    screens.page(app, "data")
    assert "href='#cell-1.0-4-0'" in screens.read(app)
    sheet.sent(app, kind="go", to="1.0", row=4, column=0)
    assert sheet.given(app)["place"] == "1.0"
    assert (sheet.given(app)["target"]["row"], sheet.given(app)["target"]["column"]) == (4, 0)


def test_one_file_that_fails_leaves_the_others():
    app = screens.opened()
    app.file_uploader[0].upload("scores.csv", SCORES.encode())
    app.file_uploader[0].upload("broken.xlsx", b"PK\x03\x04 nothing")
    app.run()
    assert [file.workbook.name for file in app.session_state[keys.WORKSPACE].files] == ["scores.csv"]
    assert "broken.xlsx" in app.error[0].value


def locked(password):
    plain = io.BytesIO(workbook_bytes([["Touchpoint", "Satisfaction", "Impact"], ["A", 6, 8], ["B", 8, 3]]))
    target = io.BytesIO()
    OOXMLFile(plain).encrypt(password, target)
    return target.getvalue()


def test_a_password_is_asked_a_wrong_one_is_told_and_two_files_are_asked_one_by_one():
    app = screens.opened()
    app.file_uploader[0].upload("one.xlsx", locked("first"))
    app.file_uploader[0].upload("two.xlsx", locked("second"))
    app.run()
    assert [one.label for one in app.text_input] == ["Password", "Password"]
    open_with(app, 0, "wrong")
    assert "The password does not open one.xlsx" in screens.read(app)
    open_with(app, 1, "first")
    assert [file.workbook.name for file in app.session_state[keys.WORKSPACE].files] == ["one.xlsx"]
    screens.page(app, "data")
    leave = next(one for one in app.button if one.label == text.say("upload.leave", "en"))
    leave.click().run()
    assert "Password" not in [one.label for one in app.text_input]


def open_with(app, place, password):
    app.text_input[place].set_value(password)
    buttons = [one for one in app.button if one.label == text.say("upload.open", "en")]
    buttons[place].click().run()
