"""What is asked of the responses: outcome, touchpoints, segment, weight and method."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from cx import impact, text
from cx.records import METHODS, Responses
from cx.text import Language
from pages.parts.computed import derived_impact
from pages.parts.shell import history, state
from pages.parts.shell.state import LoadedFile, Question

_DIRECTIONS: Final = ("auto", "higher", "lower")


def sidebar(files: tuple[LoadedFile, ...], file: LoadedFile, found: Responses, lang: Language) -> None:
    """Draw what can be asked, with undo and redo below."""
    question = state.current().question
    with st.sidebar:
        st.markdown(f"**{text.say('drivers.question', lang)}**")
        if len(files) > 1:
            _file(files, file, lang)
        _outcome(found, question, lang)
        if file.whole is None:
            _segments(found, question, lang)
        _method(question, lang)
        _direction(question, lang)
        _left_out(found, question, lang)
        if found.weight and file.whole is None:
            label = text.say("drivers.weighted", lang, column=text.for_markdown(found.weight))
            st.toggle(label, **state.control("weighted", question.weighted, _set("weighted")))
        _clusters(file, found, lang)
        if file.whole is None:
            tied = state.control("straight_liners", question.straight_liners, _set("straight_liners"))
            st.toggle(
                text.say("drivers.straight", lang), help=text.say("drivers.straight.help", lang), **tied
            )
        else:
            st.caption(text.say("machine.added_up", lang))
        history.draw(lang)


def _set(name: str) -> partial[None]:
    return partial(_take, name)


def _take(name: str, value: object) -> None:
    state.ask(**{name: value})


def _file(files: tuple[LoadedFile, ...], file: LoadedFile, lang: Language) -> None:
    names = {one.workbook.sha256: one.workbook.name for one in files}
    tied = state.control(
        "driver_file", file.workbook.sha256, lambda to: state.ask(file=to, outcome=None), names
    )
    st.selectbox(text.say("drivers.file", lang), list(names), format_func=names.__getitem__, **tied)


def _outcome(found: Responses, question: Question, lang: Language) -> None:
    help_ = text.say("drivers.outcome.help", lang)
    choices = (*found.outcomes, *found.drivers)
    tied = state.control("outcome", derived_impact.outcome(question, found), _set("outcome"), choices)
    st.selectbox(
        text.say("drivers.outcome", lang), choices, format_func=partial(_named, found), help=help_, **tied
    )


def _named(found: Responses, column: str) -> str:
    """What the touchpoint of a column is called; any other column by its header."""
    return found.names[column].name if column in found.names else column


def _segments(found: Responses, question: Question, lang: Language) -> None:
    for column in found.segments:
        values = impact.values_of(found, column)
        if len(values) > 1:
            chosen = [value for value in question.segments.get(column, ()) if value in values]
            tied = state.control(f"within_{column}", chosen, partial(_choose, column), values)
            everyone = text.say("drivers.segment.all", lang)
            st.multiselect(text.for_markdown(column), values, placeholder=everyone, **tied)


def _choose(column: str, chosen: list[str]) -> None:
    kept = {name: values for name, values in state.current().question.segments.items() if name != column}
    state.ask(segments={**kept, column: tuple(chosen)} if chosen else kept)


def _method(question: Question, lang: Language) -> None:
    tied = state.control("method", question.method, _set("method"), METHODS)
    st.selectbox(
        text.say("drivers.method", lang),
        METHODS,
        format_func=lambda method: impact.method_name(method, lang),
        help=text.say("drivers.method.help", lang),
        **tied,
    )


def _direction(question: Question, lang: Language) -> None:
    tied = state.control("outcome_direction", question.direction or "auto", _turn, _DIRECTIONS)
    label = text.say("drivers.direction", lang)
    words = {way: text.say(f"drivers.direction.{way}", lang) for way in _DIRECTIONS}
    st.selectbox(label, _DIRECTIONS, format_func=words.__getitem__, **tied)


def _turn(way: str) -> None:
    state.ask(direction=None if way == "auto" else way)


def _clusters(file: LoadedFile, found: Responses, lang: Language) -> None:
    """Offer the column whose values hold answers that stand together, where one was chosen or is likely."""
    likely = (one.column for one in found.findings if one.code == "clusters_likely")
    column = found.cluster or next(likely, None)
    if column is None:
        return
    tied = state.control("clusters", bool(found.cluster), partial(_take_clusters, file, column))
    label = text.say("drivers.clusters", lang, column=text.for_markdown(column))
    st.toggle(label, help=text.say("drivers.clusters.help", lang), **tied)


def _take_clusters(file: LoadedFile, column: str, wanted: object) -> None:
    known = [one.workbook.sha256 for one in state.current().files]
    state.set_choices(known.index(file.workbook.sha256), cluster=column if wanted else None)


def _left_out(found: Responses, question: Question, lang: Language) -> None:
    chosen = [name for name in question.left_out if name in found.drivers]
    tied = state.control("left_out", chosen, lambda names: state.ask(left_out=tuple(names)), found.drivers)
    none = text.say("drivers.left_out.none", lang)
    st.multiselect(
        text.say("drivers.left_out", lang),
        found.drivers,
        format_func=partial(_named, found),
        placeholder=none,
        **tied,
    )
