"""The files that could not be used, and those that wait for a password."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from cx import errors
from cx.records.file import Workbook
from pages.parts.shell import keys, state


@dataclass(frozen=True)
class Failure:
    """A file that could not be used."""

    file: str
    error: errors.CxError
    kept: bool
    """Whether something was loaded before, which is still there."""
    held_back: tuple[Workbook, ...] = ()
    """What was read all the same, and can be loaded to say what its columns are."""
    add: bool = False
    """Whether that would come beside what is loaded."""


@dataclass(frozen=True)
class Locked:
    """A protected file that waits for its password."""

    name: str
    content: bytes
    add: bool
    """Whether it comes beside what is loaded."""


def forget() -> None:
    """Say no more what could not be used."""
    st.session_state.pop(keys.FAILURES, None)


def unlock(locked: Locked) -> None:
    """Wait no more for the password of a file."""
    waiting: tuple[Locked, ...] = st.session_state.get(keys.LOCKED, ())
    st.session_state[keys.LOCKED] = tuple(one for one in waiting if one != locked)


def note(
    name: str, error: errors.CxError, held_back: tuple[Workbook, ...] = (), *, add: bool = False
) -> None:
    """Keep why a file could not be used, until the page that is drawn next has said it."""
    failure = Failure(name, error, state.current().loaded, held_back, add)
    st.session_state[keys.FAILURES] = (*st.session_state.get(keys.FAILURES, ()), failure)
    st.session_state.pop(keys.FAILURES_PAGE, None)
