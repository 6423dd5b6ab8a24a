"""Moments become quarters, the periods that contacts, ratings and respondents are counted by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from cx.intake.cells import Labels, days_of
from cx.intake.findings import Noticed
from cx.intake.sheet import Table

_MOSTLY = 0.8
_MOST_QUARTERS = 12
_QUARTER = pd.Timedelta(days=92)
MOST_PERIODS = 12
"""More different moments than this are no periods."""


def quartered(
    table: Table, places: Sequence[int], labels: Mapping[str, Labels], noticed: Noticed
) -> dict[str, Labels]:
    """Return quarters in place of days, where the periods are moments; nothing where they stay as they are.

    Parameters
    ----------
    places
        The positions of the table's columns of periods; the first counts.
    labels
        Role to the names per row, as they stand in the file.
    """
    if "period" not in labels or labels["period"].count <= MOST_PERIODS:
        return {}
    quarters = quarters_of(table, places[0], noticed)
    if quarters is None:
        return {}
    noticed.column("info", "periods_from_time", places[0])
    return {"period": quarters}


def quarters_of(table: Table, place: int, noticed: Noticed) -> Labels | None:
    """Return the quarter of each moment (its year, where there are many); ``None`` where they cannot be read.

    Where nothing in the column tells whether the day or the month comes first, the day does, and a finding
    says so.
    """
    column = table.columns[place]
    codes = column.codes.astype(np.int64)
    moments, unclear = _moments(column.texts)
    read = moments.notna().to_numpy()
    known = codes >= 0
    if not read.any() or np.mean(read[codes[known]]) < _MOSTLY or np.mean(known) < _MOSTLY:
        return None
    if unclear:
        noticed.column("warning", "date_order_unclear", place)
    quarters = [
        f"Q{one.quarter} {one.year}" if there else "" for one, there in zip(moments, read, strict=True)
    ]
    if len(set(quarters) - {""}) > _MOST_QUARTERS:
        quarters = [quarter.partition(" ")[2] for quarter in quarters]
    elif moments[read].max() - moments[read].min() <= _QUARTER:
        whole = _both(*(quarters[int(at)] for at in (moments.argmin(), moments.argmax())))
        quarters = [whole if quarter else "" for quarter in quarters]
    return _labels(np.array([*quarters, ""], dtype=object), codes)


def _both(first: str, last: str) -> str:
    """One name for what was answered within the days of a quarter: cut in two, its end would be a small base.

    Examples
    --------
    >>> _both("Q1 2026", "Q2 2026"), _both("Q4 2025", "Q1 2026"), _both("Q1 2026", "Q1 2026")
    ('Q1–Q2 2026', 'Q4 2025–Q1 2026', 'Q1 2026')
    """
    if first == last:
        return first
    start, _, year = first.partition(" ")
    return f"{start}–{last}" if last.endswith(year) else f"{first}–{last}"


def _moments(texts: tuple[str, ...]) -> tuple[pd.Series, bool]:
    """The texts as moments, and whether the order of day and month is a guess."""
    moments = pd.to_datetime(pd.Series(texts, dtype=object), format="ISO8601", errors="coerce", utc=True)
    if moments.notna().mean() >= _MOSTLY:
        return moments, False
    days = days_of(texts)
    return pd.Series(np.array(list(days.moments), dtype="datetime64[s]")), days.unclear


def _labels(texts: npt.NDArray[np.object_], codes: npt.NDArray[np.int64]) -> Labels:
    known: dict[str, int] = {"": 0}
    of_text = np.array([known.setdefault(str(text), len(known)) for text in texts], dtype=np.int64)
    return Labels(texts[codes], of_text[codes], tuple(known))
