"""The slides with the four strategies and their touchpoints, in four columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from cx.deliver import content, slide
from cx.deliver.content import Entry, StrategyBlock
from cx.deliver.slide import BODY, MARGIN, WIDTH, Line, line
from cx.picture.record import Box
from cx.picture.theme import QUADRANT_SHADES, SECONDARY
from cx.records import Matrix
from cx.text import Language, say

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide

_GAP = 20.0
_COLUMN = (WIDTH - 2 * MARGIN - 3 * _GAP) / 4
_BAR = 4.0
_HEAD = 14.0
_ABOVE_ENTRY = 6.0
_ABOVE_LIST = 10.0


def add(deck: Presentation, matrix: Matrix, lang: Language, footnote: str) -> None:
    """Add as many slides as the touchpoints need; none where there are no strategies."""
    title = content.strategies_title(matrix, lang)
    room = slide.content_box(title, subtitle=True)
    pages = paged(content.strategies(matrix, lang), room.height)
    for at, blocks in enumerate(pages, start=1):
        subtitle = slide.continued(_legend(matrix, lang), at, len(pages), lang)
        made = slide.new_slide(deck, title, lang, subtitle=subtitle, footnote=footnote)
        for place, block in enumerate(blocks):
            if at > 1 and not block.entries:
                continue
            left = room.left + place * (_COLUMN + _GAP)
            _column(made, block, Box(left, room.top, _COLUMN, room.height), lang, first=at == 1)
        slide.set_notes(made, _notes(blocks))


def paged(blocks: Sequence[StrategyBlock], height: float) -> list[tuple[StrategyBlock, ...]]:
    """Return the blocks of each slide: a column that is full goes on at the top of the next slide."""
    pages: list[tuple[StrategyBlock, ...]] = []
    rest = list(blocks)
    while rest and (not pages or any(block.entries for block in rest)):
        kept = [_fitting(block, height, first=not pages) for block in rest]
        pages.append(tuple(replace(block, entries=block.entries[:n]) for block, n in zip(rest, kept, strict=True)))
        rest = [replace(block, entries=block.entries[n:]) for block, n in zip(rest, kept, strict=True)]
    return pages


def _fitting(block: StrategyBlock, height: float, *, first: bool) -> int:
    """Return how many touchpoints fit in the column; one at least, so that every slide carries some."""
    room = height - _BAR - _head_height(block, first=first) - _ABOVE_LIST
    count = 0
    for entry in block.entries:
        room -= _entry_height(entry)
        if room < 0:
            break
        count += 1
    return max(count, min(1, len(block.entries)))


def _head_height(block: StrategyBlock, *, first: bool) -> float:
    named = 8 + slide.height(block.name, _COLUMN, _HEAD, bold=True)
    if not first:
        return named
    return named + 4 + slide.height(block.text, _COLUMN) + 8 + slide.height(block.count, _COLUMN, bold=True)


def _entry_height(entry: Entry) -> float:
    name = slide.height(entry.name, _COLUMN, bold=True)
    return _ABOVE_ENTRY + name + slide.height(entry.numbers, _COLUMN)


def _column(made: Slide, block: StrategyBlock, box: Box, lang: Language, *, first: bool) -> None:
    shade = QUADRANT_SHADES[block.quadrant]
    slide.rectangle(made.shapes, Box(box.left, box.top, box.width, _BAR), shade.fill, name=block.quadrant)
    lines = [line(block.name, _HEAD, shade.text, bold=True, above=8)]
    if first:
        lines += [line(block.text, BODY, above=4), line(block.count, BODY, shade.text, bold=True, above=8)]
    for at, entry in enumerate(block.entries):
        lines += _entry(entry, _ABOVE_LIST if at == 0 else _ABOVE_ENTRY)
    below = Box(box.left, box.top + _BAR, box.width, box.height - _BAR)
    slide.write(made, below, lines, lang, name=block.name)


def _entry(entry: Entry, above: float) -> list[Line]:
    return [line(entry.name, bold=True, above=above), line(entry.numbers, BODY, SECONDARY)]


def _legend(matrix: Matrix, lang: Language) -> str:
    return say("deliver.strategies.legend" if matrix.has_volume else "deliver.strategies.legend_without_volume", lang)


def _notes(blocks: Sequence[StrategyBlock]) -> str:
    said = []
    for block in blocks:
        said += [f"{block.name}: {block.text}", *(f"- {entry.name}: {entry.numbers}" for entry in block.entries), ""]
    return "\n".join(said).strip()
