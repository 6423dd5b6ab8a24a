"""Small made-up responses for tests, with exposure by design."""

from __future__ import annotations

import numpy as np
import pandas as pd


def journey(rows: int = 400, touchpoints: int = 4, missing: float = 0.4, seed: int = 3) -> pd.DataFrame:
    """Return ratings t1, t2 ... from 1 to 10 (blank where not met), an outcome and weights."""
    random = np.random.default_rng(seed)
    feeling = random.normal(size=(rows, 1)) + 1.5 * random.normal(size=(rows, touchpoints))
    ratings = np.clip(np.rint(7 + feeling), 1, 10)
    effects = 0.5 / np.arange(1, touchpoints + 1)
    met = random.random((rows, touchpoints)) >= missing
    pull = (met * (effects * (ratings - 7) + 0.3)).sum(axis=1)
    table = pd.DataFrame(np.where(met, ratings, np.nan), columns=[f"t{j + 1}" for j in range(touchpoints)])
    table["outcome"] = np.round(7 + pull + random.normal(size=rows), 1)
    table["w"] = random.integers(1, 4, rows).astype(float)
    return table


def names(table: pd.DataFrame) -> list[str]:
    """Return the touchpoints of a made-up table."""
    return [name for name in table.columns if name.startswith("t")]
