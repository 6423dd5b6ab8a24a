"""Cells as numbers: what people and programs write for a number, a code or a yes."""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
_DECIMAL_COMMA = re.compile(r"^\s*([+\-\N{MINUS SIGN}]?\d+),(\d+)\s*$")


def numbers(column: pd.Series) -> tuple[Numbers, Flags]:
    """Return a column's numbers (NaN where there is none), and which cells hold text that is no number.

    Examples
    --------
    >>> values, unread = numbers(pd.Series(["8,5", "6", "", "n/a"]))
    >>> values.tolist()[:2], unread.tolist()
    ([8.5, 6.0], [False, False, False, True])
    """
    if pd.api.types.is_numeric_dtype(column) or pd.api.types.is_bool_dtype(column):
        values = np.ascontiguousarray(column.to_numpy(dtype=np.float64, na_value=np.nan))
        return _finite(values), np.isinf(values)
    text = texts(column)
    points = text.str.replace(_DECIMAL_COMMA, r"\1.\2", regex=True).str.replace("\N{MINUS SIGN}", "-")
    values = pd.to_numeric(points, errors="coerce").to_numpy(dtype=np.float64, na_value=np.nan)
    return _finite(values), np.asarray(~np.isfinite(values) & (text != "").to_numpy(dtype=bool))


def texts(column: pd.Series) -> pd.Series:
    """Return a column's cells as trimmed text, "" where blank."""
    return column.astype(object).where(column.notna(), "").astype(str).str.strip()


def coded(column: pd.Series, values: Numbers, codes: Iterable[object]) -> Flags:
    """Return which cells hold one of the codes, as a number or as the same text.

    Examples
    --------
    >>> column = pd.Series([5, 99, 0])
    >>> coded(column, numbers(column)[0], ["99", "n.v.t."]).tolist()
    [False, True, False]
    """
    found = np.zeros(len(values), dtype=bool)
    labels = []
    for code in codes:
        number = _number(code)
        if number is None:
            labels.append(str(code).strip().casefold())
        else:
            found |= values == number
    if labels and not pd.api.types.is_numeric_dtype(column):
        found |= texts(column).str.casefold().isin(labels).to_numpy(dtype=bool)
    return found


def _number(code: object) -> float | None:
    try:
        return float(str(code).strip().replace(",", ".").replace("\N{MINUS SIGN}", "-"))
    except ValueError:
        return None


def _finite(values: Numbers) -> Numbers:
    return np.where(np.isfinite(values), values, np.nan) if np.isinf(values).any() else values
