"""What a person sees while a file is read or waits for its turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import streamlit as st

from cx import text
from cx.process import Paced
from cx.text import Language

if TYPE_CHECKING:
    from cx.process import Beat, Stage


_QUICK: Final = 2
"""Beats after which somebody may want to end it: a second."""


@contextmanager
def said(words: str, lang: Language, *, key: str, stop: Callable[[], None] | None) -> Iterator[Beat]:
    """Say what is done while something takes its time; the place is empty again at the end.

    Parameters
    ----------
    words
        What is done.
    key
        Tells the places of one page apart.
    stop
        What the button does that ends it, after a second of work; without it there is none.
    """
    place = st.empty()
    beats = 0

    def say(now: str) -> None:
        nonlocal beats
        beats += 1
        if stop is None or beats <= _QUICK:
            place.markdown(now)
        elif beats == _QUICK + 1:
            with place.container(horizontal=True, vertical_alignment="center"):
                label = text.say("machine.cancel", lang)
                st.button(label, icon=":material/stop_circle:", key=f"stop_{key}", on_click=stop)
                st.markdown(now)
        else:
            st.session_state.get(key)  # a look at the session is enough for a click to end this run

    yield told(say, words, lang)
    place.empty()


def told(say: Callable[[str], object], words: str, lang: Language) -> Beat:
    """Return what says, twice a second, that a file is read or waits for its turn.

    Saying it is also how a closed tab ends the work: Streamlit stops a script at its next word to the screen.

    Parameters
    ----------
    say
        Puts words on the screen.
    words
        What is done while it does not wait.
    """

    def beat(stage: Stage) -> None:
        say(text.say("upload.waiting", lang) if stage == "waiting" else words)

    return Paced(beat)
