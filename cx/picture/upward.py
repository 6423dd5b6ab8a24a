"""What runs upwards: impact; volume where there is no impact; the order of satisfaction without both."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cx import text
from cx.matrix import axis_title
from cx.picture import axes
from cx.picture.axes import Range
from cx.picture.record import Axis, Box
from cx.records import Bubble, Matrix
from cx.text import Language

_LOG_FROM = 30.0
"""Volumes farther apart than this stand on a log axis."""


@dataclass(frozen=True)
class Upward:
    """A value per bubble, already as a logarithm on a log axis."""

    kind: Literal["impact", "volume", "rank"]
    values: tuple[float, ...]
    title: str
    narrowest: float
    """The least difference between the two ends of the axis."""
    line: float | None = None
    """Where the level line stands; ``None`` where there is no impact."""
    log: bool = False


def upward(matrix: Matrix, bubbles: Sequence[Bubble], lang: Language) -> Upward:
    """Return what runs upwards for the bubbles that are drawn."""
    known = [bubble.volume for bubble in bubbles if bubble.volume]
    if matrix.has_impact:
        return _impact(matrix, bubbles, lang)
    return _volume(bubbles, known, lang) if known else _rank(bubbles, lang)


def axis(up: Upward, matrix: Matrix, within: Range, plot: Box, lang: Language) -> Axis:
    """Return the axis with its ticks, from the plot's bottom to its top."""
    if up.kind == "impact":
        lowest = _lowest(matrix)
        return axes.impact(
            within, matrix.impact_kind, plot.height, plot.bottom, up.title, lang, lowest=lowest
        )
    if up.kind == "volume":
        return axes.volume(within, plot.height, plot.bottom, up.title, lang, log=up.log)
    return Axis(up.title, within.minimum, within.maximum, ())


def _impact(matrix: Matrix, bubbles: Sequence[Bubble], lang: Language) -> Upward:
    values = tuple(bubble.impact or 0.0 for bubble in bubbles)
    largest = max(map(abs, values), default=0.0) or 1.0
    width = matrix.impact_scale.width if matrix.impact_scale else largest
    return Upward("impact", values, axis_title(matrix, "impact", lang), width * 0.1, matrix.crosshair.impact)


def _volume(bubbles: Sequence[Bubble], known: Sequence[float], lang: Language) -> Upward:
    if max(known) / min(known) <= _LOG_FROM:
        values = tuple(bubble.volume or 0.0 for bubble in bubbles)
        return Upward("volume", values, text.say("picture.axis.volume", lang), max(known) * 0.1)
    logs = tuple(math.log10(bubble.volume or min(known)) for bubble in bubbles)
    return Upward("volume", logs, text.say("picture.axis.volume_log", lang), 0.5, log=True)


def _rank(bubbles: Sequence[Bubble], lang: Language) -> Upward:
    order = sorted(bubbles, key=lambda bubble: (bubble.satisfaction, bubble.label.casefold()))
    ranks = {bubble.id: float(place) for place, bubble in enumerate(order)}
    values = tuple(ranks[bubble.id] for bubble in bubbles)
    return Upward("rank", values, text.say("picture.axis.rank", lang), 4.0)


def _lowest(matrix: Matrix) -> float:
    """Return the smallest impact that an axis should name."""
    if any((bubble.impact or 0.0) < 0 for bubble in matrix.bubbles):
        return -math.inf
    return max(0.0, matrix.impact_scale.minimum) if matrix.impact_scale else 0.0
