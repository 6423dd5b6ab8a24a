"""The vote on a phone: join by code, choose, and change it until the round closes."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from cx import text
from pages.shell import language, vote_part

_SHELL = Path(__file__).parent / "shell"

lang = language.current()
st.set_page_config(
    page_title=f"{text.say('page.vote', lang)} · {text.say('app.name', lang)}",
    page_icon=(_SHELL / "icon.svg").read_text(encoding="utf-8"),
    layout="centered",
)
st.html(_SHELL / "vote.css")
found = vote_part.mine()
if found is None:
    vote_part.begin(lang)
else:
    token, asked, ballot = found
    standing = vote_part.standing((asked, ballot))
    if standing[0] == "open":
        vote_part.vote(token, asked, ballot, lang)
    else:
        vote_part.over(asked, ballot, lang)
        vote_part.go_on(asked, ballot, lang)
    vote_part.watch(token, standing, vote_part.acknowledged())
language.switch()
