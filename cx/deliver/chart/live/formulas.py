"""The formulas of the sheet behind a native bubble chart, in the names that Excel keeps in a file.

None needs more than Excel of 2007 or LibreOffice; none holds a word that somebody typed: names are read from
their cells.
"""

from __future__ import annotations

from dataclasses import dataclass

from cx.deliver.chart import layout
from cx.deliver.chart.axes import Shown
from cx.deliver.chart.layout import address, letters
from cx.deliver.chart.live.plot_records import ChartData, Row, Words
from cx.records import Quadrant

_LEVEL, _UPRIGHT = address(layout.LINES, layout.Y), address(layout.LINES, layout.X)
_NOTHING = "NA()"
"""What a chart leaves out."""


@dataclass(frozen=True)
class Formulas:
    """The formulas of one row of the table."""

    data: ChartData
    row: int
    """On the sheet, from 0."""
    last: int
    """The table's last row."""

    def cell(self, column: int) -> str:
        """Return a cell of the row."""
        return f"${letters(column)}{self.row + 1}"

    def column(self, column: int) -> str:
        """Return the whole column of the table."""
        return f"{address(layout.FIRST, column)}:{address(self.last, column)}"

    @property
    def known(self) -> str:
        """Whether there is what a bubble needs."""
        satisfaction, impact = self.cell(layout.X), self.cell(layout.Y)
        if self.data.upwards == "impact":
            return f"AND(ISNUMBER({satisfaction}),ISNUMBER({impact}))"
        return f"ISNUMBER({satisfaction})"

    @property
    def quadrant(self) -> str:
        """Where the row lies: at or above a line counts as high, with the tolerance of METHODS 4."""
        x, y = self.cell(layout.X), self.cell(layout.Y)

        def side(high: Quadrant, low: Quadrant) -> str:
            names = (address(*layout.QUADRANT_NAMES[one]) for one in (high, low))
            return f"IF({_high(x, _UPRIGHT)},{','.join(names)})"

        where = (
            f"IF({_high(y, _LEVEL)},{side('expand_reach', 'fix_first')},{side('minimise_cost', 'simplify')})"
        )
        return f'=IF(AND(ISNUMBER({x}),ISNUMBER({y}),ISNUMBER({_LEVEL})),{where},"")'

    @property
    def size(self) -> str:
        """How large it is drawn."""
        volume, rule = self.cell(layout.VOLUME), self.data.sizes
        least, most, unknown = (
            address(row, layout.VOLUME) for row in (layout.LEAST, layout.MOST, layout.UNKNOWN)
        )
        if rule.kind == "equal":
            return f"=IF({self.known},{least},{_NOTHING})"
        size = volume
        if rule.kind == "log":
            size = f"MAX(0,{_number(rule.start)}+{_number(rule.growth)}*LN({volume}))^2"
        sized = f"IF(N({volume})>0,MIN(MAX({size},{least}),{most}),{unknown})"
        return f"=IF({self.known},{sized},{_NOTHING})"

    @property
    def label(self) -> str:
        """What stands beside it: the words as they were handed over, until the name is another."""
        name, given = self.cell(layout.NAME), self.cell(layout.GIVEN_NAME)
        words = self.cell(layout.GIVEN_LABEL)
        return f'=IF({name}="","",IF(EXACT({name},{given}),{words}&"",{name}&""))'

    @property
    def colour(self) -> str:
        """Which series shows it, where no group was typed."""
        if self.data.by == "quadrant":
            return f"={self.cell(layout.QUADRANT)}"
        return f'=IF({self.known},{address(layout.HEADER, layout.SERIES)},"")'

    def across(self, row: Row | None) -> str:
        """Return its place from left to right."""
        value = self.cell(layout.X)
        return f"=IF({self.known},{value}{self._moved(row, layout.ASIDE)},{_NOTHING})"

    def up(self, row: Row | None) -> str:
        """Return its place from the bottom to the top."""
        moved = self._moved(row, layout.ABOVE)
        return f"=IF({self.known},{self._height}{moved},{_NOTHING})"

    @property
    def _height(self) -> str:
        data, volume = self.data, self.cell(layout.VOLUME)
        if data.upwards == "impact":
            return self.cell(layout.Y)
        if data.upwards == "volume":
            foot = address(layout.FROM, layout.Y) if data.foot is None else _number(data.foot)
            has = f"N({volume})>0" if data.log else f"ISNUMBER({volume})"
            return f"IF({has},{volume},{foot})"
        own, every = self.cell(layout.X), self.column(layout.X)
        before = f"{address(layout.FIRST, layout.X)}:{own}"
        return (
            f"SUMPRODUCT(ISNUMBER({every})*({every}<{own}))+SUMPRODUCT(ISNUMBER({before})*({before}={own}))-1"
        )

    def _moved(self, row: Row | None, column: int) -> str:
        """Return what sets a row apart from another in the same place."""
        if row is None or not (row.aside or row.above):
            return ""
        moved = self.cell(column)
        if not row.together:
            return f"+N({moved})"
        other = layout.Y if self.data.upwards == "impact" else layout.VOLUME
        same = "*".join(f"({self.column(one)}={self.cell(one)})" for one in (layout.X, other))
        return f"+IF(SUMPRODUCT({same})>1,N({moved}),0)"

    def series(self, at: int) -> str:
        """Return its height in a series, where the series is its own."""
        colour, height = self.cell(layout.COLOUR), self.cell(layout.UP)
        if not self.data.series[at].rest:
            return f"=IF({_is(colour, at)},{height},{_NOTHING})"
        others = [_is(colour, one) for one, series in enumerate(self.data.series) if not series.rest]
        return f"=IF(OR({','.join(others)}),{_NOTHING},{height})" if others else f"={height}"


