"""The movements as a title and as a table."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from cx import matrix as building
from cx import text
from cx.records import Comparison, Movement, Quadrant, Standing
from cx.text import Language


def headline(found: Comparison, lang: Language) -> str:
    """Return what changed, in a line."""
    return building.movements_in_words(found, lang)


def table(found: Comparison, lang: Language) -> pd.DataFrame:
    """Return one line per touchpoint, those that changed quadrant first."""
    return pd.DataFrame([_line(one, lang) for one in found.by_distance])


def columns(found: Comparison, lang: Language) -> dict[str, Any]:
    """Return how each column is drawn."""
    numbers = ("before", "after", "change", "low", "high", "p", "impact_change")
    heads = {name: text.say(f"compare.head.{name}", lang) for name in numbers}
    helps = {"low": "compare.head.interval.help", "high": "compare.head.interval.help", "p": "compare.head.p.help"}
    heads["before"], heads["after"] = text.for_markdown(found.before), text.for_markdown(found.after)
    words = {
        name: st.column_config.TextColumn(text.say(f"compare.head.{name}", lang), width=width)
        for name, width in (("touchpoint", 180), ("status", 110), ("quadrants", 260), ("significant", 110))
    }
    return words | {
        name: st.column_config.NumberColumn(
            heads[name],
            format="localized",
            width=84,
            help=text.say(helps[name], lang) if name in helps else None,
        )
        for name in numbers
    }


def _line(one: Movement, lang: Language) -> dict[str, object]:
    same = f"{one.name} ({one.name_before})" if one.name_before else one.name
    return {
        "touchpoint": same,
        "status": text.say(f"compare.status.{one.status}", lang),
        "before": _rounded(one.before.satisfaction if one.before else None),
        "after": _rounded(one.after.satisfaction if one.after else None),
        "change": _rounded(one.change_satisfaction),
        "low": _rounded(one.low),
        "high": _rounded(one.high),
        "p": None if one.p is None else round(one.p, 4),
        "significant": _significance(one, lang),
        "impact_change": _rounded(one.change_impact),
        "quadrants": _quadrants(one, lang),
    }


def _quadrants(one: Movement, lang: Language) -> str:
    ends = [_quadrant(one.before, lang), _quadrant(one.after, lang)]
    if one.status == "stayed":
        return ends[1]
    return " → ".join(end for end in ends if end)


def _quadrant(standing: Standing | None, lang: Language) -> str:
    quadrant: Quadrant | None = standing.quadrant if standing else None
    return text.say(f"quadrant.{quadrant}", lang) if quadrant else ""


def _significance(one: Movement, lang: Language) -> str:
    if one.status in {"entered", "left"}:
        return ""
    told = {True: "yes", False: "no", None: "unknown"}[one.significant]
    return text.say(f"compare.significant.{told}", lang)


def _rounded(value: float | None) -> float | None:
    return None if value is None else text.rounded(value)
