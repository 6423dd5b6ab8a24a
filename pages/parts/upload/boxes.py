"""Getting data in: files of one's own, or a table pasted from Excel."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.shell import keys
from pages.parts.upload import limits, samples, taking

KINDS: Final = (
    *("xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt"),
    *("sav", "zsav", "por", "dta", "sas7bdat", "xpt"),
    *("parquet", "html", "htm", "mht", "mhtml", "xml", "xes", "gz"),
)


def offer(lang: Language) -> None:
    """Draw the two quickest ways to begin: a file of one's own, and the sample."""
    with st.container(key="first_way"):
        take_files(lang)
    samples.button(lang)


def take_files(
    lang: Language,
    *,
    add: bool = False,
    place: str = "page",
    label: str | None = None,
    stay: bool = False,
    only_awaited: bool = False,
) -> None:
    """Draw the uploader; what comes in is read, loaded, and shown on the page where it goes on.

    ``place`` tells two uploaders of one page apart; with ``stay`` this page goes on with what came in;
    ``only_awaited`` refuses what the draft does not wait for.
    """
    turn = st.session_state.setdefault(keys.UPLOAD_ROUND, 0)
    files = st.file_uploader(
        label or text.say("upload.add" if add else "upload.files", lang),
        KINDS,
        accept_multiple_files=True,
        key=f"upload_{place}_{turn}",
        help=text.say("upload.help", lang),
    )
    if place == "page":
        limits.draw(lang)
    if files:
        taking.read(files, lang, add=add, stay=stay, only_awaited=only_awaited)


def another_file(lang: Language, *, keep: bool = True) -> None:
    """Draw the uploader for a further file, and the choice whether what is loaded stays."""
    label, help_ = text.say("upload.keep", lang), text.say("upload.keep.help", lang)
    take_files(lang, add=st.toggle(label, value=keep, help=help_))


def paste_box(lang: Language, *, name: str = "paste", stay: bool = False) -> None:
    """Draw the box into which a table is pasted as Excel copies it; ``name`` tells two of one page apart."""
    with st.form(name, border=False):
        typed = st.text_area(
            text.say("upload.paste", lang), placeholder=text.say("upload.paste.example", lang)
        )
        sent = st.form_submit_button(
            text.say("upload.paste.button", lang), icon=":material/content_paste_go:"
        )
    if sent:
        content = typed.encode("utf-8", "surrogatepass")
        make = partial(taking.intake().pasted, typed, lang)
        taking.take(text.say("upload.paste.name", lang), make, content=content, stay=stay)
