"""One mood behind all answers: what touchpoints that do nothing get of the impact, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from benchmarks.claimed.populations import Numbers, Scale, told
from cx import impact, matrix
from cx.impact.model import impacts
from cx.impact.model.joint import Model

EFFECTS = np.array([0.4, 0.3, 0.2, 0.1, 0.0, 0.0, 0.0, 0.0])
LOADINGS = {"none": (0.0, 0.0), "weak": (0.5, 0.0), "strong": (1.0, 0.5), "strong and pulling": (1.0, 1.0)}
_NULL = slice(4, None)
_WIDE = Scale(-20, 20)


def shares(h: float, pull: float) -> Numbers:
    """Return the shares of all customers: ratings are experience plus h moods, the outcome is pulled by it.

    Examples
    --------
    >>> [round(float(shares(*one)[4:].sum()), 2) for one in LOADINGS.values()]
    [0.0, 0.08, 0.16, 0.27]
    """
    ratings = np.eye(8) + h * h
    along = EFFECTS + h * pull
    spread = float(EFFECTS @ EFFECTS) + pull * pull + 1
    whole = np.block([[ratings, along[:, np.newaxis]], [along[np.newaxis], np.array([[spread]])]])
    own = np.sqrt(np.diag(whole))
    none = np.zeros(8, dtype=bool)
    found = impacts("shapley", whole / np.outer(own, own), Model(none, ~none))
    return np.asarray(found / found.sum())


def lifted(replications: int) -> Iterator[str]:
    """Yield the table of moods."""
    yield (
        "| mood (h, loading of the outcome), n 1,000 | share of the four that do nothing | in files | "
        "the factor is said to hold | finding: info | warning | of the four: effect clear | "
        "contrast above 0 | drawn high, said so | of these doubted in the panel |"
    )
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for name, (h, pull) in LOADINGS.items():
        rows = [_file(h, pull, seed) for seed in range(replications)]
        seen = np.array([row[:7] for row in rows], float)
        doubted = np.array([row[7] / row[6] for row in rows if row[6]])
        part = 100 * float(shares(h, pull)[_NULL].sum())
        shown = " | ".join(told(seen[:, place]) for place in range(6))
        carried = told(seen[:, 6] / 4)
        last = told(doubted) if len(doubted) > 1 else ""
        yield f"| {name} ({h:g}, {pull:g}) | {part:.0f}% | {shown} | {carried} | {last} |"


def _file(h: float, pull: float, seed: int) -> tuple[float, ...]:
    random = np.random.default_rng([13, round(10 * h), round(10 * pull), seed])
    felt, mood = random.normal(size=(1000, 8)), random.normal(size=1000)
    names = [f"T{place}" for place in range(8)]
    ratings = np.round(7 * random.random(8) / 7 + felt + h * mood[:, np.newaxis], 2)
    outcome = felt @ EFFECTS + pull * mood + random.normal(size=1000)
    answers = pd.DataFrame(ratings, columns=names).assign(Overall=outcome)
    result = impact.drivers(answers, "Overall", names, scales=_WIDE, missing={}, draws=200)
    rows = impact.touchpoints(result)
    drawn = matrix.build(rows)
    said = [one.severity for one in result.findings if one.code == "one_mood"]
    null = set(names[_NULL])
    high = {
        one.name
        for one in drawn.bubbles
        if one.name in null
        and one.quadrant in ("fix_first", "expand_reach")
        and one.claim is not None
        and one.claim.quadrant_claim
    }
    doubtful = {name for trial in rows.trials if trial.kind == "mood" for name in trial.doubtful}
    drivers = [one for one in result.drivers if one.name in null]
    contrasts = [one for one in result.contrasts[_NULL] if one is not None]
    return (
        sum(one.share for one in drivers),
        result.mood or 0.0,
        "info" in said,
        "warning" in said,
        float(np.mean([one.toward != "unclear" for one in drivers])),
        float(np.mean([one.clear and one.value > 0 for one in contrasts])),
        len(high),
        len(high & doubtful),
    )
