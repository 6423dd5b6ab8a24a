"""How large bubbles are drawn: area true to volume, and what must be said about it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from cx import text
from cx.picture.axes import ticks
from cx.records import Bubble, SizeMode
from cx.text import Language

FLOOR = 2.5
"""The smallest radius drawn, in points of a picture 540 high: smaller can be neither seen nor hit."""
_LARGEST, _CROWD, _COVER = 34.0, 24, 0.16
_TAME, _STRETCH = 0.5, 1e4
_EVEN = 0.42
_MOST_KEPT = 45.0
"""The largest radius, in points of a picture 540 high, that the scale of another picture may give."""


@dataclass(frozen=True)
class Sizing:
    """Radii in points, in the order of the bubbles, and what the legend says."""

    radii: tuple[float, ...]
    legend: tuple[tuple[float, float], ...]
    """Round volumes with their radii, small to large; empty where all bubbles are equal."""
    note: tuple[str, ...]
    """Sentences about the size: what it stands for, equal bubbles, a floor, a cap, a logarithm."""
    radius_of: Callable[[float | None], float]
    """The radius of any volume, by the same rule."""
    unit_radius: float | None = None
    """The radius of a volume of 1, where areas are true; floor and cap come on top."""


def sizing(
    bubbles: Sequence[Bubble],
    mode: SizeMode,
    area: float,
    lang: Language,
    *,
    unit: float = 1.0,
    share: float = 1.0,
    unit_radius: float | None = None,
) -> Sizing:
    """Return the radius of each bubble and the size legend.

    Parameters
    ----------
    bubbles
        With volume > 0, or ``None`` or 0 where there is none.
    mode
        ``area``: the area is proportional to volume; ``log``: the radius grows with the logarithm of volume;
        ``off``: all equal.
    area
        The plot's area in square points: bubbles together cover about a sixth of it at most.
    unit
        What one point of a picture 540 high is in this picture.
    share
        The part of the sheet's width that a key leaves to the plot: bubbles shrink with its area.
    unit_radius
        The radius of a volume of 1 in another picture, kept in area mode unless bubbles get too large.

    Notes
    -----
    Area mode: r = R * sqrt(v / V), V the largest volume and R the largest radius, with r never below a floor;
    volumes under the floor are named in the note. Where volumes span more than four orders of magnitude and
    most bubbles would be at the floor, V is the volume at which only half of them are; larger ones are drawn
    at R and named in the note.
    """
    known = [bubble.volume for bubble in bubbles if bubble.volume]
    most = _Most(len(bubbles), area * share, unit, math.sqrt(share))
    if mode == "off" or not known:
        radius = most.radius(len(bubbles)) * _even(len(bubbles))
        said = "picture.size.off" if mode == "off" else "picture.size.none"
        return Sizing((radius,) * len(bubbles), (), (text.say(said, lang),), lambda _: radius)
    if mode == "log":
        return _by_logarithm(bubbles, known, most, lang)
    return _by_area(bubbles, known, most, lang, unit_radius)


@dataclass(frozen=True)
class _Most:
    """What bounds the largest radius: the number of bubbles and the plot's area."""

    count: int
    area: float
    unit: float
    shrink: float

    def radius(self, cover: float) -> float:
        """Return the largest radius, where all bubbles together cover ``cover`` times the largest one."""
        crowd: float = _LARGEST * min(1.0, _CROWD / max(self.count, 1)) ** _TAME * self.unit * self.shrink
        return max(2 * self.floor, min(crowd, math.sqrt(_COVER * self.area / (math.pi * max(cover, 1.0)))))

    @property
    def floor(self) -> float:
        """The smallest radius."""
        return FLOOR * self.unit


def _by_area(
    bubbles: Sequence[Bubble], known: Sequence[float], most: _Most, lang: Language, kept: float | None
) -> Sizing:
    floor, cap = most.floor, _cap(known)
    largest = most.radius(sum(min(volume, cap) for volume in known) / cap)
    if kept is not None and floor < kept * math.sqrt(cap) <= _MOST_KEPT * most.unit:
        largest = kept * math.sqrt(cap)

    def radius(volume: float) -> float:
        return max(floor, largest * math.sqrt(min(volume, cap) / cap))

    def volume(wanted: float) -> float:
        return cap * (wanted / largest) ** 2

    note = [text.say("picture.size.area", lang)]
    if max(known) > cap:
        note.append(text.say("picture.size.cap", lang, volume=_rounded(cap, lang)))
    if min(known) < volume(floor):
        note.append(text.say("picture.size.floor", lang, volume=_rounded(volume(floor), lang)))
    sizes = _radius_of(bubbles, radius, floor)
    return Sizing(
        tuple(sizes(bubble.volume) for bubble in bubbles),
        _legend(radius, volume, largest, most.unit),
        tuple(note),
        sizes,
        largest / math.sqrt(cap),
    )


def _by_logarithm(bubbles: Sequence[Bubble], known: Sequence[float], most: _Most, lang: Language) -> Sizing:
    floor, low, high = 1.6 * most.floor, min(known), max(known)
    span = math.log(high / low) or 1.0
    cover = sum((math.log(volume / low) / span) ** 2 for volume in known) or len(known)
    largest = max(2 * floor, most.radius(cover))

    def radius(volume: float) -> float:
        return floor + (largest - floor) * (math.log(volume / low) / span if high > low else 0.5)

    def volume(wanted: float) -> float:
        return low * math.exp((wanted - floor) / (largest - floor) * span)

    note = (text.say("picture.size.log", lang),)
    legend = _legend(radius, volume, largest, most.unit, (1.0, 0.7, 0.4)) if high > low else ()
    sizes = _radius_of(bubbles, radius, floor)
    return Sizing(tuple(sizes(bubble.volume) for bubble in bubbles), legend, note, sizes)


def _radius_of(
    bubbles: Sequence[Bubble], radius: Callable[[float], float], floor: float
) -> Callable[[float | None], float]:
    smallest = min(radius(bubble.volume) for bubble in bubbles if bubble.volume)
    unknown = min(max(smallest, floor), 2 * floor)
    return lambda volume: max(radius(volume), floor) if volume else unknown


def _even(count: int) -> float:
    return _EVEN if count <= _CROWD else 0.6


def _cap(known: Sequence[float]) -> float:
    """Return the volume that is drawn at the largest radius."""
    largest = max(known)
    visible = (_LARGEST / FLOOR) ** 2
    if largest / min(known) <= _STRETCH or median(known) * visible >= largest:
        return largest
    return ticks.round_down(median(known) * visible)


def _legend(
    radius: Callable[[float], float],
    volume: Callable[[float], float],
    largest: float,
    unit: float,
    parts: tuple[float, ...] = (1.0, 0.55, 0.25),
) -> tuple[tuple[float, float], ...]:
    top = min(largest, 17.0 * unit)
    wanted = [top * part for part in parts]
    values = sorted({ticks.round_down(volume(size)) for size in wanted if size >= FLOOR * unit})
    return tuple((value, radius(value)) for value in values if radius(value) >= FLOOR * unit)


def _rounded(volume: float, lang: Language) -> str:
    digits = max(0, 1 - math.floor(math.log10(volume)))
    return text.trimmed(float(f"{volume:.2g}"), lang, digits)
