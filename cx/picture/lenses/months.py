"""How all contacts went, month by month: a bar upright for each, from left to right."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cx import text
from cx.matrix.telling import lenses as telling
from cx.picture.colour import GRID, GROUND, INK, LEVEL_SHADES, SECONDARY
from cx.picture.lenses.record import LensPicture
from cx.picture.record import Box, Ink, InkArea, InkDot, InkLine, TextBlock, rectangle
from cx.picture.render import Target
from cx.picture.type import LEADING, SCREEN_SIZES, Canvas, Font, Sizes, source_sans
from cx.records.lenses import LensResult, Month
from cx.text import Language

_WIDTH, _HEIGHT = 960.0, 300.0
_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
_KINDS = ("negative", "reactive", "proactive")
_BAR, _WIDEST = 0.62, 64.0
"""A bar's share of its month, and its greatest width in points of a picture whose type is not enlarged."""
_DOT, _CAP = 4.2, 3.2
MOST_MONTHS = 60
"""Months that are drawn: of more the latest."""


@dataclass(frozen=True)
class _Frame:
    months: Sequence[Month]
    canvas: Canvas
    plot: Box
    lang: Language

    @property
    def step(self) -> float:
        return self.plot.width / len(self.months)

    @property
    def half(self) -> float:
        return min(_BAR * self.step, _WIDEST * self.canvas.unit) / 2

    def middle(self, at: int) -> float:
        return self.plot.left + (at + 0.5) * self.step

    def level(self, share: float) -> float:
        return self.plot.bottom - share * self.plot.height


def months_picture(
    result: LensResult,
    *,
    lang: Language,
    title: str,
    size: tuple[float, float] = (_WIDTH, _HEIGHT),
    type_scale: float = 1.0,
    sizes: Sizes = SCREEN_SIZES,
    font: Font | None = None,
) -> LensPicture | None:
    """Return shares of negative, reactive and proactive contacts by month; ``None`` without a trend.

    Parameters
    ----------
    result
        The lens of contacts; another one has no months.
    title
        The conclusion, for those who do not see the picture.
    size
        Width and height in points.
    """
    months = result.months[-MOST_MONTHS:]
    if not months:
        return None
    wide, high = size
    canvas = Canvas(wide, high, type_scale * wide / _WIDTH, font or source_sans(), sizes.scaled(type_scale))
    frame = _Frame(months, canvas, _plot(canvas, months, lang), lang)
    said = "; ".join(
        text.say(
            "lens.alt.row",
            lang,
            name=telling.month_name(one.month, lang),
            value=text.percent_told(one.negative.value, lang),
        )
        for one in months
    )
    return LensPicture(
        "proactivity",
        wide,
        high,
        (_grid(frame), _signs(frame), *(_bar(frame, at, one) for at, one in enumerate(months))),
        tuple(_texts(frame)),
        tuple(_target(frame, at, one) for at, one in enumerate(months)),
        text.say("lens.alt", lang, title=title, rows=said),
        len(months),
        len(result.months),
    )


def _plot(canvas: Canvas, months: Sequence[Month], lang: Language) -> Box:
    """The room of the bars: beside it the shares, and the half of the last month's name that is wider."""
    size, gap, font = canvas.sizes, canvas.gap, canvas.font
    left = font.width(text.percent(1.0, lang), size.tick) + 1.5 * gap
    name = font.width(telling.month_name(months[-1].month, lang), size.tick)
    beyond = max(0.0, name - (canvas.width - left) / len(months)) / 2
    top = size.label * LEADING + size.footnote * LEADING + 3 * gap
    bottom = canvas.height - size.tick * LEADING - gap
    return Box(left, top, canvas.width - left - beyond, bottom - top)


def _grid(frame: _Frame) -> Ink:
    plot = frame.plot
    levels = [(frame.level(share), SECONDARY if not share else GRID) for share in _QUARTERS]
    return Ink("", lines=tuple(InkLine((plot.left, y), (plot.right, y), ink, 0.75) for y, ink in levels))


