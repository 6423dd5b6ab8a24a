"""Drivers: the impact of each touchpoint, derived from responses, with its intervals and what-if."""

from __future__ import annotations

import streamlit as st

from cx import errors, impact, text
from cx.records import DriverResult
from cx.text import Language
from pages.parts.around import cells, frame
from pages.parts.computed import derived_impact
from pages.parts.drivers import driver_choices, estimates, tabs
from pages.parts.machine import box
from pages.parts.shell import findings, state
from pages.parts.shell.state import LoadedFile, Question
from pages.parts.upload import boxes, samples, waiting


def begin(lang: Language) -> None:
    """Say what the page is for, and offer a file or the sample."""
    loaded = state.current().loaded
    st.title(text.say("page.drivers", lang), anchor=False)
    st.markdown(text.say("empty.drivers", lang))
    if loaded:
        st.info(text.say("drivers.none", lang), icon=":material/info:")
    with st.container(width=640):
        boxes.take_files(lang, add=loaded)
        samples.responses_button(lang, add=loaded)
        box.draw(lang, add=loaded)


def matrix_button(question: Question, lang: Language) -> None:
    """Draw the way to the matrix: the one primary action of the page."""
    shown = state.current().derived
    if shown == question:
        st.markdown(text.say("drivers.shown", lang))
    label = text.say("drivers.show", lang)
    if st.button(label, icon=":material/bubble_chart:", type="primary", key="show_in_matrix"):
        state.derive(question)
        st.switch_page("pages/matrix.py")
    if shown is not None and len(derived_impact.files(state.current())) < len(state.current().files):
        st.button(text.say("drivers.undo", lang), icon=":material/undo:", on_click=state.derive, args=(None,))


def show(page: frame.Frame, file: LoadedFile, question: Question, result: DriverResult) -> None:
    """Draw the page around a result."""
    lang = page.lang
    if any(one.code == "outcome_is_rating" for one in result.findings):
        words = text.say("finding.outcome_is_rating", lang, column=result.outcome)
        st.warning(text.for_markdown(words), icon=":material/help:")
    title, button = st.columns([7, 4], gap="large", vertical_alignment="top")
    title.title(text.for_markdown(impact.headline(result, lang)), anchor=False)
    with button:
        matrix_button(question, lang)
    chart, words = st.columns([7, 4], gap="large")
    with chart:
        estimates.bars(result, page.window.bars_width, lang)
    with words:
        estimates.meaning(result, lang)
    tabs.draw(page, file, question, result)
    findings.draw(result.findings, lang, cells.link)
    cells.follow()


def answer(page: frame.Frame, file: LoadedFile, question: Question) -> None:
    """Draw the estimates at once, then add the intervals, saying how far that is."""
    lang = page.lang
    place = st.empty()
    if file.whole is None:
        with st.spinner(text.say("drivers.preparing", lang)):
            derived_impact.study(file, question)
    else:
        words = text.say("drivers.preparing", lang)
        with waiting.said(words, lang, key="study", stop=state.undo) as beat:
            derived_impact.study(file, question, beat)
    if derived_impact.is_known(file, question):
        show(page, file, question, derived_impact.result(file, question))
        return
    at_once = derived_impact.glance(file, question)
    said = text.say("drivers.bounding" if at_once is None else "drivers.estimating", lang)

    def tell(done: float) -> None:
        place.progress(min(done, 1.0), said)

    tell(0.0)
    show(page, file, question, at_once or derived_impact.estimates(file, question, tell))
    derived_impact.estimates(file, question, tell)
    derived_impact.result(file, question, tell)
    st.rerun()


page = frame.draw("drivers")
workspace = state.current()
responses_file = derived_impact.chosen(workspace, workspace.question)
if responses_file is None:
    begin(page.lang)
else:
    try:
        found = derived_impact.responses(responses_file)
        driver_choices.sidebar(derived_impact.files(workspace), responses_file, found, page.lang)
        answer(page, responses_file, workspace.question)
    except errors.CxError as error:
        st.title(text.say("failure.title", page.lang), anchor=False)
        st.error(text.for_markdown(error.message(page.lang)), icon=":material/error:")
        st.page_link("pages/data.py", label=text.say("failure.to_data", page.lang), icon=":material/table:")
