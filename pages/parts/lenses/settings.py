"""What a person sets about the lenses: the brand's promise, how long an answer is fresh, whose segments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from cx import text
from cx.records.file import Role
from cx.text import Language, NumberBounds
from pages.parts.computed.lenses import Aside
from pages.parts.shell import number_field, state

_DAYS: Final = NumberBounds(low=1, high=3_650, whole=True)
_FRESH: Final = 365
_LONGEST: Final = 1_000


def promise(lang: Language) -> None:
    """Draw the field for what the brand promises: fit with the brand is assessed against it."""
    known = state.current().lens_settings.promise
    tied = state.control("lens_promise", known, lambda typed: state.set_lenses(promise=typed), sure=True)
    locked = state.lock() is not None
    st.text_area(text.say("lenses.promise", lang), max_chars=_LONGEST, disabled=locked, height=80, **tied)


def fresh_days(lang: Language) -> None:
    """Draw the field for the days during which an answer is fresh."""
    known = float(state.current().lens_settings.fresh_days)
    label = text.say("lenses.fresh_days", lang)
    number_field.draw("lens_fresh", label, known, _set_days, lang, allowed=_DAYS, width=280)


def segment(columns: Sequence[str], lang: Language, *, aside: Sequence[Aside] = ()) -> None:
    """Draw the choice of the column whose segments tell moments; nothing where there is no choice.

    Parameters
    ----------
    columns
        Those that tell segments.
    aside
        Those that nothing uses and that could: to choose one is to give it that role.
    """
    others = {one.header: one for one in aside if one.header not in columns}
    if len(columns) < 2 and not others:  # noqa: PLR2004 - one column is the only one
        return
    known = state.current().lens_settings.segment
    options = ["", *columns, *others]

    def take(chosen: str) -> None:
        if chosen in others:
            _give(others[chosen])
        else:
            state.set_lenses(segment=chosen)

    shown = known if known in options else columns[0] if len(columns) == 1 else ""
    tied = state.control("lens_segment", shown, take, options)
    names = {"": text.say("lenses.segment.none", lang), **{one: one for one in options if one}}
    locked = state.lock() is not None
    label = text.say("lenses.segment", lang)
    st.selectbox(label, options, format_func=names.__getitem__, width=360, disabled=locked, **tied)


def _give(column: Aside) -> None:
    """Give a column that was put aside the role of segments, which one column of a file has."""
    known = state.current().files[column.position].choices.roles
    freed: dict[str, Role] = {column.before: "ignore"} if column.before else {}
    state.set_choices(column.position, roles={**known, **freed, column.header: "segment"})
    state.set_lenses(segment="")


def _set_days(days: float | None) -> None:
    state.set_lenses(fresh_days=int(days) if days else _FRESH)
