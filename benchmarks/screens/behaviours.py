"""What people expect of the screens, tried one after the other in a browser: each holds, or is told.

    .venv/bin/python benchmarks/screens/behaviours.py [--only word]

Numbers with a comma and with points for thousands, work that comes back after F5 and behind a deep link, a
file that is dropped beside its box, the keys of a presenter's remote, the room at 1280 x 720, one first
touchpoint everywhere, Streamlit's words in Dutch, and controls that move nothing. The exit code is 1 where
one fails.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402
from responsiveness import BROWSERS, served  # noqa: E402

from benchmarks.screens import faults, held  # noqa: E402
from cx import text  # noqa: E402
from tests.browser.conftest import STILL  # noqa: E402
from tests.browser.visitor import LOCALES, settle, visit  # noqa: E402

PATIENCE = 120_000
NOTHING = 0.0005
"""A layout shift that is told as 0.000."""
CHART = ".js-plotly-plot .scatterlayer .point"
Found = tuple[bool, str]


class Seat:
    """A browser of one person at a server."""

    def __init__(self, browser: Browser, url: str, lang: str, size: tuple[int, int] = (1440, 900)) -> None:
        window = {"width": size[0], "height": size[1]}
        self.context = browser.new_context(viewport=window, locale=LOCALES[lang])
        self.context.set_default_timeout(PATIENCE)
        self.context.add_init_script(STILL)
        self.url, self.lang, self.page = url, lang, self.context.new_page()

    def say(self, key: str, **fields: object) -> str:
        """Return words in the language of this person."""
        return text.say(key, self.lang, **fields)

    def sample(self) -> Page:
        """Open the program and its sample."""
        self.page.goto(self.url)
        self.press("upload.sample")
        self.page.locator(CHART).first.wait_for()
        self.rest()
        return self.page

    def press(self, key: str, **fields: object) -> None:
        """Press a button by its words."""
        button = self.page.get_by_role("button", name=self.say(key, **fields))
        button.locator("visible=true").first.click()
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is drawn any more."""
        self.page.wait_for_timeout(900)
        settle(self.page)

    def title(self) -> str:
        """Return the title of the page."""
        return self.page.get_by_role("heading", level=1).first.inner_text()

    def begin(self) -> None:
        """Begin a session with what is loaded."""
        visit(self.page, "sessions", self.lang)
        self.press("sessions.start")
        self.page.wait_for_url(re.compile(r"session="))


def comma(browser: Browser, url: str) -> Found:
    """A comma in the fixed crosshair of a Dutch page."""
    seat = Seat(browser, url, "nl")
    page = seat.sample()
    page.get_by_role("combobox", name=seat.say("view.crosshair")).first.click()
    page.get_by_role("option", name=seat.say("view.rule.fixed"), exact=True).click()
    seat.rest()
    field = page.locator("[data-testid=stSidebar]").get_by_role(
        "textbox", name=seat.say("view.line.satisfaction")
    )
    before = field.input_value()
    field.fill("6,8")
    field.press("Enter")
    seat.rest()
    return "6,8" in seat.title() and "68" not in seat.title(), f"{before} before; {seat.title()}"


def thousands(browser: Browser, url: str) -> Found:
    """A point for thousands in a Dutch field for money."""
    seat = Seat(browser, url, "nl")
    page = seat.page
    page.goto(url)
    page.locator("input[type=file]").first.set_input_files(held.files("survey", "nl"))
    page.get_by_text(seat.say("data.understood")).or_(page.locator(CHART)).first.wait_for()
    seat.rest()
    visit(page, "drivers", "nl")
    page.get_by_role("tab", name=seat.say("drivers.tab.improve")).click()
    seat.rest()
    field = page.get_by_role("textbox", name=seat.say("drivers.factor")).first
    field.fill("250.000")
    field.press("Enter")
    seat.rest()
    return "250.000" in field.input_value(), field.input_value()


def reloaded(browser: Browser, url: str) -> Found:
    """F5 without a session: the work is offered back."""
    seat = Seat(browser, url, "en")
    page = seat.sample()
    page.wait_for_timeout(3_000)
    page.reload()
    page.get_by_role("heading", level=1).first.wait_for()
    seat.rest()
    offered = page.get_by_role("button", name=seat.say("draft.go_on"))
    words = page.inner_text("[data-testid=stMain]")[:160].replace("\n", " ")
    if not offered.count():
        return False, words
    offered.first.click()
    page.locator(CHART).first.wait_for()
    return True, words


def in_session(browser: Browser, url: str) -> Found:
    """F5 and a deep link with a session: it is open where it was."""
    seat = Seat(browser, url, "en")
    page = seat.sample()
    seat.begin()
    visit(page, "priorities", "en")
    before = seat.title()
    page.reload()
    page.get_by_role("heading", level=1).first.wait_for()
    seat.rest()
    again = seat.title()
    other = seat.context.new_page()
    other.goto(page.url)
    other.get_by_role("heading", level=1).first.wait_for()
    other.wait_for_timeout(1_500)
    settle(other)
    linked = other.get_by_role("heading", level=1).first.inner_text()
    return before == again == linked and "session=" in page.url, f"{before} | {again} | {linked}"


