"""Two more ways to begin: sample responses, and an empty table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import streamlit as st

from cx import text
from cx.records import Choices
from cx.text import Language
from pages.shell import state
from pages.shell.state import LoadedFile
from pages.shell.upload import intake

if TYPE_CHECKING:
    from cx.records import Role
    from cx.records.workbook import Workbook

_RESPONSES: Final[dict[Language, str]] = {"en": "energy-responses-en.csv", "nl": "energie-antwoorden-nl.csv"}
_DATA = Path(__file__).parents[2] / "data"


def sample_responses(lang: Language, *, add: bool = False) -> None:
    """Draw the button that loads sample responses; the page stays, and goes on with them."""
    if st.button(text.say("drivers.sample", lang), icon=":material/science:"):
        name = _RESPONSES[lang]
        workbook: Workbook = intake().read((_DATA / name).read_bytes(), name)
        state.load((LoadedFile(workbook),), add=add)
        st.rerun()


def empty_button(lang: Language) -> None:
    """Draw the button that begins with an empty table."""
    if st.button(text.say("upload.empty", lang), icon=":material/add_box:"):
        state.load((_empty(lang),))
        st.switch_page("pages/data.py")


def _empty(lang: Language) -> LoadedFile:
    """Return an empty table; its columns have their roles before there is anything in them to go by."""
    from cx.intake.typed import BLANK_HEADERS

    workbook: Workbook = intake().blank(lang)
    sheet = workbook.sheets[0]
    roles = {
        sheet.cell(1, place).shown: cast("Role", name) for place, name in enumerate(BLANK_HEADERS, start=1)
    }
    return LoadedFile(workbook, Choices(sheet=sheet.name, header_rows=(1,), roles=roles))
