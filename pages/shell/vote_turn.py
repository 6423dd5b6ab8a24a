"""Few phones are drawn at the same time, so that a full room leaves the facilitator's page its share.

All pages of a server run in one process, which does one thing at a time. Two hundred votes in the same second
would each get a sliver of it, and so would the facilitator.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import streamlit as st

_AT_ONCE: Final = 4


@contextmanager
def taken() -> Iterator[None]:
    """Wait for one of the few places, and hold it while a page is drawn; nothing that waits may be inside."""
    with _places():
        yield


@st.cache_resource(show_spinner=False)
def _places() -> threading.Semaphore:
    return threading.Semaphore(_AT_ONCE)
