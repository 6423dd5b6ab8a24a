"""What can be read in two ways: asked, with a preview of what each reading comes to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import islice

import streamlit as st

from cx import text
from cx.records import Preview, Question, Reading
from cx.records.file import Understanding
from cx.text import Language
from pages.parts.computed import one_file
from pages.parts.data import outcome_question
from pages.parts.shell import state

_MOST = 6
"""Questions that are shown at once; the rest follow when these are answered."""
_ABREAST = 3
"""Readings beside one another: more would have no room for their tables."""


def draw(position: int, seen: Understanding, lang: Language) -> None:
    """Draw the questions about one file, last which column is the outcome; an answer settles its question."""
    outcomes = outcome_question.likely(position)
    asked = (*seen.questions, *([outcomes] if outcomes else []))
    if not asked:
        return
    st.header(text.say("questions.title", lang, n=len(asked)), anchor=False)
    _about_file(position, seen.questions, lang)
    outcome_question.draw(position, outcomes, lang, alone=not seen.questions)


def _about_file(position: int, left: Sequence[Question], lang: Language) -> None:
    """Draw the questions about how a file is read, the first of them open."""
    for place, question in enumerate(left[:_MOST]):
        title = text.say(f"questions.{question.kind}", lang)
        about = _about(question, lang)
        label = f"{title} · {about}" if about else title
        key = f"question_{position}_{question.key}"
        box = st.expander(label, icon=":material/help:", expanded=place == 0, key=key, on_change="rerun")
        if box.open:
            with box:
                _ask(position, question, lang)
    if len(left) > _MOST:
        st.markdown(f":small[{text.say('questions.more', lang, n=len(left[_MOST:]))}]")


def _about(question: Question, lang: Language) -> str:
    """Return the column that a question is about, or how many; empty where it is about the whole sheet."""
    if question.finding.column:
        return text.for_markdown(question.finding.column)
    columns = question.columns
    return text.say("questions.columns", lang, n=len(columns)) if len(columns) > 1 else ""


def _ask(position: int, question: Question, lang: Language) -> None:
    st.markdown(text.for_markdown(question.finding.message(lang)))
    shown = one_file.previews(state.current().files[position], (one.choices for one in question.readings))
    abreast, left = min(len(shown), _ABREAST), zip(question.readings, shown, strict=True)
    while row := tuple(islice(left, abreast)):
        for (reading, preview), place in zip(row, st.columns(abreast, gap="medium"), strict=False):
            with place:
                _reading(position, question, reading, preview, lang)


def _reading(position: int, question: Question, reading: Reading, preview: Preview, lang: Language) -> None:
    side = question.readings.index(reading)
    st.markdown(f"**{text.for_markdown(reading.label(lang))}**")
    st.html(_table(preview, lang))
    label = text.say("questions.keep" if reading.chosen else "questions.take", lang)
    st.button(
        label,
        key=f"answer_{position}_{question.key}_{side}",
        icon=":material/check:" if reading.chosen else None,
        on_click=partial(state.set_file, position, choices=reading.choices),
    )


def _table(preview: Preview, lang: Language) -> str:
    """Return what a reading comes to: its first touchpoints, or what stands in its way."""
    if preview.problem is not None:
        return f"<p class='cx-foot'>{text.for_html(preview.problem.message(lang))}</p>"
    numbers = [
        name
        for name in ("satisfaction", "volume", "n")
        if any(getattr(one, name) is not None for one in preview.rows)
    ]
    names = ("touchpoint", *numbers)
    heads = "".join(_head(name, lang) for name in names)
    rows = "".join(
        f"<tr><td>{text.for_html(one.touchpoint)}</td>{_numbers(one, numbers, lang)}</tr>"
        for one in preview.rows
    )
    count = text.say("found.touchpoints", lang, n=preview.touchpoints)
    if preview.scale:
        ends = {"low": preview.scale.minimum, "high": preview.scale.maximum}
        count = f"{count} · {text.say('data.found.scale', lang, **ends)}"
    return (
        f"<table class='cx-table'><caption>{count}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _head(name: str, lang: Language) -> str:
    """Return what stands above a column: over numbers, which stand to the right, to the right as well."""
    kind = "" if name == "touchpoint" else " class='cx-number'"
    return f"<th scope='col'{kind}>{text.say(f'found.head.{name}', lang)}</th>"


def _numbers(row: object, names: list[str], lang: Language) -> str:
    return "".join(
        f"<td class='cx-number'>{text.format.trimmed(getattr(row, name), lang)}</td>" for name in names
    )
