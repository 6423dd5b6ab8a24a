"""Readers and engines that are forked from one that has everything loaded, instead of started one by one.

Each file is still opened, and each question still answered, in a process of its own with the same code, the
same limits and the same pipes; only the start of Python is spared, which costs more than most of the small
files of the tests. What is about that start, and what attacks it, takes the real one: its module or its
folder's conftest has another ``readers_forked``, or a test asks for a fixture that takes it back.
"""

from __future__ import annotations

import os
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Self

import psutil
import pytest

from cx.engine import asking
from cx.intake.opening import reader_process
from cx.process import child

POSSIBLE = hasattr(os, "fork") and hasattr(socket, "send_fds")

PARENT = """
import importlib, os, runpy, socket, sys
own = socket.socket(fileno=int(sys.argv.pop(1)))
inside, beside = sys.argv.pop(1).split(), sys.argv.pop(1).split()
main = sys.argv.pop(1)
start = runpy.run_path(main)
sys.path.extend(sys.argv[1:])
start["_load"]()
for name in inside:
    importlib.import_module(start["NAME"] + "." + name)
for name in beside:
    importlib.import_module(name)
run = sys.modules[start["NAME"] + ".process"].main
while True:
    asked, given, _, _ = socket.recv_fds(own, 16, 2)
    if not asked:
        break
    if not given:
        _, status = os.waitpid(int(asked), 0)
        own.send(b"%d" % os.waitstatus_to_exitcode(status))
        continue
    pid = os.fork()
    if not pid:
        try:
            own.close()
            os.dup2(given[0], 0), os.dup2(given[1], 1)
            os.close(given[0]), os.close(given[1])
            run()
        finally:
            os._exit(1)
    os.close(given[0]), os.close(given[1])
    own.send(b"%d" % pid)
"""


@dataclass(frozen=True)
class Program:
    """What a child process is, and what it has loaded before it is forked."""

    command: Callable[[], list[str]]
    inside: str
    """Modules of its own."""
    beside: str
    """Libraries."""


PROGRAMS = (
    Program(
        reader_process._command,
        "process document formats.workbook flaws.ods flaws.xls flaws.xlsb flaws.xlsx container.compound"
        " container.protected_ods marking.workbook marking.parts deck.template deck.graft refresh.old_deck"
        " refresh.deck",
        "charset_normalizer lxml.etree msoffcrypto openpyxl pptx cryptography.hazmat.primitives.ciphers",
    ),
    Program(asking._command, "process", "duckdb"),
)


class Parent:
    """The process that those of a program are forked from; it starts when the first one is needed."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._asking = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, what: bytes, files: Sequence[int] = ()) -> int:
        """Hand over a request, and return the number that is the answer."""
        with self._asking:
            if self._process is None:
                self._start()
            socket.send_fds(self._link, [what], list(files))
            return int(self._link.recv(16))

    def _start(self) -> None:
        self._link, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        program, command = self._program, self._program.command()
        at = next(place for place, one in enumerate(command) if one.endswith("__main__.py"))
        self._process = subprocess.Popen(
            [*command[:at], "-c", PARENT, str(other.fileno()), program.inside, program.beside, *command[at:]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=[other.fileno()],
            env={**os.environ, "MALLOC_ARENA_MAX": "2", "RUST_BACKTRACE": "0"},
        )
        other.close()

    def work(self) -> float:
        """Return the seconds that those have computed that were forked so far."""
        if self._process is None:
            return 0.0
        spent = psutil.Process(self._process.pid).cpu_times()
        return float(spent.children_user + spent.children_system)

    def close(self) -> None:
        """End it."""
        if self._process is not None:
            self._link.close()
            self._process.wait()


class Forking:
    """A parent for each program."""

    def __init__(self) -> None:
        self._parents = [Parent(program) for program in PROGRAMS]

    def of(self, command: Sequence[str]) -> Parent | None:
        """Return the parent of what a command starts; none for other programs."""
        return next((one for one in self._parents if list(command) == one._program.command()), None)

    def work(self) -> float:
        """Return the seconds that all have computed that were forked so far."""
        return sum(one.work() for one in self._parents)

    def close(self) -> None:
        """End them."""
        for one in self._parents:
            one.close()


class Forked:
    """A child process, as far as :mod:`cx.process.child` knows one."""

    def __init__(self, parent: Parent) -> None:
        self._parent = parent
        read, write = os.pipe(), os.pipe()
        self.stdin, self.stdout = os.fdopen(read[1], "wb"), os.fdopen(write[0], "rb")
        try:
            self.pid = parent.ask(b"fork", (read[0], write[1]))
        finally:
            os.close(read[0])
            os.close(write[1])

    def kill(self) -> None:
        """End it; it keeps its number until it is waited for."""
        os.kill(self.pid, 9)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_about: object) -> None:
        self.stdin.close()
        self.stdout.close()
        self._parent.ask(b"%d" % self.pid)


@contextmanager
def forked(forking: Forking) -> Iterator[None]:
    """Let readers and engines be forked; any other child process is started as ever."""

    def opened(command: Sequence[str], **more: Any) -> Any:
        parent = forking.of(command)
        return Forked(parent) if parent else subprocess.Popen(command, **more)

    before = child.subprocess
    child.subprocess = SimpleNamespace(**{**vars(subprocess), "Popen": opened})  # type: ignore[assignment]
    try:
        yield
    finally:
        child.subprocess = before


@pytest.fixture(scope="module", autouse=True)
def readers_forked(forking: Forking) -> Iterator[None]:
    """Readers and engines of this module's tests are forked, where the system can."""
    if not POSSIBLE:
        yield
        return
    with forked(forking):
        yield
