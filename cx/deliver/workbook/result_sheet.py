"""The sheets with the result per touchpoint: all of them, and those of each strategy."""

from __future__ import annotations

from collections.abc import Sequence

from cx.deliver.ground import Book, Field, pages_across
from cx.deliver.told import Measure, columns, heads, rows, touchpoints
from cx.matrix import heading, looked_into
from cx.records import QUADRANTS, Bubble, Matrix, Quadrant
from cx.text import Language, say


def add(book: Book, matrix: Matrix, lang: Language) -> None:
    """Add the sheet with all touchpoints, one for each strategy that has any, and one of negative drivers."""
    measures = columns(matrix, lang)
    fields = _fields(measures, matrix, lang)
    _sheet(book, say("deliver.sheet.result", lang), touchpoints.ordered(matrix), measures, fields)
    lists = [(heading(matrix, one, lang).name, matrix.advised(one)) for one in QUADRANTS]
    for name, inside in (*lists, (looked_into(lang).name, matrix.negative_drivers)):
        if inside:
            _sheet(book, name, inside, measures, fields)


def _fields(measures: Sequence[Measure], matrix: Matrix, lang: Language) -> list[Field]:
    named = zip(heads(measures, matrix, lang), measures, strict=True)
    return [Field(head, one.width, one.kind) for head, one in named]


def _sheet(
    book: Book,
    name: str,
    bubbles: Sequence[Bubble],
    measures: Sequence[Measure],
    fields: Sequence[Field],
) -> None:
    sheet = book.sheet(name)
    quadrants: list[Quadrant | None] = [bubble.advised for bubble in bubbles]
    keys = [measure.key for measure in measures]
    coloured = keys.index("strategy") if "strategy" in keys else None
    book.table(sheet, fields, rows(bubbles, measures), quadrants=quadrants, coloured=coloured)
    sheet.freeze_panes(1, keys.index("touchpoint") + 1)
    sheet.repeat_columns(0, keys.index("touchpoint"))
    sheet.fit_to_pages(pages_across(fields, keys.index("touchpoint") + 1), 0)
    if "priority" in keys and bubbles:
        at = keys.index("priority")
        sheet.conditional_format(1, at, len(bubbles), at, {"type": "data_bar", "bar_color": "#B8C4D0"})
