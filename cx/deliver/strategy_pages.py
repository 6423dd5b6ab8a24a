"""The pages with the four strategies and their touchpoints, in four columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cx.deliver import content, page
from cx.deliver.content import Entry, StrategyBlock
from cx.deliver.page import HEAD, WIDTH, Bar, Frame, Line, Page
from cx.picture.font import ELLIPSIS
from cx.picture.frame import MARGIN
from cx.picture.record import Box
from cx.picture.theme import QUADRANT_SHADES, SECONDARY
from cx.records import Matrix
from cx.text import Language, say

_GAP = 20.0
_COLUMN = (WIDTH - 2 * MARGIN - 3 * _GAP) / 4
_BAR = 4.0
_ABOVE_ENTRY = 2.0
_ABOVE_LIST = 6.0


def pages(matrix: Matrix, lang: Language, footnote: Frame) -> list[Page]:
    """Return as many pages as the touchpoints need; none where there are no strategies."""
    title = _title(matrix, lang)
    room = page.content_box(title)
    parts = paged(content.strategies(matrix, lang), room.height)
    made = []
    for at, blocks in enumerate(parts, start=1):
        subtitle = page.continued(_legend(matrix, lang), at, len(parts), lang)
        made.append(_page(title, subtitle, footnote, blocks, room, first=at == 1, lang=lang))
    return made


def _title(matrix: Matrix, lang: Language) -> str:
    """Return the title that names as many touchpoints as two lines hold, three at most."""
    for count in (3, 2):
        title = content.strategies_title(matrix, lang, count)
        if not page.fitting_title(title)[0].endswith(ELLIPSIS):
            return title
    return content.strategies_title(matrix, lang, 1)


def paged(blocks: Sequence[StrategyBlock], height: float) -> list[tuple[StrategyBlock, ...]]:
    """Return the blocks of each page: a column that is full goes on at the top of the next page."""
    parts: list[tuple[StrategyBlock, ...]] = []
    rest = list(blocks)
    while rest and (not parts or any(block.entries for block in rest)):
        kept = [_fitting(block, height, first=not parts) for block in rest]
        parts.append(
            tuple(replace(block, entries=block.entries[:n]) for block, n in zip(rest, kept, strict=True))
        )
        rest = [replace(block, entries=block.entries[n:]) for block, n in zip(rest, kept, strict=True)]
    return parts


def _page(
    title: str,
    subtitle: str,
    footnote: Frame,
    blocks: Sequence[StrategyBlock],
    room: Box,
    *,
    first: bool,
    lang: Language,
) -> Page:
    """Return one page; past the first only the columns that go on are drawn, where they stood."""
    frames, bars = [], []
    for place, block in enumerate(blocks):
        if first or block.entries:
            left = room.left + place * (_COLUMN + _GAP)
            shade = QUADRANT_SHADES[block.quadrant]
            bars.append(Bar(block.name, Box(left, room.top, _COLUMN, _BAR), shade.fill))
            below = Box(left, room.top + _BAR, _COLUMN, room.height - _BAR)
            frames.append(Frame(block.name, below, tuple(_lines(block, first=first, lang=lang))))
    return Page(title, subtitle, footnote, tuple(frames), tuple(bars), notes=_notes(blocks))


def _lines(block: StrategyBlock, *, first: bool, lang: Language) -> list[Line]:
    lines = _head(block, first=first)
    for at, entry in enumerate(block.entries):
        lines += _entry(entry, _ABOVE_LIST if at == 0 else _ABOVE_ENTRY)
    if not block.entries:
        lines.append(Line(say("deliver.strategies.none_inside", lang), colour=SECONDARY, above=_ABOVE_LIST))
    return lines


def _head(block: StrategyBlock, *, first: bool) -> list[Line]:
    shade = QUADRANT_SHADES[block.quadrant]
    lines = [Line(block.name, HEAD, shade.text, bold=True, above=8)]
    if first:
        lines.append(Line(block.text, above=4))
    if first and block.entries:
        lines.append(Line(block.count, colour=shade.text, bold=True, above=8))
    return lines


def _entry(entry: Entry, above: float) -> list[Line]:
    return [Line(entry.name, bold=True, above=above), Line(entry.numbers, colour=SECONDARY)]


def _fitting(block: StrategyBlock, height: float, *, first: bool) -> int:
    """Return how many touchpoints fit in the column; one at least, so that every page carries some."""
    room = height - _BAR - _deep(_head(block, first=first))
    count = 0
    for entry in block.entries:
        room -= _deep(_entry(entry, _ABOVE_ENTRY if count else _ABOVE_LIST))
        if room < 0:
            break
        count += 1
    return max(count, min(1, len(block.entries)))


def _deep(lines: Sequence[Line]) -> float:
    return sum(page.line_height(line, _COLUMN) for line in lines)


def _legend(matrix: Matrix, lang: Language) -> str:
    return say(
        "deliver.strategies.legend" if matrix.has_volume else "deliver.strategies.legend_without_volume", lang
    )


def _notes(blocks: Sequence[StrategyBlock]) -> str:
    said = []
    for block in blocks:
        said += [
            f"{block.name}: {block.text}",
            *(f"- {entry.name}: {entry.numbers}" for entry in block.entries),
            "",
        ]
    return "\n".join(said).strip()
