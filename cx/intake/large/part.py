"""Lines of a large file of text by which the whole can be understood."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import islice, takewhile
from pathlib import Path
from typing import BinaryIO

import numpy as np

from cx.errors import ArgumentError

_HEAD, _TAIL = 500_000, 50_000
_PLACES, _PIECE = 100, 4_000


def part_of_files(paths: Sequence[Path], lines: Mapping[Path, Collection[int]] | None = None) -> bytes:
    """Return a part of several files as if they were one: of the lines above those of the first file alone.

    Parameters
    ----------
    paths
        Files with one header.
    lines
        Per file the numbers of lines that should be among them.

    Raises
    ------
    ArgumentError
        When a file cannot be read.
    """
    known, share = lines or {}, 1 / len(paths)
    first, *others = (part_of(path, known.get(path, ()), share) for path in paths)
    if not others:
        return first
    rows = first.splitlines(keepends=True)
    more = [other[sum(map(len, _alike(rows, other))) :] for other in others]
    return b"".join(_ended(one) for one in (first, *more))


def other_above(paths: Sequence[Path], rows: int) -> Path | None:
    """Return the first file whose so many first lines are not those of the first one."""
    heads = [_head(path) for path in paths]
    wanted = heads[0].splitlines(keepends=True)[:rows]
    return next(
        (one for one, head in zip(paths, heads, strict=True) if len(_alike(wanted, head)) < rows), None
    )


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)


def _alike(rows: Sequence[bytes], other: bytes) -> list[bytes]:
    """The lines from the first on that another file has as well."""
    found = takewhile(
        lambda pair: pair[0].strip() == pair[1].strip(),
        zip(rows, other.splitlines(keepends=True), strict=False),
    )
    return [theirs for _, theirs in found]


def _ended(content: bytes) -> bytes:
    return content if content.endswith(b"\n") or not content else content + b"\n"


def part_of(path: Path, lines: Collection[int] = (), share: float = 1.0) -> bytes:
    """Return whole lines of a file of text: the first, some at 100 places all over it, and the last.

    Lines with another number of quotation marks than pairs are left out between: they go on in the next.

    Parameters
    ----------
    lines
        Numbers, from 0, of lines that should be among them.
    share
        How much of what is usual: of many files less of each.

    Raises
    ------
    ArgumentError
        When the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            size = path.stat().st_size
            head = file.read(int(_HEAD * share))
            head = head[: head.rfind(b"\n") + 1]
            places = np.linspace(
                len(head), max(len(head), size - _TAIL), max(1, round(_PLACES * share)) + 1
            ).astype(int)
            *starts, last = sorted(set(places.tolist()))
            pieces = [_whole_lines(_read_at(file, start, _PIECE), ends=False) for start in starts]
            pieces.append(_whole_lines(_read_at(file, last, _TAIL), ends=True, begins=last == len(head)))
            wanted = _lines_at(file, sorted(lines), head.count(b"\n"))
    except OSError as error:
        raise ArgumentError("argument_file", value=str(path)) from error
    return head + wanted + b"".join(pieces)


def _lines_at(file: BinaryIO, numbers: Sequence[int], above: int) -> bytes:
    """Whole lines by their numbers; those that stand above are there already."""
    if not numbers:
        return b""
    file.seek(0)
    first, found = 0, []
    for number in numbers:
        line = next(islice(file, number - first, None), b"")
        first = number + 1
        if number >= above and line.endswith(b"\n"):
            found.append(line)
    return b"".join(found)


def _read_at(file: BinaryIO, start: int, size: int) -> bytes:
    file.seek(start)
    return file.read(size)


def _whole_lines(piece: bytes, *, ends: bool, begins: bool = False) -> bytes:
    """The lines that begin and end inside a piece; with a line it may itself begin, or end with the file."""
    start, end = 0 if begins else piece.find(b"\n") + 1, len(piece) if ends else piece.rfind(b"\n") + 1
    lines = piece[start:end].splitlines(keepends=True)
    return b"".join(line for line in lines if line.count(b'"') % 2 == 0)
