"""Comparisons that are there without a choice: the one looked at last, and the last two periods."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from cx import matrix as building
from cx.records import Comparison, Filters
from pages.parts.computed import matrices
from pages.parts.shell import keys
from pages.parts.shell.state import Workspace


def keep(workspace: Workspace, found: Comparison) -> None:
    """Keep a comparison that is looked at, for the files that tell it."""
    st.session_state[keys.COMPARISON] = (workspace.identity, found)


def last(workspace: Workspace) -> Comparison | None:
    """Return the comparison that was looked at last, where it is about what is loaded now."""
    data, found = st.session_state.get(keys.COMPARISON, ("", None))
    return found if data == workspace.identity else None


def latest(workspace: Workspace) -> Comparison | None:
    """Return the last two periods, touchpoint by touchpoint; ``None`` where there are no two.

    Raises
    ------
    cx.errors.CxError
        When one of the two has no matrix, or they cannot be compared.
    """
    names = matrices.options(workspace).periods[-2:]
    if len(names) != 2:  # noqa: PLR2004 - the period before and the last one
        return None
    plain = replace(workspace.settings, unit="touchpoint")
    sides = [replace(workspace, settings=replace(plain, filters=Filters(period=name))) for name in names]
    before, after = (matrices.matrix(side) for side in sides)
    return building.comparison(before, after, kind="period", names=(names[0], names[1]))
