"""A workbook that is too large to be read cell by cell, as text."""

from __future__ import annotations

from dataclasses import replace

from cx.intake.opening import reader_process
from cx.intake.opening.limits import Limits, limits_set

_MORE_CELLS = 4


def as_text(content: bytes, name: str, *, password: str | None = None, limits: Limits | None = None) -> bytes:
    """Return the rows of a workbook's one sheet as delimited text in UTF-8, in whatever a file may cost.

    Parameters
    ----------
    content
        The bytes of an .xlsx, .xlsm, .xlsb, .xls or .ods, however many.
    name, password
        As :func:`cx.intake.read` takes them.
    limits
        What it may cost beside its size; of cells four times as many as are read one by one.

    Raises
    ------
    FileError
        When it cannot be used: protected, damaged, several sheets, too much memory or time.
    """
    known = limits or limits_set()
    wider = replace(known, cells=_MORE_CELLS * known.cells)
    task = {"task": "text"}
    _, text = reader_process.answer(content, name=name, limits=wider, password=password, task=task)
    return bytes(text)
