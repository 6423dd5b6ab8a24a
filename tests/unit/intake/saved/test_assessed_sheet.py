"""Assessments in a session's workbook: written to be read, and read back as somebody changed them."""

import datetime as dt
import io
import json

import openpyxl
import pytest

from cx import matrix
from cx.deliver.workbook.session import session_workbook
from cx.errors import UnreadableFile
from cx.intake.saved import document as session_file
from cx.records import Lock, Settings
from cx.records.lenses import Assessment
from cx.session.sessions import document
from tests.made import sessions as samples

NOON = dt.datetime(2026, 10, 5, 12, tzinfo=dt.UTC)
SAID = (
    Assessment("id-invoice", "Invoice", "level", 2.0, NOON, "Anna", evidence="=audit"),
    Assessment("id-app", "App", "guess_satisfaction", 0.1 + 0.2, NOON, "", "room", 1 / 3, 12),
    Assessment("id-call", "Call", "standard", 0.0, NOON, "Ben"),
)


def made(lang="en", *, rounds=(), **fields):
    session = samples.session(assessments=SAID, **fields)
    drawn = matrix.build(session.touchpoints, Settings())
    text = document.written(session, history=[], rounds=list(rounds))
    return session_workbook(session, drawn, [], document=text, lang=lang)


def book_of(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def changed(cells, **fields):
    """The assessments of the workbook after somebody typed in cells."""
    book = book_of(made(**fields))
    for cell, value in cells.items():
        book["Assessments"][cell] = value
    buffer = io.BytesIO()
    book.save(buffer)
    return document.session_of(session_file.document_of(buffer.getvalue(), "s.xlsx")).assessments


def test_each_stands_on_a_line_in_both_languages():
    lines = [[cell.value for cell in row] for row in book_of(made("nl"))["Beoordelingen"].iter_rows()]
    assert lines[0][:4] == ["Contactmoment", "Wat is gevraagd", "Waarde", "In woorden"]
    assert lines[1][:4] == ["Invoice", "Niveau op de piramide", 2, "2"]
    assert lines[2][4:7] == [1 / 3, 12, "de zaal"]
    assert lines[3][1:4] == ["Er is een norm", 0, "nee"]
    assert lines[1][8:10] == ["2026-10-05 12:00 UTC", "=audit"]


def test_saved_again_they_are_the_same_to_the_last_bit():
    assert changed({}) == SAID


def test_what_somebody_typed_counts_and_has_no_spread_any_more():
    first, second, third = changed({"C2": 4, "C3": "6,5", "J3": "a count", "C4": None, "A4": "x"})
    assert (first.value, first.who) == (4.0, "Anna")
    assert (second.value, second.sd, second.n, second.evidence) == (6.5, None, None, "a count")
    assert third == SAID[2]  # to take one away is done in the program, where it can be undone


@pytest.mark.parametrize(("cell", "value"), [("C2", 6), ("C2", 2.5), ("C4", -1)])
def test_what_nobody_can_say_is_refused_with_its_cell(cell, value):
    with pytest.raises(UnreadableFile) as caught:
        changed({cell: value})
    assert cell in caught.value.message("en") and caught.value.message("nl")


def test_a_locked_session_keeps_what_was_said():
    assert changed({"C2": 4}, locked=Lock(NOON, "Anna")) == SAID


def test_no_sheet_where_nobody_said_anything():
    session = samples.session()
    drawn = matrix.build(session.touchpoints, Settings())
    text = document.written(session, history=[], rounds=[])
    content = session_workbook(session, drawn, [], document=text, lang="en")
    assert "Assessments" not in book_of(content).sheetnames
    assert document.session_of(session_file.document_of(content, "s.xlsx")).assessments == ()


def test_a_guess_stands_among_the_votes_as_the_number_that_was_guessed():
    question = {
        "touchpoints": [["id-app", "App"]],
        "points": None,
        "guess": {"asked": "guess_satisfaction", "low": 1.0, "step": 0.1, "count": 91},
    }
    ballot = {"name": "Jo", "choices": json.dumps({"id-app": 59}), "created": "", "changed": ""}
    asked = {"kind": "guess", "question": json.dumps(question), "ballots": [ballot]}
    votes = book_of(made(rounds=[asked]))["Votes"]
    assert [cell.value for cell in votes[2]] == [1, "Guess of satisfaction", "Jo", "id-app", 6.8]
