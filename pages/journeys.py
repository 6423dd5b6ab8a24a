"""Journeys: the paths that customers really take, on a map and in tables."""

from __future__ import annotations

import streamlit as st

from cx import errors, text
from pages.parts.around import frame, no_result
from pages.parts.computed import path_map, paths_shared
from pages.parts.computed import paths as computed
from pages.parts.computed.places import Logs
from pages.parts.journeys import begin, chart, choices, one_segment, progress, session_paths, tabs, take_away
from pages.parts.machine import box
from pages.parts.open_session import autosave
from pages.parts.shell import findings, paths, state
from pages.parts.shell.workspace import Workspace


def show(page: frame.Frame, workspace: Workspace, files: Logs) -> None:
    """Draw the page around the paths that are asked for."""
    lang = page.lang
    title, lead = st.empty(), st.empty()
    with progress.said(files, lang) as beat:
        asked = computed.fitting(files, paths.current(), beat)
        choices.draw(files, asked, lang)
        called = path_map.names_shown(workspace, lang)
        with st.container(horizontal=True, gap="small", vertical_alignment="center", key="paths_tools"):
            take_away.draw(workspace, files, asked, lang)
            one_segment.draw(files, asked, lang)
        chart.chips(asked, called, lang)
        shape = chart.shape(page.window)
        width = page.window.chart_width(shape)
        sight = path_map.Sight(lang, width, choices.about(asked), shape)
        found = computed.journeys(files, asked, beat)
        scene = path_map.scene(workspace, asked, sight, beat)
    title.title(text.for_markdown(scene.title.text), anchor=False)
    lead.html(f"<p class='cx-lead'>{text.for_html(scene.subtitle.text)}</p>")
    chart.draw(page, scene, called, width)
    paths.drawn(asked)
    with progress.said(files, lang, part="tabs") as beat:
        tabs.draw(page, files, asked, found, beat)
    findings.draw(found.findings, lang)
    with progress.said(files, lang, part="kept") as beat:
        paths_shared.keep(files, asked, beat)


page = frame.draw("journeys")
workspace = state.current()
logs = computed.shown(workspace)
session = autosave.opened()
if not logs and session is not None and session.paths is not None:
    session_paths.draw(page, session.paths)
elif not logs:
    begin.draw(page.lang)
else:
    if workspace.log is None:
        begin.further(page.lang)
    else:
        begin.kept_there(workspace.log, page.lang)
        box.going_on(page.lang)
    try:
        show(page, workspace, logs)
    except errors.CxError as error:
        if workspace.log is None:
            no_result.draw(error, page.lang)
        else:
            begin.refused(workspace.log, error, page.lang)
