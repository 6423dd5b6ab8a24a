"""The part of the plot that is shown."""

from __future__ import annotations

from cx.picture.axes.height import upward
from cx.picture.record import Picture
from cx.records import Bubble, Matrix, Window
from cx.text import Language


def inside(
    matrix: Matrix, bubbles: tuple[Bubble, ...], window: Window | None, lang: Language
) -> tuple[Bubble, ...]:
    """Return the bubbles whose middle lies in a window; all of them without one."""
    if window is None:
        return bubbles
    left, right, low, high = ordered(window)
    up = upward(matrix, bubbles, lang)
    heights = [10**value if up.log else value for value in up.values]
    return tuple(
        bubble
        for bubble, height in zip(bubbles, heights, strict=True)
        if left <= bubble.satisfaction <= right and low <= height <= high
    )


def ordered(window: Window) -> Window:
    """Return the window with the smaller end of each axis first."""
    across, up = sorted(window[:2]), sorted(window[2:])
    return across[0], across[1], up[0], up[1]


def window_of(picture: Picture, *, width: float, x: tuple[float, float], y: tuple[float, float]) -> Window:
    """Return the window of a box that was drawn on the screen.

    Parameters
    ----------
    width
        The width of the picture on the screen, in pixels.
    x, y
        The ends of the box in pixels from the picture's top left corner, in any order.
    """
    scale = picture.width / width
    plot = picture.plot
    across = [min(max(end * scale, plot.left), plot.right) for end in x]
    down = [min(max(end * scale, plot.top), plot.bottom) for end in y]
    first, last = (picture.values_at(*place) for place in zip(across, down, strict=True))
    return ordered((first[0], last[0], first[1], last[1]))