def _bar(frame: _Frame, at: int, one: Month) -> Ink:
    x, start, areas = frame.middle(at), 0.0, []
    for bar, shade in zip((one.negative, one.reactive, one.proactive), LEVEL_SHADES, strict=True):
        top, bottom = frame.level(start + bar.value), frame.level(start)
        if bottom > top:
            areas.append(
                InkArea(rectangle(Box(x - frame.half, top, 2 * frame.half, bottom - top)), shade, "")
            )
        start += bar.value
    return Ink(telling.month_name(one.month, frame.lang), areas=(*areas, *_whisker(frame, x, one)))


def _whisker(frame: _Frame, x: float, one: Month) -> Iterator[InkArea]:
    """The interval of the negative share; areas, since a line below a bar would not be seen."""
    if one.negative.low is None or one.negative.high is None:
        return
    unit = frame.canvas.unit
    low, high = frame.level(one.negative.low), frame.level(one.negative.high)
    cap = min(_CAP * unit, frame.half)
    for half, ink in ((1.5 * unit, GROUND), (0.45 * unit, INK)):
        yield InkArea(rectangle(Box(x - half, high, 2 * half, low - high)), ink, "")
        for y in (low, high):
            yield InkArea(rectangle(Box(x - cap, y - half, 2 * cap, 2 * half)), ink, "")


def _texts(frame: _Frame) -> Iterator[TextBlock]:
    canvas, plot = frame.canvas, frame.plot
    tick = canvas.sizes.tick
    for share in _QUARTERS:
        start = (plot.left - canvas.gap, frame.level(share) - tick * LEADING / 2)
        yield canvas.block((text.percent(share, frame.lang),), start, tick, colour=SECONDARY, align="right")
    names = [telling.month_name(one.month, frame.lang) for one in frame.months]
    figures = [text.percent_told(one.negative.value, frame.lang) for one in frame.months]
    for at in _apart(frame, names):
        place = (frame.middle(at), plot.bottom + canvas.gap / 2)
        yield canvas.block((names[at],), place, tick, colour=SECONDARY, align="centre")
    small = canvas.sizes.footnote
    for at in _apart(frame, figures):
        place = (frame.middle(at), plot.top - small * LEADING - canvas.gap / 2)
        yield canvas.block((figures[at],), place, small, weight="semibold", align="centre")
    for words, x in _legend(frame):
        yield canvas.block((words,), (x + 3.0 * _DOT * canvas.unit, 0.0), canvas.sizes.label)


def _apart(frame: _Frame, words: Sequence[str]) -> range:
    """Every so many months, the last one always, so that no word stands on the next."""
    canvas = frame.canvas
    wide = max(canvas.font.width(one, canvas.sizes.tick, "semibold") for one in words) + canvas.gap
    every = max(1, math.ceil(wide / frame.step))
    return range((len(words) - 1) % every, len(words), every)


def _legend(frame: _Frame) -> Iterator[tuple[str, float]]:
    canvas, x = frame.canvas, frame.plot.left
    for kind in _KINDS:
        words = text.say(f"lens.legend.{kind}", frame.lang)
        yield words, x
        x += 3.0 * _DOT * canvas.unit + canvas.font.width(words, canvas.sizes.label) + 3 * canvas.gap


def _signs(frame: _Frame) -> Ink:
    unit, y = frame.canvas.unit, frame.canvas.sizes.label * LEADING / 2
    dots = (
        InkDot(x + _DOT * unit, y, _DOT * unit, shade, shade)
        for (_, x), shade in zip(_legend(frame), LEVEL_SHADES, strict=True)
    )
    return Ink("", dots=tuple(dots))


def _target(frame: _Frame, at: int, one: Month) -> Target:
    name = telling.month_name(one.month, frame.lang)
    hover = (
        name,
        telling.month_in_words(one, frame.lang),
        text.say("lens.months.contacts", frame.lang, n=one.n),
    )
    return Target(frame.middle(at), frame.level(one.negative.value / 2), frame.half, name, hover, INK)
