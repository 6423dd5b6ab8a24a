"""The XML of a native bubble chart that shows a Picture, for PowerPoint and Excel alike.

Children stand in the order of the schema (ECMA-376 part 1, 21.2): Office repairs a file that has them
otherwise. The plot's place is fixed by a manual inner layout, so that shapes can be drawn around it; sizes
are fixed by an invisible reference bubble, since LibreOffice ignores ``bubbleScale``.

Every series reads as many rows, spare ones included: LibreOffice drops a series that is shorter than a later
one. A cell without a number stands in no cache; Office and LibreOffice then draw nothing. Columns that
somebody hides stay in the chart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cx.deliver.chart import layout
from cx.deliver.chart.axes import X_AXIS, Y_AXIS, axes
from cx.deliver.chart.elements import (
    BARE,
    EMU,
    fill,
    inner_layout,
    numbers_from,
    tag,
    text_look,
    value,
    whole,
    words_from,
)
from cx.deliver.chart.live.labels import Placed, labels, words_range
from cx.deliver.chart.live.looks import base, point_look
from cx.deliver.chart.live.plot_records import ChartData, Series
from cx.deliver.ground import cell_text
from cx.picture import Picture
from cx.picture.colour import CROSSHAIR, INK
from cx.picture.record import Box, Disc, Label

_LINE = 1.125
TINTS = "tints"
"""What stands for the relation to the picture of the tints until the chart is a part of a file."""
Numbers = Sequence[float | None]


@dataclass(frozen=True)
class Look:
    """How a chart differs between a deck and a workbook."""

    sheet: str
    """The sheet that holds the numbers."""
    tinted: bool = False
    """Whether the plot has a picture of the tints."""
    legend: bool = False
    """Whether the series are named above it."""
    slack: float = 1.0
    """How much wider words were measured than their font is: a label's box is so much too wide."""


@dataclass(frozen=True)
class _Chart:
    """What its parts are made from."""

    data: ChartData
    picture: Picture
    frame: Box
    look: Look

    @property
    def rows(self) -> int:
        return layout.count(len(self.data.rows))

    @property
    def below(self) -> int:
        return layout.below(self.rows)

    def column(self, numbers: Numbers) -> Numbers:
        """Return as many cells as a series has, the last ones empty."""
        return [*numbers, *(None for _ in range(self.rows - len(numbers)))]


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
        The sheet's name, whether there is a picture of the tints, and a legend.
    """
    made = _Chart(data, picture, frame, look)
    drawn = [_reference(made), _crossing(made)]
    drawn += [_series(made, one, at) for at, one in enumerate(data.series, start=len(drawn))]
    drawn.append(_words(made, len(drawn)))
    bubbles = tag(
        "c:bubbleChart",
        value("c:varyColors", 0),
        *drawn,
        value("c:bubbleScale", data.sizes.scale),
        value("c:showNegBubbles", 0),
        value("c:sizeRepresents", "area"),
        value("c:axId", X_AXIS),
        value("c:axId", Y_AXIS),
    )
    plot = tag(
        "c:plotArea",
        inner_layout(picture.plot, frame),
        bubbles,
        axes(picture, frame),
        _tinted() if look.tinted else BARE,
    )
    after = (_legend(data) if look.legend else "", value("c:plotVisOnly", 0), value("c:dispBlanksAs", "gap"))
    chart = tag("c:chart", value("c:autoTitleDeleted", 1), plot, *after)
    return whole(chart, text_look(12, INK))


def _tinted() -> str:
    blip = f'<a:blip r:embed="{TINTS}"/>'
    picture = tag("a:blipFill", blip, "<a:stretch><a:fillRect/></a:stretch>", rotWithShape=1)
    return tag("c:spPr", picture, "<a:ln><a:noFill/></a:ln>")


def _legend(data: ChartData) -> str:
    """Return the legend of the series that have a bubble, but for quadrants: those are named on the chart."""
    first = 2
    named = data.quadrant_names.values() if data.by == "quadrant" else ()
    empty = [
        at for at, one in enumerate(data.series, start=first) if one.name in named or not data.members(one)
    ]
    hidden = [*range(first), *empty, first + len(data.series)]
    return tag(
        "c:legend",
        value("c:legendPos", "t"),
        *(tag("c:legendEntry", value("c:idx", at), value("c:delete", 1)) for at in hidden),
        value("c:overlay", 0),
        text_look(11, INK),
    )


def _ser(
    made: _Chart,
    at: int,
    name: str,
    cell: tuple[int, int],
    *parts: str,
    columns: tuple[int, int, int],
    first: int,
    numbers: tuple[Numbers, Numbers, Numbers],
    end: str = "",
) -> str:
    """Return a series: its name with its cell, its look, and where its numbers stand."""
    sheet = made.look.sheet
    kinds = ("c:xVal", "c:yVal", "c:bubbleSize")
    sources = (
        tag(kind, numbers_from(sheet, column, first, values))
        for kind, column, values in zip(kinds, columns, numbers, strict=True)
    )
    return tag(
        "c:ser",
        value("c:idx", at),
        value("c:order", at),
        words_from("c:tx", sheet, cell[1], cell[0], [name]),
        *parts,
        *sources,
        value("c:bubble3D", 0),
        end,
    )


def _reference(made: _Chart) -> str:
    """Return the invisible bubble that is as large as a native chart draws its largest."""
    return _invisible(made, 0, layout.SCALE, {layout.SCALE_ROW: made.data.middle[1]})


def _crossing(made: _Chart) -> str:
    """Return the two lines: an invisible point at their crossing, whose errors reach to the axes' ends."""
    reach = made.data.reaches
    drawn = (("x", layout.RIGHT, layout.LEFT), ("y", layout.UPWARDS, layout.DOWN))
    level = made.data.lines[1] is not None
    bars = "".join(_errors(made, *one, reach) for one in drawn if one[0] == "y" or level)
    return _invisible(made, 1, layout.CROSSING, {layout.LINES_ROW: reach[layout.CROSSING]}, bars)


