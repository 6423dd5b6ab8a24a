"""Puts small faults into a copy of the program, one at a time, and tells whether the tests notice.

    python benchmarks/mutants.py                      # some minutes; all forty
    python benchmarks/mutants.py --only redirects     # those whose name holds a word
    python benchmarks/mutants.py --workers 1          # beside other work

``mutants.toml`` names each fault: its file, the text and what takes its place, why it matters, and the tests
that should catch it. The checkout is never touched: each worker has a copy. First all the tests run on the
program as it is; where they fail then, nothing can be said, and the exit code is 2. So it is where a
fault's text does not occur exactly once. Else it is 0 where at least 38 of forty (95%) were caught, and 1
where fewer.

A fault is caught where a test fails. Where the tests do not end in time, or break before they run, it is not.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FAULTS = Path(__file__).with_name("mutants.toml")
SECONDS = 240.0
"""For the tests of one fault."""
SHARE = 0.95
_LEFT_OUT = shutil.ignore_patterns(
    *(".venv", ".git", "__pycache__", "build", ".*_cache", ".hypothesis", "*.pyc")
)
_FAILED = 1
"""Pytest's exit code where a test failed."""
_HUNG = "took too long"


class UnusableError(Exception):
    """The list of faults and the program do not fit."""


@dataclass(frozen=True)
class Fault:
    """One fault."""

    name: str
    file: str
    old: str
    new: str
    why: str
    tests: tuple[str, ...]

    def put_into(self, root: Path) -> str:
        """Write the file with the fault into a copy; return what stood there.

        Raises
        ------
        UnusableError
            When its text does not occur exactly once.
        """
        path = root / self.file
        before = path.read_text(encoding="utf-8")
        if before.count(self.old) != 1:
            found = before.count(self.old)
            raise UnusableError(f"'{self.name}': its text occurs {found} times in {self.file}, not once.")
        self.write(root, before.replace(self.old, self.new))
        return before

    def write(self, root: Path, text: str) -> None:
        """Write its file, and throw away what Python compiled of the one before."""
        path = root / self.file
        path.write_text(text, encoding="utf-8")
        Path(importlib.util.cache_from_source(str(path))).unlink(missing_ok=True)


def faults(path: Path = FAULTS) -> tuple[Fault, ...]:
    """Return the faults of a list."""
    listed = tomllib.loads(path.read_text(encoding="utf-8"))["fault"]
    return tuple(Fault(**{**one, "tests": tuple(one["tests"])}) for one in listed)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the faults; return the exit code."""
    parser = argparse.ArgumentParser(description="Tries whether the tests notice small faults.")
    parser.add_argument("--only", default="", help="those faults whose name holds this")
    parser.add_argument("--workers", type=int, default=2, help="how many are tried at once (default: 2)")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="for the tests of one fault")
    options = parser.parse_args(arguments)
    chosen = tuple(one for one in faults() if options.only in one.name)
    begun = time.monotonic()
    try:
        ends = tried(chosen, ROOT, workers=max(1, options.workers), seconds=options.seconds)
    except UnusableError as error:
        print(error)
        return 2
    caught = sum(end == "caught" for end in ends.values())
    print(f"{caught} of {len(chosen)} caught in {time.monotonic() - begun:.0f} s")
    for fault, end in ends.items():
        if end != "caught":
            print(f"  {end}: {fault.name} ({fault.file}): {fault.why}")
    return int(not chosen or caught < SHARE * len(chosen))


def tried(chosen: Sequence[Fault], root: Path, *, workers: int, seconds: float) -> dict[Fault, str]:
    """Return how each fault ended: ``caught``, ``survived``, or why that cannot be said.

    Raises
    ------
    UnusableError
        When a fault does not fit, or tests fail without any fault.
    """
    with tempfile.TemporaryDirectory() as folder:
        copies: queue.SimpleQueue[Path] = queue.SimpleQueue()
        for number in range(workers):
            copies.put(Path(shutil.copytree(root, Path(folder) / str(number) / "program", ignore=_LEFT_OUT)))
        for fault in chosen:  # all of them, before any test runs
            _once_in(copies, fault)
        _sound(chosen, copies, workers, seconds)
        with ThreadPoolExecutor(workers) as pool:
            return dict(zip(chosen, pool.map(lambda one: _tried(one, copies, seconds), chosen), strict=True))


def _once_in(copies: queue.SimpleQueue[Path], fault: Fault) -> None:
    copy = copies.get()
    try:
        fault.write(copy, fault.put_into(copy))
    finally:
        copies.put(copy)


def _sound(chosen: Sequence[Fault], copies: queue.SimpleQueue[Path], workers: int, seconds: float) -> None:
    """Run all the tests on the program as it is: what fails anyway catches nothing."""
    tests = list(dict.fromkeys(test for fault in chosen for test in fault.tests))
    parts = [part for start in range(workers) if (part := tests[start::workers])]

    def run(part: list[str]) -> tuple[str, str]:
        copy = copies.get()
        try:
            return _run(part, copy, seconds * len(part))
        finally:
            copies.put(copy)

    with ThreadPoolExecutor(workers) as pool:
        for end, words in pool.map(run, parts):
            if end != "survived":
                message = f"Without any fault the tests fail ({end}), so nothing can be said:\n{words}"
                raise UnusableError(message)


def _tried(fault: Fault, copies: queue.SimpleQueue[Path], seconds: float) -> str:
    copy, begun = copies.get(), time.monotonic()
    try:
        before = fault.put_into(copy)
        try:
            end, words = _run(fault.tests, copy, seconds)
        finally:
            fault.write(copy, before)
    finally:
        copies.put(copy)
    last = "".join(f"\n    {line}" for line in words.splitlines()[-3:])
    by = f": {_failed(words)}" if end == "caught" else last
    print(f"{end:>13}  {time.monotonic() - begun:5.0f} s  {fault.name}{by}", flush=True)
    return end


def _run(tests: Sequence[str], copy: Path, seconds: float) -> tuple[str, str]:
    """Run tests until the first that fails; return how that ended, and what was printed."""
    words = [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "-p", "no:cacheprovider", *tests]
    variables = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": ""}
    process = subprocess.Popen(
        words,
        cwd=copy,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        printed, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        return _HUNG, ""
    finally:
        _end(process)
    if process.returncode == 0:
        return "survived", printed
    # Python itself ends with 1, too, where pytest did not get as far as a test.
    failed = process.returncode == _FAILED and bool(_failed(printed))
    return "caught" if failed else f"broke ({process.returncode})", printed


def _failed(printed: str) -> str:
    """The first test that failed; empty where none did."""
    lines = (line.partition(" - ")[0] for line in printed.splitlines())
    return next((line.removeprefix("FAILED ") for line in lines if line.startswith("FAILED ")), "")


def _end(process: subprocess.Popen[str]) -> None:
    """End the tests where they still run, with the servers that they started."""
    if process.poll() is None:
        if os.name == "nt":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


if __name__ == "__main__":
    sys.exit(main())
