"""Columns that are packed while their rows come: a number that was read need not stay an object."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from struct import Struct

from .packed_columns import PackedColumn, pack, pack_numbers

_ROWS = 128
"""So many rows at once: their cells are still near when they are packed, and their room is used again."""
_NUMBERS = Struct(f"{_ROWS}d")
Piece = bytes | tuple[object, ...]
"""Some cells of one column, one below the other: bytes where all of them are numbers."""


def pack_rows(rows: Iterable[Sequence[object]], width: int) -> list[PackedColumn]:
    """Return the columns of rows that each have so many cells, packed.

    Raises
    ------
    ValueError
        When a row has more cells or less.
    """
    columns: list[list[Piece]] = [[] for _ in range(width)]
    coming = iter(rows)
    while some := list(islice(coming, _ROWS)):
        full = len(some) == _ROWS
        for pieces, cells in zip(columns, zip(*some, strict=True), strict=True):
            numbers = full and list(map(type, cells)).count(float) == _ROWS
            pieces.append(_NUMBERS.pack(*cells) if numbers else cells)
    return [_packed(pieces) for pieces in columns]


def _packed(pieces: Sequence[Piece]) -> PackedColumn:
    return pack_numbers(pieces) or pack(tuple(chain.from_iterable(map(_cells, pieces))))


def _cells(piece: Piece) -> Sequence[object]:
    return array("d", piece) if isinstance(piece, bytes) else piece
