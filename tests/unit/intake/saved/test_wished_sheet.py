"""Moments that are wished for in a session's workbook: written to be read, changed and added to."""

import io

import openpyxl
import pytest

from cx import matrix
from cx.deliver.workbook.session import session_workbook
from cx.errors import UnreadableFile
from cx.intake.saved import document as session_file
from cx.records import Settings
from cx.records.lenses import MOST_WISHED, LensSettings, Wished
from cx.session.sessions import document
from tests.made import sessions as samples

WISHED = (Wished("A visit at home", 1 / 3, 4.0), Wished("=1+1", 9.0, -0.1))


def made(wished=WISHED, lang="en"):
    session = samples.session(lens_settings=LensSettings(wished=wished))
    drawn = matrix.build(session.touchpoints, Settings())
    text = document.written(session, history=[], rounds=[])
    return session_workbook(session, drawn, [], document=text, lang=lang)


def back(cells, wished=WISHED):
    """The moments of the workbook after somebody typed in cells."""
    book = openpyxl.load_workbook(io.BytesIO(made(wished)))
    for cell, value in cells.items():
        book["Moments to create"][cell] = value
    buffer = io.BytesIO()
    book.save(buffer)
    return document.session_of(session_file.document_of(buffer.getvalue(), "s.xlsx")).lens_settings.wished


def test_they_stand_on_a_sheet_and_come_back_to_the_last_bit():
    sheet = openpyxl.load_workbook(io.BytesIO(made(lang="nl")))["Nieuwe momenten"]
    assert [cell.value for cell in sheet[1]][:3] == ["Moment", "Tevredenheid", "Impact"]
    assert [cell.value for cell in sheet[3]][:3] == ["=1+1", 9, -0.1]
    assert back({}) == WISHED


def test_what_is_changed_counts_what_is_emptied_stays_and_what_is_added_is_new():
    found = back({"A2": "A call", "B2": "7,5", "C3": None, "A4": " A card ", "B4": 8, "C4": 0.5})
    assert found == (Wished("A call", 7.5, 4.0), WISHED[1], Wished("A card", 8.0, 0.5))


@pytest.mark.parametrize(
    ("cells", "code", "place"),
    [
        ({"A4": "A card", "B4": 8}, "session_wish_number", "C4"),
        ({"B4": 8, "C4": 1}, "session_wish_name", "A4"),
        ({"B2": "high"}, "session_number", "B2"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_cell(cells, code, place):
    with pytest.raises(UnreadableFile) as caught:
        back(cells)
    assert (caught.value.key, caught.value.values["cell"]) == (code, place)


def test_more_than_there_is_room_for_is_refused():
    many = tuple(Wished(f"M{at}", 5.0, 1.0) for at in range(MOST_WISHED))
    with pytest.raises(UnreadableFile) as caught:
        back({"A14": "One more", "B14": 5, "C14": 1}, many)
    assert caught.value.key == "session_wishes"


def test_without_any_there_is_no_sheet():
    assert "Moments to create" not in openpyxl.load_workbook(io.BytesIO(made(()))).sheetnames
