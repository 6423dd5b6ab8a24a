"""The files that a draft waits for, chosen again."""

from __future__ import annotations

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.drafts import found, offer, resume
from pages.parts.upload import boxes


def draw(lang: Language) -> None:
    """Say which files are missing, and take them; nothing where the draft waits for none."""
    waits = found.awaited()
    if waits is None:
        return
    with st.container(border=True, key="draft_awaits", gap="small"):
        st.markdown(offer.missing(lang))
        origins = {one.origin for one in waits.missing}
        if not origins <= {"pasted", "elsewhere"}:
            boxes.take_files(
                lang, place="again", label=text.say("draft.again", lang), stay=True, only_awaited=True
            )
        if "pasted" in origins:
            with st.expander(text.say("draft.paste_again", lang), icon=":material/content_paste:"):
                boxes.paste_box(lang, name="paste_again", stay=True)
        st.button(
            text.say("draft.without", lang),
            icon=":material/close:",
            key="draft_without",
            on_click=resume.go_without,
        )
