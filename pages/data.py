"""Data: how each file was understood, what is wrong in it and where, and the table to mend it in."""

from __future__ import annotations

from functools import partial

import streamlit as st

from cx import text
from cx.records import Finding
from cx.records.file import Understanding
from cx.text import Language
from pages.parts.around import frame, shown_sheet
from pages.parts.computed import one_file
from pages.parts.data import (
    answer_words,
    codes,
    columns,
    corrections,
    file_findings,
    files_together,
    impact_source,
    names,
    questions,
    raw_table,
    result,
    roles,
    saved_data,
    scales,
    summary,
    table_messages,
)
from pages.parts.machine import box
from pages.parts.shell import findings, history, state
from pages.parts.upload import boxes


def settings(position: int, reading: Understanding, lang: Language) -> None:
    """Draw where the table is, what its rows stand for, and on which scales."""
    st.header(text.say("data.understood", lang), anchor=False)
    with st.container(horizontal=True, vertical_alignment="top"):
        for box in (roles.sheet_box, roles.header_boxes, roles.shape_box, roles.score_box, roles.blanks_box):
            box(position, reading, lang)
        for box in (
            roles.also_box,
            scales.box,
            scales.own_ends,
            scales.direction_box,
            impact_source.source,
            impact_source.scale_box,
        ):
            box(position, reading, lang)
    roles.hidden_toggle(position, reading, lang)
    impact_source.composition(position, reading, lang)
    scales.of_each_column(position, reading, lang)
    answer_words.draw(position, reading, lang)
    names.of_file(position, reading, lang)
    columns.draw(position, reading, lang)


def tables(drawn: frame.Frame, position: int, reading: Understanding, own: tuple[Finding, ...]) -> None:
    """Draw the raw cells, and what the program makes of them: beside them where there is room, else below.

    Cells that are nobody's, made up to have a table's counts, are not drawn.
    """
    lang, beside = drawn.lang, drawn.window.holds_two_tables
    if summary.is_made_up(position):
        st.header(text.say("found.title", lang), anchor=False)
        summary.table(position, reading, lang)
        return
    raw, understood = st.columns(2, gap="medium") if beside else (st.container(), st.container())
    with raw, st.container(key="raw_cells"):
        st.header(text.say("data.table", lang), anchor=False)
        shown_sheet.tell(position, lang)
        raw_table.draw(position, own, lang)
    with understood:
        st.header(text.say("found.title", lang), anchor=False)
        summary.table(position, reading, lang)


page = frame.draw("data")
table_messages.take()
frame.data_or_stop(page, "data")
if not state.current().files or state.lock():
    saved_data.draw(page.lang)
    st.stop()
st.title(text.say("data.title", page.lang), anchor=False)
if state.current().saved:
    saved_data.beside(page.lang)
place = result.file_box(page.lang)
with st.sidebar:
    history.draw(page.lang)
seen = one_file.understanding(state.current().files[place])
summary.of_part(place, seen, page.lang)
st.markdown(summary.line(place, seen, page.lang))
usable, refusal = result.draw(page.lang)
joint = file_findings.together(usable)
own = file_findings.findings(place, joint, refusal)
corrections.draw(place, seen, own, page.lang, ready=usable is not None)
asked = st.container()
files_together.draw(page.lang)
settings(place, seen, page.lang)
tables(page, place, seen, own)
if usable is not None and not usable.shows_impact:
    impact_source.ways_on(place, seen, page.lang)
codes.draw(place, seen, page.lang)
if own or joint:
    st.header(text.say("data.findings", page.lang), anchor=False)
    elsewhere = (one for one in joint if one not in own)
    findings.draw((*own, *elsewhere), page.lang, partial(file_findings.link, place))
with asked:  # last, since a preview reads the file once more
    questions.draw(place, seen, page.lang)
more = text.say("data.more_files", page.lang)
with st.expander(more, icon=":material/upload_file:", expanded=usable is None):
    boxes.another_file(page.lang)
box.draw(page.lang, add=True)
