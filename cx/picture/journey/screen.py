"""The map of journeys as a Plotly figure, for the screen."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from cx.picture.colour import GROUND, HIGHLIGHT_WIDTH, INK, SECONDARY, mixed
from cx.picture.journey.record import JourneyMap, MapEdge, MapNode
from cx.picture.record import Box, Point
from cx.picture.render import Target, layout, targets, texts

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_BACK = "4px,3px"
_EVERY = 6
"""One in so many points of a step's curve can be pointed at."""


def screen_map(scene: JourneyMap, *, width: int, chosen: Sequence[str] = ()) -> Figure:
    """Return the map as a Plotly figure of shapes, with invisible markers to point at and click.

    Parameters
    ----------
    width
        In CSS pixels; the height follows from the map, and everything scales together.
    chosen
        The touchpoint, or both ends of the step, that is outlined in ink.
    """
    from plotly.graph_objects import Figure

    scale = width / scene.width
    steps = [_of_step(edge, point) for edge in scene.edges for point in edge.points[::_EVERY]]
    spots = [_of_touchpoint(node) for node in scene.nodes]
    return Figure(
        {
            "data": [
                *texts(scene.texts, scale),
                targets(steps, scale, "steps"),
                targets(spots, scale),
            ],
            "layout": {
                **layout(width, scene.height * scale, scale),
                "shapes": _shapes(scene, scale, tuple(chosen)),
                "dragmode": False,
            },
        },
        _validate=False,
    )


def clicked(id_: str) -> tuple[str, ...]:
    """Return what a click was on, from the marker's id: a touchpoint, or both ends of a step.

    Examples
    --------
    >>> clicked('["Bill", "Call"]'), clicked("nonsense")
    (('Bill', 'Call'), ())
    """
    try:
        found = json.loads(id_)
    except ValueError:
        return ()
    known = isinstance(found, list) and len(found) in (1, 2) and all(isinstance(one, str) for one in found)
    return tuple(found) if known else ()


def _of_step(edge: MapEdge, point: Point) -> Target:
    return Target(*point, edge.width, json.dumps([edge.start, edge.end]), edge.hover, edge.colour)


def _of_touchpoint(node: MapNode) -> Target:
    return Target(*node.box.centre, node.box.width / 2, json.dumps([node.name]), node.hover, node.fill)


def _shapes(scene: JourneyMap, scale: float, chosen: tuple[str, ...]) -> list[dict[str, Any]]:
    shapes = []
    for edge in scene.edges:
        shapes += _edge(edge, scale, chosen=(edge.start, edge.end) == chosen)
    for edge in scene.edges:
        if edge.label is not None:
            shapes.append({**_box(edge.label.box, scale, "rect"), "fillcolor": GROUND, "line": {"width": 0}})
    for node in scene.nodes:
        shapes.append(_node(node, scale, chosen=(node.name,) == chosen))
    for bubble in scene.size_legend:
        ring = {"line": {"color": SECONDARY, "width": scale}}
        shapes.append({**_disc(bubble.x, bubble.y, bubble.radius, scale), **ring})
    for dot in scene.colour_legend:
        look = {"line": {"color": dot.outline, "width": scale}, "fillcolor": dot.colour}
        shapes.append({**_disc(dot.x, dot.y, dot.radius, scale), **look})
    return shapes


def _edge(edge: MapEdge, scale: float, *, chosen: bool) -> list[dict[str, Any]]:
    colour = INK if chosen else mixed(edge.colour, GROUND, 1 - edge.opacity)
    line = {
        "color": colour,
        "width": edge.width * scale,
        "dash": _BACK if edge.kind == "backward" else "solid",
    }
    start, *rest = edge.curve
    parts = [
        f"C {_at(rest[at], scale)} {_at(rest[at + 1], scale)} {_at(rest[at + 2], scale)}"
        for at in range(0, len(rest), 3)
    ]
    path = f"M {_at(start, scale)} {' '.join(parts)}"
    corners = " L ".join(_at(point, scale) for point in edge.head)
    head = {"type": "path", "layer": "below", "path": f"M {corners} Z", "line": {"width": 0}}
    return [
        {"type": "path", "layer": "below", "path": path, "line": line},
        {**head, "fillcolor": INK if chosen else edge.colour},
    ]


def _at(point: Point, scale: float) -> str:
    return f"{point[0] * scale:.2f},{point[1] * scale:.2f}"


def _node(node: MapNode, scale: float, *, chosen: bool) -> dict[str, Any]:
    line = {"color": node.outline, "width": node.outline_width * scale}
    if chosen:
        line = {"color": INK, "width": HIGHLIGHT_WIDTH * scale}
    return {
        **_box(node.box, scale, "circle"),
        "fillcolor": mixed(node.fill, GROUND, 1 - node.opacity),
        "line": line,
    }


def _disc(x: float, y: float, radius: float, scale: float) -> dict[str, Any]:
    return _box(Box(x - radius, y - radius, 2 * radius, 2 * radius), scale, "circle")


def _box(box: Box, scale: float, kind: str) -> dict[str, Any]:
    return {
        "type": kind,
        "layer": "below",
        "x0": box.left * scale,
        "x1": box.right * scale,
        "y0": box.top * scale,
        "y1": box.bottom * scale,
    }
