"""A file's bytes as a workbook of raw cells."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from cx.errors import UnreadableFile
from cx.intake.opening import reader_process
from cx.intake.opening.limits import Limits, limits_set
from cx.intake.reader.pipe import wire
from cx.process import Beat, Stage, Turns, begun, counted, steps, under
from cx.records.file import BLANK, CELL_KINDS, ERROR, FORMULA, NUMBER, TEXT, Column, Sheet, Workbook

_LISTS = ("columns", "flaws", "hidden_rows", "merged")
"""What a sheet's head says only the sizes of: the lists follow it, in this order."""
_FEW = 1_000
"""So many parts of a list are little work."""


def read(
    content: bytes,
    name: str,
    *,
    password: str | None = None,
    limits: Limits | None = None,
    turns: Turns | None = None,
    beat: Beat | None = None,
) -> Workbook:
    """Return what a file holds, cell by cell.

    The file is opened in a process of its own, with limits on memory, time, cells and unpacked size.

    Parameters
    ----------
    content
        The file's bytes: a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods, or Excel 2003's XML), delimited text,
        a file of SPSS, Stata or SAS, a web page with tables, or .parquet, by content.
    name
        The file's name, for messages.
    password
        Opens a protected workbook.
    limits
        What the file may cost; ``None``: as the environment sets it, else the defaults.
    turns
        The queue in which the reader process waits for its turn; ``None``: it starts at once.
    beat
        Called while the reader waits and works; what it raises ends both.

    Raises
    ------
    UnreadableFile, ProtectedFile, LimitExceeded
        When the file cannot be used; the message says what it really is and what to do.
    """
    limits = limits or limits_set()
    limits.check(content, name)
    clock = _Clock(beat)
    head, columns = reader_process.answer(
        content, name=name, limits=limits, password=password, turns=turns, beat=clock.beat
    )
    seconds = limits.time_for(len(content))
    clock.read(head.get("spent"))
    try:
        with under(begun(name, seconds, left=seconds - clock.spent, beat=clock.beat)):
            sheets = tuple(_sheets(head, columns))
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise UnreadableFile("reader_stopped", file=name) from error
    if not any(sheet.columns for sheet in sheets):
        raise UnreadableFile("no_cells", file=name)
    return Workbook(
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        sheets=sheets,
        notes=_mapping(head["notes"]),
        seconds=seconds,
        left=seconds - clock.spent,
    )


class _Clock:
    """How long a file has been worked on: waiting for a turn, or for the processor, does not count."""

    def __init__(self, further: Beat | None) -> None:
        self.further = further
        self.reader = 0.0
        self._begin()

    def _begin(self) -> None:
        self.began, self.worked = time.monotonic(), time.thread_time()

    def beat(self, stage: Stage) -> None:
        if stage == "waiting":
            self._begin()
        if self.further:
            self.further(stage)

    def read(self, told: object) -> None:
        """Take what the reader process says that it computed; without a word, all the time until now."""
        clock = time.monotonic() - self.began
        self.reader = min(max(float(told), 0.0), clock) if isinstance(told, (int, float)) else clock

    @property
    def spent(self) -> float:
        work = self.reader + time.thread_time() - self.worked
        return counted(time.monotonic() - self.began, work)


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError("no object")  # noqa: TRY004 - the message is wrong, not the call
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

    def listed(self, sizes: Sequence[int]) -> Iterator[Any]:
        """Go through a long list that comes in pieces of those sizes."""
        for size in sizes:
            end = self.place + int(size)
            yield from wire.read_back(bytes(self.content[self.place : end]))
            self.place = end


def _sheets(head: Mapping[str, Any], content: memoryview) -> Iterator[Sheet]:
    blobs = _Blobs(content)
    for about in head["sheets"]:
        height = int(about["height"])
        heads, flaws, hidden, merged = (list(steps(blobs.listed(about[name]), _FEW)) for name in _LISTS)
        columns = [_labelled(column, blobs, height) for column in steps(heads)]
        yield Sheet(
            name=str(about["name"]),
            hidden=bool(about["hidden"]),
            top=int(about["top"]),
            left=int(about["left"]),
            height=height,
            columns=tuple(_with_flaws(columns, flaws)),
            merged=tuple(_range(cells) for cells in steps(merged, _FEW)),
            hidden_rows=frozenset(int(row) for row in hidden),
            hidden_columns=frozenset(int(place) for place in about["hidden_columns"]),
            header_rows=tuple(range(int(about["top"]), int(about["top"]) + int(about["header"]))),
            names=tuple(str(name) for name in about["names"]),
        )


