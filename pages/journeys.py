"""Journeys: the paths that customers really take, on a map and in tables."""

from __future__ import annotations

import streamlit as st

from cx import errors, text
from pages.parts.around import frame, no_result
from pages.parts.computed import path_map, paths_shared
from pages.parts.computed import paths as computed
from pages.parts.journeys import begin, chart, choices, kept, tabs, take_away, within
from pages.parts.open_session import autosave
from pages.parts.shell import findings, paths, state
from pages.parts.shell.workspace import LoadedFile, Workspace
from pages.parts.upload import waiting


def show(page: frame.Frame, workspace: Workspace, files: tuple[LoadedFile, ...]) -> None:
    """Draw the page around the paths that are asked for."""
    lang, asked = page.lang, computed.fitting(files, paths.current())
    title, lead = st.empty(), st.empty()
    choices.draw(files, asked, lang)
    called = path_map.names_shown(workspace, lang)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="paths_tools"):
        take_away.draw(workspace, files, asked, lang)
        within.draw(computed.values(files), asked, lang)
    chart.chips(asked, called, lang)
    width = page.window.chart_width(chart.SHAPE)
    sight = path_map.Sight(lang, width, choices.about(asked))
    place = st.empty()
    beat = waiting.told(place.markdown, text.say("journeys.computing", lang), lang)
    found = computed.journeys(files, asked, beat)
    scene = path_map.scene(workspace, asked, sight, beat)
    place.empty()
    title.title(text.for_markdown(scene.title.text), anchor=False)
    lead.html(f"<p class='cx-lead'>{text.for_html(scene.subtitle.text)}</p>")
    chart.draw(page, scene, called, width)
    tabs.draw(page, files, asked, found, beat)
    place.empty()
    findings.draw(found.findings, lang)
    paths_shared.keep(files, asked)


page = frame.draw("journeys")
workspace = state.current()
logs = computed.logs(workspace)
session = autosave.opened()
if not logs and session is not None and session.paths is not None:
    kept.draw(page, session.paths)
elif not logs:
    begin.draw(page.lang)
else:
    begin.further(page.lang)
    try:
        show(page, workspace, logs)
    except errors.CxError as error:
        no_result.draw(error, page.lang)
