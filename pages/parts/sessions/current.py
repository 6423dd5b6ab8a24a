"""The open session on its page: name, notes, agenda, history, and what can be done with it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from cx import text
from cx.records import Change, Session
from cx.text import Language
from pages.parts.open_session import agenda, autosave, facts, who
from pages.parts.sessions import as_file
from pages.parts.shell import clock, state, trouble
from pages.parts.shell.database import store

_LATEST = 200


def draw(session: Session, lang: Language) -> None:
    """Draw the session that is open."""
    with st.container(border=True, key="open_session"):
        tied = state.control("session_name", session.name, autosave.later(_rename), sure=True)
        st.text_input(text.say("sessions.name", lang), max_chars=200, **tied)
        st.html(f"<p class='cx-lead'>{text.for_html(facts.of_opened(session, lang))}</p>")
        with st.container(horizontal=True, vertical_alignment="center"):
            _links(lang)
            with trouble.told(lang):
                as_file.exports(session, lang)
            label = text.say("sessions.leave", lang)
            st.button(label, icon=":material/logout:", key="leave", on_click=autosave.leave)
        note = autosave.later(partial(_set, "notes"))
        tied = state.control("session_notes", session.notes, note, sure=True)
        st.text_area(text.say("sessions.notes", lang), max_chars=20_000, **tied)
        with st.expander(text.say("agenda.title", lang), icon=":material/timer:"):
            agenda.board(session, lang)
        _history(session, lang)


def _links(lang: Language) -> None:
    label = text.say("sessions.to_matrix", lang)
    st.page_link("pages/matrix.py", label=label, icon=":material/bubble_chart:")
    label = text.say("sessions.to_decisions", lang)
    st.page_link("pages/decisions.py", label=label, icon=":material/gavel:")


def _history(session: Session, lang: Language) -> None:
    label = text.say("sessions.history", lang)
    box = st.expander(label, icon=":material/history:", key="history", on_change="rerun")
    if not box.open:
        return
    from cx.session.sessions import stored

    with box, trouble.told(lang):
        _lines(stored.history(store(), session.id)[-_LATEST:][::-1], lang)


def _lines(lines: tuple[Change, ...], lang: Language) -> None:
    from cx.session.sessions import change_words

    heads = "".join(
        f"<th scope='col'>{text.say(f'history.head.{key}', lang)}</th>" for key in ("moment", "who", "what")
    )
    rows = "".join(
        f"<tr><td>{text.for_html(clock.day_and_time(one.moment, lang))}</td>"
        f"<td>{text.for_html(who.shown(one.who, lang))}</td>"
        f"<td>{text.for_html(change_words.told(one, lang))}</td></tr>"
        for one in lines
    )
    st.html(f"<table class='cx-table cx-plain'><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>")


def _rename(name: str) -> None:
    if name.strip():
        autosave.set_fields(name=name.strip())


def _set(field: str, value: str) -> None:
    autosave.set_fields(**{field: value})
