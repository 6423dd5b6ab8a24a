"""An earlier deck with the present figures: chosen, its plan read and accepted, and taken away."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from cx import errors, text
from cx.text import Language
from pages.parts.computed import all_files, matrices, screen
from pages.parts.open_session import autosave
from pages.parts.shell import clock, keys
from pages.parts.shell.state import Workspace
from pages.parts.take_away import additions, noted_decks

if TYPE_CHECKING:
    from cx.deliver import OldDeck, Plan, Refreshed

_KIND = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def draw(box: str, lang: Language) -> None:
    """Draw the button that opens the choice of an earlier deck, and shuts the box that it stands in."""
    words = text.say("take.refresh", lang)
    st.button(
        words, icon=":material/update:", key="take_refresh", on_click=_open, args=(box,), width="stretch"
    )


def show(workspace: Workspace, lang: Language) -> None:
    """Draw the choice of an earlier deck above the page, once it was asked for."""
    if st.session_state.pop(keys.REFRESHING, False):
        st.dialog(text.say("take.refresh", lang), width="large")(_choose)(workspace, lang)


def _open(box: str) -> None:
    st.session_state[box] = False
    st.session_state[keys.REFRESHING] = True


def _choose(workspace: Workspace, lang: Language) -> None:
    file = st.file_uploader(
        text.say("take.refresh.choose", lang),
        ("pptx",),
        key="refresh_deck",
        help=text.say("take.refresh.help", lang),
    )
    if file is None:
        st.session_state.pop(keys.REFRESHED, None)
        return
    content = file.getvalue()
    known = f"{hashlib.sha256(content).hexdigest()} {workspace.identity} {workspace.settings!r}"
    try:
        with st.spinner(text.say("take.refresh.reading", lang)):
            old, made = _made(known, content, file.name, workspace)
    except errors.CxError as error:
        st.error(text.for_markdown(error.message(lang)), icon=":material/error:")
        return
    _told(made.plan, old, lang)
    _take(made, old, workspace, lang)


def _made(known: str, content: bytes, name: str, workspace: Workspace) -> tuple[OldDeck, Refreshed]:
    """The deck as it would become, made once for the same file and figures."""
    kept: tuple[str, OldDeck, Refreshed] | None = st.session_state.get(keys.REFRESHED)
    if kept is None or kept[0] != known:
        from cx import deliver

        old = deliver.old_deck(content, name)
        settings, lost = deliver.settings_of_deck(old.making, all_files.touchpoints(workspace))
        asked = replace(workspace, settings=settings)
        made = deliver.refreshed(
            old,
            matrices.matrix(asked),
            day=clock.today(),
            added=additions.of(asked),
            companions=screen.companions(asked),
            filters_lost=lost,
        )
        kept = st.session_state[keys.REFRESHED] = (known, old, made)
    return kept[1], kept[2]


def _told(plan: Plan, old: OldDeck, lang: Language) -> None:
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


def _take(made: Refreshed, old: OldDeck, workspace: Workspace, lang: Language) -> None:
    """Draw what accepts the plan, and the button that is shut until then."""
    accepted = st.checkbox(text.say("take.refresh.accept", lang), key="refresh_accept")
    from cx import deliver

    matrix = matrices.matrix(workspace)
    st.download_button(
        text.say("take.refresh.take", lang),
        made.content,
        file_name=deliver.file_name(matrix, "pptx", old.making.lang, clock.today()),
        mime=_KIND,
        icon=":material/download:",
        key="refresh_take",
        disabled=not accepted,
        on_click=noted_decks.when_taken(made.mark),
        type="primary",
    )
