"""Segments between which nothing differs, and one touchpoint that does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from benchmarks.claimed.populations import SPREAD, derived, levels, moods, rated, told
from cx import impact
from cx.matrix.comparison import segments


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
        whole = impact.touchpoints(derived(answers, self.names))
        parts = {
            f"s{place}": impact.touchpoints(derived(answers[of == place], self.names))
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
