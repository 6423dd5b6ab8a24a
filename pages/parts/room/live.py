"""A round on the facilitator's screen: how to join, how many have voted, and what ends it."""

from __future__ import annotations

from typing import Final

import streamlit as st

from cx import text
from cx.records.session import Round
from cx.session.voting import invitations, round_log, round_words, rounds, taking_part
from cx.text import Language
from pages.parts.access import facilitator
from pages.parts.open_session import who
from pages.parts.projector import full_screen, large
from pages.parts.room import entrance, revealed_guesses
from pages.parts.shell import keys, trouble
from pages.parts.shell.database import store

_EVERY: Final = "2s"


def draw(asked: Round, lang: Language) -> None:
    """Draw a round that is open or closed, and not revealed yet."""
    if large.shown() == "join":
        _to_the_room(lang)
        return
    expired = asked.state == "open" and asked.expires <= rounds.now()
    key = "expired" if expired else asked.state
    st.title(text.say(f"room.{key}.title", lang), anchor=False)
    lead = round_words.question(asked, lang)
    st.html(f"<p class='cx-lead'>{text.for_html(lead)}</p>")
    _ends(asked, key, lang)
    if key == "open":
        _notice(asked, lang)
        code, count = st.columns([5, 2], gap="large")
        with code:
            entrance.draw(asked, lang)
        with count:
            _turnout(asked, lang)
        _unreachable(lang)
        entrance.link(asked, lang)
    else:
        _turnout(asked, lang)


def _to_the_room(lang: Language) -> None:
    """Show nothing but how to join, as large as the screen."""
    with st.container(key=keys.STAGE, gap="small"):
        with st.container(
            horizontal=True, horizontal_alignment="right", vertical_alignment="center", key="stage_bar"
        ):
            large.buttons(lang, ("join",))
            full_screen.draw("room_full", text.say("stage.full", lang), text.say("stage.small", lang))
        large.draw("join", lang)


def _unreachable(lang: Language) -> None:
    if not facilitator.key():
        st.info(text.say("room.local", lang), icon=":material/wifi_off:")


@st.fragment(run_every=_EVERY)
def _notice(asked: Round, lang: Language) -> None:
    with trouble.told(lang):
        entrance.notice(asked, lang)


@st.fragment(run_every=_EVERY)
def _turnout(asked: Round, lang: Language) -> None:
    """How many joined and voted; drawn anew while people vote, and never what they chose."""
    with trouble.told(lang):
        _count(asked, lang)


def _count(asked: Round, lang: Language) -> None:
    seen = taking_part.turnout(store(), asked.id)
    with st.container(horizontal=True, gap="large"):
        st.metric(text.say("room.joined", lang), text.whole(seen.joined, lang), width="content")
        st.metric(text.say("room.voted", lang), text.whole(seen.voted, lang), width="content")
    if asked.invited:
        used = text.whole(invitations.used(store(), asked.id), lang)
        st.markdown(text.say("room.invited.used", lang, used=used, all=asked.invited))
    if seen.names:
        with st.expander(text.say("room.names", lang, n=len(seen.names))):
            st.html(_names(seen, lang))
    if asked.state == "open":
        hidden = "guess.hidden" if asked.guess else "room.hidden"
        st.markdown(f":small[{text.say(hidden, lang)}]")


def _names(seen: taking_part.Turnout, lang: Language) -> str:
    words = {voted: text.for_html(text.say(f"room.has.{int(voted)}", lang)) for voted in (False, True)}
    rows = "".join(
        f"<tr><th>{text.for_html(name)}</th><td class='cx-number'>{words[voted]}</td></tr>"
        for name, voted in seen.names
    )
    return f"<table class='cx-table'>{rows}</table>"


def _ends(asked: Round, key: str, lang: Language) -> None:
    if st.session_state.get(keys.REVEALING) == asked.id:
        _asked_once(asked, lang)
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        reveal = text.say("guess.reveal" if asked.guess else "room.reveal", lang)
        st.button(
            reveal,
            type="primary",
            icon=":material/visibility:",
            key="reveal",
            on_click=_ask,
            args=(asked.id,),
        )
        if key == "open":
            large.buttons(lang, ("join",))
            if st.button(text.say("room.close", lang), icon=":material/lock:", key="close"):
                _end(asked, "closed")
            entrance.buttons(asked, lang)
        elif st.button(text.say("room.reopen", lang), icon=":material/lock_open:", key="reopen"):
            _end(asked, "reopened")
        with st.popover(text.say("room.discard", lang), icon=":material/delete:", type="tertiary"):
            st.markdown(text.say("room.discard.why", lang))
            if st.button(text.say("room.discard.do", lang), key="discard"):
                _end(asked, "discarded")


def _ask(round_id: str | None) -> None:
    """Ask before what cannot be unseen; ``None``: do not."""
    st.session_state[keys.REVEALING] = round_id


def _asked_once(asked: Round, lang: Language) -> None:
    """Say how many voted, and reveal on a yes; a round in which nobody voted has nothing to reveal."""
    voted = taking_part.turnout(store(), asked.id).voted
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="reveal_asked"):
        if voted or asked.together:
            st.markdown(text.say("room.reveal.ask", lang, n=voted))
            if st.button(text.say("room.reveal.do", lang), type="primary", key="reveal_now"):
                _ask(None)
                _end(asked, "revealed")
        else:
            st.markdown(text.say("room.reveal.empty", lang))
        st.button(text.say("room.reveal.not", lang), key="reveal_not", on_click=_ask, args=(None,))


def _end(asked: Round, done: round_log.Done) -> None:
    """Do it, note it in the session's history, and draw what follows."""
    if done == "revealed":
        rounds.reveal(store(), asked.id)
    elif done == "discarded":
        rounds.discard(store(), asked.id)
    else:
        rounds.close(store(), asked.id)
        if done == "reopened":
            rounds.reopen(store(), asked.id)
    round_log.noted(store(), asked, done, who=who.name())
    if done == "revealed" and asked.guess:
        revealed_guesses.reveal(asked.id)
    st.rerun()
