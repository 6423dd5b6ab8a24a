"""The rows in view: which rows of the table the settings leave in."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from cx.records import Filters, Touchpoints


@dataclass(frozen=True)
class ViewOptions:
    """What can be filtered on, in the order of the file (periods in order of time)."""

    journeys: tuple[str, ...]
    channels: tuple[str, ...]
    segments: tuple[str, ...]
    periods: tuple[str, ...]


def view_options(touchpoints: Touchpoints) -> ViewOptions:
    """Return the journeys, channels, segments and periods that a view can be filtered on."""
    rows = touchpoints.rows
    return ViewOptions(
        journeys=_distinct(rows["journey"]),
        channels=_distinct(rows["channel"]),
        segments=_distinct(rows["segment"]),
        periods=touchpoints.periods,
    )


def period_in_view(touchpoints: Touchpoints, filters: Filters) -> str:
    """Return the period that is drawn: the chosen one, else the latest; empty where there are none."""
    if filters.period is not None:
        return filters.period
    return touchpoints.periods[-1] if touchpoints.periods else ""


def population(touchpoints: Touchpoints, filters: Filters) -> pd.DataFrame:
    """Return the rows of the period and segments in view, over all journeys and channels.

    Composed shares are shares within this whole: looking at one journey does not change them.
    """
    return visible(touchpoints, replace(filters, journeys=(), channels=()))


def visible(touchpoints: Touchpoints, filters: Filters) -> pd.DataFrame:
    """Return the rows that the filters leave in; by default those of the latest period."""
    rows = touchpoints.rows
    period = period_in_view(touchpoints, filters)
    kept = np.ones(len(rows), dtype=bool)
    if period:
        kept &= _among(rows["period"], (period,))
    for column, wanted in (
        ("segment", filters.segments),
        ("journey", filters.journeys),
        ("channel", filters.channels),
    ):
        if wanted:
            kept &= _among(rows[column], wanted)
    return rows if kept.all() else rows[kept]


def _among(column: pd.Series, wanted: tuple[str, ...]) -> NDArray[np.bool_]:
    return column.isin(wanted).to_numpy(dtype=bool)


def _distinct(column: pd.Series) -> tuple[str, ...]:
    return tuple(str(name) for name in column.unique() if name)
