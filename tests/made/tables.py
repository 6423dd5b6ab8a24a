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
    frame = pd.DataFrame([dict(row) for row in rows])
    for column in TEXT_COLUMNS:
        frame[column] = frame[column].fillna("") if column in frame else ""
    for column in NUMBER_COLUMNS:
        frame[column] = frame[column].astype(float) if column in frame else np.nan
    frame["file"], frame["sheet"], frame["row"] = "table.xlsx", "Sheet1", np.arange(2, len(frame) + 2)
    kind = "given" if frame["impact"].notna().any() else "none"
    periods = tuple(dict.fromkeys(period for period in frame["period"] if period))
    return Touchpoints(**{"rows": frame, "scale": scale, "impact_kind": kind, "periods": periods, **fields})


def row(touchpoint: str, satisfaction: float, impact: float | None = None, **more: Any) -> dict[str, Any]:
    """Return one row of a table."""
    return {"touchpoint": touchpoint, "satisfaction": satisfaction, "impact": impact, **more}
