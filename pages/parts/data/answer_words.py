"""Answers in words and the number that each stands for: shown, and changed by hand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from cx import text
from cx.records.file import Understanding
from cx.text import Language
from pages.parts.shell import state

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
    st.markdown(text.say("spoken.columns", lang, n=len(headers), names=text.for_markdown(names)))
    st.data_editor(
        pd.DataFrame(ladder, columns=["answer", "number"]),
        key=key,
        hide_index=True,
        num_rows="fixed",
        disabled=["answer"],
        width="content",
        on_change=partial(_take, key, position, ladder, headers),
        column_config={
            "answer": st.column_config.TextColumn(text.say("spoken.answer", lang), width=280),
            "number": st.column_config.NumberColumn(text.say("spoken.number", lang), width=96),
        },
        alt=text.say("spoken.alt", lang, names=names),
    )


def _take(key: str, position: int, ladder: Mapped, headers: list[str]) -> None:
    take(st.session_state[key]["edited_rows"], position, ladder, headers)


def take(
    edited: Mapping[int, Mapping[str, object]], position: int, ladder: Mapped, headers: list[str]
) -> None:
    """Take over what was changed in the table of answers; ``edited`` as ``st.data_editor`` keeps it."""
    numbers = dict(ladder)
    for place, changed in edited.items():
        number = changed.get("number")
        if isinstance(number, int | float):
            numbers[ladder[int(place)][0]] = float(number)
    known = state.current().files[position].choices.text_scales
    state.set_choices(position, text_scales={**known, **dict.fromkeys(headers, numbers)})
