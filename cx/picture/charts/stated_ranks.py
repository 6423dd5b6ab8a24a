"""Ranks by stated importance and by derived impact, one line a touchpoint, for the screen."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from cx import text
from cx.matrix.comparison import Stated
from cx.picture.charts.style import SMALL, axis_title, layout, names_room, row_lines
from cx.picture.colour import GRID, GROUND, INK, QUADRANT_SHADES, SECONDARY
from cx.text import Language

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_ABOVE, _BELOW = 36, 44
_RIGHT = 16
_DERIVED = QUADRANT_SHADES["minimise_cost"]


def figure(found: Stated, *, lang: Language, width: int) -> Figure:
    """Return two marks per touchpoint, its stated and its derived rank, joined by a line.

    Parameters
    ----------
    width
        In CSS pixels; the height follows from the number of touchpoints.
    """
    from plotly.graph_objects import Figure

    data = [_lines(found), _marks(found, "stated", lang), _marks(found, "derived", lang)]
    return Figure({"data": data, "layout": _layout(found, lang, width)}, _validate=False)


def in_words(found: Stated, lang: Language) -> str:
    """Return what the chart shows, for those who do not see it."""
    parts = [
        text.say("stated.alt.part", lang, touchpoint=name, stated=said, derived=derived)
        for name, said, derived in zip(found.names, found.stated_ranks, found.derived_ranks, strict=True)
    ]
    return text.say("stated.alt", lang, parts="; ".join(parts))


def _lines(found: Stated) -> dict[str, Any]:
    x: list[float | None] = []
    y: list[float | None] = []
    for place, (said, derived) in enumerate(zip(found.stated_ranks, found.derived_ranks, strict=True)):
        x += [said, derived, None]
        y += [place, place, None]
    line = {"color": SECONDARY, "width": 1.5}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip",
            "showlegend": False}  # fmt: skip


def _marks(found: Stated, kind: str, lang: Language) -> dict[str, Any]:
    derived = kind == "derived"
    hover = [
        text.say("stated.hover", lang, touchpoint=html.escape(name, quote=False), stated=said, derived=drawn)
        for name, said, drawn in zip(found.names, found.stated_ranks, found.derived_ranks, strict=True)
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": text.say(f"stated.legend.{kind}", lang),
        "x": list(found.derived_ranks if derived else found.stated_ranks),
        "y": list(range(len(found.names))),
        "marker": {
            "size": 11,
            "symbol": "circle" if derived else "diamond",
            "color": _DERIVED.fill if derived else GROUND,
            "line": {"color": _DERIVED.text if derived else INK, "width": 1.5},
        },
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }


def _layout(found: Stated, lang: Language, width: int) -> dict[str, Any]:
    count, names = len(found.names), names_room(width)
    labels, row = row_lines(((name, "") for name in found.names), names)
    title, more = axis_title(text.say("stated.axis", lang), width - names - _RIGHT)
    across = {
        "range": [count + 0.5, 0.5],
        "nticks": 8,
        "gridcolor": GRID,
        "zeroline": False,
        "fixedrange": True,
        "tickfont": SMALL,
        "title": {"text": title, "font": SMALL},
    }
    up = {
        "tickvals": list(range(count)),
        "ticktext": labels,
        "range": [count - 0.5, -0.5],
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "ticks": "",
    }
    legend = {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "itemclick": False,
              "itemdoubleclick": False}  # fmt: skip
    below = _BELOW + more
    size, margin = (width, row * count + _ABOVE + below), (names, _RIGHT, _ABOVE, below)
    return layout(size, margin, (across, up), lang, legend=legend)
