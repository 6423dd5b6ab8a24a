"""What-ifs of a rare outcome: the straight line, what is said, and what would be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from benchmarks.claimed.conditions import CUSTOMERS
from benchmarks.claimed.populations import TEN, Numbers, levels, moods, rated, told
from cx import impact

NAMES = tuple(f"T{place}" for place in range(6))
_EFFECTS = np.array([0.35, 0.3, 0.2, 0.1, 0.0, 0.0])
WISHES = {
    "+1 on the strongest": ({"T0": 1.0}, 1.0, 1),
    "+3 on the strongest": ({"T0": 3.0}, 3.0, 1),
    "+2 everywhere": (dict.fromkeys(NAMES, 2.0), 2.0, 6),
}


@dataclass(frozen=True)
class Churn:
    """Customers who leave: the logit falls with satisfaction."""

    base: float
    """About the share that leaves."""

    def chance(self, ratings: Numbers) -> Numbers:
        """Return the probability to leave of each."""
        start = np.log(self.base / (1 - self.base)) - 0.35  # the curve bends: the mean lies above its middle
        return 1 / (1 + np.exp(-(start - (ratings - 7) @ _EFFECTS)))


def kept(replications: int) -> Iterator[str]:
    """Yield the table of what-ifs."""
    yield (
        "| what-if of a share, n 1,000 | below 0 by the straight line | below 0 as said | "
        "error of the straight line | error as said | interval holds what would be |"
    )
    yield "|---|---|---|---|---|---|"
    for base in (0.03, 0.15):
        for name, wish in WISHES.items():
            seen = np.array([_wished(Churn(base), wish, seed) for seed in range(replications)], float)
            shown = (told(seen[:, place], 3) for place in range(5))
            yield f"| about {100 * base:.0f}% leave, {name} | {' | '.join(shown)} |"


def _wished(churn: Churn, wish: tuple[dict[str, float], float, int], seed: int) -> tuple[float, ...]:
    changes, points, first = wish
    random = np.random.default_rng([12, round(100 * churn.base), seed])
    everybody = rated(moods(random, CUSTOMERS, 6, 0.6), levels(6))
    better = everybody.copy()
    better[:, :first] = np.clip(better[:, :first] + points, 1, 10)
    rows = random.integers(CUSTOMERS, size=1000)
    left = np.where(random.random(len(rows)) < churn.chance(everybody[rows]), "Yes", "No")
    answers = pd.DataFrame(everybody[rows], columns=list(NAMES)).assign(Churned=left)
    result = impact.drivers(answers, "Churned", list(NAMES), positive="Yes", scales=TEN, missing={}, draws=0)
    found = impact.what_if(result, changes)
    now = result.outcome_mean
    true = float(churn.chance(better).mean() - churn.chance(everybody).mean())
    held = (found.change.low or 0.0) <= true <= (found.change.high or 0.0)
    straight, said = found.straight, found.change.value
    return now + straight < 0, now + said < 0, abs(straight - true), abs(said - true), held
