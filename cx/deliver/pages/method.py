"""The page on method and sources: how the matrix was made, and of what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cx.deliver.ground import BODY, HEAD, Form, Frame, Line, Page, page
from cx.deliver.told import Section, method_text
from cx.matrix import subtitle as subtitle_of
from cx.picture.record import Box
from cx.records import Matrix, Stress
from cx.text import Language, say

_GAP = 32.0
_ABOVE_HEAD = 12.0
_ABOVE = 4.0
_SIZES = (14.0, BODY)


def pages(
    matrix: Matrix, lang: Language, footnote: Frame, form: Form, stress: Stress | None = None
) -> list[Page]:
    """Return the page, and further ones where the words need them."""
    sections, heads = _told(matrix, lang, stress)
    return side_by_side(sections, heads, lang, footnote, form)


def whole(
    matrix: Matrix, lang: Language, footnote: Frame, form: Form, stress: Stress | None = None
) -> list[Page]:
    """Return one page with both columns as long as their words, for a file that flows."""
    sections, heads = _told(matrix, lang, stress)
    return [beside(sections, heads, lang, footnote, form)]


def _told(matrix: Matrix, lang: Language, stress: Stress | None) -> tuple[Halves, Heads]:
    """Return how the matrix was made and of what, and what stands above it."""
    title = method_text.method_title(matrix, lang)
    sections = method_text.method(matrix, lang, stress), method_text.sources(matrix, lang)
    return sections, Heads(title, subtitle_of(matrix, lang))


Halves = tuple[Sequence[Section], Sequence[Section]]
"""How something was made, and of what."""


@dataclass(frozen=True)
class Heads:
    """What stands above the words."""

    title: str
    subtitle: str


def beside(sections: Halves, heads: Heads, lang: Language, footnote: Frame, form: Form) -> Page:
    """Return how something was made at the left and of what at the right.

    Where one page cannot hold both, all words stand in one frame, to be set in two columns that flow.
    """
    room = form.content_box(heads.title)
    halves = [_lines(half, BODY) for half in sections]
    if any(len(paged(lines, room.height, _column(room, 0).width, form)) > 1 for lines in halves):
        flowing = (*halves[0], *_below(halves[1]))
        return Page(heads.title, heads.subtitle, footnote, (Frame("", _column(room, 0), flowing),))
    names = (say("deliver.method.reading", lang), say("deliver.method.sources", lang))
    frames = tuple(
        Frame(name, _column(room, place), tuple(lines))
        for place, (name, lines) in enumerate(zip(names, halves, strict=True))
    )
    return Page(heads.title, heads.subtitle, footnote, frames)


def side_by_side(
    sections: Halves,
    heads: Heads,
    lang: Language,
    footnote: Frame,
    form: Form,
) -> list[Page]:
    """Return the page with how something was made at the left and of what at the right, and further ones."""
    room = form.content_box(heads.title)
    parts = _parts(sections, room, form)
    made = []
    for at, halves in enumerate(parts, start=1):
        names = (say("deliver.method.reading", lang), say("deliver.method.sources", lang))
        frames = tuple(
            Frame(names[place], _column(room, place), tuple(lines))
            for place, lines in enumerate(halves)
            if lines
        )
        subtitle = page.continued(heads.subtitle, at, len(parts), lang)
        notes = "\n".join(line.text for frame in frames for line in frame.lines)
        title = heads.title if at == 1 else _further(frames, at, len(parts), lang)
        made.append(Page(title, subtitle, footnote, frames, notes=notes))
    return made


def _further(frames: Sequence[Frame], at: int, pages: int, lang: Language) -> str:
    """Return the title of a page on which the words go on: what it tells."""
    heads = [line.text for frame in frames for line in frame.lines if line.head]
    about = heads[0] if heads else say("deliver.continued", lang, page=at, pages=pages)
    return say("deliver.method.further", lang, about=about)


Columns = tuple[list[Line], list[Line]]


def _parts(sections: Halves, room: Box, form: Form) -> list[Columns]:
    """Return both columns of each page: method and sources each in its own where one page holds both.

    Larger type is taken where it fits; where even the smallest does not, all words flow on.
    """
    width = _column(room, 0).width
    for size in _SIZES:
        method, sources = (_lines(half, size) for half in sections)
        left, right = (paged(lines, room.height, width, form) for lines in (method, sources))
        if len(left) == len(right) == 1:
            return [(left[0], right[0])]
    flowing = paged([*method, *_below(sources)], room.height, width, form)
    columns = [*left, *right] if len(left) == 1 else flowing
    columns += [[]] * (len(columns) % 2)
    return list(zip(columns[::2], columns[1::2], strict=True))


def _below(lines: Sequence[Line]) -> list[Line]:
    """Return the lines as they stand below others."""
    return [replace(lines[0], above=_ABOVE_HEAD), *lines[1:]]


def paged(lines: Sequence[Line], height: float, width: float, form: Form) -> list[list[Line]]:
    """Return the paragraphs of each column; a heading stays with what it heads."""
    parts: list[list[Line]] = [[]]
    room = height
    for at, line in enumerate(lines):
        needed = page.line_height(line, width, form)
        after = page.line_height(lines[at + 1], width, form) if line.bold and at + 1 < len(lines) else 0.0
        if needed + after > room and parts[-1]:
            parts.append([])
            room = height
        parts[-1].append(line)
        room -= needed
    return parts


def _column(room: Box, at: int) -> Box:
    half = (room.width - _GAP) / 2
    return Box(room.left + at * (half + _GAP), room.top, half, room.height)


def _lines(sections: Sequence[Section], size: float) -> list[Line]:
    lines: list[Line] = []
    for section in sections:
        lines.append(
            Line(section.title, size + HEAD - BODY, bold=True, above=_ABOVE_HEAD if lines else 0, head=True)
        )
        lines += [Line(words, size, above=_ABOVE) for words in section.paragraphs]
    return lines
