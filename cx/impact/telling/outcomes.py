"""Outcomes between which a person has to choose, in words."""

from __future__ import annotations

from cx import text
from cx.impact.likely_outcomes import LikelyOutcome
from cx.records import Finding
from cx.text import Language


def outcome_question(found: tuple[LikelyOutcome, ...]) -> Finding:
    """Return the question in words."""
    chosen = next(one.name for one in found if one.chosen)
    others = ", ".join(f"'{one.name}'" for one in found if not one.chosen)
    return Finding("warning", "outcome_ambiguous", column=chosen, details={"others": others})


def outcome_words(one: LikelyOutcome, lang: Language) -> str:
    """Return what impact on one outcome would show."""
    if one.n is None or one.explained is None:
        return text.say("outcome.unusable", lang, column=one.name)
    percent = round(100 * one.explained)
    return text.say("outcome.shows", lang, column=one.name, n=one.n, percent=percent)
