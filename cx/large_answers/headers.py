"""Whether large files have one header, so that their rows can be added up together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cx import engine, intake
from cx.errors import TableError
from cx.intake.join import one_below_other


def check_headers(paths: Sequence[Path], rows: int) -> None:
    """Refuse files with another header than that of the first, by so many first lines of each.

    Raises
    ------
    TableError
        When one has other columns, or has the same ones written in another way; the message names the file.
    """
    first, other = paths[0], intake.other_above(paths, rows)
    if other is None:
        return
    books = [intake.read(_lines(path, rows + 1), path.name) for path in (first, other)]
    one_below_other(books, first.name, rows)
    raise TableError("files_written", file=first.name, other=other.name)


def _lines(path: Path, rows: int) -> bytes:
    with engine.opened(path) as file:
        return b"".join(file.readline() for _ in range(rows))
