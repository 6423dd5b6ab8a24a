"""Programs that run on this terminal, and words printed on it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import NoReturn

_LONGEST_END = 90
"""Seconds for a command that was asked to end: killed, it would leave behind what it had started."""
_MISLEADING = {"PYTHONHOME", "PYTHONPATH", "PIP_PREFIX", "PIP_TARGET"}


class StoppedError(Exception):
    """Something that the user has to mend; the message says what to do."""


def say(message: str) -> None:
    """Print a line at once, also into a pipe."""
    print(message, flush=True)


@contextlib.contextmanager
def told_aside() -> Iterator[None]:
    """Print to the standard error, also what commands print: the standard output is kept for a result."""
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        sys.stdout.flush()
        os.dup2(kept, 1)
        os.close(kept)


def variables() -> dict[str, str]:
    """Return this process's variables without those that lead Python or pip past the environment."""
    kept = {name: value for name, value in os.environ.items() if name not in _MISLEADING}
    return {**kept, "PIP_USER": "0"}


def exit_code(
    command: Sequence[str | Path],
    folder: Path,
    *,
    seconds: float | None = None,
    more: Mapping[str, str] | None = None,
    held: tuple[int, ...] = (),
) -> int:
    """Run a command with its output on this terminal; return its exit code.

    Parameters
    ----------
    command
        The program and its arguments.
    folder
        Where it runs.
    seconds
        How long it may take; without end where none is given.
    more
        Variables set for it.
    held
        Open files that it keeps open, too.

    Returns
    -------
    int
        The command's own code; 1 where it could not be started or took too long.
    """
    try:
        words = [str(word) for word in command]
        process = subprocess.Popen(words, cwd=folder, env={**variables(), **(more or {})}, pass_fds=held)
    except OSError as error:
        say(f"{command[0]}: {error.strerror}")
        return 1
    return _awaited(process, seconds)


def _awaited(process: subprocess.Popen[bytes], seconds: float | None) -> int:
    try:
        return process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        say(f"Given up after {seconds:.0f} seconds.")
        stop(process)
        return 1
    except KeyboardInterrupt:
        # Ctrl+C reached the command too; it gets the time to tidy up.
        stop(process, patience=60)
        raise
    except SystemExit:
        stop(process, to_tidy_up=_LONGEST_END)
        raise


def stop(process: subprocess.Popen[bytes], patience: float = 0, to_tidy_up: float = 10) -> None:
    """End a process: wait, then ask and give it seconds to tidy up, then force."""
    for end, seconds in ((None, patience), (process.terminate, to_tidy_up), (process.kill, None)):
        if end is not None and process.poll() is None:
            end()
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            continue
        return


def tidy_up_on_signals() -> None:
    """Let a signal that ends this process end what it started, too."""
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        # A signal that whoever started us (nohup) had ignored stays so.
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _leave)


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    sys.exit(128 + number)
