"""A logo, drawn in static files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cx.picture.record import PlacedLogo

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_ON_TOP = 4


def draw_logo(axes: Axes, placed: PlacedLogo, *, smooth: bool) -> None:
    """Draw a logo at its place.

    Parameters
    ----------
    smooth
        Whether its pixels become those of the file; else the file holds them as they are.
    """
    import numpy as np

    box, logo = placed.box, placed.logo
    pixels = np.frombuffer(b"".join(logo.rows), dtype=np.uint8).reshape(logo.height, logo.width, 4)
    axes.imshow(
        pixels,
        extent=(box.left, box.right, box.bottom, box.top),
        interpolation="antialiased" if smooth else "none",
        aspect="auto",
        zorder=_ON_TOP,
    )
