"""Drivers as ranked bars with their intervals, for the screen."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from cx import text
from cx.picture.charts.style import NAMES, SMALL, axis_title, layout, names_room, row_lines
from cx.picture.colour import GRID, INK, QUADRANT_SHADES, SECONDARY
from cx.records import Driver, DriverResult
from cx.text import Language

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_BELOW, _RIGHT = 44, 8
_ROOM = 1.12
_BAR = QUADRANT_SHADES["minimise_cost"]
_TURNED = QUADRANT_SHADES["simplify"]
_NO_FILL = "rgba(255,255,255,0)"


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
    Where the data do not show the impact, bars are outlines in the order of the file.
    """
    from plotly.graph_objects import Figure

    data, shown = [_bars(result, lang)], _layout(result, lang, width)
    return Figure({"data": data, "layout": shown}, _validate=False)


def not_shown(result: DriverResult, lang: Language) -> str:
    """Return that the bars are what chance gives too, where the data do not show the impact; else nothing."""
    return text.say("bars.not_shown", lang) if result.claims.impact == "none" else ""


def bars_in_words(result: DriverResult, lang: Language) -> str:
    """Return what the bars show, for those who do not see them."""
    parts = [f"{driver.name} {text.percent(driver.share, lang, 1)}" for driver in result.in_order]
    said = text.say("bars.alt", lang, outcome=result.outcome, parts="; ".join(parts))
    return f"{not_shown(result, lang)} {said}".strip()


def _bars(result: DriverResult, lang: Language) -> dict[str, Any]:
    rows, hollow = result.in_order, result.claims.impact == "none"
    turned = [result.toward(driver) == "negative" for driver in rows]
    bounded = [driver for driver in rows if driver.low is not None and driver.high is not None]
    shades = [_TURNED if negative or hollow else _BAR for negative in turned]
    trace: dict[str, Any] = {
        "type": "bar",
        "orientation": "h",
        "x": [driver.share for driver in rows],
        "y": list(range(len(rows))),
        "width": 0.62,
        "customdata": [driver.name for driver in rows],
        "hovertext": [_hover(driver, result, lang) for driver in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "color": [_NO_FILL if hollow else shade.tint for shade in shades],
            "line": {"color": [shade.fill for shade in shades], "width": 1},
            "pattern": {
                "shape": ["/" if negative else "" for negative in turned],
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


def _hover(driver: Driver, result: DriverResult, lang: Language) -> str:
    lines = [f"<b>{html.escape(driver.name, quote=False)}</b>", _share(driver, lang)]
    if driver.low is not None:
        ends = {"low": text.percent(driver.low, lang, 1), "high": text.percent(driver.high, lang, 1)}
        lines.append(text.say("bars.interval", lang, **ends))
    if result.toward(driver) == "negative":
        lines.append(text.say("bars.negative", lang))
    return "<br>".join(lines)


def _share(driver: Driver, lang: Language) -> str:
    return text.say("bars.share", lang, share=text.percent(driver.share, lang, 1))


def _layout(result: DriverResult, lang: Language, width: int) -> dict[str, Any]:
    rows, bounded = result.in_order, any(driver.low is not None for driver in result.drivers)
    names = names_room(width)
    labels, row = row_lines(((driver.name, _mark(driver, result, lang)) for driver in rows), names)
    words = text.say("bars.axis" if bounded else "bars.axis_plain", lang)
    title, more = axis_title(words, width - names - _RIGHT)
    longest = max((driver.high or driver.share for driver in rows), default=0.0) or 1.0
    across = {
        "range": [0, longest * _ROOM],
        "tickformat": ".0%",
        "nticks": 7 if names == NAMES else 4,
        "gridcolor": GRID,
        "zeroline": True,
        "zerolinecolor": SECONDARY,
        "fixedrange": True,
        "tickfont": SMALL,
        "title": {"text": title, "font": SMALL},
    }
    up = {
        "tickvals": list(range(len(rows))),
        "ticktext": labels,
        "range": [len(rows) - 0.5, -0.5],
        "fixedrange": True,
        "showgrid": False,
        "ticks": "",
    }
    below = _BELOW + more
    return layout((width, row * len(rows) + below), (names, _RIGHT, 4, below), (across, up), lang)


def _mark(driver: Driver, result: DriverResult, lang: Language) -> str:
    return f" {text.say('bars.mark', lang)}" if result.toward(driver) == "negative" else ""
