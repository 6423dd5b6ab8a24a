"""A page of words, laid out once: the deck draws it with native shapes, the report as a page of a PDF.

Places are in points, as in the Picture: a page is 960 x 540. Text is measured in the deck's font, which is
wider than the report's, so that what fits on a slide fits on paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from cx.picture.font import ELLIPSIS, arial
from cx.picture.frame import MARGIN
from cx.picture.record import Align, Box
from cx.picture.theme import DECK_SIZES, INK, SECONDARY
from cx.text import Language, say

WIDTH, HEIGHT = 960.0, 540.0
BODY = 12.0
HEAD = 14.0
TITLE = Box(MARGIN, 0.75 * MARGIN, WIDTH - 2 * MARGIN, 68.0)
NUMBER = Box(WIDTH - MARGIN - 40, 517.0, 40.0, 12.0)
SUBTITLE_HEIGHT = 20.0
_BEFORE_CONTENT = 16.0
_CONTENT_BOTTOM = 486.0
_FOOTNOTE_BOTTOM = 529.0
LEADING = 1.17
"""Between the lines of a text box; single spacing of Arial is 1.15."""
_TOUCH, _LEAST_TITLE = 0.88, 20 / 28


@dataclass(frozen=True)
class Line:
    """A paragraph in one look, with the room above it in points."""

    text: str
    size: float = BODY
    colour: str = INK
    bold: bool = False
    above: float = 0.0
    align: Align = "left"


@dataclass(frozen=True)
class Frame:
    """Paragraphs in a box."""

    name: str
    box: Box
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Bar:
    """A coloured bar."""

    name: str
    box: Box
    colour: str


@dataclass(frozen=True)
class Grid:
    """A table: its place, the widths of its columns, the heights of its rows, and a line of text per cell."""

    alt: str
    left: float
    top: float
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    cells: tuple[tuple[Line, ...], ...]
    """The header first."""


@dataclass(frozen=True)
class Page:
    """A page: title, subtitle and footnote, what stands between them, and the speaker's notes."""

    title: str
    subtitle: str
    footnote: Frame
    frames: tuple[Frame, ...] = ()
    bars: tuple[Bar, ...] = ()
    grid: Grid | None = None
    notes: str = ""


def height(text: str, width: float, size: float = BODY, *, bold: bool = False) -> float:
    """Return how high a paragraph becomes when wrapped to a width."""
    return len(arial().wrapped(text, width, size, "semibold" if bold else "regular")) * size * LEADING


def line_height(line: Line, width: float) -> float:
    """Return how high a paragraph becomes, with the room above it."""
    return line.above + height(line.text, width, line.size, bold=line.bold)


def fitting_title(text: str) -> tuple[str, float]:
    """Return a title that takes two lines at most, and its type size.

    A title that is a touch too wide for one line shrinks to it: whether it would wrap depends on the machine.
    """
    found: tuple[str, ...] = ()
    size = DECK_SIZES.title
    for lines, least in ((1, _TOUCH), (2, _LEAST_TITLE)):
        found, size = arial().fitted(
            text, TITLE.width, DECK_SIZES.title, "semibold", lines=lines, least=least
        )
        if not found[-1].endswith(ELLIPSIS):
            break
    return " ".join(found), size


def title_bottom(title: str) -> float:
    """Return where the title's last line ends."""
    words, size = fitting_title(title)
    return TITLE.top + height(words, TITLE.width, size, bold=True)


def content_box(title: str) -> Box:
    """Return the room between a page's subtitle and its footnote."""
    top = title_bottom(title) + SUBTITLE_HEIGHT + _BEFORE_CONTENT
    return Box(MARGIN, top, WIDTH - 2 * MARGIN, _CONTENT_BOTTOM - top)


def footnote_frame(words: str, lang: Language) -> Frame:
    """Return the footnote at the bottom, in three lines at most."""
    width = WIDTH - 2 * MARGIN - NUMBER.width - 8
    size = DECK_SIZES.footnote
    lines, _ = arial().fitted(words, width, size, lines=3, least=1)
    deep = len(lines) * size * LEADING
    box = Box(MARGIN, _FOOTNOTE_BOTTOM - deep, width, deep)
    return Frame(say("deliver.shape.footnote", lang), box, (Line(" ".join(lines), size, SECONDARY),))


def continued(subtitle: str, page: int, pages: int, lang: Language) -> str:
    """Return the subtitle of one of several pages that go on with the same thing."""
    if pages == 1:
        return subtitle
    counted = say("deliver.continued", lang, page=page, pages=pages)
    return f"{subtitle} · {counted}" if subtitle else counted
