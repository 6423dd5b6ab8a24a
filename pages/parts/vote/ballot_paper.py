"""The ballot on the vote page: touchpoints with their points or ratings, saved while a person chooses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import streamlit as st

from cx import text
from cx.records.session import Ballot, Round
from cx.text import Language

KEY: Final = "ballot"
_HERE = Path(__file__).parent
_ballot = st.components.v2.component(
    "cx_ballot",
    html="<div class='ballot'></div>\n",
    css=(_HERE / "ballot_paper.css").read_text(encoding="utf-8"),
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
        "ends": "" if asked.kind == "points" else text.say(f"vote.ends.{asked.kind}", lang),
        "left": [left(number, lang) for number in range((asked.points or 0) + 1)],
        "rated": [text.say("vote.rated", lang, done=done, all=every) for done in range(every + 1)],
        "less": text.say("vote.less", lang, name="{name}"),
        "more": text.say("vote.more", lang, name="{name}"),
        "give": text.say("vote.give", lang, given="{given}", name="{name}"),
    }


def left(number: int, lang: Language) -> str:
    """Return how many points are left, in words."""
    return text.say("vote.left", lang, n=number) if number else text.say("vote.left.none", lang)
