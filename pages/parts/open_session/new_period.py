"""A new period in an open session: the rules are checked, and what they find is told once."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from cx import errors, text
from cx.records import Alert, Comparison, Session
from cx.text import Language
from pages.parts.computed import comparisons
from pages.parts.open_session import alerts, autosave
from pages.parts.shell import keys
from pages.parts.shell.state import Workspace

_MOST = 5
"""As many alerts are listed above the chart; the page that compares has them all."""


@dataclass(frozen=True)
class News:
    """What the rules found about a period that came in."""

    found: Comparison
    raised: tuple[Alert, ...]
    host: str = ""
    """Where the alerts were sent; empty: nowhere."""
    failure: errors.CxError | None = None
    """Why they were not sent, though they should have been."""
    waits: bool = False
    """Whether they are to be sent once the session is saved."""


def checked(workspace: Workspace) -> Comparison | None:
    """Return the last two periods where the open session has rules about them; ``None`` else."""
    session = autosave.opened()
    if session is None or not session.alerts:
        return None
    try:
        return comparisons.latest(workspace)
    except errors.CxError:  # one of the periods has no matrix: there is nothing that a rule could say
        return None


def tell(workspace: Workspace, lang: Language) -> None:
    """Check the rules where a period is new, send what they find, and say so until it was seen."""
    session = autosave.opened()
    found = checked(workspace)
    if session and found and found.after not in session.told and not autosave.meeting():
        _check(session, found)
    news: News | None = st.session_state.get(keys.NEWS)
    if news and news.waits and not _unsaved():
        news = st.session_state[keys.NEWS] = _send(news, lang)
    if news:
        _draw(news, lang)


def _check(session: Session, found: Comparison) -> None:
    """Note the period before anything is sent: of two who have the session open, one sends."""
    raised = alerts.raised_now(found)
    autosave.set_fields(told=(*session.told, found.after))
    st.session_state[keys.NEWS] = News(found, raised, waits=bool(session.webhook and raised))


def _unsaved() -> bool:
    """Whether the store has not taken the note yet: another one could still be the one who sends."""
    return autosave.fault() is not None or autosave.meeting() is not None


def _send(news: News, lang: Language) -> News:
    try:
        return replace(news, waits=False, host=alerts.post(news.raised, news.found, lang))
    except errors.CxError as error:
        return replace(news, waits=False, failure=error)


def _draw(news: News, lang: Language) -> None:
    sides = {"before": news.found.before, "after": news.found.after}
    with st.container(border=True, key="new_period", gap="small"):
        if news.raised:
            title = text.say("alerts.message", lang, n=len(news.raised), **sides)
        else:
            title = text.say("alerts.new.none", lang, **sides)
        st.markdown(f":material/notifications: **{text.for_markdown(title)}**")
        if news.raised:
            st.html(alerts.in_lines(news.raised[:_MOST], lang))
        _sent(news, lang)
        with st.container(horizontal=True, vertical_alignment="center"):
            label = text.say("alerts.new.more", lang)
            st.page_link("pages/compare.py", label=label, icon=":material/compare_arrows:")
            st.button(text.say("meeting.seen", lang), key="seen_period", on_click=_put_away)


def _sent(news: News, lang: Language) -> None:
    if news.failure:
        asleep = news.failure.key == "webhook_asleep"
        show, icon = (st.info, ":material/bedtime:") if asleep else (st.error, ":material/error:")
        show(text.for_markdown(news.failure.message(lang)), icon=icon)
    elif news.waits:
        st.markdown(f":small[{text.say('alerts.new.waits', lang)}]")
    elif news.host:
        words = text.say("alerts.new.sent", lang, host=text.for_markdown(news.host))
        st.markdown(f":small[{words}]")


def _put_away() -> None:
    st.session_state.pop(keys.NEWS, None)
