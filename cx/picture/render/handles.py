"""What of a picture on the screen can be taken hold of: the crosshair's lines, bubbles, notes."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, Literal

from cx import matrix as building
from cx.picture.record import Box, CrosshairLine, Picture
from cx.records import Matrix, Quadrant
from cx.text import Language

_MOST_STOPS = 300
"""Between them a line moves by more than a pixel even on a wide screen."""
_STEPS = (1, 2, 5)
_SLACK = 1e-9
_NOWHERE = Box(0.0, 0.0, 0.0, 0.0)
Sides = tuple[int, int, int, int]
"""How many bubbles lie above the level line, left and right of the upright one, and below it likewise."""


@dataclass(frozen=True)
class LineHandle:
    """A line of the crosshair, with the values that it can be put at."""

    axis: Literal["satisfaction", "impact"]
    at: float
    """Where it stands, in CSS pixels from the left or from the top."""
    value: float
    words: str
    """Its value as it is written."""
    stops: tuple[float, ...]
    """Round values inside the plot, rising."""
    places: tuple[float, ...]
    """Of each stop, in CSS pixels."""
    told: tuple[str, ...]
    """Each stop as it is written."""
    counts: tuple[Sides, ...]
    """What the quadrants would hold with the line at each stop; empty without quadrants."""


@dataclass(frozen=True)
class NoteHandle:
    """A note that can be moved, and the point that it is about."""

    id: str
    words: str
    box: tuple[float, float, float, float]
    """Left, top, width and height in CSS pixels."""
    point: tuple[float, float]


@dataclass(frozen=True)
class Handles:
    """What can be taken hold of, in CSS pixels from the picture's top left corner."""

    size: tuple[float, float]
    """Of the whole picture."""
    plot: tuple[float, float, float, float]
    """Left, top, width and height."""
    lines: tuple[LineHandle, ...]
    discs: tuple[tuple[float, float, float], ...]
    """Middle and radius: a pointer on one of them means the bubble, not the line below it."""
    ids: tuple[str, ...]
    """Of the bubbles, in the order of ``discs``."""
    names: tuple[str, ...]
    """Of the quadrants' strategies, in the order of the counts; empty without quadrants."""
    corners: tuple[tuple[float, float, float, float], ...]
    """Where each of these names stands; none of it in a part of the plot that has no room for it."""
    notes: tuple[NoteHandle, ...]

    @cached_property
    def plain(self) -> Mapping[str, Any]:
        """The same as plain data, for a script in the browser; made once, as each run of a page sends it."""
        return asdict(self)


def handles(picture: Picture, matrix: Matrix, *, width: float, lang: Language) -> Handles:
    """Return what of a picture can be taken hold of.

    Parameters
    ----------
    picture, matrix
        The picture as it is drawn, and what it shows.
    width
        At which it is drawn, in CSS pixels.
    lang
        In which values are written.
    """
    scale = width / picture.width
    corners = {area.quadrant: area.name.box for area in picture.quadrants if area.name.lines}
    order: tuple[Quadrant, ...] = ("fix_first", "expand_reach", "simplify", "minimise_cost")
    return Handles(
        (width, picture.height * scale),
        _scaled(picture.plot, scale),
        tuple(_line(line, picture, matrix, scale, lang) for line in picture.crosshair),
        tuple((disc.x * scale, disc.y * scale, disc.radius * scale) for disc in picture.discs),
        tuple(disc.id for disc in picture.discs),
        tuple(building.heading(matrix, one, lang).name for one in order if picture.quadrants),
        tuple(_scaled(corners.get(one, _NOWHERE), scale) for one in order if picture.quadrants),
        tuple(
            NoteHandle(one.id, one.words, _scaled(one.box, scale), (one.pin.x * scale, one.pin.y * scale))
            for one in picture.notes
        ),
    )


