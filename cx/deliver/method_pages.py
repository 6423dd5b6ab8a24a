"""The page on method and sources: how the matrix was made, and of what."""

from __future__ import annotations

from collections.abc import Sequence

from cx.deliver import method_words, page
from cx.deliver.method_words import Section
from cx.deliver.page import HEAD, WIDTH, Frame, Line, Page
from cx.matrix import subtitle as subtitle_of
from cx.picture.frame import MARGIN
from cx.picture.record import Box
from cx.records import Matrix
from cx.text import Language, say

_GAP = 32.0
_HALF = (WIDTH - 2 * MARGIN - _GAP) / 2
_ABOVE_HEAD = 12.0
_ABOVE = 4.0


def pages(matrix: Matrix, lang: Language, footnote: Frame) -> list[Page]:
    """Return the page, and further ones where the findings need them."""
    title = method_words.method_title(matrix, lang)
    room = page.content_box(title)
    left = tuple(_lines(method_words.method(matrix, lang)))
    right = paged(_lines(method_words.sources(matrix, lang)), room.height)
    made = []
    for at, column in enumerate(right, start=1):
        sources = Frame(say("deliver.method.sources", lang), _column(room, 1), tuple(column))
        method = Frame(say("deliver.method.reading", lang), _column(room, 0), left)
        frames = (method, sources) if at == 1 else (sources,)
        subtitle = page.continued(subtitle_of(matrix, lang), at, len(right), lang)
        notes = "\n".join(line.text for frame in frames for line in frame.lines)
        made.append(Page(title, subtitle, footnote, frames, notes=notes))
    return made


def paged(lines: Sequence[Line], height: float) -> list[list[Line]]:
    """Return the paragraphs of each page's column."""
    parts: list[list[Line]] = [[]]
    room = height
    for line in lines:
        needed = page.line_height(line, _HALF)
        if needed > room and parts[-1]:
            parts.append([])
            room = height
        parts[-1].append(line)
        room -= needed
    return parts


def _column(room: Box, at: int) -> Box:
    return Box(room.left + at * (_HALF + _GAP), room.top, _HALF, room.height)


def _lines(sections: Sequence[Section]) -> list[Line]:
    lines: list[Line] = []
    for section in sections:
        lines.append(Line(section.title, HEAD, bold=True, above=_ABOVE_HEAD if lines else 0))
        lines += [Line(words, above=_ABOVE) for words in section.paragraphs]
    return lines
