"""How large a native chart draws its bubbles: the Picture's rule, in the units of the sheet.

A native chart makes areas proportional to the numbers that it is given, and its largest bubble as large as it
likes: an invisible bubble of reference fixes the scale of all others.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import ClassVar, Literal

from cx.picture import Picture
from cx.picture.bubbles import FLOOR
from cx.records import Matrix

LARGEST_SHARE = 0.25
"""The largest bubble of a native chart is this share of the plot's smaller side across, at a scale of 100."""
_SLIDE = (960.0, 540.0)
_HAIR = 1e-6


@dataclass(frozen=True)
class SizeRule:
    """The drawn size of any volume: a number to which the bubble's area is proportional."""

    SAME: ClassVar[float] = 1e-3

    kind: Literal["area", "log", "equal"]
    unit: float
    """The square of the radius, in points, that a size of 1 stands for."""
    least: float
    most: float
    unknown: float
    """The size of a touchpoint without a volume."""
    reference: float
    """The size of the largest bubble that a native chart draws: of the invisible one that fixes the scale."""
    scale: int
    """Percent; 100 unless the Picture has a bubble larger than a native chart draws at 100."""
    start: float = 0.0
    growth: float = 0.0
    """Of ``log``: the radius is ``start + growth * ln(volume)``."""

    def of(self, volume: float | None) -> float:
        """Return the drawn size of a volume."""
        if self.kind == "equal":
            return self.least
        if not volume or volume <= 0:
            return self.unknown
        size = volume if self.kind == "area" else max(0.0, self.start + self.growth * log(volume)) ** 2
        return min(max(size, self.least), self.most)


def size_rule(matrix: Matrix, picture: Picture) -> SizeRule:
    """Return the rule by which the Picture's bubbles are as large as they are."""
    volumes = {bubble.id: bubble.volume for bubble in matrix.bubbles if bubble.volume}
    known = {volumes[disc.id]: disc.radius for disc in picture.discs if disc.id in volumes}
    unsized = [disc.radius for disc in picture.discs if disc.id not in volumes]
    largest = LARGEST_SHARE * min(picture.plot.width, picture.plot.height) / 2
    needed = max((disc.radius for disc in picture.discs), default=largest)
    scale = 100 if needed <= largest else round(100 * needed / largest)
    reference = max(largest, needed)
    if picture.unit_radius and known:
        return _by_area(picture, known, unsized, reference, scale)
    if matrix.settings.size == "log" and known and max(known.values()) > min(known.values()) + _HAIR:
        return _by_logarithm(known, unsized, reference, scale)
    same = needed**2
    return SizeRule("equal", 1.0, same, same, same, reference**2, scale)


def _by_area(
    picture: Picture, known: dict[float, float], unsized: list[float], reference: float, scale: int
) -> SizeRule:
    unit = float(picture.unit_radius or 1.0) ** 2
    floor = FLOOR * min(picture.width / _SLIDE[0], picture.height / _SLIDE[1])
    capped = [
        radius**2
        for volume, radius in known.items()
        if radius**2 < volume * unit * (1 - _HAIR) and radius > floor * (1 + _HAIR)
    ]
    unknown = unsized[0] if unsized else min(max(min(known.values()), floor), 2 * floor)
    most = max(capped, default=reference**2)
    least, most, unknown, largest = (_short(one / unit) for one in (floor**2, most, unknown**2, reference**2))
    return SizeRule("area", unit, least, most, unknown, largest, scale)


def _by_logarithm(known: dict[float, float], unsized: list[float], reference: float, scale: int) -> SizeRule:
    low, high = min(known), max(known)
    growth = (known[high] - known[low]) / log(high / low)
    start = known[low] - growth * log(low)
    least = known[low] ** 2
    unknown = (unsized[0] if unsized else known[low]) ** 2
    return SizeRule("log", 1.0, least, reference**2, unknown, reference**2, scale, start, growth)


def _short(size: float) -> float:
    """Return a size without the digits that nobody sees."""
    return float(f"{size:.6g}")
