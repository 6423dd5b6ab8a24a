"""How people join a round: its address, and address, code and QR code as large as the screen."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

import segno
import streamlit as st

from cx import text
from cx.records.session import Round
from cx.session.voting import codes
from cx.text import Language
from pages.parts.access import facilitator


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


def draw(asked: Round, lang: Language) -> None:
    """Draw the QR code, and beside it the address with the code for those who type.

    How large is for the styles of the container that it stands in.
    """
    with st.container(key="join"):
        code = segno.make(invitation(asked), error="m")
        drawn = code.svg_inline(scale=4, border=2, dark="#1F2933", light="#FFFFFF")
        st.image(drawn, alt=text.say("room.qr", lang))
        host = text.for_html(base().split("://")[-1])
        type_it = text.say("room.type", lang, address="\x00")
        before, after = (text.for_html(part) for part in type_it.split("\x00"))
        st.html(
            f"<p class='cx-join'>{before}<b>{host}</b>{after}</p>"
            f"<p class='cx-code'>{text.for_html(codes.shown(asked.code))}</p>"
        )
