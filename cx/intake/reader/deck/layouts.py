"""The layout of a template that a deck's slides are best made of, and the room that it leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_EMU = 12_700
_LARGE = 0.25
"""The share of the slide from which a placeholder is where content goes."""
_SMALL = 0.15
"""The share of the slide's height up to which a placeholder is a line below the title."""
_NARROWEST, _LOWEST = 0.55, 0.4
"""The shares of the slide that the room must span."""
_GAP, _EDGE = 8.0, 18.0
_MOST_LAYOUTS = 200
"""So many are looked at: twice as many as the largest templates of companies have."""
_GROUND = 0.5
"""A picture over more of the slide than this is a background."""
Box = tuple[float, float, float, float]
"""Left, top, width and height in points."""


@dataclass(frozen=True)
class Holder:
    """A placeholder with its place; its own shape first, then the master's that it inherits from."""

    kind: str
    box: Box
    shapes: tuple[Any, ...]
    idx: int


@dataclass(frozen=True)
class Chosen:
    """A layout that suits a deck."""

    master: int
    place: int
    layout: Any
    title: Holder
    content: Box
    holder: Holder | None
    """The placeholder that the content takes; ``None`` where the room below the title is free."""
    subtitle: Holder | None


def best(deck: Any) -> Chosen | None:
    """Return the layout with a title and the best room: a chart's, an object's, a text's, or a free one.

    Of a template with more layouts than anybody has the first are looked at.
    """
    size = deck.slide_width / _EMU, deck.slide_height / _EMU
    layouts = (
        (number, place, layout)
        for number, master in enumerate(deck.slide_masters)
        for place, layout in enumerate(master.slide_layouts)
    )
    looked_at = (_suited(*one, size) for one in islice(layouts, _MOST_LAYOUTS))
    found = [chosen for chosen in looked_at if chosen is not None]
    found.sort(key=lambda one: (_worth(one), _area(one.content)), reverse=True)
    return next((one for one in found if _takes_slides(deck, one)), None)


def _takes_slides(deck: Any, one: Chosen) -> bool:
    """Return whether a slide made of a layout has its title; the slide goes with the template's own."""
    made = deck.slides.add_slide(one.layout)
    return made.shapes.title is not None


def _worth(one: Chosen) -> int:
    """Return how fit a room is; the layout that PowerPoint itself offers first comes before others."""
    order = ("BODY", "TABLE", "OBJECT", "CHART")
    return order.index(one.holder.kind) + 1 if one.holder else 0


def _suited(master: int, place: int, layout: Any, size: tuple[float, float]) -> Chosen | None:
    found = holders(layout)
    titles = [one for one in found if one.kind in ("TITLE", "VERTICAL_TITLE")]
    if len(titles) != 1 or titles[0].kind != "TITLE" or not _lies(titles[0], size):
        return None
    rest = [one for one in found if one.kind not in ("TITLE", "DATE", "FOOTER", "SLIDE_NUMBER")]
    large = [one for one in rest if _area(one.box) >= _LARGE * size[0] * size[1]]
    small = [one for one in rest if one not in large]
    if len(large) > 1 or any(one.kind not in ("BODY", "SUBTITLE") for one in small):
        return None
    if large and large[0].kind not in ("CHART", "OBJECT", "TABLE", "BODY"):
        return None
    line = _line(titles[0], small, size)
    if len(small) > (line is not None):
        return None
    room = large[0].box if large else _free(layout, found, titles[0], line, size)
    if room[2] < _NARROWEST * size[0] or room[3] < _LOWEST * size[1]:
        return None
    return Chosen(master, place, layout, titles[0], room, large[0] if large else None, line)


def _lies(title: Holder, size: tuple[float, float]) -> bool:
    """Return whether a title runs from left to right, over half of the slide at least."""
    upright = [one.get("orient") for shape in title.shapes for one in shape._element.iter(f"{_P}ph")]  # noqa: SLF001
    turned = [
        body.get("vert")
        for shape in title.shapes
        for body in shape._element.iter(f"{_A}bodyPr")  # noqa: SLF001 - python-pptx has no call for it
        if body.get("vert") is not None
    ]
    flat = turned[:1] in ([], ["horz"]) and title.shapes[0].rotation % 360 == 0
    return flat and "vert" not in upright[:1] and title.box[2] >= size[0] / 2


