"""Labels of a native bubble chart: words that come from cells, each where the Picture has it.

Office has such labels since 2013 (the extension ``c15``): a field says that the words come from a range, and
beside the range stand the words as they were last. A label lies at the side of its bubble where the Picture
puts it, and the offset from there is its own, so that it goes along with the bubble; one that stands apart gets
a line to it from Office, which goes along as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cx.deliver.chart import layout
from cx.deliver.chart.elements import BARE, EMU, SHOWN, cells, fill, points, run_look, tag, text_body, value
from cx.deliver.ground import escaped
from cx.picture.colour import CROSSHAIR, INK
from cx.picture.record import Box, TextBlock
from cx.picture.record.parts import Point

_C15 = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
_LABELS, _RANGE = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}", "{02D57815-91ED-43cb-92C2-25804820EDAC}"
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


def labels(
    placed: Iterable[Placed], hidden: Sequence[int], frame: Box, series: int, *, others: TextBlock | None
) -> str:
    """Return the labels of a series.

    Parameters
    ----------
    placed
        Words with their places.
    hidden
        Points without words.
    frame
        The chart's place in the Picture.
    series
        The place of the series in the chart.
    others
        Gives the look of all other points' labels; ``None``: they have none.
    """
    own: dict[int, str] = {at: tag("c:dLbl", value("c:idx", at), value("c:delete", 1)) for at in hidden}
    own |= {one.at: _label(one, frame, series) for one in placed}
    flags = "".join(value(f"c:{what}", 0) for what in SHOWN)
    leader = tag("c15:leaderLines", tag("c:spPr", tag("a:ln", fill(CROSSHAIR), w=round(0.75 * EMU))))
    look = ""
    if others is not None:
        look = BARE + tag("c:txPr", text_body(None), tag("a:p", _paragraph(others), tag("a:endParaRPr")))
        look += value("c:dLblPos", "r")
    shown = value("c15:showDataLabelsRange", int(others is not None))
    lines = value("c15:showLeaderLines", int(others is not None))
    ends = _extended(_LABELS, shown, lines, leader if others is not None else "")
    return tag("c:dLbls", *(own[at] for at in sorted(own)), look, flags, ends)


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


def _label(one: Placed, frame: Box, series: int) -> str:
    side, right, down = _offset(one)
    placed = tag("c:manualLayout", value("c:x", right / frame.width), value("c:y", down / frame.height))
    block = one.block
    look = run_look(block)
    field = tag(
        "a:fld",
        tag("a:rPr", *look[0], **look[1]),
        tag("a:pPr", tag("a:defRPr", *look[0], **look[1]), algn=_ALIGNED[block.align]),
        tag("a:t", escaped(block.text)),
        id=f"{{C0A1{series:04X}-0000-4000-8000-{one.at:012X}}}",
        type="CELLRANGE",
    )
    words = tag("a:p", _paragraph(block), field)
    shown = (value(f"c:{what}", 0) for what in SHOWN)
    return tag(
        "c:dLbl",
        value("c:idx", one.at),
        tag("c:layout", placed),
        tag("c:tx", tag("c:rich", text_body(None), words)),
        BARE,
        value("c:dLblPos", side),
        *shown,
        _extended(_LABELS, "<c15:dlblFieldTable/>", value("c15:showDataLabelsRange", 1)),
    )


def _paragraph(block: TextBlock) -> str:
    look = run_look(block)
    return tag("a:pPr", tag("a:defRPr", *look[0], **look[1]), algn=_ALIGNED[block.align])


def _offset(one: Placed) -> tuple[str, float, float]:
    """Return at which side of its bubble a label lies, and how far from where Office would put it."""
    box, (x, y), radius = one.block.box, one.point, one.radius
    middle, height = box.centre
    if one.inside:
        return "ctr", middle - x, height - y
    gaps: Mapping[str, float] = {
        "r": box.left - (x + radius),
        "l": (x - radius) - box.right,
        "t": (y - radius) - box.bottom,
        "b": box.top - (y + radius),
    }
    side = max(gaps, key=lambda name: gaps[name])
    if side in ("r", "l"):
        return side, gaps[side] * (1 if side == "r" else -1), height - y
    return side, middle - x, gaps[side] * (1 if side == "b" else -1)


PLAIN = TextBlock((), Box(0, 0, 0, 0), 12, INK)
"""The look of a label that nobody placed."""
