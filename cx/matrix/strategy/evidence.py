"""What the responses say for or against the advice of a quadrant."""

from __future__ import annotations

from cx import text
from cx.records import Bubble, Estimate, Evidence
from cx.text import Language


def backing(bubble: Bubble, lang: Language) -> tuple[str, ...]:
    """Return what responses say about the advice for a touchpoint; nothing where impact was not derived.

    Notes
    -----
    Fixing rests on the effect of a point of satisfaction, more reach on the exposure effect, which is never
    called a cause: those who met a touchpoint differ in other ways; where an interval contains 0 the words
    say that the data do not show it. A touchpoint whose low ratings cost more than its high ratings bring is
    a hygiene factor, which speaks against simplifying it or saving on it.

    References
    ----------
    Brandt, D. R. (1987). A procedure for identifying value-enhancing service components using customer
    satisfaction survey data. Add Value to Your Service, AMA.
    Mikulić, J. & Prebežac, D. (2008). Prioritizing improvement of service attributes using impact
    range-performance analysis and impact-asymmetry analysis. Managing Service Quality 18(6).
    """
    said = bubble.evidence
    if said is None or bubble.quadrant is None:
        return ()
    if bubble.quadrant == "fix_first" or bubble.negative:
        return _told("effect", said, lang)
    if bubble.quadrant == "expand_reach":
        words = _told("exposure", said, lang)
        known = said.exposure_effect is not None
        return (*words, text.say("evidence.association", lang)) if known else words
    return _against_sparing(said, lang)


def in_short(bubble: Bubble, lang: Language) -> str:
    """Return the number that backs the advice for a touchpoint, with its interval; empty where none does.

    Of a borderline one it is said first that it is.
    """
    unsure = text.say("certainty.borderline.short", lang).capitalize() if bubble.borderline else ""
    return " · ".join(part for part in (unsure, _backed(bubble, lang)) if part)


def _backed(bubble: Bubble, lang: Language) -> str:
    said = bubble.evidence
    if bubble.negative:
        return text.say("direction.negative", lang)
    if said is None or bubble.quadrant not in ("fix_first", "expand_reach"):
        return ""
    kind = "effect" if bubble.quadrant == "fix_first" else "exposure"
    estimate = said.effect if kind == "effect" else said.exposure_effect
    if estimate is None or estimate.low is None or estimate.high is None:
        return text.say(f"evidence.{kind}.short.none", lang)
    case = "clear" if estimate.clear else "unclear"
    return text.say(f"evidence.{kind}.short.{case}", lang, **_numbers(said, estimate, lang, signed=True))


def _told(kind: str, said: Evidence, lang: Language) -> tuple[str, ...]:
    estimate = said.effect if kind == "effect" else said.exposure_effect
    if estimate is None or estimate.low is None or estimate.high is None:
        return (text.say(f"evidence.{kind}.none", lang),)
    shown = {"outcome": said.outcome or text.say("evidence.outcome", lang)}
    if not estimate.clear:
        return (
            text.say(
                f"evidence.{kind}.unclear", lang, **shown, **_numbers(said, estimate, lang, signed=True)
            ),
        )
    way = "higher" if estimate.value > 0 else "lower"
    form = f"share_{way}" if said.share else way
    words = text.say(f"evidence.{kind}.{form}", lang, **shown, **_numbers(said, estimate, lang, signed=False))
    if estimate.value * said.good > 0:
        return (words,)
    return words, text.say(f"evidence.{kind}.bad", lang)


def _numbers(said: Evidence, estimate: Estimate, lang: Language, *, signed: bool) -> dict[str, str]:
    """The value and the ends of its interval, in percentage points where the outcome is a share."""
    by = 100.0 if said.share else 1.0
    ends = [(end or 0.0) * by for end in (estimate.value, estimate.low, estimate.high)]
    if not signed:
        ends = [abs(ends[0]), *sorted(abs(end) for end in ends[1:])]
    decimals = text.decimals_for(*ends)
    shown = [text.number(end, lang, decimals) for end in ends]
    value = f"+{shown[0]}" if signed and ends[0] > 0 else shown[0]
    unit = text.say("evidence.points", lang, value=value) if said.share else value
    return {"value": unit, "low": shown[1], "high": shown[2]}


def speaks_against_sparing(bubble: Bubble) -> bool:
    """Return whether low ratings of a touchpoint cost more than high ones bring: a hygiene factor."""
    return bubble.evidence is not None and _is_hygiene(bubble.evidence)


def _is_hygiene(said: Evidence) -> bool:
    return said.contrast is not None and said.contrast.kind == "hygiene"


def _against_sparing(said: Evidence, lang: Language) -> tuple[str, ...]:
    if said.contrast is None or not _is_hygiene(said):
        return ()
    penalty = _numbers(said, said.contrast.penalty, lang, signed=False)["value"]
    return (text.say("evidence.hygiene", lang, penalty=penalty),)
