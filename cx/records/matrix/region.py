"""Where a touchpoint may lie, beside where it was measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Axis = Literal["both", "satisfaction", "impact"]
Point = tuple[float, float]


@dataclass(frozen=True)
class Region:
    """The 95% region of one touchpoint, in the units of the axes: (satisfaction, impact)."""

    axis: Axis
    """``both``: an area; else the one axis whose error is known, and the region is an interval along it."""
    outline: tuple[Point, ...]
    """The corners of the area in order, the last joined to the first; of an interval its two ends."""

    @property
    def low(self) -> Point:
        """The lower ends of the region on both axes."""
        return min(x for x, _ in self.outline), min(y for _, y in self.outline)

    @property
    def high(self) -> Point:
        """The upper ends of the region on both axes."""
        return max(x for x, _ in self.outline), max(y for _, y in self.outline)
