"""Which column is the outcome, where several are as likely: with what impact on each would show."""

from __future__ import annotations

from functools import partial

import streamlit as st

from cx import impact, text
from cx.text import Language
from pages.parts.computed import all_files, derived_impact
from pages.parts.shell import state
from pages.parts.shell.workspace import NO_IMPACT


def likely(position: int) -> tuple[impact.LikelyOutcome, ...]:
    """Return the outcomes between which somebody has to choose; none once it is said what impact is on."""
    workspace = state.current()
    own = all_files.own_answers(workspace)
    if own is None or workspace.derived is not None or workspace.impact_on is not None:
        return ()
    if own.file.identity != workspace.files[position].identity:
        return ()
    return derived_impact.likely_outcomes(own.file)


def draw(position: int, found: tuple[impact.LikelyOutcome, ...], lang: Language, *, alone: bool) -> None:
    """Draw the question about the answers of one file; open where nothing else is asked."""
    if not found:
        return
    title = text.say("questions.outcome", lang)
    key = f"question_{position}_outcome"
    box = st.expander(title, icon=":material/help:", expanded=alone, key=key, on_change="rerun")
    if box.open:
        with box:
            _ask(position, found, lang)


def _ask(position: int, found: tuple[impact.LikelyOutcome, ...], lang: Language) -> None:
    st.markdown(text.for_markdown(impact.outcome_question(found).message(lang)))
    for side, one in enumerate(found):
        _reading(f"{position}_{side}", impact.outcome_words(one, lang), one.name, lang, chosen=one.chosen)
    _reading(f"{position}_none", text.say("outcome.none", lang), NO_IMPACT, lang, chosen=False)


def _reading(key: str, label: str, outcome: str, lang: Language, *, chosen: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            text.say("questions.keep" if chosen else "questions.take", lang),
            key=f"answer_outcome_{key}",
            icon=":material/check:" if chosen else None,
            on_click=partial(state.set_impact_on, outcome),
        )
        st.markdown(text.for_markdown(label))
