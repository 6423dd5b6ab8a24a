"""The map of journeys as PNG, SVG or PDF, drawn without a browser."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cx.picture.colour import GROUND, SECONDARY
from cx.picture.journey.record import JourneyMap, MapEdge
from cx.picture.render import Kind, Sheet, draw_logo, drawn_on, write

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_BACK = (0, (4, 2))
_EDGES, _HEADS, _GROUNDS, _NODES = 0.9, 0.92, 0.95, 1.0
"""What lies above what."""


def static(scene: JourneyMap, kind: Kind, *, pixels: int = 1920, clear: bool = False) -> bytes:
    """Return the map as a file; the same map gives the same bytes.

    Parameters
    ----------
    kind
        ``png``, ``svg`` (text stays text) or ``pdf`` (fonts embedded).
    pixels
        The width of a PNG.
    clear
        Whether nothing is painted behind it.
    """
    return drawn_on(
        replace(sheet_of(scene), clear=clear), kind, lambda axes: draw(axes, scene, kind), pixels=pixels
    )


def sheet_of(scene: JourneyMap) -> Sheet:
    """Return the sheet that a map is drawn on."""
    return Sheet(scene.width, scene.height, scene.title.text, scene.alt, scene.texts, scene.lang)


def draw(axes: Axes, scene: JourneyMap, kind: Kind = "svg") -> None:
    """Draw a map where a unit is a point."""
    shapes(axes, scene)
    for block in scene.texts:
        write(axes, block)
    if scene.logo is not None:
        draw_logo(axes, scene.logo, smooth=kind == "png")


def shapes(axes: Axes, scene: JourneyMap) -> None:
    """Draw everything but the words, in points from the top left corner."""
    for edge in scene.edges:
        _edge(axes, edge)
    _nodes(axes, scene)
    _legends(axes, scene)


def _edge(axes: Axes, edge: MapEdge) -> None:
    from matplotlib.patches import PathPatch, Polygon, Rectangle
    from matplotlib.path import Path

    codes = [Path.MOVETO, *[Path.CURVE4] * (len(edge.curve) - 1)]
    style = _BACK if edge.kind == "backward" else "solid"
    axes.add_patch(
        PathPatch(
            Path(edge.curve, codes),
            fill=False,
            edgecolor=edge.colour,
            linewidth=edge.width,
            linestyle=style,
            alpha=edge.opacity,
            zorder=_EDGES,
            capstyle="butt",
        )
    )
    axes.add_patch(Polygon(edge.head, closed=True, facecolor=edge.colour, linewidth=0, zorder=_HEADS))
    if edge.label is not None:
        box = edge.label.box
        axes.add_patch(
            Rectangle(
                (box.left, box.top), box.width, box.height, facecolor=GROUND, linewidth=0, zorder=_GROUNDS
            )
        )


def _nodes(axes: Axes, scene: JourneyMap) -> None:
    from matplotlib.colors import to_rgba
    from matplotlib.patches import Circle

    for node in scene.nodes:
        middle, radius = node.box.centre, node.box.width / 2
        axes.add_patch(Circle(middle, radius, facecolor=GROUND, linewidth=0, zorder=_NODES))
        axes.add_patch(
            Circle(
                middle,
                radius,
                facecolor=to_rgba(node.fill, node.opacity),
                edgecolor=node.outline,
                linewidth=node.outline_width,
                zorder=_NODES,
            )
        )


def _legends(axes: Axes, scene: JourneyMap) -> None:
    from matplotlib.patches import Circle

    for bubble in scene.size_legend:
        axes.add_patch(
            Circle((bubble.x, bubble.y), bubble.radius, fill=False, edgecolor=SECONDARY, linewidth=1)
        )
    for entry in scene.colour_legend:
        axes.add_patch(
            Circle((entry.x, entry.y), entry.radius, facecolor=entry.colour, edgecolor=entry.outline)
        )
