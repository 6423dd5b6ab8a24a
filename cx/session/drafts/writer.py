"""Writes drafts beside the pages: a moment after the last change, in a thread of its own."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from cx.errors import StoreFailed
from cx.session.drafts import keeping, place

AFTER: Final = 1.5
"""Seconds after a change until it is written: a control that is moved ten times is written once."""
LATEST: Final = 6.0
"""Seconds after which it is written although changes go on."""
_OFTEN: Final = 0.5
_SELDOM: Final = 600.0
Make = Callable[[bool], str | None]
"""Makes a document; ``None`` where part of it is not known yet, unless it is asked for as it is now."""
_log = logging.getLogger(__name__)


@dataclass
class _Noted:
    make: Make
    first: float
    last: float


@dataclass
class Writer:
    """The drafts that are to be written, each by its owner and id."""

    environment: Mapping[str, str] | None = None
    clock: Callable[[], float] = time.monotonic
    _noted: dict[tuple[str, str], _Noted] = field(default_factory=dict)
    _faults: dict[tuple[str, str], StoreFailed] = field(default_factory=dict)
    _turn: threading.Lock = field(default_factory=threading.Lock)
    _writing: threading.Lock = field(default_factory=threading.Lock)
    _news: threading.Event = field(default_factory=threading.Event)

    def start(self) -> None:
        """Begin; it never keeps the program from ending."""
        threading.Thread(target=self._run, name="cx-drafts", daemon=True).start()

    def note(self, owner: str, id_: str, make: Make) -> None:
        """Write a draft soon, in place of what was noted for it before."""
        now = self.clock()
        with self._turn:
            before = self._noted.get((owner, id_))
            self._noted[owner, id_] = _Noted(make, before.first if before else now, now)
        self._news.set()

    def flush(self, owner: str) -> None:
        """Write at once what is noted for a browser: its page was drawn anew and asks for it."""
        with self._turn:
            mine = [key for key in self._noted if key[0] == owner]
        for key in mine:
            self._write(key, as_it_is=True)

    def drop(self, owner: str, id_: str) -> None:
        """Write a draft no more, and remove what was written of it."""
        with self._writing:
            with self._turn:
                self._noted.pop((owner, id_), None)
                self._faults.pop((owner, id_), None)
            keeping.remove(place.file(owner, id_, self.environment))

    def fault(self, owner: str, id_: str) -> StoreFailed | None:
        """Return why a draft could not be written the last time; ``None`` where it could."""
        return self._faults.get((owner, id_))

    def turn(self) -> int:
        """Write what is due; return how many were written."""
        now = self.clock()
        with self._turn:
            due = {
                key: now - one.first >= LATEST
                for key, one in self._noted.items()
                if now - one.last >= AFTER or now - one.first >= LATEST
            }
        return sum(self._write(key, as_it_is=late) for key, late in due.items())

    def _write(self, key: tuple[str, str], *, as_it_is: bool) -> bool:
        with self._writing:
            with self._turn:
                noted = self._noted.get(key)
            if noted is None:
                return False
            try:
                document = noted.make(as_it_is)
            except Exception:
                self._settle(key, noted)
                raise
            if document is None:
                return False
            self._keep(key, document)
            self._settle(key, noted)
        return True

    def _settle(self, key: tuple[str, str], noted: _Noted) -> None:
        """Write it no more, unless something was noted meanwhile."""
        with self._turn:
            if self._noted.get(key) is noted:
                del self._noted[key]

    def _keep(self, key: tuple[str, str], document: str) -> None:
        """Write it; what the disk does not take is told by the page, and written with the next change."""
        try:
            keeping.write(*key, document, self.environment)
        except StoreFailed as error:
            self._faults[key] = error
        else:
            self._faults.pop(key, None)

    def _run(self) -> None:
        tidied = -_SELDOM
        while True:
            if self.clock() - tidied >= _SELDOM:
                self._guarded(partial(keeping.tidy, environment=self.environment))
                tidied = self.clock()
            self._guarded(self.turn)
            if self._noted:
                time.sleep(_OFTEN)
            else:
                self._news.wait(_SELDOM)
            self._news.clear()

    def _guarded(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Exception:  # noqa: BLE001 - one draft that cannot be made stops no other; the log says why
            _log.exception("drafts")
