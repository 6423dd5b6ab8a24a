"""Drivers in words."""

from __future__ import annotations

from cx import text
from cx.records import Contrast, Driver, DriverResult, Estimate, Method
from cx.text import Language


def method_name(method: Method, lang: Language) -> str:
    """Return the name of a method.

    Examples
    --------
    >>> method_name("johnson", "en")
    "Johnson's relative weights"
    """
    return text.say(f"method.{method}", lang)


def effect_words(driver: Driver, lang: Language) -> str:
    """Return what a point more goes with, or that the data do not show it."""
    if driver.effect is None:
        return text.say("driver.effect_none", lang)
    estimate = Estimate(driver.effect, driver.effect_low, driver.effect_high)
    key = "driver.effect" if estimate.clear else "driver.effect_unclear"
    return text.say(key, lang, **_numbers(estimate, lang))


def exposure_words(driver: Driver, lang: Language) -> str:
    """Return what meeting the touchpoint goes with, or that the data do not show it."""
    if driver.exposure_effect is None:
        return text.say("driver.exposure_none", lang)
    estimate = Estimate(driver.exposure_effect, driver.exposure_effect_low, driver.exposure_effect_high)
    key = "driver.exposure" if estimate.clear else "driver.exposure_unclear"
    return text.say(key, lang, **_numbers(estimate, lang))


def contrast_words(contrast: Contrast, lang: Language) -> str:
    """Return what low ratings cost against what high ratings bring."""
    return text.say(f"contrast.{contrast.kind}", lang)


def _numbers(estimate: Estimate, lang: Language) -> dict[str, str]:
    parts = {"effect": estimate.value, "low": estimate.low, "high": estimate.high}
    decimals = text.decimals_for(*parts.values())
    return {name: text.number(value, lang, decimals) for name, value in parts.items()}


def ranks_in_words(driver: Driver, result: DriverResult, lang: Language) -> str:
    """Return the ranks of a driver's share that cannot be told apart ("2–5"); empty where none is known."""
    claim = result.claims.of(driver.name)
    if claim is None or claim.rank_low is None or claim.rank_high is None:
        return ""
    ends = dict.fromkeys((claim.rank_low, claim.rank_high))
    return "\N{EN DASH}".join(text.whole(end, lang) for end in ends)
