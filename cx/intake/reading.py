"""A file's bytes as a workbook of raw cells."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from cx.errors import LimitExceeded, UnreadableFile
from cx.intake import child
from cx.intake.limits import MEGABYTE, Limits
from cx.records.workbook import CELL_KINDS, Column, Sheet, Workbook


def read(content: bytes, name: str, *, password: str | None = None, limits: Limits | None = None) -> Workbook:
    """Return what a file holds, cell by cell.

    The file is opened in a process of its own, with limits on memory, time, cells and unpacked size.

    Parameters
    ----------
    content
        The file's bytes: a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods) or delimited text; told apart by content.
    name
        The file's name, for messages.
    password
        Opens a protected workbook.
    limits
        What the file may cost; ``None``: the defaults.

    Raises
    ------
    UnreadableFile, ProtectedFile, LimitExceeded
        When the file cannot be used; the message says what it really is and what to do.
    """
    limits = limits or Limits()
    if len(content) > limits.file_bytes:
        size, limit = len(content) // MEGABYTE, limits.file_bytes // MEGABYTE
        raise LimitExceeded("limit_file", file=name, size=size, limit=limit)
    head, columns = child.answer(content, name=name, limits=limits)
    try:
        sheets = tuple(_sheets(head, columns))
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise UnreadableFile("reader_stopped", file=name) from error
    if not any(sheet.columns for sheet in sheets):
        raise UnreadableFile("no_cells", file=name)
    return Workbook(name, hashlib.sha256(content).hexdigest(), sheets, _mapping(head["notes"]))


def _mapping(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("no object")
    return value


class _Blobs:
    """The packed columns, taken from front to back."""

    def __init__(self, content: memoryview) -> None:
        self.content = content
        self.place = 0

    def take(self, kind: type[np.generic], count: int) -> npt.NDArray[Any]:
        values = np.frombuffer(self.content, dtype=kind, count=count, offset=self.place)
        self.place += values.nbytes
        return values


def _sheets(head: Mapping[str, Any], content: memoryview) -> Iterator[Sheet]:
    blobs = _Blobs(content)
    for about in head["sheets"]:
        height = int(about["height"])
        yield Sheet(
            name=str(about["name"]),
            hidden=bool(about["hidden"]),
            top=int(about["top"]),
            left=int(about["left"]),
            height=height,
            columns=tuple(_column(column, blobs, height) for column in about["columns"]),
            merged=tuple(_range(cells) for cells in about["merged"]),
        )


def _range(cells: Sequence[int]) -> tuple[int, int, int, int]:
    first_row, first_column, last_row, last_column = (int(place) for place in cells)
    return first_row, first_column, last_row, last_column


def _column(about: Mapping[str, Any], blobs: _Blobs, height: int) -> Column:
    """A column whose cells are all of one kind needs no array for it: one value is shown for every row."""
    shared, texts = about["kind"], tuple(str(text) for text in about["texts"])
    kinds = blobs.take(np.uint8, height) if shared is None else np.broadcast_to(np.uint8(shared), height)
    numbers = (
        blobs.take(np.float64, height) if about["numbers"] else np.broadcast_to(np.float64(np.nan), height)
    )
    codes = blobs.take(np.int32, height) if about["codes"] else np.broadcast_to(np.int32(-1), height)
    if height and (kinds.max() >= len(CELL_KINDS) or codes.max() >= len(texts)):
        raise ValueError("a code without a meaning")
    return Column(kinds, numbers, codes, texts)
