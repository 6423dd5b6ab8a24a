"""A session brought back as a file or as a workbook that somebody changed."""

import datetime as dt
import io
import json
from dataclasses import replace

import openpyxl
import pytest

from cx import intake, matrix
from cx.deliver.workbook.session import session_workbook
from cx.errors import LimitExceeded, UnreadableFile
from cx.intake.saved import document as session_file
from cx.records import Lock, Settings
from cx.session.sessions import document
from tests.made import sessions as samples

CASE = samples.session(
    notes="first\nsecond",
    decisions=(
        samples.decision(owner="Anna", due=dt.date(2026, 12, 1), current=0.1 + 0.2, notes="=1+1"),
        samples.decision("id-app", "App", strategy="simplify", reason="why not"),
    ),
)


def made(session=CASE, lang="en"):
    drawn = matrix.build(session.touchpoints, Settings())
    text = document.written(session, history=[], rounds=[])
    return session_workbook(session, drawn, [], document=text, lang=lang)


def changed(change, session=CASE):
    """The session of the workbook after somebody changed it in a spreadsheet."""
    book = openpyxl.load_workbook(io.BytesIO(made(session)))
    change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return document.session_of(session_file.document_of(buffer.getvalue(), "s.xlsx"))


def put(sheet, cell, value):
    return lambda book: book[sheet].__setitem__(cell, value)


def test_saved_again_by_another_program_it_is_the_same_session():
    assert document.written(changed(lambda _book: None)) == document.written(CASE)


def test_what_was_changed_in_the_sheets_counts():
    found = changed(
        lambda book: [
            put("Session", "B2", "Board")(book),
            put("Session", "B3", "third")(book),
            put("Decisions", "E2", "Ben")(book),
            put("Decisions", "F2", dt.date(2027, 1, 2))(book),
            put("Decisions", "K2", 7.5)(book),
            put("Touchpoints", "F2", 6.5)(book),
            put("Touchpoints", "G3", None)(book),
        ]
    )
    first = found.decisions[0]
    assert (found.name, found.notes) == ("Board", "third")
    assert (first.owner, first.due, first.target, first.current) == (
        "Ben",
        dt.date(2027, 1, 2),
        7.5,
        0.1 + 0.2,
    )
    assert found.touchpoints.rows["satisfaction"].tolist() == [6.5, 8.0, 5.0, 9.0]
    assert found.touchpoints.rows["impact"].isna().tolist() == [False, True, False, False]
    assert found.decisions[1] == CASE.decisions[1]


def test_sorting_the_rows_changes_nothing():
    def turned(book):
        for name in ("Decisions", "Touchpoints"):
            sheet = book[name]
            lines = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
            for row, values in zip(sheet.iter_rows(min_row=2), reversed(lines), strict=True):
                for cell, value in zip(row, values, strict=True):
                    cell.value = value

    assert document.written(changed(turned)) == document.written(CASE)


def test_the_data_of_a_locked_session_stay_as_they_are():
    locked = replace(CASE, locked=Lock(samples.MORNING, "Anna"))
    found = changed(put("Touchpoints", "F2", 6.5), locked)
    assert found.touchpoints.rows["satisfaction"].tolist() == [6.0, 8.0, 5.0, 9.0]


@pytest.mark.parametrize(
    ("cell", "value", "key"), [("F2", "soon", "session_date"), ("K2", "much", "session_number")]
)
def test_a_cell_that_cannot_be_used_is_named(cell, value, key):
    with pytest.raises(UnreadableFile) as refused:
        changed(put("Decisions", cell, value))
    told = refused.value
    assert (told.key, told.values["sheet"], told.values["cell"], told.values["value"]) == (
        *(key, "Decisions", cell),
        value,
    )
    assert cell in told.message("nl")


@pytest.mark.parametrize("typed", ["inf", "nan", "-Infinity", "1e999", "1_000", "0x10", "\u0661"])
def test_what_is_no_finite_number_is_refused(typed):
    with pytest.raises(UnreadableFile) as refused:
        changed(put("Decisions", "K2", typed))
    assert (refused.value.key, refused.value.values["cell"]) == ("session_number", "K2")


