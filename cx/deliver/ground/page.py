"""A page of words, laid out once: the deck draws it with native shapes, the report as a page of a PDF.

Places are in points, as in the Picture. Text is measured in the deck's font, which is wider than the
report's, so that what fits on a slide fits on paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from cx.deliver.ground.form import BODY, Form
from cx.picture import DECK_SIZES
from cx.picture.colour import INK, SECONDARY
from cx.picture.record import Align, Box
from cx.text import Language, say


@dataclass(frozen=True)
class Line:
    """A paragraph in one look, with the room above it in points."""

    text: str
    size: float = BODY
    colour: str = INK
    bold: bool = False
    above: float = 0.0
    align: Align = "left"
    head: bool = False
    """Whether it heads what follows."""


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
class Interval:
    """A bar of a chart with the interval around its end, all as shares."""

    name: str
    value: float
    words: str
    """The value as it stands beside the bar."""
    low: float | None = None
    high: float | None = None
    turned: bool = False
    """Whether it is drawn grey: its sign is the other way round."""
    hollow: bool = False
    """Whether it is drawn as an outline: the data do not show it."""


@dataclass(frozen=True)
class BarChart:
    """Ranked bars with intervals: their place, and what runs along the axis."""

    alt: str
    box: Box
    size: float
    """Of the type, in points."""
    axis: str
    bars: tuple[Interval, ...]
    names: float
    """The room for the names at the left."""
    longest: float
    """The value at the end of the axis."""
    interval: str
    """What the thin lines are."""


@dataclass(frozen=True)
class Page:
    """A page: title, subtitle and footnote, what stands between them, and the speaker's notes."""

    title: str
    subtitle: str
    footnote: Frame
    frames: tuple[Frame, ...] = ()
    bars: tuple[Bar, ...] = ()
    grid: Grid | None = None
    bar_chart: BarChart | None = None
    notes: str = ""


def line_height(line: Line, width: float, form: Form) -> float:
    """Return how high a paragraph becomes, with the room above it."""
    return line.above + form.text_height(line.text, width, line.size, bold=line.bold)


def footnote_frame(words: str, lang: Language, form: Form) -> Frame:
    """Return the footnote at the bottom, in three lines at most."""
    box, shown = form.footnote(words)
    return Frame(say("deliver.shape.footnote", lang), box, (Line(shown, DECK_SIZES.footnote, SECONDARY),))


FIRST_BASELINE = 0.9
"""How far the baseline of a first line lies below the top of its box, in its type size."""
MOST = 200
"""Rows or names that the pages of one thing list; the workbook lists them all."""


def only_first(subtitle: str, shown: int, count: int, lang: Language) -> str:
    """Return the subtitle of pages that list the first of more than they can, and where the others stand."""
    if count <= shown:
        return subtitle
    said = say("deliver.only_first", lang, shown=shown, count=count)
    return f"{subtitle} · {said}" if subtitle else said


def continued(subtitle: str, page: int, pages: int, lang: Language) -> str:
    """Return the subtitle of one of several pages that go on with the same thing."""
    if pages == 1:
        return subtitle
    counted = say("deliver.continued", lang, page=page, pages=pages)
    return f"{subtitle} · {counted}" if subtitle else counted
