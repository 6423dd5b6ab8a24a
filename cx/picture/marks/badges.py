"""What the room gave, on the bubbles: a ring round each that was voted on, with a badge of its votes."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cx.picture.colour import GROUND, INK
from cx.picture.record import Box, Disc, Picture
from cx.picture.type import SCREEN_FAMILY

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_SPLIT: Final = "#93386B"
"""Ring and badge where the room disagrees; the ring is dashed, too."""
_GAP: Final = 1.75
"""Points between a bubble and its ring."""
_WIDTH: Final = 1.6
_PLACES: Final = 16
"""Places round a bubble at which its badge is tried; the first is up to the right."""
_MOST_HIDDEN: Final = 0.3
"""The share of its own bubble that a badge may cover."""
_TYPE: Final = 10.5
"""Type size of a badge, in points of a picture whose type is not enlarged."""


@dataclass(frozen=True)
class Badge:
    """The votes of one bubble, as drawn."""

    text: str
    """A few characters: the points, or the median."""
    split: bool = False
    """Whether the room disagrees about it."""


@dataclass(frozen=True)
class PlacedBadge:
    """A badge at its place, in the coordinates of the picture."""

    id: str
    badge: Badge
    x: float
    y: float
    radius: float
    """Half its height; long texts make it wider, see ``half_width``."""
    half_width: float
    size: float
    """Type size in points."""


def place(picture: Picture, badges: Mapping[str, Badge], *, enlarged: float = 1.0) -> tuple[PlacedBadge, ...]:
    """Return each badge where it covers as little as possible of names, bubbles and other badges.

    Parameters
    ----------
    badges
        The bubble's id to what the badge says; bubbles without one get neither ring nor badge.
    enlarged
        What the type is multiplied by, as it was for the picture.
    """
    size = _TYPE * enlarged
    placed: list[PlacedBadge] = []
    for disc in picture.discs:
        if badge := badges.get(disc.id):
            placed.append(_best(picture, disc, badge, size, placed))
    return tuple(placed)


def with_badges(figure: Figure, picture: Picture, badges: Sequence[PlacedBadge], *, width: int) -> Figure:
    """Return a copy of the screen's figure with rings and badges; the figure itself stays as it is.

    Parameters
    ----------
    figure, width
        As :func:`cx.picture.screen_figure` made it from the picture, at that width.
    """
    from plotly.graph_objects import Figure

    scale = width / picture.width
    discs = {disc.id: disc for disc in picture.discs}
    whole = figure.to_dict()
    layout = {**whole["layout"]}
    layout["shapes"] = [
        *layout.get("shapes", ()),
        *(_ring(discs[one.id], one.badge, scale) for one in badges),
    ]
    pills = [_pill(one, scale) for one in badges]
    layout["annotations"] = [*layout.get("annotations", ()), *pills]
    return Figure({"data": whole["data"], "layout": layout}, _validate=False)


def _best(
    picture: Picture, disc: Disc, badge: Badge, size: float, placed: Sequence[PlacedBadge]
) -> PlacedBadge:
    tried = [_at(disc, badge, size, number, apart) for apart in (False, True) for number in range(_PLACES)]
    costs = [_cost(picture, disc, one, placed) for one in tried]
    return tried[costs.index(min(costs))]


def _at(disc: Disc, badge: Badge, size: float, number: int, apart: bool) -> PlacedBadge:  # noqa: FBT001
    """The badge on the ring; or apart, touching it, where a small bubble would vanish behind it."""
    angle = math.tau * number / _PLACES - math.pi / 4
    right, down = math.cos(angle), math.sin(angle)
    radius = 0.72 * size
    half_width = max(radius, 0.29 * size * len(badge.text) + 0.35 * size)
    own = half_width * abs(right) + radius * abs(down) if apart else 0.0
    reach = disc.radius + _GAP + own
    x, y = disc.x + reach * right, disc.y + reach * down
    return PlacedBadge(disc.id, badge, x, y, radius, half_width, size)


def _cost(picture: Picture, disc: Disc, one: PlacedBadge, placed: Sequence[PlacedBadge]) -> float:
    """How much of what has to be seen a badge would cover; leaving the plot costs most."""
    mine = _box(one)
    inside = _overlap(mine, picture.plot) / (mine.width * mine.height)
    names = sum(_overlap(mine, block.box) for block in picture.texts)
    others = sum(_overlap(mine, _box(other)) for other in placed)
    bubbles = sum(_overlap(mine, _around(other)) for other in picture.discs if other.id != disc.id)
    own = _overlap(mine, _around(disc)) / (4 * disc.radius**2)
    hidden = 1e3 * own if own > _MOST_HIDDEN else 0.0
    return 1e4 * (1 - inside) + hidden + 4 * names + 6 * others + bubbles


def _box(one: PlacedBadge) -> Box:
    return Box(one.x - one.half_width, one.y - one.radius, 2 * one.half_width, 2 * one.radius)


def _around(disc: Disc) -> Box:
    return Box(disc.x - disc.radius, disc.y - disc.radius, 2 * disc.radius, 2 * disc.radius)


def _overlap(one: Box, other: Box) -> float:
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0.0, width) * max(0.0, height)


def _ring(disc: Disc, badge: Badge, scale: float) -> dict[str, Any]:
    radius = disc.radius + _GAP
    return {
        "type": "circle",
        "layer": "below",
        "name": "vote",
        "line": {
            "color": _SPLIT if badge.split else INK,
            "width": _WIDTH * scale,
            "dash": "6px,3px" if badge.split else "solid",
        },
        "x0": (disc.x - radius) * scale,
        "x1": (disc.x + radius) * scale,
        "y0": (disc.y - radius) * scale,
        "y1": (disc.y + radius) * scale,
    }


def _pill(one: PlacedBadge, scale: float) -> dict[str, Any]:
    return {
        "name": one.id,
        "text": one.badge.text,
        "x": one.x * scale,
        "y": one.y * scale,
        "width": 2 * one.half_width * scale,
        "height": 2 * one.radius * scale,
        "showarrow": False,
        "xanchor": "center",
        "yanchor": "middle",
        "align": "center",
        "valign": "middle",
        "borderpad": 0,
        "bgcolor": _SPLIT if one.badge.split else INK,
        "bordercolor": GROUND,
        "borderwidth": 1,
        "font": {"family": SCREEN_FAMILY, "size": one.size * scale, "color": GROUND, "weight": 600},
        "captureevents": False,
    }
