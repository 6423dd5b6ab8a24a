"""What would prove the advice for a touchpoint wrong, in sentences for a board."""

from __future__ import annotations

import datetime as dt
import math

from cx import text
from cx.matrix.telling.values import satisfaction_words
from cx.records import Bubble, Matrix
from cx.text import Language

_UPPER = 0.975
_OF_OUTCOME = ("trial.worse", "trial.reach")
"""Trials that compare the outcome, not the satisfaction."""
_POWER = 2 * (1.959964 + 0.841621) ** 2
"""Two groups, 5% on both sides, 80% power: answers a group = this times (spread / difference)²."""
_MOST = 100_000
"""Answers a group, beyond which nobody makes a trial."""
_NOTHING = 1e-6
"""A part of the scale that no number shows."""
_WEEKS = 4
"""How long a trial may take, where nobody knows how much volume a week there is."""


def proof(bubble: Bubble, matrix: Matrix, lang: Language) -> tuple[str, ...]:
    """Return what would prove the advice wrong: interval, unmeasured cause, ranks, and a trial to settle it.

    Empty where nothing is claimed of the touchpoint. What is not known is left out; where nothing is, that is
    said, with what would tell it.

    References
    ----------
    Cinelli, C. & Hazlett, C. (2020). Making sense of sensitivity: extending omitted variable bias. Journal of
    the Royal Statistical Society B 82(1).
    """
    if bubble.quadrant is None or bubble.claim is None:
        return ()
    found = (
        _interval(bubble, lang) or _satisfaction(bubble, matrix, lang),
        _cause(bubble, matrix, lang),
        _ranks(bubble, matrix, lang),
        trial_words(bubble, matrix, lang),
    )
    return tuple(said for said in found if said) or (text.say("proof.unknown", lang),)


def _interval(bubble: Bubble, lang: Language) -> str:
    """What speaks against high impact is no effect at all; what speaks against low impact is a larger one."""
    effect = None if bubble.evidence is None else bubble.evidence.effect
    if effect is None or effect.low is None or effect.high is None:
        return ""
    share = bubble.evidence is not None and bubble.evidence.share
    by = 100.0 if share else 1.0
    ends = {"low": by * effect.low, "high": by * effect.high}
    decimals = text.decimals_for(*ends.values())
    shown = {name: text.number(end, lang, decimals) for name, end in ends.items()}
    if share:
        shown["high"] = text.say("evidence.points", lang, value=shown["high"])
    if bubble.advised in ("minimise_cost", "simplify"):
        return text.say("proof.interval.low", lang, **shown)
    return text.say("proof.interval.clear" if effect.clear else "proof.interval.unclear", lang, **shown)


def _satisfaction(bubble: Bubble, matrix: Matrix, lang: Language) -> str:
    """Where impact was given, only satisfaction has an interval: on which side of its line it lies."""
    exact = bubble.precision
    if exact is None or not exact.error > 0 or not exact.freedom > 0:
        return ""
    from scipy.special import stdtrit  # the first page does not wait for it

    wide = float(stdtrit(exact.freedom, _UPPER)) * exact.error
    line = matrix.crosshair.satisfaction
    low, high = (max(matrix.scale.minimum, bubble.satisfaction - wide), bubble.satisfaction + wide)
    ends = {"low": low, "high": min(matrix.scale.maximum, high), "line": line}
    shown = {name: satisfaction_words(end, matrix, lang) for name, end in ends.items()}
    case = "unclear" if low < line < high else "above" if high <= line else "below"
    return text.say(f"proof.satisfaction.{case}", lang, **shown)


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
    """Return the trial that would settle it: answers in each of two groups for 80% power, and its weeks.

    Notes
    -----
    Answers a group: n = 2 (z(.975) + z(.80))² (spread / difference)²; above 100,000 no practical trial
    settles it, which is said. Weeks: 2 n by the volume a week, where the length of the period in view is
    known; else what volume a week makes it four weeks. What has to differ: of what scores too low,
    satisfaction that reaches its target; of what scores well, satisfaction that falls to the line; of more
    reach, the outcome of those who meet it; of a negative driver, the outcome of a point more.
    """
    kind, differs, spread = _tried(bubble, matrix)
    if not differs > 0:
        return ""
    share = kind in _OF_OUTCOME and bubble.evidence is not None and bubble.evidence.share
    shown = text.number(differs * (100.0 if share else 1.0), lang, text.decimals_for(differs))
    gap = text.say("evidence.points", lang, value=shown) if share else shown
    if spread is None:
        return text.say("proof.trial.unknown", lang)
    needed = math.ceil(_POWER * (spread / differs) ** 2)
    if needed > _MOST:
        return text.say(f"proof.{kind}.none", lang, gap=gap, most=text.whole(_MOST, lang))
    said = text.say(f"proof.{kind}", lang, n=text.whole(needed, lang), gap=gap)
    return f"{said} {_duration(2 * needed, bubble, matrix, lang)}"


def _tried(bubble: Bubble, matrix: Matrix) -> tuple[str, float, float | None]:
    """What a trial compares, how large a difference it has to show (0: none), the spread of one answer."""
    said, line = bubble.evidence, matrix.crosshair.satisfaction
    if said is not None and bubble.negative and said.effect is not None:
        return "trial.worse", abs(said.effect.value), said.outcome_sd
    if said is not None and bubble.quadrant == "expand_reach" and said.backs_reach:
        met = said.exposure_effect
        return "trial.reach", 0.0 if met is None else abs(met.value), said.outcome_sd
    if bubble.quadrant in ("fix_first", "simplify"):
        kind, below = "trial", (matrix.target - bubble.satisfaction, line - bubble.satisfaction)
        gap = next((one for one in below if one > 0), 0.0)
    else:
        kind, gap = "trial.fall", bubble.satisfaction - line
    return kind, gap if gap > _NOTHING * matrix.scale.width else 0.0, _spread(bubble)


def _spread(bubble: Bubble) -> float | None:
    """The spread of single answers: as given, else as the error of their mean tells it."""
    if bubble.sd is not None:
        return bubble.sd if bubble.sd > 0 else None
    exact = bubble.precision
    found = exact.error * math.sqrt(exact.n_eff) if exact is not None else math.nan
    return found if found > 0 else None


def _duration(answers: int, bubble: Bubble, matrix: Matrix, lang: Language) -> str:
    weeks = weeks_in_view(matrix)
    if weeks is None or not bubble.volume:
        told = {"answers": text.whole(answers, lang), "pace": text.whole(math.ceil(answers / _WEEKS), lang)}
        return text.say("proof.trial.pace", lang, weeks=_WEEKS, **told)
    pace = bubble.volume / weeks
    long = math.ceil(answers / pace)
    return text.say("proof.trial.weeks", lang, n=long, pace=text.whole(max(1, round(pace)), lang))


def weeks_in_view(matrix: Matrix) -> float | None:
    """Return how many weeks the volumes in view are of; ``None`` where no file says.

    The period in view tells it by its name; where there is none, the days of the contacts or the answers do
    whose volume it is.
    """
    from cx.intake.cells import weeks_in  # the first page does not wait for it

    if matrix.period:
        return weeks_in(matrix.period)
    if any("volume" in one.roles.values() for one in matrix.sources):
        return None
    for shapes in (("contacts",), ("responses", "ratings")):
        spans = [span for one in matrix.sources if one.shape in shapes for span in one.days.values()]
        if spans:
            first, last = min(start for start, _ in spans), max(end for _, end in spans)
            return ((dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days + 1) / 7
    return None
