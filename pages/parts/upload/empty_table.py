"""An empty table to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import streamlit as st

from cx import text
from cx.records import Choices
from cx.text import Language
from pages.parts.shell import state
from pages.parts.shell.state import LoadedFile
from pages.parts.upload import taking

if TYPE_CHECKING:
    from cx.records import Role
    from cx.records.file import Workbook


def empty_button(lang: Language) -> None:
    """Draw the button that begins with an empty table."""
    if st.button(text.say("upload.empty", lang), icon=":material/add_box:", type="tertiary"):
        state.load((_empty(lang),))
        st.switch_page("pages/data.py")


def _empty(lang: Language) -> LoadedFile:
    """Return an empty table; its columns have their roles before there is anything in them to go by."""
    from cx.intake import BLANK_HEADERS

    workbook: Workbook = taking.intake().blank(lang)
    sheet = workbook.sheets[0]
    roles = {
        sheet.cell(1, place).shown: cast("Role", name) for place, name in enumerate(BLANK_HEADERS, start=1)
    }
    return LoadedFile(workbook, Choices(sheet=sheet.name, header_rows=(1,), roles=roles))
