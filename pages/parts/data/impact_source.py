"""Where impact comes from: one column, several with weights and directions, or none yet and three ways on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from cx import text
from cx.records import ImpactPart, Role
from cx.records.file import CellEdit, Understanding, letter_of, position_of
from cx.text import Language, NumberBounds
from pages.parts.computed import all_files, one_file
from pages.parts.data import roles
from pages.parts.shell import number_field, state
from pages.parts.upload import boxes

_NEVER: Final[tuple[Role, ...]] = (
    "touchpoint",
    "satisfaction",
    "journey",
    "channel",
    "segment",
    "period",
    "owner",
    "note",
)


_NO_SCALE: Final = "none"
_SCALES: Final = ("1-5", "1-7", "1-10", "0-10", "0-100")


def source(position: int, seen: Understanding, lang: Language) -> None:
    """Draw the choice of the columns that hold the impact, and how several are added up."""
    if seen.shape != "touchpoints":
        return  # a respondent's row holds no impact of a touchpoint
    candidates = [column.header for column in seen.columns if column.role not in _NEVER]
    chosen = [part.column for part in _parts(position, seen) if part.column in candidates]
    tied = state.control(f"impact_{position}", chosen, partial(_choose, position, seen), candidates)
    st.multiselect(
        text.say("data.impact", lang),
        candidates,
        placeholder=text.say("data.impact.none", lang),
        width=432,
        help=text.say("data.impact.help", lang),
        **tied,
    )


def scale_box(position: int, seen: Understanding, lang: Language) -> None:
    """Draw the scale of an impact that was scored; effects have none, and then there is nothing to set."""
    parts = _parts(position, seen)
    if len(parts) != 1:
        return
    scale = state.current().files[position].choices.impact_scale or seen.scales.get(parts[0].column)
    name = next((name for name in _SCALES if roles.SCALES[name] == scale), _NO_SCALE)
    offered = (_NO_SCALE, *_SCALES)
    tied = state.control(f"impact_scale_{position}", name, partial(_choose_scale, position), offered)
    st.selectbox(
        text.say("data.impact_scale", lang),
        offered,
        format_func=lambda key: text.say(f"data.scale.{key}", lang),
        help=text.say("data.impact_scale.help", lang),
        width=208,
        **tied,
    )


def composition(position: int, seen: Understanding, lang: Language) -> None:
    """Draw weight and direction of each column, where several make up the impact."""
    parts = _parts(position, seen)
    for place, part in enumerate(parts if len(parts) > 1 else ()):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            name, weigh = f"weight_{position}_{place}", partial(_weigh, position, seen, place)
            label = text.say("data.impact.weight", lang, column=text.for_markdown(part.column))
            number_field.draw(name, label, float(part.weight), weigh, lang, allowed=NumberBounds(low=0.0))
            way = state.control(
                f"way_{position}_{place}",
                part.direction,
                partial(_turn, position, seen, place),
                roles.DIRECTIONS,
            )
            st.selectbox(
                text.say("data.impact.direction", lang),
                roles.DIRECTIONS,
                format_func=lambda direction: text.say(f"data.impact.{direction}", lang),
                **way,
            )


def ways_on(position: int, seen: Understanding, lang: Language) -> None:
    """Draw the ways to get an impact where the table has none; in a survey there is no cell to type it in."""
    survey, own = seen.shape in roles.SURVEYS, all_files.own_answers(state.current())
    few = survey and own is not None and own.found.lacks_answers
    with st.container(border=True):
        st.header(text.say("ways.title", lang), anchor=False)
        if survey and own is not None and own.found.why_not:
            st.markdown(text.for_markdown(own.found.why_not.message(lang)))
        key = "ways.why.few" if few else "ways.why.survey" if survey else "ways.why"
        st.markdown(text.say(key, lang))
        offered = (_add_it,) if few else (_derive_it, _add_it)
        ways = offered if survey else (_type_it, _add_it, _derive_it)
        for way, area in zip(ways, st.columns(len(ways), gap="medium"), strict=True):
            with area:
                way(position, seen, lang)


def _type_it(position: int, seen: Understanding, lang: Language) -> None:
    st.markdown(text.say("ways.type", lang))
    add = partial(_add_column, position, seen, text.say("ways.type.header", lang))
    st.button(text.say("ways.type.button", lang), icon=":material/edit:", on_click=add)


def _add_it(_position: int, _seen: Understanding, lang: Language) -> None:
    st.markdown(text.say("ways.file", lang))
    boxes.take_files(lang, add=True, place="ways")


def _derive_it(_position: int, seen: Understanding, lang: Language) -> None:
    own = seen.shape in roles.SURVEYS
    st.markdown(text.say("ways.derive.own" if own else "ways.derive", lang))
    label = text.say("ways.derive.link", lang)
    st.page_link("pages/drivers.py", label=label, icon=":material/bar_chart:")


def _parts(position: int, seen: Understanding) -> tuple[ImpactPart, ...]:
    """Return the parts as they are used: set by hand, else as composed, else the one column."""
    file = state.current().files[position]
    used = file.choices.impact_parts or one_file.impact_parts(file)
    return used or tuple(ImpactPart(column.header) for column in seen.columns_of("impact"))


def _choose(position: int, seen: Understanding, headers: list[str]) -> None:
    before = {part.column: part for part in _parts(position, seen)}
    dropped: dict[str, Role] = {header: "ignore" for header in before if header not in headers}
    taken: dict[str, Role] = dict.fromkeys(headers, "impact")
    file = state.current().files[position]
    given = {**file.choices.roles, **dropped, **taken}
    asked = replace(file, choices=replace(file.choices, roles=given, impact_parts=()))
    proposed = {part.column: part for part in one_file.impact_parts(asked)}
    set_by_hand = {part.column: part for part in file.choices.impact_parts}
    known = proposed | set_by_hand
    parts = tuple(known.get(header, ImpactPart(header)) for header in headers)
    state.set_choices(position, impact_parts=parts if len(parts) > 1 else (), roles=given)


def _choose_scale(position: int, name: str) -> None:
    state.set_choices(position, impact_scale=roles.SCALES.get(name))


def _weigh(position: int, seen: Understanding, place: int, weight: float | None) -> None:
    if weight is not None:
        _change(position, seen, place, weight=weight)


def _turn(position: int, seen: Understanding, place: int, direction: str) -> None:
    _change(position, seen, place, direction=direction)


def _change(position: int, seen: Understanding, place: int, **changes: object) -> None:
    parts = list(_parts(position, seen))
    parts[place] = replace(parts[place], **changes)  # type: ignore[arg-type]  # a weight or a direction
    state.set_choices(position, impact_parts=tuple(parts))


def _add_column(position: int, seen: Understanding, header: str) -> None:
    file = state.current().files[position]
    given: dict[str, Role] = {**file.choices.roles, header: "impact"}
    if any(column.header == header for column in seen.columns):
        state.set_choices(position, roles=given)
        return
    last = max((position_of(column.letter) for column in seen.columns), default=-1)
    row = seen.header_rows[-1] if seen.header_rows else 1
    edit = CellEdit(seen.sheet, row, letter_of(last + 1), header)
    state.set_file(position, edits=(*file.edits, edit), choices=replace(file.choices, roles=given))
