"""The backups of all sessions: what there is, and the way back to one of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from cx import errors, text
from cx.text import Language
from pages.parts.open_session import autosave, who
from pages.parts.shell import clock, database, keys, trouble

if TYPE_CHECKING:
    from cx.session.store import Store, backups


def draw(lang: Language) -> None:
    """Draw the backups, also where the store itself cannot be opened."""
    from cx.session.store import backups

    file = database.file()
    if file is None:
        st.markdown(text.say("backups.server", lang))
        return
    st.markdown(f":small[{text.say('backups.what', lang, n=backups.DAYS)}]")
    found = backups.known(file)
    if not found:
        st.markdown(text.say("backups.none", lang))
    for one in found:
        _line(file, one, lang)


def _line(file: Path, one: backups.Backup, lang: Language) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"backup_{one.number}"):
        moment = clock.day_and_time(one.made, lang)
        held = (
            text.say("backups.unusable", lang)
            if one.sessions is None
            else text.say("backups.sessions", lang, n=one.sessions)
        )
        words = " · ".join((held, text.say(f"backups.kind.{one.kind}", lang)))
        st.markdown(f"**{text.for_markdown(moment)}**  \n:small[{text.for_markdown(words)}]", width="stretch")
        if one.sessions is None:
            return
        label = text.say("backups.restore", lang)
        with st.popover(label, icon=":material/settings_backup_restore:", type="tertiary"):
            st.markdown(text.say("backups.ask", lang))
            act = trouble.guarded(partial(_restore, file, one, moment))
            label = text.say("backups.do", lang)
            st.button(label, type="primary", key=f"restore_{one.number}", on_click=act)


def _restore(file: Path, one: backups.Backup, moment: str) -> None:
    from cx.session.sessions import restoring

    restoring.restore(file, one, live=_live(), who=who.name())
    autosave.leave()
    st.session_state[keys.RESTORED] = moment


def _live() -> Store | None:
    """The store; ``None`` where it is too damaged to be opened."""
    try:
        return database.store()
    except errors.StoreRefused:
        return None


def notice(lang: Language) -> None:
    """Say, once, which backup was restored."""
    moment = st.session_state.pop(keys.RESTORED, "")
    if moment:
        words = text.say("backups.done", lang, moment=text.for_markdown(moment))
        st.success(words, icon=":material/settings_backup_restore:")
