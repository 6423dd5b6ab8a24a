"""Labels of a native bubble chart: words that come from cells, each where the Picture has it.

Office has such labels since 2013 (the extension ``c15``): a field says that the words come from a range, and
beside the range stand the words as they were last. A label lies at the side of its bubble where the Picture
puts it, with an offset of its own from there, so that it goes along with the bubble. To one that stands apart
Office draws a line, which goes along as well. Programs that do not know such fields show the words that stand
in them; "show the value" is on, since a label that shows nothing has none there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from cx.deliver.chart import layout
from cx.deliver.chart.elements import BARE, SHOWN, cells, points, run_look, tag, text_body, value
from cx.deliver.ground import escaped
from cx.picture.colour import INK
from cx.picture.record import Box, TextBlock
from cx.picture.record.parts import Point

_C15 = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
_LABELS, _RANGE = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}", "{02D57815-91ED-43cb-92C2-25804820EDAC}"
_FROM_CELL = "CELLRANGE"
_SPARE = TextBlock((f"[{_FROM_CELL}]",), Box(0, 0, 0, 0), 12, INK)
"""The look of a label that nobody placed."""
_ALIGNED = {"left": "l", "centre": "ctr", "right": "r"}


@dataclass(frozen=True)
class Placed:
    """Words at their place beside a point."""

    at: int
    """The point's place in its series."""
    block: TextBlock
    point: Point
    """The point's place in the Picture."""
    radius: float
    """Of the point's bubble; 0 where it has none."""
    inside: bool = True
    """Whether the words lie over the point."""
    apart: bool = False
    """Whether a line leads to them."""


def labels(
    placed: Iterable[Placed], spare: Iterable[int], hidden: Iterable[int], frame: Box, series: int
) -> str:
    """Return the labels of a series.

    Parameters
    ----------
    placed
        Words with their places.
    spare
        Points that nobody placed: they have their words at the right.
    hidden
        Points without words.
    frame
        The chart's place in the Picture.
    series
        The place of the series in the chart.

    Notes
    -----
    Each extension has one child, as Microsoft's own validator wants it: how lines to labels look is left to
    Office. A series has them where one of its labels stands apart: LibreOffice draws one to every label
    that lies aslant of its bubble.
    """
    own: dict[int, str] = {at: tag("c:dLbl", value("c:idx", at), value("c:delete", 1)) for at in hidden}
    own |= {at: _label(at, _SPARE, ("r", 0.0, 0.0), frame, series) for at in spare}
    led = False
    for one in placed:
        own[one.at] = _label(one.at, one.block, _offset(one), frame, series)
        led = led or one.apart
    flags = "".join(value(f"c:{what}", 0) for what in SHOWN)
    lines = value("c15:showLeaderLines", int(led))
    return tag("c:dLbls", *(own[at] for at in sorted(own)), flags, _extended(_LABELS, lines))


def words_range(sheet: str, first: int, words: Sequence[str]) -> str:
    """Return the end of a series: the cells that its labels come from, with their words.

    Parameters
    ----------
    first
        The first row on the sheet, from 0.
    words
        A word for each point; empty where there is none.
    """
    held = {at: word for at, word in enumerate(words) if word}
    cache = tag("c15:dlblRangeCache", *points(held, len(words)))
    where = tag("c15:f", cells(sheet, layout.LABEL, first, len(words)))
    return _extended(_RANGE, tag("c15:datalabelsRange", where, cache))


def _extended(uri: str, *children: str) -> str:
    inner = "".join(children)
    return f'<c:extLst><c:ext uri="{uri}" {_C15}>{inner}</c:ext></c:extLst>'


def _label(at: int, block: TextBlock, offset: tuple[str, float, float], frame: Box, series: int) -> str:
    side, right, down = offset
    placed = tag("c:manualLayout", value("c:x", right / frame.width), value("c:y", down / frame.height))
    look = run_look(block)
    field = tag(
        "a:fld",
        tag("a:rPr", *look[0], **look[1]),
        tag("a:pPr", tag("a:defRPr", *look[0], **look[1]), algn=_ALIGNED[block.align]),
        tag("a:t", escaped(block.text)),
        id=f"{{C0A1{series:04X}-0000-4000-8000-{at:012X}}}",
        type=_FROM_CELL,
    )
    words = tag("a:p", _paragraph(block), field)
    shown = (value(f"c:{what}", int(what == "showVal")) for what in SHOWN)
    return tag(
        "c:dLbl",
        value("c:idx", at),
        tag("c:layout", placed) if right or down else "",
        tag("c:tx", tag("c:rich", text_body(None), words)),
        BARE,
        value("c:dLblPos", side),
        *shown,
        _extended(_LABELS, value("c15:showDataLabelsRange", 1)),
    )


def _paragraph(block: TextBlock) -> str:
    look = run_look(block)
    return tag("a:pPr", tag("a:defRPr", *look[0], **look[1]), algn=_ALIGNED[block.align])


def _offset(one: Placed) -> tuple[str, float, float]:
    """Return at which side of its bubble a label lies, and how far from where Office would put it.

    The side is the one whose middle is nearest to the label.
    """
    box, (x, y), radius = one.block.box, one.point, one.radius
    middle, height = box.centre
    if one.inside:
        return "ctr", middle - x, height - y
    sides: Mapping[str, tuple[Point, Point]] = {
        "r": ((x + radius, y), (box.left, height)),
        "l": ((x - radius, y), (box.right, height)),
        "t": ((x, y - radius), (middle, box.bottom)),
        "b": ((x, y + radius), (middle, box.top)),
    }
    side = min(sides, key=lambda name: _apart(sides[name][0], box))
    (from_x, from_y), (to_x, to_y) = sides[side]
    return side, to_x - from_x, to_y - from_y


def _apart(point: Point, box: Box) -> float:
    across = max(box.left - point[0], 0.0, point[0] - box.right)
    return hypot(across, max(box.top - point[1], 0.0, point[1] - box.bottom))
