"""The sheet behind a native bubble chart: one table with formulas, and what holds for the whole chart.

A number that is changed moves its bubble, a line that is moved changes quadrants and colours; what is written
beside each formula is its result, for whoever opens the file without computing anew.
"""

from __future__ import annotations

import io
from collections.abc import Mapping

from cx.deliver.chart import layout
from cx.deliver.chart.live.below_table import write_below
from cx.deliver.chart.live.cells import HEAD_HEIGHT, ChartSheet
from cx.deliver.chart.live.formulas import Formulas
from cx.deliver.chart.live.plot_records import ChartData, Row
from cx.deliver.ground import Book, Value
from cx.picture.colour import GRID, SECONDARY
from cx.text import Language, say

NOTHING = "#N/A"
"""The result of a formula that gives nothing to draw."""
_WIDTHS = (36, 15, 15, 13, 36, 15, 30, 36)
_COMPUTED_WIDTH = 14
_LINE = 13.5
_TOP = {
    layout.LINES: "lines",
    layout.FROM: "from",
    layout.TO: "to",
    layout.LEAST: "least",
    layout.MOST: "most",
    layout.UNKNOWN: "unknown",
}


def write(book: Book, data: ChartData, lang: Language) -> None:
    """Add the sheet, laid out as :mod:`cx.deliver.chart.layout` says."""
    made = ChartSheet(book, book.sheet(say("deliver.sheet.chart_data", lang)), data, lang)
    rows = layout.count(len(data.rows))
    _top(made)
    _heads(made)
    for at in range(rows):
        _row(made, at, rows)
    write_below(made, rows)
    for column, width in enumerate(_WIDTHS):
        made.sheet.set_column(column, column, width)
    made.sheet.set_column(len(_WIDTHS), layout.SERIES + max(len(data.series), 4), _COMPUTED_WIDTH)
    made.sheet.conditional_format(
        layout.FIRST,
        layout.SIZE,
        layout.FIRST + rows - 1,
        layout.SERIES + len(data.series) - 1,
        {"type": "errors", "format": book.file.add_format({"font_color": GRID})},
    )
    made.sheet.freeze_panes(0, 1)
    made.sheet.set_landscape()
    made.sheet.print_area(0, 0, layout.FIRST + len(data.rows) - 1, layout.COLOUR)
    made.sheet.fit_to_pages(1, 0)


def embedded(data: ChartData, lang: Language) -> bytes:
    """Return a workbook with only the chart's sheet, as a deck embeds it."""
    buffer = io.BytesIO()
    book = Book(buffer)
    write(book, data, lang)
    book.file.close()
    return buffer.getvalue()


def _top(made: ChartSheet) -> None:
    """Write what holds for the whole chart."""
    data = made.data
    for row, key in enumerate(("note", "note_lines")):
        made.book.write(made.sheet, row, 0, made.told(key), font_color=SECONDARY)
    for column, words in enumerate((made.told("whole"), *_measures(made))):
        made.title(layout.HEADS, column, words)
    cells: Mapping[int, tuple[Value, Value, Value]] = {
        layout.LINES: (*data.lines, None),
        layout.FROM: (*data.start, None),
        layout.TO: (*data.end, None),
        layout.LEAST: (None, None, data.sizes.least),
        layout.MOST: (None, None, data.sizes.most),
        layout.UNKNOWN: (None, None, data.sizes.unknown),
    }
    for row, values in cells.items():
        made.book.write(made.sheet, row, layout.NAME, made.told(_TOP[row]))
        for column, value in enumerate(values, start=layout.X):
            made.value(row, column, value)
    if data.quadrant_names:
        for column in (layout.QUADRANT, layout.SIZE):
            made.title(layout.HEADS, column, made.told("quadrants") if column == layout.QUADRANT else "")
        for quadrant, name in data.quadrant_names.items():
            made.value(*layout.QUADRANT_NAMES[quadrant], name)


def _measures(made: ChartSheet) -> tuple[str, str, str]:
    """Return what satisfaction, impact and volume are called."""
    across, up = made.data.titles
    impact = up if made.data.upwards == "impact" else say("deliver.column.impact", made.lang)
    return across, impact, say("deliver.column.volume", made.lang)


