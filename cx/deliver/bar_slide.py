"""Ranked bars with intervals as a native chart whose numbers open in the data editor.

The names stand as the categories of the axis, the values as labels of a second, invisible series that reaches
to the upper end of the interval, so that no number lies on a line.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from cx.deliver import slide
from cx.deliver.book import Book, Value
from cx.deliver.chart_parts import BARE, EMU, fill, rich, tag, text_look, value
from cx.deliver.page import BarChart, Interval
from cx.deliver.safe import escaped
from cx.picture.record import Box, TextBlock
from cx.picture.theme import GRID, INK, QUADRANT_SHADES, SECONDARY
from cx.text import Language, say

if TYPE_CHECKING:
    from pptx.slide import Slide

BAR, TURNED = QUADRANT_SHADES["minimise_cost"], QUADRANT_SHADES["simplify"]
ROW = 1.9
"""The height of a bar with the room around it, in lines of type."""
AXIS = 3.2
"""The room below the bars for the axis and its title, in lines of type."""
_GAP_WIDTH = 60
_BESIDE = "\N{NO-BREAK SPACE}"
"""Between the end of an interval and the number."""
_CATEGORIES, _VALUES = 222_000_001, 222_000_002
_NAMESPACES = {
    "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_SHOWN = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


class _Chart:
    """What python-pptx asks of chart data."""

    def __init__(self, chart: BarChart, lang: Language) -> None:
        self._xml = chart_space(chart, lang).encode()
        self.xlsx_blob = _embedded(chart, lang)

    def xml_bytes(self, _chart_type: object) -> bytes:
        return self._xml


def add(made: Slide, chart: BarChart, lang: Language) -> None:
    """Add the chart at its place."""
    from pptx.enum.chart import XL_CHART_TYPE

    data: Any = _Chart(chart, lang)
    shapes: Any = made.shapes
    graphic = shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *slide.place(chart.box), data)
    slide.describe(graphic, chart.alt, name=say("deliver.drivers.chart", lang))


def plot_of(chart: BarChart) -> Box:
    """Return where the bars stand, without names and axis."""
    below = AXIS * chart.size
    return Box(
        chart.box.left + chart.names,
        chart.box.top,
        chart.box.width - chart.names,
        chart.box.height - below,
    )


def chart_space(chart: BarChart, lang: Language) -> str:
    """Return the chart's part, its children in the order of the schema."""
    plot = tag("c:plotArea", _layout(chart), _bars(chart, lang), _category_axis(chart), _value_axis(chart))
    body = tag("c:chart", value("c:autoTitleDeleted", 1), plot, value("c:plotVisOnly", 1))
    space = value("c:date1904", 0) + value("c:roundedCorners", 0) + body + BARE
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + tag(
        "c:chartSpace", space, text_look(chart.size, INK), **_NAMESPACES
    )


def _layout(chart: BarChart) -> str:
    plot, frame = plot_of(chart), chart.box
    places = {
        "x": (plot.left - frame.left) / frame.width,
        "y": (plot.top - frame.top) / frame.height,
        "w": plot.width / frame.width,
        "h": plot.height / frame.height,
    }
    head = value("c:layoutTarget", "inner") + value("c:xMode", "edge") + value("c:yMode", "edge")
    return tag(
        "c:layout",
        tag("c:manualLayout", head, *(value(f"c:{key}", place) for key, place in places.items())),
    )


def _bars(chart: BarChart, lang: Language) -> str:
    return tag(
        "c:barChart",
        value("c:barDir", "bar"),
        value("c:grouping", "clustered"),
        value("c:varyColors", 0),
        _shares(chart, lang),
        _ends(chart, lang),
        value("c:gapWidth", _GAP_WIDTH),
        value("c:overlap", 100),
        value("c:axId", _CATEGORIES),
        value("c:axId", _VALUES),
    )


