"""What a person sees while a file is read or waits for its turn; and the one queue of a server."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import streamlit as st

from cx import text
from cx.text import Language

if TYPE_CHECKING:
    from cx.process import Stage, Turns

_SECONDS: Final = 0.5


@st.cache_resource(show_spinner=False)
def turns() -> Turns:
    """Return the queue of readers, one for all people of this server."""
    from cx.process import Turns, most_at_once

    return Turns(most_at_once())


class Told:
    """Says twice a second how far the reading of a file is.

    Saying it is also how a closed tab ends the work: Streamlit stops a script at its next word to the screen.

    Parameters
    ----------
    say
        Puts words on the screen.
    words
        What is done while it does not wait.
    """

    def __init__(self, say: Callable[[str], object], words: str, lang: Language) -> None:
        self.say = say
        self.words = words
        self.lang = lang
        self.next = 0.0

    def __call__(self, stage: Stage) -> None:
        """Say it, unless it was said just now."""
        now = time.monotonic()
        if now >= self.next:
            self.next = now + _SECONDS
            self.say(text.say("upload.waiting", self.lang) if stage == "waiting" else self.words)
