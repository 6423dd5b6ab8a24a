"""The two lines that divide the matrix, and the quadrant that a pair of values lies in."""

from cx.matrix.lines.bounds import line_bounds, line_moved, measure_bounds
from cx.matrix.lines.crosshair import AxisValues, is_share, line, line_per_draw
from cx.matrix.lines.quadrant import is_high, quadrant_by_side, quadrant_of

__all__ = [
    "AxisValues",
    "is_high",
    "is_share",
    "line",
    "line_bounds",
    "line_moved",
    "line_per_draw",
    "measure_bounds",
    "quadrant_by_side",
    "quadrant_of",
]
