"""A day of random use of one server, in short: its memory and what a step costs at the end as at the start.

    python benchmarks/staying/random_use.py                         six people for fifteen minutes
    python benchmarks/staying/random_use.py --people 2 --minutes 3  a short one

Each person comes, brings a table (of five a damaged one), goes from page to page, flips switches and presses
buttons at random, goes, and comes again as somebody else. From a seed, so a day can be tried again; who meets
whom is up to the machine.

The day is cut into six parts. For each: the steps, their median by the clock, what one took of the server's
processor, the machine's load, how many times as long a fixed piece of work took a processor as in the first
part (beside other work a processor does less in a second of its own), and the server's memory. The exit code
is 1 where the last part holds more than the second one by more than its share, where a step costs more than
then by more than its share and by more than that piece of work does, or where a page ever showed an error
that is none of ours. In the first part the server still loads what it needs. The clock is printed and judges
nothing: what stands before the server in the queue for a processor is not its own.
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
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import psutil  # noqa: E402
from streamlit.proto.WidgetStates_pb2 import WidgetState  # noqa: E402

from benchmarks.analysts import running, table  # noqa: E402 - the project is found by the line above
from benchmarks.websocket_browser import Browser  # noqa: E402
from cx import text  # noqa: E402
from tests.made.damaged_files import bases, case  # noqa: E402

PARTS = 6
COMPARED = 1
"""The part that the last one is held against."""
MOST_MEMORY = 1.2
MOST_WORK = 1.5
"""How many times what it was then: other pages and other tables come up in each part."""
PAGES = ("matrix", "priorities", "compare", "data", "drivers", "decisions", "sessions", "room", "method", "")
DAMAGED = 0.2
STEPS = range(4, 16)
BETWEEN_PIECES = 2.0
PIECE = 200_000
"""Turns of a loop; some hundredths of a second."""


@dataclass
class Part:
    """What happened in one part of the day."""

    waits: list[float] = field(default_factory=list)
    """Seconds by the clock, one for each step."""
    work: float = 0.0
    """Seconds of the server's processor."""
    memory: float = 0.0
    """MB of the server at its end."""
    pieces: list[float] = field(default_factory=list)
    """Seconds of a processor that the same piece of work took, again and again."""

    @property
    def a_step(self) -> float:
        """Seconds of the processor that one step took."""
        return self.work / max(1, len(self.waits))

    def times_as_slow(self, other: Part) -> float:
        """Return how many times as long the piece of work took a processor as in another part."""
        if not self.pieces or not other.pieces:
            return 1.0
        return statistics.median(self.pieces) / statistics.median(other.pieces)

    def line(self, first: Part) -> str:
        """Return its row of the table."""
        median = statistics.median(self.waits) if self.waits else 0.0
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
        slow = self.times_as_slow(first)
        return (
            f"{len(self.waits):6} {median:8.2f} {self.a_step:8.3f} {load:6.1f} {slow:6.2f} {self.memory:8.0f}"
        )


@dataclass
class Day:
    """The parts of the day, and what went wrong."""

    parts: list[Part] = field(default_factory=lambda: [Part()])
    wrong: list[str] = field(default_factory=list)

    def failures(self) -> list[str]:
        """Return why the day was no good one; nothing where it was."""
        early, late = self.parts[COMPARED], self.parts[-1]
        found = list(self.wrong)
        if late.memory > MOST_MEMORY * early.memory:
            found.append(f"memory {early.memory:.0f} to {late.memory:.0f} MB")
        slow = late.times_as_slow(early)
        if late.a_step > MOST_WORK * early.a_step * slow:
            found.append(
                f"work of a step {early.a_step:.3f} to {late.a_step:.3f} s, any other work {slow:.2f} times"
            )
        return found


