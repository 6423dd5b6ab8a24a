"""The knowledge gap in words: the largest ones, and each number of it as the language writes it."""

from __future__ import annotations

from typing import Final

from cx import text
from cx.records.lenses import KnowledgeGap, LensResult
from cx.text import Language

MOST: Final = 3
"""So many gaps stand in a title."""


def largest(result: LensResult, most: int = MOST) -> tuple[KnowledgeGap, ...]:
    """Return the largest gaps that the guesses can tell from none, the largest first.

    A gap without an interval (few guesses, or of a file that does not say) counts only where none has one.

    Examples
    --------
    >>> sure, unsure = KnowledgeGap("A", 0.5, 0.1, 0.9), KnowledgeGap("B", 2.0, -1.0, 5.0)
    >>> plain = KnowledgeGap("C", -3.0)
    >>> [one.name for one in largest(LensResult("knowledge_gap", (sure, unsure, plain)))]
    ['A']
    >>> [one.name for one in largest(LensResult("knowledge_gap", (plain,)))]
    ['C']
    """
    known = [one for one in gaps(result) if one.low is not None]
    told = [one for one in known if one.low is not None and one.high is not None and one.low * one.high > 0]
    return tuple((told if known else gaps(result))[:most])


def gaps(result: LensResult) -> list[KnowledgeGap]:
    """Return the touchpoints of which both are known, the largest gap first."""
    found = [one for one in result.touchpoints if isinstance(one, KnowledgeGap) and one.value is not None]
    return sorted(found, key=lambda one: (-abs(_gap(one)), one.name.casefold()))


def title(result: LensResult, lang: Language, *, share: bool = False, decimals: int = 1) -> str:
    """Return the finding: where the room is furthest from what customers say, or that it is not.

    Parameters
    ----------
    share
        Whether the figure is a share of 1.
    decimals
        Of numbers that are none.
    """
    if not gaps(result):
        return text.say("gap.unknown", lang)
    found = largest(result)
    if not found:
        return text.say("gap.none", lang)
    items = [
        text.say(
            "gap.too_high" if _gap(one) > 0 else "gap.too_low",
            lang,
            name=one.name,
            gap=_size(abs(_gap(one)), lang, share=share, decimals=decimals),
        )
        for one in found
    ]
    before, last = ", ".join(items[:-1]), items[-1]
    both = text.say("gap.and", lang, before=before, last=last) if before else last
    known = any(one.low is not None for one in gaps(result))
    return text.say("gap.title" if known else "gap.title.bare", lang, gaps=both)


def number(value: float | None, lang: Language, *, share: bool = False, decimals: int = 1) -> str:
    """Return a figure as the language writes it; a dash where there is none."""
    return text.percent_told(value, lang) if share else text.number(value, lang, decimals)


def signed(value: float | None, lang: Language, *, share: bool = False, decimals: int = 1) -> str:
    """Return a gap with its sign.

    Examples
    --------
    >>> signed(0.84, "nl"), signed(-0.84, "en"), signed(None, "en"), signed(0.031, "en", share=True)
    ('+0,8', '−0.8', '–', '+3.1%')
    """
    if value is None:
        return text.NOTHING
    sign = "+" if value > 0 else text.MINUS if value < 0 else ""
    return f"{sign}{number(abs(value), lang, share=share, decimals=decimals)}"


def agreement(result: LensResult, lang: Language) -> str:
    """Return how far the order of the guesses is that of the figures; empty where it cannot be said."""
    found = result.total.get("tau_b")
    if not isinstance(found, float):
        return ""
    return text.say("gap.agreement", lang, tau=signed(found, lang, decimals=2))


def _size(gap: float, lang: Language, *, share: bool, decimals: int) -> str:
    """How large a gap is in a sentence: between shares it is no percentage of either."""
    if share:
        return text.say("gap.points", lang, points=text.trimmed(100 * gap, lang, 1))
    return text.number(gap, lang, decimals)


def _gap(one: KnowledgeGap) -> float:
    return one.value if isinstance(one.value, float) else 0.0