def _range(cells: Sequence[int]) -> tuple[int, int, int, int]:
    first_row, first_column, last_row, last_column = (int(place) for place in cells)
    return first_row, first_column, last_row, last_column


def _labelled(about: Mapping[str, Any], blobs: _Blobs, height: int) -> Column:
    """A column with what the file says of its numbers."""
    column = _column(about, blobs, height)
    labels = {float(number): str(label) for number, label in blobs.listed(about["labels"])}
    missing = tuple((float(low), float(high)) for low, high in about["missing"])
    texts = frozenset(str(text) for text in about["missing_texts"])
    if not (labels or missing or texts):
        return column
    return replace(column, labels=labels, missing=missing, missing_texts=texts)


def _column(about: Mapping[str, Any], blobs: _Blobs, height: int) -> Column:
    """A column that lacks numbers or texts needs no array for them: one value is shown for every row."""
    form = about["form"]
    percent = bool(about["percent"])
    kinds = blobs.take(np.uint8, height) if form == "mixed" else None
    numbers = (
        blobs.take(np.float64, height) if form != "texts" else np.broadcast_to(np.float64(np.nan), height)
    )
    codes = blobs.take(np.int32, height) if form != "numbers" else np.empty(0, dtype=np.int32)
    texts = tuple(str(text) for text in blobs.listed(about["texts"]))
    if form == "numbers":
        return _numbers(numbers, texts, np.array(about["rows"], dtype=np.int64), percent=percent)
    if height and int(codes.max()) >= len(texts):
        raise ValueError("a code without a text")
    if kinds is None:
        kinds = np.where(codes >= 0, np.uint8(TEXT), np.uint8(BLANK))
    elif height and int(kinds.max()) >= len(CELL_KINDS):
        raise ValueError("a kind without a meaning")
    return Column(kinds, numbers, codes, texts, percent=percent)


def _numbers(
    numbers: npt.NDArray[np.float64], texts: tuple[str, ...], rows: npt.NDArray[np.int64], *, percent: bool
) -> Column:
    """Numbers and blanks with a few texts: each text its own code."""
    kinds = np.where(np.isnan(numbers), np.uint8(BLANK), np.uint8(NUMBER))
    if not texts:
        return Column(kinds, numbers, np.broadcast_to(np.int32(-1), len(numbers)), (), percent=percent)
    kinds[rows] = TEXT
    codes = np.full(len(numbers), -1, dtype=np.int32)
    codes[rows] = np.arange(len(texts), dtype=np.int32)
    return Column(kinds, numbers, codes, texts, percent=percent)


def _with_flaws(columns: Sequence[Column], flaws: Sequence[Sequence[Any]]) -> Iterator[Column]:
    """The columns with cells that only look blank, or that hold an error, given their own kind."""
    by_column: dict[int, list[tuple[int, int, str]]] = {}
    for row, place, kind, text in flaws:
        by_column.setdefault(int(place), []).append((int(row), int(kind), str(text)))
    for place, column in enumerate(steps(columns)):
        yield _flawed(column, by_column[place]) if place in by_column else column


def _flawed(column: Column, flaws: Sequence[tuple[int, int, str]]) -> Column:
    kinds, codes, numbers = column.kinds.copy(), column.codes.copy(), column.numbers.copy()
    texts = {text: code for code, text in reversed(list(enumerate(column.texts)))}
    more = list(column.texts)
    for row, kind, text in flaws:
        if kind not in (ERROR, FORMULA) or (kinds[row] == TEXT and kind == FORMULA):
            continue
        kinds[row], numbers[row] = kind, np.nan
        if text and text not in texts:
            texts[text] = len(more)
            more.append(text)
        codes[row] = texts.get(text, -1)
    return replace(column, kinds=kinds, numbers=numbers, codes=codes, texts=tuple(more))
