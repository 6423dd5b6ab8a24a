"""What is chosen about paths: what makes one, which are looked at, how many are drawn, what lines show."""

from __future__ import annotations

from typing import Final

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.computed import paths as computed
from pages.parts.computed.places import Logs
from pages.parts.shell import paths, state
from pages.parts.shell.paths import PathQuestion

_NONE: Final = ""
"""Chosen is nothing: a box of Streamlit shows ``None`` as if nothing had been chosen yet."""
GAPS: Final = (0, 1, 7, 14, 30, 90)
DRAWN: Final = (0, 1, 5, 10, 25, 50, 100, 250, 1000)
_MEASURES: Final = ("customers", "time")


def draw(files: Logs, asked: PathQuestion, lang: Language) -> None:
    """Draw the row of choices above the map."""
    columns = computed.splits(files)
    known = computed.sides(files, asked.split)
    places = iter(st.columns(6 if columns else 5, gap="small", vertical_alignment="bottom"))
    if columns:
        with next(places):
            _split(columns, asked, lang)
    with next(places):
        _side("a", known, asked, lang)
    with next(places):
        _side("b", known, asked, lang)
    with next(places):
        _gap(asked, lang)
    with next(places):
        _drawn(asked, lang)
    with next(places):
        _measure(asked, lang)


def about(asked: PathQuestion) -> tuple[str, ...]:
    """Return which paths are drawn, in words for the line below the title, where not all."""
    alone = (asked.a,) if asked.a and not asked.b else ()
    return (*alone, *((f"{asked.within[0]}: {asked.within[1]}",) if asked.within else ()))


def _split(columns: tuple[str, ...], asked: PathQuestion, lang: Language) -> None:
    offered = (_NONE, *columns)
    tied = state.control("paths_split", asked.split or _NONE, _set_split, offered)
    st.selectbox(
        text.say("journeys.split", lang),
        offered,
        format_func=lambda column: column or text.say("journeys.split.periods", lang),
        help=text.say("journeys.split.help", lang),
        **tied,
    )


def _set_split(column: str) -> None:
    paths.ask(split=column or None, a=None, b=None)


def _side(side: str, known: tuple[str, ...], asked: PathQuestion, lang: Language) -> None:
    value: str | None = getattr(asked, side)
    offered = (_NONE, *(name for name in known if side == "a" or name != asked.a))
    tied = state.control(f"paths_{side}", value or _NONE, _SETTERS[side], offered)
    st.selectbox(
        text.say(f"journeys.side.{side}", lang),
        offered,
        format_func=lambda name: name or text.say(f"journeys.side.{side}.none", lang),
        disabled=side == "b" and asked.a is None,
        **tied,
    )


def _set_a(name: str) -> None:
    other = paths.current().b
    paths.ask(a=name or None, b=None if name in (_NONE, other) else other)


def _set_b(name: str) -> None:
    paths.ask(b=name or None)


_SETTERS: Final = {"a": _set_a, "b": _set_b}


def _gap(asked: PathQuestion, lang: Language) -> None:
    tied = state.control("paths_gap", asked.gap or 0, lambda gap: paths.ask(gap=gap or None), GAPS)
    st.selectbox(
        text.say("journeys.gap", lang),
        GAPS,
        format_func=lambda gap: text.say("journeys.gap.days" if gap else "journeys.gap.none", lang, n=gap),
        help=text.say("journeys.gap.help", lang),
        **tied,
    )


def _drawn(asked: PathQuestion, lang: Language) -> None:
    tied = state.control("paths_drawn", asked.variants or 0, lambda n: paths.ask(variants=n or None), DRAWN)
    st.selectbox(
        text.say("journeys.drawn", lang),
        DRAWN,
        format_func=lambda n: text.say("journeys.drawn.n" if n else "journeys.drawn.readable", lang, n=n),
        help=text.say("journeys.drawn.help", lang),
        **tied,
    )


def _measure(asked: PathQuestion, lang: Language) -> None:
    tied = state.control("paths_measure", asked.measure, lambda one: paths.ask(measure=one), _MEASURES)
    st.selectbox(
        text.say("journeys.measure", lang),
        _MEASURES,
        format_func=lambda one: text.say(f"journeys.measure.{one}", lang),
        **tied,
    )
