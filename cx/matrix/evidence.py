"""What the responses say for or against the advice of a quadrant."""

from __future__ import annotations

from cx import text
from cx.records import Bubble, Estimate, Evidence
from cx.text import Language


def backing(bubble: Bubble, lang: Language) -> tuple[str, ...]:
    """Return what responses say about the advice for a touchpoint; nothing where impact was not derived.

    Notes
    -----
    Fixing rests on the effect of a point of satisfaction, more reach on the exposure effect; where an
    interval contains 0 the words say that the data do not show it. A touchpoint whose low ratings cost more
    than its high ratings bring is a hygiene factor, which speaks against simplifying it or saving on it.

    References
    ----------
    Brandt, R. D. (1987). A procedure for identifying value-enhancing service components using customer
    satisfaction survey data. Add Value to Your Service, AMA.
    Mikulić, J. & Prebežac, D. (2008). Prioritizing improvement of service attributes using impact
    range-performance analysis and impact-asymmetry analysis. Managing Service Quality 18(6).
    """
    said = bubble.evidence
    if said is None or bubble.quadrant is None:
        return ()
    if bubble.quadrant == "fix_first":
        return (_told("effect", said.effect, said.good, lang),)
    if bubble.quadrant == "expand_reach":
        words = _told("exposure", said.exposure_effect, said.good, lang)
        known = said.exposure_effect is not None
        return (words, text.say("evidence.association", lang)) if known else (words,)
    return _against_sparing(said, lang)


def _told(kind: str, estimate: Estimate | None, good: int, lang: Language) -> str:
    if estimate is None or estimate.low is None or estimate.high is None:
        return text.say(f"evidence.{kind}.none", lang)
    side = "good" if estimate.value * good > 0 else "bad"
    case = side if estimate.clear else "unclear"
    ends = {"value": estimate.value, "low": estimate.low, "high": estimate.high}
    return text.say(f"evidence.{kind}.{case}", lang, **{k: text.number(v, lang) for k, v in ends.items()})


def _against_sparing(said: Evidence, lang: Language) -> tuple[str, ...]:
    if said.contrast is None or said.contrast.kind != "hygiene":
        return ()
    penalty = abs(said.contrast.penalty.value)
    return (text.say("evidence.hygiene", lang, penalty=text.number(penalty, lang)),)
