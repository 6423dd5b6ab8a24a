"""Files that cost much, and what they cost: by the command line, and in a server with a colleague beside.

    python benchmarks/upload_limits.py                    the whole table: some minutes
    python benchmarks/upload_limits.py --small            small editions of the same files
    python benchmarks/upload_limits.py --only wide        the files whose name holds that

For each file: its size; by the command line the seconds, the memory of all processes and the first words of
the answer; in a server the seconds until a page stands, the server's memory, and beside it the longest that a
colleague waited for a control of the matrix, what the server computed meanwhile at most, and the longest
that it did not answer at all. The exit code is 1 where a file passes the promised time (``docs/intake.md``)
by more than the start of a process.

The colleague is a process of its own, so that what it costs to send and to draw the large file is not taken
for waiting. On a machine that does other work, waiting by the clock says little; what the server computed
while the colleague waited (``comp``) is the same there: all of it, for everybody, stood between the click and
its answer.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import http.client
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import psutil  # noqa: E402

from benchmarks.analysts import running, table  # noqa: E402 - the project is found by the line above
from benchmarks.websocket_browser import Browser  # noqa: E402
from cx import text  # noqa: E402
from cx.intake import Limits  # noqa: E402
from tests.made import large_files as made  # noqa: E402

START = 4.0
"""Seconds for starting Python and drawing a page, beside what the file may take."""
FILES: Mapping[str, tuple[Callable[..., bytes], tuple[object, ...], tuple[object, ...]]] = {
    "wide_mixed.csv": (made.wide, (16_384, 400, "mixed"), (500, 100, "mixed")),
    "wide_survey.csv": (made.wide, (16_384, 400, "survey"), (500, 100, "survey")),
    "wide_broken.csv": (made.wide, (4_000, 400, "broken"), (300, 100, "broken")),
    "wide_dated.csv": (made.wide, (16_384, 400, "dated"), (500, 100, "dated")),
    "wide_texts.csv": (made.wide, (4_000, 400, "texts"), (300, 100, "texts")),
    "long_cells.csv": (made.long_cells, (30_000, 30), (30_000, 5)),
    "huge_cells.csv": (made.long_cells, (900_000, 3, 10), (900_000, 1, 5)),
    "one_text_often.xlsx": (made.one_text_often, (400_000, 1_200), (50_000, 240)),
    "long_texts.xlsx": (made.long_texts, (10_000, 5_900), (300, 5_900)),
    "many_sheets.xlsx": (made.many_sheets, (3_000,), (200,)),
    "long_thin_sheets.xlsx": (made.long_thin_sheets, (400, 1_500), (30, 500)),
    "many_findings.csv": (made.many_findings, (200_000,), (4_000,)),
    "many_names.csv": (made.many_names, (20_000,), (500,)),
}
"""Name of a file to what makes it, and with what: whole, and as a small edition."""


@dataclass
class Cost:
    """What one file cost."""

    name: str
    size: int
    seconds: float = 0.0
    memory: int = 0
    said: str = ""
    page_seconds: float = 0.0
    server: int = 0
    waited: float = 0.0
    computed: float = 0.0
    """The most seconds of work of the server between a colleague's click and its answer."""
    still: float = 0.0

    @property
    def promised(self) -> float:
        """The seconds that a file of that size may take."""
        return Limits().time_for(self.size) + START

    @property
    def holds(self) -> bool:
        """Whether it ended in time, both ways."""
        return max(self.seconds, self.page_seconds) <= self.promised

    def line(self) -> str:
        """Return one row of the table."""
        figures = f"{self.size / 1e6:6.1f} {self.seconds:7.1f} {self.memory / 1e6:6.0f}"
        beside = f"{self.page_seconds:7.1f} {self.server / 1e6:6.0f} {self.waited:6.2f} {self.computed:5.2f} "
        beside += f"{self.still:6.2f}"
        return f"{self.name:22} {figures} {beside} {'' if self.holds else 'LATE '}{self.said[:70]}"


def by_command_line(path: Path, cost: Cost) -> None:
    """Let the command line look at a file."""
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "cx", "inspect", str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        watch = threading.Thread(target=_watch, args=[process, cost], daemon=True)
        watch.start()
        said = process.communicate()[0]
        watch.join()
    cost.seconds = time.perf_counter() - began
    cost.said = " ".join(said.split()) if process.returncode else "read"


