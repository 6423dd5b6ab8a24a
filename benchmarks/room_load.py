"""A room that votes: many phones over real websockets, while the facilitator watches and reveals.

    python benchmarks/room_load.py                       200 people, one minute
    python benchmarks/room_load.py --people 50 --seconds 20
    python benchmarks/room_load.py --kind guess          the room guesses satisfaction, in place of points
    python benchmarks/room_load.py --kill                the server is killed in the middle, and started again
    python benchmarks/room_load.py --servers 2           phones go to two servers that share one store
    python benchmarks/room_load.py --store ADDRESS       an empty database, for instance of PostgreSQL
    python benchmarks/room_load.py --postgresql          a PostgreSQL server of its own, as the tests have one
    python benchmarks/room_load.py --postgresql --restart    that is restarted in the middle

Each phone joins by the address behind the QR code, votes, and changes its vote; one in ten loses its
connection and comes back by its own address. The round is revealed while some are still voting. Then the
votes in the database are compared with those that were acknowledged: each has to be there, exactly once.
Whatever a phone is told before the reveal, apart from its own votes, is compared with what the first one was
told before anybody had voted: it has to be the same, or something of the votes of others got out.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import http.client
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from websockets.exceptions import WebSocketException  # noqa: E402

from benchmarks.room_outcome import Outcome, Phone, kept_in, report, told_to  # noqa: E402
from benchmarks.websocket_browser import Browser  # noqa: E402 - the project is found by the line above
from cx import text  # noqa: E402
from cx.session.store.database import Store, open_store  # noqa: E402
from cx.session.voting import rounds  # noqa: E402
from launch import postgresql, server  # noqa: E402
from launch.room import Room  # noqa: E402
from launch.terminal import tidy_up_on_signals  # noqa: E402

AGAIN = 5.0
"""Seconds after which a phone sends a vote again that was not answered, as ``vote_ballot.js`` does."""
OPENS = {"points": "room.open", "guess": "guess.first.guess_satisfaction"}
"""Kind of round to the button that opens it."""
REVEALS = {"points": "room.reveal", "guess": "guess.reveal"}
SAVES = 4
"""How often each phone saves: a first vote and three changes."""
REVEAL = 0.8
"""The part of the time after which the round is revealed."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the load and print what it showed; 1 where a vote is missing."""
    parser = argparse.ArgumentParser(description="Lets a room vote over real websockets.")
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=tuple(OPENS), default="points", help="what the room is asked")
    parser.add_argument("--kill", action="store_true", help="kill the server half-way and start it again")
    parser.add_argument("--servers", type=int, default=1, help="so many servers share the store")
    parser.add_argument("--store", help="the address of an empty database; a file without it")
    parser.add_argument("--postgresql", action="store_true", help="start a PostgreSQL server for it")
    parser.add_argument("--restart", action="store_true", help="with --postgresql: restart it half-way")
    options = parser.parse_args(arguments)
    tidy_up_on_signals()
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as running:
        database = running.enter_context(_own_postgresql()) if options.postgresql else None
        outcome = load(
            Path(folder),
            options.people,
            options.seconds,
            seed=options.seed,
            kind=options.kind,
            kill=options.kill,
            servers=options.servers,
            store=database.address() if database else options.store,
            restarted=database if options.restart else None,
        )
    print(report(outcome, options.seconds))
    return 0 if outcome.holds else 1


@contextlib.contextmanager
def _own_postgresql() -> Iterator[postgresql.Server]:
    programs = postgresql.found()
    if programs is None:
        sys.exit(postgresql.NONE)
    with postgresql.started(programs) as running:
        os.environ["PGPASSWORD"] = running.password
        yield running


def load(
    folder: Path,
    people: int,
    seconds: float,
    *,
    seed: int = 1,
    kind: str = "points",
    kill: bool = False,
    least: int = 0,
    servers: int = 1,
    store: str | None = None,
    restarted: postgresql.Server | None = None,
) -> Outcome:
    """Start a room's server on a free port, let people vote, and compare.

    Parameters
    ----------
    folder
        An empty folder for the store and the server's output.
    people, seconds
        How many vote, within what time.
    kind
        ``points`` to divide, or a ``guess`` of satisfaction.
    kill
        Whether the server is killed in the middle.
    least
        How many votes have to be acknowledged before the result is revealed, however long that takes.
    servers
        How many servers share the store; the facilitator is on the first.
    store
        The address of an empty database; without it a file in the folder.
    restarted
        The database, where it is stopped and started in the middle.
    """
    chance = random.Random(seed)  # noqa: S311 - a load, no secret
    with _store_in(store or f"sqlite:///{(folder / 'room.sqlite').as_posix()}") as url:
        meeting = _Meeting(folder, url, people, seconds, chance, kill, least, servers, restarted, kind)
        return asyncio.run(meeting.held())


