"""The server as a house: warm before the door opens, and tidied by the clock after visitors have left."""

from __future__ import annotations

import asyncio
import contextlib
import os
import threading
import time
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.middleware import Middleware
from streamlit.runtime import get_instance

from cx.process import way_of_this_process
from serving import answers, garbage, memory, needed, rehearsal, turns, uploads
from serving.door import Door
from serving.visitors import Visitors, at_work, runs

if TYPE_CHECKING:
    from streamlit.starlette import App

KEY_OF_ROOM = "CX_ROOM_KEY"
"""The environment variable with the key, which ``run.py --room`` sets."""
WARMS = "CX_WARM"
"""The environment variable that is 0 for a server that ends before getting warm would be worth its work."""
BETWEEN_ROUNDS = 10.0
"""Seconds between two looks at who has left."""
AFTER_ANSWERING = 0.1
"""Seconds in which the server says that it is well, and then draws its first page, before imports go on."""
LONGEST_WAIT = 1.0
"""Seconds that an import waits while a page is drawn for somebody."""
A_MOMENT = 0.02
"""Seconds between two looks whether it is."""


class House:
    """One server's process: what is done in it before visitors come, and after they have left."""

    def __init__(self, root: Path) -> None:
        """Get ready for a program's folder; nothing is loaded yet."""
        self._root = root
        self._visitors_may_come = asyncio.Event()
        self._uploads_may_come = asyncio.Event()
        self._all_aside = False
        self._somebody_left = asyncio.Event()

    def middleware(self) -> list[Middleware]:
        """Return what stands before the server: what each request passes, and the door that opens in time."""
        return [*gates(), Middleware(Door, visitors=self._visitors_may_come, uploads=self._uploads_may_come)]

    @contextlib.asynccontextmanager
    async def lifespan(self, _app: App) -> AsyncIterator[None]:
        """Get warm and keep tidy for as long as the server runs."""
        memory.few_heaps()
        uploads.stay_in_memory()
        answers.keep()
        garbage.seldom()
        way_of_this_process().among(runs)
        kept = asyncio.create_task(self._keep(Visitors(get_instance())))
        beside = [
            asyncio.create_task(turns.share()),
            asyncio.create_task(garbage.search(self._somebody_left)),
        ]
        try:
            yield
        finally:
            for task in (kept, *beside):
                task.cancel()

    async def _keep(self, visitors: Visitors) -> None:
        try:
            await asyncio.sleep(AFTER_ANSWERING)
            await self.warm(visitors)
            self._uploads_may_come.set()
            await self.rehearse(visitors)
        finally:
            self._visitors_may_come.set()
            self._uploads_may_come.set()
        while True:
            await asyncio.sleep(BETWEEN_ROUNDS)
            await self.tidy(visitors)

    async def warm(self, visitors: Visitors) -> None:
        """Load what pages need, let visitors in, and load what files and downloads need.

        What is loaded is set aside step by step: the first visitor may load the sample at any time, and from
        then on nothing more can be.
        """
        await _ended(partial(needed.load_start, self._root))
        self._set_aside(visitors)
        self._visitors_may_come.set()
        await asyncio.sleep(AFTER_ANSWERING)
        for step in () if _stays_cold() else needed.rest(self._root):
            await _ended(partial(step, _step_aside))
            self._set_aside(visitors)
        while not self._all_aside and at_work():
            await asyncio.sleep(A_MOMENT)
            self._set_aside(visitors)

    async def rehearse(self, visitors: Visitors) -> None:
        """Let the sample be drawn and made into files, as long as nobody has brought a table of his own."""
        if visitors.hold_data or _stays_cold():
            return
        await _ended(partial(rehearsal.upload, self._root))
        await _ended(partial(self._make_files, visitors))
        self._set_aside(visitors)

    def _make_files(self, visitors: Visitors) -> None:
        for make in rehearsal.downloads(self._root):
            _step_aside()
            if visitors.hold_data:
                return
            make()

    async def tidy(self, visitors: Visitors) -> None:
        """Free what belonged to visitors who left, and set aside what is loaded, where that may be done.

        What of theirs holds itself is looked for when nobody waits (:func:`serving.garbage.search`).
        """
        left = visitors.forget()
        if left or not self._all_aside:
            self._set_aside(visitors, anew=True)
        if left:
            memory.forget(needed.OWN)
            self._somebody_left.set()
            await asyncio.to_thread(memory.give_back)

    def _set_aside(self, visitors: Visitors, *, anew: bool = False) -> None:
        self._all_aside = not visitors.hold_data
        if self._all_aside:
            memory.set_aside(anew=anew)


def _stays_cold() -> bool:
    return os.environ.get(WARMS) == "0"


def _step_aside() -> None:
    until = time.monotonic() + LONGEST_WAIT
    while at_work() and time.monotonic() < until:
        time.sleep(A_MOMENT)


def gates() -> list[Middleware]:
    """Return what every request passes: headers, names, and the gate of a room, where this server is one."""
    from pages.parts.access import entrance

    found: list[Middleware] = entrance.middleware(os.environ.get(KEY_OF_ROOM, ""))
    return found


async def _ended(work: Callable[[], None]) -> None:
    """Wait until work in a thread has ended, well or not; the server may stop before."""
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()

    def run() -> None:
        try:
            with memory.unsearched():
                work()
        finally:
            with contextlib.suppress(RuntimeError):  # the server has stopped meanwhile, and its loop with it
                loop.call_soon_threadsafe(ended.set)

    # A thread of the loop's own pool would be waited for when the server stops.
    threading.Thread(target=run, name="warming", daemon=True).start()
    await ended.wait()
