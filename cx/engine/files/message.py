"""What goes through the pipe: a length, a JSON head, and columns; never a pickle.

A column travels in one of three forms: ``whole`` (64 bits each), ``real`` (doubles), or ``listed`` (pieces of
JSON: texts, what is missing, and whole numbers of any length, which a double would round).
"""

from __future__ import annotations

import json
import struct
from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

LENGTH = struct.Struct("<Q")
_AT_ONCE = 5_000
_LONG = 1 << 63
Cell = int | float | str | bool | None


def packed(head: Mapping[str, object], blobs: Sequence[bytes] = ()) -> list[bytes]:
    """Return the parts of one message: the head, and behind it the blobs."""
    text = json.dumps(head).encode("ascii")
    return [LENGTH.pack(len(text)), text, *blobs]


def unpacked(message: bytes | bytearray) -> tuple[dict[str, Any], memoryview]:
    """Return the head of a message, and what follows it.

    Raises
    ------
    ValueError
        When the message is cut off or its head is no JSON object.
    """
    if len(message) < LENGTH.size:
        raise ValueError("no message")
    (length,) = LENGTH.unpack_from(message)
    end = LENGTH.size + length
    head = json.loads(message[LENGTH.size : end])
    if not isinstance(head, dict):
        raise ValueError("no head")  # noqa: TRY004 - the message is wrong, not the call
    return head, memoryview(message)[end:].toreadonly()


def column(cells: Sequence[Cell]) -> tuple[dict[str, object], list[bytes]]:
    """Return what the head says about a column, and its bytes.

    Examples
    --------
    >>> column([1, 2])[0]
    {'form': 'whole', 'sizes': [16]}
    >>> column([10**30, None])
    ({'form': 'listed', 'sizes': [39]}, [b'[1000000000000000000000000000000, null]'])
    """
    form, blobs = _formed(cells)
    return {"form": form, "sizes": [len(blob) for blob in blobs]}, blobs


def _formed(cells: Sequence[Cell]) -> tuple[str, list[bytes]]:
    kinds = set(map(type, cells))
    numbers: Any = cells
    if kinds == {int} and min(numbers) >= -_LONG and max(numbers) < _LONG:
        return "whole", [array("q", numbers).tobytes()]
    if kinds == {float}:
        return "real", [array("d", numbers).tobytes()]
    pieces = (cells[start : start + _AT_ONCE] for start in range(0, len(cells), _AT_ONCE))
    return "listed", [json.dumps(list(piece)).encode("ascii") for piece in pieces]


def cells_of(about: Mapping[str, Any], blobs: Iterator[memoryview]) -> list[Cell]:
    """Return the cells of a column.

    Raises
    ------
    ValueError
        When the bytes are not what the head says.
    """
    cells: list[Cell] = []
    for _size in about["sizes"]:
        blob = next(blobs)
        if about["form"] == "listed":
            cells += json.loads(bytes(blob))
        else:
            numbers: array[Any] = array("q" if about["form"] == "whole" else "d")
            numbers.frombytes(blob)
            cells += numbers
    return cells


def cut(content: memoryview, sizes: Sequence[int]) -> Iterator[memoryview]:
    """Yield the blobs of those sizes, from front to back.

    Raises
    ------
    ValueError
        When there is less.
    """
    start = 0
    for size in sizes:
        if start + size > len(content):
            raise ValueError("message cut off")
        yield content[start : start + size]
        start += size