def holders(layout: Any) -> list[Holder]:
    """Return the placeholders of a layout that have a place."""
    found = []
    for shape in layout.placeholders:
        sides = (shape.left, shape.top, shape.width, shape.height)
        if any(side is None for side in sides):
            continue
        box = tuple(side / _EMU for side in sides)
        form = shape.placeholder_format
        kind = form.type.name if form.type is not None else "OBJECT"
        inherited = _inherited(layout, kind)
        found.append(Holder(kind, box, (shape, *inherited), form.idx))
    return found


def _inherited(layout: Any, kind: str) -> list[Any]:
    same = [one for one in layout.slide_master.placeholders if one.placeholder_format.type is not None]
    return [one for one in same if one.placeholder_format.type.name == kind]


def _line(title: Holder, small: Sequence[Holder], size: tuple[float, float]) -> Holder | None:
    """Return the placeholder of one line near the title, where a layout has it."""
    for one in small:
        below = one.box[1] + one.box[3] / 2 > title.box[1]
        near = one.box[1] < title.box[1] + title.box[3] + _SMALL * size[1]
        wide = one.box[2] > _NARROWEST * size[0]
        if below and near and wide and one.box[3] <= _SMALL * size[1]:
            return one
    return None


def _free(
    layout: Any, found: Sequence[Holder], title: Holder, line: Holder | None, size: tuple[float, float]
) -> Box:
    """Return the room below the title and above the footers, cut where the layout draws something."""
    top = max(one.box[1] + one.box[3] for one in (title, line) if one) + _GAP
    low = [one.box[1] for one in found if one.kind in ("DATE", "FOOTER", "SLIDE_NUMBER")]
    feet = [edge for edge in low if edge > top]
    left = max(title.box[0], _EDGE)
    right = min(title.box[0] + title.box[2], size[0] - _EDGE)
    bottom = min([*feet, size[1] - _EDGE + _GAP]) - _GAP
    room: Box = (left, top, right - left, bottom - top)
    for drawn in _drawn(layout, size):
        room = _without(room, drawn)
    return room


def _drawn(layout: Any, size: tuple[float, float]) -> list[Box]:
    """Return the places of what master and layout draw on every slide, backgrounds left out."""
    hidden = layout._element.get("showMasterSp") == "0"  # noqa: SLF001 - python-pptx has no call for it
    shapes = [*layout.shapes, *([] if hidden else layout.slide_master.shapes)]
    boxes: list[Box] = [
        tuple(side / _EMU for side in (one.left, one.top, one.width, one.height))
        for one in shapes
        if not one.is_placeholder and None not in (one.left, one.top, one.width, one.height)
    ]
    return [box for box in boxes if _area(box) < _GROUND * size[0] * size[1]]


def _without(room: Box, drawn: Box) -> Box:
    """Return the largest part of a room beside what is drawn in it."""
    left, top, right, bottom = room[0], room[1], room[0] + room[2], room[1] + room[3]
    ends = drawn[0], drawn[1], drawn[0] + drawn[2], drawn[1] + drawn[3]
    if ends[0] >= right or ends[2] <= left or ends[1] >= bottom or ends[3] <= top:
        return room
    parts: list[Box] = [
        (left, top, ends[0] - _GAP - left, room[3]),
        (ends[2] + _GAP, top, right - ends[2] - _GAP, room[3]),
        (left, top, room[2], ends[1] - _GAP - top),
        (left, ends[3] + _GAP, room[2], bottom - ends[3] - _GAP),
    ]
    return max((part for part in parts if part[2] > 0 and part[3] > 0), key=_area, default=(left, top, 0, 0))


def _area(box: Box) -> float:
    return box[2] * box[3]
