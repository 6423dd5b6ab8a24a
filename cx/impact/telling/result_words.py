"""A driver result in words: the finding, the fit, and what a change would bring."""

from __future__ import annotations

from cx import text
from cx.impact.model import WhatIf, scaled
from cx.impact.telling.driver_words import method_name
from cx.records import DriverResult, Estimate
from cx.text import Language

_HIGH_VIF = 5.0
_STRONG, _USUAL = 0.4, 0.1
_SMALL_BASE = 30


def headline(result: DriverResult, lang: Language) -> str:
    """Return the finding: how few touchpoints hold at least half of the impact, where the data show it."""
    found = result.claims.headline
    if found.case != "fix_first":
        case = "unclear" if found.case == "unclear" else "unknown"
        return text.say(f"drivers.headline.{case}", lang, outcome=text.goal_words(result.outcome))
    said = text.say(
        "drivers.headline",
        lang,
        n=len(found.names),
        total=len(result.drivers),
        share=text.percent(found.share, lang),
        outcome=text.goal_words(result.outcome),
    )
    return said + for_the_worse(result, lang)


def for_the_worse(result: DriverResult, lang: Language) -> str:
    """Return which touchpoints of the headline are negative drivers, as its end; empty where none is."""
    claims = [result.claims.of(name) for name in result.claims.headline.names]
    turned = [claim.name for claim in claims if claim is not None and claim.direction == "negative"]
    return text.say("drivers.headline.worse", lang, names=", ".join(turned)) if turned else ""


def fit_words(result: DriverResult, lang: Language) -> tuple[str, ...]:
    """Return how well the touchpoints explain the outcome, in sentences for a manager."""
    r2 = result.r2
    found = [
        text.say("drivers.fit", lang, share=text.percent(r2, lang), outcome=text.goal_words(result.outcome)),
        text.say(f"drivers.quality.{_quality(result)}", lang),
        text.say("drivers.rest", lang, share=text.percent(1 - r2, lang)),
        text.say("drivers.base", lang, n=result.n),
        _good(result, lang),
    ]
    if any(result.toward(driver) == "negative" for driver in result.drivers):
        found.append(text.say("drivers.negative", lang))
    found += _cautions(result, lang)
    return tuple(found)


def _good(result: DriverResult, lang: Language) -> str:
    if result.positive is None:
        return text.say(f"drivers.good.{result.direction}", lang, outcome=text.goal_words(result.outcome))
    key = f"drivers.good.share.{result.direction}"
    return text.say(key, lang, outcome=text.goal_words(result.outcome), label=result.positive)


def _quality(result: DriverResult) -> str:
    if result.claims.impact == "none":
        return "none"
    fit = result.r2 if result.r2_adjusted is None else result.r2_adjusted
    return "strong" if fit >= _STRONG else "usual" if fit >= _USUAL else "weak"


def _cautions(result: DriverResult, lang: Language) -> list[str]:
    """What a manager has to know first: what overlaps, was met by few, or has rough intervals."""
    found = []
    together = [d.name for d in result.in_order if d.vif is None or d.vif >= _HIGH_VIF]
    if len(together) > 1:
        found.append(text.say("drivers.together", lang, touchpoints=", ".join(together)))
    least = min(result.drivers, key=lambda driver: driver.n)
    if least.n < _SMALL_BASE:
        found.append(text.say("drivers.least", lang, touchpoint=least.name, n=least.n))
    return found + [one.message(lang) for one in result.findings if one.code == "fewer_draws"]


def diagnostics(result: DriverResult, lang: Language) -> tuple[tuple[str, str], ...]:
    """Return every number about the model itself, with its name, for an analyst."""
    inflation = [driver.vif for driver in result.drivers if driver.vif is not None]
    draws = result.draws
    shown = (
        ("method", method_name(result.method, lang)),
        ("r2", text.number(result.r2, lang, 4)),
        ("r2_adjusted", text.number(result.r2_adjusted, lang, 4)),
        ("rows", text.whole(result.n, lang)),
        ("n_eff", text.whole(result.n_eff, lang)),
        ("columns", text.whole(result.columns, lang)),
        ("mean", text.number(result.outcome_mean, lang, 3)),
        ("sd", text.number(result.outcome_sd, lang, 3)),
        ("vif", text.number(max(inflation), lang, 1) if inflation else text.NOTHING),
        ("collinear", text.whole(sum(value >= _HIGH_VIF for value in inflation), lang)),
        ("intervals", method_name(result.interval_method, lang)),
        ("draws", text.whole(None if draws is None else draws.count, lang)),
        ("seed", text.NOTHING if draws is None else str(draws.seed)),
        ("groups", text.whole(result.groups, lang)),
    )
    return tuple((text.say(f"drivers.about.{name}", lang), value) for name, value in shown)


def change_words(found: WhatIf, result: DriverResult, lang: Language) -> tuple[str, ...]:
    """Return the expected change of the outcome, and what it is worth, each with its interval."""
    unit = "points" if result.positive is not None else "units"
    change = scaled(found.change, 100.0 if result.positive is not None else 1.0)
    outcome = result.outcome if result.positive is None else f"{result.outcome} = {result.positive}"
    shown = {"outcome": outcome, **_signed(change, lang)}
    if found.at_most and found.change.clear:
        words = [text.say(f"drivers.change_most.{unit}", lang, **shown)]
    elif found.change.clear or not found.change.value:
        words = [text.say(f"drivers.change.{unit}", lang, **shown)]
    else:
        words = [text.say(f"drivers.change_unclear.{unit}", lang, **shown)]
    if found.value is not None:
        words.append(text.say("drivers.worth", lang, **_signed(found.value, lang)))
    return tuple(words)


def _signed(estimate: Estimate, lang: Language) -> dict[str, str]:
    ends = {"change": estimate.value, "low": estimate.low, "high": estimate.high}
    decimals = text.decimals_for(*ends.values())
    return {
        name: ("+" if value is not None and value > 0 else "") + text.number(value, lang, decimals)
        for name, value in ends.items()
    }
