"""Axis ranges that keep every bubble whole, and their ticks."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from cx import text
from cx.matrix import on_scale
from cx.picture.axes import ticks
from cx.picture.record import Axis, Tick
from cx.records import ImpactKind, Scale
from cx.text import Language

SHARES: tuple[ImpactKind, ...] = ("composed", "derived")
"""The kinds of impact that are shares of a whole."""
MOST_ACROSS, MOST_UP = 8, 7
"""How many values are told along an axis at most."""
_ROUNDS, _WIDENED = 60, 8
_HAIR = 1e-9


@dataclass(frozen=True)
class Reach:
    """A value on an axis with the room that it needs on either side, in points."""

    value: float
    before: float
    after: float


@dataclass(frozen=True)
class Range:
    """The two ends of an axis, in data units (logarithms on a log axis)."""

    minimum: float
    maximum: float


def fitting(reaches: Sequence[Reach], length: float, *, narrowest: float, begin: float = math.inf) -> Range:
    """Return the smallest range in which every value has its room on an axis of ``length`` points.

    Parameters
    ----------
    reaches
        Values with the room that they need; at least one.
    length
        The axis' length in points.
    narrowest
        The least difference between the two ends, in data units.
    begin
        Where it begins at the latest.

    Notes
    -----
    Room in points turns into data units by the range that is sought: the range is found by repetition, which
    converges because the room needed is less than the axis. Where it is not, all room shrinks in proportion.
    """
    low = min(reach.value for reach in reaches)
    high = max(reach.value for reach in reaches)
    widest = max(reach.before for reach in reaches) + max(reach.after for reach in reaches)
    shrink = min(1.0, 0.8 * length / widest) if widest else 1.0
    spare = max(0.0, narrowest - (high - low)) / 2
    low, high = low - spare, high + spare
    start, end = low, high
    values, before, after = np.array([(r.value, r.before, r.after) for r in reaches], dtype=np.float64).T
    for _ in range(_ROUNDS):
        unit = (end - start) / length * shrink
        start = min(low, begin, (values - before * unit).min())
        end = max(high, (values + after * unit).max())
    return Range(float(start), float(end))


def from_round(
    reaches: Sequence[Reach], length: float, *, narrowest: float, begun: Callable[[Range], float]
) -> Range:
    """Return the smallest range from a round value in which every value has its room.

    Native charts count the values of an axis from its beginning.

    Parameters
    ----------
    reaches, length, narrowest
        As for :func:`fitting`.
    begun
        The round value at which a range is to begin, not above its own beginning.
    """
    found = fitting(reaches, length, narrowest=narrowest)
    for _ in range(_WIDENED):
        start = begun(found)
        if start >= found.minimum:
            break
        found = fitting(reaches, length, narrowest=narrowest, begin=start)
    return found


def begun_at(within: Range, low: float, high: float, most: int) -> float:
    """Return the round value before a range, in the steps of the values that are told of it.

    Parameters
    ----------
    low, high
        Between which values are told, as far as the range reaches.
    most
        How many values are told at most.

    Examples
    --------
    >>> begun_at(Range(5.37, 8.9), 1, 10, 8)
    5.0
    """
    values = told(within, low, high, most)
    if len(values) < 2:  # noqa: PLR2004 - one value has no step
        return within.minimum
    step = values[1] - values[0]
    return round(math.floor(within.minimum / step + _HAIR) * step, 12)


def told(within: Range, low: float, high: float, most: int) -> tuple[float, ...]:
    """Return the round values of a range that are told: those between ``low`` and ``high``."""
    low, high = max(within.minimum, low), min(within.maximum, high)
    return ticks.nice(low, high, most=most) if low < high else ()


def satisfaction(
    within: Range, scale: Scale, length: float, start: float, title: str, lang: Language
) -> Axis:
    """Return the axis of satisfaction, left to right, with ticks on the scale only."""
    values = told(within, scale.minimum, scale.maximum, MOST_ACROSS)
    return _axis(
        within, values, [on_scale(v, scale, lang, _shown(values)) for v in values], length, start, title
    )


def impact(
    within: Range,
    kind: ImpactKind,
    length: float,
    bottom: float,
    title: str,
    lang: Language,
    *,
    lowest: float,
) -> Axis:
    """Return the axis of impact, bottom to top; a share is written as a percentage.

    Parameters
    ----------
    lowest
        The smallest value that makes sense: ticks below are left out.
    """
    values = told(within, lowest, highest(kind), MOST_UP)
    words = [_impact(value, kind, lang, ticks.decimals(values)) for value in values]
    return _axis(within, values, words, -length, bottom, title)


def highest(kind: ImpactKind) -> float:
    """Return the largest impact that makes sense."""
    return 1.0 if kind in SHARES else math.inf


def volume(within: Range, length: float, bottom: float, title: str, lang: Language, *, log: bool) -> Axis:
    """Return the axis of volume, bottom to top, for a matrix without impact."""
    if log:
        values = ticks.powers(10**within.minimum, 10**within.maximum)
    else:
        values = told(within, 0.0, math.inf, MOST_UP)
    words = [text.trimmed(value, lang) for value in values]
    return _axis(within, values, words, -length, bottom, title, log=log)


def _impact(value: float, kind: ImpactKind, lang: Language, decimals: int) -> str:
    """Return a value along the axis: a percentage where it is a share, else the number."""
    if kind in SHARES:
        return text.percent(value, lang, max(0, decimals - 2))
    return text.number(value, lang, decimals)


def _shown(values: Sequence[float]) -> int:
    return ticks.decimals(values)


def _axis(
    within: Range,
    values: Sequence[float],
    words: Sequence[str],
    length: float,
    start: float,
    title: str,
    *,
    log: bool = False,
) -> Axis:
    axis = Axis(title, within.minimum, within.maximum, (), log)
    places = [start + axis.share(value) * length for value in values]
    marks = [Tick(value, place, word) for value, place, word in zip(values, places, words, strict=True)]
    return replace(axis, ticks=tuple(marks))
