"""The project's own Python environment, ``.venv``, with the locks installed in it.

A stamp inside it names the locks that are installed. The stamp is put aside while pip works and renewed
when pip is done: an environment without one was left half-made (a half-installed library looks installed
to pip), and is made anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from launch import debian, turn
from launch.terminal import StoppedError, exit_code, say, variables

NEWEST_TRIED = (3, 14)
VERIFIED = ("--require-hashes", "--only-binary", ":all:")
"""A file is installed only if its hash stands in a lock. What would have to be built first is refused: the
tools for that would be fetched without a hash, and run."""
_ALTERED = ("DO NOT MATCH THE HASHES", "Hashes are required", "must have their versions pinned")
"""What pip says where a file, or the lock itself, is not what it should be."""


class Environment:
    """The project's ``.venv``.

    Parameters
    ----------
    root
        The project's folder.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.python = self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        self.stamp = self.folder / "installed.json"
        self.log = self.folder / "pip.log"

    def prepare(self, *locks: str) -> None:
        """Make the environment where it is missing or half-made; install the locks that changed.

        Parameters
        ----------
        *locks
            The file names of the locks that are needed.

        Raises
        ------
        StoppedError
            When that fails; the message says what to do.
        """
        with turn.taken(self.root / "run.py") as held:
            wanted = {name: fingerprint(self.root / name) for name in locks}
            installed = self.installed()
            if installed is None:
                self._make(held)
            if wanted.items() - (installed or {}).items():
                self._install({**(installed or {}), **wanted}, locks, held)

    def installed(self) -> dict[str, str] | None:
        """Return the fingerprint of each installed lock; None where the environment cannot be used."""
        try:
            marks = json.loads(self.stamp.read_text(encoding="utf-8"))
            self._check_python()
        except (OSError, ValueError, subprocess.SubprocessError):
            return None
        return marks if isinstance(marks, dict) else None

    def _check_python(self) -> None:
        command = [str(self.python), "-c", ""]
        subprocess.run(command, check=True, capture_output=True, timeout=60, env=variables())

    def _make(self, held: tuple[int, ...]) -> None:
        if Path(sys.prefix).resolve() == self.folder.resolve():
            message = "The environment in .venv has to be made anew, which its own Python cannot do. "
            raise StoppedError(message + "Leave it (deactivate) and start run.py again.")
        debian.require_venv(self.root)
        say("Making a Python environment in .venv ...")
        _remove(self.folder)
        if exit_code([sys.executable, "-m", "venv", self.folder], self.root, held=held):
            raise StoppedError(
                "The environment could not be made; the lines above say why. Make sure that the disk has "
                "room and that this folder may be written to, then start run.py again."
            )

    def _install(self, marks: dict[str, str], locks: tuple[str, ...], held: tuple[int, ...]) -> None:
        say("Installing what the program needs. This happens once and takes a minute or two ...")
        aside = self.stamp.with_suffix(".aside")
        with contextlib.suppress(FileNotFoundError):
            self.stamp.replace(aside)
        self.log.unlink(missing_ok=True)
        code = exit_code(self._pip(locks), self.root, held=held)
        if code > 0:
            # pip gave up in order (no network, say) and has put back what it changed: the rest still works.
            with contextlib.suppress(FileNotFoundError):
                aside.replace(self.stamp)
        if code:
            raise StoppedError(_refusal(self.log))
        self.log.unlink(missing_ok=True)
        draft = self.stamp.with_suffix(".draft")
        draft.write_text(json.dumps(marks), encoding="utf-8")
        draft.replace(self.stamp)

    def _pip(self, locks: tuple[str, ...]) -> list[str | Path]:
        files = [part for lock in locks for part in ("-r", lock)]
        quiet = ["--disable-pip-version-check", "--no-input", "--log", str(self.log)]
        return [self.python, "-m", "pip", "install", *quiet, *VERIFIED, *files]


def fingerprint(lock: Path) -> str:
    """Return a lock's SHA-256, the same whatever line ends a checkout gave it."""
    try:
        lines = lock.read_bytes().splitlines()
    except OSError as error:
        message = f"{lock.name} cannot be read. Fetch the project again, complete."
        raise StoppedError(message) from error
    return hashlib.sha256(b"\n".join(lines)).hexdigest()


def _remove(folder: Path) -> None:
    try:
        if folder.is_dir() and not folder.is_symlink():
            shutil.rmtree(folder)
        else:
            folder.unlink(missing_ok=True)
    except OSError as error:
        raise StoppedError(
            f"{error.filename} cannot be removed. Close other windows in which this program runs, remove "
            "the folder .venv and start run.py again."
        ) from error


def _refusal(log: Path) -> str:
    """Why pip gave up, as far as its log tells, and what to do."""
    try:
        told = log.read_text(encoding="utf-8", errors="replace")
    except OSError:
        told = ""
    if any(words in told for words in _ALTERED):
        return (
            "A library that was offered is not the one that this program was tested with: its hash does not "
            "stand in the lock, so it was not installed. Fetch the project again, complete, and start run.py "
            "again, if need be on another network. If it stays so, install nothing by hand and report it: "
            "docs/security.md says how."
        )
    return (
        "The libraries could not be installed; the lines above say why. Check the connection to the "
        f"internet, then start run.py again. {_doubt()}"
    ).strip()


def _doubt() -> str:
    """Return what may be wrong with this Python itself, where libraries cannot be installed."""
    if sys.maxsize <= 2**32:
        return "This Python is a 32-bit one, for which most libraries are not made: install a 64-bit Python."
    if sys.version_info[:2] > NEWEST_TRIED:
        newest = ".".join(map(str, NEWEST_TRIED))
        return f"The libraries were tried up to Python {newest}; this is {platform.python_version()}."
    return ""
