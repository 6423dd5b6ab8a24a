"""The key below the plot: a few numbers with their names in rows, which leave the plot its whole width."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cx import text
from cx.picture.colour import SECONDARY
from cx.picture.record import KeyEntry, TextBlock
from cx.picture.type import LEADING, Canvas, moved
from cx.text import Language

MOST = 3
"""Rows that it takes at most: with more, the plot would lose more height than names are worth."""
_ROW = 1.15
"""The height of a row, in lines."""


@dataclass(frozen=True)
class Rows:
    """Numbers and names side by side, from the place (0, 0) on."""

    title: TextBlock
    entries: tuple[KeyEntry, ...] = ()
    count: int = 1
    height: float = 0.0
    """With the room below the last row."""

    def at(self, left: float, top: float) -> tuple[TextBlock, tuple[KeyEntry, ...]]:
        """Return title and entries at their place on the sheet."""
        placed = tuple(
            KeyEntry(
                one.number,
                one.id,
                one.name,
                moved(one.figure, left, top),
                moved(one.block, left, top),
            )
            for one in self.entries
        )
        return moved(self.title, left, top), placed


def rows(names: Mapping[str, str], numbers: Mapping[str, int], canvas: Canvas, lang: Language) -> Rows | None:
    """Return the key of the names (bubble's id to name, in the order of their numbers).

    ``None`` where a name is wider than the sheet.
    """
    size, gap, right = canvas.sizes.footnote, canvas.gap, canvas.width - 2 * canvas.margin
    title = canvas.block(
        (text.say("picture.key", lang),), (0.0, 0.0), size, colour=SECONDARY, weight="semibold"
    )
    step, entries = size * LEADING * _ROW, []
    x, row = title.box.right + 2 * gap, 0
    for one, name in names.items():
        figure = canvas.block((str(numbers[one]),), (0.0, row * step), size, weight="semibold")
        block = canvas.block((name,), (0.0, row * step), size)
        wide = figure.box.width + gap / 2 + block.box.width
        if x + wide > right:
            x, row = 0.0, row + 1
            if wide > right:
                return None
        down = row * step - figure.box.top
        figure, block = moved(figure, x, down), moved(block, x + figure.box.width + gap / 2, down)
        entries.append(KeyEntry(numbers[one], one, name, figure, block))
        x += wide + 2 * gap
    return Rows(title, tuple(entries), row + 1, height(row + 1, canvas))


def height(count: int, canvas: Canvas) -> float:
    """Return how much room so many rows take from the plot."""
    return count * canvas.sizes.footnote * LEADING * _ROW + canvas.gap


def said(key: str, canvas: Canvas, lang: Language, **values: int) -> TextBlock:
    """Return a sentence in the place of a key, at (0, 0), in as many lines as it needs."""
    size = canvas.sizes.footnote
    lines = canvas.font.wrapped(text.say(key, lang, **values), canvas.width - 2 * canvas.margin, size)
    return canvas.block(lines, (0.0, 0.0), size, colour=SECONDARY)
