"""The slides with the touchpoints in order of priority, as native tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cx.deliver import content, slide
from cx.deliver.content import Table
from cx.deliver.slide import BODY, MARGIN, WIDTH, Line, Run
from cx.picture.theme import GRID, INK, QUADRANT_SHADES, SECONDARY
from cx.records import Matrix, Quadrant
from cx.text import Language, say

if TYPE_CHECKING:
    from pptx.presentation import Presentation

_WIDTH = WIDTH - 2 * MARGIN
_PADDING = 5.0
_ABOVE = 3.0
_PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own style without fills and lines."""


def add(deck: Presentation, matrix: Matrix, lang: Language, footnote: str) -> None:
    """Add as many slides as the table needs."""
    table = content.priorities(matrix, lang)
    title = content.priorities_title(matrix, lang)
    legend = say("deliver.priorities.subtitle", lang) if matrix.has_impact else ""
    room = slide.content_box(title, subtitle=True)
    pages = paged(table, room.height)
    for at, rows in enumerate(pages, start=1):
        subtitle = slide.continued(legend, at, len(pages), lang)
        made = slide.new_slide(deck, title, lang, subtitle=subtitle, footnote=footnote)
        _table(made, table, rows, room.top, lang)
        slide.set_notes(made, "\n".join(" | ".join(table.rows[row]) for row in rows))


def paged(table: Table, height: float) -> list[range]:
    """Return the rows of each slide."""
    pages: list[range] = []
    start = 0
    while start < len(table.rows):
        room = height - _header_height(table)
        end = start
        while end < len(table.rows) and (end == start or room >= _row_height(table, end)):
            room -= _row_height(table, end)
            end += 1
        pages.append(range(start, end))
        start = end
    return pages


def _widths(table: Table) -> list[float]:
    total = sum(column.share for column in table.columns)
    return [_WIDTH * column.share / total for column in table.columns]


def _row_height(table: Table, row: int) -> float:
    cells = zip(table.rows[row], _widths(table), strict=True)
    return 2 * _ABOVE + max(slide.height(cell, width - 2 * _PADDING) for cell, width in cells)


def _header_height(table: Table) -> float:
    cells = zip(table.columns, _widths(table), strict=True)
    return 2 * _ABOVE + max(slide.height(c.title, width - 2 * _PADDING, bold=True) for c, width in cells)


def _table(made: Any, table: Table, rows: range, top: float, lang: Language) -> None:
    heights = [_header_height(table), *(_row_height(table, row) for row in rows)]
    place = (MARGIN, top, _WIDTH, sum(heights))
    points = (slide.points(value) for value in place)
    graphic = made.shapes.add_table(len(heights), len(table.columns), *points)
    slide.describe(graphic, say("deliver.alt.priorities", lang), name="Priorities")
    drawn = graphic.table
    _set_style(graphic)
    for column, width in zip(drawn.columns, _widths(table), strict=True):
        column.width = slide.points(width)
    for line, height in zip(drawn.rows, heights, strict=True):
        line.height = slide.points(height)
    for at, column in enumerate(table.columns):
        _fill(drawn.cell(0, at), Line((Run(column.title, BODY, SECONDARY, bold=True),), align=column.align), lang)
    for at, row in enumerate(rows, start=1):
        _fill_row(drawn, at, table, row, lang)


def _fill_row(drawn: Any, at: int, table: Table, row: int, lang: Language) -> None:
    for place, (words, column) in enumerate(zip(table.rows[row], table.columns, strict=True)):
        coloured = place == content.STRATEGY_COLUMN
        colour = _text_shade(table.quadrants[row]) if coloured else INK
        run = Run(words, BODY, colour, bold=place == content.NAME_COLUMN)
        _fill(drawn.cell(at, place), Line((run,), align=column.align), lang)


def _text_shade(quadrant: Quadrant | None) -> str:
    return QUADRANT_SHADES[quadrant].text if quadrant else INK


def _fill(cell: Any, line: Line, lang: Language) -> None:
    from pptx.enum.text import MSO_ANCHOR

    slide.fill_cell(cell.text_frame, line, lang)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_left = cell.margin_right = slide.points(_PADDING)
    cell.margin_top = cell.margin_bottom = slide.points(_ABOVE)
    _hairline(cell)


def _hairline(cell: Any) -> None:
    """Draw the line under a cell; python-pptx has no call for it."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    line = parse_xml(
        f'<a:lnB {nsdecls("a")} w="9525"><a:solidFill><a:srgbClr val="{GRID.lstrip("#")}"/></a:solidFill></a:lnB>'
    )
    cell._tc.get_or_add_tcPr().insert(0, line)  # noqa: SLF001


def _set_style(graphic: Any) -> None:
    style = graphic._element.xpath(".//a:tableStyleId")[0]  # noqa: SLF001
    style.text = _PLAIN_TABLE
    graphic.table.horz_banding = False
