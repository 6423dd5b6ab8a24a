"""Drivers as ranked bars with their intervals, for the screen."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from cx import text
from cx.picture.charts.style import NAMES, ROW, SMALL, layout, row_name
from cx.picture.colour import GRID, INK, QUADRANT_SHADES, SECONDARY
from cx.records import Driver, DriverResult
from cx.text import Language

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_BELOW = 44
_ROOM = 1.12
_BAR = QUADRANT_SHADES["minimise_cost"]
_TURNED = QUADRANT_SHADES["simplify"]


def driver_bars(result: DriverResult, *, lang: Language, width: int) -> Figure:
    """Return one bar per touchpoint, the largest share on top, with the 95% interval of the share.

    Parameters
    ----------
    result
        With or without intervals; where there are none, none are drawn.
    width
        In CSS pixels; the height follows from the number of touchpoints.

    Notes
    -----
    A negative driver (higher ratings go with a worse outcome) is hatched and grey, and its name says so.
    """
    from plotly.graph_objects import Figure

    rows = result.ranked
    return Figure({"data": [_bars(rows, lang)], "layout": _layout(rows, lang, width)}, _validate=False)


def bars_in_words(result: DriverResult, lang: Language) -> str:
    """Return what the bars show, for those who do not see them."""
    parts = [f"{driver.name} {text.percent(driver.share, lang, 1)}" for driver in result.ranked]
    return text.say("bars.alt", lang, outcome=result.outcome, parts="; ".join(parts))


def _bars(rows: tuple[Driver, ...], lang: Language) -> dict[str, Any]:
    bounded = [driver for driver in rows if driver.low is not None and driver.high is not None]
    trace: dict[str, Any] = {
        "type": "bar",
        "orientation": "h",
        "x": [driver.share for driver in rows],
        "y": list(range(len(rows))),
        "width": 0.62,
        "customdata": [driver.name for driver in rows],
        "hovertext": [_hover(driver, lang) for driver in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "color": [(_TURNED if driver.toward == "negative" else _BAR).tint for driver in rows],
            "line": {"color": [(_TURNED if d.toward == "negative" else _BAR).fill for d in rows], "width": 1},
            "pattern": {
                "shape": ["/" if driver.toward == "negative" else "" for driver in rows],
                "fgcolor": _TURNED.fill,
                "size": 6,
            },
        },
    }
    if bounded:
        trace["error_x"] = {
            "type": "data",
            "symmetric": False,
            "array": [(driver.high or driver.share) - driver.share for driver in rows],
            "arrayminus": [
                driver.share - (driver.share if driver.low is None else driver.low) for driver in rows
            ],
            "color": INK,
            "thickness": 1.5,
            "width": 4,
        }
    return trace


def _hover(driver: Driver, lang: Language) -> str:
    lines = [f"<b>{html.escape(driver.name, quote=False)}</b>", _share(driver, lang)]
    if driver.low is not None:
        ends = {"low": text.percent(driver.low, lang, 1), "high": text.percent(driver.high, lang, 1)}
        lines.append(text.say("bars.interval", lang, **ends))
    if driver.toward == "negative":
        lines.append(text.say("bars.negative", lang))
    return "<br>".join(lines)


def _share(driver: Driver, lang: Language) -> str:
    return text.say("bars.share", lang, share=text.percent(driver.share, lang, 1))


def _layout(rows: tuple[Driver, ...], lang: Language, width: int) -> dict[str, Any]:
    longest = max((driver.high or driver.share for driver in rows), default=0.0) or 1.0
    across = {
        "range": [0, longest * _ROOM],
        "tickformat": ".0%",
        "nticks": 7,
        "gridcolor": GRID,
        "zeroline": True,
        "zerolinecolor": SECONDARY,
        "fixedrange": True,
        "tickfont": SMALL,
        "title": {"text": text.say("bars.axis", lang), "font": SMALL},
    }
    up = {
        "tickvals": list(range(len(rows))),
        "ticktext": [_label(driver, lang) for driver in rows],
        "range": [len(rows) - 0.5, -0.5],
        "fixedrange": True,
        "showgrid": False,
        "ticks": "",
    }
    return layout((width, ROW * len(rows) + _BELOW), (NAMES, 8, 4, _BELOW), (across, up), lang)


def _label(driver: Driver, lang: Language) -> str:
    return row_name(driver.name, f" {text.say('bars.mark', lang)}" if driver.toward == "negative" else "")
