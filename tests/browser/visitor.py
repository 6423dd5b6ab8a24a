"""What a visitor does on any page: waits for it, takes the sample, goes to another page, presses a button."""

import re
import time
from collections.abc import Callable
from typing import TypeVar

from playwright.sync_api import Locator, Page, expect

from cx import text

Seen = TypeVar("Seen")

LAPTOP = {"width": 1440, "height": 900}
LOCALES = {"en": "en-GB", "nl": "nl-NL"}
SLOW = 180_000
"""Milliseconds for what a server draws for the first time."""
_OFTEN = 50
"""Milliseconds between two looks; a look with each frame would have the browser draw all the time."""
_AT_LAST = 60
"""Seconds within which a browser has done what it does by itself, however busy the machine is."""
TARGET = ".js-plotly-plot .scatterlayer .point"


def laptop(lang: str = "en") -> dict[str, object]:
    """The browser of somebody with a laptop, in their language."""
    return {"viewport": LAPTOP, "locale": LOCALES[lang]}


SETTLED = """async () => {
    const settled = () => !window.cxAsked
        && document.querySelector("[data-test-script-state]")?.dataset.testScriptState === "notRunning"
        && !document.querySelector("[data-testid=stSkeleton], [data-measures]")
    for (const _ of ["what was clicked is sent", "what came is drawn"]) {
        if (!settled()) return false
        await new Promise((rests) => requestIdleCallback(rests, { timeout: 2000 }))
    }
    return settled()
}"""
"""The server has answered, has nothing more to say, and each part that it named has come and is drawn.

A browser rests once it has done all that it was given: until then what was clicked may not be sent yet, and
what came may be drawn only in part. Some pages are never called at rest; they had two seconds twice.
"""


def settle(page: Page) -> None:
    """Wait until all that was asked for is drawn."""
    page.wait_for_function(SETTLED, polling=_OFTEN)


def at_last(
    page: Page, look: Callable[[], Seen], holds: Callable[[Seen], bool], seconds: float = _AT_LAST
) -> Seen:
    """Look until what is seen holds, and return what was seen last.

    For what the browser does by itself after the server is done: it draws a chart anew, or puts on our words.
    Whatever is measured in a browser is measured so (``tests/browser/screens/test_waits.py``).
    """
    end = time.monotonic() + seconds
    while True:
        try:
            if holds(seen := look()) or time.monotonic() >= end:
                return seen
        except (
            TypeError,
            ValueError,
        ):  # what is drawn anew in this moment has no box, or not all of its rows
            if time.monotonic() >= end:
                raise
        page.wait_for_timeout(_OFTEN)


def at_rest(page: Page, look: Callable[[], Seen]) -> Seen:
    """Return what is seen once two looks in a row see the same: a place to point at, or what was before.

    No place and an empty list are nothing yet: a table that is drawn anew has no rows in between.
    """
    seen = [look()]

    def once_more() -> Seen:
        seen.append(look())
        return seen[-1]

    return at_last(page, once_more, lambda now: now is not None and now != [] and now == seen[-2])


def comes_to(page: Page, look: Callable[[], Seen], expected: Seen) -> None:
    """Wait until what is seen is what is expected, and fail with what was seen last."""
    seen = at_last(page, look, lambda now: now == expected)
    assert seen == expected


def middle(place: Locator) -> tuple[float, float]:
    """Return the middle of what has come to rest, in the pixels of the window."""
    box = at_rest(place.page, place.bounding_box)
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait for something that no page shows: looked for less and less often, as a look may read a session."""
    pause, left = 50.0, SLOW
    while not holds():
        assert left > 0, "it did not come"
        page.wait_for_timeout(pause)
        left -= pause
        pause = min(1_000, 1.5 * pause)


def sample(page: Page, url: str, lang: str = "en") -> None:
    page.goto(url)
    take_sample(page, lang)


def take_sample(page: Page, lang: str = "en") -> None:
    page.get_by_role("button", name=text.say("upload.sample", lang)).click()
    expect(page.locator(TARGET)).to_have_count(24, timeout=SLOW)
    settle(page)


def visit(page: Page, name: str, lang: str = "en") -> None:
    page.get_by_role("link", name=text.say(f"page.{name}", lang), exact=True).click()
    expect(page).to_have_title(re.compile(f"^{text.say(f'page.{name}', lang)} "))
    settle(page)


def press(page: Page, key: str) -> None:
    page.get_by_role("button", name=text.say(key, "en"), exact=True).click()
    settle(page)
