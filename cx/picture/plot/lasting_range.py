"""The range of the axes that follows from the data alone: the same on every sheet and with every type."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cx.picture.around import Sheet, plain
from cx.picture.axes import Range, Reach, Upward, ranges
from cx.picture.bubbles import fan
from cx.picture.plot.shown_on_axes import included

LEAST_ACROSS, LEAST_UP = 0.17, 0.05
"""The share of the plot that a quadrant has at least."""
SPARE = 3.0
"""The room beside a bubble, in points of a picture 540 high."""
NARROWEST = 0.08
"""The least range of satisfaction that is shown, as a part of its scale."""
_WIDE, _HIGH = 860.0, 380.0
"""The plot for which the range is found, in points: that of a slide with its title and footnote."""


@dataclass(frozen=True)
class Settled:
    """The ends of both axes, in data units (logarithms on a log axis)."""

    across: tuple[float, float]
    up: tuple[float, float]


def settled(sheet: Sheet, up: Upward) -> Settled | None:
    """Return the ranges in which every bubble has its room on a plain slide; ``None`` in a window.

    Notes
    -----
    Neither the sheet's size nor its type comes into it. A plot of another size shows this range and, where
    bubbles and headings need it, room beyond.
    """
    if sheet.view.window is not None:
        return None
    slide = plain(sheet)
    also = included(slide, up, anywhere=True)
    values = [(bubble.satisfaction, value) for bubble, value in zip(sheet.bubbles, up.values, strict=True)]
    apart = fan(values, slide.sizing.radii, 1.0)
    reach = [radius + math.hypot(*by) for radius, by in zip(slide.sizing.radii, apart.offsets, strict=True)]
    across = _round_bubbles([x for x, _ in values], reach, SPARE)
    across.append(_beside(sheet.matrix.crosshair.satisfaction, LEAST_ACROSS * _WIDE))
    level = _round_bubbles([y for _, y in values], reach, slide.canvas.gap)
    if up.line is not None:
        level.append(_beside(up.line, LEAST_UP * _HIGH))
    return Settled(
        _ends([*across, *also.across], _WIDE, sheet.matrix.scale.width * NARROWEST),
        _ends([*level, *also.up] or [Reach(0.0, 0.0, 0.0)], _HIGH, up.narrowest),
    )


def with_settled(found: Range, ends: tuple[float, float] | None) -> Range:
    """Return the range of an axis with the part in which its values are named."""
    return found if ends is None else replace(found, settled=ends)


def _round_bubbles(values: Sequence[float], reach: Sequence[float], spare: float) -> list[Reach]:
    return [Reach(one, far + spare, far + spare) for one, far in zip(values, reach, strict=True)]


def _beside(value: float, room: float) -> Reach:
    return Reach(value, room, room)


def _ends(reaches: Sequence[Reach], length: float, narrowest: float) -> tuple[float, float]:
    found = ranges.fitting(reaches, length, narrowest=narrowest)
    return found.minimum, found.maximum
