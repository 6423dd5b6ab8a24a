"""The store that the pages use: opened once for each place that it lies at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from cx.session.store import Store


def store() -> Store:
    """Return the store of sessions.

    Raises
    ------
    cx.errors.StoreRefused
        When it cannot be opened, or a newer version wrote it.
    """
    from cx.session import place

    found: Store = _tidied(place.default_url())
    return found


def for_phones() -> Store:
    """Return the same store, without what a phone's page has to do without: raises as :func:`store`."""
    from cx.session import place

    found: Store = _opened(place.default_url())
    return found


@st.cache_resource(show_spinner=False)
def _tidied(url: str) -> Store:
    """The store, from which what was kept long enough is gone, also where nobody opens the list."""
    from cx.session.sessions import retention

    found: Store = _opened(url)
    retention.tidy(found)
    return found


@st.cache_resource(show_spinner=False)
def _opened(url: str) -> Store:
    from cx.session.store import database as opening

    return opening.open_store(url)
