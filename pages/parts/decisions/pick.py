"""The touchpoint that is decided about: the next, the one before, or any."""

from __future__ import annotations

from functools import partial

import streamlit as st

from cx import text
from cx.records import Bubble, Matrix, Session
from cx.text import Language
from pages.parts.open_session import autosave
from pages.parts.shell import keys, state


def draw(session: Session, matrix: Matrix, lang: Language) -> Bubble:
    """Draw the way from touchpoint to touchpoint, in order of priority; return the one that is on."""
    order = matrix.by_priority
    names = {one.id: _label(place, one, session, lang) for place, one in enumerate(order, start=1)}
    chosen = st.session_state.get(keys.DECIDING)
    if chosen not in names:
        chosen = st.session_state[keys.DECIDING] = _first_open(session, order)
    at = list(names).index(chosen)
    with st.container(horizontal=True, vertical_alignment="bottom", key="pick"):
        _step("previous", "chevron_left", "P", order[max(0, at - 1)].id, at == 0, lang)
        tied = state.control("deciding", chosen, go, names)
        st.selectbox(
            text.say("decisions.touchpoint", lang),
            list(names),
            format_func=names.__getitem__,
            width="stretch",
            **tied,
        )
        last = at == len(order) - 1
        _step("next", "chevron_right", "N", order[at if last else at + 1].id, last, lang)
    return order[at]


def go(touchpoint: str) -> None:
    """Show another touchpoint."""
    st.session_state[keys.DECIDING] = touchpoint


def _step(name: str, icon: str, shortcut: str, to: str, stop: bool, lang: Language) -> None:  # noqa: FBT001 - a state
    st.button(
        text.say(f"decisions.{name}", lang),
        icon=f":material/{icon}:",
        key=f"decide_{name}",
        shortcut=shortcut,
        on_click=autosave.later(partial(go, to)),
        disabled=stop,
    )


def _first_open(session: Session, order: tuple[Bubble, ...]) -> str:
    return next((one.id for one in order if session.decision(one.id) is None), order[0].id)


def _label(place: int, one: Bubble, session: Session, lang: Language) -> str:
    mark = text.say("decisions.done", lang) if session.decision(one.id) else ""
    return f"{place}. {one.name}{mark}"
