"""What impact is on, where it comes from answers: said, asked where it is open, changed with one click."""

from __future__ import annotations

import streamlit as st

from cx import text
from cx.impact import AtOnce
from cx.text import Language
from pages.parts.computed import all_files
from pages.parts.shell import state
from pages.parts.shell.workspace import NO_IMPACT, Workspace

_HEIGHT = 84
"""A line of words, one of outcomes, and the gap below them, in pixels."""


def draw(workspace: Workspace, lang: Language) -> None:
    """Draw the outcomes of the answers side by side, and none; before them what is asked or in the way."""
    own = all_files.own_answers(workspace)
    if own is None:
        return
    _tell(workspace, own.found, lang)
    if not own.outcomes:
        return
    offered = (*own.outcomes, NO_IMPACT)
    tied = state.control("impact_on", own.shown, state.set_impact_on, offered)
    none = text.say("impact_on.none", lang)
    st.pills(
        text.say("impact_on", lang),
        offered,
        required=True,
        format_func=lambda name: text.for_markdown(name) if name else none,
        disabled=state.lock() is not None,
        help=text.say("impact_on.help", lang),
        **tied,
    )


def height(workspace: Workspace) -> int:
    """Return the pixels that the outcomes take above the chart."""
    own = all_files.own_answers(workspace)
    return _HEIGHT if own is not None and own.outcomes else 0


def _tell(workspace: Workspace, found: AtOnce, lang: Language) -> None:
    """Say what is asked, or why no impact was derived."""
    if workspace.derived is not None or workspace.impact_on == NO_IMPACT:
        return
    for finding in found.findings:
        if finding.code == "outcome_ambiguous":
            st.info(text.for_markdown(finding.message(lang)), icon=":material/help:")
    if found.why_not is not None:
        st.info(text.for_markdown(found.why_not.message(lang)), icon=":material/info:")
