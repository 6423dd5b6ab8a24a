"""Small touchpoint tables for tests, written as rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from cx.records import NUMBER_COLUMNS, TEXT_COLUMNS, Scale, Touchpoints

TEN = Scale(1, 10)


def touchpoints(rows: list[Mapping[str, Any]], scale: Scale = TEN, **fields: Any) -> Touchpoints:
    """Return Touchpoints with the given rows; what a row does not name is missing."""
    named = dict.fromkeys(name for row in rows for name in row)
    given: dict[str, Any] = {name: [row.get(name) for row in rows] for name in named}
    for column in TEXT_COLUMNS:
        given[column] = ["" if pd.isna(text) else text for text in given.get(column, [""] * len(rows))]
    for column in NUMBER_COLUMNS:
        given[column] = np.array(given.get(column, [None] * len(rows)), dtype=float)
    about = {"file": "table.xlsx", "sheet": "Sheet1", "row": np.arange(2, len(rows) + 2)}
    frame = pd.DataFrame({**given, **about})
    kind = "given" if frame["impact"].notna().any() else "none"
    periods = tuple(dict.fromkeys(period for period in frame["period"] if period))
    return Touchpoints(**{"rows": frame, "scale": scale, "impact_kind": kind, "periods": periods, **fields})


def row(touchpoint: str, satisfaction: float, impact: float | None = None, **more: Any) -> dict[str, Any]:
    """Return one row of a table."""
    return {"touchpoint": touchpoint, "satisfaction": satisfaction, "impact": impact, **more}
