"""Lenses: further readings of the same touchpoints, one tab each."""

from __future__ import annotations

import streamlit as st

from cx import errors
from pages.parts.around import frame, no_result
from pages.parts.computed import lenses as computed
from pages.parts.lenses import tabs
from pages.parts.shell.state import Workspace


def show(page: frame.Frame, workspace: Workspace) -> None:
    """Draw the conclusion of the lens that is open as the title, and the lenses below it."""
    title, lead = st.empty(), st.empty()
    found = computed.lenses(workspace)
    tabs.draw(page, workspace, found, tabs.Heads(title, lead))


page = frame.draw("lenses")
loaded = frame.data_or_stop(page, "lenses")
try:
    show(page, loaded)
except errors.CxError as error:
    no_result.draw(error, page.lang)