def dropped(browser: Browser, url: str) -> Found:
    """A file that is dropped beside the box never makes the browser leave the page."""
    seat = Seat(browser, url, "en")
    page, left = seat.sample(), []
    for name in held.ALL:
        if name != "matrix":
            visit(page, name, "en")
        kept = page.evaluate(
            """() => {
                const data = new DataTransfer()
                data.items.add(new File(["a;b"], "other.xyz"))
                const about = { bubbles: true, cancelable: true, dataTransfer: data }
                const over = new DragEvent("dragover", about)
                document.querySelector("[data-testid=stMain]").dispatchEvent(over)
                return over.defaultPrevented
            }"""
        )
        if not kept:
            left.append(name)
    return not left, f"not prevented on {left}" if left else "prevented on all pages"


def remote(browser: Browser, url: str) -> Found:
    """The keys of a presenter's remote."""
    seat = Seat(browser, url, "en")
    page = seat.sample()
    seat.press("matrix.present")
    page.locator(".st-key-stage").wait_for()
    seat.rest()
    title = page.locator(".cx-stage-title")
    titles = [title.inner_text()]
    for key in ("PageDown", "Space", "ArrowRight", "PageUp", "End", "Home"):
        page.keyboard.press(key)
        seat.rest()
        titles.append(title.inner_text())
    page.keyboard.press("b")
    seat.rest()
    dark = page.evaluate(
        """() => { let at = document.elementFromPoint(640, 400)
            while (at && getComputedStyle(at).backgroundColor === "rgba(0, 0, 0, 0)") at = at.parentElement
            return at ? getComputedStyle(at).backgroundColor : "" }"""
    )
    first, second, third, fourth, back, last, home = titles
    steps = len({first, second, third, fourth}) == 4 and back == third  # noqa: PLR2004 - each another
    right = steps and last != home and home == first
    return right and dark in ("rgb(0, 0, 0)", "rgb(31, 41, 51)"), f"{titles}; B: {dark}"


def room(browser: Browser, url: str) -> Found:
    """Address, code, QR and reveal in view at once, at 1280 x 720."""
    wrong = []
    for lang in ("en", "nl"):
        seat = Seat(browser, url, lang, (1280, 720))
        page = seat.sample()
        seat.begin()
        visit(page, "room", lang)
        seat.press("room.open")
        for place in (
            page.locator("[data-testid=stImage] img, svg.qr, .cx-qr").first,
            page.locator(".st-key-reveal button"),
        ):
            box = place.bounding_box()
            if box["y"] < 0 or box["y"] + box["height"] > 720:  # noqa: PLR2004 - the window
                wrong.append(f"{lang}: {box}")
        if page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight") > 1440:  # noqa: PLR2004
            wrong.append(f"{lang}: long")
    return not wrong, str(wrong)


def one_first(browser: Browser, url: str) -> Found:
    """Matrix and priorities name the same first touchpoint."""
    seat = Seat(browser, url, "en")
    page = seat.sample()
    first = page.locator(".cx-list th[scope=rowgroup]").first.inner_text()
    visit(page, "priorities", "en")
    other = page.locator("tbody th[scope=row]").first.inner_text()
    return other in first, f"{first} | {other}"


def dutch(browser: Browser, url: str) -> Found:
    """Streamlit's words in opened lists and fields of a Dutch page."""
    seat = Seat(browser, url, "nl")
    page = seat.sample()
    page.locator(".st-key-filters input").first.click()
    page.keyboard.type("zzzz")
    page.wait_for_timeout(700)
    said = [words for kind, words in faults.seen(page, "matrix", "nl") if kind.startswith("English")]
    return not said, str(said)


def still(browser: Browser, url: str) -> Found:
    """A control has a layout shift of 0, and a filter leaves the picture where it is."""
    seat = Seat(browser, url, "en")
    page = seat.sample()
    page.evaluate(
        """() => { window.moved = 0; window.who = []
            const add = (list) => list.getEntries().forEach((one) => {
                window.moved += one.value
                for (const { node } of one.sources) window.who.push(node?.className || node?.nodeName)
            })
            new PerformanceObserver(add)
                .observe({ type: "layout-shift", buffered: false }) }"""
    )
    before = page.locator(".js-plotly-plot").bounding_box()["y"]
    page.locator("[data-testid=stSidebar]").get_by_text(seat.say("view.size.off"), exact=True).click()
    seat.rest()
    moved, who = page.evaluate("window.moved"), page.evaluate("window.who")
    page.locator(".st-key-filters input").first.click()
    page.get_by_role("option").nth(1).click()
    seat.rest()
    after = page.locator(".js-plotly-plot").bounding_box()["y"]
    return moved < NOTHING and before == after, f"shift {moved:.4f}; picture {after - before:.0f} px; {who}"


TRIED: tuple[Callable[[Browser, str], Found], ...] = (
    *(comma, thousands, reloaded, in_session, dropped),
    *(remote, room, one_first, dutch, still),
)


def main() -> int:
    """Try and print; return 1 where something does not hold."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="")
    parser.add_argument("--browser", default=next((path for path in BROWSERS if Path(path).exists()), None))
    asked = parser.parse_args()
    failed = 0
    with (
        tempfile.TemporaryDirectory() as folder,
        served(ROOT / "app.py", {"CX_DATA": folder}) as (url, _),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=asked.browser, args=["--no-sandbox"])
        for act in TRIED:
            if asked.only not in act.__name__:
                continue
            try:
                holds, words = act(browser, url)
            except Exception:  # noqa: BLE001 - one that cannot be tried does not keep the others from it
                holds, words = False, traceback.format_exc(limit=-2)
            failed += not holds
            print(f"{'holds' if holds else 'FAILS'}  {act.__doc__.strip()}  {words}", flush=True)
            for context in browser.contexts:
                context.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
