"""How long one piece of work in this process may take: handed down to it, and asked at every step."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from cx.errors import LimitExceeded
from cx.process.way import way_of_this_process

T = TypeVar("T")
_SECONDS = 0.5
_COUNTED = 2.0
"""So many times what was computed counts of the clock at most ..."""
_PATIENCE = 4.0
"""... until it has run so many times what was allowed, as for a child process."""
Stage = Literal["waiting", "working"]
Beat = Callable[[Stage], None]
"""Called again and again, with whether work still waits for its turn; what it raises ends the work, as a page
does that nobody looks at any more."""


@dataclass(frozen=True)
class Budget:
    """The time that is left for one file, from the moment somebody gave it."""

    name: str
    """What the work is about, such as the name of a file, for the message."""
    seconds: float
    """What it may take in all, for the message."""
    left: float
    """What it may still take."""
    beat: Beat | None = None
    began: float = field(default_factory=time.monotonic)
    """When that began, on the clock of :func:`time.monotonic`."""
    worked: float = field(default_factory=time.thread_time)
    """What its thread had computed then, by :func:`time.thread_time`."""
    thread: int = field(default_factory=threading.get_ident)
    """The thread that began it: what others compute is not known."""

    def check(self) -> None:
        """Let others by, and go on, unless the time is over.

        Raises
        ------
        LimitExceeded
            When it is.
        """
        way_of_this_process().give()
        if self.beat:
            self.beat("working")
        if self._is_over():
            raise LimitExceeded("limit_understanding", file=self.name, limit=round(self.seconds))

    def _is_over(self) -> bool:
        clock = time.monotonic() - self.began
        if clock <= self.left:
            return False
        mine = threading.get_ident() == self.thread
        work = time.thread_time() - self.worked if mine else clock
        return counted(clock, work) > self.left or clock > _PATIENCE * self.left


def counted(clock: float, work: float) -> float:
    """Return what counts of the seconds that went by: at most twice those that were computed.

    Where the machine gives most of its time to others, the clock says little about a file; a busy machine
    makes no honest file a hostile one.

    Examples
    --------
    >>> counted(clock=10.0, work=9.0), counted(clock=10.0, work=0.5)
    (10.0, 1.0)
    """
    return min(clock, _COUNTED * work)


class Paced:
    """A beat that goes on at most twice a second, however often it is called.

    Parameters
    ----------
    beat
        What it goes on to.
    """

    def __init__(self, beat: Beat) -> None:
        self.beat = beat
        self.next = 0.0

    def __call__(self, stage: Stage) -> None:
        """Go on, unless it did just now."""
        now = time.monotonic()
        if now >= self.next:
            self.next = now + _SECONDS
            self.beat(stage)


def begun(name: str, seconds: float, *, left: float | None = None, beat: Beat | None = None) -> Budget:
    """Return a budget that runs from now.

    Parameters
    ----------
    seconds
        What the work may take in all.
    left
        What is left of that; ``None``: all of it.

    Examples
    --------
    >>> begun("survey.xlsx", 12.0).check()
    >>> begun("survey.xlsx", 12.0, left=-1.0).check()
    Traceback (most recent call last):
    cx.errors.LimitExceeded: survey.xlsx could not be understood within 12 seconds. Leave out the sheets, \
columns and long texts that the matrix does not need, and choose it again.
    """
    return Budget(name, seconds, seconds if left is None else left, beat)


_UNDER: ContextVar[Budget | None] = ContextVar("budget", default=None)


@contextmanager
def under(budget: Budget) -> Iterator[None]:
    """Do what follows under a budget: :func:`steps` asks it, however deep down."""
    before = _UNDER.set(budget)
    try:
        yield
    finally:
        _UNDER.reset(before)


def steps(things: Iterable[T], each: int = 1) -> Iterator[T]:
    """Go through things, and at each so many of them ask the budget that this work is under.

    Parameters
    ----------
    things
        What is gone through, such as the columns of a table: the work between two of them is small.
    each
        How many of them are so little work that it need not be asked more often.

    Raises
    ------
    LimitExceeded
        When the time is over. Work that is under no budget only lets others by.

    Examples
    --------
    >>> with under(begun("survey.xlsx", 12.0)):
    ...     list(steps("abc"))
    ['a', 'b', 'c']
    """
    budget = _UNDER.get()
    check = budget.check if budget else way_of_this_process().give
    for place, thing in enumerate(things):
        if place % each == 0:
            check()
        yield thing
