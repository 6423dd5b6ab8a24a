"""Other placers of names, on the same bubbles and in the same type; they are no part of the program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cx.picture.record.parts import Box
from cx.picture.type.font import source_sans_file

WIDTH, HEIGHT, TYPE = 1280, 720, 14.0


@dataclass(frozen=True)
class Result:
    """The boxes of the names on the chart, whose they are, and the lengths of leader lines, in pixels."""

    boxes: tuple[Box, ...]
    owners: tuple[int, ...]
    names: int
    """How many of the boxes are names, not numbers of a key."""
    leaders: tuple[float, ...] = ()


def with_adjust_text(discs: NDArray[np.float64], names: Sequence[str]) -> Result:
    """Place with adjustText."""
    from adjustText import adjust_text

    axes, bubbles = _drawn(discs)
    texts = [
        axes.text(x, y, name, fontsize=TYPE * 0.72) for (x, y, _), name in zip(discs, names, strict=True)
    ]
    adjust_text(texts, x=discs[:, 0], y=discs[:, 1], objects=bubbles, ax=axes)
    return _measured(axes, texts)


def with_textalloc(discs: NDArray[np.float64], names: Sequence[str]) -> Result:
    """Place with textalloc."""
    import textalloc

    axes, bubbles = _drawn(discs)
    textalloc.allocate(
        axes, discs[:, 0], discs[:, 1], list(names), scatter_plot=bubbles, textsize=TYPE * 0.72, linecolor="k"
    )
    return _measured(axes, axes.texts)


def _drawn(discs: NDArray[np.float64]) -> tuple[Any, Any]:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.font_manager import fontManager

    fontManager.addfont(source_sans_file("regular"))
    figure = Figure(figsize=(WIDTH / 100, HEIGHT / 100), dpi=100)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, WIDTH), ylim=(0, HEIGHT))
    bubbles = axes.scatter(discs[:, 0], discs[:, 1], s=(discs[:, 2] * 2 * 0.72) ** 2)
    figure.canvas.draw()
    return axes, bubbles


def _measured(axes: Any, texts: Sequence[Any]) -> Result:
    renderer = axes.figure.canvas.get_renderer()
    extents = [text.get_window_extent(renderer) for text in texts]
    boxes = tuple(Box(box.x0, box.y0, box.width, box.height) for box in extents)
    return Result(boxes, tuple(range(len(boxes))), len(boxes), ())
