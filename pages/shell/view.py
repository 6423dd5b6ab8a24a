"""The controls of the matrix: crosshair, bubbles and labels in the sidebar, filters above the chart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final, cast, get_args

import streamlit as st

from cx import text
from cx.matrix import ViewOptions
from cx.records import CROSSHAIR_RULES, ColourBy, Matrix, Settings, SizeMode, Unit
from cx.text import Language
from pages.shell import look, state, window
from pages.shell.state import Workspace

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

_RESETS: Final[dict[str, Callable[[], None]]] = {
    "view": state.reset_view,
    "strategies": state.reset_strategies,
    "edits": state.reset_edits,
}


def sidebar(workspace: Workspace, matrix: Matrix, options: ViewOptions, lang: Language) -> None:
    """Draw what changes how the matrix is drawn."""
    settings = matrix.settings
    with st.sidebar:
        st.markdown(f"**{text.say('view.title', lang)}**")
        _crosshair(matrix, lang)
        if matrix.has_impact and matrix.has_volume:
            _choice("size", get_args(SizeMode), settings, lang)
        colours = [kind for kind in get_args(ColourBy) if kind == "quadrant" or _has(options, kind)]
        _pick("colour_by", colours, settings, lang)
        units = [unit for unit in get_args(Unit) if unit == "touchpoint" or _has(options, unit)]
        _pick("unit", units, settings, lang, disabled=state.lock() is not None)
        _toggle("labels", settings, lang)
        look.box(workspace, matrix, options, lang)
        history(lang)


def history(lang: Language) -> None:
    """Draw undo, redo and reset."""
    with st.container(horizontal=True, gap="small"):
        for name, can, act in (
            ("undo", state.can_undo(), state.undo),
            ("redo", state.can_redo(), state.redo),
        ):
            label = text.say(f"view.{name}", lang)
            st.button(
                label, icon=f":material/{name}:", key=name, on_click=act, disabled=not can, width="stretch"
            )
    st.menu_button(
        text.say("view.reset", lang),
        [what for what in _RESETS if what == "view" or state.lock() is None],
        icon=":material/restart_alt:",
        key=f"reset_{lang}",
        format_func=lambda what: text.say(f"view.reset.{what}", lang),
        on_click=partial(_reset, lang),
        width="stretch",
    )


def bar(options: ViewOptions, settings: Settings, lang: Language, *, buttons: int) -> list[DeltaGenerator]:
    """Draw the filters that the data allow side by side; return the places for buttons beside them."""
    named = (("journeys", options.journeys), ("channels", options.channels), ("segments", options.segments))
    offered = [(name, found) for name, found in named if len(found) > 1]
    count = len([*offered, *(["period"] if len(options.periods) > 1 else [])])
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


def _crosshair(matrix: Matrix, lang: Language) -> None:
    tied = state.control(
        "rule", matrix.settings.crosshair_rule, lambda to: _set_rule(to, matrix), CROSSHAIR_RULES
    )
    label, help_ = text.say("view.crosshair", lang), text.say("view.crosshair.help", lang)
    st.selectbox(
        label,
        CROSSHAIR_RULES,
        format_func=lambda rule: text.say(f"view.rule.{rule}", lang),
        help=help_,
        disabled=state.lock() is not None,
        **tied,
    )
    if matrix.settings.crosshair_rule == "fixed":
        with st.container(horizontal=True):
            _line("satisfaction", 0, matrix, lang)
            if matrix.has_impact:
                _line("impact", 1, matrix, lang)
    _toggle("freeze", matrix.settings, lang, disabled=state.lock() is not None)


def _line(axis: str, place: int, matrix: Matrix, lang: Language) -> None:
    lines = matrix.settings.fixed or (matrix.crosshair.satisfaction, matrix.crosshair.impact or 0.0)
    tied = state.control(f"line_{axis}", float(lines[place]), lambda to: _set_line(place, to, lines))
    small = abs(lines[place]) < 1
    label = text.say(f"view.line.{axis}", lang)
    step, shape = (0.01, "%.3f") if small else (0.1, "%.2f")
    st.number_input(label, step=step, format=shape, disabled=state.lock() is not None, **tied)


def _set_rule(rule: Any, matrix: Matrix) -> None:  # noqa: ANN401 - one of CROSSHAIR_RULES, from a widget
    lines = matrix.crosshair.satisfaction, matrix.crosshair.impact or 0.0
    state.set_settings(crosshair_rule=rule, fixed=lines if rule == "fixed" else None)


def _set_line(place: int, value: float | None, lines: tuple[float, float]) -> None:
    if value is not None:
        state.set_settings(fixed=(value, lines[1]) if place == 0 else (lines[0], value))


def _choice(name: str, values: tuple[str, ...], settings: Settings, lang: Language) -> None:
    tied = state.control(name, getattr(settings, name), lambda to: state.set_settings(**{name: to}), values)
    label = text.say(f"view.{name}", lang)
    words = {value: text.say(f"view.{name}.{value}", lang) for value in values}
    st.segmented_control(label, values, required=True, format_func=words.__getitem__, width="stretch", **tied)


def _pick(
    name: str, values: list[str], settings: Settings, lang: Language, *, disabled: bool = False
) -> None:
    if len(values) < 2:  # noqa: PLR2004 - nothing to choose
        return
    tied = state.control(name, getattr(settings, name), lambda to: state.set_settings(**{name: to}), values)
    words = {value: text.say(f"view.{name}.{value}", lang) for value in values}
    label = text.say(f"view.{name}", lang)
    st.selectbox(label, values, format_func=words.__getitem__, disabled=disabled, **tied)


def _toggle(name: str, settings: Settings, lang: Language, *, disabled: bool = False) -> None:
    tied = state.control(name, getattr(settings, name), lambda to: state.set_settings(**{name: to}))
    label, help_ = text.say(f"view.{name}", lang), text.say(f"view.{name}.help", lang)
    st.toggle(label, help=help_, disabled=disabled, **tied)


def _has(options: ViewOptions, kind: str) -> bool:
    return len(getattr(options, f"{kind}s")) > 1


def _reset(lang: Language) -> None:
    what = st.session_state[f"reset_{lang}"]
    if what in _RESETS:
        _RESETS[what]()