async def person(base: str, number: int, chance: random.Random, day: Day) -> None:
    """Let somebody come, do some things, and go."""
    browser = Browser(base, "")
    try:
        await _timed(day, browser.open())
        content = case(chance, _WHOLE) if chance.random() < DAMAGED else table(number, chance.randint(4, 150))
        label = text.say("upload.files", "en")
        await _timed(day, browser.hand_over(f"own-{number}.csv", content, label))
        for _ in range(chance.choice(STEPS)):
            await asyncio.sleep(chance.uniform(0.1, 1.5))
            await _timed(day, _step(browser, chance))
            day.wrong += [
                f"{browser.page}: {element.exception.type} {element.exception.message[:200]}"
                for element in list(browser.elements.values())
                if element.WhichOneof("type") == "exception"
            ]
    except (TimeoutError, ConnectionError) as error:
        day.wrong.append(f"{browser.page}: {type(error).__name__}")
    finally:
        with contextlib.suppress(AttributeError):  # it never got as far as a connection
            await browser.close()


async def _step(browser: Browser, chance: random.Random) -> None:
    """Go to another page, or do something on this one."""
    kind = chance.choice(("go", "go", "checkbox", "button"))
    found = [one for one in list(browser.elements.values()) if one.WhichOneof("type") == kind]
    if not found:
        await browser.go(chance.choice(PAGES))
        return
    widget = getattr(chance.choice(found), kind)
    if kind == "checkbox":
        await browser.switch(widget.label, on=not widget.default)
    elif not widget.disabled:
        await browser.run(WidgetState(id=widget.id, trigger_value=True))


async def _timed(day: Day, step: object) -> None:
    began = time.perf_counter()
    await step  # type: ignore[misc]  # one of the browser's
    day.parts[-1].waits.append(time.perf_counter() - began)


async def _pieces(day: Day) -> None:
    """Do the same piece of work again and again: what it costs says what a second of a processor is worth."""
    while True:
        before = time.thread_time()
        sum(number * number for number in range(PIECE))
        day.parts[-1].pieces.append(time.thread_time() - before)
        await asyncio.sleep(BETWEEN_PIECES)


async def spent(base: str, process: psutil.Process, options: argparse.Namespace) -> Day:
    """Let people come and go until the day is over; return what happened."""
    day, until = Day(), time.monotonic() + 60 * options.minutes

    async def one_after_another(place: int) -> None:
        chance, number = random.Random(f"{options.seed}/{place}"), place  # noqa: S311 - use, no secret
        while time.monotonic() < until:
            await person(base, number, chance, day)
            number += options.people

    pieces = asyncio.create_task(_pieces(day))
    people = [asyncio.create_task(one_after_another(place)) for place in range(options.people)]
    for place in range(PARTS):
        before = _work(process)
        await asyncio.sleep(60 * options.minutes / PARTS)
        part = day.parts[-1]
        part.work, part.memory = _work(process) - before, process.memory_info().rss / 1e6
        print(part.line(day.parts[0]), flush=True)
        if place < PARTS - 1:
            day.parts.append(Part())
    pieces.cancel()
    await asyncio.gather(*people)
    return day


def _work(process: psutil.Process) -> float:
    return sum(process.cpu_times()[:2])


_WHOLE = bases(binary=False)


def main(arguments: Sequence[str] | None = None) -> int:
    """Spend a day and print it; 1 where its end is not as its start."""
    parser = argparse.ArgumentParser(description="A day of random use, in short.")
    parser.add_argument("--people", type=int, default=6)
    parser.add_argument("--minutes", type=float, default=15.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    print(" steps   median     work   load   slow       MB", flush=True)
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as (base, process):
        day = asyncio.run(spent(base, process, options))
        printed = (Path(folder) / "server.log").read_text(encoding="utf-8", errors="replace")
        day.wrong += ["the server printed a traceback"] * ("Traceback" in printed)
    failures = day.failures()
    for line in dict.fromkeys(failures):
        print(line)
    return int(bool(failures))


if __name__ == "__main__":
    sys.exit(main())
