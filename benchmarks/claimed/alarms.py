"""Findings that warn: how often they do where nothing is wrong, and where something is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from benchmarks.claimed.conditions import Condition
from benchmarks.claimed.files import told_of
from benchmarks.claimed.populations import TEN, Numbers, Scale, levels, moods, told
from cx import impact
from cx.intake.survey.answers.column import Answered
from cx.intake.survey.answers.scale_changes import changes_in
from cx.matrix.claims.gate import HARDLY_DIFFER


@dataclass(frozen=True)
class People:
    """Independent customers, and what is done to their answers."""

    n: int = 500
    touchpoints: int = 10
    halo: float = 0.8
    """The root of the correlation between ratings."""
    scale: Scale = TEN
    copied: float = 0.0
    """The part of the rows that stand twice."""
    twin: float | None = None
    """The correlation of the first two experiences."""
    weights: float | None = None
    """The standard deviation of the logarithm of the weights."""
    events: float | None = None
    """The part that leaves: the outcome is yes or no."""

    def codes(self, seed: int) -> set[str]:
        """Return the findings of one file; those of uneven weights with their severity."""
        random = np.random.default_rng([16, seed])
        answers = self._answers(random)
        weight = None
        if self.weights is not None:
            answers["Weight"] = np.exp(self.weights * random.normal(size=len(answers)))
            weight = "Weight"
        names = [f"T{place}" for place in range(self.touchpoints)]
        found = impact.drivers(
            answers, "Overall", names, weight=weight, scales=self.scale, missing={}, draws=0
        ).findings
        return {one.code for one in found} | {f"{one.code} {one.severity}" for one in found}

    def _answers(self, random: np.random.Generator) -> pd.DataFrame:
        felt = moods(random, self.n, self.touchpoints, self.halo)
        if self.twin is not None:
            felt[:, 1] = self.twin * felt[:, 0] + (1 - self.twin**2) ** 0.5 * random.normal(size=self.n)
        ratings = self.rated(felt)
        effects = np.linspace(0.4, 0.0, self.touchpoints)
        pull = (ratings - ratings.mean(axis=0)) @ effects
        outcome = np.clip(np.rint(7 + pull / pull.std() + 1.2 * random.normal(size=self.n)), 0, 10)
        if self.events is not None:
            outcome = (pull + pull.std() * random.normal(size=self.n)).argsort().argsort() < (
                self.events * self.n
            )
            outcome = outcome.astype(float)
        frame = pd.DataFrame(ratings, columns=[f"T{place}" for place in range(self.touchpoints)])
        frame["Overall"] = outcome
        again = frame.sample(round(self.copied * self.n), random_state=int(random.integers(2**31)))
        return pd.concat([frame, again], ignore_index=True)

    def rated(self, felt: Numbers) -> Numbers:
        """Return experiences as ratings on the scale."""
        width = self.scale.width / 9
        means = self.scale.minimum + width * (levels(self.touchpoints) - 1)
        return np.clip(np.rint(means + 1.7 * width * felt), self.scale.minimum, self.scale.maximum)


_FIVE = Scale(1, 5)
FINDINGS: dict[str, dict[str, tuple[People, bool]]] = {
    "copied_rows": {
        "14 ratings 1–10, correlation .64": (People(touchpoints=14), False),
        "10 ratings 1–10, correlation .64": (People(), False),
        "8 ratings 1–10, correlation .7": (People(touchpoints=8, halo=0.84), False),
        "8 ratings 1–5, correlation .64": (People(touchpoints=8, scale=_FIVE), False),
        "14 ratings 1–10, 5% copied": (People(touchpoints=14, copied=0.05), True),
        "10 ratings 1–10, 5% copied": (People(copied=0.05), True),
        "8 ratings 1–5, 5% copied": (People(touchpoints=8, scale=_FIVE, copied=0.05), True),
    },
    "uneven_weights warning": {
        "weights e^(.3 z): base .91": (People(weights=0.3), False),
        "weights e^(.8 z): base about .53": (People(weights=0.8), False),
        "weights e^(1.4 z): base about .14": (People(weights=1.4), True),
    },
    "collinear": {
        "a pair of .75, n 500": (People(touchpoints=6, halo=0.6, twin=0.75), False),
        "a pair of .80, n 500": (People(touchpoints=6, halo=0.6, twin=0.8), False),
        "a pair of .90, n 200": (People(200, touchpoints=6, halo=0.6, twin=0.9), True),
        "a pair of .90, n 500": (People(touchpoints=6, halo=0.6, twin=0.9), True),
        "a pair of .95, n 500": (People(touchpoints=6, halo=0.6, twin=0.95), True),
    },
    "few_events": {
        "30% of 500, 10 columns: 150 events": (People(events=0.3), False),
        "4% of 500, 10 columns: 20 events": (People(events=0.04), True),
        "4% of 2,000, 10 columns: 80 events": (People(2000, events=0.04), True),
    },
}
_HARDLY = {
    "a third does nothing, n 200": (Condition(), 200, False),
    "a third does nothing, n 1,000": (Condition(), 1000, False),
    "2 of 10 work, n 300": (Condition(pattern="few"), 300, False),
    "all work alike, n 300": (Condition(pattern="alike"), 300, True),
    "all work alike, n 1,000": (Condition(pattern="alike"), 1000, True),
}


def raised(replications: int) -> Iterator[str]:
    """Yield the table of findings."""
    yield "| finding | where | is there | said |"
    yield "|---|---|---|---|"
    for code, cases in FINDINGS.items():
        for name, (people, there) in cases.items():
            seen = [code in people.codes(seed) for seed in range(replications)]
            yield _row(code.split()[0], name, seen, there=there)
    for name, (condition, n, there) in _HARDLY.items():
        noise = [told_of(condition, n, seed).noise for seed in range(replications)]
        yield _row("impacts_hardly_differ", name, [part > HARDLY_DIFFER for part in noise], there=there)
    for name, (change, there) in _CHANGES.items():
        seen = [change(np.random.default_rng([17, seed])) for seed in range(replications)]
        yield _row("scale_widens", name, seen, there=there)


def _row(code: str, name: str, seen: list[bool], *, there: bool) -> str:
    return f"| `{code}` | {name} | {'yes' if there else 'no'} | {told(np.array(seen, float), 3)} |"


def _survey(random: np.random.Generator, n: int, scale: Scale) -> Numbers:
    return People(n, touchpoints=5, halo=0.75, scale=scale).rated(moods(random, n, 5, 0.75))


def _widens(answers: Numbers) -> bool:
    none = np.zeros(len(answers), dtype=np.uint8)
    columns = [Answered(place, f"T{place}", answers[:, place], none) for place in range(answers.shape[1])]
    return any(change.widens for change in changes_in(columns))


def _shuffled(random: np.random.Generator) -> bool:
    return _widens(_survey(random, 300, TEN))


def _sorted_by_outcome(random: np.random.Generator) -> bool:
    answers = _survey(random, 300, TEN)
    return _widens(answers[np.argsort(answers[:, 4], kind="stable")])


def _sorted_by_mean(random: np.random.Generator) -> bool:
    answers = _survey(random, 300, TEN)
    return _widens(answers[np.argsort(answers.mean(axis=1), kind="stable")])


def _changed(random: np.random.Generator) -> bool:
    return _widens(np.vstack([_survey(random, 120, _FIVE), _survey(random, 180, TEN)]))


_CHANGES: dict[str, tuple[Callable[[np.random.Generator], bool], bool]] = {
    "300 rows in no order": (_shuffled, False),
    "300 rows sorted by the outcome": (_sorted_by_outcome, False),
    "300 rows sorted by their mean": (_sorted_by_mean, False),
    "1–5 up to row 120, 1–10 from there": (_changed, True),
}
