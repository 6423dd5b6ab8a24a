"""How long sessions are kept, and where."""

from __future__ import annotations

from typing import Final

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.shell import state, trouble
from pages.parts.shell.database import store

_DAYS: Final = (0, 30, 90, 180, 365)


def draw(lang: Language) -> None:
    """Draw the choice after how many days without a change a session is deleted."""
    from cx.session.sessions import retention
    from cx.session.store import faults

    days = retention.keep_days(store()) or 0
    offered = _DAYS if days in _DAYS else (*_DAYS, days)
    tied = state.control("keep_days", days, _set, offered)
    fixed = retention.fixed_days() is not None
    st.selectbox(
        text.say("keep.label", lang),
        offered,
        format_func=lambda n: text.say("keep.days", lang, n=n) if n else text.say("keep.never", lang),
        help=text.say("keep.fixed" if fixed else "keep.help", lang, days=retention.UNDO_DAYS),
        disabled=fixed,
        width=336,
        **tied,
    )
    place = faults.where(store().engine.url)
    st.markdown(f":small[{text.say('keep.where', lang, place=text.for_markdown(place))}]")


def _set(days: int) -> None:
    from cx.session.sessions import retention

    trouble.guarded(lambda: retention.set_keep_days(store(), days or None))()
