"""Which sheet of a file the raw table shows: the one in use, or another that a finding led to."""

from __future__ import annotations

import streamlit as st

from cx import text
from cx.records.file import Sheet, Understanding
from cx.text import Language
from pages.parts.around import cells
from pages.parts.computed import one_file
from pages.parts.shell import keys, state


def understood(position: int) -> Understanding:
    """Return how the sheet that the table shows is understood."""
    file = state.current().files[position]
    seen = one_file.understanding(file)
    other = _other(position, seen)
    return seen if other is None else cells.of_sheet(file, other)


def sheet(position: int, seen: Understanding) -> Sheet:
    """Return the raw cells of an understood sheet; of the file's first where it has none in use."""
    workbook = one_file.edited(state.current().files[position])
    return workbook.sheet(seen.sheet) or workbook.sheets[0]


def show(position: int, place: str) -> None:
    """Let the table show the sheet of a place, as :func:`cells.place_of` writes it."""
    seen = one_file.understanding(state.current().files[position])
    number = place.partition(".")[2]
    names = [one.name for one in seen.sheets]
    if number.isdecimal() and int(number) in range(len(names)):
        st.session_state[keys.SHOWN_SHEET] = (position, seen.sheet, names[int(number)])


def tell(position: int, lang: Language) -> None:
    """Say that the table shows another sheet than the one in use, with the way back."""
    seen = one_file.understanding(state.current().files[position])
    other = _other(position, seen)
    if other is None:
        return
    names = {"sheet": text.for_markdown(other), "used": text.for_markdown(seen.sheet)}
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(text.say("data.other_sheet", lang, **names))
        label = text.say("data.other_sheet.back", lang, sheet=names["used"])
        st.button(label, key="sheet_in_use", icon=":material/undo:", type="tertiary", on_click=_back)


def _back() -> None:
    st.session_state.pop(keys.SHOWN_SHEET, None)


def _other(position: int, seen: Understanding) -> str | None:
    """The sheet that a link led to, as long as the one in use is the same; ``None``: the one in use."""
    at, used, shown = st.session_state.get(keys.SHOWN_SHEET, (None, "", ""))
    there = any(one.name == shown for one in seen.sheets)
    return shown if (at, used) == (position, seen.sheet) and shown != used and there else None