def _shares(chart: BarChart, lang: Language) -> str:
    turned = "".join(
        tag("c:dPt", value("c:idx", at), value("c:invertIfNegative", 0), value("c:bubble3D", 0), _look(bar))
        for at, bar in enumerate(chart.bars)
        if bar.turned
    )
    return tag(
        "c:ser",
        value("c:idx", 0),
        value("c:order", 0),
        _name(1, lang),
        _look(Interval("", 0, "")),
        value("c:invertIfNegative", 0),
        turned,
        _error_bars(chart, lang),
        _names(chart, lang),
        tag("c:val", _numbers(chart, lang, 1, lambda bar: bar.value)),
    )


def _ends(chart: BarChart, lang: Language) -> str:
    """Return the invisible bars to the ends of the intervals, labelled with the values."""
    own = (_label(at, bar, chart.size) for at, bar in enumerate(chart.bars))
    flags = (value(f"c:{what}", 0) for what in _SHOWN)
    return tag(
        "c:ser",
        value("c:idx", 1),
        value("c:order", 1),
        _name(2, lang),
        BARE,
        value("c:invertIfNegative", 0),
        tag("c:dLbls", *own, *flags),
        _names(chart, lang),
        tag("c:val", _numbers(chart, lang, 2, upper)),
    )


def _label(at: int, bar: Interval, size: float) -> str:
    block = TextBlock((_BESIDE + bar.words,), Box(0, 0, 0, 0), size, INK)
    shown = (value(f"c:{what}", int(what == "showVal")) for what in _SHOWN)
    return tag(
        "c:dLbl",
        value("c:idx", at),
        tag("c:tx", rich(block)),
        BARE,
        value("c:dLblPos", "outEnd"),
        *shown,
    )


def upper(bar: Interval) -> float:
    """Return where the number stands: at the upper end of the interval, or of the bar without one."""
    return bar.value if bar.high is None else max(bar.value, bar.high)


def lower(bar: Interval) -> float:
    """Return the lower end of the interval; the bar's own end without one."""
    return bar.value if bar.low is None else min(bar.value, bar.low)


def _error_bars(chart: BarChart, lang: Language) -> str:
    if all(bar.low is None for bar in chart.bars):
        return ""
    return tag(
        "c:errBars",
        value("c:errBarType", "both"),
        value("c:errValType", "cust"),
        value("c:noEndCap", 0),
        tag("c:plus", _numbers(chart, lang, 3, lambda bar: upper(bar) - bar.value)),
        tag("c:minus", _numbers(chart, lang, 4, lambda bar: bar.value - lower(bar))),
        tag("c:spPr", tag("a:ln", fill(INK), w=round(1.25 * EMU))),
    )


def _look(bar: Interval) -> str:
    shade = TURNED if bar.turned else BAR
    return tag("c:spPr", fill(shade.fill, 0.45), tag("a:ln", fill(shade.fill), w=round(0.75 * EMU)))


def _name(column: int, lang: Language) -> str:
    words = _titles(lang)[column]
    cache = tag("c:strCache", value("c:ptCount", 1), tag("c:pt", tag("c:v", escaped(words)), idx=0))
    return tag("c:tx", tag("c:strRef", tag("c:f", _range(lang, column, 0, 0)), cache))


def _names(chart: BarChart, lang: Language) -> str:
    points = (tag("c:pt", tag("c:v", escaped(bar.name)), idx=at) for at, bar in enumerate(chart.bars))
    cache = tag("c:strCache", value("c:ptCount", len(chart.bars)), *points)
    return tag("c:cat", tag("c:strRef", tag("c:f", _range(lang, 0, 1, len(chart.bars))), cache))


def _numbers(chart: BarChart, lang: Language, column: int, of: Callable[[Interval], float]) -> str:
    points = (tag("c:pt", tag("c:v", repr(float(of(bar)))), idx=at) for at, bar in enumerate(chart.bars))
    cache = tag("c:numCache", tag("c:formatCode", "0.0%"), value("c:ptCount", len(chart.bars)), *points)
    return tag("c:numRef", tag("c:f", _range(lang, column, 1, len(chart.bars))), cache)


