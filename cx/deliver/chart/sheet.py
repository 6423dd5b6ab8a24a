"""The sheet behind a native bubble chart: one table with formulas, and what holds for the whole chart.

A number that is changed moves its bubble, a line that is moved changes quadrants and colours; what is written
beside each formula is its result, for whoever opens the file without computing anew.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cx.deliver.chart import formulas, layout
from cx.deliver.chart.axes import Shown, value_format
from cx.deliver.chart.formulas import Formulas
from cx.deliver.chart.numbers import ChartData, Row
from cx.deliver.ground import Book, Value, cell_text
from cx.picture.colour import GRID, SECONDARY
from cx.text import Language, say

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

NOTHING = "#N/A"
"""The result of a formula that gives nothing to draw."""
_WIDTHS = (34, 14, 14, 14, 30, 14, 30, 24)
_COMPUTED_WIDTH = 13
_TOP = {
    layout.LINES: "lines",
    layout.FROM: "from",
    layout.TO: "to",
    layout.LEAST: "least",
    layout.MOST: "most",
    layout.UNKNOWN: "unknown",
}


@dataclass(frozen=True)
class _Sheet:
    """The sheet that is being written."""

    book: Book
    sheet: Worksheet
    data: ChartData
    lang: Language

    def say(self, key: str) -> str:
        return say(f"deliver.chart.{key}", self.lang)

    def value(self, row: int, column: int, value: Value) -> None:
        self.book.write(self.sheet, row, column, value, "plain")

    def title(self, row: int, column: int, words: str) -> None:
        look = {"bold": True, "bottom": 1, "bottom_color": SECONDARY}
        if column >= layout.ACROSS:
            look |= {"bold": False, "font_color": SECONDARY}
        self.book.write(self.sheet, row, column, words, "long", **look)

    def formula(self, row: int, column: int, formula: str, result: str | float) -> None:
        style = self.book.style(
            font_color=SECONDARY, indent=int(isinstance(result, str) and result != NOTHING)
        )
        self.sheet.write_formula(row, column, formula, style, result)


def write(book: Book, data: ChartData, lang: Language) -> None:
    """Add the sheet, laid out as :mod:`cx.deliver.chart.layout` says."""
    made = _Sheet(book, book.sheet(say("deliver.sheet.chart_data", lang)), data, lang)
    rows = layout.count(len(data.rows))
    _top(made)
    _heads(made)
    for at in range(rows):
        _row(made, at, rows)
    _below(made, rows)
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
    made.sheet.fit_to_pages(1, 0)


def embedded(data: ChartData, lang: Language) -> bytes:
    """Return a workbook with only the chart's sheet, as a deck embeds it."""
    buffer = io.BytesIO()
    book = Book(buffer)
    write(book, data, lang)
    book.file.close()
    return buffer.getvalue()


def _top(made: _Sheet) -> None:
    """Write what holds for the whole chart."""
    data = made.data
    for row, key in enumerate(("note", "note_lines")):
        made.book.write(made.sheet, row, 0, made.say(key), font_color=SECONDARY)
    for column, words in enumerate((made.say("whole"), *_measures(made))):
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
        made.book.write(made.sheet, row, layout.NAME, made.say(_TOP[row]))
        for column, value in enumerate(values, start=layout.X):
            made.value(row, column, value)
    if data.quadrant_names:
        for column in (layout.QUADRANT, layout.SIZE):
            made.title(layout.HEADS, column, made.say("quadrants") if column == layout.QUADRANT else "")
        for quadrant, name in data.quadrant_names.items():
            made.value(*layout.QUADRANT_NAMES[quadrant], name)


def _measures(made: _Sheet) -> tuple[str, str, str]:
    """Return what satisfaction, impact and volume are called."""
    across, up = made.data.titles
    impact = up if made.data.upwards == "impact" else say("deliver.column.impact", made.lang)
    return across, impact, say("deliver.column.volume", made.lang)


