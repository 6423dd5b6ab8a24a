"""What a log adds to the matrix: arcs of repeat contacts around bubbles, and a path from bubble to bubble."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from cx.picture.colour import INK
from cx.picture.marks.arrow import arrow_to
from cx.picture.record import Arrow, Box, Disc, RegionShape

_AWAY, _PARTS = 2.5, 48
"""How far an arc lies outside its bubble, in points of a picture 540 high, and straight lines in a circle."""


def repeat_arcs(
    repeats: Mapping[str, float], drawn: Mapping[str, Disc], unit: float
) -> tuple[RegionShape, ...]:
    """Return an arc around each bubble, clockwise from the top: the share of repeat contacts."""
    return tuple(
        RegionShape(one, _arc(drawn[one], share, unit), area=False, colour=INK)
        for one, share in repeats.items()
        if one in drawn and share > 0
    )


def _arc(disc: Disc, share: float, unit: float) -> tuple[tuple[float, float], ...]:
    radius = disc.radius + _AWAY * unit
    parts = max(2, math.ceil(share * _PARTS))
    turns = (2 * math.pi * share * at / parts for at in range(parts + 1))
    return tuple((disc.x + radius * math.sin(turn), disc.y - radius * math.cos(turn)) for turn in turns)


def path_arrows(
    followed: Sequence[str], drawn: Mapping[str, Disc], plot: Box, unit: float
) -> tuple[Arrow, ...]:
    """Return arrows from bubble to bubble along a path; what is not on the matrix is passed over."""
    there = [one for one in followed if one in drawn]
    found = (arrow_to(drawn[b], (drawn[a].x, drawn[a].y), plot, unit) for a, b in pairwise(there) if a != b)
    return tuple(replace(arrow, colour=INK) for arrow in found if arrow is not None)
