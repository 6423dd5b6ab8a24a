"""Starts the reader process for one file, watches it, and takes its answer."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import psutil

from cx.errors import FileError, LimitExceeded, ProtectedFile, UnreadableFile
from cx.intake.limits import MEGABYTE, Limits
from cx.intake.reader import wire

_FOLDER = Path(__file__).parent / "reader"
_PACKAGES = (
    *("python_calamine", "charset_normalizer", "msoffcrypto", "cryptography", "openpyxl", "et_xmlfile"),
    *("PIL", "pptx", "lxml", "xlsxwriter"),
)
_LIMITS = (
    "limit_file",
    "limit_unpacked",
    "limit_cells",
    "limit_columns",
    "limit_memory",
    "limit_time",
    "unpacks_beyond_reason",
)
_PAUSE = 0.02
_PIECE = 1 << 20


def answer(
    content: bytes,
    *,
    name: str,
    limits: Limits,
    password: str | None = None,
    task: Mapping[str, object] | None = None,
) -> tuple[dict[str, object], memoryview]:
    """Return the head and the packed columns that the reader process answers with.

    Parameters
    ----------
    task
        Something else than reading the sheets: ``task`` says what (``parts``, ``mark``, ``template`` or
        ``graft``), the rest what it needs.

    Raises
    ------
    FileError
        When the file is refused, or the process passes a limit or ends without an answer.
    """
    request = {
        **(task or {}),
        "memory_bytes": limits.memory_for(len(content)),
        "cells": limits.cells,
        "columns": limits.columns,
        "unpacked_bytes": limits.unpacked_bytes,
        "unpacked_ratio": limits.unpacked_ratio,
        "password": password or "",
    }
    message = _Run(
        b"".join(wire.packed(request, [content])),
        name,
        limits.memory_for(len(content)),
        limits.time_for(len(content)),
    ).message()
    try:
        head, columns = wire.unpacked(message)
    except ValueError as error:
        raise UnreadableFile("reader_stopped", file=name) from error
    if "refused" in head:
        raise refusal(str(head["refused"]), name, head.get("values"))
    return head, columns


def refusal(key: str, name: str, values: object) -> FileError:
    """Return the error for a reason that the reader process gave."""
    kind = ProtectedFile if "password" in key else LimitExceeded if key in _LIMITS else UnreadableFile
    return kind(key, **{**(values if isinstance(values, dict) else {}), "file": name})


def _command() -> list[str]:
    """The interpreter without site packages: only the reader's own package folder is on its path."""
    specs = [find_spec(package) for package in _PACKAGES]
    folders = {str(Path(str(spec.origin)).parents[1]) for spec in specs if spec}
    return [sys.executable, "-I", "-S", str(_FOLDER / "__main__.py"), *sorted(folders)]


class _Run:
    """One run of the reader process."""

    def __init__(self, request: bytes, name: str, memory: int, seconds: float) -> None:
        self.request = request
        self.name = name
        self.memory = memory
        self.seconds = seconds
        self.pieces: list[bytes] = []
        self.size = 0

    def message(self) -> bytes:
        """Return what the process wrote."""
        with subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            env={**os.environ, "MALLOC_ARENA_MAX": "2", "RUST_BACKTRACE": "0"},
        ) as process:
            self._exchange(process)
        return b"".join(self.pieces)

    def _exchange(self, process: subprocess.Popen[bytes]) -> None:
        """Write and read at the same time, and end the process before its pipes are closed."""
        writer = threading.Thread(target=self._write, args=[process], daemon=True)
        taker = threading.Thread(target=self._take, args=[process], daemon=True)
        writer.start()
        taker.start()
        deadline = time.monotonic() + self.seconds
        try:
            while taker.is_alive():
                taker.join(_PAUSE)
                self._check(process, deadline)
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
        while process.stdout and (piece := process.stdout.read(_PIECE)):
            self.size += len(piece)
            self.pieces.append(piece)

    def _check(self, process: subprocess.Popen[bytes], deadline: float) -> None:
        if time.monotonic() > deadline:
            raise LimitExceeded("limit_time", file=self.name, limit=round(self.seconds))
        if max(_memory(process.pid), self.size) > self.memory:
            raise LimitExceeded("limit_memory", file=self.name, limit=self.memory // MEGABYTE)


def _memory(pid: int) -> int:
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0
