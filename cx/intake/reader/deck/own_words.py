"""Words in the colour of a template, title and footers: darker or lighter where nobody could read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from . import grounds
from .grounds import Box
from .layouts import Holder
from .picture_brightness import extremes
from .tones import contrast, shades_of

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_READABLE = 4.5
_PLAIN, _ON_PLAIN = "FFFFFF", "000000"
"""A ground that is laid behind words that no colour makes readable, and their colour on it."""
_STEPS = 20
_FACES = (f"{_A}latin", f"{_A}ea", f"{_A}cs")
_FILLS = ("solidFill", "gradFill", "noFill", "blipFill", "pattFill")


class OwnWords:
    """What the words of a layout look like, and what lies behind them."""

    def __init__(self, layout: Any, colours: Mapping[str, str], theme: Any) -> None:
        self.layout, self.colours, self.theme = layout, colours, theme
        self.seen: dict[Box, tuple[str, ...]] = {}
        """What lies behind places that were looked at before: it is the same on every slide."""

    def made_readable(self, shape: Any, holder: Holder, style: str) -> None:
        """Give the words of a shape the look that the layout says, and a colour that can be read.

        Parameters
        ----------
        holder
            The placeholder of the layout that the shape is of.
        style
            Which of the master's styles it has.

        Notes
        -----
        The colour keeps its hue. Where several grounds lie behind the words and no such colour can be read on
        all of them, a plain one is laid below; where nobody knows what lies there, they keep their own.
        """
        frame = shape.text_frame
        dressed(frame, holder.shapes[0])
        shapes = holder.shapes
        behind = self._behind(shapes, holder.box)
        own = next(_fills_of(frame), None)
        own = self._fill(shapes, style) if own is None else own
        if not behind or (own is not None and own.tag != f"{_A}solidFill"):
            return
        held = own if own is not None else _named(shapes[0]._element, "tx1")  # noqa: SLF001
        if self._reads(held, behind):
            return
        better = next((one for one in _steps(held) if self._reads(one, behind)), None)
        if better is not None:
            _paint(shape.text_frame, better)
            return
        shape.fill.solid()
        shape.fill.fore_color.rgb = _rgb(_PLAIN)
        _paint(shape.text_frame, _fixed(held, _ON_PLAIN))

    def _behind(self, shapes: Sequence[Any], place: Box) -> tuple[str, ...]:
        for shape in shapes:
            filled = shape._element.find(f"{_P}spPr/{_A}solidFill")  # noqa: SLF001
            if filled is not None:
                return shades_of(filled, self.colours)
            if shape._element.find(f"{_P}spPr/{_A}noFill") is not None:  # noqa: SLF001
                break
        if place not in self.seen:
            found = grounds.behind(self.layout, self.colours, self.theme, place)
            shown = None if found else grounds.picture_behind(self.layout, place)
            self.seen[place] = extremes(*shown) if shown else found
        return self.seen[place]

    def _fill(self, shapes: Sequence[Any], style: str) -> Any:
        """Return how the words are filled: by the nearest placeholder that says it, else by the master."""
        levels = [shape._element.find(f".//{_A}lstStyle/{_A}lvl1pPr/{_A}defRPr") for shape in shapes]  # noqa: SLF001
        master = self.layout.slide_master._element  # noqa: SLF001
        levels.append(master.find(f"{_P}txStyles/{_P}{style}Style/{_A}lvl1pPr/{_A}defRPr"))
        for level in levels:
            for child in () if level is None else level:
                if child.tag.removeprefix(_A) in _FILLS:
                    return child
        return None

    def _reads(self, fill: Any, behind: Sequence[str]) -> bool:
        return self._least(fill, behind) >= _READABLE

    def _least(self, fill: Any, behind: Sequence[str]) -> float:
        shown = shades_of(fill, self.colours)
        return min((contrast(shown[0], one) for one in behind), default=21.0) if shown else 21.0


def said_look(shape: Any) -> Any:
    """Return how a layout's own words in a placeholder look; ``None`` where a list of styles says it.

    Some programs write a placeholder's look there, and not where slides inherit it.
    """
    body = shape._element.find(f"{_P}txBody")  # noqa: SLF001 - python-pptx has no call for it
    if body is None or body.find(f"{_A}lstStyle/{_A}lvl1pPr/{_A}defRPr") is not None:
        return None
    paragraph = body.find(f"{_A}p")
    for tag in (f"{_A}r/{_A}rPr", f"{_A}fld/{_A}rPr", f"{_A}endParaRPr"):
        look = None if paragraph is None else paragraph.find(tag)
        if look is not None and (look.get("sz") or look.find(f"{_A}solidFill") is not None):
            return look
    return None


def dressed(frame: Any, shape: Any) -> None:
    """Give the words of a frame the look of a layout's own, where slides would not inherit it."""
    look = said_look(shape)
    if look is None:
        return
    for one in frame._txBody.iter(f"{_A}rPr"):  # noqa: SLF001
        for name in ("sz", "b", "i", "cap"):
            if look.get(name) and not one.get(name):
                one.set(name, look.get(name))
        kept = [child for child in look if child.tag in (f"{_A}solidFill", *_FACES)]
        if not len(one):
            one.extend(deepcopy(child) for child in kept)
    placed = shape._element.find(f"{_P}txBody/{_A}p/{_A}pPr")  # noqa: SLF001
    if placed is not None and placed.get("algn"):
        for paragraph in frame._txBody.iter(f"{_A}p"):  # noqa: SLF001
            paragraph.get_or_add_pPr().set("algn", placed.get("algn"))


def _fills_of(frame: Any) -> Iterator[Any]:
    for one in frame._txBody.iter(f"{_A}rPr"):  # noqa: SLF001
        yield from (child for child in one if child.tag.removeprefix(_A) in _FILLS)


def _steps(fill: Any) -> Iterator[Any]:
    """Yield a fill darker and darker, and lighter and lighter, the least changed first."""
    for step in range(1, _STEPS):
        share = 1 - step / _STEPS
        yield _toned(fill, share, 0.0)
        yield _toned(fill, share, 1 - share)


def _toned(fill: Any, share: float, more: float) -> Any:
    made = deepcopy(fill)
    for name, value in (("lumMod", share), ("lumOff", more)):
        if value:
            made[0].append(made.makeelement(f"{_A}{name}", {"val": str(round(value * 100_000))}))
    return made


def _named(near: Any, name: str) -> Any:
    made = near.makeelement(f"{_A}solidFill", {})
    made.append(near.makeelement(f"{_A}schemeClr", {"val": name}))
    return made


def _fixed(near: Any, colour: str) -> Any:
    made = near.makeelement(f"{_A}solidFill", {})
    made.append(near.makeelement(f"{_A}srgbClr", {"val": colour}))
    return made


def _rgb(colour: str) -> Any:
    from pptx.dml.color import RGBColor

    untyped: Any = RGBColor
    return untyped.from_string(colour)


def _paint(frame: Any, fill: Any) -> None:
    """Fill all words of a frame; what an element of words holds stands in an order."""
    for one in frame._txBody.iter(f"{_A}rPr"):  # noqa: SLF001 - python-pptx has no call for it
        for old in [child for child in one if child.tag.removeprefix(_A) in _FILLS]:
            one.remove(old)
        one.insert(1 if len(one) and one[0].tag == f"{_A}ln" else 0, deepcopy(fill))
