"""What was computed, kept for this person's session, by a key that says all that it was computed from.

A key names a fingerprint of the files (content, choices, edits) and the settings. Tables, which could be
changed by whoever gets them, are handed out as copies; frozen records and figures as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import streamlit as st

from pages.parts.shell import keys

T = TypeVar("T")
_KEPT = 48
_ANSWERS = 24
_TABLES = 3


def copied(key: str, make: Callable[[], T]) -> T:
    """Return a record with a table, made once for the same key and handed out as a copy."""
    found: T = _copied(key, make)
    return found


def shared(key: str, make: Callable[[], T]) -> T:
    """Return a frozen record that is made once for the same key."""
    found: T = _kept(key, make)
    return found


def answered(key: str, make: Callable[[], T]) -> T:
    """Return what may take longer than a second, made once for the same key; ``make`` may say how far it is.

    The last ones are kept by hand: a cached function may draw nothing.
    """
    known: dict[str, Any] = st.session_state.get(keys.ANSWERS, {})
    if key not in known:
        found = make()
        known = st.session_state.get(keys.ANSWERS, {})
        st.session_state[keys.ANSWERS] = dict([*list(known.items())[1 - _ANSWERS :], (key, found)])
        return found
    answer: T = known[key]
    return answer


def is_answered(key: str) -> bool:
    """Return whether what may take longer than a second is there already."""
    return key in st.session_state.get(keys.ANSWERS, {})


@dataclass
class MadeTable:
    """A table that was made, and what drafts write of it: made once, however often one is written."""

    table: Any
    plain: object = field(default=None, repr=False)


def noted(identity: str, table: object) -> None:
    """Keep the table that is shown, and the few before it, in sight of who writes drafts beside the page."""
    known = tables()
    if identity not in known:
        known[identity] = MadeTable(table)
        for old in list(known)[:-_TABLES]:
            known.pop(old, None)


def tables() -> dict[str, MadeTable]:
    """Return the tables that were made last, by the fingerprint of the workspace that each was made from."""
    found: dict[str, MadeTable] = st.session_state.setdefault(keys.TABLES, {})
    return found


@st.cache_data(scope="session", max_entries=_KEPT, show_spinner=False)
def _copied(key: str, _make: Callable[[], Any]) -> Any:  # noqa: ANN401, ARG001 - any record; the key of the cache
    return _make()


@st.cache_resource(scope="session", max_entries=_KEPT, show_spinner=False)
def _kept(key: str, _make: Callable[[], Any]) -> Any:  # noqa: ANN401, ARG001 - any record; the key of the cache
    return _make()
