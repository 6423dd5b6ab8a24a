"""The XML of a native bubble chart that shows a Picture, for PowerPoint and Excel alike.

Children stand in the order of the schema (ECMA-376 part 1, 21.2): Office repairs a file that has them
otherwise. The plot's place is fixed by a manual inner layout, so that shapes can be drawn around it; sizes
are fixed by an invisible reference bubble, since LibreOffice ignores ``bubbleScale``.
"""

from __future__ import annotations

from dataclasses import dataclass

from cx.deliver.chart.axes import X_AXIS, Y_AXIS, axes
from cx.deliver.chart.elements import (
    BARE,
    EMU,
    SHOWN,
    fill,
    inner_layout,
    numbers_from,
    rich,
    tag,
    text_look,
    value,
    whole,
    words_from,
)
from cx.deliver.chart.numbers import NAME, SIZE, ChartData, Point, Series, X, Y
from cx.picture import Picture
from cx.picture.colour import INK, SECONDARY
from cx.picture.record import Box, Disc, Label, TextBlock

_DASHES = {"solid": "solid", "dashed": "dash", "dotted": "sysDot"}
_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)


@dataclass(frozen=True)
class Look:
    """How a chart differs between a deck and a workbook."""

    sheet: str
    """The sheet that holds the numbers."""
    alone: bool = False
    """Whether no shapes surround it: then the axes are the crosshair."""
    legend: bool = False
    """Whether the series are named above it."""


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
        The sheet's name, and whether the chart stands alone.
    """
    labels = {label.id: label for label in picture.labels}
    series = "".join(_series(one, at, labels, frame, look) for at, one in enumerate(data.series, start=1))
    bubbles = tag(
        "c:bubbleChart",
        value("c:varyColors", 0),
        _reference(data, look) + series + _marks(data, frame, look) + _zero(data, look),
        value("c:bubbleScale", data.scale),
        value("c:showNegBubbles", 0),
        value("c:sizeRepresents", "area"),
        value("c:axId", X_AXIS),
        value("c:axId", Y_AXIS),
    )
    plot = tag(
        "c:plotArea", inner_layout(picture.plot, frame), bubbles, axes(picture, frame, alone=look.alone)
    )
    after = (_legend(data) if look.legend else "", value("c:plotVisOnly", 1), value("c:dispBlanksAs", "gap"))
    chart = tag("c:chart", value("c:autoTitleDeleted", 1), plot, *after)
    return whole(chart, text_look(12, INK))


def _legend(data: ChartData) -> str:
    """Return the legend of the series, without those that are invisible."""
    further = len(data.series) + 1
    hidden = [0, *range(further, further + bool(data.marks) + bool(data.zero))]
    return tag(
        "c:legend",
        value("c:legendPos", "t"),
        *(tag("c:legendEntry", value("c:idx", at), value("c:delete", 1)) for at in hidden),
        value("c:overlay", 0),
        text_look(11, INK),
    )


def _series(series: Series, at: int, labels: dict[str, Label], frame: Box, look: Look) -> str:
    dots = "".join(_point_look(point.disc, index) for index, point in enumerate(series.points))
    return tag(
        "c:ser",
        value("c:idx", at),
        value("c:order", at),
        _series_name(series.name, series.header_row, look),
        _shape(series.points[0].disc),
        value("c:invertIfNegative", 0),
        dots,
        _labels(series.points, labels, frame),
        *_numbers(series.points, look),
        value("c:bubble3D", 0),
    )


def _reference(data: ChartData, look: Look) -> str:
    """Return the invisible bubble that is as large as a native chart draws its largest.

    It comes first, and its ranges are as long as those of the longest series (its further cells are empty):
    LibreOffice drops every series that is shorter than a later one.
    """
    x, y = data.reference_place
    row, count = data.reference_row, data.longest
    return tag(
        "c:ser",
        value("c:idx", 0),
        value("c:order", 0),
        _series_name(data.reference_name, row, look),
        BARE,
        value("c:invertIfNegative", 0),
        _number_source("c:xVal", look.sheet, X, row, [x], count),
        _number_source("c:yVal", look.sheet, Y, row, [y], count),
        _number_source("c:bubbleSize", look.sheet, SIZE, row, [data.reference_size], count),
        value("c:bubble3D", 0),
    )


def _series_name(name: str, row: int, look: Look) -> str:
    return words_from("c:tx", look.sheet, NAME, row, [name])


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
    return tag(name, numbers_from(sheet, column, row, values, count=count))


def _point_look(disc: Disc, at: int) -> str:
    return tag(
        "c:dPt", value("c:idx", at), value("c:invertIfNegative", 0), value("c:bubble3D", 0), _shape(disc)
    )


def _shape(disc: Disc) -> str:
    line = tag(
        "a:ln",
        fill(disc.outline),
        value("a:prstDash", _DASHES[disc.stroke]),
        w=round(disc.outline_width * EMU),
    )
    return tag("c:spPr", fill(disc.fill, disc.opacity), line)


def _marks(data: ChartData, frame: Box, look: Look) -> str:
    """Return the words on the chart, as the labels of invisible points."""
    if not data.marks:
        return ""
    at, first = len(data.series) + 1, data.marks[0].row
    own = (_label(at, mark.block, mark.place, frame) for at, mark in enumerate(data.marks))
    sizes = [data.tiny] * len(data.marks)
    return tag(
        "c:ser",
        value("c:idx", at),
        value("c:order", at),
        _series_name(data.marks_name, first - 1, look),
        BARE,
        value("c:invertIfNegative", 0),
        tag("c:dLbls", *own, *(value(f"c:{what}", 0) for what in SHOWN), _NO_LEADERS),
        _number_source("c:xVal", look.sheet, X, first, [mark.x for mark in data.marks]),
        _number_source("c:yVal", look.sheet, Y, first, [mark.y for mark in data.marks]),
        _number_source("c:bubbleSize", look.sheet, SIZE, first, sizes),
        value("c:bubble3D", 0),
    )


def _zero(data: ChartData, look: Look) -> str:
    """Return the line of no impact, as dots."""
    if not data.zero:
        return ""
    at, first = len(data.series) + 1 + bool(data.marks), data.zero_row
    across, up = zip(*data.zero, strict=True)
    return tag(
        "c:ser",
        value("c:idx", at),
        value("c:order", at),
        _series_name(data.zero_name, first - 1, look),
        tag("c:spPr", fill(SECONDARY), tag("a:ln", "<a:noFill/>")),
        value("c:invertIfNegative", 0),
        _number_source("c:xVal", look.sheet, X, first, list(across)),
        _number_source("c:yVal", look.sheet, Y, first, list(up)),
        _number_source("c:bubbleSize", look.sheet, SIZE, first, [data.dot] * len(data.zero)),
        value("c:bubble3D", 0),
    )


def _labels(points: tuple[Point, ...], labels: dict[str, Label], frame: Box) -> str:
    own = []
    for at, disc in enumerate(point.disc for point in points):
        label = labels.get(disc.id)
        own.append(_label(at, label.block if label else None, (disc.x, disc.y), frame))
    return tag("c:dLbls", *own, *(value(f"c:{what}", 0) for what in SHOWN), _NO_LEADERS)


def _label(at: int, block: TextBlock | None, place: tuple[float, float], frame: Box) -> str:
    """Return a label at the Picture's place: as far from its point as the Picture has it."""
    if block is None:
        return tag("c:dLbl", value("c:idx", at), value("c:delete", 1))
    x, y = block.box.centre
    layout = tag(
        "c:manualLayout",
        value("c:x", (x - place[0]) / frame.width),
        value("c:y", (y - place[1]) / frame.height),
    )
    shown = (value(f"c:{what}", int(what == "showVal")) for what in SHOWN)
    return tag(
        "c:dLbl",
        value("c:idx", at),
        tag("c:layout", layout),
        tag("c:tx", rich(block)),
        BARE,
        value("c:dLblPos", "ctr"),
        *shown,
    )
