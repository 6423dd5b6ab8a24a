"""What a bubble says when it is pointed at, and what the picture says to those who do not see it."""

from __future__ import annotations

from cx import text
from cx.matrix import (
    goal_words,
    heading,
    headline,
    impact_words,
    looked_into,
    satisfaction_words,
    strategy_words,
)
from cx.records import QUADRANTS, Bubble, Matrix
from cx.text import Language


def lines(bubble: Bubble, matrix: Matrix, lang: Language) -> tuple[str, ...]:
    """Return the bubble's name and its numbers, a line each, as plain text."""
    found = [bubble.label]
    named = strategy_words(bubble, matrix.settings, lang)
    if named:
        found.append(named)
    found.append(
        text.say(
            "picture.hover.satisfaction",
            lang,
            value=satisfaction_words(bubble.satisfaction, matrix, lang, "card"),
        )
    )
    if bubble.height is not None:
        key = "picture.hover.impact_on" if matrix.goal else "picture.hover.impact"
        goal, value = goal_words(matrix.goal), impact_words(bubble.height, matrix, lang, "card")
        found.append(text.say(key, lang, goal=goal, value=value))
        found += _direction(bubble, matrix, lang)
    return (*found, *_weight(bubble, matrix, lang))


def _direction(bubble: Bubble, matrix: Matrix, lang: Language) -> list[str]:
    """What may be said of derived impact beside its size: whether it is shown, and which way it goes."""
    if matrix.impact_kind != "derived" or bubble.claim is None:
        return []
    if matrix.impact_unknown:
        return [text.say("picture.mark.unknown_impact.plain", lang)]
    if bubble.claim.direction == "positive":
        return []
    return [text.say(f"direction.{bubble.claim.direction}", lang)]


def alternative(matrix: Matrix, lang: Language) -> str:
    """Return the finding in words, with the touchpoints of each quadrant in order of priority."""
    sentences = [headline(matrix, lang).rstrip(".") + "."]
    lists = [(heading(matrix, one, lang).name, matrix.advised(one)) for one in QUADRANTS]
    for name, bubbles in (*lists, (looked_into(lang).name, matrix.negative_drivers)):
        names = ", ".join(bubble.label for bubble in bubbles)
        if names:
            sentences.append(text.say("picture.alt.bubbles", lang, quadrant=name, names=names))
    return " ".join(sentences)


def _weight(bubble: Bubble, matrix: Matrix, lang: Language) -> list[str]:
    found = []
    if bubble.volume:
        found.append(text.say("picture.hover.volume", lang, value=text.trimmed(bubble.volume, lang, 0)))
    elif matrix.has_volume:
        found.append(text.say("picture.hover.no_volume", lang))
    if bubble.n is not None:
        key = "picture.hover.small_base" if bubble.small_base else "picture.hover.n"
        found.append(text.say(key, lang, n=round(bubble.n)))
    if bubble.certainty is not None:
        key = "picture.hover.borderline" if bubble.borderline else "picture.hover.certainty"
        found.append(text.say(key, lang, value=text.percent(bubble.certainty, lang)))
    return found
