"""Speed of derived impact as ratios in one run, and the memory that 25 touchpoints take.

    python benchmarks/impact_speed.py
    python benchmarks/impact_speed.py --rows 100000      # a quick look

What it is measured against: a plain loop that solves each of the 2^p regressions on the correlation matrix
with numpy (run at 14 touchpoints and extrapolated), and expanding the columns plus one numpy X'X. Every pair
is timed in turns and the best time of each counts.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cx import impact  # noqa: E402 - the project's folder comes first
from cx.impact.model import shapley  # noqa: E402
from cx.impact.model.shares import drawn  # noqa: E402
from cx.impact.study import prepare  # noqa: E402
from cx.impact.sums.answers import Answers  # noqa: E402
from cx.impact.sums.moments import gathered  # noqa: E402
from cx.records import Scale  # noqa: E402

Numbers = NDArray[np.float64]
AT_LEAST, AT_MOST, MEMORY, PATIENCE = 50.0, 1.6, 1.5, 1.5
TEN = Scale(1, 10)


def best(*calls: Callable[[], object], turns: int = 3) -> list[float]:
    """Return the best time of each call, timed in turns."""
    found = [float("inf")] * len(calls)
    for _ in range(turns):
        for place, call in enumerate(calls):
            start = time.perf_counter()
            call()
            found[place] = min(found[place], time.perf_counter() - start)
    return found


def correlation(columns: int, seed: int = 1) -> Numbers:
    """Return a correlation matrix of as many columns and an outcome."""
    rows = np.random.default_rng(seed).normal(size=(1_000, columns + 1))
    rows += 0.6 * rows[:, :1]
    rows[:, -1] += rows[:, :-1].sum(axis=1) / columns
    return np.corrcoef(rows.T)


def loop(matrix: Numbers, widths: list[int]) -> Numbers:
    """Return the Shapley values by solving each of the 2^p regressions."""
    p, ends = len(widths), np.cumsum(widths)
    places = [list(range(end - width, end)) for end, width in zip(ends, widths, strict=True)]
    r2 = np.zeros(2**p)
    for subset in range(1, 2**p):
        inside = [c for j in range(p) if subset >> j & 1 for c in places[j]]
        right = matrix[inside, -1]
        r2[subset] = right @ np.linalg.solve(matrix[np.ix_(inside, inside)], right)
    sizes = np.array([s.bit_count() for s in range(2**p)])
    weights = np.array(
        [1 / (p * float(np.prod([(p - 1 - i) / (i + 1) for i in range(s)]))) for s in range(p)]
    )
    found = np.zeros(p)
    for j in range(p):
        without = np.flatnonzero(~(np.arange(2**p) >> j) & 1)
        found[j] = (weights[sizes[without]] * (r2[without + 2**j] - r2[without])).sum()
    return found


def estimates() -> list[str]:
    """Exact Shapley at 20 touchpoints against the loop."""
    small, large = correlation(14), correlation(20)
    if not np.allclose(loop(small, [1] * 14), shapley.values(small), atol=1e-10):
        raise SystemExit("the loop and the recursion disagree")
    (ours,) = best(lambda: shapley.values(large))
    (theirs,) = best(lambda: loop(small, [1] * 14), turns=1)
    return [line("exact Shapley, p = 20 (loop extrapolated from p = 14)", ours, theirs * 2**6)]


def draws() -> list[str]:
    """1,000 draws of exact Shapley for 14 touchpoints with exposure against the loop done 1,000 times."""
    study = prepare(table(4_000, 14), "outcome", names(14), scales=TEN)
    matrix, widths = correlation(28), [2] * 14
    (theirs,) = best(lambda: loop(matrix, widths), turns=1)
    (ours,) = best(lambda: drawn(study.moments, study.model, "shapley", 1_000, 1), turns=2)
    return [line("1,000 draws, p = 14 with exposure (loop extrapolated from one)", ours, theirs * 1_000)]


def moments(rows: int) -> list[str]:
    """Moments per group, histograms included, against expanding the columns plus one X'X."""
    ratings, outcome = answers(rows, 20)
    held = Answers(tuple(names(20)), ratings, None, outcome, None, None, (TEN,) * 20)

    def plain() -> Numbers:
        met = ~np.isnan(ratings)
        columns = np.column_stack([np.ones(rows), outcome, met, np.where(met, ratings, 0.0)])
        return np.asarray(columns.T @ columns)

    ours, theirs = best(lambda: gathered(held), plain, turns=5)
    ratio = ours / theirs
    good = verdict(good=ratio <= AT_MOST)
    seconds = f"{ours:.2f} s against {theirs:.2f} s for expanding and one X'X"
    return [f"moments of {rows:,} x 20 per group: {seconds}: ratio {ratio:.2f} (at most {AT_MOST}) {good}"]


