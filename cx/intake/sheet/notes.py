"""Remarks below a table: sources, footnotes, lone texts behind a blank row."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from cx.intake.words import plain, row_phrases
from cx.records.file import Sheet

_LONGEST, _SHORT, _SENTENCE = 400, 3, 5


def parted(
    sheet: Sheet, filled: npt.NDArray[np.bool_], places: npt.NDArray[np.int64], inside: Sequence[int]
) -> tuple[npt.NDArray[np.int64], tuple[int, ...]]:
    """Return the rows of the table among those that hold anything, and the notes below the last of them.

    Parameters
    ----------
    filled
        Shape (rows of the sheet, columns of the table): whether a cell holds anything.
    places
        The positions of the rows below the header that hold anything; rising.
    inside
        The positions of the table's columns.
    """
    last = len(places)
    while last > 1 and _is_note(sheet, filled, places[:last], inside):
        last -= 1
    last = min(last, _start_of_notes(sheet, filled, places[:last], inside))
    notes = tuple(int(place) + sheet.top for place in places[last:])
    return places[:last], notes


def _start_of_notes(
    sheet: Sheet, filled: npt.NDArray[np.bool_], places: npt.NDArray[np.int64], inside: Sequence[int]
) -> int:
    """Where the last rows start that are lone texts below a blank row; the end where there are none."""
    start = len(places)
    while start > 1 and _lone_text(sheet, filled, int(places[start - 1]), inside):
        start -= 1
        if places[start] - places[start - 1] > 1:
            return start
    return len(places)


def _lone_text(sheet: Sheet, filled: npt.NDArray[np.bool_], place: int, inside: Sequence[int]) -> bool:
    alone = np.flatnonzero(filled[place])
    return (
        len(alone) == 1
        and filled.shape[1] > 1
        and (sheet.columns[inside[int(alone[0])]].cell(place).kind == "text")
    )


def _is_note(
    sheet: Sheet, filled: npt.NDArray[np.bool_], places: npt.NDArray[np.int64], inside: Sequence[int]
) -> bool:
    """A lone text behind a blank row, or one that starts the way sources and remarks do."""
    place = int(places[-1])
    alone = np.flatnonzero(filled[place])
    if len(alone) != 1 or filled.shape[1] == 1:
        return False
    cell = sheet.columns[inside[int(alone[0])]].cell(place)
    if cell.kind != "text":
        return False
    words = plain(cell.shown)
    behind_gap = place - int(places[-2]) > 1
    started = cell.shown.startswith("*") or words.startswith(row_phrases.NOTE_STARTS)
    return behind_gap or started or (_explains(cell.shown) and _is_full(filled, places[:-1]))


def _explains(text: str) -> bool:
    """Whether a text says something about another: ``Letters: different at 95%``, a sentence with an end."""
    head, sign, rest = text[:_LONGEST].partition(": ")
    told = bool(sign) and len(head.split()) <= _SHORT and len(rest.split()) >= _SHORT
    return told or (text.rstrip().endswith(".") and len(text.split()) >= _SENTENCE)


def _is_full(filled: npt.NDArray[np.bool_], places: npt.NDArray[np.int64]) -> bool:
    """Whether every row above holds more than one cell."""
    return bool((filled[places].sum(axis=1) > 1).all())
