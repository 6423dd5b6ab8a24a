"""Where a mark stands at its bubble."""

from __future__ import annotations

from cx.picture.record import Disc, Point

_RIM, _APART = 1.5, 1.0
"""What a bubble shows around a mark in it, and the gap to one beside it, in points of a picture 540 high."""


def beside_or_in(disc: Disc, half: float, unit: float) -> Point:
    """Return the middle of a mark of that half height: in its bubble, or above one that it would hide."""
    if disc.radius >= half + _RIM * unit:
        return disc.x, disc.y
    return disc.x, disc.y - disc.radius - half - _APART * unit
