"""What goes through the pipe: a length, a JSON head, and packed columns; never a pickle.

Both sides read it: the parent must not run what a process that opened a hostile file hands back.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence

LENGTH = struct.Struct("<Q")
_AT_ONCE = 1_000


def packed(head: Mapping[str, object], blobs: Sequence[bytes]) -> list[bytes]:
    """Return the parts of one message: the head, and behind it the blobs."""
    text = json.dumps(head).encode("ascii")
    return [LENGTH.pack(len(text)), text, *blobs]


def listed(values: Sequence[object]) -> list[bytes]:
    """Return a long list in pieces: to read one of millions at once holds up all that goes on beside."""
    return [
        json.dumps(values[start : start + _AT_ONCE]).encode("ascii")
        for start in range(0, len(values), _AT_ONCE)
    ]


def read_back(piece: bytes) -> list[object]:
    """Return one piece of a long list.

    Raises
    ------
    ValueError
        When it is none.
    """
    values = json.loads(piece)
    if not isinstance(values, list):
        raise ValueError("no list")  # noqa: TRY004 - the message is wrong, not the call
    return values


def unpacked(message: bytes | bytearray) -> tuple[dict[str, object], memoryview]:
    """Return the head of a message, and what follows it, which nobody can change.

    Raises
    ------
    ValueError
        When the message is cut off or its head is no JSON object.
    """
    if len(message) < LENGTH.size:
        raise ValueError("no message")
    (length,) = LENGTH.unpack_from(message)
    end = LENGTH.size + length
    if len(message) < end:
        raise ValueError("message cut off")
    head = json.loads(message[LENGTH.size : end])
    if not isinstance(head, dict):
        raise ValueError("no head")  # noqa: TRY004 - the message is wrong, not the call
    return head, memoryview(message)[end:].toreadonly()
