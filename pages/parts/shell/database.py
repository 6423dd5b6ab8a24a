"""The store that the pages use: opened once for each place that it lies at, kept in order by the clock."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import streamlit as st

from cx import errors

if TYPE_CHECKING:
    from pathlib import Path

    from cx.session import keeper
    from cx.session.sessions import waiting_changes as waits
    from cx.session.store import Store


def store() -> Store:
    """Return the store of sessions.

    Raises
    ------
    cx.errors.StoreRefused
        When a newer version wrote it.
    cx.errors.StoreFailed
        When it cannot be opened now.
    """
    from cx.session import place

    found: keeper.Keeper = _kept(place.default_url())
    return found.store


def waiting() -> waits.Waiting:
    """Return the changes that the store could not take yet; raises as :func:`store`."""
    from cx.session import place

    found: keeper.Keeper = _kept(place.default_url())
    return found.waiting


def for_phones() -> Store:
    """Return the same store, without what a phone's page has to do without: raises as :func:`store`."""
    from cx.session import place

    found: Store = _opened(place.default_url())
    return found


def file() -> Path | None:
    """Return the file in which the store lies, also where it cannot be opened; ``None`` on a server."""
    from cx.session import place

    return place.file()


@st.cache_resource(show_spinner=False)
def _kept(url: str) -> keeper.Keeper:
    """The store with its keeper; what was kept long enough is gone, also where nobody opens the list."""
    from cx.session import keeper
    from cx.session.sessions import retention

    found: Store = _opened(url)
    with suppress(errors.StoreFailed):  # the keeper tries again
        retention.tidy(found)
    made = keeper.Keeper(found)
    made.start()
    return made


@st.cache_resource(show_spinner=False)
def _opened(url: str) -> Store:
    from cx.session.store import database as opening

    return opening.open_store(url)
