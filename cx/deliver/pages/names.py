"""The pages with the names of the numbered bubbles, where the key beside the matrix cannot hold them all."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from cx.deliver.ground import BODY, Form, Frame, Line, Page, page
from cx.picture import Picture
from cx.picture.record import Box
from cx.text import Language, say

_GAP = 20.0
_NARROWEST = 190.0
"""Of a column, in points."""
_ABOVE = 3.0
_SIZES = (14.0, BODY)


def pages(picture: Picture, lang: Language, footnote: Frame, form: Form) -> list[Page]:
    """Return as many pages as the names need; none where the key beside the matrix is complete."""
    if not picture.beyond_key:
        return []
    title = say("deliver.names.title", lang)
    room = form.content_box(title)
    across = max(1, int((room.width + _GAP) / (_NARROWEST + _GAP)))
    width = (room.width + _GAP) / across - _GAP
    parts = _parts(picture, lang, room, across, width, form)
    made = []
    for at, columns in enumerate(parts, start=1):
        frames = tuple(
            _frame(column, Box(room.left + place * (width + _GAP), room.top, width, room.height), lang)
            for place, column in enumerate(columns)
        )
        subtitle = page.continued(say("deliver.names.subtitle", lang), at, len(parts), lang)
        notes = "\n".join(line.text for column in columns for line in column)
        named = title if at == 1 else say("deliver.names.further", lang, page=at, pages=len(parts))
        made.append(Page(named, subtitle, footnote, frames, notes=notes))
    return made


def whole(picture: Picture, lang: Language, footnote: Frame, form: Form) -> list[Page]:
    """Return one page with all names in one column, for a file that flows; none where the key is complete."""
    if not picture.beyond_key:
        return []
    title = say("deliver.names.title", lang)
    room = form.content_box(title)
    column = Box(room.left, room.top, min(_NARROWEST, room.width), room.height)
    frame = _frame(_lines(picture, lang, BODY), column, lang)
    return [Page(title, say("deliver.names.subtitle", lang), footnote, (frame,))]


def _parts(
    picture: Picture, lang: Language, room: Box, across: int, width: float, form: Form
) -> list[list[list[Line]]]:
    """Return the columns of each page: in larger type where that takes no more pages, all about as long."""
    found = {size: _filled(_lines(picture, lang, size), room.height, width, form) for size in _SIZES}
    fewest = ceil(len(found[BODY]) / across)
    size = next(size for size in _SIZES if ceil(len(found[size]) / across) <= fewest)
    lines = _lines(picture, lang, size)
    deep = sum(page.line_height(line, width, form) for line in lines)
    even = _filled(lines, min(room.height, deep / (fewest * across) + 2 * size + _ABOVE), width, form)
    columns = even if len(even) <= fewest * across else found[size]
    return [columns[at : at + across] for at in range(0, len(columns), across)]


def _lines(picture: Picture, lang: Language, size: float) -> list[Line]:
    """Return every number with its name, and then the names of bubbles that carry no number."""
    numbered = [(str(entry.number), entry.name) for entry in picture.key]
    numbered += [(str(one.number), one.name) for one in picture.beyond_key if one.number is not None]
    bare = [one for one in picture.beyond_key if one.number is None]
    lines = [Line(f"{number}. {name}", size, above=_ABOVE) for number, name in numbered]
    if bare:
        room = max(0, page.MOST - len(numbered))
        said = page.only_first(say("deliver.names.bare", lang), min(room, len(bare)), len(bare), lang)
        lines.append(Line(said, size, bold=True, above=2 * _ABOVE, head=True))
        lines += [Line(one.name, size, above=_ABOVE) for one in bare[:room]]
    return lines


def _filled(lines: Sequence[Line], room: float, width: float, form: Form) -> list[list[Line]]:
    """Return the lines column by column."""
    columns: list[list[Line]] = [[]]
    used = 0.0
    for line in lines:
        deep = page.line_height(line, width, form)
        if used + deep > room and columns[-1]:
            columns.append([])
            used = 0.0
        columns[-1].append(line)
        used += deep
    return columns


def _frame(column: Sequence[Line], box: Box, lang: Language) -> Frame:
    return Frame(say("deliver.shape.key", lang), box, tuple(column))
