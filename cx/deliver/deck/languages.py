"""In which language the words of a deck are: on slides, in notes, footers and charts.

Without it a program checks Dutch words by the spelling of the language that it was installed in, and reads
them aloud in that language's voice.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from cx.text import Language, language_tag

if TYPE_CHECKING:
    from pptx.presentation import Presentation

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_RUNS = (f"{_A}r", f"{_A}fld", f"{_A}br")
_LOOKS = (f"{_A}rPr", f"{_A}endParaRPr")
_FOOTERS = frozenset({"dt", "ftr", "sldNum", "hdr"})


def mark(deck: Presentation, lang: Language) -> None:
    """Give every word of slides, notes, charts and footers its language."""
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
