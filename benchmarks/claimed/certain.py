"""Certainty as it is shown, and how often a touchpoint then lies where it is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import pandas as pd

from benchmarks.claimed.conditions import FIVE, Condition
from benchmarks.claimed.files import Told, told_of
from benchmarks.claimed.populations import TEN, Numbers
from cx import matrix
from cx.records import NUMBER_COLUMNS, TEXT_COLUMNS, Touchpoints

ORDINARY = Condition()
CONDITIONS = {
    "ordinary": ORDINARY,
    "80% give the highest answer": Condition(top=True),
    "answers 1 to 5": Condition(scale=FIVE),
    "half missing": Condition(missing=0.5),
    "30% straight-liners": Condition(straight=0.3),
    "weak (R² .05 to .15)": Condition(explained=(0.05, 0.15)),
    "strong (R² .6 to .8)": Condition(explained=(0.6, 0.8)),
    "one mood (correlation .8)": Condition(alike=(0.8, 0.8)),
}
LIMITS = {
    "14, one mood (correlation .85)": Condition(touchpoints=14, alike=(0.85, 0.85)),
    "all work alike": Condition(pattern="alike"),
    "2 of 10 work": Condition(pattern="few"),
    "three touchpoints": Condition(touchpoints=3),
}
SIZES = (60, 100, 200, 300, 500, 1000)
BANDS = (0.25, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0001)
_FEWEST = 30


def by_size(replications: int) -> Iterator[str]:
    """Yield the table of certainty by the number of answers and touchpoints."""
    yield from _heading("ordinary populations")
    everything: list[Told] = []
    for k in (5, 10, 14):
        condition = Condition(touchpoints=k)
        times = {5: 2.0, 10: 1.0, 14: 0.5}[k]  # about as many touchpoints in each
        for n in SIZES if k == 10 else (60, 200, 1000):  # noqa: PLR2004 - most are looked at with ten
            seen = [told_of(condition, n, seed) for seed in range(max(4, round(replications * times)))]
            yield _row(f"{k} touchpoints, n {n:,}", seen)
            everything += seen
    yield _row("all of these", everything)


def by_condition(replications: int) -> Iterator[str]:
    """Yield the table of certainty by condition, over n of 100, 300 and 1,000."""
    yield from _heading("10 touchpoints, n 100, 300, 1,000 together")
    for conditions, together in ((CONDITIONS, "all of these"), (LIMITS, "")):
        everything: list[Told] = []
        for name, condition in conditions.items():
            seen = [told_of(condition, n, seed) for n in (100, 300, 1000) for seed in range(replications)]
            yield _row(name, seen)
            everything += seen
        if together:
            yield _row(together, everything)


def _heading(what: str) -> Iterator[str]:
    bands = [f"{low:.2f}–{min(high, 1):.2f}".replace("0.", ".") for low, high in pairwise(BANDS)]
    yield f"| certainty shown → right: {what} | {' | '.join(bands)} | all |"
    yield "|---|" + "---|" * len(BANDS)


def _row(name: str, seen: Sequence[Told]) -> str:
    return f"| {name} | {' | '.join(calibrated([(one.sure, one.right) for one in seen]))} |"


def calibrated(pairs: Sequence[tuple[Numbers, Numbers]]) -> list[str]:
    """Return what was shown and how often it was right, by band and over all; files are clusters."""
    found = []
    for low, high in (*pairwise(BANDS), (0.0, 1.0001)):
        inside = [((shown >= low) & (shown < high), shown, right) for shown, right in pairs]
        found.append(_band([(shown[here], right[here]) for here, shown, right in inside]))
    return found


def _band(pairs: Sequence[tuple[Numbers, Numbers]]) -> str:
    count = sum(len(shown) for shown, _ in pairs)
    if count < _FEWEST:
        return ""
    shown = sum(float(s.sum()) for s, _ in pairs) / count
    right = sum(float(r.sum()) for _, r in pairs) / count
    off = np.array([float((r - right).sum()) for _, r in pairs])
    return f"{shown:.2f} → {right:.2f} ± {float(np.sqrt((off**2).sum())) / count:.2f}".replace("0.", ".")


def of_tables(replications: int) -> Iterator[str]:
    """Yield the table of certainty of tables with n and sd."""
    yield from _heading("tables with n and sd")
    for spread in (0.1, 0.3, 1.0):
        for k in (5, 12):
            pairs = [_table(k, spread, seed) for seed in range(4 * replications)]
            yield f"| {k} touchpoints, true means {spread:.1f} apart | {' | '.join(calibrated(pairs))} |"


def _table(k: int, spread: float, seed: int) -> tuple[Numbers, Numbers]:
    """The certainty of each touchpoint of a table, and whether its satisfaction is on the right side."""
    random = np.random.default_rng([6, k, round(10 * spread), seed])
    true = 7 + spread * random.normal(size=k)
    n, sd = np.rint(random.uniform(20, 200, k)), random.uniform(1.2, 2.2, k)
    seen = np.clip(true + sd / n**0.5 * random.normal(size=k), 1, 10)
    spreads = sd * (random.chisquare(n - 1) / (n - 1)) ** 0.5
    bubbles = matrix.build(_touchpoints(seen, n, spreads)).bubbles
    side = (true >= true.mean()) == (seen >= seen.mean())
    found = {bubble.name: np.nan if bubble.certainty is None else bubble.certainty for bubble in bubbles}
    return np.array([found[f"T{place}"] for place in range(k)]), side.astype(float)


def _touchpoints(satisfaction: Numbers, n: Numbers, sd: Numbers) -> Touchpoints:
    k = len(n)
    rows = pd.DataFrame({"touchpoint": [f"T{place}" for place in range(k)]})
    rows = rows.assign(**dict.fromkeys(TEXT_COLUMNS[1:], ""), **dict.fromkeys(NUMBER_COLUMNS, np.nan))
    rows = rows.assign(satisfaction=satisfaction, n=n, sd=sd, impact=np.arange(k) % 2 + 1.0)
    return Touchpoints(rows.assign(file="", sheet="", row=np.arange(k) + 1), TEN, "given")
