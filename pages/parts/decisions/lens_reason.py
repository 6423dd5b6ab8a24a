"""A decision because of a lens: what it says of the touchpoint becomes a part of the reason."""

from __future__ import annotations

from functools import partial

import streamlit as st

from cx import text
from cx.records import Bubble, Decision
from cx.text import Language
from pages.parts.computed import lenses
from pages.parts.open_session import autosave, who
from pages.parts.shell import state


def draw(bubble: Bubble, decision: Decision, lang: Language) -> bool:
    """Draw the lenses that say something of the touchpoint; return whether there are any.

    The one that is clicked is added to the reason, which can be reworded.
    """
    seen = {one.name: one.words for one in lenses.lines(state.current(), bubble.name, lang)}
    if not seen:
        return False
    take = autosave.later(partial(_add, bubble.id, decision.reason, seen, lang))
    tied = state.control(f"because_{bubble.id}", None, take, (None, *seen))
    st.pills(
        text.say("decisions.because", lang),
        list(seen),
        format_func=text.for_markdown,
        help=text.say("decisions.because.help", lang),
        **tied,
    )
    return True


def _add(touchpoint: str, reason: str, seen: dict[str, str], lang: Language, name: str | None) -> None:
    from cx.session.sessions import deciding, stored

    if name is None:
        return
    said = text.say("decisions.because.said", lang, lens=name, words=seen[name])
    if said in reason:
        return
    whole = f"{reason.rstrip()} {said}".strip()
    autosave.keep(
        lambda session: deciding.amended(
            session, touchpoint, who=who.name(), now=stored.moment_now(), reason=whole
        )
    )
