"""The ballot on the vote page: touchpoints with their points or ratings, saved while a person chooses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import streamlit as st

from cx import text
from cx.records.session import Ballot, Round
from cx.session.voting import round_words
from cx.text import Language
from pages.parts.dress import shades

KEY: Final = "ballot"
_BUTTONS: Final = 7
"""More answers than that are no buttons side by side on a phone, but a line to slide along."""
_HERE = Path(__file__).parent
_ballot = st.components.v2.component(
    "cx_ballot",
    html="<div class='ballot'></div>\n",
    css=shades.sheet(_HERE / "ballot_paper.css"),
    js=(_HERE / "ballot_paper.js").read_text(encoding="utf-8"),
)


def draw(
    asked: Round,
    ballot: Ballot,
    token: str,
    lang: Language,
    *,
    acknowledged: int,
    refused: str,
    take: Callable[[], None],
) -> None:
    """Draw the ballot.

    Parameters
    ----------
    asked, ballot
        What is voted on, and what this participant chose as the store has it.
    token
        The participant's; the phone remembers it.
    acknowledged
        The number of the last change that the store has.
    refused
        Why the last change was not taken; empty where it was.
    take
        Called when the phone sent something; :func:`sent` returns it then.
    """
    data = {
        "lang": lang,
        "token": token,
        "items": [list(pair) for pair in asked.touchpoints],
        "points": asked.points,
        "least": asked.least,
        "most": asked.most,
        "labels": labels(asked, lang),
        "slide": asked.guess is not None and asked.most > _BUTTONS,
        "saved": dict(ballot.choices),
        "acknowledged": acknowledged,
        "refused": refused,
        "words": _words(asked, lang),
    }
    # In a list: of anything else Streamlit looks whether it holds tables, and loads pandas to know one.
    _ballot(key=f"{KEY}_{asked.id}", data=[data], on_cast_change=take)


def sent(asked: Round) -> tuple[int, dict[str, int]] | None:
    """Return the number of the change and the choices that the phone sent; ``None`` for nonsense."""
    cast = getattr(st.session_state.get(f"{KEY}_{asked.id}"), "cast", None)
    if not isinstance(cast, Mapping):
        return None
    number, choices = cast.get("number"), cast.get("choices")
    if type(number) is not int or not isinstance(choices, Mapping):
        return None
    whole = {str(id_): given for id_, given in choices.items() if type(given) is int}
    return (number, whole) if len(whole) == len(choices) else None


def _words(asked: Round, lang: Language) -> dict[str, object]:
    every = len(asked.touchpoints)
    say = {name: text.say(f"vote.state.{name}", lang) for name in ("nothing", "saving", "saved", "waiting")}
    return {
        **say,
        "note": text.say("vote.state.note", lang),
        "ends": ends(asked, lang),
        "left": [left(number, lang) for number in range((asked.points or 0) + 1)],
        "rated": [text.say(_counting(asked), lang, done=done, all=every) for done in range(every + 1)],
        "less": text.say("vote.less", lang, name="{name}"),
        "more": text.say("vote.more", lang, name="{name}"),
        "give": text.say(_giving(asked), lang, given="{given}", name="{name}"),
        "unset": text.say("guess.unset", lang),
        "set": text.say("guess.set", lang, name="{name}"),
        "clear": text.say("guess.clear", lang, name="{name}"),
        "lower": text.say("guess.lower", lang, name="{name}"),
        "higher": text.say("guess.higher", lang, name="{name}"),
    }


def labels(asked: Round, lang: Language) -> list[str]:
    """Return what each answer of a round is called; points have none."""
    if asked.guess is None:
        return [] if asked.points is not None else [str(one) for one in range(asked.least, asked.most + 1)]
    return [round_words.label(asked.guess, place, lang) for place in range(1, asked.guess.count + 1)]


def ends(asked: Round, lang: Language) -> str:
    """Return what the ends of the answers mean; empty where nothing has to be said."""
    if asked.guess is None:
        return "" if asked.kind == "points" else text.say(f"vote.ends.{asked.kind}", lang)
    return round_words.ends(asked.guess, lang)


def _counting(asked: Round) -> str:
    """Guesses are counted as such; what a room assesses is rated, as votes are."""
    is_guess = asked.guess is not None and asked.guess.asked.startswith("guess_")
    return "guess.done" if is_guess else "vote.rated"


def _giving(asked: Round) -> str:
    return "vote.give" if asked.guess is None else "guess.give"


def left(number: int, lang: Language) -> str:
    """Return how many points are left, in words."""
    return text.say("vote.left", lang, n=number) if number else text.say("vote.left.none", lang)
