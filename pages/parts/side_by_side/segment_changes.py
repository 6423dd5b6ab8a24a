"""Satisfaction and impact per segment beside each other, and which touchpoints change quadrant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from cx import text
from cx.records import Matrix, Settings
from cx.text import Language
from pages.parts.shell import numbers

if TYPE_CHECKING:
    from cx.matrix.comparison import Segments


def draw(found: Segments, settings: Settings, lang: Language) -> None:
    """Draw what changes between segments, in words and as a table."""
    from cx.matrix.comparison import segments

    for sentence in segments.segment_words(found, settings, lang):
        st.markdown(text.for_markdown(sentence))
    rows = segments.table(found, settings, lang)
    one = next(iter(found.matrices.values()))
    columns = {name: _column(name, tuple(found.matrices), one, lang) for name in rows}
    numbers.table(rows, columns, text.say("segments.alt", lang), lang)


def _column(name: str, segments: tuple[str, ...], matrix: Matrix, lang: Language) -> numbers.Column:
    kind, _, place = name.partition(" ")
    if not place:
        label = text.say(f"segments.column.{kind}", lang)
        return numbers.Column(label, "tick") if kind == "moves" else numbers.Column(label, "name")
    label = text.say(f"segments.column.{kind}", lang, segment=segments[int(place)])
    if kind == "quadrant":
        return numbers.Column(label, "words")
    return numbers.Column(label, write=_writing(kind, matrix, lang))


def _writing(kind: str, matrix: Matrix, lang: Language) -> numbers.Write:
    shares = matrix.impact_kind in ("derived", "composed")
    if kind == "certainty" or (kind == "impact" and shares):
        return numbers.percent(1 if kind == "impact" else 0, lang)
    return numbers.plain(0 if kind == "n" else 2, lang)
