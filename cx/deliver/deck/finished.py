"""A deck of ours as it is handed over: what it says of itself is true, and twice the same is the same."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from cx.deliver.deck import languages
from cx.deliver.deck.theme_colours import Paint
from cx.deliver.ground import made_at, packed_alike
from cx.intake.reader.deck.kept import list_notes_master
from cx.intake.reader.deck.repaint import repainted
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


def finished(
    deck: Presentation, day: dt.date, lang: Language, paints: Mapping[str, Paint] | None = None
) -> bytes:
    """Return a plain deck as the bytes of a .pptx file.

    Parameters
    ----------
    paints
        The program's colours as colours of the deck's theme; ``None``: they stay, and so does the font.
    """
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
    languages.mark(deck, lang)
    if paints is not None:
        _by_theme(deck, paints)
    list_notes_master(deck)
    properties = deck.core_properties
    properties.created = properties.modified = made_at(day)
    properties.comments = properties.keywords = ""
    properties.revision = 1
    buffer = io.BytesIO()
    deck.save(buffer)
    return packed_alike(buffer.getvalue())


def _true_size(deck: Any) -> None:
    """Take away the name of another size than the slides have."""
    size = deck._element.find(f"{_P}sldSz")  # noqa: SLF001
    size.attrib.pop("type", None)


def _by_theme(deck: Presentation, paints: Mapping[str, Paint]) -> None:
    """Let every shape and every chart go by the colours and the font of the theme."""
    head = {"colours": paints, "enlarged": 1.0}
    for slide in deck.slides:
        repainted(slide._element, head, slide=True)  # noqa: SLF001
        for rel in slide.part.rels.values():
            if rel.reltype.endswith("/chart"):
                repainted(rel.target_part._element, head, slide=False)  # noqa: SLF001
