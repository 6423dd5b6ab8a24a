"""The movements as a title and as a table."""

from __future__ import annotations

from typing import Final

import pandas as pd

from cx import matrix as building
from cx import text
from cx.records import Comparison, Movement, Settings
from cx.text import Language
from pages.parts.shell import numbers

_LEAST: Final = 0.001
_ORDER: Final = (
    *("touchpoint", "quadrants", "before", "after", "change"),
    *("interval", "significant", "p", "impact_change"),
)
_MEASURED: Final = ("before", "after", "change", "impact_change")


def headline(found: Comparison, lang: Language) -> str:
    """Return what changed, in a line."""
    return building.movements_in_words(found, lang)


def table(found: Comparison, settings: Settings, lang: Language) -> pd.DataFrame:
    """Return one line per touchpoint, those that changed quadrant first."""
    return pd.DataFrame([_line(one, settings, lang) for one in found.by_distance])


def columns(found: Comparison, lang: Language) -> dict[str, numbers.Column]:
    """Return how each column is drawn."""
    return {name: _column(name, found, lang) for name in _ORDER}


def _column(name: str, found: Comparison, lang: Language) -> numbers.Column:
    sides = {"before": found.before, "after": found.after}
    label = sides.get(name) or text.say(f"compare.head.{name}", lang)
    if name in _MEASURED:
        return numbers.Column(label, help=_help(name, lang))
    return numbers.Column(label, "name" if name == "touchpoint" else "words", help=_help(name, lang))


def _help(name: str, lang: Language) -> str | None:
    key = f"compare.head.{name}.help"
    return text.say(key, lang) if text.has(key, lang) else None


def _line(one: Movement, settings: Settings, lang: Language) -> dict[str, object]:
    return {
        "touchpoint": f"{one.name} ({one.name_before})" if one.name_before else one.name,
        "quadrants": _quadrants(one, settings, lang),
        "before": _rounded(one.before.satisfaction if one.before else None),
        "after": _rounded(one.after.satisfaction if one.after else None),
        "change": _rounded(one.change_satisfaction),
        "interval": _interval(one, lang),
        "significant": _significance(one, lang),
        "p": _chance(one.p_adjusted, lang),
        "impact_change": _rounded(one.change_impact),
    }


def _quadrants(one: Movement, settings: Settings, lang: Language) -> str:
    before, after = building.sides_in_words(one, settings, lang)
    if one.status in {"entered", "left"}:
        return text.say(f"compare.status.{one.status}", lang, quadrant=after or before).removesuffix(": ")
    if one.status == "unclear":
        return text.say("compare.status.unclear", lang, before=before, after=after)
    return after if one.status == "stayed" else f"{before} → {after}"


def _interval(one: Movement, lang: Language) -> str:
    if one.low is None or one.high is None:
        return ""
    ends = {"low": text.number(one.low, lang), "high": text.number(one.high, lang)}
    return text.say("compare.interval", lang, **ends)


def _significance(one: Movement, lang: Language) -> str:
    if one.status in {"entered", "left"}:
        return ""
    told = {True: "yes", False: "no", None: "unknown"}[one.significant]
    return text.say(f"compare.significant.{told}", lang)


def _chance(p: float | None, lang: Language) -> str:
    """A p as it is written: never 0, which no test can give."""
    if p is None:
        return ""
    return f"< {text.number(_LEAST, lang, 3)}" if p < _LEAST else text.number(p, lang, 3)


def _rounded(value: float | None) -> float | None:
    return None if value is None else text.rounded(value)
