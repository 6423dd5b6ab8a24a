"""What nobody clicks for and is done by the clock: backups, retention, an empty log, changes that wait."""

from __future__ import annotations

import datetime as dt
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from cx.errors import CxError
from cx.session.sessions import retention, stored
from cx.session.sessions import waiting_changes as waits
from cx.session.store import Store, backups, wiping

_SELDOM: Final = 600.0
"""Seconds between two turns while nothing waits."""
_log = logging.getLogger(__name__)


@dataclass
class Keeper:
    """Keeps a store in order as long as it is open."""

    store: Store
    waiting: waits.Waiting = field(default_factory=waits.Waiting)
    first: float = 5.0
    """Seconds until the first turn: pages come first where the program starts."""
    often: float = 10.0
    """Seconds between two looks whether anything waits."""
    clock: Callable[[], float] = time.monotonic

    def start(self) -> None:
        """Begin; it ends when the store is closed, and never keeps the program from ending."""
        threading.Thread(target=self._run, name="cx-keeper", daemon=True).start()

    def turn(self, now: dt.datetime | None = None) -> tuple[str, ...]:
        """Do what is due; return what of it failed, which the next turn tries again."""
        moment = now or stored.moment_now()
        failed = []
        for name, act in (
            ("waiting", lambda: self.waiting.settle(self.store)),
            ("backup", lambda: self._back_up(moment)),
            ("retention", lambda: retention.tidy(self.store, now=moment)),
            ("log", lambda: wiping.wipe(self.store)),
        ):
            if not self._done(name, act):
                failed.append(name)
        return tuple(failed)

    def _back_up(self, moment: dt.datetime) -> None:
        """Make the backup of the day: of a store that lies on a server, its owner makes them."""
        file = self.store.file
        if file and backups.due(file, moment):
            backups.make(file, "day", now=moment)

    def _done(self, name: str, act: Callable[[], object]) -> bool:
        try:
            act()
        except CxError as error:
            _log.warning("%s: %s", name, error)
            return False
        return True

    def _run(self) -> None:
        due, wait = self.clock(), self.first
        while not self.store.closed.wait(wait):
            if len(self.waiting) or self.clock() >= due:
                self.turn()
                due = self.clock() + _SELDOM
            wait = self.often
