"""Populations of customers, each new, and what is true of all of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
import pandas as pd

from benchmarks.claimed.populations import TEN, Numbers, moods
from cx.impact.model import Model, correlations, impacts
from cx.impact.model.sweep import regression
from cx.impact.sums import Answers, Moments
from cx.impact.sums.moments import gathered
from cx.records import Scale

CUSTOMERS = 20_000
NEGATIVE = 0
"""The touchpoint that goes with a worse outcome, where there is one."""
FIVE = Scale(1, 5)
Pattern = Literal["mixed", "alike", "few"]
Range = tuple[float, float]


@dataclass(frozen=True)
class Condition:
    """How a population comes about; what is a range is drawn anew for each."""

    touchpoints: int = 10
    alike: Range = (0.3, 0.8)
    """The correlation between experiences: one mood behind all answers."""
    explained: Range = (0.2, 0.6)
    """The part of the outcome that ratings explain."""
    pattern: Pattern = "mixed"
    """``mixed``: a third does nothing, the others .05 to .5 a point; ``alike``: all of them
    .27 to .33 and with one spread; ``few``: two that work among many that do nothing."""
    scale: Scale = TEN
    top: bool = False
    """Whether about 80% give the highest answer."""
    missing: float = 0.0
    straight: float = 0.0
    """The part of the customers who give every touchpoint one rating."""
    negative: float = 0.0
    """The effect of the first touchpoint, in units of a strong one; 0: drawn like those of the others."""

    def population(self, random: np.random.Generator) -> Population:
        """Return a new population."""
        alike = random.uniform(*self.alike)
        felt = moods(random, CUSTOMERS, self.touchpoints, alike**0.5)
        means, spreads = self._levels(random)
        ratings = np.clip(np.rint(means + spreads * felt), self.scale.minimum, self.scale.maximum)
        effects = self._effects(random)
        away = np.clip(
            self.missing + random.uniform(-0.2, 0.2, self.touchpoints) * (self.missing > 0), 0, 0.9
        )
        met = random.random(ratings.shape) >= away
        outcome = self._outcome(random, (ratings - ratings.mean(axis=0)) * met @ effects)
        same = random.random(CUSTOMERS) < self.straight
        ratings[same] = ratings[same][:, [0]]
        return Population(self, np.where(met, ratings, np.nan), outcome, effects)

    def _levels(self, random: np.random.Generator) -> tuple[Numbers, Numbers]:
        width = self.scale.width / 9
        spreads = width * random.uniform(1.0, 2.2, self.touchpoints)
        if self.pattern == "alike":
            spreads = np.full(self.touchpoints, 1.6 * width)
        if self.top:  # 80% of a normal distribution lie .84 standard deviations below its middle and above
            return self.scale.maximum - 0.5 + random.uniform(0.6, 1.1, self.touchpoints) * spreads, spreads
        low, high = self.scale.minimum + 4.5 * width, self.scale.minimum + 7.5 * width
        return random.uniform(low, high, self.touchpoints), spreads

    def _effects(self, random: np.random.Generator) -> Numbers:
        k = self.touchpoints
        effects = random.uniform(0.05, 0.5, k)
        if self.pattern == "alike":
            effects = random.uniform(0.27, 0.33, k)
        elif self.pattern == "few":
            effects = np.where(random.permutation(k) < 2, random.uniform(0.4, 0.6, k), 0.0)  # noqa: PLR2004
        else:
            null = random.random(k) < 1 / 3
            null[random.integers(k)] = False
            effects = np.where(null, 0.0, effects)
        if self.negative:
            effects[NEGATIVE] = self.negative
        return effects

    def _outcome(self, random: np.random.Generator, pull: Numbers) -> Numbers:
        explained = random.uniform(*self.explained)
        noise = pull.std() * (1 / explained - 1) ** 0.5 if explained else 1.0
        outcome = pull * (explained > 0) + noise * random.normal(size=CUSTOMERS)
        return np.clip(np.rint(6.5 + 2 * outcome / outcome.std()), 0, 10)


@dataclass(frozen=True)
class Population:
    """All customers of a journey."""

    condition: Condition
    ratings: Numbers
    """(customers, touchpoints); NaN: not met."""
    outcome: Numbers
    built: Numbers
    """(touchpoints,) the effects that it was made with."""

    @property
    def names(self) -> list[str]:
        """The touchpoints."""
        return [f"T{place}" for place in range(self.condition.touchpoints)]

    def sample(self, random: np.random.Generator, n: int) -> pd.DataFrame:
        """Return the answers of n customers, drawn with replacement."""
        rows = random.integers(CUSTOMERS, size=n)
        return pd.DataFrame(self.ratings[rows], columns=self.names).assign(Overall=self.outcome[rows])

    @cached_property
    def _moments(self) -> Moments:
        k = self.condition.touchpoints
        scales = (self.condition.scale,) * k
        ratings = np.asfortranarray(self.ratings)
        return gathered(Answers(tuple(self.names), ratings, None, self.outcome, None, None, scales))

    @cached_property
    def _model(self) -> Model:
        """The columns of the joint model: ratings alone where everybody met everything."""
        if self.condition.missing:
            return Model.of(self._moments)
        none = np.zeros(self.condition.touchpoints, dtype=bool)
        return Model(none, ~none)

    @cached_property
    def _products(self) -> Numbers:
        """Centred products of the model's columns, the outcome last."""
        if self.condition.missing:
            return np.asarray(self._model.products(self._moments.total[np.newaxis])[0])
        about = np.column_stack([self.ratings, self.outcome])
        about -= about.mean(axis=0)
        return np.asarray(about.T @ about)

    @cached_property
    def shares(self) -> Numbers:
        """(touchpoints,) the Shapley shares of all customers; they sum to 1."""
        found = impacts("shapley", correlations(self._products), self._model)
        return np.asarray(found / found.sum())

    @cached_property
    def effects(self) -> Numbers:
        """(touchpoints,) change in the outcome per point in the model of all customers."""
        return np.asarray(regression(self._products).coefficients[self._model.is_rating])

    @cached_property
    def satisfaction(self) -> Numbers:
        """(touchpoints,) mean ratings of all who met it."""
        return np.asarray(np.nanmean(self.ratings, axis=0))

    @property
    def _signed(self) -> Numbers:
        """(touchpoints,) shares, below 0 where it was made to make things worse, and does."""
        return np.where((self.built < 0) & (self.effects < 0), -self.shares, self.shares)

    @property
    def places(self) -> list[tuple[bool, bool]]:
        """Whether each lies high on impact and on satisfaction, the lines at the means."""
        line = self.satisfaction.mean()
        up = self._signed >= 1 / len(self._signed)
        return list(zip(up.tolist(), (self.satisfaction >= line).tolist(), strict=True))

    @property
    def priorities(self) -> Numbers:
        """(touchpoints,) share of impact times the gap below the mean satisfaction."""
        gap = np.maximum(0.0, self.satisfaction.mean() - self.satisfaction)
        return np.maximum(0.0, self._signed) * gap
