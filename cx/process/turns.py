"""Turns: only a few child processes at a time; whoever comes later waits, first come first served."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

from cx.process.allowance import numbers_set
from cx.process.budget import Beat

_PAUSE = 0.1
_MOST = 4
_GIGABYTES_EACH = 3
"""So much memory of the machine for each: one may take half of it, the rest is for what goes on beside."""
_SETTING = "CX_LIMIT_READERS"


class Turns:
    """A queue that the threads of one server share.

    Parameters
    ----------
    most
        How many may be at work at once.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self._changed = threading.Condition()
        self._waiting: deque[object] = deque()
        self._busy = 0

    @contextmanager
    def taken(self, beat: Beat | None = None) -> Iterator[None]:
        """Wait for a turn, and give it back at the end, however that comes.

        Parameters
        ----------
        beat
            Called with ``waiting`` while the turn has not come; what it raises ends the waiting.
        """
        ticket = object()
        with self._changed:
            self._waiting.append(ticket)
        try:
            while not self._came(ticket):
                if beat:
                    beat("waiting")
        except BaseException:
            self._leave(ticket)
            raise
        try:
            yield
        finally:
            with self._changed:
                self._busy -= 1
                self._changed.notify_all()

    def _came(self, ticket: object) -> bool:
        """Whether the turn has come, after a pause at most."""
        with self._changed:
            if self._waiting[0] is not ticket or self._busy >= self.most:
                self._changed.wait(_PAUSE)
            if self._waiting[0] is not ticket or self._busy >= self.most:
                return False
            self._waiting.popleft()
            self._busy += 1
            self._changed.notify_all()
            return True

    def _leave(self, ticket: object) -> None:
        with self._changed:
            self._waiting.remove(ticket)
            self._changed.notify_all()


@cache
def of_this_process() -> Turns:
    """Return the queue in which all threads of this process wait: a server's people share its memory."""
    return Turns(most_at_once())


def most_at_once(environment: Mapping[str, str] | None = None) -> int:
    """Return how many readers may work at once: by the cores and the memory of this machine, at least one.

    Raises
    ------
    ArgumentError
        When ``CX_LIMIT_READERS`` holds no whole number above zero.

    Examples
    --------
    >>> most_at_once({"CX_LIMIT_READERS": "3"})
    3
    """
    import psutil

    given = numbers_set(os.environ if environment is None else environment, {_SETTING: ("most", 1)})
    gigabytes = psutil.virtual_memory().total // 2**30
    return given.get("most") or max(1, min(_MOST, os.cpu_count() or 1, gigabytes // _GIGABYTES_EACH))
