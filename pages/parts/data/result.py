"""What all files together give: how much goes into the matrix, or what stands in its way."""

from __future__ import annotations

import streamlit as st

from cx import errors, text
from cx.intake import Counts
from cx.records import Touchpoints
from cx.text import Language
from pages.parts.computed import all_files
from pages.parts.data import summary
from pages.parts.shell import keys, state


def file_box(lang: Language) -> int:
    """Draw the choice of the file that is looked at, where there are several; return its position."""
    names = [file.workbook.name for file in state.current().files]
    if len(names) == 1:
        return 0
    if st.session_state.get(keys.SHOWN_FILE) not in range(len(names)):
        st.session_state[keys.SHOWN_FILE] = 0
    with st.container(horizontal=True, vertical_alignment="bottom"):
        shown: int = st.selectbox(
            text.say("data.file", lang),
            range(len(names)),
            format_func=names.__getitem__,
            key=keys.SHOWN_FILE,
            width=432,
        )
        label = text.say("data.remove", lang)
        st.button(label, icon=":material/delete:", on_click=state.remove_file, args=(shown,))
    return shown


def draw(lang: Language) -> tuple[Touchpoints | None, errors.CxError | None]:
    """Say what the matrix can use, or what stands in its way; return the touchpoints, or the reason."""
    try:
        touchpoints = all_files.touchpoints(state.current())
    except errors.CxError as error:
        if error.key == "no_rows":
            st.info(text.say("data.begin", lang), icon=":material/edit:")
        else:
            st.error(text.for_markdown(error.message(lang)), icon=":material/error:")
        return None, error
    rows = all_files.counts(state.current())
    cells = any(finding.severity == "error" for finding in touchpoints.findings)
    words = [summary.used(touchpoints, rows.used, lang), _left_out(rows, lang, cells=cells)]
    if not touchpoints.shows_impact:
        words.append(_no_impact(lang))
    st.markdown(" ".join(words))
    return touchpoints, None


def _left_out(rows: Counts, lang: Language, *, cells: bool) -> str:
    """Say what was left out: rows, else cells, else columns; nothing only where it is true for all three."""
    if rows.aside:
        return text.say("data.set_aside", lang, n=rows.aside)
    if cells:
        return text.say("data.cells_left_out", lang)
    if rows.columns:
        return text.say("data.columns_left_out", lang, n=rows.columns)
    return text.say("data.none_set_aside", lang)


def _no_impact(lang: Language) -> str:
    """Say that there is no impact; of answers that are too few for one, how many would do."""
    own = all_files.own_answers(state.current())
    if own is not None and own.found.why_not is not None and own.found.lacks_answers:
        return text.for_markdown(own.found.why_not.message(lang))
    return text.say("found.no_impact", lang)
