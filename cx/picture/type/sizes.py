"""Type sizes, on a screen and on a slide."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Sizes:
    """Type sizes in points of a picture 960 wide."""

    title: float
    subtitle: float
    label: float
    axis: float
    tick: float
    quadrant: float
    footnote: float
    least: float
    """What a key shrinks to where it would not be complete otherwise."""

    def scaled(self, factor: float) -> Sizes:
        """Return the sizes times a factor."""
        return replace(self, **{name: value * factor for name, value in vars(self).items()})


SCREEN_SIZES = Sizes(
    title=21, subtitle=12, label=10.5, axis=10.5, tick=9.75, quadrant=10.5, footnote=9, least=7.65
)
"""28, 16, 14 and 12 pixels on a screen 1280 pixels wide."""
DECK_SIZES = Sizes(title=28, subtitle=14, label=12, axis=12, tick=12, quadrant=12, footnote=10, least=10)
"""What a slide needs to be read from the back of a room."""
