"""What the deck tells and in which template: chosen beside the files that can be taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from cx import errors, text
from cx.text import Language
from pages.parts.around import no_result
from pages.parts.shell import keys

if TYPE_CHECKING:
    from cx.deliver import DeckTemplate, PathSlide, Topic

_KINDS = ("pptx", "potx", "pptm", "potm")


@dataclass(frozen=True)
class DeckOptions:
    """What was chosen about the deck."""

    topics: tuple[Topic | PathSlide, ...] | None = None
    """``None``: all that there is to tell."""
    """In the order in which they are told."""
    template: DeckTemplate | None = None
    numbered: bool = False
    """Whether slides with a matrix have their number too."""


def draw(topics: Sequence[Topic | PathSlide], lang: Language, *, of_matrix: bool = True) -> DeckOptions:
    """Draw the choices and return them; at first everything is told, in the program's own deck.

    Parameters
    ----------
    of_matrix
        Whether there is a slide with a matrix, which may be numbered.
    """
    with st.expander(text.say("take.options", lang), icon=":material/tune:"):
        chosen = _topics(topics, lang)
        numbered = of_matrix and _numbered(lang)
        _template(lang)
    template: DeckTemplate | None = st.session_state.get(keys.TEMPLATE)
    return DeckOptions(chosen, template, numbered)


def _topics(topics: Sequence[Topic | PathSlide], lang: Language) -> tuple[Topic | PathSlide, ...]:
    names = {topic: text.say(f"deliver.topic.{topic}", lang) for topic in topics}
    place = f"{keys.TOPICS}_{lang}_{'_'.join(topics)}"
    st.session_state.setdefault(place, list(topics))
    chosen: list[Topic | PathSlide] = st.multiselect(
        text.say("take.topics", lang),
        topics,
        help=text.say("take.topics.help", lang),
        format_func=names.__getitem__,
        key=place,
        persist_state="session",
    )
    if not chosen:
        st.caption(text.say("take.topics.none", lang))
    return tuple(chosen)


def _numbered(lang: Language) -> bool:
    return st.toggle(
        text.say("take.numbered", lang),
        help=text.say("take.numbered.help", lang),
        key=f"{keys.NUMBERED}_{lang}",
        persist_state="session",
    )


def _template(lang: Language) -> None:
    turn = st.session_state.setdefault(keys.TEMPLATE_ROUND, 0)
    file = st.file_uploader(
        text.say("take.template", lang),
        _KINDS,
        key=f"template_{turn}",
        help=text.say("take.template.help", lang),
    )
    if file is not None:
        with st.spinner(text.say("take.template.reading", lang)):
            known = _read(file.getvalue(), file.name, lang)
        if known:
            st.session_state[keys.TEMPLATE_ROUND] = turn + 1
            st.rerun()
    template: DeckTemplate | None = st.session_state.get(keys.TEMPLATE)
    if template is None:
        return
    show = st.info if template.suitable else st.warning
    show(text.for_markdown(template.sentence(lang)))
    label = text.say("take.template.remove", lang)
    st.button(label, icon=":material/close:", on_click=_forget, key="template_forget", width="stretch")


def _read(content: bytes, name: str, lang: Language) -> bool:
    """Look into a template and return whether it is one; a refusal is said, and the one before it stays."""
    from cx import deliver

    try:
        st.session_state[keys.TEMPLATE] = deliver.deck_template(content, name)
    except errors.CxError as error:
        no_result.draw(error, lang)
        return False
    return True


def _forget() -> None:
    st.session_state.pop(keys.TEMPLATE, None)
    st.session_state[keys.TEMPLATE_ROUND] = st.session_state.get(keys.TEMPLATE_ROUND, 0) + 1
