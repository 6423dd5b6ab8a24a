"""The scale that scores are given on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Direction = Literal["higher", "lower"]
ScaleKind = Literal["rating", "percent", "nps", "ces"]


@dataclass(frozen=True)
class Scale:
    """A scale with its theoretical ends, and which end is good.

    Scores kept in :class:`~cx.records.Touchpoints` are already turned so that higher is better; ``direction``
    remembers how the file had them, and the axis says so.
    """

    minimum: float
    maximum: float
    direction: Direction = "higher"
    """Which end is good for the customer; ``lower`` for a low-is-good effort score."""
    kind: ScaleKind = "rating"

    def __post_init__(self) -> None:
        """Refuse a scale without width."""
        if not self.minimum < self.maximum:
            raise ValueError(f"a scale needs min < max, not {self.minimum}..{self.maximum}")

    @property
    def width(self) -> float:
        """The distance between the two ends."""
        return self.maximum - self.minimum

    @property
    def midpoint(self) -> float:
        """The middle of the scale."""
        return (self.minimum + self.maximum) / 2

    def holds(self, value: float) -> bool:
        """Return whether the value lies on the scale, its ends included."""
        slack = 1e-9 * max(1.0, abs(self.minimum), abs(self.maximum))
        return self.minimum - slack <= value <= self.maximum + slack

    def oriented(self, value: float) -> float:
        """Return the score turned so that higher is better.

        Examples
        --------
        >>> Scale(1, 7, "lower").oriented(2.5)
        5.5
        """
        return value if self.direction == "higher" else self.minimum + self.maximum - value

    def common(self, value: float) -> float:
        """Return the score on the common scale 0..1, by the theoretical ends.

        Examples
        --------
        >>> round(Scale(1, 5).common(3.81), 4)
        0.7025
        """
        return (value - self.minimum) / self.width
