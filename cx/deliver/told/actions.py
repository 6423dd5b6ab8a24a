"""What to do first, in three sentences at most, each with its number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cx.deliver.told.touchpoints import listed
from cx.matrix import (
    first_of,
    headline,
    impact_words,
    protected,
    satisfaction_words,
    speaks_against_sparing,
    start_words,
)
from cx.records import Bubble, Matrix, Quadrant
from cx.text import Language, say, whole

MOST_ACTIONS = 3


@dataclass(frozen=True)
class Action:
    """One thing to do: its number, what that is, and the sentence."""

    bubble: Bubble
    number: str
    about: str
    start: str
    """What to do, as a part of a sentence."""
    sentence: str

    @property
    def quadrant(self) -> Quadrant | None:
        """The quadrant whose colour it has; of a negative driver none."""
        return self.bubble.advised


def what_to_do(matrix: Matrix, lang: Language) -> tuple[Action, ...]:
    """Return what to do first: what has priority, then what a title may rest on, then what goes well.

    None where there is nothing to say of any touchpoint.
    """
    found: dict[str, Action] = {}
    for one in (*_improved(matrix, lang), *_kept(matrix, lang)):
        found.setdefault(one.bubble.id, one)
    return tuple(found.values())[:MOST_ACTIONS]


def actions_title(found: tuple[Action, ...], matrix: Matrix, lang: Language, most: int = MOST_ACTIONS) -> str:
    """Return the conclusion: what to begin with, ``most`` of it."""
    if not found:
        return headline(matrix, lang)
    return say("deliver.actions.title", lang, actions=listed([one.start for one in found[:most]], lang))


def _improved(matrix: Matrix, lang: Language) -> Iterator[Action]:
    """What scores too low: in order of priority where the data carry one, else from the lowest up."""
    named = frozenset(matrix.claims.headline.names)
    low = sorted((one for one in matrix.bubbles if one.label in named), key=lambda one: one.satisfaction)
    for bubble in (*first_of(matrix, MOST_ACTIONS), *low):
        yield _scored(bubble, start_words(bubble, lang), matrix, lang)


def _kept(matrix: Matrix, lang: Language) -> Iterator[Action]:
    """What goes well, and its quadrant is certain: more of it, or no less, or the same at less cost.

    More of it only where its own advice calls for that; nothing is saved on what costs much where it fails.
    """
    if matrix.claims.impact == "unclear" or matrix.impact_unknown:
        return
    for bubble in _certain(matrix, "expand_reach")[:1]:
        kept = bubble.high_volume or protected("expand_reach", bubble.evidence)
        action = "deliver.actions.protect" if kept else "deliver.actions.reach"
        yield _scored(bubble, say(action, lang, name=bubble.label), matrix, lang)
    busy = [
        one for one in _certain(matrix, "minimise_cost") if one.volume and not speaks_against_sparing(one)
    ]
    for bubble in sorted(busy, key=lambda one: -(one.volume or 0.0))[:1]:
        start = say("deliver.actions.cost", lang, name=bubble.label)
        satisfaction = satisfaction_words(bubble.satisfaction, matrix, lang)
        sentence = say("deliver.actions.cost.sentence", lang, start=_begun(start), satisfaction=satisfaction)
        yield Action(bubble, whole(bubble.volume, lang), say("deliver.column.volume", lang), start, sentence)


def _certain(matrix: Matrix, quadrant: Quadrant) -> list[Bubble]:
    return [one for one in matrix.advised(quadrant) if one.claim and one.claim.quadrant_claim]


def _scored(bubble: Bubble, start: str, matrix: Matrix, lang: Language) -> Action:
    """An action whose number is the satisfaction, with how far that is from the target."""
    key = bubble.claim.target if bubble.claim else "unclear"
    words = {"start": _begun(start), "target": satisfaction_words(matrix.target, matrix, lang)}
    if bubble.height is not None and not matrix.impact_unknown:
        form = "share" if matrix.impact_is_share else "scale"
        words["impact"] = impact_words(bubble.height, matrix, lang)
        sentence = say(f"deliver.actions.{key}.{form}", lang, **words)
    else:
        sentence = say(f"deliver.actions.{key}", lang, **words)
    number = satisfaction_words(bubble.satisfaction, matrix, lang)
    return Action(bubble, number, say("deliver.column.satisfaction", lang), start, sentence)


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
