"""What a person sees while paths are computed: words, and for what takes long a button that ends it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.computed import places
from pages.parts.computed.places import Logs
from pages.parts.journeys import tabs
from pages.parts.shell import paths
from pages.parts.upload import waiting

if TYPE_CHECKING:
    from cx.process import Beat

Part = Literal["map", "tabs", "kept"]
_QUICK = 2
"""Beats after which somebody may want to end it: a second."""


@contextmanager
def said(files: Logs, lang: Language, *, part: Part = "map") -> Iterator[Beat]:
    """Say what is done while something takes its time; the place is empty again at the end.

    Of a log that stays where it lies a button ends the work: a new question is taken back, and a tab that
    was opened is closed.
    """
    place = st.empty()
    stays = places.kept_there(files) is not None
    told = 0

    def say(words: str) -> None:
        nonlocal told
        told += 1
        if not stays or told <= _QUICK:
            place.markdown(words)
        elif told == _QUICK + 1:
            with place.container(horizontal=True, vertical_alignment="center"):
                st.markdown(words)
                label = text.say("machine.cancel", lang)
                icon = ":material/stop_circle:"
                st.button(label, icon=icon, key=f"stop_{part}", on_click=_stop, args=(part, lang))
        else:
            st.session_state.get(part)  # a look at the session is enough for a click to end this run

    yield waiting.told(say, text.say("journeys.computing", lang), lang)
    place.empty()


def _stop(part: Part, lang: Language) -> None:
    if part == "map":
        paths.back()
    tabs.close(lang)
