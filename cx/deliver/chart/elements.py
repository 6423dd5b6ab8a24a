"""Pieces of chart XML: elements, colours, text, places, and what is read from the sheet behind a chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cx.deliver.chart.layout import letters
from cx.deliver.ground import escaped
from cx.picture.colour import INK
from cx.picture.record import Box, TextBlock

FONT = "Arial"
EMU = 12_700
"""What a point is in the unit of Office's drawings."""
BARE = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
SHOWN = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
"""What a label may show, in the order of the schema."""
_NAMESPACES = {
    "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


def tag(name: str, *children: str, **attributes: object) -> str:
    """Return an element with its children as they are, and its attributes escaped.

    Examples
    --------
    >>> tag("a:t", "x"), tag("c:idx", val=3)
    ('<a:t>x</a:t>', '<c:idx val="3"/>')
    """
    written = "".join(f' {key}="{escaped(str(value))}"' for key, value in attributes.items())
    inner = "".join(children)
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


def value(name: str, val: object) -> str:
    """Return an element that only holds a value."""
    return tag(name, val=val)


def fill(colour: str, opacity: float = 1.0) -> str:
    """Return a solid fill."""
    alpha = value("a:alpha", round(opacity * 100_000)) if opacity < 1 else ""
    return tag("a:solidFill", tag("a:srgbClr", alpha, val=colour.lstrip("#")))


def rich(block: TextBlock, rotation: int | None = None) -> str:
    """Return a text of the Picture in its lines."""
    align = {"left": "l", "centre": "ctr", "right": "r"}[block.align]
    run = run_look(block)
    lines = (
        tag("a:p", _paragraph_look(run, align), tag("a:r", tag("a:rPr", *run[0], **run[1]), _text(line)))
        for line in block.lines
    )
    return tag("c:rich", text_body(rotation), *lines)


def text_look(size: float, colour: str = INK) -> str:
    """Return the look of text that Office writes itself, such as axis values."""
    paragraph = _paragraph_look(_run(size, colour, bold=False), "ctr")
    return tag("c:txPr", text_body(None), tag("a:p", paragraph, tag("a:endParaRPr", lang="en-GB")))


def whole(chart: str, look: str) -> str:
    """Return the whole part: the chart without a frame, and the look of its text."""
    head = value("c:date1904", 0) + value("c:roundedCorners", 0)
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + tag(
        "c:chartSpace", head, chart, BARE, look, **_NAMESPACES
    )


def inner_layout(plot: Box, frame: Box) -> str:
    """Return the plot's fixed place inside the chart's frame."""
    return tag(
        "c:layout",
        tag(
            "c:manualLayout",
            value("c:layoutTarget", "inner"),
            value("c:xMode", "edge"),
            value("c:yMode", "edge"),
            value("c:x", (plot.left - frame.left) / frame.width),
            value("c:y", (plot.top - frame.top) / frame.height),
            value("c:w", plot.width / frame.width),
            value("c:h", plot.height / frame.height),
        ),
    )


def words_from(name: str, sheet: str, column: int, row: int, words: Sequence[str]) -> str:
    """Return an element with texts and the cells that hold them, from ``row`` (from 0) down."""
    where = tag("c:f", cells(sheet, column, row, len(words)))
    cache = tag("c:strCache", *points(dict(enumerate(words)), len(words)))
    return tag(name, tag("c:strRef", where, cache))


def numbers_from(
    sheet: str,
    column: int,
    row: int,
    numbers: Sequence[float | None],
    *,
    style: str = "General",
) -> str:
    """Return numbers and the cells that hold them, from ``row`` (from 0) down.

    Parameters
    ----------
    numbers
        ``None`` where a cell has nothing to draw.
    style
        The format code of the numbers.
    """
    held = {at: repr(float(number)) for at, number in enumerate(numbers) if number is not None}
    cache = tag("c:numCache", tag("c:formatCode", style), *points(held, len(numbers)))
    return tag("c:numRef", tag("c:f", cells(sheet, column, row, len(numbers))), cache)


def points(held: Mapping[int, str], count: int) -> list[str]:
    """Return what cells hold, by their place, and how many cells there are."""
    return [
        value("c:ptCount", count),
        *(tag("c:pt", tag("c:v", escaped(one)), idx=at) for at, one in held.items()),
    ]


def cells(sheet: str, column: int, row: int, count: int) -> str:
    """Return so many cells from ``row`` (from 0) down, as a chart names them."""
    quoted = escaped("'" + sheet.replace("'", "''") + "'")
    letter = letters(column)
    end = "" if count == 1 else f":${letter}${row + count}"
    return f"{quoted}!${letter}${row + 1}{end}"


Run = tuple[tuple[str, ...], dict[str, int]]


def run_look(block: TextBlock) -> Run:
    """Return the look of a text of the Picture: what stands in a run's properties, and its attributes."""
    return _run(block.size, block.colour, bold=block.weight == "semibold")


def _run(size: float, colour: str, *, bold: bool) -> Run:
    fonts = (tag("a:latin", typeface=FONT), tag("a:cs", typeface=FONT))
    return (fill(colour), *fonts), {"sz": round(size * 100), "b": int(bold)}


def _paragraph_look(run: Run, align: str) -> str:
    return tag("a:pPr", tag("a:defRPr", *run[0], **run[1]), algn=align)


def _text(line: str) -> str:
    return tag("a:t", escaped(line))


def text_body(rotation: int | None) -> str:
    """Return what holds a text: without padding, and without breaks of its own."""
    turned: dict[str, object] = {} if rotation is None else {"rot": rotation, "vert": "horz"}
    insets = dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), 0)
    return tag("a:bodyPr", **turned, wrap="none", **insets, anchor="ctr") + "<a:lstStyle/>"
