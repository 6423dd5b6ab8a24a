"""Lines, areas and dots as shapes of a Plotly figure; their words are drawn with all others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cx.picture.record import Ink, InkArea, InkDot, InkLine


def ink_shapes(inks: Iterable[Ink], scale: float) -> list[dict[str, Any]]:
    """Return the shapes, in the order in which they lie upon one another.

    Parameters
    ----------
    scale
        Pixels in a point.
    """
    shapes: list[dict[str, Any]] = []
    for ink in inks:
        shapes += [_line(line, scale) for line in ink.lines]
        shapes += [_area(area, scale) for area in ink.areas]
        shapes += [_dot(dot, scale) for dot in ink.dots]
    return shapes


def _line(line: InkLine, scale: float) -> dict[str, Any]:
    return {
        "type": "line",
        "layer": "below",
        "line": {"color": line.colour, "width": line.width * scale},
        "x0": line.start[0] * scale,
        "y0": line.start[1] * scale,
        "x1": line.end[0] * scale,
        "y1": line.end[1] * scale,
    }


def _area(area: InkArea, scale: float) -> dict[str, Any]:
    corners = " L ".join(f"{x * scale:.2f} {y * scale:.2f}" for x, y in area.points)
    line = {"color": area.outline, "width": scale} if area.outline else {"width": 0}
    shape = {"type": "path", "layer": "below", "line": line, "path": f"M {corners} Z"}
    return {**shape, "fillcolor": area.fill}


def _dot(dot: InkDot, scale: float) -> dict[str, Any]:
    return {
        "type": "circle",
        "layer": "below",
        "line": {"color": dot.outline, "width": 1.2 * scale},
        "fillcolor": dot.fill,
        "x0": (dot.x - dot.radius) * scale,
        "x1": (dot.x + dot.radius) * scale,
        "y0": (dot.y - dot.radius) * scale,
        "y1": (dot.y + dot.radius) * scale,
    }
