"""What the engine's sums cost beside the same sums in plain SQL, and how much memory they take.

``python benchmarks/engine.py`` makes answers of 1,000,000 people to 14 questions, asks for all 437 sums per
group from the .csv, once through ``cx.engine`` and once in plain DuckDB, in turns; prints both times, their
ratio (2 at the most) and whether the sums are the same. ``--rows 10000000`` does so with more people: the
process that answers must hold less than 1 GB. ``--drivers`` times ``python -m cx drivers`` on the same file,
and with ``--before FOLDER`` that of another checkout in the same run. ``--spark`` puts questions to Spark
in local mode instead, and compares (``benchmarks/warehouses.py``).
"""

from __future__ import annotations

import argparse
import csv
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from cx.engine import Costs, Measure, Source, asked, unpacked_sums
from cx.engine.queries import EVERY, RATED_ROWS, one_pass, packed_products

QUESTIONS = 14
MOST_RATIO = 2.0
MOST_BYTES = 1_000_000_000
PIECE = 100_000


def made(path: Path, rows: int) -> None:
    """Write answers of people to 14 questions and an outcome, with blanks; the same each time."""
    chance = np.random.default_rng(15)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["Respondent", *(f"Touchpoint {place + 1}" for place in range(QUESTIONS)), "NPS"])
        for start in range(0, rows, PIECE):
            n = min(PIECE, rows - start)
            mood = chance.normal(size=n)
            columns: list[Sequence[object]] = [[f"R{start + place:08d}" for place in range(n)]]
            for place in range(QUESTIONS):
                rating = np.clip(np.round(7 + mood + chance.normal(size=n) + place % 3 - 1), 0, 10)
                texts = rating.astype(int).astype(str).astype(object)
                texts[chance.random(n) < 0.05 * (place % 5)] = ""
                columns.append(texts.tolist())
            outcome = np.clip(np.round(7 + mood + chance.normal(size=n)), 0, 10).astype(int)
            writer.writerows(zip(*columns, outcome.tolist(), strict=True))


def by_engine(path: Path, threads: int) -> list[tuple[object, ...]]:
    """Return the sums as the program asks for them, from a process of its own."""
    names = ("Respondent", *(f"Touchpoint {place + 1}" for place in range(QUESTIONS)), "NPS")
    source = Source((str(path),), "delimited", names)
    ratings = [Measure(name, small=True, ends=(0, 10)) for name in names[1:-1]]
    made = {EVERY: one_pass("t", Measure("NPS"), ratings, "Respondent", {}, numbered=False)}
    costs = Costs(threads=threads, seconds=3_600)
    (found,) = asked({"t": source}, [packed_products(RATED_ROWS, QUESTIONS)], made=made, costs=costs)
    apart = unpacked_sums.products(found)
    return list(zip(*(apart[name] for name in ("g", *_NAMES)), strict=True))


_NAMES = (
    *("n", "y", "yy"),
    *(f"{kind}{j}" for j in range(QUESTIONS) for kind in ("z", "w", "ww", "zy", "wy")),
    *(f"{kind}{j}_{k}" for j, k in combinations(range(QUESTIONS), 2) for kind in ("zz", "ww", "zw", "wz")),
)
"""The sums in the order of :func:`in_plain_sql`."""


def in_plain_sql(path: Path) -> str:
    """Return the script of the same sums, as somebody would write them who knows the file."""
    x = [f'"Touchpoint {place + 1}"' for place in range(QUESTIONS)]
    cells = ["count(*)", "sum(y)", "sum(y * y)"]
    for one in x:
        cells += [f"count({one})", f"sum({one})", f"sum({one} * {one})"]
        cells += [f"sum(y) FILTER ({one} IS NOT NULL)", f"sum({one} * y)"]
    for a, b in combinations(x, 2):
        cells += [f"count(*) FILTER ({a} IS NOT NULL AND {b} IS NOT NULL)", f"sum({a} * {b})"]
        cells += [f"sum({b}) FILTER ({a} IS NOT NULL)", f"sum({a}) FILTER ({b} IS NOT NULL)"]
    kinds = ", ".join(
        ["'Respondent': 'VARCHAR'", *(f"'{one[1:-1]}': 'INTEGER'" for one in x), "'NPS': 'INTEGER'"]
    )
    group = "('0x' || md5(Respondent)[:4])::INTEGER % 200"
    # the benchmark names its own file and columns
    read = f"SELECT {group} AS g, NPS AS y, * FROM read_csv('{path}', columns = {{{kinds}}}, header = true)"  # noqa: S608
    query = f"SELECT g, {', '.join(cells)} FROM ({read}) GROUP BY g ORDER BY g"  # noqa: S608
    return (
        "import duckdb, sys\n"
        "c = duckdb.connect(config={'threads': int(sys.argv[1])})\n"
        "c.execute('SET enable_progress_bar = false')\n"
        f"rows = c.execute({query!r}).fetchall()\n"
        "print(rows)\n"
    )


