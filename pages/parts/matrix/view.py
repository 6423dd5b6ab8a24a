"""The controls of the matrix in the sidebar: crosshair, bubbles and labels."""

from __future__ import annotations

from functools import partial
from typing import Any, Literal, get_args

import streamlit as st

from cx import matrix as building
from cx import text
from cx.matrix import ViewOptions
from cx.records import CROSSHAIR_RULES, ColourBy, Matrix, Settings, SizeMode, Unit
from cx.text import Language
from pages.parts.matrix import lens_on, look
from pages.parts.shell import history, number_field, state
from pages.parts.shell.state import Workspace


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
        lens_on.draw(settings, lang)
        look.box(workspace, matrix, options, lang)
        history.draw(lang)


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


def _line(axis: Literal["satisfaction", "impact"], place: int, matrix: Matrix, lang: Language) -> None:
    lines = matrix.settings.fixed or (matrix.crosshair.satisfaction, matrix.crosshair.impact or 0.0)
    label, held = text.say(f"view.line.{axis}", lang), state.lock() is not None
    allowed = building.line_bounds(matrix, axis)
    take = partial(_set_line, place, lines=lines)
    number_field.draw(f"line_{axis}", label, lines[place], take, lang, allowed=allowed, disabled=held)


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
