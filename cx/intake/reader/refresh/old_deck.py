"""An old deck is opened, and says what it kept about itself."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from typing import Any

from ..container import kinds
from ..marking.package import Package
from ..pipe import wire
from ..pipe.refusal import Refused
from ..signs.parts import presentation, slides_of
from ..signs.record import record_of

_STRICT = "http://purl.oclc.org/ooxml/"
_OLE = b"\xd0\xcf\x11\xe0"
_MOST_SLIDES = 2_000


def opened(head: Mapping[str, Any], content: bytes) -> Package:
    """Return the parts of a deck.

    Raises
    ------
    Refused
        When it is no PowerPoint file, is protected, damaged or strict, or unpacks beyond a limit.
    """
    if content.startswith(_OLE):
        raise Refused("deck_protected")
    if not content.startswith(b"PK"):
        raise Refused("deck_unknown")
    try:
        names = kinds.unpacked_names(
            content, int(str(head["unpacked_bytes"])), int(str(head["unpacked_ratio"]))
        )
        package = Package(content)
    except zipfile.BadZipFile as error:
        raise Refused("deck_damaged") from error
    if "ppt/presentation.xml" not in names:
        raise Refused("deck_unknown")
    if any(one.kind.startswith(_STRICT) for one in package.relations("")):
        raise Refused("deck_strict")
    presentation(package)
    return package


def looked(head: Mapping[str, Any], content: bytes) -> list[bytes]:
    """Return the message with what a deck kept about how it was made.

    Raises
    ------
    Refused
        As :func:`opened`; when it keeps nothing that a deck of ours keeps, or has more slides than are read.
    """
    package = opened(head, content)
    record = record_of(package)
    slides = len(slides_of(package))
    if slides > _MOST_SLIDES:
        raise Refused("deck_slides", slides=slides, limit=_MOST_SLIDES)
    return wire.packed({"about": record.get("about"), "slides": slides}, [])