def _errors(made: _Chart, axis: str, plus: int, minus: int, reach: Mapping[int, float]) -> str:
    amounts = [
        tag(kind, numbers_from(made.look.sheet, at, made.below, made.column([None, reach[at]])))
        for kind, at in (("c:plus", plus), ("c:minus", minus))
    ]
    return tag(
        "c:errBars",
        value("c:errDir", axis),
        value("c:errBarType", "both"),
        value("c:errValType", "cust"),
        value("c:noEndCap", 1),
        *amounts,
        tag("c:spPr", tag("a:ln", fill(CROSSHAIR), w=round(_LINE * EMU))),
    )


def _words(made: _Chart, at: int) -> str:
    """Return the words on the chart, as the labels of invisible points."""
    data, first = made.data, layout.WORDS_ROW
    heights = {first + to: one.y for to, one in enumerate(data.words)}
    placed = [Placed(first + to, one.block, one.place, 0.0) for to, one in enumerate(data.words)]
    own = labels(placed, (), (), made.frame, at)
    held = {one.at: cell_text("\n".join(one.block.lines)) for one in placed}
    end = words_range(made.look.sheet, made.below, [held.get(row, "") for row in range(made.rows)])
    return _invisible(made, at, layout.WORDS, heights, own, end)


def _invisible(
    made: _Chart, at: int, column: int, heights: Mapping[int, float], parts: str = "", end: str = ""
) -> str:
    """Return a series of points that are not drawn, from the rows below the table.

    Parameters
    ----------
    column, heights
        The column of its heights, and those by row, from the first below the table.
    """
    data = made.data
    across = [data.middle[0], data.lines[0], *(one.x for one in data.words)]
    sizes = [data.sizes.reference, *(data.tiny for _ in across[1:])]
    return _ser(
        made,
        at,
        data.names_below[column],
        (made.below - 1, column),
        BARE,
        value("c:invertIfNegative", 0),
        parts,
        columns=(layout.X, column, layout.SIZE),
        first=made.below,
        numbers=(made.column(across), [heights.get(row) for row in range(made.rows)], made.column(sizes)),
        end=end,
    )


def _series(made: _Chart, series: Series, at: int) -> str:
    """Return the bubbles of a colour; those that may come to it have their look and their label in it too."""
    data, members = made.data, made.data.members(series)
    named = {label.id: label for label in made.picture.labels}
    follow = data.by == "quadrant"
    here = {to: row.disc for to, row in enumerate(data.rows) if follow or to in members}
    own_look = base(series, made.picture)
    looks = "".join(point_look(to, disc, own_look) for to, disc in here.items())
    slack = made.look.slack
    placed = [
        _placed(to, disc, named[disc.id], slack, own=to in members)
        for to, disc in here.items()
        if disc.id in named
    ]
    hidden = [to for to, disc in here.items() if disc.id not in named]
    others = range(len(data.rows), made.rows) if named else ()
    own = labels(placed, others, hidden, made.frame, at)
    spare = [None] * layout.SPARE
    xs: Numbers = [*(row.x for row in data.rows), *spare]
    ys: Numbers = [*(row.y if to in members else None for to, row in enumerate(data.rows)), *spare]
    sizes: Numbers = [*(row.size for row in data.rows), *spare]
    words = [*(row.label for row in data.rows), *("" for _ in spare)]
    column = layout.SERIES + at - 2
    return _ser(
        made,
        at,
        series.name,
        (layout.HEADER, column),
        own_look.drawn,
        value("c:invertIfNegative", 0),
        looks,
        own,
        columns=(layout.ACROSS, column, layout.SIZE),
        first=layout.FIRST,
        numbers=(xs, ys, sizes),
        end=words_range(made.look.sheet, layout.FIRST, words),
    )


def _placed(at: int, disc: Disc, label: Label, slack: float, *, own: bool) -> Placed:
    """Return a label at its place, no wider than its words are."""
    box = label.block.box
    wide = box.width / slack
    narrow = Box(box.centre[0] - wide / 2, box.top, wide, box.height)
    block = replace(label.block, box=narrow)
    return Placed(at, block, (disc.x, disc.y), disc.radius, label.inside, own and label.leader is not None)
