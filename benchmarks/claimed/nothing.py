"""Outcomes that are noise, and outcomes that the touchpoints explain: what is said of impact."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from benchmarks.claimed.conditions import Condition
from benchmarks.claimed.files import File, files
from benchmarks.claimed.populations import Numbers, told

SIZES = (200, 1000, 5000)
EFFECTS = {
    "weak (R² .05)": Condition(explained=(0.05, 0.05)),
    "medium (R² .15)": Condition(explained=(0.15, 0.15)),
    "strong (R² .40)": Condition(explained=(0.4, 0.4)),
}
_SURE = 0.9
_LEVEL = 0.05
_APART = 1.959964


def of_noise(replications: int) -> Iterator[str]:
    """Yield the table of outcomes that are noise."""
    yield "| the outcome is noise | certainty ≥ .90 | none | unclear | shown | headline of impact |"
    yield "|---|---|---|---|---|---|"
    for n in SIZES:
        seen = np.array([_said(one) for one in files(Condition(), n, replications, of=7, noise=True)], float)
        yield f"| n {n:,} | {' | '.join(told(seen[:, place], 3) for place in range(5))} |"


def _said(one: File) -> tuple[float, ...]:
    claims = one.drawn.claims
    sure = np.mean([value is not None and value >= _SURE for value in one.sure])
    speaks = claims.headline.case in ("fix_first", "low", "borderline")
    return float(sure), *(claims.impact == case for case in ("none", "unclear", "shown")), speaks


def power(replications: int) -> Iterator[str]:
    """Yield the table of outcomes that the touchpoints explain, beside tests without the gate."""
    yield (
        "| the outcome is explained | none | unclear | shown | F test of the model | any two shares apart, "
        "each pair at 95% | certainty ≥ .90 | of these right |"
    )
    yield "|---|---|---|---|---|---|---|---|"
    for name, condition in EFFECTS.items():
        for n in (100, 300, 1000):
            seen = [_found(one) for one in files(condition, n, replications, of=8)]
            shown = (told(np.array([row[place] for row in seen], float)) for place in range(6))
            right = np.concatenate([row[6] for row in seen])
            last = told(right) if len(right) > 1 else ""
            yield f"| {name}, n {n:,} | {' | '.join(shown)} | {last} |"


def _found(one: File) -> tuple[float, float, float, float, float, float, Numbers]:
    from scipy import stats  # takes a second, which only a simulation has to spend

    result, k = one.result, one.result.columns
    f = result.r2 / k / ((1 - result.r2) / (result.n - 1 - k))
    sure = np.array([value is not None and value >= _SURE for value in one.sure])
    claim = one.drawn.claims.impact
    return (
        claim == "none",
        claim == "unclear",
        claim == "shown",
        float(stats.f.sf(f, k, result.n - 1 - k) < _LEVEL),
        _pairs_apart(one),
        float(sure.mean()),
        np.array(one.right, float)[sure],
    )


def _pairs_apart(one: File) -> float:
    """Whether any two shares are apart, were each pair the only one that is looked at."""
    draws = one.result.draws
    if draws is None or draws.shares is None:
        return 0.0
    gap = draws.shares[:, :, np.newaxis] - draws.shares[:, np.newaxis]
    spread = gap.std(axis=0)
    return float((np.abs(gap.mean(axis=0)) > _APART * spread)[spread > 0].any())
