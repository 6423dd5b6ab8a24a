"""What can be typed where a number of the matrix is asked for: a line, a target, a measured value."""

from __future__ import annotations

from typing import Literal

from cx.records import Matrix
from cx.records.session import Measure
from cx.text import NumberBounds


def line_bounds(matrix: Matrix, axis: Literal["satisfaction", "impact"]) -> NumberBounds:
    """Return what a line of the crosshair, or a target, can be on one axis.

    Satisfaction lies on its scale; an impact that is a share between -1 and 1, typed in per cents; one that
    the file gives on its own scale, where that is known.
    """
    if axis == "satisfaction":
        scale = matrix.scale
        share = scale.kind == "percent" and scale.maximum <= 1
        return NumberBounds(scale.minimum, scale.maximum, per_cents=share)
    if matrix.impact_is_share:
        return NumberBounds(-1.0, 1.0, per_cents=True)
    given = matrix.impact_scale
    return NumberBounds() if given is None else NumberBounds(given.minimum, given.maximum)


def line_moved(
    matrix: Matrix, axis: Literal["satisfaction", "impact"], value: float
) -> tuple[float, float] | None:
    """Return both lines (satisfaction, impact) with one elsewhere; ``None`` where it cannot be there."""
    bounds = line_bounds(matrix, axis)
    if not bounds.low <= value <= bounds.high:
        return None
    lines = matrix.crosshair.satisfaction, matrix.crosshair.impact or 0.0
    return (value, lines[1]) if axis == "satisfaction" else (lines[0], value)


def measure_bounds(matrix: Matrix, measure: Measure) -> NumberBounds:
    """Return what a value of a mission's measure can be; anything for one in the users' own words."""
    match measure:
        case "satisfaction" | "impact":
            return line_bounds(matrix, measure)
        case "volume":
            return NumberBounds(low=0.0)
        case "own":
            return NumberBounds()
