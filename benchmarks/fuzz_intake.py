"""Damaged, cut off and senseless files, each through the reader process and the understanding of it.

    python benchmarks/fuzz_intake.py --cases 5000                   # some minutes; meant for the night
    python benchmarks/fuzz_intake.py --cases 5000 --also FOLDER     # damage done to the folder's files too
    python benchmarks/fuzz_intake.py --cases 500 --kinds session    # of one kind only
    python benchmarks/fuzz_intake.py --cases 5000 --forked     # readers forked, as tests have them: faster
    python benchmarks/fuzz_intake.py --cases 5000 --forked --workers 2    # on two processors
    python benchmarks/fuzz_intake.py --first 1000 --cases 500  # a piece of a run: cases 1000 to 1499

Of three cases one is a table; the others are session files, session workbooks, mappings, slide templates and
decks that are refreshed, damaged as bytes or given values of the right type that nobody would write, and then
used as the program does.

Every case must end in a table or in one message. What does not, or costs more than eight seconds, is written
to the folder of ``--keep`` and told by its number and seed; the exit code is then 1. A case is the same in
whatever piece it comes. Interrupted, also in the background (``kill -INT``), it tells how far it came, in
whole hundreds.

Seconds are those of work, of this process and of those that it started: by the clock, a case that costs 1.4 s
was seen to take 12 on a machine that did other work meanwhile, and one of 1.1 s to take 68. The clock still
ends patience, at a minute for each that wants the processor.
(Windows counts no work of other processes: there all is by the clock.)
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import closing, nullcontext
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cx import intake  # noqa: E402 - the project's folder comes first
from cx.errors import CxError  # noqa: E402
from tests.forked_readers import Forking, forked  # noqa: E402
from tests.made.damaged_files import bases, case  # noqa: E402
from tests.made.odd.damaged_records import KINDS, Damaged  # noqa: E402

LARGEST = 300_000
SLOW = 8.0
"""Seconds of work."""
HUNG = 60.0
"""Seconds by the clock."""
PIECE = 100
"""Cases that are tried with one folder of sessions and one process to fork readers from."""


@dataclass(frozen=True, order=True)
class Cost:
    """What a case took."""

    work: float
    clock: float

    @property
    def too_much(self) -> bool:
        """Whether that is more than any case may take."""
        return self.work > SLOW or self.clock > HUNG * _crowd()


@dataclass
class Ran:
    """How some cases ended."""

    ends: Counter[str] = field(default_factory=Counter)
    """Kind and end to how often."""
    work: dict[str, float] = field(default_factory=dict)
    """Kind to the seconds of work that its cases took together."""
    wrong: int = 0
    most: tuple[Cost, str] = (Cost(0.0, 0.0), "none")

    def note(self, number: int, kind: str, end: str, cost: Cost) -> None:
        """Count one case."""
        self.ends[f"{kind}: {end.splitlines()[0]}"] += 1
        self.work[kind] = self.work.get(kind, 0.0) + cost.work
        self.wrong += "\n" in end or cost.too_much
        self.most = max(self.most, (cost, f"case {number}, {kind}"))

    def add(self, other: Ran) -> None:
        """Count the cases of another piece too."""
        self.ends += other.ends
        for kind, work in other.work.items():
            self.work[kind] = self.work.get(kind, 0.0) + work
        self.wrong += other.wrong
        self.most = max(self.most, other.most)

    def lines(self) -> Iterator[str]:
        """Tell the ends, what a case of each kind took, and which took the most."""
        yield from (f"{count:6}  {end}" for end, count in self.ends.most_common())
        for kind, work in self.work.items():
            count = sum(n for end, n in self.ends.items() if end.startswith(f"{kind}: "))
            yield f"{work / count:6.3f} s of work for each of {count}, {kind}"
        cost, which = self.most
        yield f"The most work: {cost.work:.1f} s ({cost.clock:.1f} s by the clock), {which}"


def costs(do: Callable[[], str], beside: Callable[[], float] = float) -> tuple[str, Cost]:
    """Return what something returns, and what it took.

    Parameters
    ----------
    do
        What is measured.
    beside
        Tells the seconds of work of processes that nobody here waits for.
    """
    before, begun = _work() + beside(), time.monotonic()
    end = do()
    clock = time.monotonic() - begun
    return end, Cost(clock if os.name == "nt" else _work() + beside() - before, clock)


def _crowd() -> float:
    """How many want each processor, at least one: a crowd makes no case hang."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 1.0
    return max(1.0, load / (os.cpu_count() or 1))


def _work() -> float:
    """The seconds that this process and those that it waited for have computed."""
    return sum(os.times()[:4])


