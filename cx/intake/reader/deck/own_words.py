"""Words in the colour of a template, title and footers: darker or lighter where nobody could read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from . import grounds
from .grounds import Box
from .layouts import Holder
from .tones import contrast, shades_of

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_READABLE = 4.5
_STEPS = 20
_FILLS = ("solidFill", "gradFill", "noFill", "blipFill", "pattFill")


class OwnWords:
    """What the words of a layout look like, and what lies behind them."""

    def __init__(self, layout: Any, colours: Mapping[str, str], theme: Any) -> None:
        self.layout, self.colours, self.theme = layout, colours, theme

    def made_readable(self, frame: Any, holder: Holder, style: str) -> None:
        """Give the words of a frame a colour that can be read, where their own cannot be.

        Parameters
        ----------
        holder
            The placeholder of the layout that the frame is of.
        style
            Which of the master's styles it has.

        Notes
        -----
        The colour keeps its hue. Where nobody knows what lies behind the words, they keep their own.
        """
        shapes = holder.shapes
        behind = self._behind(shapes, holder.box)
        own = self._fill(shapes, style)
        if not behind or (own is not None and own.tag != f"{_A}solidFill"):
            return
        held = own if own is not None else _named(shapes[0]._element, "tx1")  # noqa: SLF001
        if self._reads(held, behind):
            return
        better = next((one for one in _steps(held) if self._reads(one, behind)), None)
        if better is None:
            better = max(
                (_named(held, name) for name in ("tx1", "bg1") if name in self.colours),
                key=lambda one: self._least(one, behind),
                default=None,
            )
        if better is not None:
            _paint(frame, better)

    def _behind(self, shapes: Sequence[Any], place: Box) -> tuple[str, ...]:
        for shape in shapes:
            filled = shape._element.find(f"{_P}spPr/{_A}solidFill")  # noqa: SLF001
            if filled is not None:
                return shades_of(filled, self.colours)
            if shape._element.find(f"{_P}spPr/{_A}noFill") is not None:  # noqa: SLF001
                break
        return grounds.behind(self.layout, self.colours, self.theme, place)

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


def _paint(frame: Any, fill: Any) -> None:
    """Fill all words of a frame; what an element of words holds stands in an order."""
    for one in frame._txBody.iter(f"{_A}rPr"):  # noqa: SLF001 - python-pptx has no call for it
        for old in [child for child in one if child.tag.removeprefix(_A) in _FILLS]:
            one.remove(old)
        one.insert(1 if len(one) and one[0].tag == f"{_A}ln" else 0, deepcopy(fill))
