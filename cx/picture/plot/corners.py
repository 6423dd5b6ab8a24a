"""The four quadrants: their tints, and the names of their strategies in the outer corners."""

from __future__ import annotations

from collections.abc import Mapping

from cx.matrix import heading
from cx.picture.colour import GROUND, Shade
from cx.picture.record import Box, QuadrantArea, TextBlock
from cx.picture.type import ELLIPSIS, LEADING, Canvas
from cx.records import QUADRANTS, Matrix, Quadrant
from cx.text import Language

_TOP: frozenset[Quadrant] = frozenset({"fix_first", "expand_reach"})
_RIGHT: frozenset[Quadrant] = frozenset({"expand_reach", "minimise_cost"})
_LINES = 3


def areas(
    canvas: Canvas,
    plot: Box,
    cross: tuple[float, float],
    matrix: Matrix,
    lang: Language,
    *,
    shades: Mapping[Quadrant, Shade],
    tint: bool,
    windowed: bool = False,
) -> tuple[QuadrantArea, ...]:
    """Return the quadrants around the crosshair, each with its strategy's name in capitals.

    Parameters
    ----------
    cross
        Where the lines stand; a quadrant that lies outside the plot is left out.
    windowed
        Whether a part of the plot is shown: a name that does not fit in what is left of its quadrant is left
        out then, and not cut.
    """
    x = min(max(cross[0], plot.left), plot.right)
    y = min(max(cross[1], plot.top), plot.bottom)
    boxes = {quadrant: _box(plot, x, y, quadrant) for quadrant in QUADRANTS}
    return tuple(
        QuadrantArea(
            quadrant,
            box,
            shades[quadrant].tint if tint else GROUND,
            _corner(canvas, quadrant, box, shades[quadrant].text, matrix, lang, windowed=windowed),
        )
        for quadrant, box in boxes.items()
        if box.width > 0 and box.height > 0
    )


def strip(
    canvas: Canvas, plot_width: float, x_share: float, matrix: Matrix, lang: Language
) -> tuple[float, float]:
    """Return the height that the names need along the top and along the bottom of the plot.

    Parameters
    ----------
    x_share
        Where the upright line stands, 0..1 of the plot's width; beyond that where it stands outside.
    """
    heights = {True: 0.0, False: 0.0}
    for quadrant in QUADRANTS:
        share = 1 - x_share if quadrant in _RIGHT else x_share
        if share <= 0:
            continue
        lines, size = _name(canvas, quadrant, plot_width * min(share, 1.0), matrix, lang)
        top = quadrant in _TOP
        heights[top] = max(heights[top], len(lines) * size * LEADING + canvas.gap)
    return heights[True], heights[False]


def _box(plot: Box, x: float, y: float, quadrant: Quadrant) -> Box:
    left, right = (x, plot.right) if quadrant in _RIGHT else (plot.left, x)
    top, bottom = (plot.top, y) if quadrant in _TOP else (y, plot.bottom)
    return Box(left, top, right - left, bottom - top)


def _corner(
    canvas: Canvas,
    quadrant: Quadrant,
    box: Box,
    colour: str,
    matrix: Matrix,
    lang: Language,
    *,
    windowed: bool,
) -> TextBlock:
    lines, size = _name(canvas, quadrant, box.width, matrix, lang)
    pad = canvas.gap
    widest = max(canvas.font.width(line, size, "semibold") for line in lines)
    cut = windowed and lines[-1].endswith(ELLIPSIS)
    if cut or widest + pad > box.width or len(lines) * size * LEADING + pad / 2 > box.height:
        lines = ()
    at = box.right - pad if quadrant in _RIGHT else box.left + pad
    height = len(lines) * size * LEADING
    top = box.top + pad / 2 if quadrant in _TOP else box.bottom - pad / 2 - height
    return canvas.block(
        lines,
        (at, top),
        size,
        colour=colour,
        weight="semibold",
        align="right" if quadrant in _RIGHT else "left",
    )


def _name(
    canvas: Canvas, quadrant: Quadrant, width: float, matrix: Matrix, lang: Language
) -> tuple[tuple[str, ...], float]:
    words = heading(matrix, quadrant, lang).name.upper()
    room = max(width - 2 * canvas.gap, canvas.sizes.quadrant * 4)
    size = canvas.sizes.quadrant
    for lines in range(1, _LINES):
        found, smaller = canvas.fitted(words, room, size, "semibold", lines=lines, least=0.85)
        if "".join(found).replace(" ", "") == words.replace(" ", ""):
            return found, smaller
    return canvas.fitted(words, room, size, "semibold", lines=_LINES)
