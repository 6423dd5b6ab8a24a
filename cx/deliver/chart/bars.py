"""Ranked bars with intervals as a native chart whose numbers open in the data editor.

The names stand as the categories of the axis, the values as labels of a second, invisible series that reaches
to the upper end of the interval, so that no number lies on a line.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from cx.deliver.chart.bar_geometry import BAR, TURNED, lower, plot_of, step, upper
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
from cx.deliver.ground import BarChart, Book, Interval, Value
from cx.picture.colour import GRID, INK, SECONDARY
from cx.picture.record import Box, TextBlock
from cx.text import Language, say

_GAP_WIDTH = 60
_LINE = round(0.75 * EMU)
_BESIDE = "\N{NO-BREAK SPACE}"
"""Between the end of an interval and the number."""
_CATEGORIES, _VALUES = 222_000_001, 222_000_002


def chart_space(chart: BarChart, lang: Language) -> str:
    """Return the chart's part, its children in the order of the schema."""
    layout = inner_layout(plot_of(chart), chart.box)
    plot = tag("c:plotArea", layout, _bars(chart, lang), _category_axis(chart), _value_axis(chart))
    body = tag("c:chart", value("c:autoTitleDeleted", 1), plot, value("c:plotVisOnly", 1))
    return whole(body, text_look(chart.size, INK))


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
        if bar.turned or bar.hollow
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
    flags = (value(f"c:{what}", 0) for what in SHOWN)
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
    shown = (value(f"c:{what}", int(what == "showVal")) for what in SHOWN)
    return tag(
        "c:dLbl",
        value("c:idx", at),
        tag("c:tx", rich(block)),
        BARE,
        value("c:dLblPos", "outEnd"),
        *shown,
    )


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
    shade = TURNED if bar.turned or bar.hollow else BAR
    line = tag("a:ln", fill(shade.fill), value("a:prstDash", "dash" if bar.hollow else "solid"), w=_LINE)
    return tag("c:spPr", "<a:noFill/>" if bar.hollow else fill(shade.fill, 0.45), line)


def _name(column: int, lang: Language) -> str:
    return words_from("c:tx", _sheet(lang), column, 0, [_titles(lang)[column]])


def _names(chart: BarChart, lang: Language) -> str:
    return words_from("c:cat", _sheet(lang), 0, 1, [bar.name for bar in chart.bars])


def _numbers(chart: BarChart, lang: Language, column: int, of: Callable[[Interval], float]) -> str:
    return numbers_from(_sheet(lang), column, 1, [of(bar) for bar in chart.bars], style="0.0%")


def _sheet(lang: Language) -> str:
    return say("deliver.sheet.chart_data", lang)


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


def _titles(lang: Language) -> Sequence[str]:
    keys = ("touchpoint", "share", "upper", "plus", "minus")
    return [say(f"deliver.drivers.column.{key}", lang) for key in keys]


def embedded(chart: BarChart, lang: Language) -> bytes:
    """Return the workbook with the numbers, as a deck embeds it."""
    buffer = io.BytesIO()
    book = Book(buffer)
    sheet = book.sheet(_sheet(lang))
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
