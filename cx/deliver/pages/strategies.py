"""The pages with the strategies and their touchpoints: a column each, and one for negative drivers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from cx.deliver.ground import BODY, HEAD, Bar, Form, Frame, Line, Page, page
from cx.deliver.told import Entry, StrategyBlock, touchpoints
from cx.picture.colour import SECONDARY, Shade
from cx.picture.record import Box
from cx.records import Matrix, Quadrant
from cx.text import Language, say

_GAP = 20.0
_BAR = 4.0
_ABOVE_ENTRY = 2.0
_ABOVE_LIST = 6.0
_MOST = page.MOST // 4
"""Touchpoints that one strategy lists."""


_SIZES = (16.0, 14.0, BODY)


@dataclass(frozen=True)
class _Type:
    """The type of a page, and the width of its columns."""

    size: float
    column: float
    form: Form
    explained: bool = True
    """Whether the page has room for what each strategy means; the notes have it anyway."""

    def deep(self, lines: Sequence[Line]) -> float:
        return sum(page.line_height(line, self.column, self.form) for line in lines)


def pages(matrix: Matrix, lang: Language, footnote: Frame, form: Form) -> list[Page]:
    """Return as many pages as the touchpoints need; none where there are no strategies."""
    title, legend, blocks = _told(matrix, lang)
    room = form.content_box(title)
    kind, parts = _parts(blocks, room, form)
    made = []
    for at, part in enumerate(parts, start=1):
        below = page.continued(legend, at, len(parts), lang)
        frames, bars = _columns(part, room, kind, first=at == 1, lang=lang)
        named = title if at == 1 else say("deliver.strategies.further", lang, page=at, pages=len(parts))
        made.append(Page(named, below, footnote, frames, bars, notes=_notes(part)))
    return made


def whole(matrix: Matrix, lang: Language, footnote: Frame, form: Form) -> list[Page]:
    """Return one page on which every column is as long as its touchpoints need, for a file that flows."""
    title, legend, blocks = _told(matrix, lang)
    if not blocks:
        return []
    room = form.content_box(title)
    kind, _ = _parts(blocks, room, form)
    frames, bars = _columns(blocks, room, kind, first=True, lang=lang)
    return [Page(title, legend, footnote, frames, bars)]


def _told(matrix: Matrix, lang: Language) -> tuple[str, str, tuple[StrategyBlock, ...]]:
    """Return title, legend and the strategies, each with as many touchpoints as pages list."""
    blocks, legend = touchpoints.strategies(matrix, lang), _legend(matrix, lang)
    if any(len(block.entries) > _MOST for block in blocks):
        legend += " · " + say("deliver.at_most", lang, shown=_MOST)
    kept = tuple(replace(block, entries=block.entries[:_MOST]) for block in blocks)
    return touchpoints.strategies_title(matrix, lang), legend, kept


Part = tuple[StrategyBlock, ...]


def _parts(blocks: Sequence[StrategyBlock], room: Box, form: Form) -> tuple[_Type, list[Part]]:
    """Return the blocks of each page: in the largest type where one page holds all, else in the smallest.

    A column that goes on is spread over as many pages as the fullest one needs.
    """
    column = (room.width - (len(blocks) - 1) * _GAP) / max(len(blocks), 1)
    for size in _SIZES:
        kind = _Type(size, column, form)
        parts = _filled(blocks, room.height, kind)
        if len(parts) <= 1 and not _is_crowded(blocks, room.height, kind):
            return kind, parts
    if _is_crowded(blocks, room.height, kind):
        kind = replace(kind, explained=False)
        parts = _filled(blocks, room.height, kind)
    most = {block.quadrant: ceil(len(block.entries) / len(parts)) for block in blocks}
    even = _filled(blocks, room.height, kind, most)
    return kind, even if len(even) == len(parts) else parts


def _is_crowded(blocks: Sequence[StrategyBlock], height: float, kind: _Type) -> bool:
    """Whether a column of the first page has no room for a touchpoint below what its strategy means."""
    return any(_deep_with(block, kind, block.entries[:1]) > height for block in blocks)


def _deep_with(block: StrategyBlock, kind: _Type, entries: Sequence[Entry]) -> float:
    return _BAR + kind.deep(_lines(replace(block, entries=tuple(entries)), kind, first=True, lang="en"))


def _filled(
    blocks: Sequence[StrategyBlock],
    height: float,
    kind: _Type,
    most: Mapping[Quadrant | None, int] | None = None,
) -> list[Part]:
    """Return the blocks of each page: a column that is full goes on at the top of the next page."""
    parts: list[Part] = []
    rest = list(blocks)
    while rest and (not parts or any(block.entries for block in rest)):
        kept = [_fitting(block, height, kind, first=not parts) for block in rest]
        if most:
            kept = [min(count, most[block.quadrant]) for count, block in zip(kept, rest, strict=True)]
        cut = list(zip(rest, kept, strict=True))
        parts.append(tuple(replace(block, entries=block.entries[:n]) for block, n in cut))
        rest = [replace(block, entries=block.entries[n:]) for block, n in cut]
    return parts


def _columns(
    blocks: Part, room: Box, kind: _Type, *, first: bool, lang: Language
) -> tuple[tuple[Frame, ...], tuple[Bar, ...]]:
    """Return the columns of one page; past the first only those that go on are drawn, where they stood."""
    frames, bars = [], []
    for place, block in enumerate(blocks):
        if first or block.entries:
            left = room.left + place * (kind.column + _GAP)
            shade = _shade(block, kind.form)
            bars.append(Bar(block.name, Box(left, room.top, kind.column, _BAR), shade.fill))
            below = Box(left, room.top + _BAR, kind.column, room.height - _BAR)
            frames.append(Frame(block.name, below, tuple(_lines(block, kind, first=first, lang=lang))))
    return tuple(frames), tuple(bars)


def _lines(block: StrategyBlock, kind: _Type, *, first: bool, lang: Language) -> list[Line]:
    size = kind.size
    lines = _head(block, kind, first=first)
    for at, entry in enumerate(block.entries):
        lines += _entry(entry, size, _ABOVE_LIST if at == 0 else _ABOVE_ENTRY)
    if not block.entries:
        nothing = say("deliver.strategies.none_inside", lang)
        lines.append(Line(nothing, size, SECONDARY, above=_ABOVE_LIST))
    return lines


def _shade(block: StrategyBlock, form: Form) -> Shade:
    """The colour of its quadrant; of negative drivers their own."""
    return form.look_into if block.quadrant is None else form.shades[block.quadrant]


def _head(block: StrategyBlock, kind: _Type, *, first: bool) -> list[Line]:
    shade, size = _shade(block, kind.form), kind.size
    lines = [Line(block.name, size + HEAD - BODY, shade.text, bold=True, above=8, head=True)]
    if first and kind.explained:
        lines.append(Line(block.text, size, above=4))
    if first and block.entries:
        lines.append(Line(block.count, size, shade.text, bold=True, above=8))
    return lines


def _entry(entry: Entry, size: float, above: float) -> list[Line]:
    return [Line(entry.name, size, bold=True, above=above), Line(entry.numbers, size, SECONDARY)]


def _fitting(block: StrategyBlock, height: float, kind: _Type, *, first: bool) -> int:
    """Return how many touchpoints fit in the column; one at least, so that every page carries some."""
    room = height - _BAR - kind.deep(_head(block, kind, first=first))
    count = 0
    for entry in block.entries:
        room -= kind.deep(_entry(entry, kind.size, _ABOVE_ENTRY if count else _ABOVE_LIST))
        if room < 0:
            break
        count += 1
    return max(count, min(1, len(block.entries)))


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
