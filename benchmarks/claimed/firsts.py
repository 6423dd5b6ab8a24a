"""Ranks: how likely the first is the first, and how often the ranges hold the ranks of the population."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from benchmarks.claimed.certain import LIMITS, ORDINARY
from benchmarks.claimed.conditions import Condition
from benchmarks.claimed.files import Ranked, Told, told_of
from benchmarks.claimed.populations import told

SETS: dict[str, tuple[Condition, int]] = {
    **{f"n {n:,}": (ORDINARY, n) for n in (100, 200, 300, 500, 1000)},
    "5 touchpoints, n 200": (Condition(touchpoints=5), 200),
    "14 touchpoints, n 200": (Condition(touchpoints=14), 200),
    **{f"{name}, n 300": (condition, 300) for name, condition in LIMITS.items()},
}
OF: dict[str, Callable[[Told], Ranked | None]] = {
    "share": lambda one: one.share,
    "priority": lambda one: one.priority,
}


def ranked(replications: int) -> Iterator[str]:
    """Yield the table of ranks."""
    yield (
        "| ranks | of | the first one: shown | right | each at ≥ .50: shown | right | "
        "ranges hold all ranks | mean width |"
    )
    yield "|---|---|---|---|---|---|---|---|"
    for name, (condition, n) in SETS.items():
        seen = [told_of(condition, n, seed) for seed in range(replications)]
        for what, of in OF.items():
            yield f"| {name} | {what} | {' | '.join(_row([rank for one in seen if (rank := of(one))]))} |"


def _row(seen: Sequence[Ranked]) -> list[str]:
    if len(seen) < 2:  # noqa: PLR2004 - an error needs two
        return [""] * 6
    top = np.array([one.first[one.shown] for one in seen])
    right = np.array([one.is_first[one.shown] for one in seen])
    likely = [_most_likely(one) for one in seen if one.first.max() >= 0.5]  # noqa: PLR2004 - more likely than not
    half = np.array(likely).reshape(-1, 2)
    return [
        told(top),
        told(right),
        told(half[:, 0]) if len(half) > 1 else "",
        told(half[:, 1]) if len(half) > 1 else "",
        told(np.array([one.within for one in seen], float)),
        told(np.array([one.width for one in seen])),
    ]


def _most_likely(one: Ranked) -> tuple[float, float]:
    place = int(np.argmax(one.first))
    return float(one.first[place]), float(one.is_first[place])
