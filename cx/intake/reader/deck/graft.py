"""A deck of ours written into a template: its slides go, ours come, in its layout, fonts and colours.

Our slides are shapes that we know; of the template only the masters, layouts and themes stay.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from ..pipe import wire
from ..pipe.refusal import Refused
from ..signs.signing import signed
from .kept_parts import checked, list_notes_master, only_kept
from .layouts import Chosen, Holder, best, holders
from .own_words import OwnWords
from .repaint import repainted
from .template import opened, palette, theme_of

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_FEET = ("FOOTER", "DATE", "SLIDE_NUMBER")
_MARGIN = 6.0
"""Points by which a plain ground reaches beyond what lies on it."""
_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"


def grafted(head: Mapping[str, Any], content: bytes) -> list[bytes]:
    """Return the message that holds the deck in the template."""
    size = int(str(head["template_bytes"]))
    deck = opened(head, content[:size])
    found = best(deck)
    if found is None or [found.master, found.place] != list(head["layout"]):
        raise Refused("template_damaged")
    only_kept(deck)
    from pptx import Presentation

    ours = Presentation(io.BytesIO(content[size:])).slides
    own = OwnWords(found.layout, palette(found), theme_of(found))
    for slide in ours:
        _Graft(deck, found, head, own).add(slide)
    list_notes_master(deck)
    _named(deck, head)
    target = io.BytesIO()
    deck.save(target)
    made = checked(target.getvalue(), len(ours))
    if head.get("slides") is not None:
        made = signed(made, head["slides"], head["about"])
    return wire.packed({"grafted": True}, [made])


def _named(deck: Any, head: Mapping[str, Any]) -> None:
    """Say what the deck is and who made it: the template's own say went with its properties."""
    properties = deck.core_properties
    properties.title = str(head["title"])[:255]
    properties.author = properties.last_modified_by = str(head["author"])
    properties.language = str(head["lang"])
    properties.created = properties.modified = dt.datetime.fromisoformat(str(head["made"]))


