"""What a room is asked and can answer, in words: on phones, and on the facilitator's screen."""

from __future__ import annotations

import math

from cx import text
from cx.records.session import Guess, Round
from cx.text import Language


def question(asked: Round, lang: Language) -> str:
    """Return the question of a round."""
    return text.say(f"vote.question.{_topic(asked)}", lang)


def kind(asked: Round, lang: Language) -> str:
    """Return what sort of round it is."""
    if asked.guess is not None:
        return text.say(f"assessment.{asked.guess.asked}", lang)
    return text.say(f"round.kind.{asked.kind}", lang)


def label(guess: Guess, place: float, lang: Language) -> str:
    """Return the answer at a place, as the language writes it."""
    return shown(guess, guess.value(place), lang)


def shown(guess: Guess, value: float, lang: Language, finer: int = 0) -> str:
    """Return a value of what is asked, with so many decimals at least: means have some.

    Examples
    --------
    >>> shown(Guess("guess_satisfaction", 1.0, 0.1, 91), 6.83, "nl")
    '6,8'
    >>> shown(Guess("level", 0.0, 1.0, 6), 2.5, "en", 1)
    '2.5'
    """
    if guess.asked == "standard" and not finer:
        return text.say("history.yes" if value else "history.no", lang)
    if guess.share:
        return text.percent(value, lang, finer)
    return text.number(value, lang, max(finer, _decimals(guess.step)))


def counted(guess: Guess, value: float, lang: Language) -> str:
    """Return what counts of all guesses: a level that was given, yes or no or neither, else a mean."""
    if guess.asked == "standard":
        even = not float(value).is_integer()
        return text.say("guess.even", lang) if even else shown(guess, value, lang)
    return shown(guess, value, lang, 0 if guess.asked == "level" else 1)


def decimals(guess: Guess) -> int:
    """Return how many decimals means of the guesses have: one at least, or those of the answers."""
    return max(1, _decimals(guess.step))


def ends(guess: Guess, lang: Language) -> str:
    """Return what the first and the last answer mean."""
    if guess.asked == "standard":
        return ""
    low, high = (_plainest(guess, guess.value(place), lang) for place in (1, guess.count))
    key = f"vote.ends.{guess.asked}"
    return text.say(f"{key}.share" if guess.share else key, lang, low=low, high=high)


def _plainest(guess: Guess, value: float, lang: Language) -> str:
    return text.percent(value, lang, 0) if guess.share else text.trimmed(value, lang)


def _topic(asked: Round) -> str:
    return asked.guess.asked if asked.guess is not None else asked.kind


def _decimals(step: float) -> int:
    return max(0, -math.floor(math.log10(step) + 1e-9))
