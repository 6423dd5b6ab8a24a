"""What the charts on the screen have in common: type, ground, and names that are cut where they are long."""

from __future__ import annotations

import html
from typing import Any

from cx.picture.colour import GROUND, INK, SECONDARY
from cx.picture.type import ELLIPSIS, SCREEN_FAMILY
from cx.text import Language

SMALL = {"size": 13, "color": SECONDARY}
"""The type of values and titles along an axis."""
NAMES = 240
"""Pixels for touchpoints' names, left of their rows."""
ROW = 26
"""The height of a touchpoint's row, in pixels."""
_LONGEST_NAME = 34


def layout(
    size: tuple[int, int],
    margin: tuple[int, int, int, int],
    axes: tuple[dict[str, Any], dict[str, Any]],
    lang: Language,
    *,
    legend: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Return the layout of a chart.

    Parameters
    ----------
    size
        Width and height, in CSS pixels.
    margin
        Left, right, top and bottom, in CSS pixels.
    axes
        Across and up.
    legend
        ``None``: the chart has none.
    """
    return {
        "width": size[0],
        "height": size[1],
        "margin": {**dict(zip("lrtb", margin, strict=True)), "pad": 0},
        "paper_bgcolor": GROUND,
        "plot_bgcolor": GROUND,
        "showlegend": legend is not None,
        **({"legend": legend} if legend else {}),
        "dragmode": False,
        "font": {"family": SCREEN_FAMILY, "color": INK, "size": 14},
        "hoverlabel": {"bgcolor": GROUND, "bordercolor": SECONDARY, "align": "left", "font": {"size": 14}},
        "separators": ",." if lang == "nl" else ".,",
        "xaxis": axes[0],
        "yaxis": axes[1],
        "template": {},
    }


def row_name(name: str, mark: str = "") -> str:
    """Return a touchpoint's name as it stands left of its row: in one line, shortened, and never as markup.

    Parameters
    ----------
    mark
        What follows the name, and is never cut.
    """
    short, room = " ".join(name.split()), _LONGEST_NAME - len(mark)
    if len(short) > room:
        short = short[: room - 1].rstrip() + ELLIPSIS
    return html.escape(short, quote=False) + mark + "  "
