"""The slide on method and sources: how the matrix was made, and of what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cx.deliver import content, slide
from cx.deliver.content import Section
from cx.deliver.slide import BODY, MARGIN, WIDTH, Line, line
from cx.matrix import subtitle as subtitle_of
from cx.picture.record import Box
from cx.records import Matrix
from cx.text import Language

if TYPE_CHECKING:
    from pptx.presentation import Presentation

_GAP = 32.0
_HALF = (WIDTH - 2 * MARGIN - _GAP) / 2
_HEAD = 14.0
_ABOVE_HEAD = 12.0
_ABOVE = 4.0


def add(deck: Presentation, matrix: Matrix, lang: Language, footnote: str) -> None:
    """Add the slide, and further ones where the findings need them."""
    title = content.method_title(matrix, lang)
    room = slide.content_box(title, subtitle=True)
    left = _lines(content.method(matrix, lang))
    right = paged(_lines(content.sources(matrix, lang)), room.height)
    for at, column in enumerate(right, start=1):
        subtitle = slide.continued(subtitle_of(matrix, lang), at, len(right), lang)
        made = slide.new_slide(deck, title, lang, subtitle=subtitle, footnote=footnote)
        if at == 1:
            slide.write(made, _column(room, 0), left, lang, name="Method")
        slide.write(made, _column(room, 1), column, lang, name="Sources")
        slide.set_notes(made, "\n".join(run.text for one in (*left, *column) for run in one.runs))


def paged(lines: Sequence[Line], height: float) -> list[list[Line]]:
    """Return the paragraphs of each slide's column."""
    pages: list[list[Line]] = [[]]
    room = height
    for one in lines:
        needed = one.above + sum(slide.height(run.text, _HALF, run.size, bold=run.bold) for run in one.runs)
        if needed > room and pages[-1]:
            pages.append([])
            room = height
        pages[-1].append(one)
        room -= needed
    return pages


def _column(room: Box, at: int) -> Box:
    return Box(room.left + at * (_HALF + _GAP), room.top, _HALF, room.height)


def _lines(sections: Sequence[Section]) -> list[Line]:
    lines: list[Line] = []
    for section in sections:
        lines.append(line(section.title, _HEAD, bold=True, above=_ABOVE_HEAD if lines else 0))
        lines += [line(words, BODY, above=_ABOVE) for words in section.paragraphs]
    return lines
