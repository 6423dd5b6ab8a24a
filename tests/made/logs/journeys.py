"""Paths as lists of names, and the figures of them, made without the engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import numpy as np

from cx.records.journeys import Edge, Journeys, PathTouchpoint, Variant

HAND = (
    ("Home", "Catalog", "Cart", "Purchase"),
    ("Home", "Catalog", "Cart", "Purchase"),
    ("Home", "Catalog", "Catalog", "Cart"),
    ("Home", "Search", "Cart"),
    ("Home", "Search", "Search"),
)
"""The log of METHODS 11."""


def journeys_of(paths: Sequence[Sequence[str]], **figures: object) -> Journeys:
    """Return the figures of paths; each step takes an hour times the length of its names."""
    names = sorted({name for path in paths for name in path})
    steps = Counter(step for path in paths for step in pairwise(path))
    having = Counter(step for path in paths for step in set(pairwise(path)))
    kinds = Counter(tuple(path) for path in paths)
    ranked = sorted(kinds.items(), key=lambda one: (-one[1], " → ".join(one[0])))
    known = {
        "cases": len(paths),
        "events": sum(map(len, paths)),
        "unit": "customer",
        "gap_days": None,
        "ties": 0,
        "touchpoints": tuple(_touchpoint(name, paths) for name in names),
        "edges": tuple(
            Edge(a, b, n, having[a, b], 3600.0 * len(a + b), 7200.0 * len(a + b))
            for (a, b), n in steps.items()
        ),
        "variants": tuple(Variant(path, n, n / len(paths)) for path, n in ranked),
        "variant_count": len(kinds),
        "cases_covered": len(paths),
        "median_seconds": 3600.0,
        "mean_seconds": 3600.0,
        "shortest": min(map(len, paths)),
        "longest": max(map(len, paths)),
        "mean_length": sum(map(len, paths)) / len(paths),
        "repeat_cases": sum(len(set(path)) < len(path) for path in paths),
        "repeat_share": sum(len(set(path)) < len(path) for path in paths) / len(paths),
    }
    return Journeys(**(known | figures))


def _touchpoint(name: str, paths: Sequence[Sequence[str]]) -> PathTouchpoint:
    places = [at for path in paths for at, other in enumerate(path, start=1) if other == name]
    return PathTouchpoint(
        name=name,
        events=len(places),
        cases=sum(name in path for path in paths),
        starts=sum(path[0] == name for path in paths),
        ends=sum(path[-1] == name for path in paths),
        repeat_cases=sum(list(path).count(name) > 1 for path in paths),
        median_position=float(median(places)),
    )


def wandering(
    seed: int, touchpoints: int, paths: int = 400, *, back: float = 0.15, length: int = 7
) -> list[tuple[str, ...]]:
    """Return paths that mostly go on through a row of touchpoints, skip some, turn back, and repeat."""
    rng = np.random.default_rng(seed)
    found = []
    for _ in range(paths):
        at, path = int(rng.integers(0, max(1, touchpoints // 4))), []
        for _ in range(int(rng.integers(2, length + 1))):
            path.append(f"Touchpoint {at:02d} of {touchpoints}")
            go = rng.random()
            step = -int(rng.integers(0, 4)) if go < back else int(rng.geometric(0.45))
            at += step
            if not 0 <= at < touchpoints:
                break
        found.append(tuple(path))
    return found


def ten_logs() -> list[tuple[str, list[tuple[str, ...]]]]:
    """Return ten logs of 8 to 30 touchpoints, each with its name: what maps are tried on."""
    kinds = (
        *((8, 0.1, 6), (10, 0.2, 6), (12, 0.1, 7), (14, 0.15, 7), (16, 0.05, 8), (18, 0.2, 6)),
        *((20, 0.1, 7), (24, 0.15, 6), (30, 0.1, 6), (30, 0.2, 5)),
    )
    return [
        (f"log {at}", wandering(at, touchpoints, back=back, length=length))
        for at, (touchpoints, back, length) in enumerate(kinds)
    ]
