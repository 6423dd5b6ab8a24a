"""The four quadrants: their tints, and the names of their strategies in the outer corners."""

from __future__ import annotations

from cx.matrix import strategy
from cx.picture.font import LEADING
from cx.picture.frame import Canvas
from cx.picture.record import Box, QuadrantArea, TextBlock
from cx.picture.theme import QUADRANT_SHADES
from cx.records import QUADRANTS, Quadrant, Settings
from cx.text import Language

_TOP: frozenset[Quadrant] = frozenset({"fix_first", "expand_reach"})
_RIGHT: frozenset[Quadrant] = frozenset({"expand_reach", "minimise_cost"})
_LINES = 3


def areas(
    canvas: Canvas, plot: Box, x: float, y: float, settings: Settings, lang: Language
) -> tuple[QuadrantArea, ...]:
    """Return the quadrants around the crosshair at (x, y), each with its strategy's name in capitals."""
    return tuple(
        _area(canvas, quadrant, _box(plot, x, y, quadrant), settings, lang) for quadrant in QUADRANTS
    )


def strip(
    canvas: Canvas, plot_width: float, x_share: float, settings: Settings, lang: Language
) -> tuple[float, float]:
    """Return the height that the names need along the top and along the bottom of the plot.

    Parameters
    ----------
    x_share
        Where the upright line stands, 0..1 of the plot's width.
    """
    heights = {True: 0.0, False: 0.0}
    for quadrant in QUADRANTS:
        share = 1 - x_share if quadrant in _RIGHT else x_share
        lines, size = _name(canvas, quadrant, plot_width * share, settings, lang)
        top = quadrant in _TOP
        heights[top] = max(heights[top], len(lines) * size * LEADING + canvas.gap)
    return heights[True], heights[False]


def _box(plot: Box, x: float, y: float, quadrant: Quadrant) -> Box:
    left, right = (x, plot.right) if quadrant in _RIGHT else (plot.left, x)
    top, bottom = (plot.top, y) if quadrant in _TOP else (y, plot.bottom)
    return Box(left, top, right - left, bottom - top)


def _area(canvas: Canvas, quadrant: Quadrant, box: Box, settings: Settings, lang: Language) -> QuadrantArea:
    shade = QUADRANT_SHADES[quadrant]
    return QuadrantArea(quadrant, box, shade.tint, _corner(canvas, quadrant, box, settings, lang))


def _corner(canvas: Canvas, quadrant: Quadrant, box: Box, settings: Settings, lang: Language) -> TextBlock:
    lines, size = _name(canvas, quadrant, box.width, settings, lang)
    pad = canvas.gap
    at = box.right - pad if quadrant in _RIGHT else box.left + pad
    height = len(lines) * size * LEADING
    top = box.top + pad / 2 if quadrant in _TOP else box.bottom - pad / 2 - height
    return canvas.block(
        lines,
        (at, top),
        size,
        colour=QUADRANT_SHADES[quadrant].text,
        weight="semibold",
        align="right" if quadrant in _RIGHT else "left",
    )


def _name(
    canvas: Canvas, quadrant: Quadrant, width: float, settings: Settings, lang: Language
) -> tuple[tuple[str, ...], float]:
    words = strategy(settings, quadrant, lang).name.upper()
    room = max(width - 2 * canvas.gap, canvas.sizes.quadrant * 4)
    size = canvas.sizes.quadrant
    for lines in range(1, _LINES):
        found, smaller = canvas.fitted(words, room, size, "semibold", lines=lines, least=0.85)
        if "".join(found).replace(" ", "") == words.replace(" ", ""):
            return found, smaller
    return canvas.fitted(words, room, size, "semibold", lines=_LINES)
