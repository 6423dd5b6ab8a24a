"""What is asked of the paths in logs, as one record: the page of journeys sets it, the matrix reads it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

import streamlit as st

from cx.records.journeys import Only
from pages.parts.shell import keys


@dataclass(frozen=True)
class PathQuestion:
    """What is asked of paths."""

    gap: int | None = None
    """Days without contact after which another visit begins; ``None``: a path is all of a case."""
    split: str | None = None
    """The column whose values are compared; ``None``: periods."""
    a: str | None = None
    """The period or value that is looked at; ``None``: all."""
    b: str | None = None
    """The one it is compared with."""
    within: tuple[str, str] | None = None
    """A column, and the value in it that the first contact of a path has to have; ``None``: any."""
    only: tuple[Only, ...] = ()
    """Only the paths of these customers."""
    variants: int | None = None
    """So many different paths are drawn; ``None``: as many as can be read."""
    measure: Literal["customers", "time"] = "customers"
    anchor: str | None = None
    """The touchpoint around which steps are counted; ``None``: the one met most."""
    funnel: tuple[str, ...] = ()
    followed: tuple[str, ...] = ()
    """The path that is drawn on the matrix."""


def current() -> PathQuestion:
    """Return what is asked."""
    found: PathQuestion = st.session_state.get(keys.PATHS, PathQuestion())
    return found


def ask(**changes: Any) -> None:  # noqa: ANN401 - the fields of PathQuestion
    """Change some of what is asked."""
    st.session_state[keys.PATHS] = replace(current(), **changes)


def drawn(asked: PathQuestion) -> None:
    """Take note of what was asked of the paths that stand on the screen."""
    st.session_state[keys.PATHS_DRAWN] = asked


def back() -> None:
    """Ask again what was asked of the paths that stood on the screen last."""
    st.session_state[keys.PATHS] = st.session_state.get(keys.PATHS_DRAWN, PathQuestion())


def picked() -> tuple[str, ...]:
    """Return the touchpoint, or both ends of the step, that was clicked last."""
    found: tuple[str, ...] = st.session_state.get(keys.PICKED, ())
    return found


def pick(parts: tuple[str, ...]) -> None:
    """Choose a touchpoint or a step; none with an empty one."""
    st.session_state[keys.PICKED] = parts
