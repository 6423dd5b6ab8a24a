"""The pages with the names of the numbered bubbles, where the key beside the matrix cannot hold them all."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from cx.deliver import page
from cx.deliver.page import WIDTH, Frame, Line, Page
from cx.picture.frame import MARGIN
from cx.picture.record import Box, Picture
from cx.text import Language, say

_COLUMNS, _GAP = 3, 20.0
_COLUMN = (WIDTH - 2 * MARGIN - (_COLUMNS - 1) * _GAP) / _COLUMNS
_ABOVE = 3.0


def pages(picture: Picture, lang: Language, footnote: Frame) -> list[Page]:
    """Return as many pages as the names need; none where the key beside the matrix is complete."""
    lines = _lines(picture, lang)
    if not lines:
        return []
    title = say("deliver.names.title", lang)
    room = page.content_box(title)
    columns = _filled(lines, room.height)
    pages = ceil(len(columns) / _COLUMNS)
    made = []
    for at in range(pages):
        here = columns[at * _COLUMNS : (at + 1) * _COLUMNS]
        frames = tuple(_frame(column, place, room, lang) for place, column in enumerate(here))
        subtitle = page.continued(say("deliver.names.subtitle", lang), at + 1, pages, lang)
        notes = "\n".join(line.text for column in here for line in column)
        made.append(Page(title, subtitle, footnote, frames, notes=notes))
    return made


def _lines(picture: Picture, lang: Language) -> list[Line]:
    """Return every number with its name, and then the names of bubbles that carry no number."""
    if not picture.beyond_key:
        return []
    numbered = [(str(entry.number), entry.name) for entry in picture.key]
    numbered += [(str(one.number), one.name) for one in picture.beyond_key if one.number is not None]
    bare = [one for one in picture.beyond_key if one.number is None]
    lines = [Line(f"{number}. {name}", above=_ABOVE) for number, name in numbered]
    if bare:
        lines.append(Line(say("deliver.names.bare", lang), bold=True, above=2 * _ABOVE))
        lines += [Line(one.name, above=_ABOVE) for one in bare]
    return lines


def _filled(lines: Sequence[Line], room: float) -> list[list[Line]]:
    """Return the lines column by column."""
    columns: list[list[Line]] = [[]]
    used = 0.0
    for line in lines:
        deep = page.line_height(line, _COLUMN)
        if used + deep > room and columns[-1]:
            columns.append([])
            used = 0.0
        columns[-1].append(line)
        used += deep
    return columns


def _frame(column: Sequence[Line], place: int, room: Box, lang: Language) -> Frame:
    box = Box(room.left + place * (_COLUMN + _GAP), room.top, _COLUMN, room.height)
    return Frame(say("deliver.shape.key", lang), box, tuple(column))
