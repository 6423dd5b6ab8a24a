"""What stays in memory after visitors have left: sixty upload, look at the matrix and close their tabs.

    python benchmarks/staying/visitors.py                      60 visitors in turns of six, then three minutes
    python benchmarks/staying/visitors.py --visitors 12 --minutes 0.5

Each visitor has a websocket of his own, speaks the protocol of the page, hands over a workbook of his own
and looks at the matrix with names and without. Nobody comes afterwards: what is freed is freed by the clock.
Prints the memory of the server's process before anybody came, with all tabs open and until the end; 1 where
more than 15% stayed.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
import openpyxl  # noqa: E402
import psutil  # noqa: E402

from benchmarks.websocket_browser import Browser  # noqa: E402 - the project is found by the line above
from cx import text  # noqa: E402
from launch import server  # noqa: E402

AT_ONCE = 6
STAYS_AT_MOST = 1.15
"""How much more memory there may be at the end than before."""
QUIET = 5
"""Seconds without work after which the server has loaded what it loads before anybody comes."""
AT_REST = 0.03
"""Seconds of the processor that it takes at most within a second in which it does nothing."""
BETWEEN_LOOKS = 15.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Let visitors come and go, print the memory, and return 1 where too much of it stayed."""
    parser = argparse.ArgumentParser(description="Shows what stays in memory after visitors have left.")
    parser.add_argument("--visitors", type=int, default=60)
    parser.add_argument("--minutes", type=float, default=3.0, help="how long to look after they have left")
    parser.add_argument("--rows", type=int, default=40, help="touchpoints in each visitor's workbook")
    asked = parser.parse_args(arguments)
    with (
        server.kept_port() as port,
        tempfile.TemporaryFile() as output,
        server.started(sys.executable, ROOT, port, output) as process,
    ):
        if not server.answers(process, port):
            raise SystemExit("the server did not start")
        looked = asyncio.run(visit(port, process.pid, asked))
    before, after = looked[0], looked[-1]
    print(f"stayed: {after / before:.2f} times what it was before (at most {STAYS_AT_MOST})")
    return 0 if after <= STAYS_AT_MOST * before else 1


async def visit(port: int, pid: int, asked: argparse.Namespace) -> list[float]:
    """Let the visitors come in turns and leave together; return the memory before, then, and to the end."""
    started = time.monotonic()
    await warm(pid)
    base = f"http://127.0.0.1:{port}"
    looked = [told(pid, started, "nobody has come yet")]
    there: list[Browser] = []
    for first in range(0, asked.visitors, AT_ONCE):
        there += await together(base, range(first, min(first + AT_ONCE, asked.visitors)), asked.rows)
    looked.append(told(pid, started, f"{len(there)} visitors look at their matrix"))
    await left(there)
    until = time.monotonic() + 60 * asked.minutes
    while (rest := until - time.monotonic()) > 0:
        await asyncio.sleep(min(BETWEEN_LOOKS, rest))
        looked.append(told(pid, started, "all have left"))
    return looked


async def warm(pid: int) -> None:
    """Wait until the server has loaded what it loads by itself: its processor is quiet for a while."""
    process, quiet = psutil.Process(pid), 0
    while quiet < QUIET:
        before = sum(process.cpu_times()[:2])
        await asyncio.sleep(1)
        quiet = quiet + 1 if sum(process.cpu_times()[:2]) - before < AT_REST else 0


async def together(base: str, numbers: Sequence[int], rows: int) -> list[Browser]:
    """Let some visitors do the same at once; return them, still there."""
    return list(await asyncio.gather(*(visitor(base, number, rows) for number in numbers)))


async def visitor(base: str, number: int, rows: int) -> Browser:
    """Upload a workbook and look at the matrix, with names and without."""
    browser = Browser(base, "")
    await browser.open()
    await browser.upload(f"visitor {number}.xlsx", workbook(number, rows))
    await browser.go("matrix")
    label = text.say("view.labels", "en")
    for on in (False, True):
        await browser.set_toggle(label, on)
    if "plotly_chart" not in browser.kinds():
        raise RuntimeError(f"visitor {number} sees no matrix: {sorted(browser.kinds())}")
    return browser


async def left(visitors: list[Browser]) -> None:
    """Close the visitors' tabs."""
    for one in visitors:
        await one.close()


def workbook(number: int, rows: int) -> bytes:
    """Return a table of touchpoints, another one for each visitor."""
    random = np.random.default_rng(number)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["Touchpoint", "Satisfaction (1-10)", "Impact", "Volume", "n"])
    for row in range(rows):
        scores = [round(random.uniform(5, 9), 2), round(random.uniform(0.5, 9), 2)]
        counts = [int(random.lognormal(9, 1.6)), int(random.integers(40, 900))]
        sheet.append([f"Touchpoint {row} of visitor {number}", *scores, *counts])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def told(pid: int, started: float, when: str) -> float:
    """Print the memory of the server's process, in MB, and return it."""
    used = psutil.Process(pid).memory_info().rss / 1_000_000
    print(f"{time.monotonic() - started:6.0f} s  {used:7.0f} MB  {when}", flush=True)
    return used


if __name__ == "__main__":
    sys.exit(main())
