"""The vote on a phone: join by code, choose, and change it until the round closes."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from cx import text
from pages.parts.around import guard
from pages.parts.dress import put_on
from pages.parts.shell import language
from pages.parts.vote import part

_PARTS = Path(__file__).parent / "parts"

lang = language.current()
st.set_page_config(
    page_title=f"{text.say('page.vote', lang)} · {text.say('app.name', lang)}",
    page_icon=(_PARTS / "around" / "icon.svg").read_text(encoding="utf-8"),
    layout="centered",
)
put_on.draw(_PARTS / "vote" / "page.css", lang)
try:
    part.draw(lang)
except part.FAULTS:
    part.away(lang)
guard.draw(language.switch(), takes=False, phone=True)
