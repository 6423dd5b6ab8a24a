"""Every page at every size, in both languages and with several kinds of data: what is cut or covered.

    .venv/bin/python benchmarks/screens/faults.py                             all of it: hours
    .venv/bin/python benchmarks/screens/faults.py --held sample --lang nl --pages matrix,room --sizes 1280x720

Each page is measured as it comes, at each of its tabs, with everything on it unfolded, and with each of its
boxes open; the matrix also as it is presented. The rulers are those of ``tests/browser/screens`` (boxes,
tables, fields, the first view), and one more here: texts of charts, words that Streamlit speaks, numbers in
the other language's notation, what axe calls serious. A line is a kind of fault with the places where it was
seen; the exit code is 1 where there is one.
"""

from __future__ import annotations

import argparse
import contextlib
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from playwright.sync_api import Error, Page, sync_playwright  # noqa: E402
from playwright.sync_api import TimeoutError as NotSoon  # noqa: E402
from responsiveness import BROWSERS, served  # noqa: E402

from benchmarks.screens import held  # noqa: E402
from cx import text  # noqa: E402
from tests.browser import accessibility  # noqa: E402
from tests.browser.conftest import STILL  # noqa: E402
from tests.browser.screens import measured  # noqa: E402
from tests.browser.visitor import LAPTOP, LOCALES, settle, visit  # noqa: E402

RULER = (Path(__file__).parent / "picture.js").read_text(encoding="utf-8")
DRAWN = """() => [...document.querySelectorAll(".js-plotly-plot")].every((chart) => {
    const [low, high] = chart._fullLayout?.xaxis?.range ?? [0, 0]
    return low !== 0 || high < 200 || Math.abs(high - chart.getBoundingClientRect().width) < 24
})"""
"""Whether the pictures, which count pixels, were drawn for the width that they have."""
TO_TOP = "document.querySelector('[data-testid=stMain]').scrollTo(0, 0)"
PATIENCE = 180_000
PROJECTED = 1024
"""Nobody presents on a narrower window."""
LISTED = 6
HARMLESS = ("no primary action",)
"""A page without a primary button has none that could be out of view; Start is asked for it by a test."""
STAGED = ("above the title", "no title")
"""On the stage the bar with its buttons stands above the title, and what fills the screen has none."""
FEW = ((1440, 900), (1280, 720), (390, 844))
"""The sizes at which what is unfolded is measured."""
Sizes = Sequence[tuple[int, int]]
Faults = dict[tuple[str, str, str], list[str]]
"""Page, kind and words of a fault, and where it was seen."""


def seen(page: Page, name: str, lang: str) -> Iterator[tuple[str, str]]:
    """Give kind and words of what is wrong with what is drawn now."""
    harmless = HARMLESS + (STAGED if page.locator(".st-key-stage").count() else ())
    for one in measured.faults(page, name, seconds=2.0):
        if one.kind not in harmless:
            yield one.kind, one.words
    for kind, words, _ in page.evaluate(f"({RULER})({lang!r})"):
        yield kind, words


def put(found: Faults, name: str, kind: str, words: str, place: str) -> None:
    """Keep a fault, and tell it at once where it is the first of its kind."""
    key = (name, kind, re.sub(r"\d+", "0", words)[:60])
    if key not in found:
        print(f"      {name} | {kind} | {words} | {place}", file=sys.stderr, flush=True)
    found.setdefault(key, []).append(f"{place}: {words}")


def looked_at(page: Page, name: str, state: str, where: tuple[str, str], sizes: Sizes, found: Faults) -> None:
    """Measure a state of a page at some sizes."""
    kind, lang = where
    for size in sizes:
        measured.resized(page, size)
        with contextlib.suppress(NotSoon):
            page.wait_for_function(DRAWN, polling=100, timeout=20_000)
        settle(page)
        if "<" not in state:  # a box lies where its button stands
            page.evaluate(TO_TOP)
        for fault, words in seen(page, name, lang):
            if "<" in state and "title" in fault and "ellipsis" not in fault:
                continue
            put(found, f"{name}{state}", fault, words, f"{size[0]}x{size[1]} {lang} {kind}")
    measured.resized(page, (LAPTOP["width"], LAPTOP["height"]))


def unfolded(page: Page) -> int:
    """Open everything on a page that can be unfolded; return how much that was."""
    opened = 0
    for _ in range(30):
        shut = page.locator("[data-testid=stMain] details:not([open]) > summary")
        if not shut.count():
            break
        shut.first.click()
        settle(page)
        opened += 1
    return opened


