"""Files too large to be read cell by cell: the first rows say what the columns are, the engine reads them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cx import engine
from cx.engine.queries import logs
from cx.intake.events.first_event_filter import column_of
from cx.intake.events.log import Log
from cx.intake.opening import read
from cx.intake.reader.flaws.sheet_flaws import ERROR_TEXT
from cx.process import Beat
from cx.records.file import Workbook, position_of

LARGE = 10_000_000
"""Bytes of files in all, from which the engine reads them."""
_GLANCE = 1_000_000
_ROWS = 4_000
_TEXTS = (".csv", ".tsv", ".txt")
_PARQUET = ".parquet"
_ASKED = ("time", "touchpoint", "end", "order", "period", "outcome")


def are_large(paths: Sequence[Path]) -> bool:
    """Return whether files are for the engine: of its kinds, and large together."""
    return are_known(paths) and sum(path.stat().st_size for path in paths) >= LARGE


def are_known(paths: Sequence[Path]) -> bool:
    """Return whether files are of the kinds that the engine reads."""
    return all(path.suffix.lower() in (*_TEXTS, _PARQUET) and engine.is_file(path) for path in paths)


@dataclass(frozen=True)
class Glance:
    """The first rows of a large file, and how the engine reads all of it."""

    path: Path
    book: Workbook
    """Its first rows, as any file."""
    amounts: frozenset[int] = frozenset()
    """Positions of columns of real numbers."""
    headers: tuple[str, ...] = ()
    """Of a file whose columns have names."""
    marks: tuple[engine.Mark, ...] = ()
    """What it looked like when it was looked at: it has to stay so."""

    def part(
        self, log: Log, key: str, number: int, within: Sequence[tuple[str, str]] = ()
    ) -> tuple[engine.Source, logs.Part]:
        """Return the file as the engine reads it, and its columns by role.

        Parameters
        ----------
        log
            What the columns of the first rows were taken for.
        key
            The header of the column that makes the paths.
        number
            Its place among the files.
        within
            Columns with the value that is asked for in each.
        """
        names = self.headers or tuple(f"c{place}" for place in range(log.table.sheet.column_count))
        where = [names[position_of(letter)] for letter in log.table.letters]
        columns: dict[str, str] = {
            role: where[place] for role, place in log.columns.roles.items() if role in _ASKED
        }
        columns["case"] = where[log.table.headers.index(key)]
        if log.columns.lifecycle is not None:
            columns["lifecycle"] = where[log.columns.lifecycle]
        amounts = frozenset(names[place] for place in self.amounts)
        there = [(column_of(log, name), value) for name, value in within]
        asked = [(where[column.place] if column else None, value) for column, value in there]
        part = logs.Part(
            f"file {number}", number, columns, names, ERROR_TEXT.pattern, amounts=amounts, within=asked
        )
        if self.headers:
            return engine.Source((str(self.path.resolve()),), "parquet", marks=self.marks), part
        notes = self.book.notes
        return (
            engine.Source(
                (str(self.path.resolve()),),
                "delimited",
                names,
                delimiter=str(notes["delimiter"]),
                quote="" if notes.get("quotes") == "open" else '"',
                skip=log.table.header_rows[-1],
                encoding=str(notes["encoding"]),
                marks=self.marks,
            ),
            part,
        )


def glance(path: Path, beat: Beat | None = None) -> Glance:
    """Return the first rows of a file, opened as any other.

    Raises
    ------
    FileError
        When it cannot be read.
    """
    marks = engine.marks_of([str(path.resolve())])
    engine.readable(path)
    if path.suffix.lower() == _PARQUET:
        return _of_parquet(path, marks, beat)
    with path.open("rb") as file:
        start = file.read(_GLANCE)
    whole = start if marks[0].size <= _GLANCE else start[: start.rfind(b"\n") + 1]
    return Glance(path, read(whole or start, path.name, beat=beat), marks=marks)


def _of_parquet(path: Path, marks: tuple[engine.Mark, ...], beat: Beat | None) -> Glance:
    source = engine.Source((str(path.resolve()),), "parquet", marks=marks)
    (found,) = engine.asked({"log": source}, [logs.first_rows("log", _ROWS)], beat=beat)
    written = io.StringIO()
    lines = csv.writer(written)
    lines.writerow(found.names)
    amounts = frozenset(
        place for place, cells in enumerate(found.cells) if any(isinstance(cell, float) for cell in cells)
    )
    for row in found.rows():
        lines.writerow([_cell(cell) for cell in row])
    book = read(written.getvalue().encode(), path.name, beat=beat)
    return Glance(path, book, amounts, found.names, marks)


def _cell(cell: engine.Cell) -> str:
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return "" if cell is None else str(cell)
