"""Intervals where answers are alike within stores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from benchmarks.claimed.populations import Numbers, Scale, derived, levels, moods, rated, told
from cx import impact


@dataclass(frozen=True)
class Stores:
    """Respondents in stores within which answers are alike."""

    stores: int
    each: int
    alike: float

    def held(self, seed: int, truth: Truth, *, confirmed: bool) -> tuple[float, ...]:
        """Return in how many of the touchpoints intervals hold the truth, as in the heading of the table."""
        random = np.random.default_rng([4, seed])
        at = np.repeat(np.arange(self.stores), self.each)
        k = len(truth.means)
        store = moods(random, self.stores, k, 0.6)[at]
        one = self.alike**0.5 * store + (1 - self.alike) ** 0.5 * moods(random, len(at), k, 0.6)
        answers = truth.answers(random, one).assign(Store=at)
        found = derived(answers, truth.names, "Store" if confirmed else None, ELEVEN).drivers
        return (
            _hits([(one.satisfaction_low, one.satisfaction_high) for one in found], truth.means),
            _hits([(one.scores["top2"].low, one.scores["top2"].high) for one in found], truth.best),
            _hits([(one.scores["nps"].low, one.scores["nps"].high) for one in found], truth.promoters),
            _hits([(one.effect_low, one.effect_high) for one in found], truth.effects),
            _hits([(one.low, one.high) for one in found], truth.shares),
        )


@dataclass(frozen=True)
class Truth:
    """What holds in a very large sample of one population."""

    names: tuple[str, ...] = tuple("abcdef")
    means: Numbers = field(default_factory=lambda: np.zeros(6))
    best: Numbers = field(default_factory=lambda: np.zeros(6))
    promoters: Numbers = field(default_factory=lambda: np.zeros(6))
    effects: Numbers = field(default_factory=lambda: np.zeros(6))
    shares: Numbers = field(default_factory=lambda: np.zeros(6))

    def answers(self, random: np.random.Generator, experiences: Numbers) -> pd.DataFrame:
        """Return ratings and the outcome of some respondents."""
        ratings = rated(experiences, levels(len(self.names)))
        outcome = 7 + (ratings - 7) @ _EFFECTS + 1.2 * random.normal(size=len(ratings))
        return pd.DataFrame(ratings, columns=list(self.names)).assign(Overall=outcome)

    @classmethod
    def known(cls) -> Truth:
        """Return it, from 200,000 respondents."""
        random = np.random.default_rng(9)
        answers = cls().answers(random, moods(random, 200_000, 6, 0.6))
        found = impact.drivers(answers, "Overall", list("abcdef"), scales=ELEVEN, missing={}, draws=0).drivers
        return cls(
            cls().names,
            np.array([one.satisfaction for one in found]),
            np.array([one.scores["top2"].value for one in found]),
            np.array([one.scores["nps"].value for one in found]),
            np.array([one.effect for one in found], float),
            np.array([one.share for one in found]),
        )


ELEVEN = Scale(0, 10)
"""Answers of 1 to 10 are read on it, so that they have an NPS."""
_EFFECTS = np.array([0.3, 0.24, 0.18, 0.12, 0.06, 0.06])
STORES = {
    "20 stores × 50, correlation .15": Stores(20, 50, 0.15),
    "10 stores × 50, correlation .15": Stores(10, 50, 0.15),
    "40 stores × 25, correlation .05": Stores(40, 25, 0.05),
    "200 customers × 5, correlation .50": Stores(200, 5, 0.5),
}


def held(replications: int) -> Iterator[str]:
    """Yield the table of intervals with clusters."""
    yield "| clusters | mean | two best answers | NPS | effect | share |"
    yield "|---|---|---|---|---|---|"
    truth = Truth.known()
    for name, stores in STORES.items():
        for confirmed in (False, True):
            seen = np.array([stores.held(seed, truth, confirmed=confirmed) for seed in range(replications)])
            shown = " | ".join(told(seen[:, place]) for place in range(5))
            yield f"| {name}, {'confirmed' if confirmed else 'not told'} | {shown} |"


def _hits(intervals: Sequence[tuple[float | None, float | None]], truth: Numbers) -> float:
    ends = np.array(intervals, float)
    return float(((ends[:, 0] <= truth) & (truth <= ends[:, 1])).mean())
