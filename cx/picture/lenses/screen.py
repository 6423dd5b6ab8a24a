"""The picture of a lens as a Plotly figure, for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cx.picture.lenses.record import LensPicture
from cx.picture.render import ink_shapes, layout, targets, texts

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


def screen_lens(picture: LensPicture, *, width: int) -> Figure:
    """Return the picture as a Plotly figure of shapes, with invisible markers to point at.

    Parameters
    ----------
    width
        In CSS pixels; the height follows from the picture, and everything scales together.
    """
    from plotly.graph_objects import Figure

    scale = width / picture.width
    return Figure(
        {
            "data": [*texts(picture.texts, scale), targets(picture.targets, scale)],
            "layout": {
                **layout(width, picture.height * scale, scale),
                "shapes": ink_shapes(picture.inks, scale),
                "dragmode": False,
            },
        },
        _validate=False,
    )
