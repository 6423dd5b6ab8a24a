"""Answers in words and the number that each stands for: shown, and changed by hand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from cx import text
from cx.records.file import Understanding
from cx.text import Language, NumberBounds
from pages.parts.shell import keys, number_cells, state

_ANY: Final = NumberBounds()
_HELD: Final = "answers"
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
    key = f"spoken_{position}_{lang}_{headers[0]}_{state.current().files[position].identity}"
    held = _held(position, headers)
    cells = [
        _cell(position, headers, answer, held.get(answer, _ANY.shown(number, lang)))
        for answer, number in ladder
    ]
    label = text.say("spoken.number", lang)
    st.markdown(text.say("spoken.columns", lang, n=len(headers), names=text.for_markdown(names)))
    st.data_editor(
        pd.DataFrame({"answer": [one.row for one in cells], "number": [one.typed for one in cells]}),
        key=key,
        hide_index=True,
        num_rows="fixed",
        disabled=["answer"],
        width="content",
        on_change=partial(_take, key, position, ladder, headers),
        column_config={
            "answer": st.column_config.TextColumn(text.say("spoken.answer", lang), width=280),
            "number": number_cells.column(label, 96),
        },
        alt=text.say("spoken.alt", lang, names=names),
    )
    number_cells.tell(cells, {"number": label}, lang, partial(_mean, position, ladder, headers))


def _cell(position: int, headers: list[str], answer: str, typed: object) -> number_cells.NumberCell:
    return number_cells.cell(f"{_HELD}_{position}_{headers[0]}", answer, "number", typed, _ANY)


def _held(position: int, headers: list[str]) -> dict[str, str]:
    """What was typed and is not understood yet, by its answer."""
    about = (_HELD, state.current().files[position].workbook.sha256, headers[0])
    found: dict[str, str] = st.session_state.setdefault(keys.NUMBERS_TYPED, {}).setdefault(about, {})
    return found


def _mean(
    position: int, ladder: Mapped, headers: list[str], cell: number_cells.NumberCell, number: float | None
) -> None:
    if number is not None:
        _held(position, headers).pop(cell.row, None)
        _set(position, headers, {**dict(ladder), cell.row: number})


def _take(key: str, position: int, ladder: Mapped, headers: list[str]) -> None:
    take(st.session_state[key]["edited_rows"], position, ladder, headers)


def take(
    edited: Mapping[int, Mapping[str, object]], position: int, ladder: Mapped, headers: list[str]
) -> None:
    """Take over what was changed in the table of answers; ``edited`` as ``st.data_editor`` keeps it.

    What is not understood stays in its cell as it was typed; an emptied cell keeps its number.
    """
    numbers, held = dict(ladder), _held(position, headers)
    for place, changed in edited.items():
        answer = ladder[int(place)][0]
        cell = _cell(position, headers, answer, changed.get("number"))
        held.pop(answer, None)
        if cell.open:
            held[answer] = cell.typed
        elif cell.value is not None:
            numbers[answer] = cell.value
    if numbers != dict(ladder):
        _set(position, headers, numbers)


def _set(position: int, headers: list[str], numbers: Mapping[str, float]) -> None:
    known = state.current().files[position].choices.text_scales
    state.set_choices(position, text_scales={**known, **{header: dict(numbers) for header in headers}})
