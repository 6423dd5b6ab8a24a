"""Lines of equal priority, regions, arrows and hollow bubbles, drawn in static files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cx.picture.colour import SECONDARY
from cx.picture.record import Picture

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_DOTS = (0, (1, 2.2))
_BEHIND, _ABOVE_LINES = 0.95, 0.97
"""Above tints, grid and crosshair, below bubbles."""


def draw_overlay(axes: Axes, picture: Picture) -> None:
    """Draw what the picture's options added, behind its bubbles."""
    for line in picture.priority_lines:
        axes.plot(
            *zip(*line.points, strict=True), color=SECONDARY, linewidth=0.9, linestyle=_DOTS, zorder=_BEHIND
        )
    _draw_regions(axes, picture)
    _draw_ghosts(axes, picture)
    _draw_arrows(axes, picture)
    _draw_grounds(axes, picture)


def _draw_regions(axes: Axes, picture: Picture) -> None:
    from matplotlib.colors import to_rgba
    from matplotlib.patches import Polygon

    for region in picture.regions:
        if region.area:
            axes.add_patch(
                Polygon(
                    region.points,
                    closed=True,
                    facecolor=to_rgba(region.colour, 0.06),
                    edgecolor=to_rgba(region.colour, 0.55),
                    linewidth=0.6,
                    zorder=_BEHIND,
                )
            )
        else:
            axes.plot(*zip(*region.points, strict=True), color=region.colour, linewidth=0.9, zorder=_BEHIND)


def _draw_ghosts(axes: Axes, picture: Picture) -> None:
    from matplotlib.patches import Circle

    for ghost in picture.ghosts:
        axes.add_patch(
            Circle(
                (ghost.x, ghost.y),
                ghost.radius,
                fill=False,
                edgecolor=ghost.outline,
                linewidth=1.0,
                linestyle=(0, (4, 2)),
                zorder=_BEHIND,
            )
        )


def _draw_arrows(axes: Axes, picture: Picture) -> None:
    from matplotlib.patches import Polygon

    for arrow in picture.arrows:
        back = [(one + other) / 2 for one, other in zip(*arrow.head[1:], strict=True)]
        axes.plot(*zip(arrow.start, back, strict=True), color=arrow.colour, linewidth=1.0, zorder=_BEHIND)
        axes.add_patch(Polygon(arrow.head, closed=True, facecolor=arrow.colour, linewidth=0, zorder=1.05))


def _draw_grounds(axes: Axes, picture: Picture) -> None:
    from matplotlib.patches import Rectangle

    for ground in picture.grounds:
        box = ground.box
        place = (box.left, box.top)
        axes.add_patch(
            Rectangle(place, box.width, box.height, facecolor=ground.colour, linewidth=0, zorder=_ABOVE_LINES)
        )
