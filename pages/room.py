"""Room: the facilitator opens a round, sees how many voted, closes it, and reveals what came out."""

from __future__ import annotations

import streamlit as st

from cx import errors, text
from cx.records import Matrix
from cx.records.session import Round
from cx.session.voting import round_words, rounds
from cx.text import Language
from pages.parts.around import frame, no_result
from pages.parts.computed import matrices
from pages.parts.open_session import autosave, start_box
from pages.parts.room import guess_first, live, opening, revealed_round
from pages.parts.shell import keys, state, trouble
from pages.parts.shell.database import store
from pages.parts.shell.state import Workspace


def begin(lang: Language) -> None:
    """Say what a vote needs, and start a session with what is loaded."""
    st.title(text.say("room.title", lang), anchor=False)
    st.markdown(text.say("room.needs_session", lang))
    with st.container(width=820):
        start_box.draw(lang)


def ask(session_id: str, matrix: Matrix, lang: Language) -> None:
    """Draw the form that opens a round."""
    st.title(text.say("room.title", lang), anchor=False)
    st.html(f"<p class='cx-lead'>{text.for_html(text.say('room.lead', lang))}</p>")
    with st.container(width=760):
        guess_first.draw(session_id, matrices.decisions_matrix(state.current()), lang)
        opening.draw(session_id, matrix, lang)


def shown(known: tuple[Round, ...], lang: Language) -> str | None:
    """Draw the choice between a new round and those that were revealed; return the chosen one's id."""
    ids = [None, *(one.id for one in reversed(known))]
    names = {one.id: _name(number, one, lang) for number, one in enumerate(known, start=1)}
    first = ids[1] if known else None
    chosen = st.session_state.get(keys.SHOWN_ROUND, first)
    with st.sidebar:
        return st.radio(
            text.say("room.rounds", lang),
            ids,
            index=ids.index(chosen) if chosen in ids else 0,
            format_func=lambda id_: names[id_] if id_ else text.say("room.new", lang),
            key=f"{keys.SHOWN_ROUND}_{lang}_{len(known)}",
        )


def _name(number: int, one: Round, lang: Language) -> str:
    return text.say("room.round", lang, number=number, kind=round_words.kind(one, lang))


def show(page: frame.Frame, workspace: Workspace, matrix: Matrix) -> None:
    """Draw the round that is on; else the one that is chosen, or the form for a new one."""
    session = autosave.opened()
    if session is None:
        begin(page.lang)
        return
    known = rounds.rounds_of(store(), session.id)
    for damage in rounds.unreadable(store(), session.id):
        trouble.draw(damage, page.lang)
    running = [one for one in known if one.state != "revealed"]
    if running:
        live.draw(running[-1], page.lang)
        return
    chosen = shown(known, page.lang)
    if chosen:
        revealed_round.draw(page, workspace, matrix, chosen)
    else:
        ask(session.id, matrix, page.lang)


page = frame.draw("room")
loaded = frame.data_or_stop(page, "room")
try:
    found = matrices.matrix(loaded)
    show(page, loaded, found)
except errors.CxError as error:
    no_result.draw(error, page.lang)
