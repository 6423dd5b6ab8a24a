"""The sessions that are kept: opened, renamed, duplicated, put away, deleted and restored."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from cx import errors, text
from cx.text import Language
from pages.parts.dress import list_search
from pages.parts.open_session import autosave, facts, who
from pages.parts.sessions import damaged_sessions
from pages.parts.shell import keys, trouble
from pages.parts.shell.database import store

if TYPE_CHECKING:
    from cx.session.sessions import Summary


def draw(lang: Language) -> None:
    """Draw the list, with what was deleted below it."""
    from cx.session.sessions import retention, stored

    with suppress(
        errors.StoreFailed
    ):  # what is to go stays a while longer; the list can be read all the same
        retention.tidy(store())
    st.header(text.say("sessions.list", lang), anchor=False)
    _undo(lang)
    found = stored.listed(store())
    shown = [one for one in found if not one.archived]
    if not found:
        st.markdown(text.say("sessions.none", lang))
    list_search.draw("sessions_kept", "[class*='st-key-session_']", len(shown), lang)
    with st.container(key="sessions_kept"):
        for one in shown:
            _line(one, lang)
    away = [one for one in found if one.archived]
    if away:
        with st.expander(text.say("sessions.archived", lang, n=len(away)), icon=":material/inventory_2:"):
            for one in away:
                _line(one, lang)
    _deleted(lang)


def _line(one: Summary, lang: Language) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"session_{one.id}"):
        if st.session_state.get(keys.RENAMING) == one.id:
            _new_name(one, lang)
            return
        name, facts_ = text.for_markdown(one.name or one.id), facts.of_kept(one, lang)
        st.markdown(f"**{name}**  \n:small[{facts_}]", width="stretch")
        if one.damaged or one.id in st.session_state.get(keys.DAMAGED, ()):
            damaged_sessions.mark(one, lang)
        current = autosave.opened()
        if current and current.id == one.id:
            st.badge(text.say("sessions.is_open", lang), icon=":material/check:", color="blue")
        elif st.button(text.say("sessions.open", lang), key=f"open_{one.id}", icon=":material/folder_open:"):
            damaged_sessions.open_(one.id)
        _menu(one, lang)


def _menu(one: Summary, lang: Language) -> None:
    away = "restore" if one.archived else "archive"
    acts = ("rename", "duplicate", away, "delete")
    st.menu_button(
        text.say("sessions.more", lang),
        acts,
        key=f"acts_{lang}_{one.id}",
        format_func=lambda act: text.say(f"sessions.{act}", lang),
        on_click=trouble.guarded(partial(_act, one, lang)),
    )


def _act(one: Summary, lang: Language) -> None:
    act = st.session_state[f"acts_{lang}_{one.id}"]
    if act in _ACTS:
        _ACTS[act](one, lang)


def _rename(one: Summary, _lang: Language) -> None:
    st.session_state[keys.RENAMING] = one.id


def _duplicate(one: Summary, lang: Language) -> None:
    from cx.session.sessions import stored

    name = text.say("sessions.copy", lang, name=one.name)
    copy = stored.duplicated(stored.load(store(), one.id), name)
    stored.add(store(), copy, who=who.name(), key="duplicated")


def _archive(one: Summary, _lang: Language) -> None:
    _set(one, archived=True)


def _restore(one: Summary, _lang: Language) -> None:
    _set(one, archived=False)


def _delete(one: Summary, _lang: Language) -> None:
    from cx.session.sessions import stored

    current = autosave.opened()
    if current and current.id == one.id:
        autosave.leave()
    _set(one, deleted=stored.moment_now())
    st.session_state[keys.JUST_DELETED] = (one.id, one.name)


def _amend(one: Summary, name: str) -> None:
    _set(one, name=name)


def _set(one: Summary, **fields: object) -> None:
    from cx.session.sessions import stored

    stored.amend(store(), one.id, who=who.name(), **fields)


_ACTS: Final[dict[str, Callable[[Summary, Language], None]]] = {
    "rename": _rename,
    "duplicate": _duplicate,
    "archive": _archive,
    "restore": _restore,
    "delete": _delete,
}


def _new_name(one: Summary, lang: Language) -> None:
    label = text.say("sessions.name", lang)
    name = st.text_input(
        label, value=one.name, max_chars=200, key=f"name_{one.id}", label_visibility="collapsed"
    )
    if st.button(text.say("sessions.rename.do", lang), type="primary", key="rename_do"):
        if name.strip():
            trouble.guarded(_amend)(one, name.strip())
        st.session_state.pop(keys.RENAMING)
        st.rerun()
    if st.button(text.say("sessions.rename.not", lang), key="rename_not"):
        st.session_state.pop(keys.RENAMING)
        st.rerun()


def _undo(lang: Language) -> None:
    deleted: tuple[str, str] | None = st.session_state.get(keys.JUST_DELETED)
    if deleted is None:
        return
    id_, name = deleted
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="undo_delete"):
        st.markdown(text.say("sessions.was_deleted", lang, name=text.for_markdown(name)), width="stretch")
        label = text.say("view.undo", lang)
        st.button(
            label, icon=":material/undo:", key="undelete", on_click=trouble.guarded(partial(_undelete, id_))
        )


def _undelete(session_id: str) -> None:
    from cx.session.sessions import stored

    stored.amend(store(), session_id, who=who.name(), deleted=None)
    st.session_state.pop(keys.JUST_DELETED, None)


def _deleted(lang: Language) -> None:
    from cx.session.sessions import retention, stored

    gone = stored.listed(store(), deleted=True)
    if not gone:
        return
    with st.expander(text.say("sessions.deleted", lang, n=len(gone)), icon=":material/delete:"):
        st.markdown(f":small[{text.say('sessions.deleted.what', lang, n=retention.UNDO_DAYS)}]")
        for one in gone:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(text.for_markdown(one.name or one.id), width="stretch")
                label = text.say("sessions.undelete", lang)
                act = trouble.guarded(partial(_undelete, one.id))
                st.button(label, key=f"undelete_{one.id}", on_click=act)
