"""What takes the whole screen for the room: the clock of the agenda, or how to join the open round."""

from __future__ import annotations

from typing import Final, Literal

import streamlit as st

from cx import errors, text
from cx.records.session import Round
from cx.session.voting import rounds
from cx.text import Language
from pages.parts.open_session import agenda, autosave
from pages.parts.projector import join
from pages.parts.shell import keys, trouble
from pages.parts.shell.database import store

Shown = Literal["clock", "join"]
_ICONS: Final[dict[Shown, str]] = {"clock": ":material/timer:", "join": ":material/qr_code_2:"}
_SHORTCUTS: Final[dict[Shown, str]] = {"clock": "t", "join": "j"}


def shown() -> Shown | None:
    """Return what is shown large; ``None``: nothing is, or it is there no more."""
    chosen: Shown | None = st.session_state.get(keys.PROJECTED)
    return chosen if chosen in _offered() else None


def buttons(lang: Language, only: tuple[Shown, ...] = ("clock", "join")) -> None:
    """Draw what shows something large, each with its key; while it is shown, what puts it away."""
    now = shown()
    if now is not None:
        close = text.say("large.close", lang)
        st.button(
            close, icon=":material/close:", key="large_close", shortcut="Esc", on_click=show, type="tertiary"
        )
    for name in _offered():
        if name in only and name != now:
            st.button(
                text.say(f"large.{name}", lang),
                icon=_ICONS[name],
                key=f"large_{name}",
                shortcut=_SHORTCUTS[name],
                on_click=show,
                args=(name,),
                type="tertiary",
            )


def show(name: Shown | None = None) -> None:
    """Show something large from the next run on; by default nothing any more."""
    st.session_state[keys.PROJECTED] = name


def draw(name: Shown, lang: Language) -> None:
    """Draw it, in the container that covers the screen; what its buttons asked for is done first."""
    with trouble.told(lang):
        autosave.run()
    session, asked = autosave.opened(), _open_round()
    with st.container(key=f"projected_{name}"):
        if name == "clock" and session is not None:
            agenda.large(session, lang)
        if name == "join" and asked is not None:
            join.draw(asked, lang)


def _offered() -> tuple[Shown, ...]:
    """What there is to be shown: the clock with a session, how to join while everybody may."""
    if autosave.opened() is None:
        return ()
    return ("clock", "join") if _open_round() is not None else ("clock",)


def _open_round() -> Round | None:
    """The round that everybody with the code may join; ``None``: there is none, or the store is silent."""
    session = autosave.opened()
    if session is None:
        return None
    try:
        known = rounds.rounds_of(store(), session.id)
    except errors.CxError:
        return None
    running = [one for one in known if one.state == "open" and one.expires > rounds.now()]
    return next((one for one in reversed(running) if not one.invited and one.door != "closed"), None)
