"""What was found in a file: in one line, and as the table that the program makes of it."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from cx import text
from cx.intake import overview
from cx.intake.sheet import address
from cx.records import Touchpoints
from cx.records.file import NUMBER_COLUMNS, Understanding
from cx.text import Language
from pages.parts.around import cells, shown_sheet
from pages.parts.computed import one_file
from pages.parts.data import raw_table, roles, table_messages
from pages.parts.shell import keys, numbers, state

_WIDTHS: Final = {"touchpoint": 148}
_NUMBER_WIDTH: Final = 96


def line(position: int, seen: Understanding, lang: Language) -> str:
    """Return what was found, in one line."""
    parts = [f"**{text.for_markdown(seen.file)}**", *_where(seen, lang)]
    own = one_file.own(state.current().files[position])
    if seen.columns:
        parts.append(text.say(f"shape.{seen.shape}", lang))
    if own is not None:
        parts.append(text.say("found.touchpoints", lang, n=own.rows["touchpoint"].nunique()))
    if seen.columns:
        mark = overview.decimal_mark(shown_sheet.sheet(position, seen), seen)
        marks = [text.say("found.comma" if mark == "," else "found.point", lang)] if mark else []
        parts += [*_answers(seen, lang), *_scale(seen, lang), *marks]
    return " · ".join(parts)


def of_part(position: int, seen: Understanding, lang: Language) -> None:
    """Say of a part of a large file what it is for; nothing of a file that is here as a whole."""
    whole = state.current().files[position].whole
    if whole is not None and whole.address is None:
        st.info(text.say("machine.part", lang, n=seen.row_count), icon=":material/content_cut:")


def is_made_up(position: int) -> bool:
    """Return whether a file's cells are nobody's: they have the counts of a table in a database."""
    whole = state.current().files[position].whole
    return whole is not None and whole.address is not None


def used(touchpoints: Touchpoints, rows: int, lang: Language) -> str:
    """Return how much goes into the matrix: touchpoints with a score, and of a table the rows they are of."""
    scored = touchpoints.rows.loc[touchpoints.rows["satisfaction"].notna(), "touchpoint"].nunique()
    said = text.say("found.used", lang, n=scored)
    if rows == scored or any(source.shape in roles.SURVEYS for source in touchpoints.sources):
        return said
    periods = touchpoints.periods
    if len(periods) > 1:
        made = text.say("data.usable.periods", lang, n=rows, periods=len(periods), latest=periods[-1])
    else:
        made = text.say("data.usable", lang, n=rows)
    return f"{said} {made}"


def _where(seen: Understanding, lang: Language) -> list[str]:
    parts = [text.say("data.found.sheet", lang, sheet=text.for_markdown(seen.sheet))] if seen.sheet else []
    if len(seen.header_rows) > 1:
        rows = seen.header_rows
        return [*parts, text.say("found.headers", lang, first=str(rows[0]), last=str(rows[-1]))]
    if seen.header_rows:
        return [*parts, text.say("data.found.header", lang, row=str(seen.header_rows[0]))]
    return parts


def _answers(seen: Understanding, lang: Language) -> list[str]:
    keys_of = {"responses": "found.respondents", "ratings": "found.ratings", "contacts": "found.contacts"}
    key = keys_of.get(seen.shape)
    return [text.say(key, lang, n=seen.row_count)] if key else []


def _scale(seen: Understanding, lang: Language) -> list[str]:
    scale = roles.main_scale(seen)
    if scale is None:
        return []
    return [text.say("data.found.scale", lang, low=scale.minimum, high=scale.maximum)]


def table(position: int, seen: Understanding, lang: Language) -> None:
    """Draw the rows that the program makes of a file; a click leads to the cell that a value came from."""
    own = one_file.own(state.current().files[position])
    if own is None:
        st.info(text.say("found.nothing", lang), icon=":material/info:")
        return
    rows = overview.at_a_glance(own)
    shown = list(overview.columns(rows))
    st.dataframe(
        numbers.in_language(_rounded(rows[shown]), lang),
        key=f"{keys.UNDERSTOOD}_{position}",
        hide_index=True,
        height=raw_table.TALL,
        column_config={name: _config(name, lang) for name in shown},
        selection_mode="single-cell",
        on_select=partial(_jump, position, seen, own),
        placeholder=text.NOTHING,
        alt=text.say("found.alt", lang, file=seen.file),
    )


def _rounded(rows: pd.DataFrame) -> pd.DataFrame:
    numbers = [name for name in rows.columns if name in NUMBER_COLUMNS]
    return rows.assign(**{name: [text.rounded(value) for value in rows[name]] for name in numbers})


def _config(name: str, lang: Language) -> Any:  # noqa: ANN401 - Streamlit's own
    label = text.say("found.head.n" if name == "n" else f"role.{name}", lang)
    if name in NUMBER_COLUMNS:
        return numbers.number_column(label, width=_NUMBER_WIDTH)
    return st.column_config.TextColumn(label, width=_WIDTHS.get(name))


def _jump(position: int, seen: Understanding, own: Touchpoints) -> None:
    """Show the cell that the chosen value came from; where many rows make one, the first of them."""
    chosen = st.session_state[f"{keys.UNDERSTOOD}_{position}"]["selection"]["cells"]
    if not chosen:
        return
    place, name = chosen[0]
    row = overview.at_a_glance(own).iloc[int(place)]
    cell = own.cells.get((row["sheet"], int(row["row"]), name))
    to = address(cell) if cell else (int(row["row"]), _header_of(seen, str(row["touchpoint"])))
    table_messages.aim(cells.place_of(position, seen), *to)


def _header_of(seen: Understanding, name: str) -> int:
    """The column that a touchpoint is itself, where each has one."""
    from cx.records.file import position_of

    sources = {one.name: one.source for one in seen.names}
    letters = [column.letter for column in seen.columns if column.header == sources.get(name, name)]
    return position_of(letters[0]) if letters else 0
