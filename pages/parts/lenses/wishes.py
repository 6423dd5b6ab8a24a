"""Moments that could be created: a line each, and where they would stand on the matrix."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from cx import text
from cx.records import Matrix
from cx.records.lenses import MOST_WISHED, Wished
from cx.text import Language
from pages.parts.shell import number_field, state

_LONGEST: Final = 80


def draw(matrix: Matrix, lang: Language) -> None:
    """Draw the list of moments that are wished for; a new one stands where the lines of the matrix cross."""
    locked = state.lock() is not None
    st.markdown(f"**{text.say('wishes.title', lang)}**", help=text.say("wishes.help", lang))
    for place, one in enumerate(_known()):
        _line(place, one, lang, locked=locked)
    lines = matrix.crosshair
    full = len(_known()) >= MOST_WISHED
    st.button(
        text.say("wishes.add", lang),
        icon=":material/add:",
        key="wish_add",
        on_click=_add,
        args=(Wished(text.say("wishes.new", lang), lines.satisfaction, lines.impact or 0.0),),
        disabled=locked or full,
        help=text.say("wishes.full", lang, n=MOST_WISHED) if full else None,
    )


def _line(place: int, one: Wished, lang: Language, *, locked: bool) -> None:
    name, satisfaction, impact, drop = st.columns([4, 2, 2, 1], vertical_alignment="bottom")
    with name:
        tied = state.control(f"wish_name_{place}", one.name, partial(_named, place), sure=True)
        st.text_input(text.say("wishes.name", lang), max_chars=_LONGEST, disabled=locked, **tied)
    with satisfaction:
        _number(place, "satisfaction", one.satisfaction, lang, locked=locked)
    with impact:
        _number(place, "impact", one.impact, lang, locked=locked)
    drop.button(
        text.say("wishes.drop", lang),
        icon=":material/delete:",
        key=f"wish_drop_{place}",
        on_click=_drop,
        args=(place,),
        disabled=locked,
        type="tertiary",
    )


def _number(place: int, figure: str, value: float, lang: Language, *, locked: bool) -> None:
    apply: Callable[[float | None], None] = partial(_moved, place, figure)
    label = text.say(f"wishes.{figure}", lang)
    number_field.draw(f"wish_{figure}_{place}", label, value, apply, lang, disabled=locked)


def _known() -> tuple[Wished, ...]:
    return state.current().lens_settings.wished


def _put(place: int, one: Wished) -> None:
    known = _known()
    state.set_lenses(wished=(*known[:place], one, *known[place + 1 :]))


def _named(place: int, name: str) -> None:
    _put(place, replace(_known()[place], name=name.strip()))


def _moved(place: int, figure: str, value: float | None) -> None:
    if value is not None:
        _put(place, replace(_known()[place], **{figure: value}))


def _add(one: Wished) -> None:
    state.set_lenses(wished=(*_known(), one))


def _drop(place: int) -> None:
    known = _known()
    state.set_lenses(wished=(*known[:place], *known[place + 1 :]))
