"""Which rows of a table are rows of it: no totals, no repeats, none without a name."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from cx.intake.cells import Labels
from cx.intake.findings import Noticed
from cx.intake.sheet import Table
from cx.intake.words import folded, is_total, plain
from cx.process import steps
from cx.records.file import BLANK, KEY_COLUMNS, TEXT

Kept = npt.NDArray[np.bool_]


def kept_rows(
    table: Table, labels: Mapping[str, Labels], places: Mapping[str, int], noticed: Noticed
) -> Kept:
    """Return which rows are used; what is left out is noticed, one finding a row.

    Parameters
    ----------
    labels
        For each of ``KEY_COLUMNS`` the names per row.
    places
        Key column to its position in the table, for those that are there.
    """
    kept = np.ones(table.height, dtype=bool)
    _leave_out_headers(table, labels, kept, noticed)
    _leave_out_headings(table, places, kept, noticed)
    _leave_out_nameless(table, labels, places, kept, noticed)
    _set_aside_totals(labels, places, kept, noticed)
    _leave_out_repeats(table, labels, places, kept, noticed)
    return kept


def _leave_out_headers(table: Table, labels: Mapping[str, Labels], kept: Kept, noticed: Noticed) -> None:
    """A header that stands again among the rows, as print-outs have it."""
    headers = {folded(header) for header in table.headers}
    names = labels["touchpoint"]
    likely = [place for place, name in enumerate(names.names) if name and name in headers]
    for row in np.flatnonzero(np.isin(names.ids, likely)):
        shown = [folded(column.cell(int(row)).shown) for column in table.columns]
        if sum(cell in headers for cell in shown if cell) >= max(2, sum(bool(cell) for cell in shown) - 1):
            kept[row] = False
            noticed.sheet("info", "repeated_header", row=int(table.rows[row]))


def _leave_out_headings(table: Table, places: Mapping[str, int], kept: Kept, noticed: Noticed) -> None:
    """A lone text above a header that stands again, or merged over the columns: the name of what follows."""
    place = places.get("touchpoint")
    if place is None or len(table.columns) == 1:
        return
    merged = {first + 1 for first, left, _, right in table.sheet.merged if right > left}
    again = {int(row) - 1 for row in np.flatnonzero(~kept)}
    again |= {int(place) - 1 for place in np.searchsorted(table.rows, table.repeated)}
    for row in [at for at in range(table.height) if at in again or int(table.rows[at]) in merged]:
        filled = [at for at, column in enumerate(table.columns) if column.kinds[row] != BLANK]
        if kept[row] and filled == [place]:
            kept[row] = False
            noticed.cell("info", "heading_row", row, place)


def _leave_out_nameless(
    table: Table, labels: Mapping[str, Labels], places: Mapping[str, int], kept: Kept, noticed: Noticed
) -> None:
    """Rows without a touchpoint; those that name a total in another column are set aside as totals."""
    known: dict[str, bool] = {}
    for row in np.flatnonzero((labels["touchpoint"].ids == 0) & kept):
        kept[row] = False
        total = _total_in(table, int(row), known)
        if total is None:
            noticed.cell("error", "no_name", int(row), places["touchpoint"])
        else:
            noticed.cell("warning", "total_row", int(row), total)


def _total_in(table: Table, row: int, known: dict[str, bool]) -> int | None:
    """The position of the column whose text says that a row sums up others; ``known``: what came before."""
    for place, column in enumerate(steps(table.columns)):
        if column.kinds[row] == TEXT:
            text = column.texts[column.codes[row]]
            if text not in known:
                known[text] = is_total(text)
            if known[text]:
                return place
    return None


def _set_aside_totals(
    labels: Mapping[str, Labels], places: Mapping[str, int], kept: Kept, noticed: Noticed
) -> None:
    """Rows that sum up others: a touchpoint named so, or ``All`` beside other values of that touchpoint."""
    touchpoints = labels["touchpoint"].ids
    groups = {plain(name) for key in ("journey", "channel", "segment") for name in labels[key].names}
    for key in KEY_COLUMNS:
        if key not in places:
            continue
        ids = labels[key].ids
        totals = [place for place, name in enumerate(labels[key].names) if is_total(name, groups)]
        others = set(touchpoints[kept & ~np.isin(ids, [*totals, 0])].tolist())
        for row in np.flatnonzero(np.isin(ids, totals) & kept):
            if key == "touchpoint" or int(touchpoints[row]) in others:
                kept[row] = False
                noticed.cell("warning", "total_row", int(row), places[key])


def _leave_out_repeats(
    table: Table, labels: Mapping[str, Labels], places: Mapping[str, int], kept: Kept, noticed: Noticed
) -> None:
    """Of rows with the same key the first counts."""
    keys = pd.DataFrame({key: labels[key].ids for key in KEY_COLUMNS})
    inside = np.flatnonzero(kept)
    again = inside[keys.iloc[inside].duplicated().to_numpy()]
    if not len(again):
        return
    key_of = list(map(tuple, keys.to_numpy().tolist()))
    first_of = {key_of[row]: row for row in inside[::-1]}
    kept[again] = False
    for row in again.tolist():
        first = str(table.rows[first_of[key_of[row]]])
        noticed.cell("error", "duplicate_row", row, places["touchpoint"], first=first)
