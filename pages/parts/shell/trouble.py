"""What stands in the way of one part of a page, told in its place: the rest is drawn all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from cx import errors, text
from cx.text import Language
from pages.parts.shell import keys


@contextmanager
def told(lang: Language) -> Iterator[None]:
    """Draw a part of a page; where it cannot be drawn, say why and what to do."""
    try:
        yield
    except errors.CxError as error:
        draw(error, lang)


def draw(error: errors.CxError, lang: Language) -> None:
    """Say what is wrong and what to do."""
    st.error(text.for_markdown(error.message(lang)), icon=":material/error:")


def guarded(act: Callable[..., None]) -> Callable[..., None]:
    """Return what a widget calls: where it fails, the next run says why on top of the page."""

    def tried(*given: object) -> None:
        try:
            act(*given)
        except errors.CxError as error:
            st.session_state[keys.TROUBLE] = error

    return tried


def notice(lang: Language) -> None:
    """Say, once, why what a widget called could not be done."""
    error: errors.CxError | None = st.session_state.pop(keys.TROUBLE, None)
    if error:
        draw(error, lang)
