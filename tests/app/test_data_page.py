"""The Data page: what it says about a file, and what can be set, confirmed and mended on it."""

import io
import random

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from cx import intake, text
from cx.records import Finding, Scale
from cx.text import NumberBounds
from pages.parts.around.cells import cell_of
from pages.parts.data import answer_words, codes, scales
from pages.parts.shell import keys
from pages.parts.shell.number_cells import NumberCell
from tests.app import screens, sheet
from tests.app.numbers import cells
from tests.app.test_transitions import control
from tests.made.intake_files import saved, workbook_bytes

SCORES = "Touchpoint;Satisfaction (1-10);Impact\nInvoice;6,1;8\nCall to support;5,4;9\nMoving house;6,6;4\n"
VOLUMES = "Process;Volume\ninvoice;120\nSupport call;80\nDebt collection;4\n"
NAMES = ("Invoice", "App", "Call", "Letter")


def survey(rows=120, code=99):
    """Four touchpoints on 1 to 10; a fifth of the answers is the code, a tenth blank; ease in words."""
    chance = random.Random(1)  # noqa: S311 - a survey, no secret
    words = ("very difficult", "difficult", "neutral", "easy", "very easy")
    lines = ["Respondent;" + ";".join(f"{name} (1-10)" for name in NAMES) + ";Ease;NPS"]
    for place in range(rows):
        level = chance.randint(3, 9)
        answers = [
            code if chance.random() < 0.2 else "" if chance.random() < 0.1 else min(10, max(1, level + step))
            for step in (-1, 0, 1, 0)
        ]
        lines.append(";".join(map(str, [place + 1, *answers, words[(level - 3) // 2], level])))
    return "\n".join(lines)


def data_page(content, name="file.csv", locale="en-GB"):
    return screens.loaded(content, name, locale, on="data")


def choices(app, position=0):
    return app.session_state[keys.WORKSPACE].files[position].choices


def mean(app, name):
    table = screens.tables(app)[0].value
    return float(table.loc[table["touchpoint"] == name, "satisfaction"].iloc[0])


def codes_of(app):
    """The codes of the findings about the first file."""
    from cx import intake

    file = app.session_state[keys.WORKSPACE].files[0]
    return {one.code for one in intake.understand(file.workbook, file.choices).findings}


def first_line(app):
    return app.markdown[0].value.replace("\\", "")


# --- what was found


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en-GB", "header in row 3 · one row per touchpoint · 3 touchpoints · scale 1 to 10 · decimal comma"),
        (
            "nl-NL",
            "één rij per contactmoment · 3 contactmomenten · schaal 1 tot 10 · decimale komma",
        ),
    ],
)
def test_what_was_found_stands_in_one_line(locale, words):
    app = data_page(f"A report;;\n;;\n{SCORES}", "scores.csv", locale)
    assert words in screens.read(app)


def test_the_table_as_understood_stands_beside_the_raw_cells():
    app = data_page(SCORES.replace("5,4", "n.v.t."))
    assert sheet.column(app, "B") == ["6,1", "n.v.t.", "6,6"]
    seen = screens.tables(app)[0].value
    assert seen["satisfaction"].fillna(0).tolist() == [6.1, 0, 6.6]
    assert sheet.marked(app) == [(3, 1, "error")]


def test_a_finding_leads_to_its_cell():
    app = data_page(SCORES.replace("5,4", "n.v.t."))
    assert "<a class='cx-jump' href='#cell-0.0-3-1'>B3</a>" in screens.read(app)


def test_what_stands_in_the_way_is_told_once():
    app = data_page("Touchpoint;Colour\nInvoice;red\nApp;blue\n")
    told = text.say("finding.no_satisfaction_column", "en", where="file.csv", columns="")[:40]
    words = screens.read(app)
    assert words.count(told) == 1


# --- where the table is


def test_two_header_rows_are_set_by_hand():
    rows = "Scores;;2026\nTouchpoint;Satisfaction;Impact\nInvoice;6;8\nApp;8;9\nCall;5;2\n"
    app = data_page(rows)
    control(app, "header_first_0").set_value("1").run()
    control(app, "header_last_0").set_value("2").run()
    assert choices(app).header_rows == (1, 2)
    assert sheet.given(app)["header"] == [1, 2]
    control(app, "header_first_0").set_value("2").run()
    assert choices(app).header_rows == (2,)


def test_what_is_hidden_is_used_only_when_chosen():
    book = openpyxl.load_workbook(
        io.BytesIO(
            workbook_bytes(
                [["Touchpoint", "Satisfaction", "Impact"], ["A", 6, 8], ["B", 8, 9], ["C", 5, 2], ["D", 7, 7]]
            )
        )
    )
    book.active.row_dimensions[3].hidden = True
    secret = book.create_sheet("Secret")
    for row in (["Touchpoint", "Satisfaction", "Impact"], ["X", 4, 1], ["Y", 5, 2], ["Z", 6, 3]):
        secret.append(row)
    secret.sheet_state = "hidden"
    app = screens.opened()
    app.file_uploader[0].upload("hidden.xlsx", saved(book)).run()
    screens.page(app, "data")
    assert "3 touchpoints" in first_line(app)
    assert sheet.given(app)["hidden"] == [3]
    control(app, "hidden_0").set_value(True).run()
    assert "4 touchpoints" in first_line(app)
    box = control(app, "sheet_0")
    assert box.options[1] == "Secret (hidden)"
    box.set_value("Secret").run()
    assert screens.tables(app)[0].value["touchpoint"].tolist() == ["X", "Y", "Z"]


def test_the_shape_and_the_roles_of_responses_can_be_set():
    app = data_page("Code;V1;V2;V3\n11;5;6;7\n12;6;6;8\n13;7;9;9\n14;5;5;6\n")
    control(app, "shape_0").set_value("responses").run()
    for letter, role in (("A", "respondent"), ("B", "rating"), ("C", "rating"), ("D", "outcome")):
        sheet.take_role(app, letter, role)
    assert [sheet.role(app, letter) for letter in "ABCD"] == ["respondent", "rating", "rating", "outcome"]
    assert mean(app, "V1") == 5.75
    assert "4 respondents" in first_line(app)


# --- codes, words, scales, score, blanks


def test_a_code_is_proposed_with_its_evidence_and_can_be_rejected_and_confirmed():
    app = data_page(survey())
    without = mean(app, "Invoice")
    assert without < 10
    assert "**99** · in 4 columns" in screens.read(app)
    assert "ratings_outside" not in codes_of(app)
    control(app, "code_0_99").set_value("rating").run()
    assert "ratings_outside" in codes_of(app)
    control(app, "code_0_99").set_value("no_answer").run()
    assert mean(app, "Invoice") == without
    assert app.get_by_key("confirm_0_99").disabled is True
    assert choices(app).codes["App (1-10)"] == {"99": "no_answer"}


def after(change, content):
    """The choices after something was changed in one of the tables, in a script of its own."""

    def script(change, content):
        import streamlit as st

        from cx import intake
        from pages.parts.computed import one_file
        from pages.parts.shell import state

        state.load((state.LoadedFile(intake.read(content.encode(), "survey.csv")),))
        change(one_file.understanding(state.current().files[0]))
        st.session_state["choices"] = state.current().files[0].choices

    app = AppTest.from_function(script, args=(change, content), default_timeout=300).run()
    assert not app.exception
    return app.session_state["choices"]


def test_a_code_can_be_another_thing_in_one_column():
    def change(seen):
        place = [one.column for one in seen.codes].index("Call (1-10)")
        codes.take({place: {"meaning": "A rating"}}, 0, seen.codes, "en")

    assert after(change, survey()).codes == {"Call (1-10)": {"99": "rating"}}


def test_answers_in_words_can_count_as_another_number():
    app = data_page(survey())
    app.session_state["spoken"] = True
    app.run()
    assert cells.given(app)["rows"] == ["very difficult", "difficult", "neutral", "easy", "very easy"][:4]
    assert sheet.given(app)["columns"]["F"]["means"]["very difficult"] == "1"

    def change(_seen):
        typed = {"bad": (1.0, "2,5"), "fair": (3.0, ""), "good": (5.0, "many"), "best": (9.0, None)}
        ladder = tuple((answer, number) for answer, (number, _) in typed.items())
        cells_ = tuple(
            NumberCell("spoken", answer, "number", NumberBounds(), number, words)
            for answer, (number, words) in typed.items()
        )
        answer_words.take(0, ladder, ["Ease"], cells_)

    assert after(change, survey()).text_scales == {
        "Ease": {"bad": 2.5, "fair": 3.0, "good": 5.0, "best": 9.0}
    }


def test_one_column_can_have_another_scale_and_good_end():
    def change(seen):
        rows = {0: {"scale": "0 to 10", "direction": "low"}, 1: {"direction": "low"}}
        scales.take(rows, 0, seen, ["App (1-10)", "Call (1-10)"], "en")

    found = after(change, survey()).scales
    assert found == {"App (1-10)": Scale(0, 10, "lower"), "Call (1-10)": Scale(1, 10, "lower")}


def test_satisfaction_can_be_top_two_or_nps():
    rows = [(9, 4), (10, 9), (2, 8), (6, 10), (7, 9), (3, 9)] * 5
    lines = [f"{place};{one};{other}" for place, (one, other) in enumerate(rows)]
    app = data_page("Respondent;Invoice (0-10);App (0-10)\n" + "\n".join(lines))
    control(app, "shape_0").set_value("responses").run()
    for letter in "BC":
        sheet.take_role(app, letter, "rating")
    assert control(app, "score_0").options == ["the mean", "top-2-box, in %", "NPS of the ratings"]
    control(app, "score_0").set_value("nps").run()
    assert mean(app, "Invoice") == pytest.approx(-16.67)
    control(app, "score_0").set_value("top2").run()
    assert mean(app, "Invoice") == pytest.approx(33.33)


def test_what_a_blank_means_is_asked_with_a_preview_of_both():
    app = data_page(survey())
    words = screens.read(app)
    assert text.say("questions.title", "en", n=1) in words
    shown = [one.body for one in app.html if "found.head" not in one.body and "<caption>" in one.body]
    assert len(shown) == 2
    assert shown[0] != shown[1]
    button = next(one for one in app.button if one.label == text.say("questions.take", "en"))
    button.click().run()
    assert choices(app).blanks == "no_answer"
    assert text.say("questions.title", "en", n=1) not in screens.read(app)


# --- what the browser sends is not trusted


@pytest.mark.parametrize(
    "message",
    [
        {"kind": "edit", "cells": [[0, "A", "x"], [1, "a", "x"], [1, "A", 5], ["1", "A", "x"], 7, [1, "A"]]},
        {"kind": "edit", "cells": "nothing"},
        {"kind": "edit", "cells": [[1, "A", "x"]], "place": "7.0"},
        {"kind": "role", "letter": "B", "role": "emperor"},
        {"kind": "role", "letter": "ZZ", "role": "impact"},
        {"kind": "go", "to": "5.0", "row": 1, "column": 1},
        {"kind": "fly"},
    ],
)
def test_a_message_without_sense_changes_nothing(message):
    app = data_page(SCORES)
    before = app.session_state[keys.WORKSPACE]
    sheet.sent(app, **message)
    assert not app.exception
    assert app.session_state[keys.WORKSPACE] is before


def test_what_was_typed_is_marked_and_kept():
    app = sheet.typed(data_page(SCORES), B3="8", E9="<b>new</b>")
    data = sheet.given(app)
    assert data["edited"] == ["B3", "E9"]
    assert sheet.column(app, "B") == ["6,1", "8", "6,6"]


def test_a_finding_about_a_column_leads_to_its_header():
    seen = intake.understand(intake.read(screens.SMALL.encode(), "small.csv"))
    about = [Finding("warning", "no_scale", "small", column=name) for name in ("Volume", "none such")]
    assert [cell_of(one, seen) for one in about] == [(1, 3), None]
