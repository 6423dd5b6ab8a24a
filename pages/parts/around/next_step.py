"""What comes next with what is loaded, and the button that leads there."""

from __future__ import annotations

from typing import Final, Literal

import streamlit as st

from cx import errors, text
from cx.text import Language
from pages.parts.computed import all_files, derived_impact, one_file
from pages.parts.shell.workspace import Workspace

NextStep = Literal["data", "drivers", "matrix"]
_PAGES: Final[dict[NextStep, tuple[str, str]]] = {
    "data": ("pages/data.py", ":material/table:"),
    "drivers": ("pages/drivers.py", ":material/bar_chart:"),
    "matrix": ("pages/matrix.py", ":material/arrow_forward:"),
}


def of(workspace: Workspace) -> NextStep:
    """Return the page that goes on with what is loaded.

    The matrix where it has satisfaction and impact; where impact can be derived from answers and was not yet,
    the drivers; else the page that shows what stands in the way.
    """
    if all_files.is_clear(workspace):
        return "matrix"
    return "drivers" if _can_be_derived(workspace) else "data"


def _can_be_derived(workspace: Workspace) -> bool:
    """Whether there are answers to derive impact from: touchpoints that can be drawn, and an outcome.

    Where more answers are needed than there are, that way leads nowhere.
    """
    file = derived_impact.chosen(workspace, workspace.question)
    if file is None or all_files.refusal(workspace) is not None:
        return False
    own = all_files.own_answers(workspace)
    if own is not None and own.found.lacks_answers:
        return False
    try:
        return bool(one_file.understanding(file).columns and derived_impact.responses(file).outcomes)
    except errors.CxError:
        return False


def lead(step: NextStep, lang: Language, *, primary: bool) -> None:
    """Draw the button that leads to a page."""
    page, icon = _PAGES[step]
    kind: Literal["primary", "secondary"] = "primary" if primary else "secondary"
    if st.button(text.say(f"start.to_{step}", lang), type=kind, icon=icon, key=f"to_{step}"):
        st.switch_page(page)
