"""Lines of equal priority, regions, arrows and hollow bubbles, as shapes of a Plotly figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cx.picture.colour import SECONDARY
from cx.picture.record import Arrow, Ghost, Ground, Picture, Point

_PALE = 0.55


def overlay_shapes(picture: Picture, scale: float) -> list[dict[str, Any]]:
    """Return what the picture's options added, as shapes that lie behind its bubbles.

    Parameters
    ----------
    scale
        Pixels in a point.
    """
    shapes = [
        _path(line.points, scale, {"color": SECONDARY, "width": 0.9 * scale, "dash": "1px,2.2px"})
        for line in picture.priority_lines
    ]
    for region in picture.regions:
        line = {"color": region.colour, "width": 0.6 * scale}
        shape = _path(region.points, scale, line, closed=region.area)
        shapes.append({**shape, "opacity": _PALE} if region.area else shape)
    shapes += [_ghost(ghost, scale) for ghost in picture.ghosts]
    shapes += [shape for arrow in picture.arrows for shape in _arrow(arrow, scale)]
    return shapes + [_ground(ground, scale) for ground in picture.grounds]


def _ground(ground: Ground, scale: float) -> dict[str, Any]:
    box = ground.box
    return {
        "type": "rect",
        "layer": "below",
        "fillcolor": ground.colour,
        "line": {"width": 0},
        "x0": box.left * scale,
        "x1": box.right * scale,
        "y0": box.top * scale,
        "y1": box.bottom * scale,
    }


def _ghost(ghost: Ghost, scale: float) -> dict[str, Any]:
    return {
        "type": "circle",
        "layer": "below",
        "line": {"color": ghost.outline, "width": scale, "dash": "4px,2px"},
        "x0": (ghost.x - ghost.radius) * scale,
        "x1": (ghost.x + ghost.radius) * scale,
        "y0": (ghost.y - ghost.radius) * scale,
        "y1": (ghost.y + ghost.radius) * scale,
    }


def _arrow(arrow: Arrow, scale: float) -> tuple[dict[str, Any], dict[str, Any]]:
    (_, (x0, y0), (x1, y1)) = arrow.head
    back = ((x0 + x1) / 2, (y0 + y1) / 2)
    shaft = _path((arrow.start, back), scale, {"color": arrow.colour, "width": scale})
    head = _path(arrow.head, scale, {"width": 0}, closed=True)
    return shaft, {**head, "fillcolor": arrow.colour}


def _path(
    points: Sequence[Point], scale: float, line: dict[str, Any], *, closed: bool = False
) -> dict[str, Any]:
    corners = " L ".join(f"{x * scale:.2f} {y * scale:.2f}" for x, y in points)
    return {"type": "path", "layer": "below", "line": line, "path": f"M {corners}{' Z' if closed else ''}"}