class _Graft:
    """One slide of ours on its way into the template."""

    def __init__(self, deck: Any, found: Chosen, head: Mapping[str, Any], own: OwnWords) -> None:
        self.deck = deck
        self.found = found
        self.head = head
        self.names = head["names"]
        self.own = own
        self.made = deck.slides.add_slide(found.layout)
        self.tree = self.made.shapes._spTree  # noqa: SLF001

    def add(self, slide: Any) -> None:
        """Fill the new slide with what stands on ours."""
        empty = {one.placeholder_format.idx: one for one in self.made.placeholders}
        self._title(slide)
        if self.head["panel"]:
            self._panel()
        subtitle = self.found.subtitle
        for shape in slide.shapes:
            if shape.is_placeholder or shape.name == self.names["number"]:
                continue
            if subtitle and shape.name == self.names["subtitle"]:
                self._write(empty.pop(subtitle.idx), shape.text_frame, subtitle)
                continue
            self._copy(shape, empty)
        for one in empty.values():
            if one.placeholder_format.idx != 0:
                one._element.getparent().remove(one._element)  # noqa: SLF001
        self._footers()
        self._numbered()
        if slide.has_notes_slide and self.made.notes_slide.notes_text_frame is not None:
            notes = self.made.notes_slide.notes_text_frame
            notes.text = slide.notes_slide.notes_text_frame.text
            self._in_language(notes)

    def _title(self, slide: Any) -> None:
        """Write the title in the placeholder's own look; smaller only where it would not fit."""
        run = slide.shapes.title.text_frame.paragraphs[0].runs[0]
        frame = self.made.shapes.title.text_frame
        frame.text = run.text
        written = frame.paragraphs[0].runs[0]
        if run.font.size.pt < float(self.head["title_size"]) - 0.01:
            from pptx.util import Pt

            written.font.size = Pt(run.font.size.pt * float(self.head["enlarged"]))
        written._r.get_or_add_rPr().set("lang", str(self.head["lang"]))  # noqa: SLF001
        self.own.made_readable(self.made.shapes.title, self.found.title, "title")

    def _write(self, shape: Any, ours: Any, line: Holder) -> None:
        """Write our line below the title into the layout's own, no larger than there is room for."""
        from pptx.util import Pt

        frame = shape.text_frame
        frame.text = ours.text
        sizes = [run.font.size.pt for paragraph in ours.paragraphs for run in paragraph.runs]
        for run in frame.paragraphs[0].runs:
            run.font.size = Pt(max(sizes) * float(self.head["enlarged"]))
            run._r.get_or_add_rPr().set("lang", str(self.head["lang"]))  # noqa: SLF001
        self.own.made_readable(shape, line, "body")

    def _panel(self) -> None:
        """Lay a plain ground below what is drawn, where nobody can say what the template has there."""
        from pptx.dml.color import RGBColor
        from pptx.enum.shapes import MSO_SHAPE
        from pptx.util import Pt

        left, top, width, height = self.found.content
        sides = (left - _MARGIN, top - _MARGIN, width + 2 * _MARGIN, height + 2 * _MARGIN)
        made = self.made.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(Pt(side) for side in sides))
        made.fill.solid()
        white: Any = RGBColor
        made.fill.fore_color.rgb = white(0xFF, 0xFF, 0xFF)
        made.line.fill.background()
        for style in made._element.findall(f"{_P}style"):  # noqa: SLF001 - the theme's shadow
            made._element.remove(style)  # noqa: SLF001

    def _copy(self, shape: Any, empty: dict[int, Any]) -> None:
        element = deepcopy(shape._element)  # noqa: SLF001
        repainted(element, self.head, slide=True)
        if getattr(shape, "has_chart", False):
            self._chart(shape.chart.part, element)
        if element.tag == f"{_P}graphicFrame":
            self._take_place(element, empty)
        self.tree.append(element)

    def _chart(self, part: Any, element: Any) -> None:
        """Bring a chart over, with its workbook and the pictures that it is filled with."""
        from lxml import etree
        from pptx.enum.chart import XL_CHART_TYPE
        from pptx.opc.constants import RELATIONSHIP_TYPE
        from pptx.parts.chart import ChartPart

        space = deepcopy(part._element)  # noqa: SLF001
        for outer in space.findall(f"{_C}externalData"):
            space.remove(outer)
        repainted(space, self.head, slide=False)
        xml = etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)
        data: Any = _Data(xml, part.chart_workbook.xlsx_part.blob)
        new = ChartPart.new(XL_CHART_TYPE.BUBBLE, data, self.deck.part.package)
        for blip in new._element.iter(f"{_A}blip"):  # noqa: SLF001
            picture = part.related_part(blip.get(f"{_R}embed")).blob
            image = self.deck.part.package.get_or_add_image_part(io.BytesIO(picture))
            blip.set(f"{_R}embed", new.relate_to(image, RELATIONSHIP_TYPE.IMAGE))
        element.find(f".//{_C}chart").set(f"{_R}id", self.made.part.relate_to(new, RELATIONSHIP_TYPE.CHART))

    def _take_place(self, element: Any, empty: dict[int, Any]) -> None:
        """Let a chart or table take the layout's placeholder for content."""
        holder = self.found.holder
        table = element.find(f".//{_A}tbl") is not None
        if holder is None or holder.idx not in empty or not _takes(holder.kind, table=table):
            return
        own = empty.pop(holder.idx)._element  # noqa: SLF001
        mark = own.find(f".//{_P}nvPr/{_P}ph")
        place = element.find(f"{_P}nvGraphicFramePr/{_P}nvPr")
        place.insert(0, deepcopy(mark))
        own.getparent().remove(own)

    def _footers(self) -> None:
        """Fill footer, date and slide number, each where the layout has it."""
        feet = [one for one in holders(self.found.layout) if one.kind in _FEET]
        dated = "DATE" in [one.kind for one in feet]
        for one in feet:
            shape = one.shapes[0]
            element = deepcopy(shape._element)  # noqa: SLF001
            self.tree.append(element)
            frame = self.made.shapes[-1].text_frame
            if one.kind == "SLIDE_NUMBER":
                _write_number(frame, len(self.deck.slides), str(self.head["lang"]))
            elif one.kind == "DATE":
                frame.text = str(self.head["date"])
            elif _is_prompt(frame.text, one.kind):
                frame.text = str(self.head["source"] if dated else self.head["footer"])
            self._in_language(frame)
            self.own.made_readable(self.made.shapes[-1], one, "other")

    def _in_language(self, frame: Any) -> None:
        for paragraph in frame.paragraphs:
            for run in paragraph.runs:
                run._r.get_or_add_rPr().set("lang", str(self.head["lang"]))  # noqa: SLF001

    def _numbered(self) -> None:
        """Give every shape of the slide an id of its own."""
        marks = (element for element in self.tree.iter() if element.tag == f"{_P}cNvPr")
        for number, element in enumerate(marks, start=1):
            element.set("id", str(number))


class _Data:
    """What python-pptx asks of chart data."""

    def __init__(self, xml: bytes, workbook: bytes) -> None:
        self._xml = xml
        self.xlsx_blob = workbook

    def xml_bytes(self, _chart_type: object) -> bytes:
        return self._xml


def _is_prompt(words: str, kind: str) -> bool:
    """Whether the words of a footer only say that a footer can stand there, as some programs write it."""
    said = words.strip()
    return not said or said.casefold() == kind.casefold() or (said[0] == "<" and said[-1] == ">")


def _takes(kind: str, *, table: bool) -> bool:
    return kind in ("OBJECT", "TABLE" if table else "CHART")


def _write_number(frame: Any, number: int, lang: str) -> None:
    """Write the slide's number as a field, so that it stays true when slides move."""
    from lxml import etree

    paragraph = frame.paragraphs[0]._p  # noqa: SLF001
    for child in list(paragraph):
        if child.tag != f"{_A}pPr":
            paragraph.remove(child)
    field = etree.SubElement(paragraph, f"{_A}fld", id=_NUMBER, type="slidenum")
    etree.SubElement(field, f"{_A}rPr", lang=lang)
    etree.SubElement(field, f"{_A}t").text = str(number)
