"""What stands on the bubbles: what the room decided or voted, or one lens; one at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final, get_args

import streamlit as st

from cx import text
from cx.records import RoomMarks, Settings
from cx.records.lenses import LENSES
from cx.text import Language
from pages.parts.computed import room_marks, screen
from pages.parts.shell import state

_ROOM: Final = get_args(RoomMarks)


def draw(settings: Settings, lang: Language) -> None:
    """Draw the choice; where what is on has nothing to show, say so and where to get it."""
    among = (None, *_ROOM, *LENSES)
    shown = settings.look.room_marks or settings.look.lens
    tied = state.control("lens", shown, _put, among)
    st.selectbox(
        text.say("view.lens", lang),
        among,
        format_func=lambda one: _name(one, lang),
        help=text.say("view.lens.help", lang),
        placeholder=text.say("view.lens.none", lang),
        **tied,
    )
    if shown is None:
        return
    beside = screen.companions(state.current())
    if settings.look.room_marks == "decisions" and not beside.decided:
        _way("pages/decisions.py", "view.decisions.nothing", lang)
    elif settings.look.room_marks == "votes" and not beside.voted:
        few = room_marks.voted() is not None
        _way("pages/room.py", "view.votes.few" if few else "view.votes.nothing", lang)
    elif settings.look.lens and not beside.readings and not beside.wished:
        _way("pages/lenses.py", "view.lens.nothing", lang)


def _way(page: str, key: str, lang: Language) -> None:
    st.page_link(page, label=text.say(key, lang), icon=":material/info:")


def _name(one: str | None, lang: Language) -> str:
    if one is None:
        return text.say("view.lens.none", lang)
    return text.say(f"view.room.{one}" if one in _ROOM else f"lens.{one}", lang)


def _put(chosen: Any) -> None:  # noqa: ANN401 - a lens, what the room did, or nothing
    room, lens = (chosen, None) if chosen in _ROOM else (None, chosen)
    state.set_settings(look=replace(state.current().settings.look, lens=lens, room_marks=room))
