"""What the frame says of drafts: those to go on with, the files that one waits for, what is kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NoReturn

import streamlit as st

from cx import text
from cx.session.drafts import keeping
from cx.text import Language
from pages.parts.computed import all_files
from pages.parts.drafts import draft_of_page, found_drafts, owner, resume
from pages.parts.drafts.found_drafts import Awaited, Offer
from pages.parts.shell import clock, keys, state

_WORTH_SAYING: Final = 50_000
"""Bytes: a smaller file has no size in megabytes that tells it from others."""

if TYPE_CHECKING:
    from cx.session.drafts import record


def draw(lang: Language, page: str) -> None:
    """Offer the drafts of this browser where nothing is loaded, one under the other.

    ``page`` is where one goes on: work is taken up there, but for the start page, which shows none.
    """
    if (
        state.current().loaded
        or state.current().log
        or keys.SESSION in st.session_state
        or found_drafts.awaited()
    ):
        return
    for offer in found_drafts.offered():
        with st.container(border=True, key=f"draft_{offer.path.stem[-16:]}", gap="small"):
            if offer.draft is None:
                st.markdown(text.say("draft.unreadable", lang))
            else:
                st.markdown(_sentence(offer.draft, lang))
            _buttons(offer, lang, page)


def _buttons(offer: Offer, lang: Language, page: str) -> None:
    sign = offer.path.stem[-16:]
    with st.container(horizontal=True):
        if offer.draft is not None:
            label = text.say("draft.go_on", lang)
            if st.button(label, type="primary", icon=":material/history:", key=f"draft_go_on_{sign}"):
                with st.spinner(text.say("draft.taking_up", lang)):
                    resume.begin(offer)
                _go_on(page)
        label = text.say("draft.delete", lang)
        if st.button(label, icon=":material/delete:", key=f"draft_delete_{sign}"):
            found_drafts.remove(offer)
            st.rerun()


def _go_on(page: str) -> NoReturn:
    if page != "start":
        st.rerun()
    st.switch_page("pages/matrix.py" if all_files.is_clear(state.current()) else "pages/data.py")


def _sentence(draft: record.Draft, lang: Language) -> str:
    """What it is, from when, and which files have to be chosen again."""
    what = [text.for_markdown(name) for name in dict.fromkeys(one.name for one in draft.files)]
    if draft.touchpoints is not None:
        n = draft.touchpoints.rows["touchpoint"].nunique()
        what.append(text.say("count.touchpoints", lang, n=n))
    moment = clock.day_and_time(draft.moment, lang)
    said = text.say("draft.offer", lang, what=", ".join(what), moment=moment)
    if not draft.wanted:
        return said
    return (
        f"{said} {text.say('draft.offer.files', lang, n=len(draft.wanted), files=_named(draft.wanted, lang))}"
    )


def _named(files: Iterable[record.DraftFile], lang: Language) -> str:
    """Files by name and size."""
    return ", ".join(
        f"{text.for_markdown(one.name)} ({text.size(one.size, lang)})"
        if one.size >= _WORTH_SAYING
        else text.for_markdown(one.name)
        for one in files
    )


def missing(lang: Language) -> str:
    """Return what is said of the files that the draft waits for; empty where it waits for none."""
    waits = found_drafts.awaited()
    return "" if waits is None else _waiting(waits, lang)


def _waiting(waits: Awaited, lang: Language) -> str:
    key = "draft.awaits" if state.current().loaded else "draft.awaits.nothing"
    return text.say(key, lang, n=len(waits.missing), files=_named(waits.missing, lang))


def sidebar(lang: Language) -> None:
    """Say, below what is not saved, that a draft is kept and for how long, or why none can be."""
    if not owner.name() or keys.SESSION in st.session_state or not state.current().loaded:
        return
    refused = st.session_state.get(keys.DRAFT_REFUSED)
    error = draft_of_page.fault()
    if error is not None:
        st.warning(text.for_markdown(error.message(lang)), icon=":material/warning:")
    elif refused:
        _small(text.say("draft.none_kept", lang))
    else:
        _small(text.say("draft.kept", lang, n=keeping.KEEP_DAYS))


def _small(words: str) -> None:
    st.html(f"<p class='cx-saved'>{text.for_html(words)}</p>")


def at_first(lang: Language) -> str:
    """Return what is said of drafts before anything is loaded; empty where none are kept."""
    return text.say("draft.first", lang, n=keeping.KEEP_DAYS) if owner.name() else ""


def manage(lang: Language) -> None:
    """Draw what is kept of this browser, and the way to have none of it any more."""
    if not owner.name():
        st.markdown(text.say("draft.off", lang))
        return
    st.markdown(text.say("draft.what", lang, n=keeping.KEEP_DAYS))
    if st.session_state.get(keys.DRAFT_REFUSED):
        st.markdown(text.say("draft.none_kept", lang))
        label = text.say("draft.keep_again", lang)
        st.button(label, icon=":material/save:", key="drafts_again", on_click=_keep_again)
    else:
        label = text.say("draft.delete_all", lang)
        st.button(label, icon=":material/delete:", key="drafts_delete", on_click=_refuse)


def _refuse() -> None:
    st.session_state[keys.DRAFT_REFUSED] = True
    draft_of_page.forget()
    found_drafts.remove_all()


def _keep_again() -> None:
    st.session_state.pop(keys.DRAFT_REFUSED, None)
