"""Changes that could not be saved, of people who are not there any more to try again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Final

from cx.errors import Conflict, SessionDamaged, SessionGone, SessionLocked, StoreRefused
from cx.records import Session
from cx.session.sessions import document, stored
from cx.session.sessions.merging import Meeting
from cx.session.store import Store

PATIENCE: Final = 45.0
"""Seconds after which somebody who does not ask again is taken to have left: a page asks every ten."""


@dataclass(frozen=True)
class Change:
    """What somebody changed: the session as it was read, and as it is on his screen."""

    base: Session
    mine: Session
    who: str
    beside: str
    """The name of the session that it becomes where somebody else changed the same."""


@dataclass
class Waiting:
    """The changes of everybody that wait for the database, each under the sign of its owner's page."""

    clock: Callable[[], float] = time.monotonic
    _held: dict[str, tuple[float, Change]] = field(default_factory=dict)
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def hold(self, owner: str, change: Change) -> None:
        """Keep a change as it is now; its owner tries again himself while he is there."""
        with self._turn:
            self._held[owner] = (self.clock(), change)

    def drop(self, owner: str) -> None:
        """Forget a change: it is saved."""
        with self._turn:
            self._held.pop(owner, None)

    def __len__(self) -> int:
        """Return how many changes wait."""
        return len(self._held)

    def settle(self, store: Store, *, patience: float = PATIENCE) -> int:
        """Save the changes of those who have left; return how many. What cannot be saved yet waits on.

        Parameters
        ----------
        patience
            Seconds; whoever asked within them is there still.
        """
        with self._turn:
            left = [(key, held) for key, held in self._held.items() if self.clock() - held[0] >= patience]
        done = 0
        for key, held in left:
            with suppress(StoreRefused):
                save(store, held[1])
                done += 1
                with self._turn:
                    if self._held.get(key) is held:
                        del self._held[key]
        return done


def save(store: Store, change: Change) -> Session:
    """Save what somebody changed who cannot be asked; return the session that holds it.

    What another did not change is merged with his changes. Where both changed the same, where the session is
    gone, or where its lock forbids it, the change is kept as a session beside: nobody's work is overwritten,
    and none is lost.

    Raises
    ------
    StoreFailed
        When the database cannot take it yet.
    StoreRefused
        When it holds what no database keeps; others that wait are saved all the same.
    """
    while True:
        try:
            theirs = stored.load(store, change.base.id)
            met = Meeting(change.base, change.mine, theirs)
            if met.conflicts or met.refused or theirs.deleted:
                break
            return stored.save(store, met.settled(), who=change.who)
        except Conflict:  # somebody was quicker: his change is met as well
            continue
        except SessionDamaged:
            return stored.mend(store, change.mine, who=change.who)
        except (SessionGone, SessionLocked):
            break
        except StoreRefused as error:
            if error.key != document.NEWER:  # of that one nothing can be met here
                raise
            break
    copy = replace(stored.duplicated(change.mine, change.beside), locked=change.mine.locked)
    return stored.add(store, copy, who=change.who, key="beside")