def main() -> int:
    """Run the cases; return the exit code."""
    parser = argparse.ArgumentParser(description="Opens damaged files.")
    parser.add_argument("--cases", type=int, default=5000)
    parser.add_argument("--first", type=int, default=0, help="the number of the first case")
    parser.add_argument("--seed", type=int, default=1)
    every = ("table", *KINDS)
    parser.add_argument("--kinds", nargs="+", choices=every, default=every, help="what is damaged")
    parser.add_argument("--forked", action="store_true", help="fork the readers instead of starting them")
    parser.add_argument("--also", type=Path, help="a folder whose files are damaged too")
    parser.add_argument(
        "--keep", type=Path, default=Path("build/fuzz"), help="where what went wrong is written"
    )
    parser.add_argument(
        "--workers", type=int, default=1, help="how many cases are tried at once (default: 1)"
    )
    arguments = parser.parse_args()
    begun, whole = time.monotonic(), Ran()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's job in the background ignores it
    try:
        for piece in _pieces(arguments):
            whole.add(piece)
            print(f"{whole.ends.total()} of {arguments.cases} cases", file=sys.stderr, flush=True)
    except KeyboardInterrupt:
        print("Interrupted; until then:")
    for line in whole.lines():
        print(line)
    seconds = time.monotonic() - begun
    print(f"{whole.ends.total()} cases in {seconds:.0f} s by the clock, {whole.wrong} of them wrong")
    return int(whole.wrong > 0)


def _pieces(arguments: argparse.Namespace) -> Iterator[Ran]:
    """Try all cases, a piece at a time, by this process or by others; give each as it is done."""
    end = arguments.first + arguments.cases
    pieces = [range(first, min(first + PIECE, end)) for first in range(arguments.first, end, PIECE)]
    if arguments.workers < 2:  # noqa: PLR2004 - this process alone
        yield from (tried(piece, arguments) for piece in pieces)
        return
    with ProcessPoolExecutor(arguments.workers, multiprocessing.get_context("spawn")) as pool:
        asked = [pool.submit(tried, piece, arguments) for piece in pieces]
        try:
            yield from (one.result() for one in as_completed(asked))
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def tried(numbers: range, arguments: argparse.Namespace) -> Ran:
    """Try some cases; return how they ended."""
    whole, ran = bases(binary=True) + _more(arguments.also), Ran()
    forking = Forking()
    readers = forked(forking) if arguments.forked else nullcontext()
    with (
        closing(forking),
        readers,
        tempfile.TemporaryDirectory() as folder,
        closing(Damaged(Path(folder))) as damaged,
    ):
        for number in numbers:
            chance = random.Random(f"{arguments.seed}/{number}")  # noqa: S311 - cases, not secrets
            kind = _kind(chance, arguments.kinds)
            content = case(chance, whole) if kind == "table" else damaged.case(kind, chance)
            use = partial(_understood, content) if kind == "table" else partial(damaged.use, kind, content)
            end, cost = costs(partial(_end, use), forking.work)
            ran.note(number, kind, end, cost)
            if "\n" in end or cost.too_much:
                _keep(arguments.keep, number, content, f"{end}\n{cost}")
    return ran


def _kind(chance: random.Random, kinds: Sequence[str]) -> str:
    """A table one time in three, where tables are among what is damaged; else one of the others."""
    others = [one for one in kinds if one != "table"]
    if "table" in kinds and (not others or chance.randrange(3) == 0):
        return "table"
    return chance.choice(others)


def _understood(content: bytes) -> None:
    workbook = intake.read(content, "case.xlsx")
    seen = intake.understand(workbook)
    for finding in seen.findings:
        finding.message("nl")
    intake.touchpoints(workbook)


def _end(use: Callable[[], None]) -> str:
    """How one case ends: the key of its message, or the lines of a traceback."""
    try:
        use()
    except CxError as error:
        return error.key if error.message("nl") else "no words"
    except Exception as error:
        if _is_interrupted(error):
            raise KeyboardInterrupt from error
        return traceback.format_exc()
    return "read"


def _is_interrupted(error: BaseException | None) -> bool:
    """Whether it came of an interruption, whose readers were ended with it: no fault of the case."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__context__
    return error is not None


def _more(folder: Path | None) -> list[bytes]:
    """The files of a folder that are small enough to be opened thousands of times."""
    if folder is None:
        return []
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return [path.read_bytes() for path in paths if 0 < path.stat().st_size <= LARGEST]


def _keep(folder: Path, number: int, content: bytes, end: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"case-{number}").write_bytes(content)
    print(f"case {number}:\n{end}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
