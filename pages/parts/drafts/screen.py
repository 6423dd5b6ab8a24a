"""What stands on a screen beside the data and settings that a session keeps, and comes back with a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import streamlit as st

from cx.records import AlertRule, Choices
from cx.records.file import CellEdit
from pages.parts.shell import keys, paths, state
from pages.parts.shell.paths import PathQuestion
from pages.parts.shell.workspace import Question

_LISTS: Final = (keys.QUADRANTS,)
"""Of these a widget wants a list, and would take a tuple for another value."""
_STAGE: Final = (keys.PRESENT, keys.SPOT, keys.REVEALED)
_VIEW: Final = (
    *_LISTS,
    *_STAGE,
    *(keys.COMPARE_KIND, keys.COMPARED, keys.COMPARED_SESSION, keys.COMPARE_MATCHES),
    *(keys.SHOWN_FILE, keys.SHOWN_ROUND, keys.DECIDING, keys.DECK_LANGUAGE, keys.WHO),
)
"""What one person looks at: of each what is kept as it stands, without data in it."""


@dataclass(frozen=True)
class AboutFile:
    """What was set and changed by hand about one file."""

    choices: Choices = field(default_factory=Choices)
    edits: tuple[CellEdit, ...] = ()
    at_rest: Mapping[str, Choices] = field(default_factory=dict)


@dataclass(frozen=True)
class Screen:
    """What is asked and looked at."""

    question: Question = field(default_factory=Question)
    derived: Question | None = None
    impact_on: str | None = None
    paths: PathQuestion = field(default_factory=PathQuestion)
    alerts: tuple[AlertRule, ...] = ()
    view: Mapping[str, object] = field(default_factory=dict)


def now() -> Screen:
    """Return what stands on the screen."""
    workspace = state.current()
    return Screen(
        workspace.question,
        workspace.derived,
        workspace.impact_on,
        paths.current(),
        st.session_state.get(keys.ALERT_RULES, ()),
        looked_at(),
    )


def looked_at() -> dict[str, object]:
    """Return what one person looks at."""
    return {name: st.session_state[name] for name in _VIEW if st.session_state.get(name) is not None}


def look_at(view: Mapping[str, object], *, staged: bool = False) -> None:
    """Look at what was looked at; with ``staged`` on the stage as well, where that was so."""
    for name, value in view.items():
        if name in _VIEW and (staged or name not in _STAGE):
            kept: Any = list(value) if name in _LISTS and isinstance(value, tuple) else value
            st.session_state[name] = kept


def read(data: object) -> Screen:
    """Return the screen that plain data stands for; one with nothing on it where it is damaged."""
    from cx.session.sessions import codec

    try:
        return codec.record(data, Screen)
    except (ValueError, TypeError, OverflowError):
        return Screen()


def show(screen: Screen) -> None:
    """Lay what was looked at onto the screen; question and impact go with the files that they ask."""
    st.session_state[keys.PATHS] = screen.paths
    st.session_state[keys.ALERT_RULES] = screen.alerts
    look_at(screen.view)