@contextlib.contextmanager
def _store_in(url: str) -> Iterator[str]:
    before = os.environ.get("CX_STORE")
    os.environ["CX_STORE"] = url
    try:
        yield url
    finally:
        os.environ.pop("CX_STORE") if before is None else os.environ.update(CX_STORE=before)


@dataclass
class _Meeting:
    folder: Path
    url: str
    people: int
    seconds: float
    chance: random.Random
    kill: bool
    least: int
    servers: int = 1
    restarted: postgresql.Server | None = None
    kind: str = "points"

    async def held(self) -> Outcome:
        self.room = Room("127.0.0.1", ("127.0.0.1",))
        self.told: set[str] = set()
        self.phones = [Phone(f"person {number:03}") for number in range(self.people)]
        with contextlib.ExitStack() as running:
            self.port = running.enter_context(server.kept_port())
            self.base = f"http://127.0.0.1:{self.port}"
            self.bases = [self.base]
            self.server = await self._start(running, self.port)
            for _ in range(1, self.servers):
                port = running.enter_context(server.kept_port())
                await self._start(running, port)
                self.bases.append(f"http://127.0.0.1:{port}")
            return await self._vote(running)

    async def _start(self, running: contextlib.ExitStack, port: int) -> subprocess.Popen[bytes]:
        output = running.enter_context((self.folder / "server.log").open("ab"))
        made = running.enter_context(server.started(sys.executable, ROOT, port, output, room=self.room))
        if not await asyncio.to_thread(server.answers, made, port):
            raise RuntimeError((self.folder / "server.log").read_text(encoding="utf-8", errors="replace"))
        return made

    async def _vote(self, running: contextlib.ExitStack) -> Outcome:
        async with self._facilitator() as facilitator:
            link = await self._open_round(facilitator)
            self.begun = time.monotonic()
            voting_now = [asyncio.create_task(self._take_part(phone, link)) for phone in self.phones]
            page_seconds = await self._watch(facilitator, running, voting_now)
            reveal_seconds = await self._reveal(facilitator)
            await asyncio.gather(*voting_now)
        return self._compared(page_seconds, reveal_seconds)

    @contextlib.asynccontextmanager
    async def _facilitator(self) -> AsyncIterator[Browser]:
        browser = Browser(self.base, "", cookie=_cookie(self.port, self.room.key))
        await browser.open()
        try:
            yield browser
        finally:
            await browser.close()

    async def _open_round(self, facilitator: Browser) -> str:
        await facilitator.press(text.say("upload.sample", "en"))
        await facilitator.go("room")
        await facilitator.press(text.say("sessions.start", "en"))
        await facilitator.press(text.say(OPENS[self.kind], "en"))
        return urlsplit(facilitator.find("code").code_text).query

    async def _watch(
        self, facilitator: Browser, running: contextlib.ExitStack, voting_now: Sequence[asyncio.Task[None]]
    ) -> list[float]:
        """The seconds that the facilitator's page took, each time it was drawn while people voted."""
        taken, killed, restarted = [], not self.kill, self.restarted is None
        while self._passed() < REVEAL or not (self._enough() or all(one.done() for one in voting_now)):
            if not killed and self._passed() > REVEAL / 2:
                killed = True
                await self._kill(facilitator, running)
            if not restarted and self._passed() > REVEAL / 2:
                restarted = True
                await asyncio.to_thread(self._restart)
            begun = time.perf_counter()
            await facilitator.run()
            taken.append(time.perf_counter() - begun)
            await asyncio.sleep(0.5)
        return taken

    async def _reveal(self, facilitator: Browser) -> float:
        """The seconds until the result stands on the screen; after a restart the store is told itself."""
        begun = time.perf_counter()
        if self.kill:
            store = open_store(self.url)
            rounds.reveal(store, _round_id(store))
            store.close()
        else:
            await facilitator.press(text.say(REVEALS[self.kind], "en"))
            await facilitator.press(text.say("room.reveal.do", "en"))
        return time.perf_counter() - begun

    def _restart(self) -> None:
        """The database is stopped under everybody's hands, and is back after a second."""
        if self.restarted is not None:
            self.restarted.stop()
            time.sleep(1)
            self.restarted.start()

    async def _kill(self, facilitator: Browser, running: contextlib.ExitStack) -> None:
        """The process ends at once, as by a power cut; a new one starts at the same address."""
        self.server.kill()
        await asyncio.to_thread(self.server.wait)
        await facilitator.close()
        self.server = await self._start(running, self.port)
        facilitator.page, facilitator.query = "", ""
        await facilitator.open()

    def _enough(self) -> bool:
        return sum(len(phone.save_seconds) for phone in self.phones) >= self.least

    def _passed(self) -> float:
        return (time.monotonic() - self.begun) / self.seconds

    async def _take_part(self, phone: Phone, link: str) -> None:
        phone.base = self.chance.choice(self.bases)
        await asyncio.sleep(self.chance.uniform(0, 0.25) * self.seconds)
        begun = time.perf_counter()
        browser = await self._joined(phone, link)
        phone.join_seconds = time.perf_counter() - begun
        drops = self.chance.random() < 0.1  # noqa: PLR2004 - one in ten
        for number in range(1, SAVES + 1):
            await asyncio.sleep(self.chance.uniform(0.5, 1.5) * 0.6 * self.seconds / SAVES)
            browser = await self._save(browser, phone, number)
            if drops and number == SAVES // 2:
                browser = await self._reopened(browser, phone)
            if phone.refused:
                break
        await browser.close()

    async def _joined(self, phone: Phone, link: str) -> Browser:
        """The page with the ballot; who is cut off before it scans the code again."""
        while True:
            browser = await self._opened(link, phone.base)
            try:
                await browser.press(text.say("vote.join", "en"), **{text.say("vote.name", "en"): phone.name})
            except (ConnectionError, LookupError):  # cut off, or the database is away
                await browser.close()
            else:
                if browser.component():
                    self.told.add(told_to(browser, phone.name))
                    return browser
                await browser.close()

    async def _save(self, browser: Browser, phone: Phone, number: int) -> Browser:
        known = browser.component()
        if not known:
            phone.refused = True
            return browser
        sent = self._choices(known)
        phone.under_way.append(sent)
        begun = time.perf_counter()
        try:
            await self._send(browser, sent, number)
        except ConnectionError:
            return await self._reopened(browser, phone)
        told = browser.component()
        if told.get("acknowledged") == number:
            phone.acknowledged, phone.under_way = sent, []
            phone.save_seconds.append(time.perf_counter() - begun)
            self.told.add(told_to(browser, phone.name))
        else:
            phone.refused = True
        return browser

    async def _send(self, browser: Browser, choices: dict[str, int], number: int) -> None:
        """Send a vote until it is answered, as the page on a phone does."""
        while True:
            with contextlib.suppress(TimeoutError):
                if not browser.component():  # the round was closed meanwhile, and the ballot went with it
                    return
                await browser.set_component(cast={"number": number, "choices": choices})
                await browser.until(lambda: _answered(browser, number), AGAIN)
                return

    async def _reopened(self, browser: Browser, phone: Phone) -> Browser:
        """The same phone by its own address; where there are more servers, on any of them."""
        await browser.close()
        phone.base = self.chance.choice(self.bases)
        return await self._opened(browser.query, phone.base)

    async def _opened(self, query: str, base: str) -> Browser:
        """The vote page; the server may be away for a while."""
        while True:
            browser = Browser(base, "vote", query)
            try:
                await browser.open()
            except (OSError, TimeoutError, WebSocketException):
                await asyncio.sleep(0.2)
            else:
                return browser

    def _choices(self, known: dict[str, object]) -> dict[str, int]:
        ids = [id_ for id_, _ in known["items"]]  # type: ignore[attr-defined]  # pairs of texts
        if known["points"] is None:
            some = self.chance.sample(ids, k=self.chance.randint(1, len(ids)))
            return {id_: self.chance.randint(1, int(str(known["most"]))) for id_ in some}
        points = int(str(known["points"]))
        given = self.chance.choices(ids, k=self.chance.randint(1, points))
        return {id_: given.count(id_) for id_ in set(given)}

    def _compared(self, page_seconds: list[float], reveal_seconds: float) -> Outcome:
        store = open_store(self.url)
        kept = kept_in(store, _round_id(store))
        store.close()
        names = [name for name, _ in kept]
        found = dict(kept)
        lost = [
            phone.name
            for phone in self.phones
            if phone.acknowledged and found.get(phone.name) not in (phone.acknowledged, *phone.under_way)
        ]
        doubled = sorted({name for name in names if names.count(name) > 1})
        return Outcome(self.phones, page_seconds, reveal_seconds, lost, doubled, len(kept), len(self.told))


def _answered(browser: Browser, number: int) -> bool:
    if browser.drawing:
        return False
    told = browser.component()
    return not told or told.get("acknowledged") == number or bool(told.get("refused"))


def _round_id(store: Store) -> str:
    with store.read() as connection:
        return str(connection.exec_driver_sql("SELECT id FROM rounds").scalar_one())


def _cookie(port: int, key: str) -> str:
    """What the browser keeps after the facilitator's address was opened."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", f"/?key={key}")
    given = connection.getresponse().getheader("Set-Cookie") or ""
    connection.close()
    return given.split(";")[0]


if __name__ == "__main__":
    sys.exit(main())
