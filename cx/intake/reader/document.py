"""Looks into the file of a session, before anything else of the program reads it."""

from __future__ import annotations

import json

from .pipe import wire
from .pipe.refusal import Refused

_MOST_BYTES = 60_000_000
_DEEPEST = 40
_MOST_PARTS = 12_000_000


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
        if not layer:
            return
        if count > _MOST_PARTS:
            break
    raise Refused("session_damaged")
