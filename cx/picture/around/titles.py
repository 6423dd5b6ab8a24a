"""Title and subtitle above the plot, and the footnote below it."""

from __future__ import annotations

from dataclasses import dataclass

from cx.picture.colour import SECONDARY
from cx.picture.record import TextBlock
from cx.picture.type import ELLIPSIS, Canvas, moved

_BETWEEN = " · "
_FOOTNOTE_LINES, _CUT, _MOST_PARTS = 4, 4, 12
_NARROWEST = 0.2
"""Of a sign of ordinary words, in em: what is longer than as many as fit is cut at once, not bit by bit."""
_ROUNDING = 1e-6


@dataclass(frozen=True)
class Headings:
    """Title and subtitle, and where the chart below them starts."""

    title: TextBlock
    subtitle: TextBlock
    bottom: float


def headings(canvas: Canvas, title: str, subtitle: str, *, drawn: bool, aside: float = 0.0) -> Headings:
    """Return title (two lines at most) and subtitle, at the top of the sheet.

    Parameters
    ----------
    drawn
        Whether they take room.
    aside
        What is kept free at their right, for a logo.
    """
    width = canvas.width - 2 * canvas.margin - aside
    top = canvas.margin * 0.75
    lines, size = canvas.fitted(title, width, canvas.sizes.title, "semibold", lines=2)
    lines = canvas.font.balanced(" ".join(lines), len(lines), size, "semibold")
    head = canvas.block(lines, (canvas.margin, top), size, weight="semibold")
    lines, size = canvas.fitted(subtitle, width, canvas.sizes.subtitle, lines=1)
    below = canvas.block(lines, (canvas.margin, head.box.bottom), size, colour=SECONDARY)
    return Headings(head, below, below.box.bottom + canvas.gap if drawn else canvas.gap)


def footnote(canvas: Canvas, words: str, width: float, most: int = _FOOTNOTE_LINES) -> TextBlock:
    """Return the footnote at the bottom left, in at most so many lines.

    Where it is longer, its longest part (a list of names) is shortened: source, rule and date always stand.
    """
    size = canvas.sizes.footnote
    parts = _parts(words, most=int(most * width / (size * _NARROWEST)))
    while not fits(canvas, _BETWEEN.join(parts), width, most):
        longest = max(range(len(parts)), key=lambda place: len(parts[place]))
        if len(parts[longest]) <= _CUT:
            break
        parts[longest] = parts[longest].removesuffix(ELLIPSIS)[:-_CUT].rstrip(" ,") + ELLIPSIS
    lines = canvas.font.wrapped(_BETWEEN.join(parts), width, size)
    block = canvas.block(lines, (canvas.margin, 0.0), size, colour=SECONDARY)
    return moved(block, 0.0, canvas.height - canvas.margin * 0.6 - block.box.height)


def _parts(words: str, most: int) -> list[str]:
    """The parts of a footnote, none of more signs than fit; of very many the first are one."""
    parts = words.split(_BETWEEN)
    if len(parts) > _MOST_PARTS:
        parts = [_BETWEEN.join(parts[: 1 - _MOST_PARTS]), *parts[1 - _MOST_PARTS :]]
    return [part if len(part) <= most else part[:most].rstrip(" ,") + ELLIPSIS for part in parts]


def fits(canvas: Canvas, words: str, width: float, most: int) -> bool:
    """Return whether words fit into so many lines; what is far too wide is not wrapped for that."""
    line, between, size = " ".join(words.split()), most - 1, canvas.sizes.footnote
    least = canvas.font.width(line, size) - between * canvas.font.width(" ", size)
    if width <= 0 or least > most * width * (1 + _ROUNDING):
        return False
    return len(canvas.font.wrapped(words, width, size)) <= most
