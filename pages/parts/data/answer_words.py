"""Answers in words and the number that each stands for: shown, and changed by hand."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from cx import text
from cx.records.file import Understanding
from cx.text import Language, NumberBounds
from pages.parts.shell import number_cells, state

Mapped = tuple[tuple[str, float], ...]


def draw(position: int, seen: Understanding, lang: Language) -> None:
    """Draw one table for each set of answers; columns with the same answers share it."""
    groups: dict[Mapped, list[str]] = {}
    for header, numbers in seen.text_scales.items():
        ladder = tuple(sorted(numbers.items(), key=lambda pair: pair[1]))
        if ladder:
            groups.setdefault(ladder, []).append(header)
    if not groups:
        return
    label = text.say("spoken.title", lang, n=len(groups))
    box = st.expander(label, icon=":material/translate:", key="spoken", on_change="rerun")
    if box.open:
        with box:
            st.markdown(f":small[{text.say('spoken.help', lang)}]")
            for ladder, headers in groups.items():
                _editor(position, ladder, headers, lang)


def _editor(position: int, ladder: Mapped, headers: list[str], lang: Language) -> None:
    names = ", ".join(headers)
    st.markdown(text.say("spoken.columns", lang, n=len(headers), names=text.for_markdown(names)))
    column = number_cells.NumberColumn("number", text.say("spoken.number", lang), 120, NumberBounds())
    table = number_cells.NumberTable(
        _name(position, headers),
        text.say("spoken.alt", lang, names=names),
        text.say("spoken.answer", lang),
        (column,),
        {answer: {"number": number} for answer, number in ladder},
    )
    with st.container(width=440):
        number_cells.draw(
            table,
            lang,
            meant=partial(_mean, position, ladder, headers),
            heard=partial(take, position, ladder, headers),
        )


def _name(position: int, headers: list[str]) -> str:
    return f"spoken_{position}_{headers[0]}_{state.current().files[position].identity}"


def _mean(
    position: int, ladder: Mapped, headers: list[str], cell: number_cells.NumberCell, number: float | None
) -> None:
    take(position, ladder, headers, (replace(cell, chosen=number),))


def take(
    position: int, ladder: Mapped, headers: list[str], cells: tuple[number_cells.NumberCell, ...]
) -> None:
    """Take over the numbers that are understood; the rest stays in its cell as it was typed.

    An emptied cell keeps its number.
    """
    numbers = {**dict(ladder), **{one.row: one.value for one in cells if one.value is not None}}
    if numbers == dict(ladder):
        return
    known = state.current().files[position].choices.text_scales
    state.set_choices(position, text_scales={**known, **{header: dict(numbers) for header in headers}})
    number_cells.carry(cells, _name(position, headers))
