"""The XML of a native bubble chart that shows a Picture, for PowerPoint and Excel alike.

Children stand in the order of the schema (ECMA-376 part 1, 21.2): Office repairs a file that has them
otherwise. The plot's place is fixed by a manual inner layout, so that shapes can be drawn around it; the sizes
are fixed by an invisible reference bubble, since LibreOffice ignores ``bubbleScale``.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from cx.deliver.chart_data import NAME, SIZE, ChartData, Point, Series, X, Y
from cx.deliver.safe import escaped
from cx.picture.record import Axis, Box, Disc, Label, Picture, TextBlock
from cx.picture.theme import CROSSHAIR, INK, SECONDARY

_NAMESPACES = {
    "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_DASHES = {"solid": "solid", "dashed": "dash", "dotted": "sysDot"}
_X_AXIS, _Y_AXIS = 111_000_001, 111_000_002
_EMU = 12_700
_SHARE_AT_MOST = 2
_UPWARD = -5_400_000
_NOTHING = 1e-6
_COLUMNS = "ABCD"
_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
_SHOWN = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


@dataclass(frozen=True)
class Look:
    """How a chart differs between a deck and a workbook."""

    sheet: str
    """The sheet that holds the numbers."""
    font: str = "Arial"
    alone: bool = False
    """Whether no shapes surround it: then the axes are the crosshair, and it has tick labels and a legend."""


def chart_space(data: ChartData, picture: Picture, frame: Box, look: Look) -> str:
    """Return the whole part.

    Parameters
    ----------
    data
        What is plotted, with its rows on the sheet.
    picture
        Gives places, colours, labels and type sizes.
    frame
        The chart's place in the Picture's coordinates.
    look
        The sheet's name, the font, and whether the axes are the crosshair.
    """
    labels = {label.id: label for label in picture.labels}
    series = "".join(_series(one, at, labels, frame, look) for at, one in enumerate(data.series, start=1))
    bubbles = _tag(
        "c:bubbleChart",
        _value("c:varyColors", 0),
        _reference(data, look) + series,
        _value("c:bubbleScale", data.scale),
        _value("c:showNegBubbles", 0),
        _value("c:sizeRepresents", "area"),
        _value("c:axId", _X_AXIS),
        _value("c:axId", _Y_AXIS),
    )
    plot = _tag("c:plotArea", _inner_layout(picture.plot, frame), bubbles, _axes(picture, frame, look))
    after = (_legend(look) if look.alone else "", _value("c:plotVisOnly", 1), _value("c:dispBlanksAs", "gap"))
    chart = _tag("c:chart", _value("c:autoTitleDeleted", 1), plot, *after)
    head = _value("c:date1904", 0) + _value("c:roundedCorners", 0)
    bare = _tag("c:spPr", "<a:noFill/>", _tag("a:ln", "<a:noFill/>"))
    body = head + chart + bare + _tag("c:txPr", _body(), _paragraph("", look, 12, INK))
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + _tag(
        "c:chartSpace", body, **_NAMESPACES
    )


def _legend(look: Look) -> str:
    """Return the legend of the series, without the invisible bubble."""
    return _tag(
        "c:legend",
        _value("c:legendPos", "t"),
        _tag("c:legendEntry", _value("c:idx", 0), _value("c:delete", 1)),
        _value("c:overlay", 0),
        _tag("c:txPr", _body(), _paragraph("", look, 11, INK)),
    )


def _tag(name: str, *children: str, **attributes: object) -> str:
    written = "".join(f' {key}="{escaped(str(value))}"' for key, value in attributes.items())
    inner = "".join(children)
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


def _value(name: str, value: object) -> str:
    return _tag(name, val=value)


def _series(series: Series, at: int, labels: dict[str, Label], frame: Box, look: Look) -> str:
    dots = "".join(_point_look(point.disc, index) for index, point in enumerate(series.points))
    return _tag(
        "c:ser",
        _value("c:idx", at),
        _value("c:order", at),
        _series_name(series.name, series.header_row, look),
        _shape(series.points[0].disc),
        _value("c:invertIfNegative", 0),
        dots,
        _labels(series.points, labels, frame, look),
        *_numbers(series.points, look),
        _value("c:bubble3D", 0),
    )


def _reference(data: ChartData, look: Look) -> str:
    """Return the invisible bubble that is as large as a native chart draws its largest.

    It comes first, and its ranges are as long as those of the longest series (its further cells are empty):
    LibreOffice drops every series that is shorter than a later one.
    """
    x, y = data.reference_place
    row, count = data.reference_row, data.longest
    nothing = _tag("c:spPr", "<a:noFill/>", _tag("a:ln", "<a:noFill/>"))
    return _tag(
        "c:ser",
        _value("c:idx", 0),
        _value("c:order", 0),
        _series_name(data.reference_name, row, look),
        nothing,
        _value("c:invertIfNegative", 0),
        _number_source("c:xVal", look.sheet, X, row, [x], count),
        _number_source("c:yVal", look.sheet, Y, row, [y], count),
        _number_source("c:bubbleSize", look.sheet, SIZE, row, [data.reference_size], count),
        _value("c:bubble3D", 0),
    )


def _series_name(name: str, row: int, look: Look) -> str:
    cache = _tag("c:strCache", _value("c:ptCount", 1), _tag("c:pt", _tag("c:v", escaped(name)), idx=0))
    return _tag("c:tx", _tag("c:strRef", _tag("c:f", _range(look.sheet, NAME, row, row)), cache))


def _numbers(points: tuple[Point, ...], look: Look) -> tuple[str, str, str]:
    row = points[0].row
    return (
        _number_source("c:xVal", look.sheet, X, row, [point.x for point in points]),
        _number_source("c:yVal", look.sheet, Y, row, [point.y for point in points]),
        _number_source("c:bubbleSize", look.sheet, SIZE, row, [point.size for point in points]),
    )


def _number_source(
    name: str, sheet: str, column: int, row: int, values: list[float], count: int | None = None
) -> str:
    points = "".join(_tag("c:pt", _tag("c:v", repr(float(value))), idx=at) for at, value in enumerate(values))
    length = count or len(values)
    cache = _tag("c:numCache", _tag("c:formatCode", "General"), _value("c:ptCount", length), points)
    return _tag(name, _tag("c:numRef", _tag("c:f", _range(sheet, column, row, row + length - 1)), cache))


def _range(sheet: str, column: int, first: int, last: int) -> str:
    quoted = escaped("'" + sheet.replace("'", "''") + "'")
    letter = _COLUMNS[column]
    end = "" if first == last else f":${letter}${last + 1}"
    return f"{quoted}!${letter}${first + 1}{end}"


def _point_look(disc: Disc, at: int) -> str:
    return _tag(
        "c:dPt", _value("c:idx", at), _value("c:invertIfNegative", 0), _value("c:bubble3D", 0), _shape(disc)
    )


def _shape(disc: Disc) -> str:
    line = _tag(
        "a:ln",
        _fill(disc.outline),
        _value("a:prstDash", _DASHES[disc.stroke]),
        w=round(disc.outline_width * _EMU),
    )
    return _tag("c:spPr", _fill(disc.fill, disc.opacity), line)


def _fill(colour: str, opacity: float = 1.0) -> str:
    alpha = _value("a:alpha", round(opacity * 100_000)) if opacity < 1 else ""
    return _tag("a:solidFill", _tag("a:srgbClr", alpha, val=colour.lstrip("#")))


def _labels(points: tuple[Point, ...], labels: dict[str, Label], frame: Box, look: Look) -> str:
    own = "".join(
        _label(point.disc, at, labels.get(point.disc.id), frame, look) for at, point in enumerate(points)
    )
    return _tag("c:dLbls", own, *(_value(f"c:{what}", 0) for what in _SHOWN), _NO_LEADERS)


def _label(disc: Disc, at: int, label: Label | None, frame: Box, look: Look) -> str:
    """Return the name at the Picture's place: as far from the bubble's centre as the Picture has it."""
    if label is None:
        return _tag("c:dLbl", _value("c:idx", at), _value("c:delete", 1))
    x, y = label.block.box.centre
    layout = _tag(
        "c:manualLayout",
        _value("c:x", (x - disc.x) / frame.width),
        _value("c:y", (y - disc.y) / frame.height),
    )
    shown = (_value(f"c:{what}", int(what == "showVal")) for what in _SHOWN)
    return _tag(
        "c:dLbl",
        _value("c:idx", at),
        _tag("c:layout", layout),
        _tag("c:tx", _rich(label.block, look)),
        _tag("c:spPr", "<a:noFill/>", _tag("a:ln", "<a:noFill/>")),
        _value("c:dLblPos", "ctr"),
        *shown,
    )


def _rich(block: TextBlock, look: Look, rotation: int | None = None) -> str:
    align = {"left": "l", "centre": "ctr", "right": "r"}[block.align]
    bold = block.weight == "semibold"
    lines = (_paragraph(line, look, block.size, block.colour, bold=bold, align=align) for line in block.lines)
    return _tag("c:rich", _body(rotation), *lines)


def _body(rotation: int | None = None) -> str:
    turned = {} if rotation is None else {"rot": rotation, "vert": "horz"}
    return (
        _tag("a:bodyPr", **turned, wrap="none", lIns=0, tIns=0, rIns=0, bIns=0, anchor="ctr")
        + "<a:lstStyle/>"
    )


def _paragraph(
    text: str, look: Look, size: float, colour: str, *, bold: bool = False, align: str = "ctr"
) -> str:
    look_of_run = (_fill(colour), _tag("a:latin", typeface=look.font), _tag("a:cs", typeface=look.font))
    properties = {"sz": round(size * 100), "b": int(bold)}
    paragraph = _tag("a:pPr", _tag("a:defRPr", *look_of_run, **properties), algn=align)
    if not text:
        return _tag("a:p", paragraph, _tag("a:endParaRPr", lang="en-GB"))
    return _tag(
        "a:p", paragraph, _tag("a:r", _tag("a:rPr", *look_of_run, **properties), _tag("a:t", escaped(text)))
    )


def _inner_layout(plot: Box, frame: Box) -> str:
    return _tag(
        "c:layout",
        _tag(
            "c:manualLayout",
            _value("c:layoutTarget", "inner"),
            _value("c:xMode", "edge"),
            _value("c:yMode", "edge"),
            _value("c:x", (plot.left - frame.left) / frame.width),
            _value("c:y", (plot.top - frame.top) / frame.height),
            _value("c:w", plot.width / frame.width),
            _value("c:h", plot.height / frame.height),
        ),
    )


def _axes(picture: Picture, frame: Box, look: Look) -> str:
    lines = {line.axis: line.value for line in picture.crosshair}
    across = _axis(picture.x_axis, picture.x_title, _X_AXIS, lines.get("impact"), frame, look)
    return across + _axis(picture.y_axis, picture.y_title, _Y_AXIS, lines.get("satisfaction"), frame, look)


def _axis(axis: Axis, title: TextBlock, own: int, crossing: float | None, frame: Box, look: Look) -> str:
    """Return an axis; ``crossing`` is the value of the other axis where a chart that stands alone draws it."""
    minimum, maximum = _round_ends(axis) if look.alone else (axis.minimum, axis.maximum)
    crosses = look.alone and crossing is not None
    line = _tag("a:ln", _fill(CROSSHAIR), w=round(1.5 * _EMU)) if crosses else _tag("a:ln", "<a:noFill/>")
    return _tag(
        "c:valAx",
        _value("c:axId", own),
        _tag(
            "c:scaling", _value("c:orientation", "minMax"), _value("c:max", maximum), _value("c:min", minimum)
        ),
        _value("c:delete", 0),
        _value("c:axPos", "b" if own == _X_AXIS else "l"),
        _axis_title(title, own, frame, look),
        _tag("c:numFmt", formatCode=_number_format(axis), sourceLinked=0),
        _value("c:majorTickMark", "none"),
        _value("c:minorTickMark", "none"),
        _value("c:tickLblPos", "low" if look.alone and _unit(axis) else "none"),
        _tag("c:spPr", line),
        _tag("c:txPr", _body(), _paragraph("", look, 12, SECONDARY)),
        _value("c:crossAx", _Y_AXIS if own == _X_AXIS else _X_AXIS),
        _value("c:crossesAt", crossing) if crosses else _value("c:crosses", "min"),
        _value("c:crossBetween", "midCat"),
        _value("c:majorUnit", _unit(axis)) if _unit(axis) else "",
    )


def _axis_title(title: TextBlock, own: int, frame: Box, look: Look) -> str:
    place = _tag(
        "c:manualLayout",
        _value("c:xMode", "edge"),
        _value("c:yMode", "edge"),
        _value("c:x", (title.box.left - frame.left) / frame.width),
        _value("c:y", (title.box.top - frame.top) / frame.height),
    )
    words = _tag("c:tx", _rich(title, look, 0 if own == _X_AXIS else _UPWARD))
    return _tag("c:title", words, _tag("c:layout", place), _value("c:overlay", 0))


def _unit(axis: Axis) -> float:
    """Return the distance between two ticks; 0 where there are not two, or on a log axis."""
    if axis.log or not axis.ticks[1:]:
        return 0.0
    return round(axis.ticks[1].value - axis.ticks[0].value, 12)


def _round_ends(axis: Axis) -> tuple[float, float]:
    """Return the ends moved outward to round values, since Office counts ticks from the end of the axis."""
    unit = _unit(axis)
    if not unit:
        return axis.minimum, axis.maximum
    return floor(axis.minimum / unit + 1e-9) * unit, ceil(axis.maximum / unit - 1e-9) * unit


def _number_format(axis: Axis) -> str:
    """Return the format of the ticks: the decimals that they need, and nothing beyond the Picture's ticks."""
    if not axis.ticks:
        return "General"
    percent = axis.ticks[-1].label.endswith("%") and axis.maximum <= _SHARE_AT_MOST
    values = [tick.value * (100 if percent else 1) for tick in axis.ticks]
    decimals = next((d for d in range(4) if all(abs(round(v, d) - v) < _NOTHING for v in values)), 4)
    shown = "#,##0" + ("." + "0" * decimals if decimals else "") + ("%" if percent else "")
    edge = (_unit(axis) or 1.0) / 2
    low, high = axis.ticks[0].value - edge, axis.ticks[-1].value + edge
    return f'[<{low:.6g}]"";[>{high:.6g}]"";{shown}'
