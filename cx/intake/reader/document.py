"""Looks into the document of a session, of a file or a workbook, before anything else reads it."""

from __future__ import annotations

import base64
import json
import zlib

from .pipe import wire
from .pipe.reasonable_size import is_reasonable
from .pipe.refusal import Refused

_MOST_BYTES = 60_000_000
_MOST_PARTS = 1_500_000
"""A table of 60,000 rows has as many; each takes some hundred bytes once it is read."""
_MOST_FIELDS = 200
"""Of one object: no record has a quarter of them; what names tell apart stands in lists of pairs."""


def unpacked(content: bytes) -> list[bytes]:
    """Return the message with the document that a workbook's hidden sheet holds, packed, in cells."""
    try:
        packed = base64.b64decode(content, validate=True)
        reader = zlib.decompressobj()
        document = reader.decompress(packed, _MOST_BYTES)
    except (ValueError, zlib.error) as error:
        raise Refused("session_damaged") from error
    if not reader.eof:
        raise Refused("session_damaged")
    return looked(document)


def looked(content: bytes) -> list[bytes]:
    """Return the message with the document as it is, when it is JSON of a reasonable size and depth."""
    if len(content) > _MOST_BYTES:
        raise Refused("limit_file", size=len(content) // 1_000_000, limit=_MOST_BYTES // 1_000_000)
    try:
        text = content.decode("utf-8-sig")
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused("no_session") from error
    if not isinstance(found, dict) or found.get("format") != "cx-session":
        raise Refused("no_session")
    if not is_reasonable(found, _MOST_PARTS, _MOST_FIELDS):
        raise Refused("session_damaged")
    return wire.packed({"bytes": len(text)}, [text.encode()])
