"""What a page waits for: never so long on a machine that works, and long enough on one that is very busy."""

import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from cx.session.sessions import stored
from cx.session.store import Store, database

PATIENCE = 180_000


@pytest.fixture(autouse=True, scope="session")
def patience():
    """Let expectations and actions wait longer than the seconds of a quiet machine."""
    opened = Browser.new_context

    def opened_with_patience(browser, **options):
        context = opened(browser, **options)
        context.set_default_timeout(PATIENCE)
        return context

    expect.set_options(timeout=PATIENCE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Browser, "new_context", opened_with_patience)
        yield
    expect.set_options(timeout=5_000)


class Desks:
    """Browsers of people who come back: one a kind of person, with a page that stays open between tests.

    The program's scripts weigh megabytes, and most of what a first visit costs is reading them. A page that
    goes to the program again reads none of it anew. Of what a test did there, nothing is left.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._pages: dict[str, Page] = {}

    def page(self, who: str = "", **options: Any) -> Page:
        """The empty page of a person, in a browser of their own."""
        key = json.dumps([who, options], sort_keys=True)
        if key not in self._pages or self._pages[key].is_closed():
            self._pages[key] = self._browser.new_context(**options).new_page()
        return cleared(self._pages[key])

    def clear(self) -> None:
        """Leave the program at all of them."""
        for page in self._pages.values():
            if not page.is_closed() and page.url != "about:blank":
                cleared(page)


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
