"""Twelve analysts at once: each loads a table, works on the matrix, and looks at the other pages.

    python benchmarks/analysts.py                        12 people, five rounds
    python benchmarks/analysts.py --people 1 --rounds 3  one alone, for comparison

They speak Streamlit's protocol over real websockets to one server on this machine, so what they cost
themselves is little. Between two steps each waits a moment, as people do.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import psutil  # noqa: E402

from benchmarks.websocket_browser import Browser  # noqa: E402 - the project is found by the line above
from cx import text  # noqa: E402
from launch import server  # noqa: E402

PAGES = ("priorities", "compare", "data", "method")
LIMITS = {"control": (0.4, 1.2), "upload": (2.5, float("inf"))}
"""Seconds: the most for the median and for 95 in 100."""


def table(person: int, rows: int = 40) -> bytes:
    """Return the table of one analyst, as a semicolon file."""
    chance = random.Random(person)  # noqa: S311 - a table, no secret
    lines = ["Touchpoint;Satisfaction (1-10);Impact;Volume;Journey;Period"]
    lines += [
        f"Step {row} of {person};{chance.uniform(5, 9):.1f};{chance.uniform(1, 9):.1f};"
        f"{chance.randint(10, 9_000)};way {row % 4};{2025 + row % 2}"
        for row in range(rows)
    ]
    return "\n".join(lines).encode()


@contextlib.contextmanager
def running(folder: Path) -> Iterator[tuple[str, psutil.Process]]:
    """Start a server of its own; give its address and its process."""
    before = os.environ.get("CX_DATA")
    os.environ["CX_DATA"] = str(folder / "data")
    try:
        with (
            server.kept_port() as port,
            (folder / "server.log").open("ab") as log,
            server.started(sys.executable, ROOT, port, log) as process,
        ):
            if not server.answers(process, port):
                raise TimeoutError("the server does not answer")
            yield f"http://127.0.0.1:{port}", psutil.Process(process.pid)
    finally:
        os.environ.pop("CX_DATA") if before is None else os.environ.update(CX_DATA=before)


async def timed(times: dict[str, list[float]], name: str, step: Awaitable[None]) -> None:
    """Write down how long a step took."""
    began = time.perf_counter()
    await step
    times.setdefault(name, []).append(time.perf_counter() - began)


async def analyst(base: str, person: int, rounds: int, pause: float, times: dict[str, list[float]]) -> None:
    """Load a table and work on it."""
    chance = random.Random(1_000 + person)  # noqa: S311 - when somebody clicks, no secret
    browser = Browser(base, "")
    await timed(times, "first page", browser.open())
    await asyncio.sleep(chance.uniform(0, pause))
    name = f"analyst-{person}.csv"
    await timed(times, "upload", browser.hand_over(name, table(person), text.say("upload.files", "en")))
    for turn in range(rounds):
        await timed(times, "matrix", browser.go("matrix"))
        for on in (turn % 2 == 0, turn % 2 == 1, turn % 2 == 0):
            await asyncio.sleep(chance.uniform(0.5, 1.5) * pause)
            await timed(times, "control", browser.switch(text.say("view.labels", "en"), on=not on))
        await asyncio.sleep(chance.uniform(0.5, 1.5) * pause)
        page = PAGES[turn % len(PAGES)]
        await timed(times, page, browser.go(page))
    await browser.close()


async def at_once(base: str, people: int, rounds: int, pause: float) -> dict[str, list[float]]:
    """Let all of them work, and return the seconds of every step by its name."""
    times: dict[str, list[float]] = {}
    await asyncio.gather(*(analyst(base, person, rounds, pause, times) for person in range(people)))
    return times


def report(times: dict[str, list[float]], load: float, memory: int) -> str:
    """Return the figures in lines."""
    lines = [f"{'step':12} {'n':>4} {'median':>8} {'95%':>8} {'longest':>8}"]
    for name, found in times.items():
        ordered = sorted(found)
        late = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
        lines.append(
            f"{name:12} {len(found):4} {statistics.median(found):8.2f} {late:8.2f} {ordered[-1]:8.2f}"
        )
    return "\n".join([*lines, f"load of the machine {load:.1f}, server {memory / 1e6:.0f} MB"])


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description="Lets several analysts work at once.")
    parser.add_argument("--people", type=int, default=12)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pause", type=float, default=2.0, help="seconds between two steps, in the middle")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as (base, process):
        asyncio.run(at_once(base, 1, 1, 0.2))  # what only the first visitor pays
        times = asyncio.run(at_once(base, options.people, options.rounds, options.pause))
        print(
            report(times, os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0, process.memory_info().rss)
        )
    late = [
        name
        for name, (median, most) in LIMITS.items()
        if statistics.median(times[name]) > median or sorted(times[name])[int(0.95 * len(times[name]))] > most
    ]
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
