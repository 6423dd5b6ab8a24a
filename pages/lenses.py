"""Lenses: further readings of the same touchpoints, one tab each."""

from __future__ import annotations

import streamlit as st

from cx import errors
from pages.parts.around import frame, no_result
from pages.parts.computed import lenses as computed
from pages.parts.lenses import begin, tabs
from pages.parts.shell import state
from pages.parts.shell.workspace import Workspace


def show(page: frame.Frame, workspace: Workspace) -> None:
    """Draw the conclusion of the lens that is open as the title, and the lenses below it."""
    title, lead = st.empty(), st.empty()
    tabs.draw(page, workspace, computed.lenses(workspace), tabs.Heads(title, lead))


page = frame.draw("lenses")
loaded = state.current()
if not loaded.loaded:
    begin.draw(page.lang)
else:
    try:
        show(page, loaded)
    except errors.CxError as error:
        no_result.draw(error, page.lang)
