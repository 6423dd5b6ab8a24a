"""Long work lets short work by: who has been at work for long stands still while somebody else is served.

Python lets one thread compute at a time. Beside work of ten seconds a page of a fifth of a second would get
every other moment at best, and lose one at each file that it reads and each message that it sends.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection
from functools import cache
from typing import Final
from weakref import WeakKeyDictionary

_LONG: Final = 0.4
"""Seconds after which work lets others by ..."""
_NEW: Final = 1.0
"""... that were seen for the first time no longer ago than this; then they are long themselves."""
_SHARE: Final = 0.5
"""What it stands still at most, of the time since it began: nobody waits for ever, however many come."""
_BETWEEN_LOOKS: Final = 0.004
_MOMENT: Final = 0.005
"""Seconds between two looks while it stands still."""
Who = Callable[[], Collection[threading.Thread]]


class Way:
    """The way that the threads of one process share."""

    def __init__(self) -> None:
        self._who: Who | None = None
        self._since: WeakKeyDictionary[threading.Thread, float] = WeakKeyDictionary()
        self._own = threading.local()

    def among(self, who: Who | None) -> None:
        """Let the threads that ``who`` returns make way for one another; ``None``: nobody does."""
        self._who = who

    def give(self) -> None:
        """Stand still while somebody is served who has just come; at once where nobody is.

        To be called every few hundredths of a second by work that may take long.
        """
        if self._who is None or time.monotonic() < getattr(self._own, "next", 0.0):
            return
        given = getattr(self._own, "given", 0.0)
        began = time.monotonic()
        while self._stands_still(self._who(), given + time.monotonic() - began):
            time.sleep(_MOMENT)
        now = time.monotonic()
        self._own.given, self._own.next = given + now - began, now + _BETWEEN_LOOKS

    def _stands_still(self, there: Collection[threading.Thread], given: float) -> bool:
        """Whether this thread lets another by, having stood still for so long in all."""
        now = time.monotonic()
        since = {thread: self._since.setdefault(thread, now) for thread in there}
        mine = since.get(threading.current_thread())
        if mine is None or now - mine < _LONG or given > _SHARE * (now - mine):
            return False
        return any(began > mine and now - began < _NEW for began in since.values())


@cache
def way_of_this_process() -> Way:
    """Return the way that all threads of this process share."""
    return Way()
