"""What a reading of a file comes to, in a few rows."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

import pandas as pd

from cx.errors import ArgumentError, CxError, LimitExceeded
from cx.intake.overview import at_a_glance
from cx.intake.touchpoint_table import touchpoints
from cx.intake.understanding import understand
from cx.process import Budget, begun
from cx.records.file import Choices, Preview, PreviewRow, Workbook
from cx.records.finding import Finding

SECONDS: Final = 5.0
"""What trying a reading may take: whoever wants to know more takes it."""


def preview(workbook: Workbook, choices: Choices, rows: int = 5, *, budget: Budget | None = None) -> Preview:
    """Return the first touchpoints that a file gives with some choices, or what stands in the way.

    Parameters
    ----------
    choices
        Those of one of two likely readings.
    rows
        How many touchpoints are shown, from 1.
    budget
        The time for it; ``None``: :data:`SECONDS`. Where it is over, that stands in the way.
    """
    budget = budget or begun(workbook.name, SECONDS)
    try:
        found = touchpoints(workbook, choices, partial=True, budget=budget)
    except LimitExceeded:
        longest = LimitExceeded("limit_preview", limit=round(budget.seconds))
        return Preview(choices.shape or "touchpoints", None, 0, (), _told(longest))
    except ArgumentError as error:
        return Preview(choices.shape or "touchpoints", None, 0, (), _told(error))
    except CxError as error:
        return Preview(understand(workbook, choices).shape, None, 0, (), _told(error))
    shown = at_a_glance(found).drop_duplicates("touchpoint")
    scale = found.scale if bool(found.rows["satisfaction"].notna().any()) else None
    first = tuple(_row(row) for _, row in shown.head(rows).iterrows())
    return Preview(found.sources[0].shape, scale, len(shown), first)


def side_by_side(previews: Sequence[Preview], rows: int = 5) -> tuple[Preview, ...]:
    """Return previews of one file cut to the touchpoints on which they part; where too few do, others too.

    Parameters
    ----------
    previews
        What each of several readings comes to, with all touchpoints.
    rows
        How many touchpoints are shown of each, from 1; they stand in the order of the file.
    """
    said = [{row.touchpoint: row for row in one.rows} for one in previews if one.rows]
    names = dict.fromkeys(name for rows_of in said for name in rows_of)
    parted = [name for name in names if len({rows_of.get(name) for rows_of in said}) > 1]
    alike = [name for name in names if name not in set(parted)]
    shown = {*[*parted, *alike][:rows]}
    return tuple(replace(one, rows=_first_of(one.rows, shown, rows)) for one in previews)


def _first_of(rows: Sequence[PreviewRow], wanted: Collection[str], count: int) -> tuple[PreviewRow, ...]:
    """So many of the rows, those of some touchpoints before others, in the order in which they stand."""
    places = sorted(range(len(rows)), key=lambda at: rows[at].touchpoint not in wanted)
    return tuple(rows[at] for at in sorted(places[:count]))


def _told(error: CxError) -> Finding:
    return Finding("error", error.key, details=dict(error.values))


def _row(row: pd.Series) -> PreviewRow:
    return PreviewRow(
        str(row["touchpoint"]), _number(row["satisfaction"]), _number(row["volume"]), _number(row["n"])
    )


def _number(value: object) -> float | None:
    found = float(str(value))
    return None if math.isnan(found) else found
