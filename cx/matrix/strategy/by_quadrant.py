"""The strategy of each quadrant, and how volume changes the advice inside it."""

from __future__ import annotations

from dataclasses import dataclass

from cx import text
from cx.matrix.strategy.evidence import backing
from cx.matrix.strategy.from_log import repeats_in_words
from cx.records import Bubble, Evidence, Matrix, Quadrant, Settings, Standing
from cx.text import Language


@dataclass(frozen=True)
class Strategy:
    """What to do with the touchpoints of a quadrant."""

    name: str
    text: str


@dataclass(frozen=True)
class Distances:
    """How far a touchpoint lies from each line, in the units of the axes; positive is above the line."""

    satisfaction: float
    impact: float | None


def strategy(settings: Settings, quadrant: Quadrant, lang: Language) -> Strategy:
    """Return the quadrant's strategy: as the user worded it in that language, else our own words.

    References
    ----------
    Van Dongen Crombags, M. & Wietzes, J. CEX sells. VODW.
    """
    own = settings.strategies.get((lang, quadrant))
    return Strategy(*own) if own else default_strategy(quadrant, lang)


def default_strategy(quadrant: Quadrant, lang: Language) -> Strategy:
    """Return our own words for a quadrant's strategy."""
    return Strategy(text.say(f"quadrant.{quadrant}", lang), text.say(f"strategy.{quadrant}", lang))


def strategy_of(bubble: Bubble | Standing, settings: Settings, lang: Language) -> Strategy | None:
    """Return the strategy for one touchpoint; ``None`` where it has no quadrant.

    It is its quadrant's, but where responses do not show that those who meet it fare better, "let more people
    experience it" becomes "protect it", unless the user worded the strategy. A negative driver is looked into
    first, whatever its quadrant says: no list calls for more or less of it.

    Examples
    --------
    >>> from cx.records import Evidence
    >>> same_for_all = Evidence(effect=None, exposure_effect=None, good=1)
    >>> protected("expand_reach", same_for_all), protected("expand_reach", None)
    (True, False)
    """
    if bubble.quadrant is None:
        return None
    if bubble.negative:
        return looked_into(lang)
    if protected(bubble.quadrant, bubble.evidence) and (lang, bubble.quadrant) not in settings.strategies:
        return Strategy(text.say("quadrant.protect", lang), text.say("strategy.protect", lang))
    return strategy(settings, bubble.quadrant, lang)


def heading(matrix: Matrix, quadrant: Quadrant, lang: Language) -> Strategy:
    """Return what stands above the touchpoints of a quadrant, in lists and in its corner of the picture.

    Its strategy; where responses speak for more reach of none of them, that they are to be protected: a
    heading calls for nothing that is said of nothing below it.
    """
    inside = [one for one in matrix.bubbles if one.advised == quadrant]
    worded = (lang, quadrant) in matrix.settings.strategies
    if inside and not worded and all(protected(quadrant, one.evidence) for one in inside):
        return Strategy(text.say("quadrant.protect", lang), text.say("strategy.protect", lang))
    return strategy(matrix.settings, quadrant, lang)


def decided_name(matrix: Matrix, touchpoint: str, decided: Quadrant, lang: Language) -> str:
    """Return the name of a strategy that was decided: as the matrix words it for its touchpoint."""
    bubble = matrix.bubble(touchpoint)
    if bubble is not None and bubble.advised == decided:
        own = strategy_of(bubble, matrix.settings, lang)
        return own.name if own else ""
    return strategy(matrix.settings, decided, lang).name


def looked_into(lang: Language) -> Strategy:
    """Return what to do with negative drivers, which stand apart in every list by quadrant."""
    return Strategy(text.say("quadrant.look_into", lang), text.say("advice.negative", lang))


def place_words(bubble: Bubble | Standing, settings: Settings, lang: Language) -> str:
    """Return the name of a touchpoint's strategy; empty where it has no quadrant.

    Whether its quadrant is certain is said beside it, or :func:`strategy_words` says it.
    """
    named = strategy_of(bubble, settings, lang)
    return named.name if named else ""


def strategy_words(bubble: Bubble | Standing, settings: Settings, lang: Language) -> str:
    """Return the name of a touchpoint's strategy, as sure as it is: "Maybe: Fix first" of a borderline one.

    Empty where it has no quadrant. That a negative driver is looked into first does not hang on its quadrant.
    """
    name = place_words(bubble, settings, lang)
    return text.say("strategy.maybe", lang, strategy=name) if name and bubble.borderline else name


def protected(quadrant: Quadrant | None, evidence: Evidence | None) -> bool:
    """Return whether a touchpoint is to be protected where its quadrant says to let more people meet it."""
    return quadrant == "expand_reach" and evidence is not None and not evidence.backs_reach


def advice(bubble: Bubble, matrix: Matrix, lang: Language) -> tuple[str, ...]:
    """Return what to do with one touchpoint, in sentences: volume changes the advice in its quadrant.

    Nothing where the touchpoint has no quadrant. Of a negative driver only that it is looked into first,
    and so of one whose quadrant is not certain.
    Where it has no volume, the sentence about volume is left out. Where impact was derived from responses,
    what they say for or against it follows, and where a log is known the share of repeat contacts.
    """
    if bubble.quadrant is None:
        return ()
    behind = (*backing(bubble, lang), *_repeats(bubble, lang))
    if bubble.negative:
        return (text.say("advice.negative", lang), *behind)
    if bubble.borderline:
        share = text.percent(bubble.certainty, lang)
        return (text.say("advice.borderline", lang, certainty=share), *behind)
    named = strategy_of(bubble, matrix.settings, lang)
    worded = (lang, bubble.quadrant) in matrix.settings.strategies
    sentences = [named.text] if named else []
    if protected(bubble.quadrant, bubble.evidence):
        sentences += [text.say("advice.protect", lang)] if worded else []
    elif bubble.high_volume is not None:
        size = "high" if bubble.high_volume else "low"
        sentences.append(text.say(f"advice.{bubble.quadrant}.{size}", lang))
    return (*sentences, *behind)


def _repeats(bubble: Bubble, lang: Language) -> tuple[str, ...]:
    """The share of repeat contacts, where a log says it."""
    share = bubble.contacted.repeats if bubble.contacted else None
    return () if share is None else (repeats_in_words(share, lang),)


def distances(bubble: Bubble, matrix: Matrix) -> Distances:
    """Return the touchpoint's distance to each line; ``impact`` is ``None`` without impact."""
    line = matrix.crosshair
    impact = None if bubble.height is None or line.impact is None else bubble.height - line.impact
    return Distances(bubble.satisfaction - line.satisfaction, impact)
