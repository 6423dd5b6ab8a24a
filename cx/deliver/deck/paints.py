"""The colours of what cannot follow a template's theme by itself: the picture of the tints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cx.picture.colour import GROUND, Shade
from cx.records import Quadrant


@dataclass(frozen=True)
class Paints:
    """What stands on the slide for our own colours."""

    shades: Mapping[Quadrant, Shade]
    """The colours of the quadrants, before the template's stand for them."""
    shown: Mapping[str, str] = field(default_factory=dict)
    """For each of our colours (``#RRGGBB``) what the template shows for it, where that is another."""
    ground: str = GROUND
    """What lies behind the chart."""
