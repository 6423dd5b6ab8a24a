"""Touchpoints that do nothing by being met, and customers who meet many because they are active."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from benchmarks.claimed.populations import TEN, levels, moods, rated, told
from cx import impact, matrix

NAMES = tuple(f"T{place}" for place in range(8))
_EFFECTS = np.array([0.4, 0.3, 0.2, 0.2, 0.1, 0.0, 0.0, 0.0])


@dataclass(frozen=True)
class Reach:
    """Whether meeting a touchpoint does something, and what makes people meet it."""

    n: int
    activity: float = 0.0
    """How far one activity decides who meets what, and lifts the outcome by itself."""
    gain: float = 0.0
    """What meeting each touchpoint does."""

    def answers(self, random: np.random.Generator) -> pd.DataFrame:
        """Return ratings of those who met a touchpoint, and the outcome."""
        active = random.normal(size=(self.n, 1))
        met = self.activity * active + random.normal(size=(self.n, 8)) > 0
        ratings = rated(moods(random, self.n, 8, 0.6), levels(8))
        outcome = 6 + (np.where(met, ratings - 7, 0.0) * 0.6) @ _EFFECTS + self.gain * met.sum(axis=1)
        outcome = outcome + self.activity * active[:, 0] + random.normal(size=self.n)
        frame = pd.DataFrame(np.where(met, ratings, np.nan), columns=list(NAMES))
        return frame.assign(Overall=np.clip(np.round(outcome), 0, 10))


REACHES = {
    "nothing by itself, n 500": Reach(500),
    "nothing by itself, n 2,000": Reach(2000),
    "activity behind both, n 500": Reach(500, activity=1.0),
    "activity behind both, n 2,000": Reach(2000, activity=1.0),
    "meeting gives .3, n 2,000": Reach(2000, gain=0.3),
}


def met(replications: int) -> Iterator[str]:
    """Yield the table of exposure effects."""
    yield (
        "| exposure | interval above 0 | 'let more experience it' is backed, of those drawn there | "
        "said to be an association | the panel doubts it | effects per point hold their truth |"
    )
    yield "|---|---|---|---|---|---|"
    for name, reach in REACHES.items():
        rows = [_file(reach, seed) for seed in range(replications)]
        seen = np.array([row[:4] for row in rows], float)
        backed = np.array([row[4] for row in rows if row[4] is not None], float)
        spoken = told(backed) if len(backed) > 1 else ""
        shown = [told(seen[:, place]) for place in range(4)]
        yield f"| {name} | {shown[0]} | {spoken} | {shown[1]} | {shown[2]} | {shown[3]} |"


def _file(reach: Reach, seed: int) -> tuple[float | None, ...]:
    random = np.random.default_rng([14, reach.n, round(10 * reach.activity), seed])
    result = impact.drivers(reach.answers(random), "Overall", list(NAMES), scales=TEN, missing={}, draws=200)
    rows = impact.touchpoints(result)
    drawn = matrix.build(rows)
    above = [(one.exposure_effect_low or 0.0) > 0 for one in result.drivers]
    there = [one for one in drawn.bubbles if one.quadrant == "expand_reach" and one.evidence]
    backed = [one.evidence.backs_reach for one in there if one.evidence]
    held = [
        (one.effect_low or 0.0) <= 0.6 * true <= (one.effect_high or 0.0)
        for one, true in zip(result.drivers, _EFFECTS, strict=True)
    ]
    doubted = any(trial.kind == "activity" for trial in rows.trials)
    said = any(one.code == "exposure_is_association" for one in result.findings)
    share = float(np.mean(backed)) if backed else None
    return float(np.mean(above)), float(said), float(doubted), float(np.mean(held)), share
