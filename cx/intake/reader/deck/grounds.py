"""What lies behind the words of a slide: a colour, several that words are read on, or nobody knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .tones import shades_of

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_EMU = 12_700
_FIRST_GROUND = 1001
"""The number of the first fill in a theme's list of grounds."""
_WHOLE, _LITTLE = 0.97, 0.02
"""The shares of a place from which something covers it, and below which nobody notices."""
_SHAPES = tuple(f"{_P}{kind}" for kind in ("sp", "pic", "grpSp", "graphicFrame"))
_RECTANGLES = ("rect", "roundRect", None)
Box = tuple[float, float, float, float]
"""Left, top, width and height in points."""


def behind(layout: Any, colours: Mapping[str, str], theme: Any, place: Box) -> tuple[str, ...]:
    """Return the colours (``RRGGBB``) behind a place on a slide, those of a gradient in its order.

    Parameters
    ----------
    colours
        The theme's, by the names that slides use.
    theme
        The root of the theme of the layout's master.
    place
        Where the words stand.

    Returns
    -------
    Empty where a picture, a pattern or something of another form lies there; the theme's own ground where
    nothing else is said.
    """
    found = _ground(layout, colours, theme)
    for shape in drawn(layout):
        share = _covered(shape, place)
        if share < _LITTLE:
            continue
        own = _filled(shape, colours)
        if own is None:
            continue
        found = own if not own or (share >= _WHOLE and _is_flat(shape)) else (found and (*found, *own))
    return tuple(dict.fromkeys(found))


def picture_behind(layout: Any, place: Box) -> tuple[bytes, Box] | None:
    """Return the picture that alone lies behind a place, and which part of it does, as shares from its edges.

    ``None`` where none does, something else lies before it, or where it lies cannot be told.
    """
    deck = layout.part.package.presentation_part.presentation
    whole: Box = (0.0, 0.0, deck.slide_width / _EMU, deck.slide_height / _EMU)
    found = next(iter(_ground_pictures(layout, whole)), None)
    for owner, shape in _owned(layout):
        share = _covered(shape, place)
        if share < _LITTLE or _filled(shape, {}) is None:
            continue
        if share < _WHOLE or shape.tag != _SHAPES[1]:
            return None
        blip = shape.find(f"{_P}blipFill/{_A}blip")
        box = _frame(shape)
        found = (owner, blip.get(f"{_R}embed"), box) if blip is not None and box else None
    if found is None or found[1] is None:
        return None
    owner, key, (left, top, wide, high) = found
    try:
        content: bytes = owner.part.related_part(key).blob
    except KeyError:
        return None
    across, down = (place[0] - left) / max(wide, 1.0), (place[1] - top) / max(high, 1.0)
    return content, (across, down, across + place[2] / max(wide, 1.0), down + place[3] / max(high, 1.0))


def _ground_pictures(layout: Any, whole: Box) -> Iterator[tuple[Any, str | None, Box]]:
    for owner in (layout, layout.slide_master):
        ground = owner._element.find(f"{_P}cSld/{_P}bg")  # noqa: SLF001 - as above
        if ground is not None:
            blip = ground.find(f"{_P}bgPr/{_A}blipFill/{_A}blip")
            if blip is not None and ground.find(f".//{_A}tile") is None:
                yield owner, blip.get(f"{_R}embed"), whole
            return


def drawn(layout: Any) -> Iterator[Any]:
    """Yield the elements that master and layout draw on every slide, from the one farthest behind."""
    yield from (shape for _, shape in _owned(layout))


def _owned(layout: Any) -> Iterator[tuple[Any, Any]]:
    hidden = layout._element.get("showMasterSp") == "0"  # noqa: SLF001 - python-pptx has no call for it
    for owner in (layout,) if hidden else (layout.slide_master, layout):
        for shape in owner._element.find(f"{_P}cSld/{_P}spTree"):  # noqa: SLF001 - as above
            if shape.tag in _SHAPES and shape.find(f"*/{_P}nvPr/{_P}ph") is None:
                yield owner, shape


