"""How people come into a round: the code for everybody, personal invitations, a door that can be closed."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode, urlsplit

import segno
import streamlit as st

from cx import errors, text
from cx.records.session import Round
from cx.session.voting import codes, door, invitations, round_log
from cx.text import Language
from pages.parts.access import facilitator
from pages.parts.open_session import autosave, who
from pages.parts.shell.database import store

_SIDE: Final = 296
"""Pixels of the QR code: read from the back of a room on a projector."""


def base() -> str:
    """Return the address of the server for phones; without a room that of this browser."""
    known = facilitator.address()
    if known:
        return known
    seen = urlsplit(st.context.url or "")
    return f"{seen.scheme}://{seen.netloc}" if seen.netloc else ""


def invitation(asked: Round) -> str:
    """Return the address behind the QR code."""
    query = urlencode({"code": asked.code, "pass": asked.invitation, "embed": "true"})
    return f"{base()}/vote?{query}"


def personal(asked: Round) -> list[str]:
    """Return the address behind each personal invitation."""
    found = invitations.secrets_of(asked)
    return [f"{base()}/vote?{urlencode({'invite': one, 'embed': 'true'})}" for one in found]


def draw(asked: Round, lang: Language) -> None:
    """Draw what lets people in, or that nobody new is let in."""
    if asked.door == "closed":
        st.info(text.say("room.door.closed", lang), icon=":material/door_front:")
    elif asked.invited:
        _personal(asked, lang)
    else:
        _for_everybody(asked, lang)


def _for_everybody(asked: Round, lang: Language) -> None:
    """The QR code, and the address with the code for those who type."""
    with st.container(horizontal=True, gap="large", vertical_alignment="center"):
        code = segno.make(invitation(asked), error="m")
        drawn = code.svg_inline(scale=4, border=2, dark="#1F2933", light="#FFFFFF")
        st.image(drawn, width=_SIDE, alt=text.say("room.qr", lang))
        host = text.for_html(base().split("://")[-1])
        type_it = text.say("room.type", lang, address="\x00")
        before, after = (text.for_html(part) for part in type_it.split("\x00"))
        st.html(
            f"<p class='cx-join'>{before}<b>{host}</b>{after}</p>"
            f"<p class='cx-code'>{text.for_html(codes.shown(asked.code))}</p>",
            width="stretch",
        )
    with st.expander(text.say("room.link", lang), icon=":material/link:"):
        st.code(invitation(asked), language=None, wrap_lines=True)


def _personal(asked: Round, lang: Language) -> None:
    """The list of invitations, to be handed out."""
    session = autosave.opened()
    name = session.name if session else ""
    st.markdown(text.say("room.invited.what", lang, n=asked.invited))
    with st.container(horizontal=True):
        st.download_button(
            text.say("room.invited.page", lang),
            lambda: _page(asked, name, lang),
            file_name="invitations.html",
            mime="text/html",
            icon=":material/print:",
            on_click="ignore",
            key="invitations_page",
        )
        st.download_button(
            text.say("room.invited.list", lang),
            lambda: _list(asked, lang),
            file_name="invitations.csv",
            mime="text/csv",
            icon=":material/list:",
            on_click="ignore",
            key="invitations_list",
        )
    with st.expander(text.say("room.invited.links", lang), icon=":material/link:"):
        st.code("\n".join(personal(asked)), language=None, wrap_lines=True, height=240)


def _page(asked: Round, name: str, lang: Language) -> bytes:
    from cx.deliver.lists import invitations_page

    return invitations_page(personal(asked), name, lang)


def _list(asked: Round, lang: Language) -> bytes:
    from cx.deliver.lists import invitations_csv

    return invitations_csv(personal(asked), lang)


def notice(asked: Round, lang: Language) -> None:
    """Say what a facilitator should look at, with the way out."""
    if asked.invited or asked.door == "closed":
        return
    found = door.notice(store(), asked)
    if not found.joined and not found.wrong:
        return
    words = []
    if found.joined:
        words.append(text.say("room.rush", lang, n=found.joined, seconds=door.RUSH_SECONDS))
    if found.wrong:
        words.append(text.say("room.guessing", lang, n=found.wrong))
    st.warning(" ".join([*words, text.say("room.new_code.what", lang)]), icon=":material/warning:")
    with st.container(horizontal=True):
        if st.button(text.say("room.new_code", lang), icon=":material/autorenew:", key="new_code_now"):
            renew(asked, lang)


def buttons(asked: Round, lang: Language) -> None:
    """Draw the button of the door, and that of a new code."""
    if asked.door == "closed":
        if st.button(text.say("room.door.open", lang), icon=":material/door_open:", key="door"):
            door.reopen(store(), asked.id)
            _noted(asked, "door_opened")
        return
    help_ = text.say("room.door.help", lang)
    if st.button(text.say("room.door.close", lang), icon=":material/door_front:", key="door", help=help_):
        door.close(store(), asked.id)
        _noted(asked, "door_closed")
    if not asked.invited:
        label, help_ = text.say("room.new_code", lang), text.say("room.new_code.help", lang)
        if st.button(label, icon=":material/autorenew:", key="new_code", help=help_):
            renew(asked, lang)


def renew(asked: Round, lang: Language) -> None:
    """Give the round a new code, and draw it."""
    try:
        door.renew(store(), asked.id)
    except errors.VoteRefused as refused:
        st.error(refused.message(lang), icon=":material/error:")
    else:
        _noted(asked, "recoded")


def _noted(asked: Round, done: round_log.Done) -> None:
    round_log.noted(store(), asked, done, who=who.name())
    st.rerun()
