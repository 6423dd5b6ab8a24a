"""What ``run.py test`` hands to pytest: which tests, how chance is drawn, on how many processors they run."""

from __future__ import annotations

import argparse
import os
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

_MOST_SEEDS = 2**32
"""Python's own hashes take no larger seed."""
_MOST_WORKERS = 4
"""Each worker holds the program, and may hold a server and a browser."""
_COMPUTING = ("tests/unit/", "tests/property/")
"""Folders whose tests wait for nothing: a worker more than processors would only load all of it once more."""
_LONG = "--long"
"""Asks for the tests that repeat a check many times over; ``tests/project/test_tiers.py`` says which may."""
_QUIET = re.compile(r"-q+|-v+|-ra|--quiet|--verbose|--durations(-min)?=.*|--tb=\w+|--junit-?xml=.*")
"""Options of pytest that only change what is told."""


@dataclass(frozen=True)
class Suite:
    """The arguments for pytest, and the variables that it runs with."""

    arguments: tuple[str, ...]
    variables: dict[str, str] = field(default_factory=dict)
    seed: int | None = None
    """Of a random run; ``None`` where everything drawn is the same each time."""

    @property
    def random(self) -> str:
        """The option of ``run.py test`` that draws the same once more."""
        return f"--random={self.seed}"


def suite(given: Sequence[str], root: Path, workers: int | None = None) -> Suite:
    """Return what a command line asks for.

    Parameters
    ----------
    given
        What stands behind ``test``: ``--long``, ``--random`` or ``--random=SEED``, and arguments of pytest.
    root
        The project's folder.
    workers
        How many tests run at once where whole folders are asked for; by default as many as there are
        processors, one more where some wait for a server or a browser, at most 4.

    Raises
    ------
    argparse.ArgumentTypeError
        When the seed is none.
    """
    rest = tuple(one for one in given if one != _LONG and not _asks_for_chance(one))
    seeds = [_seed(one) for one in given if _asks_for_chance(one)]
    seed = seeds[-1] if seeds else None
    # What a set says first is part of what is drawn. Each of the many starts of Python in the tests would
    # compile the program anew where no bytecode may be written. And threads of one product, which the program
    # does not have either, would wait for the workers beside them and count as work all the while.
    variables = {
        "PYTHONHASHSEED": str(seed or 0),
        "PYTHONDONTWRITEBYTECODE": "",
        "OPENBLAS_NUM_THREADS": "1",
    }
    chance = () if seed is None else ("--hypothesis-profile=random", f"--hypothesis-seed={seed}")
    whole = _whole_folders(rest, root)
    beside = _side_by_side(workers or _workers(waiting=_some_wait(rest))) if whole else ()
    return Suite((*beside, *_tier(whole=whole, long=_LONG in given), *chance, *rest), variables, seed)


def _asks_for_chance(argument: str) -> bool:
    return argument == "--random" or argument.startswith("--random=")


def _seed(argument: str) -> int:
    _, _, text = argument.partition("=")
    if argument == "--random":
        return secrets.randbelow(_MOST_SEEDS)
    if not (text.isascii() and text.isdecimal() and int(text) < _MOST_SEEDS):
        raise argparse.ArgumentTypeError(f"'{text}' is no seed: give a whole number below {_MOST_SEEDS}")
    return int(text)


def _whole_folders(rest: Sequence[str], root: Path) -> bool:
    """Whether whole folders are asked for and nothing else.

    Whoever chooses tests, or wants to look into one (``-k``, ``-x``, ``--pdb``, a file), gets them as they
    are asked for, in one process.
    """
    return all((root / one).is_dir() for one in rest if not _QUIET.fullmatch(one))


def _tier(*, whole: bool, long: bool) -> tuple[str, ...]:
    """Options that leave out the tests of the other tier."""
    if long:
        return ("-m", "long or drawn")
    return ("-m", "not long") if whole else ()


def _side_by_side(workers: int) -> tuple[str, ...]:
    """Options that spread the tests over processors."""
    return ("--numprocesses", str(workers), "--dist", "worksteal") if workers > 1 else ()


def _some_wait(rest: Sequence[str]) -> bool:
    """Whether there may be tests that wait for a server or a browser among those of these folders."""
    folders = [PurePath(one).as_posix() for one in rest if not _QUIET.fullmatch(one)]
    return not folders or any(not f"{one}/".startswith(_COMPUTING) for one in folders)


def _workers(*, waiting: bool) -> int:
    """As many as processors that this process may use, and one more where many tests wait."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(_MOST_WORKERS, processors + waiting)
