"""Looks into the document of a session, of a file or a workbook, before anything else reads it."""

from __future__ import annotations

import base64
import json
import zlib

from .pipe import wire
from .pipe.refusal import Refused

_MOST_BYTES = 60_000_000
_DEEPEST = 40
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
    _check(found)
    return wire.packed({"bytes": len(text)}, [text.encode()])


def _check(found: object) -> None:
    """Refuse what is nested deeper, or has more parts, than any session has."""
    layer, count = [found], 0
    for _ in range(_DEEPEST):
        layer = [
            inner
            for one in layer
            if isinstance(one, (dict, list))
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        count += len(layer)
        if any(isinstance(one, dict) and len(one) > _MOST_FIELDS for one in layer):
            break
        if not layer:
            return
        if count > _MOST_PARTS:
            break
    raise Refused("session_damaged")