def by_plain_sql(path: Path, threads: int) -> list[tuple[object, ...]]:
    """Return the same sums, from a process that runs nothing but DuckDB."""
    command = [sys.executable, "-c", in_plain_sql(path), str(threads)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [tuple(int(cell or 0) for cell in row) for row in eval(said, {"__builtins__": {}})]  # noqa: S307 - ours


def timed(work: Callable[[], object]) -> tuple[float, float, object]:
    """Return the seconds by the clock, those of the children's processors, and what came of it."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    found = work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - began, spent, found


def compared(path: Path, threads: int, times: int) -> bool:
    """Print both ways in turns; return whether they agree and the ratio holds."""
    clock: dict[str, list[float]] = {"engine": [], "plain": []}
    work: dict[str, list[float]] = {"engine": [], "plain": []}
    found: dict[str, list[tuple[object, ...]]] = {}
    for _ in range(times):
        for name, way in (("engine", by_engine), ("plain", by_plain_sql)):
            seconds, spent, rows = timed(lambda way=way: way(path, threads))  # type: ignore[misc]
            clock[name].append(seconds)
            work[name].append(spent)
            found[name] = [tuple(int(cell or 0) for cell in row) for row in rows]  # type: ignore[attr-defined]
    same = found["engine"] == found["plain"]
    ratio = statistics.median(clock["engine"]) / statistics.median(clock["plain"])
    of_work = statistics.median(work["engine"]) / statistics.median(work["plain"])
    for name, seconds in clock.items():
        print(f"{name}: {min(seconds):.2f} s at best, {min(work[name]):.2f} s of processors")
    print(f"ratio of medians {ratio:.2f} by the clock, {of_work:.2f} of processors (at most {MOST_RATIO})")
    print(f"{len(found['engine'])} groups, {len(found['engine'][0]) - 1} sums, the same: {same}")
    return same and min(ratio, of_work) <= MOST_RATIO


def drivers(checkout: Path, path: Path) -> float:
    """Return the processor seconds of ``python -m cx drivers`` as a whole process."""
    command = [sys.executable, "-m", "cx", "drivers", str(path), "--outcome", "NPS", "--json"]
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    run = lambda: subprocess.run(command, check=True, capture_output=True, cwd=checkout, env=environment)  # noqa: E731
    seconds, spent, _ = timed(run)
    print(f"drivers in {checkout.name}: {seconds:.1f} s by the clock, {spent:.1f} s of processors")
    return spent


def main() -> int:
    """Measure, print, and return 1 where something does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--drivers", action="store_true")
    parser.add_argument("--before", type=Path)
    parser.add_argument("--spark", action="store_true")
    asked_for = parser.parse_args()
    if asked_for.spark:
        from benchmarks import warehouses

        return warehouses.main(["--spark", "--events", str(asked_for.rows)])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.csv"
        made(path, asked_for.rows)
        by_engine(path, asked_for.threads)  # the first child alone, before others weigh in
        held = 1024 * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        print(
            f"the process that answers holds {held / 1e6:.0f} MB at most (less than {MOST_BYTES / 1e6:.0f})"
        )
        fine = compared(path, asked_for.threads, asked_for.times) and held < MOST_BYTES
        if asked_for.drivers:
            here = drivers(Path(__file__).resolve().parents[1], path)
            if asked_for.before:
                print(f"{drivers(asked_for.before.resolve(), path) / here:.1f} times faster than before")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
