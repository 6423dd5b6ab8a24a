"""What a budget buys, in words."""

from __future__ import annotations

import pandas as pd

from cx import text
from cx.impact.telling import change_words
from cx.matrix.strategy.budget import Option, Plan
from cx.records import DriverResult
from cx.text import Language

_PERCENT = 100.0


def gain_words(gain: float, result: DriverResult, lang: Language) -> str:
    """Return a gain in the unit of the outcome: points, or percentage points of a yes-or-no outcome."""
    unit, by = ("points", 100.0) if result.positive is not None else ("units", 1.0)
    return text.say(f"budget.gain.{unit}", lang, gain=text.fine(gain * by, lang))


def plan_words(plan: Plan, result: DriverResult, lang: Language) -> tuple[str, ...]:
    """Return what the budget buys, what that is expected to bring, and what the next euro would buy."""
    offered = [option for option in plan.options if option.open]
    if not offered:
        return (text.say("budget.none_helps", lang),)
    if not plan.chosen:
        cheapest = min(option.measure.cost for option in offered)
        return (
            text.say(
                "budget.too_small", lang, cost=text.money(cheapest, lang, text.currency(plan.currency, lang))
            ),
        )
    code = text.currency(plan.currency, lang)
    shown = {name: text.money(getattr(plan, name), lang, code) for name in ("budget", "cost", "left")}
    bought = text.say("budget.best", lang, n=len(plan.chosen), touchpoints=_listed(plan.chosen), **shown)
    return (bought, *change_words(plan.change, result, lang), next_words(plan, result, lang))


def next_words(plan: Plan, result: DriverResult, lang: Language) -> str:
    """Return what the next euro would buy: the smallest budget at which the best set changes."""
    step = plan.next
    if step is None:
        return text.say("budget.all", lang)
    code = text.currency(plan.currency, lang)
    shown = {"budget": text.money(step.budget, lang, code), "more": text.money(step.more, lang, code)}
    gain = gain_words(step.gain, result, lang)
    if step.dropped:
        out = {"added": _listed(step.added), "dropped": _listed(step.dropped)}
        return text.say("budget.next.swap", lang, gain=gain, **out, **shown)
    return text.say("budget.next", lang, gain=gain, added=_listed(step.added), **shown)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names)


def table(plan: Plan, result: DriverResult) -> pd.DataFrame:
    """Return one row per improvement: touchpoint, bought, cost, gain with its interval, and chance, 0..1.

    Gains are in the unit of the outcome, of a yes-or-no outcome in percentage points, no more precise than a
    screen shows.
    """
    by = _PERCENT if result.positive is not None else 1.0
    return pd.DataFrame(
        [_row(option, by, bought=option.measure.touchpoint in plan.chosen) for option in plan.options]
    )


def _row(option: Option, by: float, *, bought: bool) -> dict[str, object]:
    ends = {"gain": option.gain.value, "low": option.gain.low, "high": option.gain.high}
    shown = {name: None if end is None else end * by for name, end in ends.items()}
    decimals = text.decimals_for(*shown.values())
    return {
        "touchpoint": option.measure.touchpoint,
        "bought": bought,
        "cost": option.measure.cost,
        **{name: None if end is None else text.rounded(end, decimals) for name, end in shown.items()},
        "chance": None if option.chance is None else round(option.chance, 2),
    }
