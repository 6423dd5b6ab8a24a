"""What each column is taken for, and the scales: shown, and set by hand."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final, get_args

import streamlit as st

from cx import text
from cx.records import ROLES, Choices, Direction, Role, Scale
from cx.records.understanding import ColumnReading, Understanding
from cx.text import Language
from pages.shell import keys, state

_IN_A_TABLE: Final[tuple[Role, ...]] = tuple(
    role for role in ROLES if role not in ("rating", "outcome", "weight", "respondent", "time", "exposure")
)
_MOST_COLUMNS = 40
_UNSURE = 0.7
SCALES: Final[dict[str, Scale]] = {
    "1-5": Scale(1, 5),
    "1-7": Scale(1, 7),
    "1-10": Scale(1, 10),
    "0-10": Scale(0, 10),
    "0-100": Scale(0, 100),
    "percent": Scale(0, 100, kind="percent"),
    "nps": Scale(-100, 100, kind="nps"),
    "ces_high": Scale(1, 7, kind="ces"),
    "ces_low": Scale(1, 7, "lower", kind="ces"),
}
DIRECTIONS: Final[tuple[Direction, ...]] = get_args(Direction)
_OWN: Final = "own"

_USUAL = Scale(1, 10)
"""The scale of a table that holds no score yet."""


def sheet_box(position: int, seen: Understanding, lang: Language) -> None:
    """Draw the choice of sheet, where there is one."""
    if len(seen.sheets) < 2:  # noqa: PLR2004 - nothing to choose
        return
    hidden = {sheet.name for sheet in seen.sheets if sheet.hidden}
    names = [sheet.name for sheet in seen.sheets]
    tied = state.control(f"sheet_{position}", seen.sheet, lambda to: _choose_sheet(position, to), names)
    mark = text.say("data.sheet.hidden", lang)
    st.selectbox(
        text.say("data.sheet", lang),
        names,
        format_func=lambda name: f"{name} {mark}" if name in hidden else name,
        **tied,
    )


def header_box(position: int, seen: Understanding, lang: Language) -> None:
    """Draw the row that holds the headers."""
    row = seen.header_rows[-1] if seen.header_rows else None
    tied = state.control(f"header_{position}", row, partial(_choose_header, position))
    st.number_input(text.say("data.header", lang), min_value=1, step=1, **tied)


def role_boxes(position: int, seen: Understanding, lang: Language) -> None:
    """Draw a select box per column with its role; the reason stands behind the question mark."""
    with st.grid(6, min_column_width=150, gap="small"):
        for column in seen.columns[:_MOST_COLUMNS]:
            _role_box(position, column, lang)
    if len(seen.columns) > _MOST_COLUMNS:
        st.markdown(f":small[{text.say('data.roles.cut', lang, shown=_MOST_COLUMNS, n=len(seen.columns))}]")


def scale_box(position: int, seen: Understanding, lang: Language) -> None:
    """Draw the scale of satisfaction: proposed from the data, always shown, set by the user."""
    scale = satisfaction_scale(seen)
    if scale is None:
        return
    name = _scale_name(position, scale)
    offered = [*SCALES, _OWN]
    tied = state.control(f"scale_{position}", name, lambda to: _choose_scale(position, to, scale), offered)
    st.selectbox(
        text.say("data.scale", lang),
        offered,
        format_func=lambda key: text.say(f"data.scale.{key}", lang),
        help=text.say("data.scale.help", lang),
        **tied,
    )


def satisfaction_scale(seen: Understanding) -> Scale | None:
    """Return the scale that satisfaction is read on; ``None`` without a column of that role."""
    columns = seen.columns_of("satisfaction")
    return seen.scales.get(columns[0].header, _USUAL) if columns else None


def _scale_name(position: int, scale: Scale) -> str:
    known = next((name for name, one in SCALES.items() if one == scale), _OWN)
    return _OWN if st.session_state.get(keys.OWN_SCALE) == position else known


def _role_box(position: int, column: ColumnReading, lang: Language) -> None:
    roles = _IN_A_TABLE if column.role in _IN_A_TABLE else (*_IN_A_TABLE, column.role)
    tied = state.control(
        f"role_{position}_{column.letter}", column.role, partial(_set_role, position, column.header), roles
    )
    st.selectbox(
        text.for_markdown(column.header),
        roles,
        format_func=lambda role: text.say(f"role.{role}", lang),
        help=text.for_markdown(column.why(lang)),
        icon=":material/help:" if column.confidence < _UNSURE and column.role != "ignore" else None,
        **tied,
    )


def own_scale(position: int, seen: Understanding, lang: Language) -> None:
    """Draw the two ends of a scale that is none of the usual ones, and which end is good."""
    scale = satisfaction_scale(seen)
    if scale is None or _scale_name(position, scale) != _OWN:
        return
    with st.container(horizontal=True):
        for side, value in (("minimum", scale.minimum), ("maximum", scale.maximum)):
            tied = state.control(f"{side}_{position}", float(value), partial(_bound, position, scale, side))
            st.number_input(text.say(f"data.scale.{side}", lang), format="%g", **tied)
        tied = state.control(
            f"direction_{position}", scale.direction, partial(_turn, position, scale), DIRECTIONS
        )
        st.selectbox(
            text.say("data.scale.direction", lang),
            DIRECTIONS,
            format_func=lambda way: text.say(f"data.direction.{way}", lang),
            **tied,
        )


def _choose_sheet(position: int, sheet: str) -> None:
    state.set_file(position, choices=Choices(sheet=sheet))
    state.renew_table()


def _choose_header(position: int, row: int | None) -> None:
    state.set_choices(position, header_rows=None if row is None else (row,), roles={}, impact_parts=())
    state.renew_table()


def _choose_scale(position: int, name: str, scale: Scale) -> None:
    st.session_state[keys.OWN_SCALE] = position if name == _OWN else None
    state.set_choices(position, scale=SCALES.get(name, scale))


def _bound(position: int, scale: Scale, side: str, value: float | None) -> None:
    low = value if side == "minimum" else scale.minimum
    high = value if side == "maximum" else scale.maximum
    if low is not None and high is not None and low < high:
        state.set_choices(position, scale=replace(scale, minimum=low, maximum=high))


def _turn(position: int, scale: Scale, direction: Direction) -> None:
    state.set_choices(position, scale=replace(scale, direction=direction))


def _set_role(position: int, header: str, role: Role) -> None:
    choices = state.current().files[position].choices
    state.set_choices(position, roles={**choices.roles, header: role})
