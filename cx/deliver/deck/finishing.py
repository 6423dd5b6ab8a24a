"""A deck of ours as it is handed over: what it says of itself is true, and twice the same is the same."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from cx.deliver.deck.theme_colours import Paint
from cx.deliver.ground import made_at, packed_alike
from cx.intake.reader.deck.kept_parts import list_notes_master
from cx.intake.reader.deck.repaint import repainted
from cx.intake.reader.signs.signing import signed
from cx.text import Language, language_tag, say

if TYPE_CHECKING:
    from pptx.presentation import Presentation

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_RUNS = (f"{_A}r", f"{_A}fld", f"{_A}br")
_LOOKS = (f"{_A}rPr", f"{_A}endParaRPr")
_FOOTERS = frozenset({"dt", "ftr", "sldNum", "hdr"})
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
    """Return a plain deck as the bytes of a .pptx file, which whoever takes it packs alike.

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
    _mark_language(deck, lang)
    if paints is not None:
        _by_theme(deck, paints)
    list_notes_master(deck)
    properties = deck.core_properties
    properties.created = properties.modified = made_at(day)
    properties.comments = properties.keywords = ""
    properties.revision = 1
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


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


def _by_theme(deck: Presentation, paints: Mapping[str, Paint]) -> None:
    """Let every shape and every chart go by the colours and the font of the theme."""
    head = {"colours": paints, "enlarged": 1.0}
    for slide in deck.slides:
        repainted(slide._element, head, slide=True)  # noqa: SLF001
        for rel in slide.part.rels.values():
            if rel.reltype.endswith("/chart"):
                repainted(rel.target_part._element, head, slide=False)  # noqa: SLF001


def _mark_language(deck: Presentation, lang: Language) -> None:
    """Give every word of slides, notes, charts and footers its language.

    Without it a program checks Dutch words by the spelling of the language that it was installed in, and
    reads them aloud in that language's voice.
    """
    tag = language_tag(lang)
    for root in _roots(deck):
        _mark(root, tag)
        if root.tag == f"{_C}chartSpace":
            _of_chart(root, tag)
    for owner in (deck.slide_master, *deck.slide_layouts, deck.notes_master):
        for shape in owner._element.iter(f"{_P}sp"):  # noqa: SLF001 - python-pptx has no call for any of this
            if any(one.get("type") in _FOOTERS for one in shape.iter(f"{_P}ph")):
                _mark(shape, tag)


def _roots(deck: Presentation) -> Iterator[Any]:
    for slide in deck.slides:
        yield slide._element  # noqa: SLF001
        if slide.has_notes_slide:
            yield slide.notes_slide._element  # noqa: SLF001
        for rel in slide.part.rels.values():
            if rel.reltype.endswith("/chart"):
                yield rel.target_part._element  # noqa: SLF001


def _mark(root: Any, tag: str) -> None:
    for run in root.iter(*_RUNS):
        if run.find(f"{_A}rPr") is None:
            run.insert(0, run.makeelement(f"{_A}rPr", {}))
    for look in root.iter(*_LOOKS):
        look.set("lang", tag)


def _of_chart(root: Any, tag: str) -> None:
    """Write the chart's own language, where it says none."""
    if root.find(f"{_C}lang") is None:
        place = 0 if root.find(f"{_C}date1904") is None else 1
        root.insert(place, root.makeelement(f"{_C}lang", {"val": tag}))
