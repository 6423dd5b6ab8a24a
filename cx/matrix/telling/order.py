"""The order of priority in words: ranks that cannot be told apart, and what to start with."""

from __future__ import annotations

from cx import text
from cx.records import Bubble, Matrix
from cx.text import Language


def rank_words(bubble: Bubble, lang: Language) -> str:
    """Return the rank of a touchpoint, or the ranks that cannot be told apart ("2–5"); a dash without one."""
    if bubble.priority is None:
        return text.NOTHING
    return range_words(bubble, lang) or text.whole(bubble.priority.rank, lang)


def range_words(bubble: Bubble, lang: Language) -> str:
    """Return the ranks that cannot be told apart, or the one rank that is; empty where it is not known."""
    claim = bubble.claim
    if claim is None or claim.rank_low is None or claim.rank_high is None:
        return ""
    ends = dict.fromkeys((claim.rank_low, claim.rank_high))
    return "\N{EN DASH}".join(text.whole(end, lang) for end in ends)


def first_of(matrix: Matrix, most: int) -> tuple[Bubble, ...]:
    """Return the touchpoints to start with: those of the first ranks that have a priority above 0."""
    return tuple(one for one in matrix.by_priority[:most] if one.priority and one.priority.score > 0)


def start_words(bubble: Bubble, lang: Language) -> str:
    """Return what to do with one touchpoint, as a part of a sentence: "improve Annual bill".

    A borderline one is looked into first: what to do with it depends on where it lies.
    """
    if bubble.claim is None or not bubble.claim.quadrant_claim:
        return text.say("start.borderline", lang, name=bubble.label)
    return text.say(f"start.{bubble.quadrant}", lang, name=bubble.label)
