"""What the columns of a log are that stays where it lies: found, and said by hand where that is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import streamlit as st

from cx import errors, text
from cx.records.file import Role
from cx.text import Language
from pages.parts.machine import work
from pages.parts.shell import keys
from pages.parts.shell.workspace import LoadedLog, Place

_ASKED: Final[tuple[Role, ...]] = ("case", "touchpoint", "time", "order", "outcome")
_FINDS: Final = ""
"""Chosen is nothing: the program finds the column."""


def unread(lang: Language) -> None:
    """Ask for the columns of a table that could not be understood; nothing where there is none."""
    found: tuple[Place, tuple[str, ...]] | None = st.session_state.get(keys.UNREAD)
    if found is None:
        return
    with st.container(border=True):
        st.markdown(text.say("machine.columns.unread", lang, name=text.for_markdown(found[0].name)))
        _form(*found, {}, lang)


def of_log(log: LoadedLog, lang: Language) -> None:
    """Draw which column is what, and let it be said otherwise; the log is read anew then."""
    roles: dict[str, Role] = {}
    for of_file in log.log.facts.roles.values():
        roles |= of_file
    with st.popover(text.say("machine.columns", lang), icon=":material/view_column:"):
        st.caption(text.say("machine.columns.found", lang))
        _form(log.place, tuple(roles), roles, lang)


def _form(place: Place, headers: Sequence[str], known: Mapping[str, Role], lang: Language) -> None:
    offered = (_FINDS, *headers)
    with st.form(f"machine_columns_{lang}_{place.identity}", border=False):
        chosen = {role: _box(role, offered, _column(role, place.roles, known), lang) for role in _ASKED}
        sent = st.form_submit_button(text.say("machine.columns.read", lang), icon=":material/play_arrow:")
    if not sent:
        return
    roles: dict[str, Role] = {
        column: role
        for role, column in chosen.items()
        if column and (column != _column(role, {}, known) or place.roles.get(column) == role)
    }
    try:
        work.begin(replace(place, roles=roles))
    except errors.CxError as error:
        work.refused(place.name, error)
    st.rerun()


def _box(role: Role, offered: Sequence[str], column: str, lang: Language) -> str:
    return st.selectbox(
        text.say(f"machine.column.{role}", lang),
        offered,
        index=offered.index(column) if column in offered else 0,
        format_func=lambda name: name or text.say("machine.columns.finds", lang),
        key=f"machine_column_{lang}_{role}",
    )


def _column(role: Role, said: Mapping[str, Role], known: Mapping[str, Role]) -> str:
    """The column of a role: as it was said, else as it was found; the customer's makes the paths."""
    wanted: tuple[Role, ...] = ("respondent", "case") if role == "case" else (role,)
    for roles in (said, known):
        for one in wanted if roles is known else (role,):
            for column, its in roles.items():
                if its == one:
                    return column
    return _FINDS
