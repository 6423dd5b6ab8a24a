"""The filters that the data allow, side by side, with places for buttons beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import streamlit as st

from cx import text
from cx.matrix import ViewOptions
from cx.records import Settings
from cx.text import Language
from pages.parts.shell import state, window

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator


def draw(options: ViewOptions, settings: Settings, lang: Language, *, buttons: int) -> list[DeltaGenerator]:
    """Draw the filters that the data allow side by side; return the places for buttons beside them."""
    named = (("journeys", options.journeys), ("channels", options.channels), ("segments", options.segments))
    offered = [(name, found) for name, found in named if len(found) > 1]
    count = len([*offered, *(["period"] if len(options.periods) > 1 else [])])
    if not count:
        # One part, laid out by our own style, where columns of Streamlit would be four.
        place = st.container(key=f"only_buttons_{buttons}")
        return [place for _ in range(buttons)]
    shares = window.filter_shares(count, buttons)
    places = st.columns(shares, gap="small", vertical_alignment="center")
    for place, (name, found) in zip(places, offered, strict=False):
        with place:
            _filter(name, found, settings, lang)
    if len(options.periods) > 1:
        with places[len(offered)]:
            _period(options, settings, lang)
    return places[-buttons:]


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