def page() -> list[str]:
    """What the drivers page waits for on 25,000 x 14: estimates, then intervals."""
    frame = table(25_000, 14)
    (first,) = best(lambda: impact.drivers(frame, "outcome", names(14), draws=0))
    (both,) = best(lambda: impact.drivers(frame, "outcome", names(14)), turns=1)
    good = verdict(good=first <= PATIENCE)
    return [f"25,000 x 14: estimates {first:.2f} s (at most {PATIENCE}) {good}, 1,000 draws too {both:.2f} s"]


def memory() -> list[str]:
    """The peak memory of exact Shapley at 25 touchpoints, in a process of its own."""
    found = []
    for width, kind in ((1, "without exposure"), (2, "with exposure")):
        code = (
            "import sys, time; sys.path[:0] = sys.argv[1:]\n"
            "from impact_speed import correlation, peak; from cx.impact.model import shapley\n"
            f"start = time.perf_counter(); shapley.values(correlation({25 * width}), [{width}] * 25)\n"
            "print(time.perf_counter() - start, peak())"
        )
        command = [sys.executable, "-c", code, str(ROOT), str(ROOT / "benchmarks")]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        seconds, gigabytes = (float(part) for part in done.stdout.split())
        good = verdict(good=gigabytes < MEMORY)
        found.append(f"p = 25 {kind}: {seconds:.1f} s, peak {gigabytes:.2f} GB (under {MEMORY}) {good}")
    return found


def peak() -> float:
    """Return the peak memory of this process in GB."""
    import psutil

    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="utf-8").splitlines()
        return float(next(part for part in lines if part.startswith("VmHWM")).split()[1]) / 2**20
    held = psutil.Process().memory_info()
    return float(getattr(held, "peak_wset", held.rss)) / 2**30


def answers(rows: int, touchpoints: int) -> tuple[Numbers, Numbers]:
    """Return ratings with gaps, column by column in memory as a table holds them, and an outcome."""
    random = np.random.default_rng(2)
    ratings = random.integers(1, 11, (rows, touchpoints)).astype(np.float64)
    outcome = np.clip(np.rint(ratings.mean(axis=1) + random.normal(size=rows)), 0, 10)
    ratings[random.random(ratings.shape) < 0.4] = np.nan  # noqa: PLR2004 - four in ten did not meet it
    return np.asfortranarray(ratings), outcome


def table(rows: int, touchpoints: int):  # noqa: ANN201 - pandas is imported where it is used
    """Return such answers as a table."""
    import pandas as pd

    ratings, outcome = answers(rows, touchpoints)
    return pd.DataFrame(ratings, columns=names(touchpoints)).assign(outcome=outcome)


def names(touchpoints: int) -> list[str]:
    """Return names of touchpoints."""
    return [f"touchpoint {j + 1}" for j in range(touchpoints)]


def line(what: str, ours: float, theirs: float) -> str:
    """Return a comparison in words."""
    ratio = theirs / ours
    good = verdict(good=ratio >= AT_LEAST)
    return f"{what}: {ours:.3f} s against {theirs:.1f} s: {ratio:.0f} times (at least {AT_LEAST:.0f}) {good}"


def verdict(*, good: bool) -> str:
    """Return whether a bound holds."""
    return "ok" if good else "TOO SLOW"


def main() -> None:
    """Print every comparison; exit with 1 when a bound does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    options = parser.parse_args()
    missed = False
    for part in (memory, estimates, draws, lambda: moments(options.rows), page):
        for found in part():
            print(found, flush=True)
            missed |= "TOO SLOW" in found
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
