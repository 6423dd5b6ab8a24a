"""Gain against budget as a staircase, for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from cx import text
from cx.matrix.strategy import Curve, Plan, gain_words
from cx.picture.charts.style import SMALL, layout
from cx.picture.colour import GRID, GROUND, INK, QUADRANT_SHADES, SECONDARY
from cx.records import DriverResult
from cx.text import Language

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_HEIGHT = 300
_STEPS = 400
_BEYOND = 1.06
_LINE = QUADRANT_SHADES["minimise_cost"].fill


def figure(
    curve: Curve,
    result: DriverResult,
    plan: Plan | None,
    *,
    lang: Language,
    width: int,
    currency: str | None = None,
) -> Figure:
    """Return the largest expected gain for every budget, with the present budget and the next step on it.

    Parameters
    ----------
    plan
        With a budget; its gain is drawn with its 95% interval. ``None``: the curve alone.
    width
        In CSS pixels.
    currency
        Of the budget, by ISO 4217; ``None``: that of the language.
    """
    from plotly.graph_objects import Figure

    by = 100.0 if result.positive is not None else 1.0
    code = text.currency(currency, lang)
    data = [_stairs(curve, result, plan, by, (lang, code)), *_marks(result, plan, by, (lang, code))]
    return Figure({"data": data, "layout": _layout(result, lang, width, code)}, _validate=False)


def in_words(curve: Curve, result: DriverResult, lang: Language, currency: str | None = None) -> str:
    """Return what the curve shows, for those who do not see it."""
    most = text.money(curve.costs[-1], lang, text.currency(currency, lang))
    shown = {"gain": gain_words(curve.gains[-1], result, lang), "budget": most}
    return text.say("budget.curve.alt", lang, outcome=result.outcome, n=len(curve.costs) - 1, **shown)


def _stairs(
    curve: Curve, result: DriverResult, plan: Plan | None, by: float, written: tuple[Language, str]
) -> dict[str, Any]:
    lang, code = written
    places = np.unique(np.linspace(0, len(curve.costs) - 1, _STEPS).round().astype(int)).tolist()
    costs, gains = [curve.costs[place] for place in places], [curve.gains[place] for place in places]
    words = [
        text.say(
            "budget.curve.step",
            lang,
            budget=text.money(cost, lang, code),
            gain=gain_words(gain, result, lang),
        )
        for cost, gain in zip(costs, gains, strict=True)
    ]
    end = _BEYOND * max(costs[-1], plan.budget if plan else 0.0)
    return {
        "type": "scatter",
        "mode": "lines",
        "line": {"shape": "hv", "color": _LINE, "width": 2},
        "x": [*costs, end],
        "y": [gain * by for gain in (*gains, gains[-1])],
        "hovertext": [*words, words[-1]],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _marks(
    result: DriverResult, plan: Plan | None, by: float, written: tuple[Language, str]
) -> list[dict[str, Any]]:
    lang, code = written
    if plan is None:
        return []
    ends = (plan.gain.low, plan.gain.high)
    shown = {
        name: gain_words(value or 0.0, result, lang)
        for name, value in zip(("gain", "low", "high"), (plan.gain.value, *ends), strict=True)
    }
    now = _mark((plan.budget, plan.gain.value * by), text.say("budget.curve.now", lang, **shown), INK)
    if plan.chosen and None not in ends:
        now["error_y"] = {
            "type": "data",
            "symmetric": False,
            "array": [((plan.gain.high or 0.0) - plan.gain.value) * by],
            "arrayminus": [(plan.gain.value - (plan.gain.low or 0.0)) * by],
            "color": INK,
            "thickness": 1.5,
            "width": 4,
        }
    if plan.next is None:
        return [now]
    reached = plan.gain.value + plan.next.gain
    then = {"budget": text.money(plan.next.budget, lang, code), "gain": gain_words(reached, result, lang)}
    words = text.say("budget.curve.next", lang, **then)
    return [now, _mark((plan.next.budget, reached * by), words, GROUND)]


def _mark(place: tuple[float, float], words: str, fill: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [place[0]],
        "y": [place[1]],
        "marker": {"color": fill, "size": 11, "line": {"color": INK, "width": 2}},
        "hovertext": [words],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }


def _layout(result: DriverResult, lang: Language, width: int, code: str) -> dict[str, Any]:
    unit = "points" if result.positive is not None else "units"
    up = text.say(f"budget.axis.{unit}", lang, outcome=text.for_html(text.goal_words(result.outcome)))
    across = {
        **_axis(text.say("budget.axis.budget", lang, currency=text.currency_sign(code, lang))),
        "rangemode": "tozero",
        "tickformat": ",~f",
    }
    axes = (across, {**_axis(up), "rangemode": "tozero"})
    return layout((width, _HEIGHT), (72, 16, 12, 48), axes, lang)


def _axis(title: str) -> dict[str, Any]:
    return {
        "title": {"text": title, "font": SMALL},
        "tickfont": SMALL,
        "nticks": 7,
        "gridcolor": GRID,
        "zeroline": True,
        "zerolinecolor": SECONDARY,
        "fixedrange": True,
    }
