"""The pages with the touchpoints in order of priority, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from cx.deliver import content, page
from cx.deliver.content import Table
from cx.deliver.page import WIDTH, Frame, Grid, Line, Page
from cx.picture.font import arial
from cx.picture.frame import MARGIN
from cx.picture.theme import INK, QUADRANT_SHADES, SECONDARY
from cx.records import Matrix, Quadrant
from cx.text import Language, say

_WIDTH = WIDTH - 2 * MARGIN
_WIDEST, _SPARE = 272.0, 14.0
PADDING, ABOVE = 5.0, 3.0
"""The room inside a cell, beside and above its words."""


def pages(matrix: Matrix, lang: Language, footnote: Frame) -> list[Page]:
    """Return as many pages as the table needs."""
    table = content.priorities(matrix, lang)
    title = content.priorities_title(matrix, lang)
    legend = say("deliver.priorities.subtitle", lang) if matrix.has_impact else ""
    top = page.content_box(title).top
    widths = _widths(table)
    header = _header_height(table, widths)
    heights = [_row_height(table, row, widths) for row in range(len(table.rows))]
    parts = paged(heights, page.content_box(title).height - header)
    made = []
    for at, rows in enumerate(parts, start=1):
        subtitle = page.continued(legend, at, len(parts), lang)
        notes = "\n".join(" | ".join(table.rows[row]) for row in rows)
        high = (header, *(heights[row] for row in rows))
        cells = (_header(table), *(_row(table, row) for row in rows))
        grid = Grid(say("deliver.alt.priorities", lang), MARGIN, top, widths, high, cells)
        made.append(Page(title, subtitle, footnote, grid=grid, notes=notes))
    return made


def paged(heights: Sequence[float], room: float) -> list[range]:
    """Return the rows of each page: as few pages as possible, and about as many rows on each.

    Parameters
    ----------
    heights
        Of each row, in points.
    room
        What the rows of one page may take together.
    """
    full = _filled(heights, room, len(heights))
    even = _filled(heights, room, ceil(len(heights) / max(len(full), 1)))
    return even if len(even) == len(full) else full


def _filled(heights: Sequence[float], room: float, most: int) -> list[range]:
    parts: list[range] = []
    start = 0
    while start < len(heights):
        end = start + 1
        while end < min(start + most, len(heights)) and sum(heights[start : end + 1]) <= room:
            end += 1
        parts.append(range(start, end))
        start = end
    return parts


def _header(table: Table) -> tuple[Line, ...]:
    return tuple(Line(c.title, colour=SECONDARY, bold=True, align=c.align) for c in table.columns)


def _row(table: Table, row: int) -> tuple[Line, ...]:
    lines = []
    for place, (words, column) in enumerate(zip(table.rows[row], table.columns, strict=True)):
        colour = _text_shade(table.quadrants[row]) if place == content.STRATEGY_COLUMN else INK
        lines.append(Line(words, colour=colour, bold=place == content.NAME_COLUMN, align=column.align))
    return tuple(lines)


def _text_shade(quadrant: Quadrant | None) -> str:
    return QUADRANT_SHADES[quadrant].text if quadrant else INK


def _widths(table: Table) -> tuple[float, ...]:
    """Return the width of each column: what its words need, and for the names whatever is left."""
    wide = []
    for at, column in enumerate(table.columns):
        needed = [_needed(column.title, bold=True), *(_needed(row[at]) for row in table.rows)]
        wide.append(min(_WIDEST, max(needed)))
    wide[content.NAME_COLUMN] = 0.0
    wide[content.NAME_COLUMN] = _WIDTH - sum(wide)
    return tuple(wide)


def _needed(words: str, *, bold: bool = False) -> float:
    return arial().width(words, page.BODY, "semibold" if bold else "regular") + 2 * PADDING + _SPARE


def _row_height(table: Table, row: int, widths: Sequence[float]) -> float:
    cells = zip(_row(table, row), widths, strict=True)
    return 2 * ABOVE + max(page.line_height(line, width - 2 * PADDING) for line, width in cells)


def _header_height(table: Table, widths: Sequence[float]) -> float:
    cells = zip(table.columns, widths, strict=True)
    return 2 * ABOVE + max(page.height(c.title, width - 2 * PADDING, bold=True) for c, width in cells)
