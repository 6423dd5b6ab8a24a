"""The Picture as a Plotly figure, for the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cx.picture.colour import CROSSHAIR, GRID, GROUND, HIGHLIGHT_WIDTH, INK, SECONDARY
from cx.picture.record import Disc, Picture, Stroke, TextBlock
from cx.picture.render import many_discs
from cx.picture.render.ink_shapes import ink_shapes
from cx.picture.render.screen_marks import overlay_shapes
from cx.picture.render.targets import Target, escaped, targets
from cx.picture.type import BASELINE, SCREEN_FAMILY, unit_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_DASHES: dict[Stroke, str] = {"solid": "solid", "dashed": "4px,2.5px", "dotted": "1.2px,2px"}
_POSITIONS = {"left": "middle right", "centre": "middle center", "right": "middle left"}
_WEIGHTS = {"regular": 400, "semibold": 600}
_FULL_WIDTH, _FULL_POINTS = 1280, 960.0
"""The width in pixels at which a picture of 960 points has the type of a screen."""
_SIDE = 540.0
_LOWER = BASELINE - 0.27


@dataclass(frozen=True)
class ScreenSheet:
    """The sheet of a picture that is drawn at a place of the screen."""

    size: tuple[float, float]
    """Width and height in points; the shorter side is that of a slide."""
    type_scale: float
    """What gives its type the same size in pixels at every place."""


def screen_sheet(width: int, height: int, *, enlarged: float = 1.0) -> ScreenSheet:
    """Return the sheet for a place of so many CSS pixels; ``enlarged`` as in :func:`type_scale`.

    Examples
    --------
    >>> screen_sheet(1280, 720)
    ScreenSheet(size=(960.0, 540.0), type_scale=1.0)
    >>> screen_sheet(360, 480).size
    (540.0, 720.0)
    """
    points = _SIDE / min(width, height)
    size = (width * points, height * points)
    return ScreenSheet(size, type_scale(width, enlarged=enlarged, points=size[0]) / unit_of(*size))


def type_scale(width: int, *, enlarged: float = 1.0, points: float = _FULL_POINTS) -> float:
    """Return the ``type_scale`` of a picture whose type has the same size in pixels at every width.

    Parameters
    ----------
    width
        The width at which the picture will be drawn, in CSS pixels.
    enlarged
        What the type is multiplied by; 1.5 for a projector.
    points
        The width of the picture.

    Examples
    --------
    >>> type_scale(1280), type_scale(640), type_scale(1920, enlarged=1.5)
    (1.0, 2.0, 1.0)
    """
    return enlarged * _FULL_WIDTH / width * points / _FULL_POINTS


def screen_figure(
    picture: Picture, *, width: int, selected: str | None = None, box_select: bool = False
) -> Figure:
    """Return the picture as a Plotly figure.

    Parameters
    ----------
    width
        In CSS pixels; the height follows from the picture. Type, bubbles and gaps scale together, so that
        what does not overlap in the picture does not overlap on the screen.
    selected
        The id of a bubble to outline in ink.
    box_select
        Whether dragging draws a box, for :func:`~cx.picture.axes.window.window_of`.

    Notes
    -----
    Both axes count pixels from the top left corner. Every bubble is a shape, as only shapes have dashed
    outlines; an invisible marker on it carries the bubble's id as ``customdata`` and its hover text, in which
    what people typed is escaped.
    """
    from plotly.graph_objects import Figure

    scale = width / picture.width
    return Figure(
        {
            "data": _traces(picture, scale),
            "layout": {
                **layout(picture.width * scale, picture.height * scale, scale),
                "shapes": _shapes(picture, scale, selected),
                "annotations": _turned(picture.y_title, scale) if picture.message is None else [],
                "dragmode": "select" if box_select else False,
                "selectdirection": "any",
            },
        },
        _validate=False,
    )


def layout(width: float, height: float, scale: float) -> dict[str, Any]:
    """Return the layout of a figure that counts pixels from its top left corner and has no axes.

    Parameters
    ----------
    width, height
        In pixels.
    scale
        Pixels in a point, for the type of what is said when something is pointed at.
    """
    axis = {"visible": False, "fixedrange": True, "autorange": False}
    return {
        "width": round(width),
        "height": round(height),
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0, "autoexpand": False},
        "paper_bgcolor": GROUND,
        "plot_bgcolor": GROUND,
        "showlegend": False,
        "hovermode": "closest",
        "clickmode": "event+select",
        "font": {"family": SCREEN_FAMILY, "color": INK},
        "hoverlabel": {
            "bgcolor": GROUND,
            "bordercolor": SECONDARY,
            "align": "left",
            "font": {"family": SCREEN_FAMILY, "size": max(13.0, 10.5 * scale), "color": INK},
        },
        "xaxis": {**axis, "range": [0, width]},
        "yaxis": {**axis, "range": [height, 0]},
        "template": {},
    }


def _shapes(picture: Picture, scale: float, selected: str | None) -> list[dict[str, Any]]:
    shapes = [
        {
            "type": "rect",
            "layer": "below",
            "fillcolor": area.tint,
            "line": {"width": 0},
            "x0": area.box.left * scale,
            "x1": area.box.right * scale,
            "y0": area.box.top * scale,
            "y1": area.box.bottom * scale,
        }
        for area in picture.quadrants
        if area.tint != GROUND
    ]
    shapes += [_line(start, end, GRID, 0.75, scale) for start, end in picture.grid]
    if picture.zero is not None:
        shapes.append(_line(*picture.zero, SECONDARY, 0.75, scale))
    shapes += [_line(line.start, line.end, CROSSHAIR, 1.125, scale) for line in picture.crosshair]
    shapes += overlay_shapes(picture, scale)
    shapes += _discs(picture.discs, scale, selected)
    shapes += ink_shapes(picture.inks, scale)
    shapes += [_line(*ends, INK, 1.1, scale) for place in picture.fans for ends in _cross(*place)]
    shapes += [
        _circle(ring.x, ring.y, ring.radius, scale, {"color": SECONDARY, "width": scale})
        for ring in picture.size_legend
    ]
    shapes += [
        {
            **_circle(dot.x, dot.y, dot.radius, scale, {"color": dot.outline, "width": scale}),
            "fillcolor": dot.colour,
        }
        for dot in picture.colour_legend
    ]
    shapes += [_line(*label.leader, SECONDARY, 0.75, scale) for label in picture.labels if label.leader]
    return shapes + ink_shapes((ink for note in picture.notes for ink in note.inks), scale)


def _line(
    start: tuple[float, float], end: tuple[float, float], colour: str, width: float, scale: float
) -> dict[str, Any]:
    return {
        "type": "line",
        "layer": "below",
        "line": {"color": colour, "width": width * scale},
        "x0": start[0] * scale,
        "y0": start[1] * scale,
        "x1": end[0] * scale,
        "y1": end[1] * scale,
    }


def _cross(x: float, y: float) -> tuple[tuple[tuple[float, float], tuple[float, float]], ...]:
    arm = 2.5
    return ((x - arm, y - arm), (x + arm, y + arm)), ((x - arm, y + arm), (x + arm, y - arm))


def _discs(discs: Sequence[Disc], scale: float, selected: str | None) -> list[dict[str, Any]]:
    """Return a shape for each bubble; in a crowd, one for all that look alike, and the chosen one on top."""
    if len(discs) < many_discs.FROM:
        return [_disc(disc, scale, chosen=disc.id == selected) for disc in discs]
    chosen = [_disc(disc, scale, chosen=True) for disc in discs if disc.id == selected]
    return many_discs.shapes(discs, scale, _DASHES) + chosen


def _disc(disc: Disc, scale: float, *, chosen: bool) -> dict[str, Any]:
    line = {"color": disc.outline, "width": disc.outline_width * scale, "dash": _DASHES[disc.stroke]}
    if chosen:
        line |= {"color": INK, "width": HIGHLIGHT_WIDTH * scale}
    return {
        **_circle(disc.x, disc.y, disc.radius, scale, line),
        "fillcolor": many_discs.faded(disc.fill, disc.opacity),
    }


def _circle(x: float, y: float, radius: float, scale: float, line: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "circle",
        "layer": "below",
        "line": line,
        "x0": (x - radius) * scale,
        "x1": (x + radius) * scale,
        "y0": (y - radius) * scale,
        "y1": (y + radius) * scale,
    }


def _traces(picture: Picture, scale: float) -> list[dict[str, Any]]:
    return [*texts(picture.texts, scale), _targets(picture.discs, scale)]


def texts(blocks: Iterable[TextBlock], scale: float) -> list[dict[str, Any]]:
    """Return upright text as traces, one of each weight."""
    upright = [block for block in blocks if block.text]
    return [
        _text([block for block in upright if block.weight == weight], number, scale)
        for weight, number in _WEIGHTS.items()
    ]


def _targets(discs: Sequence[Disc], scale: float) -> dict[str, Any]:
    return targets(
        [Target(disc.x, disc.y, disc.radius, disc.id, disc.hover, disc.fill) for disc in discs], scale
    )


def _text(found: Sequence[TextBlock], weight: int, scale: float) -> dict[str, Any]:
    rows = [(block, number, line) for block in found for number, line in enumerate(block.lines)]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [_edge(block) * scale for block, _, _ in rows],
        "y": [_middle(block, number) * scale for block, number, _ in rows],
        "text": [escaped(line) for _, _, line in rows],
        "textposition": [_POSITIONS[block.align] for block, _, _ in rows],
        "textfont": {
            "family": SCREEN_FAMILY,
            "size": [block.size * scale for block, _, _ in rows],
            "color": [block.colour for block, _, _ in rows],
            "weight": weight,
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _edge(block: TextBlock) -> float:
    return {"left": block.box.left, "centre": block.box.centre[0], "right": block.box.right}[block.align]


def _middle(block: TextBlock, number: int) -> float:
    """Return the height at which a line's text is anchored: Plotly sets the baseline 0.27 em below it."""
    return block.box.top + block.box.height / len(block.lines) * (number + 0.5) + _LOWER * block.size


def _turned(block: TextBlock, scale: float) -> list[dict[str, Any]]:
    return [
        {
            "text": "<br>".join(escaped(line) for line in block.lines),
            "x": block.box.centre[0] * scale,
            "y": block.box.centre[1] * scale,
            "textangle": -90,
            "showarrow": False,
            "xanchor": "center",
            "yanchor": "middle",
            "font": {"family": SCREEN_FAMILY, "size": block.size * scale, "color": block.colour},
        }
    ]
