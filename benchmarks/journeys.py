"""Paths of a large log: what the engine takes for them beside plain SQL in DuckDB, in one run.

    python benchmarks/journeys.py                      2,000,000 events, three rounds
    python benchmarks/journeys.py --events 10000000 --rounds 1

The log is made by a seeded script. Both sides read the same file in a process of its own with as many
threads; compared is processor time, since other programs may be at work. Plain is what one would write who
knows the columns: transitions with cases, median and 90% time, and paths as lists. Ours makes the table of
steps from the texts of the file and puts the same two questions to it; beside it the whole command.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402

from cx import engine, intake  # noqa: E402 - the project is found by the line above
from cx.engine.queries import dialects, path_figures  # noqa: E402
from cx.journeys.asking import Asked  # noqa: E402
from cx.journeys.options import Options  # noqa: E402

MOST_RATIO, MOST_MEGABYTES = 1.5, 1_000
EDGES = """
    WITH steps AS (SELECT customer_id, touchpoint, "timestamp" AS t,
        lead(touchpoint) OVER w AS following, lead("timestamp") OVER w AS next
        FROM read_csv('{path}') WINDOW w AS (PARTITION BY customer_id ORDER BY "timestamp"))
    SELECT touchpoint, following, count(*), count(DISTINCT customer_id),
        quantile_cont(epoch(next) - epoch(t), [0.5, 0.9]) FROM steps WHERE following IS NOT NULL GROUP BY ALL
"""
PATHS = """
    SELECT path, count(*) AS cases FROM (SELECT customer_id, list(touchpoint ORDER BY "timestamp") AS path
        FROM read_csv('{path}') GROUP BY customer_id) GROUP BY path ORDER BY cases DESC LIMIT 10
"""
PLAIN = (
    "import duckdb, sys; c = duckdb.connect(config={'threads': int(sys.argv[2])});"
    " c.execute('SET enable_progress_bar = false'); c.execute(sys.argv[1]).fetchall()"
)


def log(path: Path, events: int) -> None:
    """Write a log of about nine events a customer at 14 touchpoints, with paths that are alike."""
    draw = np.random.default_rng(1)
    customers = draw.integers(0, events // 9, events)
    habit = (customers * 7) % 14
    steps = np.where(draw.random(events) < 0.6, habit, draw.integers(0, 14, events))  # noqa: PLR2004
    moments = np.datetime64("2026-01-01T00:00:00") + draw.integers(0, 10_368_000, events).astype("m8[s]")
    names = np.array([f"Step {number:02}" for number in range(14)])
    with path.open("w") as file:
        file.write("customer_id,timestamp,touchpoint\n")
        for start in range(0, events, 200_000):
            part = slice(start, start + 200_000)
            times = np.char.replace(moments[part].astype(str), "T", " ").tolist()
            lines = zip(customers[part].tolist(), times, names[steps[part]].tolist(), strict=True)
            file.writelines(f"C{customer:07},{time},{name}\n" for customer, time, name in lines)


def taken(work: Callable[[], object]) -> float:
    """Return the processor time, in seconds, of the processes that some work starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def plain(query: str, path: Path) -> None:
    """Run a query in a process that does nothing else."""
    threads = str(engine.costs_set().threads_used)
    subprocess.run([sys.executable, "-c", PLAIN, query.format(path=path), threads], check=True)


def main() -> int:
    """Print the figures, and return whether they are above what is allowed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--events", type=int, default=2_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.csv"
        log(path, given.events)
        return compared(path, given.rounds)


def compared(path: Path, rounds: int) -> int:
    """Measure both sides in turn, and print medians, ratios and the most memory of one process."""
    found = intake.large_log([path], intake.EventChoices())
    if found is None:
        raise SystemExit(2)
    asked = Asked(found, Options(top=10))
    questions = {
        "edges": (EDGES, {"edges": path_figures.edges()}),
        "paths": (PATHS, {"paths": path_figures.variants(dialects.WORDS["duckdb"].path, 10, 1)}),
    }
    worst = 0.0
    for name, (query, ours) in questions.items():
        times = [(taken(lambda: plain(query, path)), taken(lambda: asked(ours))) for _ in range(rounds)]  # noqa: B023
        own, theirs = (statistics.median(pair[side] for pair in times) for side in (1, 0))
        worst = max(worst, own / theirs)
        print(f"{name}: plain {theirs:.2f} s, ours {own:.2f} s, ratio {own / theirs:.2f}")
    command = [sys.executable, "-m", "cx", "journeys", str(path), "--top", "10", "--json"]
    whole = taken(lambda: subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL))
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1_000
    print(f"the whole command: {whole:.2f} s; most memory of one process, plain ones too: {most:.0f} MB")
    return int(worst > MOST_RATIO or most > MOST_MEGABYTES)


if __name__ == "__main__":
    sys.exit(main())
