"""Another table that stands below the one that is meant: behind a blank row, under a header of its own."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from cx.intake.words import folded
from cx.records.file import BLANK, NUMBER, TEXT, Sheet

_TITLES = 3
"""So many rows of a title stand above such a header at most."""
_FEWEST_NAMES, _FEWEST_ROWS, _MOSTLY = 2, 2, 0.5
_MOST_GAPS = 50

Places = npt.NDArray[np.int64]


def parted(
    sheet: Sheet, places: Places, inside: Sequence[int], texts: Sequence[str]
) -> tuple[Places, tuple[int, ...]]:
    """Return the rows of the table, and the user's numbers of those that are another one below it.

    Parameters
    ----------
    sheet
        The sheet's raw cells.
    places
        The positions of the rows below the header that hold anything; rising.
    inside
        The positions of the table's columns.
    texts
        The header of each column of the sheet: what names it, stands in no header of another table.
    """
    known = {folded(texts[place]) for place in inside if texts[place]}
    for start in (np.flatnonzero(np.diff(places) > 1) + 1)[:_MOST_GAPS]:
        if start >= _FEWEST_ROWS and _starts(sheet, places, int(start), inside, known):
            return places[:start], tuple((places[start:] + sheet.top).tolist())
    return places, ()


def _starts(sheet: Sheet, places: Places, start: int, inside: Sequence[int], known: set[str]) -> bool:
    """Whether another table starts behind a gap: titles, a row of new names, numbers below them."""
    for at in range(start, min(start + _TITLES, len(places) - 1)):
        filled = [place for place in inside if sheet.columns[place].kinds[places[at]] != BLANK]
        if len(filled) < _FEWEST_NAMES:
            continue  # a title
        names = [sheet.columns[place].cell(int(places[at])) for place in filled]
        if any(one.kind != "text" or folded(one.shown) in known for one in names):
            return False
        above, under = places[:start], places[at + 1 :]
        return any(
            _are_numbers(sheet, place, above) and _are_numbers(sheet, place, under) for place in filled
        )
    return False


def _are_numbers(sheet: Sheet, place: int, rows: Places) -> bool:
    """Whether most cells of a column that hold anything there are numbers."""
    kinds = sheet.columns[place].kinds[rows]
    filled = int(np.count_nonzero(kinds != BLANK))
    texts = int(np.count_nonzero(kinds == TEXT))
    return bool(filled) and texts == 0 and int(np.count_nonzero(kinds == NUMBER)) > _MOSTLY * filled
