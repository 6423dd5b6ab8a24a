"""Answers that stand for no rating: proposed per column with the evidence, confirmed or rejected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Final, get_args

import pandas as pd
import streamlit as st

from cx import text
from cx.records import CodeMeaning, CodeReading
from cx.records.file import Understanding
from cx.text import Language
from pages.parts.shell import numbers, state

_MEANINGS: Final[tuple[CodeMeaning, ...]] = get_args(CodeMeaning)
_MOST: Final = 8
_TALLEST: Final = 420


def draw(position: int, seen: Understanding, lang: Language) -> None:
    """Draw each code once with what it is taken for, and below it every column by itself."""
    if not seen.codes:
        return
    st.header(text.say("codes.title", lang), anchor=False)
    st.markdown(f":small[{text.say('codes.help', lang)}]")
    by_code: dict[str, list[CodeReading]] = {}
    for one in seen.codes:
        by_code.setdefault(one.code, []).append(one)
    for code, ones in list(by_code.items())[:_MOST]:
        _code(position, code, ones, lang)
    _each(position, seen, lang)


def _code(position: int, code: str, ones: list[CodeReading], lang: Language) -> None:
    meanings = {one.meaning for one in ones}
    settled = all(one.by_hand for one in ones)
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(_words(code, ones, lang), width="stretch")
        shown = meanings.pop() if len(meanings) == 1 else None
        tied = state.control(
            f"code_{position}_{code}", shown, partial(_set_all, position, ones), (*_MEANINGS, None)
        )
        st.segmented_control(
            text.say("codes.counts_as", lang, code=text.for_markdown(code)),
            _MEANINGS,
            format_func=lambda meaning: text.say(f"codes.{meaning}", lang),
            label_visibility="collapsed",
            width="content",
            **tied,
        )
        st.button(
            text.say("codes.confirmed" if settled else "codes.confirm", lang),
            key=f"confirm_{position}_{code}",
            icon=":material/check:",
            disabled=settled,
            on_click=partial(_confirm, position, ones),
        )


def _words(code: str, ones: list[CodeReading], lang: Language) -> str:
    name = f"**{text.for_markdown(code)}**"
    if len(ones) == 1:
        return (
            f"{name} · {text.for_markdown(ones[0].column)}  \n:small[{text.for_markdown(ones[0].why(lang))}]"
        )
    state_ = (
        "codes.by_hand"
        if all(one.by_hand for one in ones)
        else "codes.sure"
        if all(one.sure for one in ones)
        else "codes.unsure"
    )
    about = text.say("codes.in_columns", lang, n=len(ones))
    return f"{name} · {about}  \n:small[{text.say(state_, lang)} {text.for_markdown(ones[0].why(lang))}]"


def _each(position: int, seen: Understanding, lang: Language) -> None:
    label = text.say("codes.each", lang, n=len(seen.codes))
    box = st.expander(label, icon=":material/view_column:", key="each_code", on_change="rerun")
    if not box.open:
        return
    words: dict[CodeMeaning, str] = {one: text.say(f"codes.{one}", lang) for one in _MEANINGS}
    key = f"codes_{position}_{lang}_{state.current().files[position].identity}"
    columns = {
        name: text.say(f"codes.head.{name}", lang) for name in ("column", "code", "n", "meaning", "why")
    }
    with box:
        st.data_editor(
            numbers.written(
                pd.DataFrame([_row(one, words, lang) for one in seen.codes]), {"n": numbers.plain(0, lang)}
            ),
            key=key,
            hide_index=True,
            num_rows="fixed",
            disabled=["column", "code", "n", "why"],
            on_change=partial(_take, key, position, seen.codes, lang),
            column_config={
                "column": st.column_config.TextColumn(columns["column"], width=180),
                "code": st.column_config.TextColumn(columns["code"], width=64),
                "n": numbers.number_column(columns["n"], width=96),
                "meaning": st.column_config.SelectboxColumn(
                    columns["meaning"], options=list(words.values()), required=True, width=150
                ),
                "why": st.column_config.TextColumn(columns["why"]),
            },
            alt=text.say("codes.alt", lang),
        )


def _row(one: CodeReading, words: Mapping[CodeMeaning, str], lang: Language) -> dict[str, object]:
    return {
        "column": one.column,
        "code": one.code,
        "n": one.n,
        "meaning": words[one.meaning],
        "why": one.why(lang),
    }


def _take(key: str, position: int, codes: tuple[CodeReading, ...], lang: Language) -> None:
    take(st.session_state[key]["edited_rows"], position, codes, lang)


def take(
    edited: Mapping[int, Mapping[str, object]], position: int, codes: tuple[CodeReading, ...], lang: Language
) -> None:
    """Take over what was changed in the table of codes.

    Parameters
    ----------
    edited
        Row of the table to its changed cells, as ``st.data_editor`` keeps them.
    position
        The file's position.
    codes
        The codes that the table shows.
    lang
        The language of its words.
    """
    by_words = {text.say(f"codes.{meaning}", lang): meaning for meaning in _MEANINGS}
    changed = {codes[int(place)]: by_words.get(str(cells.get("meaning"))) for place, cells in edited.items()}
    _set(position, [(one, meaning) for one, meaning in changed.items() if meaning is not None])


def _set_all(position: int, ones: list[CodeReading], meaning: CodeMeaning | None) -> None:
    if meaning is not None:
        _set(position, [(one, meaning) for one in ones])


def _confirm(position: int, ones: list[CodeReading]) -> None:
    _set(position, [(one, one.meaning) for one in ones])


def _set(position: int, pairs: Iterable[tuple[CodeReading, CodeMeaning]]) -> None:
    known = {column: dict(codes) for column, codes in state.current().files[position].choices.codes.items()}
    for one, meaning in pairs:
        known.setdefault(one.column, {})[one.code] = meaning
    state.set_choices(position, codes=known)