@pytest.mark.parametrize(("typed", "number"), [("7,5", 7.5), ("-.5e3", -500.0), ("0", 0.0), (" 8 ", 8.0)])
def test_a_number_typed_as_text_counts(typed, number):
    assert changed(put("Decisions", "J2", typed)).decisions[0].current == number


def test_a_small_number_that_was_typed_is_a_change():
    small = replace(CASE, decisions=(samples.decision(current=1e-13),))
    assert changed(put("Decisions", "J2", 0), small).decisions[0].current == 0.0
    assert changed(put("Decisions", "J2", 3e-13), small).decisions[0].current == 3e-13


def test_whole_numbers_stay_exact_until_a_fraction_is_typed():
    large = [2**53 + 1, 2, 3, 4]
    table = replace(CASE.touchpoints, rows=CASE.touchpoints.rows.assign(n=large))
    session = replace(CASE, touchpoints=table)
    assert changed(lambda _book: None, session).touchpoints.rows["n"].tolist() == large
    rows = changed(put("Touchpoints", "I3", 2.5), session).touchpoints.rows
    assert (rows["n"].tolist()[1:], str(rows["n"].dtype)) == ([2.5, 3.0, 4.0], "float64")


def test_a_text_that_a_cell_cuts_off_is_whole_again():
    notes = "x" * 40_000
    assert changed(lambda _book: None, replace(CASE, notes=notes)).notes == notes


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e999", '{"float": "1e5"}', '{"float": "1_0"}']
)
def test_a_document_with_a_number_that_is_none_is_refused(number):
    text = document.written(replace(CASE, decisions=(samples.decision(current=0.125),)))
    assert text.count("0.125") == 1
    with pytest.raises(UnreadableFile) as refused:
        document.session_of(text.replace("0.125", number))
    assert refused.value.key in {"session_damaged", "session_field"}


def test_a_person_reads_names_not_codes():
    book = openpyxl.load_workbook(io.BytesIO(made(lang="nl")))
    assert book.sheetnames == ["Sessie", "Contactmomenten", "Besluiten", "Geschiedenis", "cx-session"]
    assert book["cx-session"].sheet_state == "hidden"
    assert [cell.value for cell in book["Besluiten"][2]][:5] == [
        *("Invoice", "Eerst verbeteren", "Eerst verbeteren", ""),
        "Anna",
    ]
    assert book["Besluiten"]["M2"].data_type == "s"


@pytest.mark.parametrize("drop", ["cx-session", "chunk"])
def test_a_workbook_without_its_document_is_refused(drop):
    def broken(book):
        if drop == "chunk":
            book["cx-session"]["A3"] = "d!!"
        else:
            del book[drop]

    with pytest.raises(UnreadableFile) as refused:
        changed(broken)
    assert refused.value.key == ("session_damaged" if drop == "chunk" else "no_session")


def test_a_file_is_looked_into_in_a_process_of_its_own():
    text = document.written(CASE)
    assert session_file.document_of(text.encode(), "s.cxsession") == text


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "no_session"),
        (b"[" * 200_000, "no_session"),
        (b"\xff\xfe\x00", "no_session"),
        (
            b'{"format": "cx-session", "version": 1, "session": ' + b"[" * 60 + b"]" * 60 + b"}",
            "session_damaged",
        ),
        (json.dumps({"format": "other"}).encode(), "no_session"),
    ],
)
def test_a_hostile_file_is_refused(content, key):
    with pytest.raises(UnreadableFile) as refused:
        session_file.document_of(content, "s.cxsession")
    assert (refused.value.key, refused.value.values["file"]) == (key, "s.cxsession")


def test_a_file_beyond_the_limit_is_refused():
    with pytest.raises(LimitExceeded) as refused:
        session_file.document_of(b" " * 2_000, "s", limits=replace(intake.Limits(), file_bytes=1_000))
    assert refused.value.key == "limit_file"
