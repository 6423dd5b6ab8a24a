"""The logo of whose matrix it is, in the corner of every page."""

from __future__ import annotations

import streamlit as st

from pages.parts.shell import state


def draw() -> None:
    """Draw the logo where there is one."""
    found = state.current().settings.look.logo
    if found is not None:
        st.logo(found.png, size="large")
