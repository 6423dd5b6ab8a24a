"""A table in a database: its address, and the yes that is asked before anything is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from cx import errors, text
from cx.records.journeys import SHARED_LEAST
from cx.text import Language
from pages.parts.access import machine
from pages.parts.machine import work
from pages.parts.shell import keys
from pages.parts.shell.workspace import Place

if TYPE_CHECKING:
    from cx.engine import Address

_READ_THROUGH: Final = ("address_table", "warehouse_unknown", "database_unnamed", "database_setting")
"""Why an address is refused that was read to its end, and so holds no password: it stays in its field."""


def draw(lang: Language) -> None:
    """Draw the field for an address, what is wrong with it, and what it leads to with the question."""
    st.text_input(
        text.say("database.address", lang),
        key=keys.ADDRESS_TYPED,
        placeholder=text.say("database.address.example", lang),
        help=text.say("database.address.help", lang),
        on_change=_look,
        autocomplete="off",
    )
    fault: errors.CxError | None = st.session_state.get(keys.ADDRESS_FAULT)
    if fault is not None:
        st.error(text.for_markdown(fault.message(lang)), icon=":material/error:")
    _named(lang)
    address: Address | None = st.session_state.get(keys.ADDRESS)
    if address is not None:
        _ask(address, lang)


def _named(lang: Language) -> None:
    from cx import engine

    try:
        known = engine.databases_named()
    except errors.ArgumentError as error:
        st.error(text.for_markdown(error.message(lang)), icon=":material/error:")
        return
    places = text.for_markdown(", ".join(known))
    key = "database.named" if known else "database.named.none"
    st.caption(text.say(key, lang, n=len(known), places=places))


def _ask(address: Address, lang: Language) -> None:
    """Draw where the address leads, and the question whether it is meant."""
    with st.container(border=True):
        about = {"place": address.place, "table": ".".join(address.table)}
        st.markdown(text.say("database.leads", lang, **{k: text.for_markdown(v) for k, v in about.items()}))
        key = "database.stays.here" if address.is_file else "database.stays.there"
        st.caption(text.say(key, lang, least=SHARED_LEAST))
        with st.container(horizontal=True):
            yes, no = text.say("database.yes", lang), text.say("database.no", lang)
            st.button(yes, icon=":material/play_arrow:", key="database_yes", on_click=_read, args=(address,))
            st.button(no, key="database_no", on_click=_forget)


def _look() -> None:
    """Take note of where the address leads, or why it cannot be used; one with a password is not kept."""
    _forget()
    typed = str(st.session_state.get(keys.ADDRESS_TYPED) or "").strip()
    if not typed:
        return
    try:
        st.session_state[keys.ADDRESS] = allowed(typed)
    except errors.CxError as error:
        st.session_state[keys.ADDRESS_FAULT] = error
        if error.key not in _READ_THROUGH:
            st.session_state[keys.ADDRESS_TYPED] = ""


def allowed(typed: str) -> Address:
    """Return the address that somebody typed.

    Raises
    ------
    cx.errors.ArgumentError
        When others reach this server, it is no address, holds a password, or nobody named its database.
    """
    from cx import engine

    machine.check()
    address = engine.address_in(typed)
    if address is None:
        raise errors.ArgumentError("address_none")
    engine.dialect_of(address)
    engine.check_named(address)
    return address


def _read(address: Address) -> None:
    _forget()
    turn: int = st.session_state.get(keys.PLACES, 0)
    st.session_state[keys.PLACES] = turn + 1
    try:
        work.begin(Place(address.shown, address=address, turn=turn))
    except errors.CxError as error:
        work.refused(address.shown, error)


def _forget() -> None:
    """Put away what was typed: it is asked, or it is not."""
    work.forget()
    for key in (keys.ADDRESS, keys.ADDRESS_FAULT):
        st.session_state.pop(key, None)
