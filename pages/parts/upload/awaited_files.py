"""The files that a draft waits for, chosen again."""

from __future__ import annotations

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.drafts import found_drafts, offer, resume
from pages.parts.upload import boxes


def draw(lang: Language) -> None:
    """Say which files are missing, and take them; nothing where the draft waits for none."""
    waits = found_drafts.awaited()
    if waits is None:
        return
    with st.container(
        border=True, key="draft_awaits", gap="small", horizontal=True, vertical_alignment="center"
    ):
        st.markdown(offer.missing(lang), width="stretch")
        origins = {one.origin for one in waits.missing}
        if not origins <= {"elsewhere"}:
            label = text.say("draft.again", lang)
            with st.popover(label, icon=":material/upload_file:", key=f"draft_again_{lang}"):
                _boxes(lang, pasted="pasted" in origins)
        st.button(
            text.say("draft.without", lang),
            icon=":material/close:",
            key="draft_without",
            on_click=resume.go_without,
        )


def _boxes(lang: Language, *, pasted: bool) -> None:
    label = text.say("draft.again.files", lang)
    boxes.take_files(lang, place="again", label=label, stay=True, only_awaited=True)
    if pasted:
        boxes.paste_box(lang, name="paste_again", stay=True)