def _heads(made: _Sheet) -> None:
    data = made.data
    by = data.by if data.by not in ("", "quadrant") else "series"
    heads = {
        layout.NAME: made.say("name"),
        **dict(enumerate(_measures(made), start=layout.X)),
        layout.QUADRANT: made.say("quadrant"),
        layout.SIZE: made.say("size"),
        layout.LABEL: made.say("label"),
        layout.COLOUR: made.say("series") if by == "series" else say(f"deliver.colour.{by}", made.lang),
        layout.ACROSS: made.say("across"),
        layout.UP: made.say("up"),
        layout.ASIDE: made.say("aside"),
        layout.ABOVE: made.say("above"),
        layout.GIVEN_NAME: made.say("given_name"),
        layout.GIVEN_LABEL: made.say("given_label"),
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
    made.sheet.set_row(layout.HEADER, 28)


def _row(made: _Sheet, at: int, rows: int) -> None:
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


def _typed(made: _Sheet, place: int, row: Row) -> None:
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
    if not row.by_lines:
        made.value(place, layout.QUADRANT, row.quadrant)
    if not row.by_volume:
        made.value(place, layout.SIZE, row.size)
    if data.by not in ("", "quadrant") or not _follows(row, data):
        made.value(place, layout.COLOUR, row.colour)
    if row.aside or row.above:
        made.value(place, layout.ASIDE, row.aside)
        made.value(place, layout.ABOVE, row.above)


def _below(made: _Sheet, rows: int) -> None:
    """Write what is no touchpoint: the scale of all sizes, the crossing of the lines, words."""
    data, first = made.data, layout.below(rows)
    heads = {
        layout.NAME: "others",
        layout.X: "across",
        layout.SIZE: "size",
        layout.LABEL: "label",
        layout.SCALE: "scale",
        layout.CROSSING: "lines",
        layout.WORDS: "marks",
        layout.GIVEN_NAME: "given_name",
        layout.GIVEN_LABEL: "given_label",
        layout.LEFT: "reach_left",
        layout.RIGHT: "reach_right",
        layout.DOWN: "reach_down",
        layout.UPWARDS: "reach_up",
    }
    for column, key in heads.items():
        made.title(first - 1, column, made.say(key))
    x, y = data.middle
    scale = first + layout.SCALE_ROW
    made.value(scale, layout.NAME, made.say("reference"))
    for column, value in ((layout.X, x), (layout.SCALE, y), (layout.SIZE, data.sizes.reference)):
        made.value(scale, column, value)
    crossing = first + layout.LINES_ROW
    made.value(crossing, layout.NAME, made.say("lines"))
    made.value(crossing, layout.SIZE, data.tiny)
    results = reaches(data)
    for column, formula in formulas.crossing().items():
        made.formula(crossing, column, formula, results[column])
    for at, one in enumerate(data.words):
        _words(made, first + layout.WORDS_ROW + at, at)
        made.value(first + layout.WORDS_ROW + at, layout.NAME, one.block.text)


def _words(made: _Sheet, row: int, at: int) -> None:
    data, one = made.data, made.data.words[at]
    label = cell_text("\n".join(one.block.lines))
    line = {"satisfaction": data.lines[0], "impact": data.lines[1]}.get(one.of)
    shown = None
    if line is not None:
        shown = value_format(line, one.block.text, made.lang) or Shown(1)
    name = next((own for quadrant, own in data.quadrant_names.items() if quadrant == one.of), "")
    made.value(row, layout.GIVEN_NAME, name if line is None else line)
    made.value(row, layout.GIVEN_LABEL, label)
    made.value(row, layout.SIZE, data.tiny)
    given: dict[int, Value] = {layout.X: one.x, layout.WORDS: one.y, layout.LABEL: label}
    written = formulas.words(one, row, shown)
    for column, formula in written.items():
        made.formula(row, column, formula, label if column == layout.LABEL else line or 0.0)
    for column, value in given.items():
        if column not in written:
            made.value(row, column, value)


def reaches(data: ChartData) -> dict[int, float]:
    """Return where the lines cross and how far they reach, by column."""
    (left, bottom), (right, top) = data.start, data.end
    upright, level = data.lines
    height = bottom if level is None else level
    return {
        layout.X: upright,
        layout.CROSSING: height,
        layout.LEFT: 0.0 if level is None else upright - left,
        layout.RIGHT: 0.0 if level is None else right - upright,
        layout.DOWN: height - bottom,
        layout.UPWARDS: top - height,
    }