def _heads(made: ChartSheet) -> None:
    data = made.data
    by = data.by if data.by not in ("", "quadrant") else "series"
    heads = {
        layout.NAME: made.told("name"),
        **dict(enumerate(_measures(made), start=layout.X)),
        layout.QUADRANT: made.told("quadrant"),
        layout.SIZE: made.told("size"),
        layout.LABEL: made.told("label"),
        layout.COLOUR: made.told("series") if by == "series" else say(f"deliver.colour.{by}", made.lang),
        layout.ACROSS: made.told("across"),
        layout.UP: made.told("up"),
        layout.ASIDE: made.told("aside"),
        layout.ABOVE: made.told("above"),
        layout.GIVEN_NAME: made.told("given_name"),
        layout.GIVEN_LABEL: made.told("given_label"),
    }
    for column, words in heads.items():
        made.title(layout.HEADER, column, words)
    for at, series in enumerate(data.series):
        own = {layout.SERIES + at: series.name}
        quadrant = next((one for one, name in data.quadrant_names.items() if name == series.name), None)
        if quadrant is None or data.by != "quadrant":
            made.title(layout.HEADER, *own.popitem())
            continue
        cell = layout.address(*layout.QUADRANT_NAMES[quadrant])
        style = made.book.style(
            font_color=SECONDARY, bottom=1, bottom_color=SECONDARY, text_wrap=True, indent=1
        )
        made.sheet.write_formula(layout.HEADER, layout.SERIES + at, f"={cell}", style, series.name)
    made.sheet.set_row(layout.HEADER, HEAD_HEIGHT)


def _row(made: ChartSheet, at: int, rows: int) -> None:
    """Write a row of the table: a touchpoint's, or a spare one."""
    data, place = made.data, layout.FIRST + at
    row = data.rows[at] if at < len(data.rows) else None
    own = Formulas(data, place, layout.FIRST + rows - 1)
    if row is not None:
        _typed(made, place, row)
    if row is None or row.by_lines:
        made.formula(place, layout.QUADRANT, own.quadrant, row.quadrant if row else "")
    if row is None or row.by_volume:
        made.formula(place, layout.SIZE, own.size, row.size if row else NOTHING)
    made.formula(place, layout.LABEL, own.label, row.label if row else "")
    if data.by in ("", "quadrant") and (row is None or _follows(row, data)):
        made.formula(place, layout.COLOUR, own.colour, row.colour if row else "")
    made.formula(place, layout.ACROSS, own.across(row), row.x if row else NOTHING)
    made.formula(place, layout.UP, own.up(row), row.y if row else NOTHING)
    for one, series in enumerate(data.series):
        mine = row is not None and row.colour == series.name
        made.formula(place, layout.SERIES + one, own.series(one), row.y if row and mine else NOTHING)


def _follows(row: Row, data: ChartData) -> bool:
    """Return whether a row's colour is what its formula says."""
    return not data.by or (row.by_lines and row.colour == row.quadrant)


def _typed(made: ChartSheet, place: int, row: Row) -> None:
    """Write what is no formula: name and numbers, and what does not follow from them."""
    data = made.data
    for column, value in (
        (layout.NAME, row.disc.name),
        (layout.X, row.satisfaction),
        (layout.Y, row.impact),
        (layout.VOLUME, row.volume),
    ):
        made.value(place, column, value)
    made.value(place, layout.GIVEN_NAME, row.disc.name)
    made.value(place, layout.GIVEN_LABEL, row.label)
    made.sheet.set_row(place, _LINE * (1 + row.label.count("\n")))
    if not row.by_lines:
        made.value(place, layout.QUADRANT, row.quadrant)
    if not row.by_volume:
        made.value(place, layout.SIZE, row.size)
    if data.by not in ("", "quadrant") or not _follows(row, data):
        made.value(place, layout.COLOUR, row.colour)
    if row.aside or row.above:
        made.value(place, layout.ASIDE, row.aside)
        made.value(place, layout.ABOVE, row.above)
