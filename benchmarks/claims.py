"""What the sentences claim where nothing is there, and what they find where something is: a simulation.

    python benchmarks/claims.py                        # the tables of docs/validation.md, some minutes
    python benchmarks/claims.py --replications 1000    # the same with less Monte Carlo error
    python benchmarks/claims.py --only segments        # one part
    python benchmarks/claims.py --write                # also writes the tables into docs/validation.md

Every replication draws a new population. Errors behind ± are Monte Carlo standard errors over replications.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cx import impact, matrix  # noqa: E402 - the project's folder comes first
from cx.impact.model import exactness  # noqa: E402
from cx.impact.sums import Answers  # noqa: E402
from cx.matrix.comparison import segments  # noqa: E402
from cx.records import (  # noqa: E402
    NUMBER_COLUMNS,
    TEXT_COLUMNS,
    DriverResult,
    Keys,
    Matrix,
    Scale,
    Touchpoints,
    keys_of,
)

Numbers = NDArray[np.float64]
TEN = Scale(1, 10)
SPREAD = 1.7
START, END = "<!-- begin: benchmarks/claims.py -->", "<!-- end: benchmarks/claims.py -->"


# --- populations ---


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


# --- changes between periods ---


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
    for name, periods in PERIODS.items():
        seen = np.array([_counts(periods, seed) for seed in range(replications)], float)
        shown = (told(seen[:, place], 3 if place == 0 else 2) for place in range(3))
        yield f"| {name} | {' | '.join(shown)} |"


def _counts(periods: Periods, seed: int) -> tuple[bool, int, int]:
    first, second = periods.waves(np.random.default_rng([1, seed]))
    found = matrix.comparison(first.drawn, second.drawn, kind="period", names=("a", "b"))
    significant = any(one.significant for one in found.movements)
    return significant, len(found.of("moved")), len(found.of("unclear"))


def falls(replications: int) -> Iterator[str]:
    """Yield the table of falls of .25 that were found, beside a paired t test under Holm."""
    yield "| a fall of .25, the same respondents | found | by a paired t under Holm |"
    yield "|---|---|---|"
    for name, periods in FALLS.items():
        seen = np.array([_found(periods, seed) for seed in range(replications)], float)
        yield f"| {name} | {told(seen[:, 0])} | {told(seen[:, 1])} |"


def _found(periods: Periods, seed: int) -> tuple[bool, bool]:
    first, second = periods.waves(np.random.default_rng([2, seed]))
    found = matrix.comparison(first.drawn, second.drawn, kind="period", names=("a", "b"))
    ps = stats.ttest_rel(second.ratings, first.ratings).pvalue
    order = np.argsort(ps)
    adjusted = np.maximum.accumulate(ps[order] * np.arange(len(ps), 0, -1))
    return bool(found.movements[0].significant), bool(adjusted[np.flatnonzero(order == 0)[0]] < 0.05)  # noqa: PLR2004


# --- segments ---


@dataclass(frozen=True)
class Parts:
    """Respondents in segments; the first touchpoint may differ between the second and the others."""

    sizes: tuple[int, ...]
    differs: float = 0.0
    touchpoints: int = 8
    names: tuple[str, ...] = field(default=tuple(f"T{place}" for place in range(8)))

    def found(self, seed: int) -> tuple[int, int, bool]:
        """Return how many touchpoints are said to lie apart, how many are drawn so, and if T0 is said."""
        random = np.random.default_rng([3, seed])
        of = np.repeat(np.arange(len(self.sizes)), self.sizes)
        answers = self._answers(random, of)
        whole = impact.touchpoints(_derived(answers, self.names))
        parts = {
            f"s{place}": impact.touchpoints(_derived(answers[of == place], self.names))
            for place in range(len(self.sizes))
        }
        told_apart = segments.of_parts("Segment", parts, whole)
        quadrants = (
            {bubble.quadrant for bubble in told_apart.places(name).values() if bubble.quadrant}
            for name in self.names
        )
        apart = sum(len(each) > 1 for each in quadrants)
        return len(told_apart.moving), apart, self.names[0] in told_apart.moving

    def _answers(self, random: np.random.Generator, of: NDArray[np.int64]) -> pd.DataFrame:
        k = self.touchpoints
        effects = random.permutation(np.r_[np.linspace(0.5, 0.1, k - 3), 0, 0, 0])
        means = random.permutation(levels(k))
        means[0] = means.mean() if self.differs else means[0]
        shift = np.zeros((len(of), k))
        shift[:, 0] = np.where(of == 1, 0.5, -0.5) * self.differs
        ratings = rated(moods(random, len(of), k, 0.6) + shift / SPREAD, means)
        outcome = 7 + 0.6 * (ratings - 7) @ effects + 1.2 * random.normal(size=len(of))
        frame = pd.DataFrame(ratings, columns=list(self.names))
        return frame.assign(Overall=np.clip(np.round(outcome), 0, 10))


SEGMENTS = {
    "300, 100, 60, 40: no difference": Parts((300, 100, 60, 40)),
    "four of 80: no difference": Parts((80,) * 4),
    "three of 1,000: no difference": Parts((1000,) * 3),
    "two of 300, one touchpoint differs by 1 point": Parts((300, 300), differs=1.0),
    "two of 300, one touchpoint differs by .6 points": Parts((300, 300), differs=0.6),
}


def apart(replications: int) -> Iterator[str]:
    """Yield the table of segments."""
    yield "| segments: of 8 touchpoints | said to lie apart | drawn apart | the one that differs is said |"
    yield "|---|---|---|---|"
    for name, parts in SEGMENTS.items():
        seen = np.array([parts.found(seed) for seed in range(replications)], float)
        last = told(seen[:, 2]) if parts.differs else ""
        yield f"| {name} | {told(seen[:, 0])} | {told(seen[:, 1])} | {last} |"


def _derived(answers: pd.DataFrame, names: Sequence[str], cluster: str | None = None) -> DriverResult:
    return impact.drivers(
        answers.reset_index(drop=True),
        "Overall",
        list(names),
        scales=TEN,
        missing={},
        cluster=cluster,
        draws=200,
    )


# --- clusters ---


@dataclass(frozen=True)
class Stores:
    """Respondents in stores within which answers are alike."""

    stores: int
    each: int
    alike: float

    def held(self, seed: int, truth: Truth, *, confirmed: bool) -> tuple[float, ...]:
        """Return in how many of the touchpoints the intervals hold the truth: mean, top 2, effect, share."""
        random = np.random.default_rng([4, seed])
        at = np.repeat(np.arange(self.stores), self.each)
        k = len(truth.means)
        store = moods(random, self.stores, k, 0.6)[at]
        one = self.alike**0.5 * store + (1 - self.alike) ** 0.5 * moods(random, len(at), k, 0.6)
        answers = truth.answers(random, one).assign(Store=at)
        found = _derived(answers, truth.names, "Store" if confirmed else None).drivers
        return (
            _hits([(one.satisfaction_low, one.satisfaction_high) for one in found], truth.means),
            _hits([(one.scores["top2"].low, one.scores["top2"].high) for one in found], truth.best),
            _hits([(one.effect_low, one.effect_high) for one in found], truth.effects),
            _hits([(one.low, one.high) for one in found], truth.shares),
        )


@dataclass(frozen=True)
class Truth:
    """What holds in a very large sample of one population."""

    names: tuple[str, ...] = tuple("abcdef")
    means: Numbers = field(default_factory=lambda: np.zeros(6))
    best: Numbers = field(default_factory=lambda: np.zeros(6))
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
        found = impact.drivers(answers, "Overall", list("abcdef"), scales=TEN, missing={}, draws=0).drivers
        return cls(
            cls().names,
            np.array([one.satisfaction for one in found]),
            np.array([one.scores["top2"].value for one in found]),
            np.array([one.effect for one in found], float),
            np.array([one.share for one in found]),
        )


_EFFECTS = np.array([0.3, 0.24, 0.18, 0.12, 0.06, 0.06])
STORES = {
    "20 stores × 50, correlation .15": Stores(20, 50, 0.15),
    "10 stores × 50, correlation .15": Stores(10, 50, 0.15),
    "40 stores × 25, correlation .05": Stores(40, 25, 0.05),
    "200 customers × 5, correlation .50": Stores(200, 5, 0.5),
}


def held(replications: int) -> Iterator[str]:
    """Yield the table of intervals with clusters."""
    yield "| clusters | mean | two best answers | effect | share |"
    yield "|---|---|---|---|---|"
    truth = Truth.known()
    for name, stores in STORES.items():
        for confirmed in (False, True):
            seen = np.array([stores.held(seed, truth, confirmed=confirmed) for seed in range(replications)])
            shown = " | ".join(told(seen[:, place]) for place in range(4))
            yield f"| {name}, {'confirmed' if confirmed else 'not told'} | {shown} |"


def _hits(intervals: Sequence[tuple[float | None, float | None]], truth: Numbers) -> float:
    ends = np.array(intervals, float)
    return float(((ends[:, 0] <= truth) & (truth <= ends[:, 1])).mean())


# --- the whole ---


def told(values: Numbers, digits: int = 2) -> str:
    """Return a mean with its Monte Carlo error."""
    error = float(values.std(ddof=1)) / len(values) ** 0.5
    return f"{values.mean():.{digits}f} ± {error:.{digits}f}"


PARTS: dict[str, tuple[Callable[[int], Iterator[str]], float]] = {
    "unchanged": (unchanged, 1.0),
    "falls": (falls, 1.0),
    "segments": (apart, 0.25),
    "clusters": (held, 0.25),
}
"""Part to what makes its table, and for what part of the replications: some cost more than others."""


def main() -> None:
    """Print the tables, and write them where that is asked."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--replications", type=int, default=200)
    ask.add_argument("--only", choices=PARTS, action="append")
    ask.add_argument("--write", action="store_true")
    asked = ask.parse_args()
    lines: list[str] = []
    for name in asked.only or PARTS:
        make, part = PARTS[name]
        for line in make(max(10, round(asked.replications * part))):
            print(line, flush=True)
            lines.append(line)
        lines.append("")
    if asked.write:
        page = ROOT / "docs" / "validation.md"
        before, _, rest = page.read_text(encoding="utf-8").partition(START)
        after = rest.partition(END)[2]
        told_now = "\n".join([START, "", *lines, END])
        page.write_text(before + told_now + after, encoding="utf-8")


if __name__ == "__main__":
    main()
