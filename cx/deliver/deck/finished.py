"""A deck of ours as it is handed over: what it says of itself is true, and twice the same is the same."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from cx.deliver.ground import made_at, packed_alike
from cx.intake.reader.deck.kept import list_notes_master
from cx.intake.reader.signs.signed import signed
from cx.text import Language, say

if TYPE_CHECKING:
    from pptx.presentation import Presentation

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_OF_SOMEBODY_ELSE = ("/thumbnail", "/printerSettings")
"""What the library's own empty deck brings along: a blank picture of it, and the settings of a printer."""
_ABOUT = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>{program}</Application><Slides>{slides}</Slides></Properties>"
)


def finished(deck: Presentation, day: dt.date, lang: Language) -> bytes:
    """Return a plain deck as the bytes of a .pptx file."""
    part: Any = deck.part
    for owner in (part, part.package):
        rels = owner._rels  # noqa: SLF001 - python-pptx has no call for any of this
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_OF_SOMEBODY_ELSE)]:
            rels.pop(key)
        for rel in rels.values():
            if rel.reltype.endswith("/extended-properties"):
                said = _ABOUT.format(program=escape(say("app.name", lang)), slides=len(deck.slides))
                rel.target_part._blob = said.encode()  # noqa: SLF001
    _true_size(deck)
    list_notes_master(deck)
    properties = deck.core_properties
    properties.created = properties.modified = made_at(day)
    properties.comments = properties.keywords = ""
    properties.revision = 1
    buffer = io.BytesIO()
    deck.save(buffer)
    return packed_alike(buffer.getvalue())


@dataclass(frozen=True)
class Kept:
    """What a deck keeps about itself."""

    slides: Sequence[str]
    """What each of its slides is."""
    about: Mapping[str, object]
    """How it was made, as plain data."""


def remembering(content: bytes, kept: Kept) -> bytes:
    """Return a deck of ours whose parts bear ids, and which keeps what was written."""
    return packed_alike(signed(content, kept.slides, kept.about))


def _true_size(deck: Any) -> None:
    """Take away the name of another size than the slides have."""
    size = deck._element.find(f"{_P}sldSz")  # noqa: SLF001
    size.attrib.pop("type", None)
