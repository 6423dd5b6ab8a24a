"""Pieces of chart XML: elements, colours, and text."""

from __future__ import annotations

from cx.deliver.safe import escaped
from cx.picture.record import TextBlock
from cx.picture.theme import INK

FONT = "Arial"
EMU = 12_700
"""What a point is in the unit of Office's drawings."""
BARE = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


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
    run = _run(block.size, block.colour, bold=block.weight == "semibold")
    lines = (
        tag("a:p", _paragraph_look(run, align), tag("a:r", tag("a:rPr", *run[0], **run[1]), _text(line)))
        for line in block.lines
    )
    return tag("c:rich", _body(rotation), *lines)


def text_look(size: float, colour: str = INK) -> str:
    """Return the look of text that Office writes itself, such as axis values."""
    paragraph = _paragraph_look(_run(size, colour, bold=False), "ctr")
    return tag("c:txPr", _body(None), tag("a:p", paragraph, tag("a:endParaRPr", lang="en-GB")))


Run = tuple[tuple[str, ...], dict[str, int]]


def _run(size: float, colour: str, *, bold: bool) -> Run:
    fonts = (tag("a:latin", typeface=FONT), tag("a:cs", typeface=FONT))
    return (fill(colour), *fonts), {"sz": round(size * 100), "b": int(bold)}


def _paragraph_look(run: Run, align: str) -> str:
    return tag("a:pPr", tag("a:defRPr", *run[0], **run[1]), algn=align)


def _text(line: str) -> str:
    return tag("a:t", escaped(line))


def _body(rotation: int | None) -> str:
    turned: dict[str, object] = {} if rotation is None else {"rot": rotation, "vert": "horz"}
    insets = dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), 0)
    return tag("a:bodyPr", **turned, wrap="none", **insets, anchor="ctr") + "<a:lstStyle/>"
