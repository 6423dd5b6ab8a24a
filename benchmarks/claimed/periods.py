"""Two periods in which nothing changed, and falls of one touchpoint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from benchmarks.claimed.populations import TEN, Numbers, levels, moods, people, rated, told
from cx import matrix
from cx.impact.model import exactness
from cx.impact.sums import Answers
from cx.records import NUMBER_COLUMNS, TEXT_COLUMNS, Keys, Matrix, Touchpoints


@dataclass(frozen=True)
class Wave:
    """The answers of one period."""

    ratings: Numbers
    weights: Numbers | None = None
    keys: Keys | None = None

    @property
    def drawn(self) -> Matrix:
        """The matrix of this period; impact is given, half of the touchpoints high."""
        n, k = self.ratings.shape
        names = tuple(f"T{place}" for place in range(k))
        answers = Answers(
            names,
            np.asfortranarray(self.ratings),
            None,
            np.zeros(n),
            self.weights,
            None,
            (TEN,) * k,
            self.keys,
        )
        found = exactness(answers)
        weights = np.ones(n) if self.weights is None else self.weights
        known = [each["mean"] for each in found.scores]
        rows = pd.DataFrame({"touchpoint": names}).assign(**dict.fromkeys(TEXT_COLUMNS[1:], ""))
        rows = rows.assign(**dict.fromkeys(NUMBER_COLUMNS, np.nan)).assign(
            satisfaction=weights @ self.ratings / weights.sum(),
            impact=np.arange(k) % 2 + 1.0,
            n=float(n),
            sd=self.ratings.std(axis=0, ddof=1),
            n_eff=[one.n_eff for one in known],
            error=[one.error for one in known],
            freedom=[one.freedom for one in known],
            answers=np.arange(float(k)),
            file="",
            sheet="",
            row=1,
        )
        return matrix.build(Touchpoints(rows, TEN, "given", clusters=found.clusters.get("mean")))


@dataclass(frozen=True)
class Periods:
    """How two periods come about in which nothing changed, but one touchpoint by ``fall``."""

    n: int = 400
    touchpoints: int = 24
    halo: float = 0.6
    weights: float = 0.0
    """The standard deviation of the logarithm of the weights."""
    together: float = 0.0
    """How far the answers of one respondent go together over time; 0: other respondents."""
    stores: int = 0
    alike: float = 0.15
    """The intraclass correlation within stores."""
    fall: float = 0.0

    def waves(self, random: np.random.Generator) -> tuple[Wave, Wave]:
        """Return the answers of both."""
        person = moods(random, self.n, self.touchpoints, self.halo)
        at = np.arange(self.n) % max(self.stores, 1)
        store = random.normal(size=(max(self.stores, 1), self.touchpoints))[at]
        first, second = (self._wave(random, person, store, at, later=later) for later in (False, True))
        return first, second

    def _wave(
        self, random: np.random.Generator, person: Numbers, store: Numbers, at: Numbers, *, later: bool
    ) -> Wave:
        own = moods(random, self.n, self.touchpoints, self.halo)
        one = self.together**0.5 * person + (1 - self.together) ** 0.5 * own
        if self.stores:
            one = self.alike**0.5 * store + (1 - self.alike) ** 0.5 * one
        means = levels(self.touchpoints)
        means[0] -= self.fall if later else 0.0
        weights = np.exp(self.weights * random.normal(size=self.n)) if self.weights else None
        keys = people(self.n) if self.together else None
        return Wave(rated(one, means), weights, people(self.stores, "s")[at] if self.stores else keys)


PERIODS = {
    "n 400": Periods(),
    "n 400, no mood": Periods(halo=0.0),
    "n 1,000": Periods(n=1000),
    "n 600 weighted, n_eff about 230": Periods(n=600, weights=1.0),
    "n 600 weighted, n_eff about 90": Periods(n=600, weights=1.4),
    "n 100, the same respondents": Periods(n=100, together=0.7),
    "20 stores × 50, the same stores": Periods(n=1000, stores=20),
}
FALLS = {
    "n 100, one touchpoint": Periods(n=100, touchpoints=1, together=0.7, fall=0.25),
    "n 100, one of 24": Periods(n=100, together=0.7, fall=0.25),
    "n 400, one of 24": Periods(together=0.7, fall=0.25),
}


def unchanged(replications: int) -> Iterator[str]:
    """Yield the table of comparisons in which nothing changed."""
    yield "| nothing changed, 24 touchpoints | any significant | moved, of 24 | drawn elsewhere, unclear |"
    yield "|---|---|---|---|"
    everything = []
    for name, periods in PERIODS.items():
        seen = np.array([_counts(periods, seed) for seed in range(replications)], float)
        yield _row(name, seen)
        everything.append(seen)
    yield _row("all of these", np.concatenate(everything))


def _row(name: str, seen: Numbers) -> str:
    shown = (told(seen[:, place], 3 if place == 0 else 2) for place in range(3))
    return f"| {name} | {' | '.join(shown)} |"


def _counts(periods: Periods, seed: int) -> tuple[bool, int, int]:
    first, second = periods.waves(np.random.default_rng([1, seed]))
    found = matrix.comparison(first.drawn, second.drawn, kind="period", names=("a", "b"))
    significant = any(one.significant for one in found.movements)
    return significant, len(found.of("moved")), len(found.of("unclear"))


def falls(replications: int) -> Iterator[str]:
    """Yield the table of falls of .25 that were found, beside a paired t test under Holm."""
    yield "| a fall of .25, the same respondents | found | by a paired t under Holm | difference |"
    yield "|---|---|---|---|"
    for name, periods in FALLS.items():
        seen = np.array([_found(periods, seed) for seed in range(replications)], float)
        yield f"| {name} | {told(seen[:, 0])} | {told(seen[:, 1])} | {told(seen[:, 0] - seen[:, 1])} |"


def _found(periods: Periods, seed: int) -> tuple[bool, bool]:
    from scipy import stats  # takes a second, which only a simulation has to spend

    first, second = periods.waves(np.random.default_rng([2, seed]))
    found = matrix.comparison(first.drawn, second.drawn, kind="period", names=("a", "b"))
    ps = stats.ttest_rel(second.ratings, first.ratings).pvalue
    order = np.argsort(ps)
    adjusted = np.maximum.accumulate(ps[order] * np.arange(len(ps), 0, -1))
    return bool(found.movements[0].significant), bool(adjusted[np.flatnonzero(order == 0)[0]] < 0.05)  # noqa: PLR2004
