"""The keys of a presenter's remote on the stage: Page Down and Up, Space, Home, End, and B for a dark screen.

A component without a body of its own listens to the whole page. The screen is darkened by the browser alone:
it must not wait for the server.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final, Literal

import streamlit as st

from cx import text
from cx.text import Language

Move = Literal["forth", "back", "first", "last"]
_KEY: Final = "stage_keys"
_listener = st.components.v2.component(
    "cx_stage_keys", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


def listen(moved: Callable[[Move], None], lang: Language) -> None:
    """Call ``moved`` with what each key asks for."""
    data = {"blank": text.say("stage.blank", lang)}
    _listener(key=_KEY, data=data, on_move_change=partial(_heard, moved))


def _heard(moved: Callable[[Move], None]) -> None:
    asked: Move | None = st.session_state[_KEY].get("move")
    if asked is not None:
        moved(asked)
