"""Asks the reader process about one file, and takes its answer."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from cx.errors import FileError, LimitExceeded, ProtectedFile, UnreadableFile
from cx.intake import reader
from cx.intake.opening.limits import Limits
from cx.intake.reader.pipe import wire
from cx.process import Beat, Turns, child

_FOLDER = Path(reader.__file__).parent
_PACKAGES = (
    *("python_calamine", "charset_normalizer", "msoffcrypto", "cryptography", "openpyxl", "et_xmlfile"),
    *("PIL", "pptx", "lxml", "xlsxwriter", "pyreadstat", "narwhals", "numpy", "pyarrow"),
)
_LIMITS = (
    "limit_file",
    "limit_unpacked",
    "limit_cells",
    "limit_columns",
    "limit_tables",
    "limit_memory",
    "limit_time",
    "unpacks_beyond_reason",
)
_OF_ANY_FILE = (*_LIMITS, "reader_stopped", "zip_overlaps", "zip_damaged", "own_entities")
"""Reasons that are found before it matters what the file is meant for."""


def answer(
    content: bytes,
    *,
    name: str,
    limits: Limits,
    password: str | None = None,
    task: Mapping[str, object] | None = None,
    turns: Turns | None = None,
    beat: Beat | None = None,
    advice: str | None = None,
) -> tuple[dict[str, object], memoryview]:
    """Return the head and the packed columns that the reader process answers with.

    Parameters
    ----------
    task
        Something else than reading the sheets: ``task`` says what (``parts``, ``mark``, ``template`` or
        ``graft``), the rest what it needs.
    advice
        Whose words say what to do about a refusal that does not know what the file is meant for: a template
        is no table that could be copied.
    turns, beat
        As :func:`cx.process.child.said_by` takes them.

    Raises
    ------
    FileError
        When the file is refused, or the process passes a limit or ends without an answer.
    """
    allowance = limits.allowance(len(content))
    request = {
        **(task or {}),
        "memory_bytes": allowance.memory_bytes,
        "cells": limits.cells,
        "columns": limits.columns,
        "unpacked_bytes": limits.unpacked_bytes,
        "unpacked_ratio": limits.unpacked_ratio,
        "password": password or "",
    }
    whole = b"".join(wire.packed(request, [content]))
    try:
        message = child.said_by(_command(), whole, name=name, allowance=allowance, turns=turns, beat=beat)
        return _told(message, name)
    except FileError as error:
        if error.key in _OF_ANY_FILE:
            error.advice = advice
        raise


def _told(message: bytes | bytearray, name: str) -> tuple[dict[str, object], memoryview]:
    try:
        head, columns = wire.unpacked(message)
    except ValueError as error:
        raise UnreadableFile("reader_stopped", file=name) from error
    if "refused" in head:
        raise refusal(str(head["refused"]), name, head.get("values"))
    return head, columns


def refusal(key: str, name: str, values: object, advice: str | None = None) -> FileError:
    """Return the error for a reason that the reader process gave."""
    kind = ProtectedFile if "password" in key else LimitExceeded if key in _LIMITS else UnreadableFile
    found = kind(key, **{**(values if isinstance(values, dict) else {}), "file": name})
    found.advice = advice
    return found


@cache
def _command() -> list[str]:
    """The interpreter without site packages: only the reader's own package folder is on its path."""
    specs = [find_spec(package) for package in _PACKAGES]
    folders = {str(Path(str(spec.origin)).parents[1]) for spec in specs if spec}
    return [sys.executable, "-I", "-S", str(_FOLDER / "__main__.py"), *sorted(folders)]
