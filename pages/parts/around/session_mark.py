"""What the frame says about the open session: its name, that it is saved, and what somebody else changed."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

import streamlit as st

from cx import errors, text
from cx.records import Change, Session
from cx.text import Language
from pages.parts.open_session import agenda, autosave, lock, rescue
from pages.parts.shell import clock, keys, state, trouble

_AGAIN: Final = 10.0
"""Seconds after which a page tries again to save what the store did not take."""


def sidebar(lang: Language) -> None:
    """Save what changed, and say so below the menu."""
    if keys.SESSION not in st.session_state:
        _unsaved(lang)
        return
    with trouble.told(lang):
        autosave.run()
    session = autosave.opened()
    if session is None:
        _unsaved(lang)
        return
    with st.container(border=True, gap="xsmall", key="session_mark"):
        st.markdown(f"**{text.for_markdown(session.name)}**")
        st.html(f"<p class='cx-saved'>{_saved(lang)}</p>")
        agenda.compact(session, lang)
        lock.button(lang)
    _not_saved(session, lang)


def _not_saved(session: Session, lang: Language) -> None:
    """Say why the store does not take the session, offer it as a file, and try again by the clock."""
    found = autosave.fault()
    if found is None:
        return
    since, error = found
    trouble.draw(error, lang)
    times = {"time": clock.time(since), "n": text.whole(_AGAIN, lang)}
    st.markdown(f":small[{text.say('session.not_saved.since', lang, **times)}]")
    st.markdown(f":small[{text.say('session.not_saved.keep', lang)}]")
    rescue.button(session, lang)
    _again(time.monotonic())


@st.fragment(run_every=_AGAIN)
def _again(drawn: float) -> None:
    """Draw the page anew when the clock asks again, after the page drew this: the run saves what waits."""
    if st.session_state.get(keys.ASKED_AGAIN) == drawn:
        st.rerun()
    st.session_state[keys.ASKED_AGAIN] = drawn


def _saved(lang: Language) -> str:
    if autosave.meeting():
        return text.for_html(text.say("session.waits", lang))
    if autosave.fault():
        return f"<b>{text.for_html(text.say('session.not_saved', lang))}</b>"
    saved = text.say("session.saved", lang, time=clock.time(st.session_state[keys.SESSION].changed))
    stamp = lock.stamp(lang)
    return "<br>".join(text.for_html(line) for line in (saved, stamp) if line)


def _unsaved(lang: Language) -> None:
    if state.current().loaded:
        label = text.say("session.unsaved", lang)
        st.page_link("pages/sessions.py", label=label, icon=":material/save:")


def notices(lang: Language) -> None:
    """Draw what has to be said on top of any page: what others changed, and what has to be chosen."""
    trouble.notice(lang)
    said = st.session_state.pop(keys.SESSION_NOTICE, "")
    if said == "gone":
        st.warning(errors.SessionGone("session_gone").message(lang), icon=":material/delete:")
    elif said == "complete":
        st.success(text.say("draft.complete", lang), icon=":material/check:")
    elif said == "waits":
        st.info(text.say("session.left_waiting", lang), icon=":material/hourglass_top:")
    if autosave.meeting():
        _conflict(lang)
    elif autosave.their_changes():
        _told(lang)


def _told(lang: Language) -> None:
    from cx.session.sessions import change_words

    found = autosave.their_changes()
    if found is None:
        return
    _, changes = found
    with st.container(border=True, key="their_changes", gap="small"):
        name, moment = _by_whom(lang)
        st.markdown(text.say("meeting.told", lang, who=text.for_markdown(name), time=moment))
        _list([change_words.described(change, lang) for change in changes])
        st.button(text.say("meeting.seen", lang), key="seen", on_click=autosave.put_away)


def _conflict(lang: Language) -> None:
    """Ask field by field, with both values; nothing is written before."""
    from cx.session.sessions import change_words

    met = autosave.meeting()
    if met is None:
        return
    asked = {one.path for one in met.conflicts}
    with st.form("meeting"):
        name, moment = _by_whom(lang)
        title = text.say("meeting.title", lang, who=text.for_markdown(name), time=moment)
        st.markdown(f":material/group: **{title}**  \n{text.say('meeting.why', lang)}")
        for place, one in enumerate(met.conflicts):
            sides = (("theirs", one.before), ("mine", one.after))
            said = {side: change_words.value_in_words(one, value, lang) for side, value in sides}
            words = {
                side: text.say(f"meeting.{side}", lang, value=text.for_markdown(value))
                for side, value in said.items()
            }
            st.radio(
                text.for_markdown(change_words.label(one, lang)),
                list(words),
                format_func=words.__getitem__,
                key=f"meeting_{place}",
            )
        others = [one for one in met.their_changes if one.path not in asked]
        if others:
            st.markdown(text.say("meeting.besides", lang))
            _list([change_words.described(one, lang) for one in others])
        st.form_submit_button(
            text.say("meeting.choose", lang), type="primary", key="choose", on_click=_choose
        )


def _choose() -> None:
    met = autosave.meeting()
    if met:
        mine = [
            one.path
            for place, one in enumerate(met.conflicts)
            if st.session_state.get(f"meeting_{place}") == "mine"
        ]
        autosave.choose(mine)


def _by_whom(lang: Language) -> tuple[str, str]:
    """Who made the latest change, and when."""
    from cx.session.sessions import stored
    from pages.parts.open_session import who
    from pages.parts.shell.database import store

    met, told = autosave.meeting(), autosave.their_changes()
    theirs = met.theirs if met else told[0] if told else st.session_state[keys.SESSION]
    lines: tuple[Change, ...] = ()
    with suppress(errors.StoreFailed):
        lines = stored.history(store(), theirs.id)
    made = [one for one in lines if one.revision == theirs.revision and not one.key.startswith("round.")]
    name = made[-1].who if made else ""
    return who.shown(name, lang), clock.time(theirs.changed)


def _list(lines: Sequence[str]) -> None:
    items = "".join(f"<li>{text.for_html(line)}</li>" for line in lines)
    st.html(f"<ul class='cx-lines'>{items}</ul>")
