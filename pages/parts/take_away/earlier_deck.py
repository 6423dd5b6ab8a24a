"""The dialog in which an earlier deck is chosen, its plan read and accepted, and the new one taken."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from cx import errors, text
from cx.text import Language
from pages.parts.open_session import autosave
from pages.parts.shell import clock, keys
from pages.parts.take_away import noted_decks

if TYPE_CHECKING:
    from cx.deliver import OldDeck, OldPathDeck, Plan, Refreshed

    Old = OldDeck | OldPathDeck

_KIND = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


@dataclass(frozen=True)
class Wanted:
    """What an earlier deck is refreshed with."""

    identity: str
    """Of the present figures."""
    make: Callable[[bytes, str], tuple[Old, Refreshed]]
    """A file and its name to the deck that it is, and as it would become; raises as what it calls."""
    file_name: Callable[[Language], str]
    """What the new deck is called, in its language."""


def button(box: str, lang: Language) -> None:
    """Draw the button that opens the choice of an earlier deck, and shuts the box that it stands in."""
    words = text.say("take.refresh", lang)
    st.button(
        words, icon=":material/update:", key="take_refresh", on_click=_open, args=(box,), width="stretch"
    )


def _open(box: str) -> None:
    st.session_state[box] = False
    st.session_state[keys.REFRESHING] = True


def is_asked_for() -> bool:
    """Return whether an earlier deck is asked for; the dialog is opened once."""
    return bool(st.session_state.pop(keys.REFRESHING, False))


def show(wanted: Wanted, lang: Language) -> None:
    """Draw the dialog above the page."""
    st.dialog(text.say("take.refresh", lang), width="large")(_choose)(wanted, lang)


def _choose(wanted: Wanted, lang: Language) -> None:
    file = st.file_uploader(
        text.say("take.refresh.choose", lang),
        ("pptx",),
        key="refresh_deck",
        help=text.say("take.refresh.help", lang),
    )
    if file is None:
        st.session_state.pop(keys.REFRESHED, None)
        return
    try:
        with st.spinner(text.say("take.refresh.reading", lang)):
            old, made = _made(file.getvalue(), file.name, wanted)
    except errors.CxError as error:
        st.error(text.for_markdown(error.message(lang)), icon=":material/error:")
        return
    _told(made.plan, old, lang)
    _take(made, wanted.file_name(old.making.lang), lang)


def _made(content: bytes, name: str, wanted: Wanted) -> tuple[Old, Refreshed]:
    """The deck as it would become, made once for the same file and figures."""
    known = f"{hashlib.sha256(content).hexdigest()} {wanted.identity}"
    kept: tuple[str, Old, Refreshed] | None = st.session_state.get(keys.REFRESHED)
    if kept is None or kept[0] != known:
        kept = st.session_state[keys.REFRESHED] = (known, *wanted.make(content, name))
    return kept[1], kept[2]


def _told(plan: Plan, old: Old, lang: Language) -> None:
    """Draw the plan: which deck it is, what moved, and what becomes of each part."""
    from cx.deliver import HEADINGS

    st.markdown(text.for_markdown(plan.head(lang)))
    session = autosave.opened()
    for one in session.decks if session else ():
        if one.mark == old.making.mark:
            day = clock.day_and_time(one.moment, lang)
            st.caption(text.for_markdown(text.say("take.refresh.known", lang, day=day)))
    st.markdown("\n".join(f"- {text.for_markdown(line)}" for line in plan.about(lang)))
    for heading in HEADINGS:
        said = [f"- {text.for_markdown(one)}" for one in plan.sentences(heading, lang)]
        if said:
            st.markdown("\n".join([f"**{text.say(f'refresh.heading.{heading}', lang)}**", "", *said]))


def _take(made: Refreshed, file_name: str, lang: Language) -> None:
    """Draw what accepts the plan, and the button that is shut until then."""
    accepted = st.checkbox(text.say("take.refresh.accept", lang), key="refresh_accept")
    st.download_button(
        text.say("take.refresh.take", lang),
        made.content,
        file_name=file_name,
        mime=_KIND,
        icon=":material/download:",
        key="refresh_take",
        disabled=not accepted,
        on_click=noted_decks.when_taken(made.mark),
        type="primary",
    )
