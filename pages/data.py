"""Data: how each file was understood, what is wrong in it and where, and the table to mend it in."""

from __future__ import annotations

import streamlit as st

from cx import errors, text
from cx.records import Touchpoints
from cx.records.understanding import Understanding
from cx.text import Language
from pages.shell import (
    cached,
    corrections,
    findings,
    frame,
    impact,
    keys,
    raw_table,
    roles,
    saved_data,
    state,
    upload,
    view,
)


def file_box(lang: Language) -> int:
    """Draw the choice of the file that is looked at, where there are several; return its position."""
    names = [file.workbook.name for file in state.current().files]
    if len(names) == 1:
        return 0
    if st.session_state.get(keys.SHOWN_FILE) not in range(len(names)):
        st.session_state[keys.SHOWN_FILE] = 0
    with st.container(horizontal=True, vertical_alignment="bottom"):
        shown: int = st.selectbox(
            text.say("data.file", lang),
            range(len(names)),
            format_func=names.__getitem__,
            key=keys.SHOWN_FILE,
            on_change=state.renew_table,
        )
        label = text.say("data.remove", lang)
        st.button(label, icon=":material/delete:", on_click=state.remove_file, args=(shown,))
    return shown


def in_one_line(seen: Understanding, lang: Language) -> str:
    """Return what was found, in one line."""
    parts = [text.for_markdown(seen.file)]
    if seen.sheet:
        parts.append(text.say("data.found.sheet", lang, sheet=text.for_markdown(seen.sheet)))
    if seen.header_rows:
        parts.append(text.say("data.found.header", lang, row=seen.header_rows[-1]))
    scale = roles.satisfaction_scale(seen)
    if scale:
        parts.append(text.say("data.found.scale", lang, low=scale.minimum, high=scale.maximum))
    return " · ".join(parts)


def result(lang: Language) -> Touchpoints | None:
    """Draw what the matrix can use, or what stands in its way; return the touchpoints."""
    try:
        touchpoints = cached.touchpoints(state.current())
    except errors.CxError as error:
        if error.key == "no_rows":
            st.info(text.say("data.begin", lang), icon=":material/edit:")
        else:
            st.error(text.for_markdown(error.message(lang)), icon=":material/error:")
        return None
    rows = cached.counts(state.current())
    count = text.say("data.usable", lang, n=rows.used)
    cells = any(finding.severity == "error" for finding in touchpoints.findings)
    key = "set_aside" if rows.aside else "cells_left_out" if cells else "none_set_aside"
    left_out = text.say(f"data.{key}", lang, n=rows.aside)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{count} {left_out}")
        st.page_link(
            "pages/matrix.py", label=text.say("start.to_matrix", lang), icon=":material/arrow_forward:"
        )
    return touchpoints


page = frame.draw("data")
frame.data_or_stop(page, "data")
if not state.current().files or state.lock():
    saved_data.draw(page.lang)
    st.stop()
st.title(text.say("data.title", page.lang), anchor=False)
if state.current().saved:
    saved_data.beside(page.lang)
place = file_box(page.lang)
raw_table.take_edits(place, page.lang)
with st.sidebar:
    view.history(page.lang)
reading = cached.understanding(state.current().files[place])
st.markdown(in_one_line(reading, page.lang))
usable = result(page.lang)
if usable is not None and usable.impact_kind == "none":
    impact.ways_on(place, reading, page.lang)
corrections.draw(place, reading, usable.findings if usable else reading.findings, page.lang)
st.header(text.say("data.understood", page.lang), anchor=False)
with st.container(horizontal=True):
    roles.sheet_box(place, reading, page.lang)
    roles.header_box(place, reading, page.lang)
    roles.scale_box(place, reading, page.lang)
    impact.source(place, reading, page.lang)
    impact.scale_box(place, reading, page.lang)
roles.own_scale(place, reading, page.lang)
impact.composition(place, reading, page.lang)
roles.role_boxes(place, reading, page.lang)
seen = usable.findings if usable else reading.findings if reading.first_row else ()
if seen:
    st.header(text.say("data.findings", page.lang), anchor=False)
    findings.draw(seen, page.lang)
st.header(text.say("data.table", page.lang), anchor=False)
st.markdown(f":small[{text.say('data.table.help', page.lang)}]")
raw_table.draw(place, page.lang)
with st.expander(text.say("data.more_files", page.lang), icon=":material/upload_file:"):
    upload.another_file(page.lang)
