"""Respondents, their ratings and what is derived from them; figures with their Monte Carlo error."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from cx import impact
from cx.records import DriverResult, Keys, Scale, keys_of

Numbers = NDArray[np.float64]
TEN = Scale(1, 10)
SPREAD = 1.7


def moods(random: np.random.Generator, n: int, k: int, halo: float) -> Numbers:
    """Return (n, k) standard normal experiences with one mood behind them, correlation halo²."""
    return halo * random.normal(size=(n, 1)) + (1 - halo**2) ** 0.5 * random.normal(size=(n, k))


def levels(k: int) -> Numbers:
    """Return the mean ratings of k touchpoints, evenly spread about 7."""
    return np.linspace(6.2, 7.8, k)


def rated(experiences: Numbers, means: Numbers) -> Numbers:
    """Return experiences as ratings from 1 to 10."""
    return np.clip(np.round(means + SPREAD * experiences), 1, 10)


def people(n: int, prefix: str = "p") -> Keys:
    """Return the keys of n respondents."""
    return keys_of(np.array([f"{prefix}{at}" for at in range(n)], dtype=object))


def derived(
    answers: pd.DataFrame, names: Sequence[str], cluster: str | None = None, scale: Scale = TEN
) -> DriverResult:
    """Return impact on the outcome ``Overall``; ``cluster`` names a column of clusters that is confirmed."""
    return impact.drivers(
        answers.reset_index(drop=True),
        "Overall",
        list(names),
        scales=scale,
        missing={},
        cluster=cluster,
        draws=200,
    )


def told(values: Numbers, digits: int = 2) -> str:
    """Return a mean with its Monte Carlo error."""
    error = float(values.std(ddof=1)) / len(values) ** 0.5
    return f"{values.mean():.{digits}f} ± {error:.{digits}f}"
