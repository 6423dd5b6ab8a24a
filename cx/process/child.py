"""One run of a child process: bytes in, bytes out, ended where it costs more than it may."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from contextlib import suppress

import psutil

from cx.errors import LimitExceeded
from cx.process.allowance import MEGABYTE, Allowance
from cx.process.budget import Beat
from cx.process.turns import Turns, of_this_process

_PAUSE = 0.02
_BESIDE_OTHERS = 4
"""How many times its own seconds a process may take where the machine does other work as well."""
_PIECE = 1 << 20


def said_by(
    command: Sequence[str],
    request: bytes,
    *,
    name: str,
    allowance: Allowance,
    turns: Turns | None = None,
    beat: Beat | None = None,
) -> bytearray:
    """Return what a fresh process writes to its standard output, having read the request from its input.

    The process is started, watched and ended within this call; however it ends, what it wrote is returned,
    and whoever reads that finds out whether it is whole.

    Parameters
    ----------
    command
        The program and its arguments.
    request
        What it is given.
    name
        What the work is about, such as the name of a file, for messages.
    allowance
        What it may cost; it is ended where it holds or takes more.
    turns
        The queue that it waits in first, by default that of all threads of this process. Waiting costs
        nothing of its time.
    beat
        Called while it waits and works; what it raises ends the process, or the waiting for it.

    Raises
    ------
    LimitExceeded
        When it was ended so.
    """
    with (turns or of_this_process()).taken(beat):
        return _Run(command, request, name, allowance, beat).message()


class _Run:
    """One run of a child process."""

    def __init__(
        self, command: Sequence[str], request: bytes, name: str, allowance: Allowance, beat: Beat | None
    ) -> None:
        self.command = command
        self.request = request
        self.name = name
        self.allowance = allowance
        self.beat = beat
        self.written = bytearray()

    def message(self) -> bytearray:
        """Return what the process wrote."""
        with subprocess.Popen(
            self.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            env={**os.environ, "MALLOC_ARENA_MAX": "2", "RUST_BACKTRACE": "0"},
        ) as process:
            self._exchange(process)
        return self.written

    def _exchange(self, process: subprocess.Popen[bytes]) -> None:
        """Write and read at the same time, and end the process before its pipes are closed."""
        writer = threading.Thread(target=self._write, args=[process], daemon=True)
        taker = threading.Thread(target=self._take, args=[process], daemon=True)
        writer.start()
        taker.start()
        deadline = time.monotonic() + _BESIDE_OTHERS * self.allowance.seconds
        try:
            while taker.is_alive():
                taker.join(_PAUSE)
                self._check(process, deadline)
                if self.beat:
                    self.beat("working")
        finally:
            process.kill()
            writer.join()
            taker.join()

    def _write(self, process: subprocess.Popen[bytes]) -> None:
        """Hand over the request; where the process ended first, its answer or the lack of one says why."""
        if process.stdin:
            with suppress(OSError):
                process.stdin.write(self.request)
            with suppress(OSError):
                process.stdin.close()

    def _take(self, process: subprocess.Popen[bytes]) -> None:
        """Take what it writes, piece by piece: to join a hundred megabytes holds up everybody else."""
        while process.stdout and (piece := process.stdout.read(_PIECE)):
            self.written += piece

    def _check(self, process: subprocess.Popen[bytes], deadline: float) -> None:
        most = self.allowance
        # What it computes counts, not what it waits for: a busy machine makes no honest file a hostile one.
        if _seconds(process.pid) > most.seconds or time.monotonic() > deadline:
            raise LimitExceeded("limit_time", file=self.name, limit=round(most.seconds))
        if max(_memory(process.pid), len(self.written)) > most.memory_bytes:
            raise LimitExceeded("limit_memory", file=self.name, limit=most.memory_bytes // MEGABYTE)


def _seconds(pid: int) -> float:
    try:
        spent = psutil.Process(pid).cpu_times()
    except psutil.Error:
        return 0.0
    return float(spent.user + spent.system)


def _memory(pid: int) -> int:
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0
