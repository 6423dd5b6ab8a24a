"""The frame of every page: title of the tab, menu, language, and what is offered where nothing is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.access import facilitator
from pages.parts.around import guard, logo, session_mark
from pages.parts.drafts import draft_of_page, offer, unsaved, views
from pages.parts.dress import put_on
from pages.parts.open_session import arrival
from pages.parts.shell import keys, language, state, window
from pages.parts.upload import awaited_files, boxes, dropped_files, retry

Page = Literal[
    "start",
    "data",
    "matrix",
    "drivers",
    "journeys",
    "lenses",
    "priorities",
    "compare",
    "room",
    "decisions",
    "sessions",
    "method",
]
_HERE = Path(__file__).parent
_PAGES: dict[Page, tuple[str, str]] = {
    "start": ("app.py", ":material/home:"),
    "data": ("pages/data.py", ":material/table:"),
    "matrix": ("pages/matrix.py", ":material/bubble_chart:"),
    "drivers": ("pages/drivers.py", ":material/bar_chart:"),
    "journeys": ("pages/journeys.py", ":material/route:"),
    "lenses": ("pages/lenses.py", ":material/lens_blur:"),
    "priorities": ("pages/priorities.py", ":material/format_list_numbered:"),
    "compare": ("pages/compare.py", ":material/compare_arrows:"),
    "room": ("pages/room.py", ":material/how_to_vote:"),
    "decisions": ("pages/decisions.py", ":material/gavel:"),
    "sessions": ("pages/sessions.py", ":material/groups:"),
    "method": ("pages/method.py", ":material/menu_book:"),
}


@dataclass(frozen=True)
class Frame:
    """What a page needs to know from its frame."""

    lang: Language
    window: window.Window


def draw(page: Page) -> Frame:
    """Draw the frame of a page; every page calls it first."""
    lang = language.current()
    dress(page, lang)
    _arrive(page)
    with st.sidebar:
        lang = _menu(lang)
        session_mark.sidebar(lang)
        offer.sidebar(lang)
    arrival.follow()
    draft_of_page.note()
    frame = Frame(lang, window.measure(lang))
    guard.draw(lang, unsaved=unsaved.is_there())
    with st.container(key="notices"):  # always there, so that nothing below is drawn anew while one types
        retry.draw(lang, page)
        session_mark.notices(lang)
        arrival.notice(lang)
        offer.draw(lang, page)
        awaited_files.draw(lang)
        dropped_files.draw(lang)
    return frame


def _arrive(page: Page) -> None:
    """Open the session of the address, and look at it as this browser did last."""
    opened = arrival.take()
    if opened:
        views.restore(opened, staged=page == "matrix")
        if st.session_state.get(keys.PRESENT):
            st.rerun()


def dress(page: Page, lang: Language) -> None:
    """Set the title of the tab, its icon, and the styles of our own parts; nothing before the facilitator."""
    facilitator.hold(lang)
    st.set_page_config(
        page_title=f"{text.say(f'page.{page}', lang)} · {text.say('app.name', lang)}",
        page_icon=(_HERE / "icon.svg").read_text(encoding="utf-8"),
        layout="wide",
        initial_sidebar_state=(window.known() or window.Window()).menu,
    )
    put_on.draw(_HERE / "style.css", lang)
    logo.draw()


def data_or_stop(frame: Frame, page: Page) -> state.Workspace:
    """Return what is loaded; where nothing is, say what the page is for, offer ways to begin, and end it."""
    if not state.current().loaded:
        st.title(text.say(f"page.{page}", frame.lang), anchor=False)
        st.markdown(text.say(f"empty.{page}", frame.lang))
        with st.container(width=640):
            boxes.offer(frame.lang)
        st.stop()
    return state.current()


def _menu(lang: Language) -> Language:
    st.markdown(f"**{text.say('app.name', lang)}**")
    lang = language.switch()
    with st.container(gap="xsmall"):
        for page, (file, icon) in _PAGES.items():
            label = text.say(f"page.{page}", lang)
            st.page_link(file, label=label, icon=icon, width="stretch", query_params=arrival.address())
    return lang
