"""Rules that speak up when a new period is loaded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cx import text
from cx.records import Alert, AlertRule, Comparison, Movement
from cx.text import Language


def raised(rules: Sequence[AlertRule], comparison: Comparison) -> tuple[Alert, ...]:
    """Return what the rules find in a comparison, rule by rule, the largest first.

    Notes
    -----
    ``below`` looks at the later matrix alone, so it also speaks of touchpoints that are new. A fall counts as
    significant only where n and the standard deviation are known on both sides and the test says so.
    """
    return tuple(alert for rule in rules for alert in _of(rule, comparison))


def alert_in_words(alert: Alert, lang: Language) -> str:
    """Return one alert as a sentence without a full stop: a fall is said to be one where a test shows it."""
    movement = alert.movement
    known = {
        "name": movement.name,
        "now": text.number(movement.after.satisfaction if movement.after else None, lang),
        "amount": text.trimmed(alert.rule.amount, lang),
        "change": text.number(movement.distance, lang),
        "low": text.number(movement.low, lang),
        "high": text.number(movement.high, lang),
    }
    if alert.rule.kind == "below":
        return _below(alert, lang, known)
    return text.say(_FALLS[movement.significant], lang, **known)


def _below(alert: Alert, lang: Language, known: Mapping[str, str]) -> str:
    """Whether it lies below for certain is said where the interval is known."""
    after, amount = alert.movement.after, alert.rule.amount
    if after is None or after.reach is None or after.satisfaction + after.reach < amount:
        return text.say("alert.below", lang, **known)
    ends = (text.number(after.satisfaction + way * after.reach, lang) for way in (-1, 1))
    return text.say("alert.below.chance", lang, **{**known, **dict(zip(("low", "high"), ends, strict=True))})


def _of(rule: AlertRule, comparison: Comparison) -> list[Alert]:
    met = [one for one in comparison.movements if _watched(rule, one) and _meets(rule, one)]
    return [Alert(rule, movement) for movement in sorted(met, key=lambda one: (_depth(rule, one), one.name))]


def _watched(rule: AlertRule, movement: Movement) -> bool:
    return not rule.touchpoints or movement.id in rule.touchpoints


def _meets(rule: AlertRule, movement: Movement) -> bool:
    if movement.after is None:
        return False
    if rule.kind == "below":
        return movement.after.satisfaction < rule.amount
    fall = -(movement.change_satisfaction or 0.0)
    return fall > rule.amount + _SLACK and (movement.significant is True or not rule.significant)


def _depth(rule: AlertRule, movement: Movement) -> float:
    """Return what alerts are ordered by, the worst lowest."""
    if rule.kind == "below":
        return movement.after.satisfaction if movement.after else 0.0
    return movement.change_satisfaction or 0.0


_FALLS = {True: "alert.falls.significant", False: "alert.falls.chance", None: "alert.falls"}
"""A rule may speak up about every fall; that it is one beyond chance is said where the test says so."""
_SLACK = 1e-9
"""So that a fall of exactly the amount is none, however it was stored."""