def states(page: Page, name: str, where: tuple[str, str], sizes: Sizes, found: Faults) -> None:
    """Measure a page as it comes, at each tab, unfolded, presented, and with each of its boxes open."""
    looked_at(page, name, "", where, sizes, found)
    for one in _grave(page):
        put(found, name, "axe", one, f"{where[1]} {where[0]}")
    tabs = page.locator("[data-testid=stMain] [role=tab]")
    for place in range(tabs.count()):
        words = tabs.nth(place).inner_text()
        tabs.nth(place).click()
        settle(page)
        looked_at(page, name, f" [{words}]", where, sizes, found)
    if unfolded(page):
        looked_at(page, name, " unfolded", where, [one for one in FEW if one in sizes], found)
    for place in range(page.locator("[data-testid=stMain] [data-testid=stPopover] button").count()):
        button = page.locator("[data-testid=stMain] [data-testid=stPopover] button").nth(place)
        if not button.is_visible() or button.is_disabled():
            continue
        button.click()
        settle(page)
        words = max(button.inner_text().split("\n"), key=len)
        looked_at(page, name, f" <{words}>", where, [one for one in FEW if one in sizes], found)
        page.keyboard.press("Escape")
        settle(page)


def _grave(page: Page) -> list[str]:
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in accessibility.serious(page)]


def presented(page: Page, where: tuple[str, str], sizes: Sizes, found: Faults) -> None:
    """Measure the matrix as it is presented."""
    button = page.get_by_role("button", name=text.say("matrix.present", where[1]), exact=True)
    if not button.count():
        return
    button.click()
    page.locator(".st-key-stage").wait_for()
    settle(page)
    looked_at(page, "matrix", " presented", where, [one for one in sizes if one[0] >= PROJECTED], found)
    page.keyboard.press("Escape")
    page.locator(".st-key-stage").wait_for(state="detached")
    settle(page)


def begun(page: Page, url: str, kind: str, lang: str) -> None:
    """Open the program with a kind of data."""
    page.goto(f"{url}/{held.address(kind, lang)}")
    page.get_by_role("heading", level=1).wait_for()
    settle(page)
    if files := held.files(kind, lang):
        page.locator("input[type=file]").first.set_input_files(files)
        again = page.get_by_role("button", name=text.say("upload.sample", lang))
        page.wait_for_timeout(500)
        settle(page)
        again.wait_for(state="detached")
    settle(page)


def measure(
    page: Page, url: str, kind: str, lang: str, pages: list[str], sizes: Sizes, found: Faults
) -> None:
    """Go through the pages with a kind of data."""
    begun(page, url, kind, lang)
    for name in held.PAGES[kind]:
        if name not in pages:
            continue
        start = time.monotonic()
        try:
            measured.resized(page, (LAPTOP["width"], LAPTOP["height"]))
            visit(page, name, lang)
            states(page, name, (kind, lang), sizes, found)
            if name == "matrix":
                presented(page, (kind, lang), sizes, found)
        except Error as error:
            put(found, name, "could not be measured", str(error)[:200], f"{lang} {kind}")
            begun(page, url, kind, lang)
        print(f"{time.monotonic() - start:5.0f} s  {kind} {lang} {name}", file=sys.stderr, flush=True)


def told(found: Faults) -> None:
    """Print the table of faults."""
    for (name, kind, _), places in sorted(found.items()):
        words = places[0].split(": ", 1)[-1]
        where = sorted({one.split(": ", 1)[0] for one in places})
        shown = ", ".join(where[:LISTED]) + (
            f" and {len(where) - LISTED} more" if len(where) > LISTED else ""
        )
        print(f"{name} | {kind} | {words} | {shown}", flush=True)
    print(f"{sum(map(len, found.values()))} faults of {len(found)} kinds", flush=True)


def main() -> int:
    """Measure and print; return 1 where there is a fault."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--held", default=",".join(held.PAGES))
    parser.add_argument("--lang", default="en,nl")
    parser.add_argument("--pages", default=",".join(held.ALL))
    parser.add_argument("--sizes", default=",".join(f"{wide}x{high}" for wide, high in measured.SIZES))
    parser.add_argument("--browser", default=next((path for path in BROWSERS if Path(path).exists()), None))
    asked = parser.parse_args()
    sizes = [tuple(map(int, one.split("x"))) for one in asked.sizes.split(",")]
    found: Faults = {}
    with tempfile.TemporaryDirectory() as folder:
        held.stored(Path(folder))
        with served(ROOT / "app.py", {"CX_DATA": folder}) as (url, _), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=asked.browser, args=["--no-sandbox"])
            for kind in asked.held.split(","):
                for lang in asked.lang.split(","):
                    page = browser.new_context(viewport=LAPTOP, locale=LOCALES[lang]).new_page()
                    page.add_init_script(STILL)
                    page.set_default_timeout(PATIENCE)
                    measure(page, url, kind, lang, asked.pages.split(","), sizes, found)
                    page.context.close()
    told(found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
