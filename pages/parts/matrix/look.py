"""How the picture is drawn: marks, colours, words and format, chosen in a box that opens."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, Final

import streamlit as st

from cx import matrix as building
from cx import text
from cx.matrix import ViewOptions
from cx.records import PICTURE_FORMATS, QUADRANTS, Matrix, PictureOptions, Quadrant
from cx.text import Language, NumberBounds
from pages.parts.computed import all_files, paths, screen
from pages.parts.matrix import logo_choice
from pages.parts.shell import findings, number_field, state
from pages.parts.shell.state import Workspace

_MARKS: Final = ("tint", "borderline", "priority_lines", "regions", "arrows", "repeats")
_SIDES: Final = NumberBounds(240, 4000, whole=True)
"""Of a picture, in pixels."""


def box(workspace: Workspace, matrix: Matrix, options: ViewOptions, lang: Language) -> None:
    """Draw the choices, which open in the sidebar: beside it there is no room for so many."""
    label = text.say("look.title", lang)
    opened = st.expander(label, icon=":material/palette:", key="look", on_change="rerun")
    if not opened.open:
        return
    with opened:
        _marks(workspace, matrix, lang)
        _touchpoints(matrix, options, lang)
        _words(matrix, lang)
        _format(matrix, lang)
        _colours(matrix, lang)
        logo_choice.draw(lang)
        label = text.say("look.reset", lang)
        st.button(label, icon=":material/restart_alt:", key="look_reset", on_click=_reset, width="stretch")


def _marks(workspace: Workspace, matrix: Matrix, lang: Language) -> None:
    look = matrix.settings.look
    possible = {
        "regions": bool(screen.regions(workspace)),
        "arrows": bool(building.earlier_period(matrix, all_files.touchpoints(workspace))),
        "priority_lines": matrix.has_impact,
        "repeats": bool(paths.logs(workspace)),
    }
    for name in _MARKS:
        tied = state.control(f"look_{name}", getattr(look, name), partial(_set_one, name))
        help_ = text.say(f"look.{name}.help", lang)
        st.toggle(text.say(f"look.{name}", lang), help=help_, disabled=not possible.get(name, True), **tied)


def _touchpoints(matrix: Matrix, options: ViewOptions, lang: Language) -> None:
    look = matrix.settings.look
    if len(options.segments) > 1:
        among = ("", *options.segments)
        ghost = look.ghost if look.ghost in options.segments else ""
        tied = state.control("look_ghost", ghost, lambda name: _set(ghost=name or None), among)
        nobody = text.say("look.ghost.none", lang)
        st.selectbox(text.say("look.ghost", lang), among, format_func=lambda name: name or nobody, **tied)
    names = {bubble.id: bubble.label for bubble in matrix.by_priority}
    chosen = [one for one in look.highlight if one in names]
    tied = state.control("look_highlight", chosen, lambda ids: _set(highlight=tuple(ids)), names)
    none = text.say("look.highlight.none", lang)
    st.multiselect(
        text.say("look.highlight", lang),
        list(names),
        format_func=lambda one: names.get(one, ""),
        placeholder=none,
        **tied,
    )
    tied = state.control("look_anonymous", look.anonymous, partial(_set_one, "anonymous"))
    st.toggle(text.say("look.anonymous", lang), help=text.say("look.anonymous.help", lang), **tied)


def _words(matrix: Matrix, lang: Language) -> None:
    for name, longest in (("title", 160), ("footnote", 240)):
        typed = getattr(matrix.settings.look, name) or ""
        tied = state.control(f"look_{name}", typed, partial(_set_words, name))
        empty = text.say(f"look.{name}.empty", lang)
        st.text_input(text.say(f"look.{name}.field", lang), max_chars=longest, placeholder=empty, **tied)


def _format(matrix: Matrix, lang: Language) -> None:
    look = matrix.settings.look
    tied = state.control("look_format", look.format, partial(_set_one, "format"), PICTURE_FORMATS)
    words = {name: text.say(f"look.format.{name}", lang) for name in PICTURE_FORMATS}
    st.selectbox(text.say("look.format", lang), PICTURE_FORMATS, format_func=words.__getitem__, **tied)
    if look.format == "custom":
        _own_size(look, lang)
    tied = state.control("look_type", float(look.type_size), partial(_set_one, "type_size"))
    st.slider(text.say("look.type", lang), 0.8, 1.6, step=0.05, format="%.2f×", **tied)


def _own_size(look: PictureOptions, lang: Language) -> None:
    with st.container(horizontal=True):
        for place, side in enumerate(("width", "height")):
            length, label = look.custom_size[place], text.say(f"look.{side}", lang)
            number_field.draw(f"look_{side}", label, length, partial(_set_side, place), lang, allowed=_SIDES)


def _colours(matrix: Matrix, lang: Language) -> None:
    from cx import picture

    look = matrix.settings.look
    st.markdown(f"**{text.say('look.colours', lang)}**")
    now = picture.shades(look.colours)
    for quadrant in QUADRANTS:
        name = building.strategy(matrix.settings, quadrant, lang).name
        tied = state.control(
            f"look_colour_{quadrant}", now[quadrant].fill.lower(), partial(_set_colour, quadrant)
        )
        st.color_picker(text.for_markdown(name), **tied)
    findings.brief(picture.colour_findings(look.colours), lang)


def _set(**changes: Any) -> None:  # noqa: ANN401 - the fields of PictureOptions, each with its own type
    state.set_settings(look=replace(state.current().settings.look, **changes))


def _set_one(name: str, value: object) -> None:
    _set(**{name: value})


def _set_words(name: str, typed: str) -> None:
    _set(**{name: typed.strip() or None})


def _set_side(place: int, length: float | None) -> None:
    if length is None:
        return
    sides = list(state.current().settings.look.custom_size)
    sides[place] = length
    _set(custom_size=tuple(sides))


def _set_colour(quadrant: Quadrant, chosen: str) -> None:
    from cx import picture

    own = {**state.current().settings.look.colours, quadrant: chosen.upper()}
    plain = picture.shades({})
    _set(colours={name: colour for name, colour in own.items() if colour != plain[name].fill.upper()})


def _reset() -> None:
    state.set_settings(look=state.current().settings.look.plain)
