"""Satisfaction and impact per segment beside each other, and which touchpoints change quadrant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import streamlit as st

from cx import text
from cx.records import Matrix, Settings
from cx.text import Language
from pages.shell import numbers

if TYPE_CHECKING:
    from cx.matrix.segments import Segments


def draw(found: Segments, settings: Settings, lang: Language) -> None:
    """Draw what changes between segments, in words and as a table."""
    from cx.matrix import segments

    for sentence in segments.segment_words(found, settings, lang):
        st.markdown(text.for_markdown(sentence))
    rows = segments.table(found, settings, lang)
    one = next(iter(found.matrices.values()))
    columns = {name: _column(name, tuple(found.matrices), lang) for name in rows}
    numbers.table(rows, columns, _writings(rows.columns, one, lang), text.say("segments.alt", lang))


def _writings(columns: Iterable[str], matrix: Matrix, lang: Language) -> dict[str, numbers.Write]:
    words = ("touchpoint", "moves", "quadrant")
    return {name: _writing(name, matrix, lang) for name in columns if name.partition(" ")[0] not in words}


def _writing(name: str, matrix: Matrix, lang: Language) -> numbers.Write:
    shares = matrix.impact_kind in ("derived", "composed")
    kind = name.partition(" ")[0]
    if kind == "certainty" or (kind == "impact" and shares):
        return numbers.percent(1 if kind == "impact" else 0, lang)
    return numbers.plain(0 if kind == "n" else 2, lang)


def _column(name: str, segments: tuple[str, ...], lang: Language) -> Any:  # noqa: ANN401 - Streamlit's own type
    kind, _, place = name.partition(" ")
    if not place:
        label = text.say(f"segments.column.{kind}", lang)
        return (
            st.column_config.CheckboxColumn(label, width=80)
            if kind == "moves"
            else st.column_config.TextColumn(label, width=200, pinned=True)
        )
    label = text.say(f"segments.column.{kind}", lang, segment=segments[int(place)])
    return (
        st.column_config.TextColumn(label, width=160)
        if kind == "quadrant"
        else st.column_config.NumberColumn(label, width=150)
    )
