"""Data: how each file was understood, what is wrong in it and where, and the table to mend it in."""

from __future__ import annotations

from functools import partial

import streamlit as st

from cx import errors, text
from cx.records import Touchpoints
from cx.records.understanding import Understanding
from cx.text import Language
from pages.shell import (
    about,
    cached,
    codes,
    corrections,
    findings,
    found,
    frame,
    impact,
    joined,
    keys,
    questions,
    raw_table,
    roles,
    saved_data,
    scales,
    spoken,
    state,
    table_messages,
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
            text.say("data.file", lang), range(len(names)), format_func=names.__getitem__, key=keys.SHOWN_FILE
        )
        label = text.say("data.remove", lang)
        st.button(label, icon=":material/delete:", on_click=state.remove_file, args=(shown,))
    return shown


def result(lang: Language) -> tuple[Touchpoints | None, errors.CxError | None]:
    """Draw what the matrix can use, or what stands in its way; return the touchpoints, or the reason."""
    try:
        touchpoints = cached.touchpoints(state.current())
    except errors.CxError as error:
        if error.key == "no_rows":
            st.info(text.say("data.begin", lang), icon=":material/edit:")
        else:
            st.error(text.for_markdown(error.message(lang)), icon=":material/error:")
        return None, error
    rows = cached.counts(state.current())
    count = found.used(touchpoints, rows.used, lang)
    cells = any(finding.severity == "error" for finding in touchpoints.findings)
    key = "set_aside" if rows.aside else "cells_left_out" if cells else "none_set_aside"
    words = [count, text.say(f"data.{key}", lang, n=rows.aside)]
    if touchpoints.impact_kind == "none":
        words.append(text.say("found.no_impact", lang))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(" ".join(words), width="stretch")
        to_matrix = text.say("start.to_matrix", lang)
        if st.button(to_matrix, type="primary", icon=":material/arrow_forward:", key="to_matrix"):
            st.switch_page("pages/matrix.py")
    return touchpoints, None


def settings(position: int, reading: Understanding, lang: Language) -> None:
    """Draw where the table is, what its rows stand for, and on which scales."""
    st.header(text.say("data.understood", lang), anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for box in (roles.sheet_box, roles.header_boxes, roles.shape_box, roles.score_box, roles.blanks_box):
            box(position, reading, lang)
        for box in (scales.box, scales.own_ends, scales.direction_box, impact.source, impact.scale_box):
            box(position, reading, lang)
        roles.hidden_toggle(position, reading, lang)
    impact.composition(position, reading, lang)
    scales.of_each_column(position, reading, lang)
    spoken.draw(position, reading, lang)


page = frame.draw("data")
table_messages.take()
frame.data_or_stop(page, "data")
if not state.current().files or state.lock():
    saved_data.draw(page.lang)
    st.stop()
st.title(text.say("data.title", page.lang), anchor=False)
if state.current().saved:
    saved_data.beside(page.lang)
place = file_box(page.lang)
with st.sidebar:
    view.history(page.lang)
reading = cached.understanding(state.current().files[place])
st.markdown(found.line(place, reading, page.lang))
usable, refusal = result(page.lang)
joint = about.together(usable)
seen = about.findings(place, joint, refusal)
corrections.draw(place, reading, seen, page.lang)
questions.draw(place, reading, page.lang)
joined.draw(page.lang)
settings(place, reading, page.lang)
raw, understood = st.columns([2, 1], gap="medium")
with raw:
    st.header(text.say("data.table", page.lang), anchor=False)
    raw_table.draw(place, seen, page.lang)
with understood:
    st.header(text.say("found.title", page.lang), anchor=False)
    found.table(place, reading, page.lang)
if usable is not None and usable.impact_kind == "none":
    impact.ways_on(place, reading, page.lang)
codes.draw(place, reading, page.lang)
told = [*seen, *(one for one in joint if one not in seen)]
if told and (reading.first_row or refusal is None):
    st.header(text.say("data.findings", page.lang), anchor=False)
    findings.draw(told, page.lang, partial(raw_table.link, position=place))
with st.expander(text.say("data.more_files", page.lang), icon=":material/upload_file:"):
    upload.another_file(page.lang)
