"""Where the table is and what a row of it stands for: sheet, header rows, shape, score; set by hand.

The role of each column is set above it, in the raw table.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import Final, Literal, get_args

import streamlit as st

from cx import text
from cx.records import SHAPES, Choices, Direction, Scale
from cx.records.file import Understanding
from cx.text import Language, NumberBounds
from pages.parts.computed import one_file
from pages.parts.shell import number_field, state

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
SURVEYS: Final = ("responses", "ratings")
_BLANKS: Final[tuple[Literal["not_met", "no_answer"], ...]] = ("not_met", "no_answer")

_USUAL = Scale(1, 10)
"""The scale of a table that holds no score yet."""


def main_scale(seen: Understanding) -> Scale | None:
    """Return the scale of satisfaction, or the one that most ratings share; ``None`` without either."""
    columns = seen.columns_of("satisfaction") or seen.columns_of("rating")
    scales = [seen.scales[one.header] for one in columns if one.header in seen.scales]
    if not columns:
        return None
    return Counter(scales).most_common(1)[0][0] if scales else seen.choices.scale or _USUAL


def sheet_box(position: int, seen: Understanding, lang: Language) -> None:
    """Draw the choice of sheet, where there is one; hidden ones are among them and say so."""
    if len(seen.sheets) < 2:  # noqa: PLR2004 - nothing to choose
        return
    hidden = {sheet.name for sheet in seen.sheets if sheet.hidden}
    names = [sheet.name for sheet in seen.sheets]
    tied = state.control(f"sheet_{position}", seen.sheet, partial(_choose_sheet, position, seen.sheet), names)
    mark = text.say("data.sheet.hidden", lang)
    st.selectbox(
        text.say("data.sheet", lang),
        names,
        format_func=lambda name: f"{name} {mark}" if name in hidden else name,
        width=_WIDTH,
        **tied,
    )


def also_box(position: int, seen: Understanding, lang: Language) -> None:
    """Draw which further sheets give volumes or impact; those that fit are used until a person says so."""
    names = [sheet.name for sheet in seen.sheets if sheet.name != seen.sheet]
    if not names or seen.shape == "contacts":
        return
    own = one_file.own(state.current().files[position])
    joined = [source.sheet for source in own.sources[1:]] if own else []
    used = joined if seen.choices.also is None else [one for one in seen.choices.also if one in names]
    tied = state.control(
        f"also_{position}", used, lambda to: state.set_choices(position, also=tuple(to)), names
    )
    st.multiselect(
        text.say("data.also", lang),
        names,
        placeholder=text.say("data.also.none", lang),
        help=text.say("data.also.help", lang),
        width=_BROAD,
        **tied,
    )


_WIDTH: Final = 208
_BROAD: Final = 320
_NARROW: Final = 136


def header_boxes(position: int, seen: Understanding, lang: Language) -> None:
    """Draw the first and the last row of the headers."""
    rows = seen.header_rows
    ends = {"first": rows[0] if rows else None, "last": rows[-1] if rows else None}
    for end, value in ends.items():
        apply = partial(_choose_header, position, rows, end)
        label, help_ = text.say(f"data.header.{end}", lang), text.say(f"data.header.{end}.help", lang)
        name = f"header_{end}_{position}"
        number_field.draw(name, label, value, apply, lang, allowed=_ROWS, width=_NARROW, help_=help_)


_ROWS: Final = NumberBounds(low=1, high=1_048_576, whole=True)


def shape_box(position: int, seen: Understanding, lang: Language) -> None:
    """Draw what one row of the table stands for."""
    tied = state.control(
        f"shape_{position}", seen.shape, lambda to: state.set_choices(position, shape=to), SHAPES
    )
    st.selectbox(
        text.say("data.shape", lang),
        SHAPES,
        format_func=lambda shape: text.say(f"data.shape.{shape}", lang),
        help=text.say("data.shape.help", lang),
        width=_WIDTH,
        **tied,
    )


def score_box(position: int, seen: Understanding, lang: Language) -> None:
    """Draw what satisfaction is made of, where the file holds ratings."""
    if seen.shape not in SURVEYS or len(seen.scores) < 2:  # noqa: PLR2004 - nothing to choose
        return
    tied = state.control(
        f"score_{position}",
        seen.choices.score,
        lambda to: state.set_choices(position, score=to),
        seen.scores,
    )
    st.selectbox(
        text.say("data.score", lang),
        seen.scores,
        format_func=lambda score: text.say(f"data.score.{score}", lang),
        help=text.say("data.score.help", lang),
        width=_WIDTH,
        **tied,
    )


def blanks_box(position: int, seen: Understanding, lang: Language) -> None:
    """Draw what a blank rating means, where respondents have one row each."""
    if seen.shape != "responses":
        return
    used = seen.choices.blanks or _BLANKS[0]
    tied = state.control(
        f"blanks_{position}", used, lambda to: state.set_choices(position, blanks=to), _BLANKS
    )
    st.selectbox(
        text.say("data.blanks", lang),
        _BLANKS,
        format_func=lambda meaning: text.say(f"data.blanks.{meaning}", lang),
        help=text.say("data.blanks.help", lang),
        width=_WIDTH,
        **tied,
    )


def hidden_toggle(position: int, seen: Understanding, lang: Language) -> None:
    """Draw whether hidden rows and columns are used, where the file has any; they are counted."""
    if not (seen.hidden_rows or seen.hidden_columns or seen.choices.hidden):
        return
    tied = state.control(
        f"hidden_{position}", seen.choices.hidden, lambda to: state.set_choices(position, hidden=to)
    )
    counts = {"rows": len(seen.hidden_rows), "columns": len(seen.hidden_columns)}
    named = [text.say(f"data.hidden.{what}", lang, n=n) for what, n in counts.items() if n]
    label = " · ".join([text.say("data.hidden", lang), *named])
    st.toggle(label, help=text.say("data.hidden.help", lang), **tied)


def _choose_sheet(position: int, shown: str, sheet: str) -> None:
    """Show another sheet, as it was left; what was chosen for this one rests until somebody comes back."""
    file = state.current().files[position]
    known = file.at_rest.get(sheet, Choices(sheet=sheet))
    choices = replace(known, names=file.choices.names)
    if one_file.understanding(replace(file, choices=choices)).sheet != sheet:
        choices = replace(choices, sheet=sheet)  # it was proposed then, and would not be now
    state.set_file(position, choices=choices, at_rest={**file.at_rest, shown: file.choices})


def _choose_header(position: int, rows: tuple[int, ...], end: str, typed: float | None) -> None:
    """Set one end of the header rows; the other follows where they would cross or lie far apart."""
    chosen: tuple[int, ...] | None = None
    if typed is not None:
        row = int(typed)
        other = rows[-1] if end == "first" else rows[0] if rows else row
        first, last = (row, other) if end == "first" else (other, row)
        between = tuple(range(first, last + 1))
        chosen = between if 0 < len(between) <= _MOST else (row,)
    state.set_choices(position, header_rows=chosen, roles={}, impact_parts=())


_MOST: Final = 5
"""Header rows below each other, at most."""
