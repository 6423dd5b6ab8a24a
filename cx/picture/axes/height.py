"""What runs upwards: impact, also where the data do not show it; volume without impact; else the order."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from cx import text
from cx.matrix import axis_title
from cx.picture.axes import ranges
from cx.picture.axes.ranges import Range
from cx.picture.record import Axis, Box, Tick
from cx.records import Bubble, Matrix
from cx.text import Language

_LOG_FROM = 30.0
"""Volumes farther apart than this stand on a log axis."""
_BELOW = 0.15
"""How far below the volumes those without one stand, as a part of the volumes' range."""


@dataclass(frozen=True)
class Upward:
    """A value per bubble, already as a logarithm on a log axis."""

    kind: Literal["impact", "volume", "rank"]
    values: tuple[float, ...]
    title: str
    narrowest: float
    """The least difference between the two ends of the axis."""
    line: float | None = None
    """Where the level line stands; ``None`` where there is no impact, or none that the data show."""
    log: bool = False
    foot: float | None = None
    """Where bubbles without a volume stand, below every volume; ``None`` where all have one."""


def upward(matrix: Matrix, bubbles: Sequence[Bubble], lang: Language) -> Upward:
    """Return what runs upwards for the bubbles that are drawn."""
    known = [bubble.volume for bubble in bubbles if bubble.volume]
    if matrix.has_impact or matrix.impact_unknown:
        return _impact(matrix, bubbles, lang)
    return _volume(bubbles, known, lang) if known else _rank(bubbles, lang)


def begun_at(up: Upward, matrix: Matrix, within: Range) -> float:
    """Return the round value before a range; on a log axis a power of ten."""
    if up.kind == "rank":
        return within.minimum
    if up.log:
        return float(math.floor(within.minimum))
    if up.kind == "volume":
        return ranges.begun_at(within, 0.0, math.inf, ranges.MOST_UP)
    return ranges.begun_at(within, _lowest(matrix), ranges.highest(matrix.impact_kind), ranges.MOST_UP)


def axis(up: Upward, matrix: Matrix, within: Range, plot: Box, lang: Language) -> Axis:
    """Return the axis with its ticks, from the plot's bottom to its top."""
    if up.kind == "impact":
        lowest = _lowest(matrix)
        return ranges.impact(
            within, matrix.impact_kind, plot.height, plot.bottom, up.title, lang, lowest=lowest
        )
    if up.kind == "volume":
        made = ranges.volume(within, plot.height, plot.bottom, up.title, lang, log=up.log)
        smallest = min(bubble.volume for bubble in matrix.bubbles if bubble.volume)
        return _with_foot(made, up, smallest, plot, lang)
    return Axis(up.title, within.minimum, within.maximum, ())


def _impact(matrix: Matrix, bubbles: Sequence[Bubble], lang: Language) -> Upward:
    values = tuple(bubble.height or 0.0 for bubble in bubbles)
    largest = max(map(abs, values), default=0.0) or 1.0
    width = matrix.impact_scale.width if matrix.impact_scale else largest
    title = axis_title(matrix, "impact", lang)
    return Upward("impact", values, title, width * 0.1, matrix.crosshair.impact)


def _volume(bubbles: Sequence[Bubble], known: Sequence[float], lang: Language) -> Upward:
    if max(known) / min(known) > _LOG_FROM:
        return _by_logarithm(bubbles, known, lang)
    foot = -_BELOW * max(known) if any(bubble.volume is None for bubble in bubbles) else None
    values = tuple(_or_foot(bubble.volume, foot) for bubble in bubbles)
    return Upward("volume", values, text.say("picture.axis.volume", lang), max(known) * 0.1, foot=foot)


def _by_logarithm(bubbles: Sequence[Bubble], known: Sequence[float], lang: Language) -> Upward:
    """Return volumes by their logarithm, which a volume of zero does not have: it stands at the foot too."""
    logs = [math.log10(bubble.volume) if bubble.volume else None for bubble in bubbles]
    low, high = math.log10(min(known)), math.log10(max(known))
    foot = low - _BELOW * (high - low) if None in logs else None
    values = tuple(_or_foot(value, foot) for value in logs)
    return Upward("volume", values, text.say("picture.axis.volume_log", lang), 0.5, log=True, foot=foot)


def _or_foot(value: float | None, foot: float | None) -> float:
    return (foot or 0.0) if value is None else value


def _with_foot(axis: Axis, up: Upward, known: float, plot: Box, lang: Language) -> Axis:
    """Return the axis with its foot named, and no value below the smallest volume near it."""
    if up.foot is None:
        return axis
    share = (up.foot - axis.minimum) / (axis.maximum - axis.minimum)
    words = text.say("picture.axis.no_volume", lang)
    mark = Tick(0.0, plot.bottom - share * plot.height, words)
    limit = 0.0 if not up.log else known * 0.999
    return replace(axis, ticks=(mark, *(tick for tick in axis.ticks if tick.value >= limit)))


def _rank(bubbles: Sequence[Bubble], lang: Language) -> Upward:
    order = sorted(bubbles, key=lambda bubble: (bubble.satisfaction, bubble.label.casefold()))
    ranks = {bubble.id: float(place) for place, bubble in enumerate(order)}
    values = tuple(ranks[bubble.id] for bubble in bubbles)
    return Upward("rank", values, text.say("picture.axis.rank", lang), 4.0)


def _lowest(matrix: Matrix) -> float:
    """Return the smallest impact that an axis should name."""
    if any((bubble.height or 0.0) < 0 for bubble in matrix.bubbles):
        return -math.inf
    return max(0.0, matrix.impact_scale.minimum) if matrix.impact_scale else 0.0
