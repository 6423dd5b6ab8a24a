"""Figures of paths period by period, as lines that carry their own names."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from cx import text
from cx.picture.charts import SMALL, layout, row_name
from cx.picture.colour import GRID, INK, SECONDARY
from cx.records.journeys import Trend, Trends
from cx.text import Language

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_HEIGHT, _NAMES, _LINE = 320, 260, 18
_DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
_MARKS = ("circle", "square", "diamond", "triangle-up", "x", "cross")
"""Lines differ in dash and mark, never in colour alone."""
_INSIDE, _PERIOD = 60, 56
"""Pixels left of the lines, and those that the name of a period needs."""


def trend_lines(trends: Trends, rows: Sequence[Trend], *, lang: Language, width: int) -> Figure:
    """Return a line for each row, with its name at the right end, in ink for the first and grey for others.

    Parameters
    ----------
    rows
        Of one figure, so that all have one scale; six at most can be told apart.
    width
        In CSS pixels.
    """
    from plotly.graph_objects import Figure

    drawn = [row for row in rows if any(value is not None for value in row.values)]
    highest = max((value for row in drawn for value in row.values if value is not None), default=0.0) or 1.0
    data = [_line(row, at, trends, lang) for at, row in enumerate(drawn)]
    timed = bool(drawn) and drawn[0].figure == "median_seconds"
    up = {
        "range": [0, highest * 1.08],
        "gridcolor": GRID,
        "zeroline": True,
        "zerolinecolor": SECONDARY,
        "tickfont": SMALL,
        "fixedrange": True,
        **(_times(highest, lang) if timed else {"tickformat": ".0%", "nticks": 6}),
    }
    each = max((width - _INSIDE - _NAMES) / max(len(trends.periods), 1), 1.0)
    across = {
        "type": "category",
        "range": [-0.5, len(trends.periods) - 0.5],
        "tickvals": list(trends.periods)[:: math.ceil(_PERIOD / each)],
        "tickfont": SMALL,
        "fixedrange": True,
        "showgrid": False,
    }
    shape = layout((width, _HEIGHT), (_INSIDE, _NAMES, 12, 36), (across, up), lang)
    return Figure(
        {"data": data, "layout": {**shape, "annotations": _names(drawn, highest, lang)}}, _validate=False
    )


def trend_in_words(trends: Trends, rows: Sequence[Trend], lang: Language) -> str:
    """Return the first and the last value of each line, for those who do not see them."""
    parts = [f"{name_of(row, lang)} {value_of(row, 0, lang)} → {value_of(row, -1, lang)}" for row in rows]
    ends = (
        {"first": trends.periods[0], "last": trends.periods[-1]}
        if trends.periods
        else {"first": "", "last": ""}
    )
    return text.say("picture.trend.alt", lang, parts="; ".join(parts), **ends)


def name_of(row: Trend, lang: Language) -> str:
    """Return what a line is about."""
    if isinstance(row.about, tuple):
        return " → ".join(row.about)
    return row.about or text.say(f"picture.trend.{row.figure}", lang)


def value_of(row: Trend, place: int, lang: Language) -> str:
    """Return the value of one period in words."""
    value = row.values[place]
    return text.duration(value, lang) if row.figure == "median_seconds" else text.percent(value, lang, 1)


def _line(row: Trend, at: int, trends: Trends, lang: Language) -> dict[str, Any]:
    name = html.escape(name_of(row, lang), quote=False)
    said = [
        f"<b>{name}</b><br>{period}: {value_of(row, place, lang)}"
        for place, period in enumerate(trends.periods)
    ]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": list(trends.periods),
        "y": list(row.values),
        "hovertext": said,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "line": {
            "color": SECONDARY if at else INK,
            "width": 1.5 if at else 2.5,
            "dash": _DASHES[at % len(_DASHES)],
        },
        "marker": {"symbol": _MARKS[at % len(_MARKS)], "size": 8},
    }


def _names(rows: Sequence[Trend], highest: float, lang: Language) -> list[dict[str, Any]]:
    """Each name beside the end of its line, as near as those above and below leave room."""
    room = highest * 1.08 * _LINE / (_HEIGHT - 48)
    ends = [next((value for value in reversed(row.values) if value is not None), 0.0) for row in rows]
    places: list[float] = []
    for at in sorted(range(len(rows)), key=lambda at: ends[at]):
        places.append(max(ends[at], places[-1] + room) if places else ends[at])
    ranked = sorted(range(len(rows)), key=lambda at: ends[at])
    return [
        {
            "x": 1.0,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 8,
            "y": place,
            "yanchor": "middle",
            "text": row_name(name_of(rows[at], lang)).strip(),
            "showarrow": False,
            "font": {"size": 13, "color": SECONDARY if at else INK},
        }
        for at, place in zip(ranked, places, strict=True)
    ]


def _times(highest: float, lang: Language) -> dict[str, Any]:
    values = [highest * part / 4 for part in range(5)]
    return {"tickvals": values, "ticktext": [text.duration(value, lang) for value in values]}
