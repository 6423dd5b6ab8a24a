"""Whether drivers by the sums of a file are those of its rows, findings and all, on a folder of files.

``python benchmarks/intake/both_ways.py FOLDER`` takes every file of text with more than 400 rows in which an
outcome is found, asks for its drivers by sums however small it is, and again cell by cell, and prints which
files sums can answer for, and each difference. Where rows have to be seen a file is read cell by cell either
way.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from cx import intake
from cx.cli import commands, parsed
from cx.cli.large import answers as large
from cx.cli.output import drivers_as_json, dumped
from cx.errors import CxError
from cx.intake.large import whole_file

MOST_ROWS_OF_A_SMALL_FILE = 400
CLOSE = 1e-7


def outcome_in(path: Path) -> str | None:
    """Return the header of the outcome that the program finds in a file of responses."""
    seen = intake.understand(intake.read(path.read_bytes(), path.name))
    return next((one.header for one in seen.columns if one.role == "outcome"), None)


def by_sums(path: Path, outcome: str) -> object:
    """Return the drivers as JSON has them; ``None`` where the rows have to be seen."""
    with mock.patch.object(large, "LARGE", 0), mock.patch.object(whole_file, "_FEWEST_ROWS", 100):
        found = large.added_up(parsed(["drivers", str(path), "--outcome", outcome]), "en")
    return None if found is None else json.loads(dumped(drivers_as_json(found, "en")))


def by_rows(path: Path, outcome: str) -> object:
    """Return the same, cell by cell."""
    with mock.patch.object(large, "LARGE", 1 << 60):
        said = commands.result_of(parsed(["drivers", str(path), "--outcome", outcome, "--json"]), "en")
    return json.loads(said)


def differences(one: object, other: object, place: str = "") -> Iterator[str]:
    """Yield what differs, reals beyond what rounding does."""
    if isinstance(one, dict) and isinstance(other, dict):
        for name in {**one, **other}:
            yield from differences(one.get(name), other.get(name), f"{place}/{name}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for at, (a, b) in enumerate(zip(one, other, strict=True)):
            yield from differences(a, b, f"{place}[{at}]")
    elif isinstance(one, float) and isinstance(other, float):
        if not math.isclose(one, other, rel_tol=CLOSE, abs_tol=1e-9):
            yield f"{place}: {one} and {other}"
    elif one != other:
        yield f"{place}: {one} and {other}"


def main() -> int:
    """Compare, print, and return 1 where something differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    answered = compared = wrong = 0
    for path in sorted(parser.parse_args().folder.glob("*.[ct]s[v]")):
        if path.read_bytes().count(b"\n") <= MOST_ROWS_OF_A_SMALL_FILE:
            continue
        try:
            outcome = outcome_in(path)
            found = None if outcome is None else by_sums(path, outcome)
            differ = [] if found is None else list(differences(found, by_rows(path, str(outcome))))
        except CxError as error:
            print(f"{path.name}: {error}")
            continue
        compared += 1
        answered += found is not None
        wrong += bool(differ)
        print(f"{path.name}: {'by its rows' if found is None else 'by sums'}", *differ, sep="\n  ")
    print(f"{compared} files, {answered} of them by sums, {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
