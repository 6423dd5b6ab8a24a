"""Garbage is looked for in quiet moments: a search goes over all that is in memory, and everybody waits."""

from __future__ import annotations

import asyncio
import gc
from typing import Final

from serving import memory
from serving.visitors import at_work

_BETWEEN_LOOKS: Final = 0.25
"""Seconds."""
_QUIET: Final = 8
"""Looks one after the other at which nobody had a page drawn, and next to nothing was made."""
_SELDOM: Final = (1_000, 20, 5_000)
"""So many new things (net), times searches among the new, times those among the middle, until Python itself
searches all: a hundred million things, which is never.

With its own numbers, 70,000, the understanding of a file of 16,384 columns was searched nine times, in vain,
and each time everybody stood still for a third of a second; with two million it still was once or twice.
"""
_GROWN: Final = 1_500_000_000
_SHARE: Final = 4
"""By so many bytes, or one part in so many of the machine's memory, the process may have grown since the last
search before it is searched however busy it is."""
Made = tuple[int, int]
"""How often Python itself has searched among what is new since the last whole search."""


def seldom() -> None:
    """Let Python itself search all of the memory seldom."""
    gc.set_threshold(*_SELDOM)


async def search(left: asyncio.Event | None = None) -> None:
    """Look for garbage whenever it is quiet and something was made, for as long as the server runs.

    Parameters
    ----------
    left
        Set when somebody has left: in the next quiet moment garbage is looked for, whatever was made since,
        and the system gets back what that frees.

    Notes
    -----
    Streamlit would do so at the end of each run of anybody's page (``runner.postScriptGC``): beside a file of
    16,384 columns that took longer than the page. Where it never is quiet, garbage is looked for once the
    process has grown much.
    """
    before, quiet, held = made(), 0, memory.held()
    most = min(_GROWN, memory.of_this_machine() // _SHARE)
    while True:
        await asyncio.sleep(_BETWEEN_LOOKS)
        now = made()
        quiet = quiet + 1 if now == before and not at_work() else 0
        before = now
        gone = left is not None and left.is_set()
        if (quiet >= _QUIET and (gone or any(now))) or memory.held() - held > most:
            gc.collect()
            if left is not None and gone:
                left.clear()
                await asyncio.to_thread(memory.give_back)
            before, quiet, held = made(), 0, memory.held()


def made() -> Made:
    """Return how much was made since the last whole search: zeros where that is next to nothing."""
    _newest, middle, oldest = gc.get_count()
    return middle, oldest