def _watch(process: subprocess.Popen[str], cost: Cost) -> None:
    while process.poll() is None:
        with contextlib.suppress(psutil.Error):
            own = psutil.Process(process.pid)
            held = sum(one.memory_info().rss for one in (own, *own.children(recursive=True)))
            cost.memory = max(cost.memory, held)
        time.sleep(0.05)


async def in_server(base: str, process: psutil.Process, content: bytes, cost: Cost) -> None:
    """Upload a file while a colleague works, and measure both."""
    pipe = asyncio.subprocess.PIPE
    arguments = ("--colleague", base, "--server", str(process.pid))
    colleague = await asyncio.create_subprocess_exec(
        sys.executable, __file__, *arguments, stdin=pipe, stdout=pipe
    )
    if colleague.stdout:
        await colleague.stdout.readline()
    other, over = Browser(base, ""), asyncio.Event()
    await other.open()
    tasks = [
        asyncio.create_task(asyncio.to_thread(_asks, base, over, cost)),
        asyncio.create_task(_remembers(process, over, cost)),
    ]
    await asyncio.sleep(0.5)
    began = time.perf_counter()
    with contextlib.suppress(TimeoutError):
        await other.hand_over(cost.name, content, text.say("upload.files", "en"))
    cost.page_seconds = time.perf_counter() - began
    over.set()
    await asyncio.gather(*tasks)
    said, _ = await colleague.communicate(b"")  # which ends its input
    cost.waited, cost.computed = (float(number) for number in said.split())
    await other.close()


async def works(base: str, server: psutil.Process) -> None:
    """Be the colleague: say when the matrix stands, work until the input ends, and say how long it took."""
    colleague, over = Browser(base, ""), asyncio.Event()
    await colleague.open()
    await colleague.hand_over("own.csv", table(1), text.say("upload.files", "en"))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    end = asyncio.create_task(_ended(over))
    waited, computed, on = 0.0, 0.0, False
    while not over.is_set():
        before, began = sum(server.cpu_times()[:2]), time.perf_counter()
        await colleague.switch(text.say("view.labels", "en"), on=on)
        waited = max(waited, time.perf_counter() - began)
        computed = max(computed, sum(server.cpu_times()[:2]) - before)
        on = not on
        await asyncio.sleep(0.2)
    await end
    await colleague.close()
    sys.stdout.write(f"{waited} {computed}\n")


async def _ended(over: asyncio.Event) -> None:
    await asyncio.to_thread(sys.stdin.read)
    over.set()


def _asks(base: str, over: asyncio.Event, cost: Cost) -> None:
    """Ask the server whether it is well, ten times a second: it answers from the thread of its event loop."""
    address = urlsplit(base)
    link = http.client.HTTPConnection(address.hostname or "", address.port, timeout=120)
    while not over.is_set():
        began = time.perf_counter()
        link.request("GET", "/_stcore/health")
        link.getresponse().read()
        cost.still = max(cost.still, time.perf_counter() - began)
        time.sleep(0.1)
    link.close()


async def _remembers(process: psutil.Process, over: asyncio.Event, cost: Cost) -> None:
    while not over.is_set():
        cost.server = max(cost.server, process.memory_info().rss)
        await asyncio.sleep(0.1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print the table; 1 where a file takes longer than promised."""
    parser = argparse.ArgumentParser(description="What files cost that are made to be dear.")
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--no-server", action="store_true", help="the command line only")
    parser.add_argument("--colleague", default="", help=argparse.SUPPRESS)
    parser.add_argument("--server", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.colleague:
        asyncio.run(works(options.colleague, psutil.Process(options.server)))
        return 0
    head = "file                    MB       s     MB   page s     MB   wait  comp  still"
    print(head, flush=True)
    costs = []
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as (base, process):
        for name, (make, whole, small) in FILES.items():
            if options.only not in name:
                continue
            path = Path(folder) / name
            content = make(*(small if options.small else whole))
            path.write_bytes(content)
            cost = Cost(name, len(content))
            by_command_line(path, cost)
            if not options.no_server:
                asyncio.run(in_server(base, process, content, cost))
            print(cost.line(), flush=True)
            costs.append(cost)
    print(f"load of the machine {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "")
    return 0 if all(cost.holds for cost in costs) else 1


if __name__ == "__main__":
    sys.exit(main())
