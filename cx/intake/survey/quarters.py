"""Moments become quarters, the periods that contacts and ratings are counted by."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from cx.intake.labels import Labels
from cx.records.workbook import Column

_MOSTLY = 0.8
_MOST_QUARTERS = 12
_DAYS = ("%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%m/%d/%Y")
_TIMES = ("", " %H:%M", " %H:%M:%S", " %I:%M %p")
_LOOK = 200


def quarters_of(column: Column) -> Labels | None:
    """Return the quarter of each moment (its year, where there are many); ``None`` where they cannot be read.

    Days come before months where both orders can be read, as outside America.
    """
    codes = column.codes.astype(np.int64)
    moments = _moments(column.texts)
    read = moments.notna().to_numpy()
    known = codes >= 0
    if not read.any() or np.mean(read[codes[known]]) < _MOSTLY or np.mean(known) < _MOSTLY:
        return None
    quarters = [
        f"Q{one.quarter} {one.year}" if there else "" for one, there in zip(moments, read, strict=True)
    ]
    if len(set(quarters) - {""}) > _MOST_QUARTERS:
        quarters = [quarter.partition(" ")[2] for quarter in quarters]
    return _labels(np.array([*quarters, ""], dtype=object), codes)


def _moments(texts: tuple[str, ...]) -> pd.Series:
    """The texts as moments, in the first way of writing them that fits nearly all."""
    written = pd.Series(texts, dtype=object)
    moments = pd.to_datetime(written, format="ISO8601", errors="coerce", utc=True)
    if moments.notna().mean() >= _MOSTLY:
        return moments
    sample = written.iloc[:_LOOK]
    for form in (day + time for day in _DAYS for time in _TIMES):
        if pd.to_datetime(sample, format=form, errors="coerce", utc=True).notna().mean() >= _MOSTLY:
            return pd.to_datetime(written, format=form, errors="coerce", utc=True)
    return moments


def _labels(texts: npt.NDArray[np.object_], codes: npt.NDArray[np.int64]) -> Labels:
    known: dict[str, int] = {"": 0}
    of_text = np.array([known.setdefault(str(text), len(known)) for text in texts], dtype=np.int64)
    return Labels(texts[codes], of_text[codes], tuple(known))