def crossing() -> dict[int, str]:
    """Return the cells of the point from which the lines reach to the ends of the axes, by column."""
    start = [address(layout.FROM, axis) for axis in (layout.X, layout.Y)]
    end = [address(layout.TO, axis) for axis in (layout.X, layout.Y)]
    level = f"IF(ISNUMBER({_LEVEL}),{_LEVEL},{start[1]})"
    there = f"ISNUMBER({_LEVEL})"
    return {
        layout.X: f"={_UPRIGHT}",
        layout.CROSSING: f"={level}",
        layout.LEFT: f"=IF({there},{_UPRIGHT}-{start[0]},0)",
        layout.RIGHT: f"=IF({there},{end[0]}-{_UPRIGHT},0)",
        layout.DOWN: f"={level}-{start[1]}",
        layout.UPWARDS: f"={end[1]}-{level}",
    }


def words(one: Words, row: int, shown: Shown | None) -> dict[int, str]:
    """Return the cells that follow a line or a name, by column.

    Parameters
    ----------
    row
        On the sheet, from 0.
    shown
        How a line's value is written; ``None`` where it is no line's value.
    """
    given, label = (f"${letters(column)}{row + 1}" for column in (layout.GIVEN_NAME, layout.GIVEN_LABEL))
    if shown is None:
        name = next((address(*at) for named, at in layout.QUADRANT_NAMES.items() if named == one.of), "")
        if not name:
            return {}
        return {layout.LABEL: f'=IF(EXACT({name},{given}),{label}&"",UPPER({name}))'}
    column, line = (layout.X, _UPRIGHT) if one.of == "satisfaction" else (layout.WORDS, _LEVEL)
    number = f"{line}*100" if shown.of_one else line
    value = f"FIXED({number},{shown.decimals},TRUE)" + ('&"%"' if shown.percent else "")
    return {column: f"={line}", layout.LABEL: f'=IF({line}={given},{label}&"",{value})'}


def _high(cell: str, line: str) -> str:
    return f"{cell}>={line}-1E-9*MAX(1,ABS({line}))"


def _is(colour: str, at: int) -> str:
    return f"EXACT({colour},{address(layout.HEADER, layout.SERIES + at)})"


def _number(value: float) -> str:
    """Return a number as a formula holds it."""
    return f"{value:.15G}"
