"""The order of priority in words: ranks that cannot be told apart, and what to start with."""

from __future__ import annotations

from cx import text
from cx.matrix.strategy import Pareto, pareto
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
    """Return the touchpoints to start with: those of the first ranks that have a priority above 0.

    One of which the data do not show that better is better, or that it comes before any other, is none.
    """
    total = sum(bubble.priority is not None for bubble in matrix.bubbles)
    return tuple(one for one in matrix.by_priority[:most] if _comes_first(one, total))


def _comes_first(bubble: Bubble, total: int) -> bool:
    if bubble.priority is None or bubble.priority.score <= 0 or bubble.claim is None:
        return False
    anywhere = total > 1 and (bubble.claim.rank_low, bubble.claim.rank_high) == (1, total)
    return bubble.claim.direction == "positive" and not anywhere


def pareto_told(matrix: Matrix) -> Pareto | None:
    """Return how few touchpoints hold most of all priority, where the data show that each comes first."""
    found = pareto(matrix)
    return found if found and len(first_of(matrix, found.count)) == found.count else None


def start_words(bubble: Bubble, lang: Language) -> str:
    """Return what to do with one touchpoint, as a part of a sentence: "improve Annual bill".

    A borderline one is looked into first: what to do with it depends on where it lies. So is a negative
    driver.
    """
    if bubble.claim is None or bubble.negative or not bubble.claim.quadrant_claim:
        return text.say("start.borderline", lang, name=bubble.label)
    return text.say(f"start.{bubble.quadrant}", lang, name=bubble.label)
