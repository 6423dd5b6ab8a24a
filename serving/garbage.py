"""Garbage is looked for in quiet moments: a search goes over all that is in memory, and everybody waits."""

from __future__ import annotations

import asyncio
import gc
from typing import Final

from serving.visitors import at_work

_BETWEEN_LOOKS: Final = 0.25
"""Seconds."""
_QUIET: Final = 8
"""Looks one after the other at which nobody had a page drawn, and next to nothing was made."""
_SELDOM: Final = (1_000, 20, 100)
"""So many new things (net), times searches among the new, times those among the middle, until Python itself
searches all: two million things, by when some hundreds of megabytes may have come.

With its own numbers, 70,000, the understanding of a file of 16,384 columns was searched nine times, in vain,
and each time everybody stood still for a third of a second.
"""
Made = tuple[int, int]
"""How often Python itself has searched among what is new since the last whole search."""


def seldom() -> None:
    """Let Python itself search all of the memory seldom."""
    gc.set_threshold(*_SELDOM)


async def search() -> None:
    """Look for garbage whenever it is quiet and something was made, for as long as the server runs.

    Notes
    -----
    Streamlit would do so at the end of each run of anybody's page (``runner.postScriptGC``): beside a file of
    16,384 columns that took longer than the page. Where it never is quiet, Python's own searches find the
    garbage, by how much was made.
    """
    before, quiet = made(), 0
    while True:
        await asyncio.sleep(_BETWEEN_LOOKS)
        now = made()
        quiet = quiet + 1 if now == before and not at_work() else 0
        before = now
        if quiet >= _QUIET and any(now):
            gc.collect()
            before, quiet = made(), 0


def made() -> Made:
    """Return how much was made since the last whole search: zeros where that is next to nothing."""
    _newest, middle, oldest = gc.get_count()
    return middle, oldest
