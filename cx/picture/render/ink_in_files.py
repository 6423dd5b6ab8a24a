"""Lines, areas and dots, drawn in static files; their words are written with all others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cx.picture.record import Ink

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_ABOVE = 2.2
"""Above bubbles and leader lines, below words."""


def draw_ink(axes: Axes, inks: Iterable[Ink]) -> None:
    """Draw them in the order in which they lie upon one another."""
    from matplotlib.patches import Circle, Polygon

    for ink in inks:
        for line in ink.lines:
            ends = zip(line.start, line.end, strict=True)
            axes.plot(*ends, color=line.colour, linewidth=line.width, zorder=_ABOVE, solid_capstyle="butt")
        for area in ink.areas:
            look = {"edgecolor": area.outline, "linewidth": 1.0} if area.outline else {"linewidth": 0.0}
            axes.add_patch(Polygon(area.points, closed=True, facecolor=area.fill, zorder=_ABOVE, **look))
        for dot in ink.dots:
            axes.add_patch(
                Circle(
                    (dot.x, dot.y),
                    dot.radius,
                    facecolor=dot.fill,
                    edgecolor=dot.outline,
                    linewidth=1.2,
                    zorder=_ABOVE,
                )
            )
