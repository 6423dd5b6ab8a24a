"""The filters that the data allow, side by side while they can be read, with places for buttons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import streamlit as st

from cx import text
from cx.matrix import ViewOptions
from cx.records import Settings
from cx.text import Language
from pages.parts.shell import state

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator


def draw(options: ViewOptions, settings: Settings, lang: Language, *, buttons: int) -> list[DeltaGenerator]:
    """Draw the filters that the data allow side by side; return the places for buttons beside them."""
    named = (("journeys", options.journeys), ("channels", options.channels), ("segments", options.segments))
    offered = [(name, found) for name, found in named if len(found) > 1]
    with st.container(key="filters", horizontal=True):
        for name, found in offered:
            _filter(name, found, settings, lang)
        if len(options.periods) > 1:
            _period(options, settings, lang)
        return [st.container(key=f"beside_{place}") for place in range(buttons)]


def _period(options: ViewOptions, settings: Settings, lang: Language) -> None:
    period = settings.filters.period or options.periods[-1]
    tied = state.control("period", period, lambda to: _set_period(to, options), options.periods)
    st.selectbox(text.say("view.period", lang), options.periods[::-1], label_visibility="collapsed", **tied)


def _filter(name: str, found: tuple[str, ...], settings: Settings, lang: Language) -> None:
    chosen = [value for value in getattr(settings.filters, name) if value in found]
    tied = state.control(name, chosen, lambda to: _set_filter(name, to), found)
    label, all_of_them = text.say(f"view.{name}", lang), text.say(f"view.{name}.all", lang)
    st.multiselect(label, found, placeholder=all_of_them, label_visibility="collapsed", **tied)


def _set_filter(name: str, chosen: list[str]) -> None:
    state.set_settings(
        filters=replace(state.current().settings.filters, **cast("Any", {name: tuple(chosen)}))
    )


def _set_period(chosen: str, options: ViewOptions) -> None:
    period = None if chosen == options.periods[-1] else chosen
    state.set_settings(filters=replace(state.current().settings.filters, period=period))