def _range(lang: Language, column: int, first: int, last: int) -> str:
    sheet = escaped("'" + say("deliver.sheet.chart_data", lang).replace("'", "''") + "'")
    letter = "ABCDE"[column]
    end = "" if first == last else f":${letter}${last + 1}"
    return f"{sheet}!${letter}${first + 1}{end}"


def _category_axis(chart: BarChart) -> str:
    return tag(
        "c:catAx",
        value("c:axId", _CATEGORIES),
        tag("c:scaling", value("c:orientation", "maxMin")),
        value("c:delete", 0),
        value("c:axPos", "l"),
        tag("c:numFmt", formatCode="General", sourceLinked=0),
        value("c:majorTickMark", "none"),
        value("c:minorTickMark", "none"),
        value("c:tickLblPos", "low"),
        tag("c:spPr", tag("a:ln", fill(SECONDARY), w=round(0.75 * EMU))),
        text_look(chart.size, INK),
        value("c:crossAx", _VALUES),
        value("c:crosses", "autoZero"),
        value("c:lblOffset", 60),
        value("c:noMultiLvlLbl", 1),
    )


def _value_axis(chart: BarChart) -> str:
    """Return the axis of shares; it crosses at the last category, which stands at the bottom."""
    title = TextBlock((chart.axis,), Box(0, 0, 0, 0), chart.size, SECONDARY)
    return tag(
        "c:valAx",
        value("c:axId", _VALUES),
        tag("c:scaling", value("c:orientation", "minMax"), value("c:max", chart.longest), value("c:min", 0)),
        value("c:delete", 0),
        value("c:axPos", "b"),
        tag("c:majorGridlines", tag("c:spPr", tag("a:ln", fill(GRID), w=round(0.75 * EMU)))),
        tag("c:title", tag("c:tx", rich(title, 0)), value("c:overlay", 0)),
        tag("c:numFmt", formatCode="0%", sourceLinked=0),
        value("c:majorTickMark", "none"),
        value("c:minorTickMark", "none"),
        value("c:tickLblPos", "nextTo"),
        tag("c:spPr", tag("a:ln", "<a:noFill/>")),
        text_look(chart.size, SECONDARY),
        value("c:crossAx", _CATEGORIES),
        value("c:crosses", "max"),
        value("c:crossBetween", "between"),
        value("c:majorUnit", step(chart.longest)),
    )


def step(longest: float) -> float:
    """Return the distance between the values along the axis: a round one, four to eight of them.

    Examples
    --------
    >>> step(0.5), step(1.0)
    (0.1, 0.2)
    """
    for size in (0.01, 0.02, 0.05, 0.1):
        if longest / size <= _MOST_STEPS:
            return size
    return 0.2


_MOST_STEPS = 7


def _titles(lang: Language) -> Sequence[str]:
    keys = ("touchpoint", "share", "upper", "plus", "minus")
    return [say(f"deliver.drivers.column.{key}", lang) for key in keys]


def _embedded(chart: BarChart, lang: Language) -> bytes:
    buffer = io.BytesIO()
    book = Book(buffer)
    sheet = book.sheet(say("deliver.sheet.chart_data", lang))
    for column, title in enumerate(_titles(lang)):
        book.write(sheet, 0, column, title, bold=True)
    for row, bar in enumerate(chart.bars, start=1):
        end = upper(bar)
        cells: tuple[Value, ...] = (bar.name, bar.value, end, end - bar.value, bar.value - lower(bar))
        for column, one in enumerate(cells):
            book.write(sheet, row, column, one, "plain")
    sheet.set_column(0, 0, 36)
    sheet.set_column(1, 4, 16)
    book.file.close()
    return buffer.getvalue()
