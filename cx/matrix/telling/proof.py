"""What would prove the advice for a touchpoint wrong, in sentences for a board."""

from __future__ import annotations

import math

from cx import text
from cx.records import Bubble, Matrix
from cx.text import Language

_POWER = 2 * (1.959964 + 0.841621) ** 2
"""Two groups, 5% on both sides, 80% power: answers a group = this times (spread / difference)²."""
_MOST = 100_000


def proof(bubble: Bubble, matrix: Matrix, lang: Language) -> tuple[str, ...]:
    """Return what would prove the advice wrong: interval, unmeasured cause, ranks, and a trial to settle it.

    Empty where nothing is claimed of the touchpoint. What is not known is left out.

    References
    ----------
    Cinelli, C. & Hazlett, C. (2020). Making sense of sensitivity: extending omitted variable bias. Journal of
    the Royal Statistical Society B 82(1).
    """
    if bubble.quadrant is None or bubble.claim is None:
        return ()
    found = (_interval(bubble, lang), _cause(bubble, matrix, lang), _ranks(bubble, matrix, lang))
    return tuple(said for said in (*found, trial_words(bubble, matrix, lang)) if said)


def _interval(bubble: Bubble, lang: Language) -> str:
    effect = None if bubble.evidence is None else bubble.evidence.effect
    if effect is None or effect.low is None or effect.high is None:
        return ""
    ends = {"low": effect.low, "high": effect.high}
    decimals = text.decimals_for(*ends.values())
    shown = {name: text.number(end, lang, decimals) for name, end in ends.items()}
    return text.say("proof.interval.clear" if effect.clear else "proof.interval.unclear", lang, **shown)


def _cause(bubble: Bubble, matrix: Matrix, lang: Language) -> str:
    """How strong an unmeasured cause has to be, beside what the strongest other touchpoint explains."""
    claim = bubble.claim
    if claim is None or not claim.robustness_bound or claim.robustness is None:
        return ""
    others = [one.claim.robustness or 0.0 for one in matrix.bubbles if one.claim and one.id != bubble.id]
    strongest = explained(max(others, default=0.0))
    values = {"share": text.percent(claim.robustness, lang), "strongest": text.percent(strongest, lang)}
    return text.say("proof.cause", lang, **values)


def explained(robustness: float) -> float:
    """Return the share of what is left of the outcome that a touchpoint of this robustness explains itself.

    Notes
    -----
    RV = (sqrt(f⁴ + 4f²) - f²) / 2 solved for f² = RV² / (1 - RV); the share is f² / (1 + f²).

    Examples
    --------
    >>> round(explained(0.138776), 6)
    0.021873
    """
    if robustness >= 1:
        return 1.0
    squared = robustness**2 / (1 - robustness)
    return squared / (1 + squared)


def _ranks(bubble: Bubble, matrix: Matrix, lang: Language) -> str:
    claim = bubble.claim
    if claim is None or claim.rank_low is None or claim.rank_high is None:
        return ""
    total = sum(one.priority is not None for one in matrix.bubbles)
    if claim.rank_low == claim.rank_high:
        return text.say("proof.rank", lang, rank=claim.rank_low, total=total)
    return text.say("proof.ranks", lang, low=claim.rank_low, high=claim.rank_high, total=total)


def trial_words(bubble: Bubble, matrix: Matrix, lang: Language) -> str:
    """Return the trial that would settle it: answers in each of two groups for 80% power, where known."""
    gap = matrix.target - bubble.satisfaction
    if bubble.sd is None or bubble.sd <= 0 or gap <= 0 or bubble.quadrant not in ("fix_first", "simplify"):
        return ""
    needed = math.ceil(_POWER * (bubble.sd / gap) ** 2)
    if needed > _MOST:
        return ""
    shown = text.number(gap, lang, text.decimals_for(gap))
    return text.say("proof.trial", lang, n=text.whole(needed, lang), gap=shown)
