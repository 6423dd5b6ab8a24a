"""What opening a large workbook costs, as ratios in one run.

    python benchmarks/intake_speed.py               # 100,000 rows by 17 columns
    python benchmarks/intake_speed.py --rows 20000

Time: the workbook to canonical tables (cells, understanding, touchpoints) against pandas with openpyxl (at
least 4 times faster) and against the bare reader library in a process of its own (at most 1.6 times as long).
Both take turns, and which of them begins a turn changes, so that a busy machine is busy for both. The ratio of
the shortest times is judged: what else runs makes a run longer, never shorter. Beside it stands the median of the
ratios within each turn; where the two are far apart the machine was too busy to judge.
Memory: the reader process against the bare reader (at most 1.6 times), the growth of this process against the
bytes of the numbers (at most 6 times). And what the start of a reader process costs a small upload (less than
0.1 s).
"""

from __future__ import annotations

import argparse
import gc
import io
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import psutil
import xlsxwriter

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cx import intake  # noqa: E402 - the project's folder comes first
from cx.errors import TableError  # noqa: E402

COLUMNS = 17
RUNS = 7
SMALL = b"Touchpoint;Satisfaction;Volume\nInvoice;7,1;10\nCall;6,2;20\n"
BARE = (
    "import sys, python_calamine as c; w = c.load_workbook(sys.argv[1]); "
    "[w.get_sheet_by_index(i).to_python() for i in range(len(w.sheet_names))]"
)
OPENPYXL = "import sys, pandas as p; p.read_excel(sys.argv[1], sheet_name=None, engine='openpyxl')"


def main() -> int:
    """Measure, print and judge; return the exit code."""
    parser = argparse.ArgumentParser(description="Measures opening a large workbook.")
    parser.add_argument("--rows", type=int, default=100_000)
    rows = parser.parse_args().rows
    content = _workbook(rows)
    intake.read(SMALL, "small.csv")
    growth = _growth(content) / (rows * COLUMNS * 8)  # first: later the memory of earlier runs is used again
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.xlsx"
        path.write_bytes(content)
        ours, bare = _in_turns(lambda: _understood(content), lambda: _run(BARE, path))
        other, _ = _watched(lambda: _run(OPENPYXL, path))
    print(f"{_turn_by_turn(ours, bare):8.2f}  times as long as the bare reader: the median turn by turn")
    start = min(_watched(lambda: intake.read(SMALL, "small.csv"))[0] for _ in range(5))
    return _judged(
        [
            ("times faster than pandas with openpyxl", other / ours.shortest, 4.0, False),
            ("times as long as the bare reader", ours.shortest / bare.shortest, 1.6, True),
            ("times the memory of the bare reader", ours.peak / bare.peak, 1.6, True),
            ("times the bytes of the numbers: growth of this process", growth, 6.0, True),
            ("seconds for a small file", start, 0.1, True),
        ]
    )


@dataclass
class _Runs:
    """What the runs of one side took."""

    seconds: list[float] = field(default_factory=list)
    peak: int = 0
    """The most memory that the processes it started had."""

    @property
    def shortest(self) -> float:
        return min(self.seconds)

    def add(self, call: Callable[[], object]) -> None:
        seconds, peak = _watched(call)
        self.seconds.append(seconds)
        self.peak = max(self.peak, peak)


def _in_turns(first: Callable[[], object], second: Callable[[], object]) -> tuple[_Runs, _Runs]:
    """Both, turn by turn; every other turn the second one begins."""
    sides = (_Runs(), first), (_Runs(), second)
    for turn in range(RUNS):
        for runs, call in sides[:: 1 if turn % 2 == 0 else -1]:
            runs.add(call)
    return sides[0][0], sides[1][0]


def _turn_by_turn(one: _Runs, other: _Runs) -> float:
    return median(a / b for a, b in zip(one.seconds, other.seconds, strict=True))


def _workbook(rows: int) -> bytes:
    """One row a respondent: a number, sixteen ratings."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"constant_memory": True, "in_memory": True}) as book:
        sheet = book.add_worksheet("Answers")
        sheet.write_row(0, 0, ["Respondent", *(f"Touchpoint {place}" for place in range(1, COLUMNS))])
        for row in range(1, rows + 1):
            sheet.write_row(
                row, 0, [row, *((row * place * 7 + place) % 10 + 1 for place in range(1, COLUMNS))]
            )
    return target.getvalue()


def _understood(content: bytes) -> intake.Workbook:
    workbook = intake.read(content, "large.xlsx")
    intake.understand(workbook)
    with suppress(TableError):
        intake.touchpoints(workbook)
    return workbook


def _run(code: str, path: Path) -> None:
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)


def _watched(call: Callable[[], object]) -> tuple[float, int]:
    """Seconds that a call takes, and the peak memory of the processes that it starts."""
    ended, peak = threading.Event(), 0

    def watch() -> None:
        nonlocal peak
        while not ended.wait(0.01):
            for process in psutil.Process().children():
                with suppress(psutil.Error):
                    peak = max(peak, process.memory_info().rss)

    watcher = threading.Thread(target=watch)
    watcher.start()
    begun = time.perf_counter()
    call()
    seconds = time.perf_counter() - begun
    ended.set()
    watcher.join()
    return seconds, peak


def _growth(content: bytes) -> int:
    """How much this process grows by holding the workbook."""
    gc.collect()
    before = psutil.Process().memory_info().rss
    workbook = intake.read(content, "large.xlsx")
    gc.collect()
    grown = psutil.Process().memory_info().rss - before
    del workbook
    return grown


def _judged(results: list[tuple[str, float, float, bool]]) -> int:
    failed = 0
    for words, value, limit, at_most in results:
        fine = value <= limit if at_most else value >= limit
        failed += not fine
        side, mark = "at most" if at_most else "at least", "" if fine else "  <- not met"
        print(f"{value:8.2f}  {words} ({side} {limit:g}){mark}")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
