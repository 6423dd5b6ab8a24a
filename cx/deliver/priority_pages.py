"""The pages with the touchpoints in order of priority, as a table."""

from __future__ import annotations

from math import ceil

from cx.deliver import content, page
from cx.deliver.content import Table
from cx.deliver.page import WIDTH, Frame, Grid, Line, Page
from cx.picture.frame import MARGIN
from cx.picture.theme import INK, QUADRANT_SHADES, SECONDARY
from cx.records import Matrix, Quadrant
from cx.text import Language, say

_WIDTH = WIDTH - 2 * MARGIN
PADDING, ABOVE = 5.0, 3.0
"""The room inside a cell, beside and above its words."""


def pages(matrix: Matrix, lang: Language, footnote: Frame) -> list[Page]:
    """Return as many pages as the table needs."""
    table = content.priorities(matrix, lang)
    title = content.priorities_title(matrix, lang)
    legend = say("deliver.priorities.subtitle", lang) if matrix.has_impact else ""
    room = page.content_box(title)
    parts = paged(table, room.height)
    made = []
    for at, rows in enumerate(parts, start=1):
        subtitle = page.continued(legend, at, len(parts), lang)
        notes = "\n".join(" | ".join(table.rows[row]) for row in rows)
        made.append(Page(title, subtitle, footnote, grid=_grid(table, rows, room.top, lang), notes=notes))
    return made


def paged(table: Table, height: float) -> list[range]:
    """Return the rows of each page: as few pages as possible, and about as many rows on each."""
    full = _filled(table, height, len(table.rows))
    even = _filled(table, height, ceil(len(table.rows) / max(len(full), 1)))
    return even if len(even) == len(full) else full


def _filled(table: Table, height: float, most: int) -> list[range]:
    parts: list[range] = []
    start = 0
    while start < len(table.rows):
        room = height - _header_height(table) - _row_height(table, start)
        end = start + 1
        while end < min(start + most, len(table.rows)) and room >= _row_height(table, end):
            room -= _row_height(table, end)
            end += 1
        parts.append(range(start, end))
        start = end
    return parts


def _grid(table: Table, rows: range, top: float, lang: Language) -> Grid:
    header = tuple(Line(c.title, colour=SECONDARY, bold=True, align=c.align) for c in table.columns)
    heights = (_header_height(table), *(_row_height(table, row) for row in rows))
    cells = (header, *(_row(table, row) for row in rows))
    return Grid(say("deliver.alt.priorities", lang), MARGIN, top, _widths(table), heights, cells)


def _row(table: Table, row: int) -> tuple[Line, ...]:
    lines = []
    for place, (words, column) in enumerate(zip(table.rows[row], table.columns, strict=True)):
        colour = _text_shade(table.quadrants[row]) if place == content.STRATEGY_COLUMN else INK
        lines.append(Line(words, colour=colour, bold=place == content.NAME_COLUMN, align=column.align))
    return tuple(lines)


def _text_shade(quadrant: Quadrant | None) -> str:
    return QUADRANT_SHADES[quadrant].text if quadrant else INK


def _widths(table: Table) -> tuple[float, ...]:
    total = sum(column.share for column in table.columns)
    return tuple(_WIDTH * column.share / total for column in table.columns)


def _row_height(table: Table, row: int) -> float:
    cells = zip(_row(table, row), _widths(table), strict=True)
    return 2 * ABOVE + max(page.line_height(line, width - 2 * PADDING) for line, width in cells)


def _header_height(table: Table) -> float:
    cells = zip(table.columns, _widths(table), strict=True)
    return 2 * ABOVE + max(page.height(c.title, width - 2 * PADDING, bold=True) for c, width in cells)
