"""Thousands of bubbles for the screen: those that look alike are one shape, which a browser draws at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cx.picture.record import Disc, Stroke

FROM = 300
"""From so many bubbles on; fewer are a shape each, so that where two overlap both show through."""
_CIRCLE = 0.5522847
"""How far the control points of a quarter of a circle stand from its ends, in radii."""
Look = tuple[str, float, str, float, Stroke]


def faded(colour: str, opacity: float) -> str:
    """Return a colour of six digits with an opacity, as the chart writes it.

    Examples
    --------
    >>> faded("#D55E00", 0.6)
    'rgba(213,94,0,0.6)'
    """
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def alike(discs: Sequence[Disc]) -> dict[Look, list[Disc]]:
    """Return the bubbles by how they look, in the order of the first of each look."""
    groups: dict[Look, list[Disc]] = {}
    for disc in discs:
        look = (disc.fill, disc.opacity, disc.outline, disc.outline_width, disc.stroke)
        groups.setdefault(look, []).append(disc)
    return groups


def path(discs: Sequence[Disc], scale: float) -> str:
    """Return the circles as one path, in pixels to a tenth: four curves each, as the chart knows no arcs.

    Examples
    --------
    >>> _circle(10.0, 20.0, 5.0)[:29]
    'M15.0,20.0C15.0,22.8,12.8,25.'
    """
    return "".join(_circle(disc.x * scale, disc.y * scale, disc.radius * scale) for disc in discs)


def _circle(x: float, y: float, radius: float) -> str:
    bend, (left, right), (top, bottom) = radius * _CIRCLE, (x - radius, x + radius), (y - radius, y + radius)
    return (
        f"M{right:.1f},{y:.1f}"
        f"C{right:.1f},{y + bend:.1f},{x + bend:.1f},{bottom:.1f},{x:.1f},{bottom:.1f}"
        f"C{x - bend:.1f},{bottom:.1f},{left:.1f},{y + bend:.1f},{left:.1f},{y:.1f}"
        f"C{left:.1f},{y - bend:.1f},{x - bend:.1f},{top:.1f},{x:.1f},{top:.1f}"
        f"C{x + bend:.1f},{top:.1f},{right:.1f},{y - bend:.1f},{right:.1f},{y:.1f}Z"
    )


def shapes(discs: Sequence[Disc], scale: float, dashes: dict[Stroke, str]) -> list[dict[str, Any]]:
    """Return one shape for each look.

    Parameters
    ----------
    dashes
        How the chart writes each stroke.
    """
    return [
        {
            "type": "path",
            "layer": "below",
            "path": path(members, scale),
            "line": {"color": outline, "width": width * scale, "dash": dashes[stroke]},
            "fillcolor": faded(fill, opacity),
        }
        for (fill, opacity, outline, width, stroke), members in alike(discs).items()
    ]