def _ground(layout: Any, colours: Mapping[str, str], theme: Any) -> tuple[str, ...]:
    for owner in (layout, layout.slide_master):
        ground = owner._element.find(f"{_P}cSld/{_P}bg")  # noqa: SLF001 - as above
        if ground is not None:
            return _said(ground, colours, theme)
    return (colours["bg1"],) if "bg1" in colours else ()


def _said(ground: Any, colours: Mapping[str, str], theme: Any) -> tuple[str, ...]:
    by_number = ground.find(f"{_P}bgRef")
    if by_number is None:
        return _fill(ground.find(f"{_P}bgPr"), colours) or ()
    base = shades_of(by_number, colours)
    number = int(by_number.get("idx", "0")) - _FIRST_GROUND
    fills = theme.findall(f"{_A}themeElements/{_A}fmtScheme/{_A}bgFillStyleLst/*")
    if not base or not 0 <= number < len(fills):
        return base
    holder = fills[0].makeelement(f"{_A}spPr", {})
    holder.append(fills[number].__copy__())
    return _fill(holder, {**colours, "phClr": base[0]}) or ()


def _filled(shape: Any, colours: Mapping[str, str]) -> tuple[str, ...] | None:
    """Return what a shape is filled with: ``None`` where one sees through it, empty where nobody can say."""
    if shape.tag == _SHAPES[0]:
        found = _fill(shape.find(f"{_P}spPr"), colours)
        by_style = shape.find(f"{_P}style/{_A}fillRef")
        if found is None and by_style is not None and by_style.get("idx", "0") != "0":
            return shades_of(by_style, colours) if _unsaid(shape) else None
        return found
    if shape.tag == _SHAPES[2]:
        inner = [_filled(one, colours) for one in shape.iter(*_SHAPES) if one is not shape]
        return None if all(one is None for one in inner) else ()
    return ()


def _unsaid(shape: Any) -> bool:
    return shape.find(f"{_P}spPr/{_A}noFill") is None


def _fill(properties: Any, colours: Mapping[str, str]) -> tuple[str, ...] | None:
    """Return the colours of a fill: ``None`` where there is none, empty where it is no colour."""
    if properties is None:
        return None
    for fill in properties:
        kind = fill.tag.removeprefix(_A)
        if kind in ("solidFill", "gradFill"):
            held = [fill] if kind == "solidFill" else fill.findall(f"{_A}gsLst/{_A}gs")
            found = [shade for one in held for shade in shades_of(one, colours)]
            clear = any(one.find(f"*/{_A}alpha") is not None for one in held)
            return () if clear or len(found) != len(held) else tuple(found)
        if kind in ("blipFill", "pattFill", "grpFill"):
            return ()
    return None


def _is_flat(shape: Any) -> bool:
    """Whether a shape covers all of its frame."""
    form = shape.find(f"{_P}spPr/{_A}prstGeom")
    own = shape.find(f"{_P}spPr/{_A}custGeom")
    return own is None and (form.get("prst") if form is not None else None) in _RECTANGLES


def _covered(shape: Any, place: Box) -> float:
    """Return the share of a place that a shape's frame covers."""
    box = _frame(shape)
    if box is None:
        return 0.0
    across = min(box[0] + box[2], place[0] + place[2]) - max(box[0], place[0])
    down = min(box[1] + box[3], place[1] + place[3]) - max(box[1], place[1])
    return max(across, 0.0) * max(down, 0.0) / max(place[2] * place[3], 1.0)


def _frame(shape: Any) -> Box | None:
    frame = shape.find(f"*/{_A}xfrm") if shape.tag != _SHAPES[3] else shape.find(f"{_P}xfrm")
    off, ext = (None, None) if frame is None else (frame.find(f"{_A}off"), frame.find(f"{_A}ext"))
    if off is None or ext is None:
        return None
    left, top = (int(off.get(side)) / _EMU for side in ("x", "y"))
    wide, high = (int(ext.get(side)) / _EMU for side in ("cx", "cy"))
    return left, top, wide, high
