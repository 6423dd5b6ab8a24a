"""The locks: every package with its version, where it is wanted, and the hashes of all its files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from launch.terminal import StoppedError

RUN = "requirements.txt"
TEST = "requirements-test.txt"
EXTRAS = {"postgres": "requirements-postgres.txt", "warehouse": "requirements-warehouse.txt"}
"""What the program can do more with, and nobody gets unasked: what ``--with`` names, to its lock."""

_PIN = re.compile(r"(?P<name>[A-Za-z0-9][\w.-]*)==(?P<version>[\w.!+-]+)(?: ; (?P<marker>.+?))?")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_NOTE = re.compile(r"#\s+(?:via\b)?\s*(?P<by>(?!via$)[a-z0-9][a-z0-9.-]*)(?: \(pyproject\.toml[^)]*\))?")


@dataclass(frozen=True)
class Pin:
    """One package of a lock."""

    name: str
    """As the lock writes it: small letters and hyphens."""
    version: str
    marker: str
    """Where it is wanted, as ``sys_platform != 'darwin'``; empty where everywhere."""
    hashes: tuple[str, ...]
    """SHA-256 of each file of that version, for whatever system it is."""
    wanted_by: tuple[str, ...]
    """Who needs it: packages, and the project itself by its own name."""


def read(path: Path) -> tuple[Pin, ...]:
    """Return the packages of a lock, in its order.

    Parameters
    ----------
    path
        The lock.

    Raises
    ------
    StoppedError
        When it cannot be read, or a line of it is no package with a version and hashes.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise StoppedError(f"{path.name} cannot be read. Fetch the project again, complete.") from error
    return tuple(_pin(path, said, notes) for said, notes in _entries(lines))


def named(root: Path, extras: tuple[str, ...] = ()) -> tuple[Pin, ...]:
    """Return what the program runs with, each package once, in order of the alphabet.

    Parameters
    ----------
    root
        The project's folder.
    extras
        Names of :data:`EXTRAS` whose packages are wanted too.
    """
    pins = {
        (pin.name, pin.version): pin
        for lock in (RUN, *(EXTRAS[name] for name in extras))
        for pin in read(root / lock)
    }
    return tuple(pins[key] for key in sorted(pins))


def _entries(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Each requirement on one line, and the remarks below it."""
    said, notes = "", list[str]()
    for line in lines:
        if line.lstrip().startswith("#"):
            notes.append(line.strip())
        elif line.startswith(" "):
            said += f" {line.strip()}"
        elif line.strip():
            if said:
                yield said, notes
            said, notes = line.strip(), []
    if said:
        yield said, notes


def _pin(path: Path, said: str, notes: list[str]) -> Pin:
    first, *rest = (part.strip() for part in said.split("\\"))
    pinned = _PIN.fullmatch(first)
    hashes = [_HASH.fullmatch(part) for part in rest if part]
    if pinned is None or not hashes or not all(hashes):
        message = f"{path.name}: '{first}' is not one package with its version and hashes. "
        raise StoppedError(f"{message}How the locks are renewed: docs/architecture.md, Locks.")
    by = [noted["by"] for note in notes if (noted := _NOTE.fullmatch(note))]
    found = tuple(one[1] for one in hashes if one)
    return Pin(pinned["name"], pinned["version"], pinned["marker"] or "", found, tuple(by))