def pinned_at(picture: Picture, *, width: float, x: float, y: float) -> tuple[float, float]:
    """Return the satisfaction and the height of a place on the screen, inside the plot.

    Parameters
    ----------
    width
        The width of the picture on the screen, in CSS pixels.
    x, y
        In CSS pixels from the picture's top left corner.
    """
    scale, plot = picture.width / width, picture.plot
    across = min(max(x * scale, plot.left), plot.right)
    return picture.values_at(across, min(max(y * scale, plot.top), plot.bottom))


def _scaled(box: Box, scale: float) -> tuple[float, float, float, float]:
    return box.left * scale, box.top * scale, box.width * scale, box.height * scale


def _line(line: CrosshairLine, picture: Picture, matrix: Matrix, scale: float, lang: Language) -> LineHandle:
    upright = line.axis == "satisfaction"
    axis, plot = picture.x_axis if upright else picture.y_axis, picture.plot

    def place(value: float) -> float:
        share = axis.share(value)
        return (plot.left + share * plot.width if upright else plot.bottom - share * plot.height) * scale

    said = building.satisfaction_words if upright else building.impact_words
    bounds = building.line_bounds(matrix, line.axis)
    low, high = max(axis.minimum, bounds.low), min(axis.maximum, bounds.high)
    stops, told = _told_apart(low, high, lambda value: said(value, matrix, lang, "table"))
    return LineHandle(
        line.axis,
        (line.start[0] if upright else line.start[1]) * scale,
        line.value,
        said(line.value, matrix, lang, "table"),
        stops,
        tuple(place(stop) for stop in stops),
        told,
        _counts(matrix, line.axis, stops) if picture.quadrants else (),
    )


def _told_apart(
    low: float, high: float, said: Callable[[float], str]
) -> tuple[tuple[float, ...], tuple[str, ...]]:
    """Return round values with their words: as many as a hand, and as the words, can tell apart."""
    most, stops, told = _MOST_STOPS, tuple[float, ...](), tuple[str, ...]()
    while most > 1:
        stops = round_values(low, high, most)
        told = tuple(map(said, stops))
        if len(set(told)) == len(told):
            break
        most //= 2
    return stops, told


def round_values(low: float, high: float, most: int) -> tuple[float, ...]:
    """Return the round values from one end to another, in steps of 1, 2 or 5; about as many as ``most``.

    Examples
    --------
    >>> round_values(6.93, 7.21, 3)
    (7.0, 7.1, 7.2)
    >>> len(round_values(0, 10, 300)), round_values(0, 10, 300)[1]
    (201, 0.05)
    """
    if not high > low:
        return ()
    exponent = math.floor(math.log10((high - low) / most))
    steps = ((size, power) for power in (exponent, exponent + 1) for size in _STEPS)
    size, power = next(one for one in steps if (high - low) / (one[0] * 10.0 ** one[1]) <= most)
    step, digits = size * 10.0**power, max(0, -power)
    first, last = math.ceil(low / step - _SLACK), math.floor(high / step + _SLACK)
    return tuple(round(number * step, digits) for number in range(first, last + 1))


def _counts(matrix: Matrix, axis: str, stops: Sequence[float]) -> tuple[Sides, ...]:
    """Return what each quadrant would hold, the other line where it is; at a line counts as beyond it."""
    drawn = [(one.satisfaction, one.height) for one in matrix.bubbles if one.height is not None]
    lines = matrix.crosshair.satisfaction, matrix.crosshair.impact or 0.0
    moved, held = (0, 1) if axis == "satisfaction" else (1, 0)
    fixed = lines[held] - _SLACK * max(1.0, abs(lines[held]))
    beyond = sorted(one[moved] for one in drawn if one[held] >= fixed)
    before = sorted(one[moved] for one in drawn if one[held] < fixed)
    found = []
    for stop in stops:
        at = stop - _SLACK * max(1.0, abs(stop))
        low_beyond, low_before = bisect_left(beyond, at), bisect_left(before, at)
        high_beyond, high_before = len(beyond) - low_beyond, len(before) - low_before
        if axis == "satisfaction":
            found.append((low_beyond, high_beyond, low_before, high_before))
        else:
            found.append((high_before, high_beyond, low_before, low_beyond))
    return tuple(found)
