"""Drivers that make it worse and drivers that do nothing: what is said of them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from benchmarks.claimed.conditions import NEGATIVE, Condition
from benchmarks.claimed.files import File, files
from benchmarks.claimed.populations import Numbers, told

NEGATIVES = {
    "-.45 a point": Condition(negative=-0.45),
    "-.15 a point": Condition(negative=-0.15),
}
_HIGH = ("fix_first", "expand_reach")


def negative(replications: int) -> Iterator[str]:
    """Yield the table of one touchpoint that goes with a worse outcome."""
    yield (
        "| one negative driver of 10 | called negative | unclear | positive | drawn high on impact | "
        "said to be fix first | rank 1 of priority |"
    )
    yield "|---|---|---|---|---|---|---|"
    for name, condition in NEGATIVES.items():
        for n in (200, 300, 1000):
            seen = np.array([_of_negative(one) for one in files(condition, n, replications, of=9)], float)
            yield f"| {name}, n {n:,} | {' | '.join(told(seen[:, place]) for place in range(6))} |"


def _of_negative(one: File) -> tuple[float, ...]:
    bubble = one.bubbles[NEGATIVE]
    assert bubble.claim is not None  # noqa: S101 - every bubble of a matrix has one
    way = bubble.claim.direction
    fix = bubble.quadrant == "fix_first" and bubble.claim.quadrant_claim
    first = bubble.priority is not None and bubble.priority.rank == 1
    return way == "negative", way == "unclear", way == "positive", bubble.quadrant in _HIGH, fix, first


def null(replications: int) -> Iterator[str]:
    """Yield the table of touchpoints that do nothing."""
    yield (
        "| touchpoints that do nothing | direction clear | drawn high on impact | said to be high | "
        "said to be fix first |"
    )
    yield "|---|---|---|---|---|"
    conditions = {
        "one mood of .3 to .8": Condition(),
        "half missing": Condition(missing=0.5),
        "2 of 10 work": Condition(pattern="few"),
    }
    for name, condition in conditions.items():
        for n in (200, 1000):
            seen = np.concatenate([_of_null(one) for one in files(condition, n, replications, of=10)])
            yield f"| {name}, n {n:,} | {' | '.join(told(seen[:, place], 3) for place in range(4))} |"


def _of_null(one: File) -> Numbers:
    """(touchpoints that do nothing, 4)."""
    rows = []
    for bubble, effect in zip(one.bubbles, one.population.built, strict=True):
        if effect == 0 and bubble.claim is not None:
            high, carried = bubble.quadrant in _HIGH, bubble.claim.quadrant_claim
            fix = bubble.quadrant == "fix_first" and carried
            rows.append((bubble.claim.direction != "unclear", high, high and carried, fix))
    return np.array(rows, float).reshape(-1, 4)
