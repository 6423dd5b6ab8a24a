"""What the program says of a file of answers, beside what is true of the population that it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from benchmarks.claimed.conditions import Condition, Population
from benchmarks.claimed.populations import Numbers
from cx import impact, matrix
from cx.records import QUADRANTS, Bubble, DriverResult, Matrix, Quadrant, Touchpoints

HIGH: dict[Quadrant, tuple[bool, bool]] = {
    "fix_first": (True, False),
    "expand_reach": (True, True),
    "minimise_cost": (False, True),
    "simplify": (False, False),
}
assert set(HIGH) == set(QUADRANTS)  # noqa: S101 - of the program
DRAWS = 200


@dataclass(frozen=True)
class File:
    """One file: the result, the matrix, and the truth."""

    population: Population
    result: DriverResult
    touchpoints: Touchpoints
    drawn: Matrix

    @property
    def bubbles(self) -> tuple[Bubble, ...]:
        """In the order of the columns."""
        there = {bubble.name: bubble for bubble in self.drawn.bubbles}
        return tuple(there[name] for name in self.population.names)

    @property
    def right(self) -> list[bool]:
        """Whether each touchpoint is drawn where it lies in the population."""
        return [
            one.quadrant is not None and HIGH[one.quadrant] == place
            for one, place in zip(self.bubbles, self.population.places, strict=True)
        ]

    @property
    def sure(self) -> list[float | None]:
        """The certainty shown of each."""
        return [one.certainty for one in self.bubbles]


def file_of(population: Population, random: np.random.Generator, n: int, *, noise: bool = False) -> File:
    """Return what is said of n answers.

    Parameters
    ----------
    noise
        Whether the outcome is shuffled, so that nothing explains it.
    """
    answers = population.sample(random, n)
    if noise:
        answers["Overall"] = random.permutation(answers["Overall"])
    result = impact.drivers(
        answers, "Overall", population.names, scales=population.condition.scale, missing={}, draws=DRAWS
    )
    rows = impact.touchpoints(result)
    return File(population, result, rows, matrix.build(rows))


def files(
    condition: Condition, n: int, replications: int, *, of: int = 5, noise: bool = False
) -> Iterator[File]:
    """Yield files, each of a new population; ``of`` is the first part of the seed."""
    for seed in range(replications):
        random = np.random.default_rng([of, n, seed])
        yield file_of(condition.population(random), random, n, noise=noise)


@dataclass(frozen=True)
class Told:
    """What tables are made of, per file: small enough to keep thousands of them."""

    sure: Numbers
    """(touchpoints,) certainty shown; NaN: none."""
    right: Numbers
    """(touchpoints,) 1: drawn where it lies in the population."""
    carried: Numbers
    """(touchpoints,) 1: the program says so."""
    shown: str
    """``none``, ``unclear`` or ``shown``."""
    noise: float
    """The part of the differences in impact that is noise; NaN: unknown."""
    directions: tuple[str, ...]
    null: Numbers
    """(touchpoints,) 1: it does nothing."""
    share: Ranked | None
    priority: Ranked | None


@dataclass(frozen=True)
class Ranked:
    """What is said of ranks, and what is so."""

    first: Numbers
    """(touchpoints,) probability of rank 1."""
    is_first: Numbers
    """(touchpoints,) 1: it is the first in the population."""
    shown: int
    """The one that stands first."""
    within: bool
    """Whether the ranges of ranks hold every rank of the population."""
    width: float
    """The mean width of the ranges, as a part of the widest."""


def told(one: File) -> Told:
    """Return what is said of a file."""
    bubbles, k = one.bubbles, len(one.bubbles)
    carried = [bubble.claim is not None and bubble.claim.quadrant_claim for bubble in bubbles]
    return Told(
        np.array([np.nan if sure is None else sure for sure in one.sure]),
        np.array(one.right, float),
        np.array(carried, float),
        one.drawn.claims.impact,
        np.nan if one.drawn.claims.noise is None else one.drawn.claims.noise,
        tuple(bubble.claim.direction if bubble.claim else "unclear" for bubble in bubbles),
        (one.population.built == 0).astype(float),
        _of_shares(one, k),
        _of_priorities(one, k),
    )


def _of_shares(one: File, k: int) -> Ranked | None:
    claims = [one.result.claims.of(name) for name in one.population.names]
    if any(claim is None or claim.first is None for claim in claims):
        return None
    shown = one.population.names.index(one.result.ranked[0].name)
    return _ranked(claims, one.population.shares, shown, k)


def _of_priorities(one: File, k: int) -> Ranked | None:
    claims = [bubble.claim for bubble in one.bubbles]
    if any(claim is None or claim.first is None for claim in claims):
        return None
    ranks = [bubble.priority.rank if bubble.priority else k for bubble in one.bubbles]
    return _ranked(claims, one.population.priorities, int(np.argmin(ranks)), k)


def _ranked(claims: list, truth: Numbers, shown: int, k: int) -> Ranked:
    low, high = (np.array([getattr(claim, name) for claim in claims]) for name in ("rank_low", "rank_high"))
    above = (truth[:, np.newaxis] > truth).sum(axis=0) + 1  # ties: any rank of theirs will do
    below = k - (truth[:, np.newaxis] < truth).sum(axis=0)
    return Ranked(
        np.array([claim.first for claim in claims]),
        (truth == truth.max()).astype(float),
        shown,
        bool(((low <= below) & (high >= above)).all()),
        float((high - low).mean() / max(1, k - 1)),
    )


@lru_cache(maxsize=100_000)
def told_of(condition: Condition, n: int, seed: int) -> Told:
    """Return what is said of one file; several tables are made of the same ones."""
    random = np.random.default_rng([5, n, seed])
    return told(file_of(condition.population(random), random, n))
