"""One layout after the other, until a table lies as all others do."""

from __future__ import annotations

from collections.abc import Collection

from cx.intake.layouts import (
    banner,
    base_row,
    bases,
    moments_across,
    pairs,
    periods,
    summed_rows,
    turned_table,
)
from cx.intake.layouts.counts import blocks, nps_parts, per_column, per_row, tallies
from cx.intake.sheet import Table
from cx.intake.words import folded
from cx.process import steps

_LAYOUTS = (
    summed_rows.of,
    blocks.of,
    per_row.of,
    base_row.without_letters,
    base_row.of_sums,
    turned_table.of,
    bases.of,
    base_row.of,
    per_column.of,
    nps_parts.of,
    periods.of,
    banner.of,
    pairs.of,
)
"""In the order in which they are tried: each takes a table and returns it changed, or nothing."""


def arranged(table: Table, wanted: Collection[str] = ()) -> Table:
    """Return a table brought into the usual form: one row a touchpoint, one column a measure.

    Parameters
    ----------
    table
        As it lies on its sheet.
    wanted
        Headers or letters of columns that a person named: a layout that would do away with one is left.
    """
    across = moments_across.of(table)
    table = across if across is not None and not _lost(table, across, wanted) else table
    table = tallies.of(table, wanted) or table
    for layout in steps(_LAYOUTS):
        found = layout(table)
        if found is not None and not _lost(table, found, wanted):
            table = found
    return table


def _lost(before: Table, after: Table, wanted: Collection[str]) -> bool:
    """Whether a column that a person named is there before, and not after."""
    return any(_there(before, name) and not _there(after, name) for name in wanted)


def _there(table: Table, name: str) -> bool:
    return any(wanted in places for places, wanted in zip(table.places, _written(name), strict=True))


def _written(name: str) -> tuple[str, str, str]:
    return name, folded(name), name.strip().upper()
