"""What a person sees while a file is read or waits for its turn."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cx import text
from cx.process import Paced
from cx.text import Language

if TYPE_CHECKING:
    from cx.process import Beat, Stage


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
