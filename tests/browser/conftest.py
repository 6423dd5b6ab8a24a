"""What a page waits for: never so long on a machine that works, and long enough on one that is very busy."""

import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from cx.session.sessions import stored
from cx.session.store import Store, database

PATIENCE = 180_000
WINDOW = {"width": 1280, "height": 720}
"""The window of a page for which no test asks another."""
STILL = """{
    const still = new CSSStyleSheet();
    still.replaceSync("*, *::before, *::after { animation: none !important; transition: none !important; }");
    document.adoptedStyleSheets = [still];
}"""
"""Nothing moves: a browser that waits for a busy server would draw sixty frames a second of what pulses."""
ASKED = """{
    const { newSession, scriptFinished, early, rerun, alive, lives, sign } = NUMBERS
    const send = WebSocket.prototype.send, signs = new WeakMap()
    let asked = 0, arrived = 0, answered = 0
    const fields = (data) => {
        const bytes = ArrayBuffer.isView(data)
            ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data)
        const found = new Map()
        let at = 0
        const number = () => {
            let value = 0, by = 1
            while (bytes[at] > 127) { value += (bytes[at++] - 128) * by; by *= 128 }
            return value + bytes[at++] * by
        }
        while (at < bytes.length) {
            const tag = number(), wire = tag % 8
            const value = wire === 0 || wire === 2 ? number() : 0
            at += wire === 2 ? value : wire === 5 ? 4 : wire === 1 ? 8 : 0
            found.set((tag - wire) / 8, value)
        }
        return found
    }
    const hear = (event) => {
        const told = fields(event.data)
        if (told.has(lives)) arrived = Math.max(arrived, signs.get(event.target).shift() ?? 0)
        if (told.has(newSession)) answered = Math.max(answered, arrived)
        else if (told.get(scriptFinished) === early) answered = asked - 1
        else return
        window.cxAsked = answered < asked
    }
    WebSocket.prototype.send = function (...all) {
        if (!signs.has(this)) this.addEventListener("message", hear)
        if (!signs.has(this)) signs.set(this, [])
        const said = fields(all[0])
        if (said.has(alive)) signs.get(this).push(0)
        if (said.has(rerun)) {
            asked += 1
            window.cxAsked = true
            signs.get(this).push(asked)
            send.call(this, new Uint8Array(sign))
        }
        return send.apply(this, all)
    }
}"""
"""Whether the server was asked for a run that it has not begun yet, which no page shows.

A run answers all that had arrived before it began, unless it ends early for another one that follows. What
had arrived is said by a sign of life that goes ahead of each question and is answered in its turn: a run that
began before is no answer, though the page hears of it after somebody has asked again.
"""


@pytest.fixture(autouse=True, scope="session")
def patience():
    """Let expectations and actions wait longer than the seconds of a quiet machine, and pages stand still."""
    opened = Browser.new_context

    def opened_with_patience(browser, **options):
        context = opened(browser, **options)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(STILL + ASKED.replace("NUMBERS", json.dumps(numbers())))
        return context

    expect.set_options(timeout=PATIENCE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Browser, "new_context", opened_with_patience)
        yield
    expect.set_options(timeout=5_000)


def numbers() -> dict[str, Any]:
    """By which number each of these things goes in what page and server say to one another."""
    told, asked = (kind.DESCRIPTOR.fields_by_name for kind in (ForwardMsg, BackMsg))
    return {
        "newSession": told["new_session"].number,
        "scriptFinished": told["script_finished"].number,
        "early": ForwardMsg.FINISHED_EARLY_FOR_RERUN,
        "rerun": asked["rerun_script"].number,
        "alive": asked["app_heartbeat"].number,
        "lives": told["heartbeat_ack"].number,
        "sign": list(BackMsg(app_heartbeat=True).SerializeToString()),
    }


class Desk:
    """A browser of somebody who comes back, and its page; window, language, motion are set as a test asks."""

    def __init__(self, browser: Browser, **machine: Any) -> None:
        self.page = browser.new_context(**machine).new_page()
        self._language = self.page.context.new_cdp_session(self.page)

    def taken(self, viewport: dict[str, int], locale: str, reduced_motion: str) -> Page:
        """The page, with nothing on it; it speaks the language of the machine where none is named."""
        cleared(self.page)
        self.page.set_viewport_size(viewport)
        self.page.emulate_media(reduced_motion=reduced_motion)
        self._language.send("Emulation.setLocaleOverride", {"locale": locale})
        self._language.send("Emulation.setUserAgentOverride", {"userAgent": "", "acceptLanguage": locale})
        return self.page


class Desks:
    """Browsers of people who come back: one a kind of person, with a page that stays open between tests.

    The program's scripts weigh megabytes, and most of what a first visit costs is reading them. A page that
    goes to the program again reads none of it anew. Of what a test did there, nothing is left.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._desks: dict[str, Desk] = {}

    def page(
        self,
        who: str = "",
        *,
        viewport: dict[str, int] = WINDOW,
        locale: str = "",
        reduced_motion: str = "no-preference",
        **machine: Any,
    ) -> Page:
        """The empty page of a person, in a browser of their own."""
        key = json.dumps([who, machine], sort_keys=True)
        if key not in self._desks or self._desks[key].page.is_closed():
            self._desks[key] = Desk(self._browser, **machine)
        return self._desks[key].taken(viewport, locale, reduced_motion)

    def clear(self) -> None:
        """Leave the program at all of them."""
        for desk in self._desks.values():
            if not desk.page.is_closed() and desk.page.url != "about:blank":
                cleared(desk.page)


def cleared(page: Page) -> Page:
    """The page, when it has left the program and the browser has forgotten what it was told to keep."""
    left = urlsplit(page.url)
    page.goto("about:blank")
    if left.netloc:
        browser = page.context.new_cdp_session(page)
        kept = {"origin": f"{left.scheme}://{left.netloc}", "storageTypes": "local_storage,indexeddb"}
        browser.send("Storage.clearDataForOrigin", kept)
        browser.detach()
    page.mouse.move(0, 0)
    page.context.clear_permissions()
    page.context.clear_cookies()
    return page


@pytest.fixture(scope="session")
def all_desks(browser: Browser) -> Desks:
    return Desks(browser)


@pytest.fixture
def desks(all_desks: Desks) -> Iterator[Callable[..., Page]]:
    """Gives the empty page of a person: ``desks("colleague", locale="en-GB")``."""
    yield all_desks.page
    all_desks.clear()


@pytest.fixture
def page(desks: Callable[..., Page], browser_context_args: dict[str, Any]) -> Page:
    """An empty page, and nothing that a test before left.

    A test that listens to the page or stands between it and the server takes one from ``new_context``.
    """
    return desks(**browser_context_args)


@pytest.fixture
def kept(server) -> Iterator[tuple[Any, Store]]:
    """The server, and its store: empty before the test and after it."""
    opened = database.open_store(f"sqlite:///{server.file.as_posix()}")
    printed = len(server.printed)
    _empty(opened)
    yield server, opened
    _empty(opened)
    opened.close()
    assert "Traceback" not in server.printed[printed:]


def _empty(store: Store) -> None:
    for deleted in (False, True):
        stored.remove(store, *(one.id for one in stored.listed(store, deleted=deleted)))
