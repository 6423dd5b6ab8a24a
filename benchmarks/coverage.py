"""How often the 95% intervals hold the truth, and how often a certainty is right: a simulation.

    python benchmarks/coverage.py                        # the table of docs/validation.md, a few minutes
    python benchmarks/coverage.py --replications 2000    # the same with less Monte Carlo error, hours
    python benchmarks/coverage.py --write                # also writes the tables into docs/validation.md

Every replication makes a new population of 40,000 customers (its effects, exposures, correlations and null
drivers are new), takes the truth from all of them, and a sample of n from them with replacement.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cx.impact.model.effects import estimated  # noqa: E402
from cx.impact.model.joint import Model, means  # noqa: E402
from cx.impact.model.shares import drawn, impacts, interval  # noqa: E402
from cx.impact.model.sweep import correlations  # noqa: E402
from cx.impact.sums.answers import Answers  # noqa: E402 - the project's folder comes first
from cx.impact.sums.moments import Moments, gathered  # noqa: E402
from cx.records import Method, Scale  # noqa: E402

Numbers = NDArray[np.float64]
CUSTOMERS = 40_000
SIZES = (500, 2_000, 20_000)
MISSING = (0.0, 0.3, 0.5, 0.7)
SMALL = 0.01
BANDS = (0.25, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0001)
START, END = "<!-- begin: benchmarks/coverage.py -->", "<!-- end: benchmarks/coverage.py -->"


class Tally(NamedTuple):
    """Hits in a number of trials, per replication, so that the error allows for replications."""

    hits: list[float]
    trials: list[int]

    @property
    def share(self) -> float:
        """The share of hits."""
        return sum(self.hits) / sum(self.trials) if sum(self.trials) else float("nan")

    @property
    def error(self) -> float:
        """The Monte Carlo standard error of the share, with replications as clusters."""
        hits, trials = np.array(self.hits), np.array(self.trials)
        if len(hits) < 2:  # noqa: PLR2004 - a spread needs two
            return float("nan")
        return float(np.sqrt(((hits - self.share * trials) ** 2).sum()) / trials.sum())


@dataclass(frozen=True)
class Truth:
    """What holds in the whole population."""

    shares: Numbers
    effects: Numbers
    exposure_effects: Numbers
    satisfaction: Numbers


def population(p: int, missing: float, random: np.random.Generator) -> tuple[Numbers, Numbers]:
    """Return ratings from 1 to 10 (NaN where not met) and the outcome of a new population."""
    halo = random.uniform(0.1, 0.6)
    feeling = np.sqrt(halo) * random.normal(size=(CUSTOMERS, 1)) + np.sqrt(1 - halo) * random.normal(
        size=(CUSTOMERS, p)
    )
    ratings = np.clip(np.rint(random.uniform(5.5, 8.5, p) + random.uniform(1.0, 2.2, p) * feeling), 1, 10)
    away = np.clip(missing + random.uniform(-0.2, 0.2, p) * (missing > 0), 0.0, 0.9)
    activity = random.normal(size=(CUSTOMERS, 1)) * 0.5
    met = random.normal(size=(CUSTOMERS, p)) + activity > _normal_quantile(away) * np.sqrt(1.25)
    null = random.random(p) < 1 / 3
    null[random.integers(p)] = False
    effects = np.where(null, 0.0, random.uniform(0.05, 0.5, p))
    reach = np.where(null, 0.0, random.normal(0, 0.3, p))
    pull = (met * (effects * (ratings - ratings.mean(axis=0)) + reach)).sum(axis=1)
    noise = pull.std() * np.sqrt(1 / random.uniform(0.2, 0.6) - 1)
    outcome = pull + noise * random.normal(size=CUSTOMERS)
    return np.where(met, ratings, np.nan), np.rint(2 * outcome / outcome.std() + 7)


def _normal_quantile(share: Numbers) -> Numbers:
    from scipy.stats import norm

    return np.asarray(norm.ppf(np.maximum(share, 1e-12)))


def moments_of(ratings: Numbers, outcome: Numbers) -> Moments:
    """Return the moments of rows."""
    p = ratings.shape[1]
    names, scales = tuple(str(j) for j in range(p)), (Scale(1, 10),) * p
    return gathered(Answers(names, np.asfortranarray(ratings), None, outcome, None, None, scales))


def truth_of(moments: Moments, method: Method, *, shares: bool) -> Truth:
    """Return what holds in the population."""
    model = Model.of(moments)
    found = estimated(moments, model)
    p = moments.touchpoints
    values = shares_of(moments, model, method) if shares else np.zeros(p)
    return Truth(
        values,
        np.array([e.value if e else np.nan for e in found.effects]),
        np.array([e.value if e else np.nan for e in found.exposure_effects]),
        means(moments.total[np.newaxis])[0] + moments.centres,
    )


def shares_of(moments: Moments, model: Model, method: Method) -> Numbers:
    """Return the estimated shares."""
    values = impacts(method, correlations(model.products(moments.total[np.newaxis])[0]), model)
    return np.asarray(values / values.sum())


class Run:
    """One simulation: what was counted so far."""

    def __init__(self, draws: int, seed: int) -> None:
        self.draws, self.random = draws, np.random.default_rng(seed)
        self.tallies: dict[tuple[str, ...], Tally] = defaultdict(lambda: Tally([], []))

    def count(self, key: tuple[str, ...], held: NDArray[np.bool_]) -> None:
        """Add trials of one replication."""
        if held.size:
            self.tallies[key].hits.append(float(held.sum()))
            self.tallies[key].trials.append(held.size)

    def replicate(self, p: int, n: int, missing: float, method: Method, *, shares: bool) -> None:
        """Make a population, take a sample, and count what the intervals hold."""
        ratings, outcome = population(p, missing, self.random)
        whole = moments_of(ratings, outcome)
        truth = truth_of(whole, method, shares=shares)
        rows = self.random.integers(CUSTOMERS, size=n)
        sample = moments_of(ratings[rows], outcome[rows])
        model = Model.of(sample)
        where = (f"p = {p}", f"n = {n:,}")
        self.effects(sample, model, truth, where)
        if shares:
            self.shares(sample, model, truth, method, where)

    def effects(self, sample: Moments, model: Model, truth: Truth, where: tuple[str, ...]) -> None:
        """Count the intervals of effects and exposure effects that hold the truth."""
        found = estimated(sample, model)
        for kind, estimates, true in (
            ("effect", found.effects, truth.effects),
            ("exposure effect", found.exposure_effects, truth.exposure_effects),
        ):
            known = [j for j, e in enumerate(estimates) if e is not None and not np.isnan(true[j])]
            bounds = [(estimates[j], true[j]) for j in known]
            held = [(e.low or 0.0) <= t <= (e.high or 0.0) for e, t in bounds if e is not None]
            self.count((kind, *where), np.array(held, dtype=bool))

    def shares(
        self, sample: Moments, model: Model, truth: Truth, method: Method, where: tuple[str, ...]
    ) -> None:
        """Count the intervals of shares that hold the truth, and the certainties that are right."""
        estimate = shares_of(sample, model, method)
        found = drawn(sample, model, method, self.draws, int(self.random.integers(2**31)))
        if found.shares is None:
            self.count(("no interval", *where), np.ones(1, dtype=bool))
            return
        bounds = np.array([interval(s, found.shares[:, j]) for j, s in enumerate(estimate)])
        held = (bounds[:, 0] <= truth.shares + 1e-12) & (truth.shares - 1e-12 <= bounds[:, 1])
        small = truth.shares < SMALL
        self.count((f"{method} share", *where), held[~small])
        self.count((f"{method} share under 1%", *where), held[small])
        satisfaction = means(sample.total[np.newaxis])[0] + sample.centres
        drawn_in = quadrants(satisfaction[np.newaxis], estimate[np.newaxis])[0]
        certainty = (quadrants(found.means, found.shares) == drawn_in).mean(axis=0)
        right = drawn_in == quadrants(truth.satisfaction[np.newaxis], truth.shares[np.newaxis])[0]
        for low, high in pairwise(BANDS):
            band = (certainty >= low) & (certainty < high)
            self.count(("certainty", f"{low:.2f}", f"{min(high, 1):.2f}"), right[band])
            if band.any():
                self.tallies["said", f"{low:.2f}"].hits.append(float(certainty[band].sum()))
                self.tallies["said", f"{low:.2f}"].trials.append(int(band.sum()))


def quadrants(satisfaction: Numbers, shares: Numbers) -> NDArray[np.int64]:
    """Return the quadrant, 0 to 3, of each touchpoint in each draw, the crosshair at the means."""
    right = satisfaction >= satisfaction.mean(axis=1, keepdims=True)
    up = shares >= 1 / shares.shape[1]
    return np.asarray(2 * up + right, dtype=np.int64)


def table(run: Run) -> Iterator[str]:
    """Return the table of coverage, a line at a time."""
    yield "| interval of | touchpoints | n | replications | intervals | coverage | Monte Carlo error |"
    yield "|---|---|---|---|---|---|---|"
    coverage = {key: tally for key, tally in run.tallies.items() if key[0] not in ("certainty", "said")}
    for key, tally in sorted(coverage.items(), key=_order):
        p, n = key[1].removeprefix("p = "), key[2].removeprefix("n = ")
        yield (
            f"| {key[0]} | {p} | {n} | {len(tally.trials)} | {sum(tally.trials)} | {tally.share:.3f} | "
            f"{tally.error:.3f} |"
        )
    yield ""
    yield "Pooled over sizes and touchpoints:"
    yield ""
    yield "| interval of | intervals | coverage | Monte Carlo error |"
    yield "|---|---|---|---|"
    for kind in dict.fromkeys(key[0] for key in coverage):
        parts = [tally for key, tally in coverage.items() if key[0] == kind]
        pooled = Tally([h for t in parts for h in t.hits], [h for t in parts for h in t.trials])
        yield f"| {kind} | {sum(pooled.trials)} | {pooled.share:.3f} | {pooled.error:.3f} |"
    yield ""
    yield "| certainty shown | touchpoints | mean certainty | in the right quadrant | Monte Carlo error |"
    yield "|---|---|---|---|---|"
    for key, tally in sorted(run.tallies.items()):
        if key[0] == "certainty":
            said = run.tallies["said", key[1]].share
            numbers = f"{sum(tally.trials)} | {said:.3f} | {tally.share:.3f} | {tally.error:.3f}"
            yield f"| {key[1]}–{key[2]} | {numbers} |"


def _order(item: tuple[tuple[str, ...], Tally]) -> tuple[str, int, int]:
    kind, p, n = item[0]
    return kind, int(p.removeprefix("p = ")), int(n.removeprefix("n = ").replace(",", ""))


def simulated(options: argparse.Namespace) -> Run:
    """Run the simulation."""
    run = Run(options.draws, options.seed)
    for p in options.touchpoints:
        for n in SIZES:
            for replication in range(options.replications):
                missing = MISSING[replication % len(MISSING)]
                run.replicate(p, n, missing, options.method, shares=p <= options.shares_to)
            print(f"p = {p}, n = {n}: done", file=sys.stderr)
    return run


def main() -> None:
    """Run the simulation and print its tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--replications", type=int, default=100, help="per number of touchpoints and size")
    parser.add_argument("--draws", type=int, default=500)
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--touchpoints", type=int, nargs="+", default=[5, 10, 14, 20])
    parser.add_argument("--shares-to", type=int, default=14, help="shares up to so many touchpoints")
    parser.add_argument("--method", choices=["shapley", "johnson", "correlation"], default="shapley")
    parser.add_argument("--write", action="store_true", help="write the tables into docs/validation.md")
    options = parser.parse_args()
    lines = "\n".join(table(simulated(options)))
    print(lines)
    if options.write:
        target = ROOT / "docs" / "validation.md"
        text = target.read_text(encoding="utf-8")
        before, after = text.split(START)[0], text.split(END)[1]
        settings = f"{options.replications} replications, {options.draws} draws, seed {options.seed}."
        target.write_text(f"{before}{START}\n{settings}\n\n{lines}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
