"""What a page looks like to a ruler: the faults of its geometry, at any size of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

from cx import text
from tests.app.test_drivers_page import survey
from tests.browser.visitor import SLOW, TARGET, at_last, settle, take_sample

SIZES = ((1920, 1080), (1440, 900), (1366, 768), (1280, 720), (1024, 768), (390, 844), (720, 450))
"""The last one is a laptop's window at twice the size."""
NOTHING, SAMPLE = "nothing", "sample"
LONG = "Touchpoint;Satisfaction (1-10);Impact (0-10);Volume;Journey\n" + "".join(
    f"{name} ({place});{4 + place % 11 / 2};{place % 11};{(place + 1) * 30_910};Long journey {place % 5}\n"
    for place, name in enumerate(
        [
            "Complaint about a reminder that was already paid, as told by letter, phone and app",
            "Explanation of the annual statement of gas and electricity, with all its lines",
            "Verkeersongevallenrechtsbijstandverzekeringsaanvraagformulier zonder spatie",
            "Q7",
        ]
        * 10
    )
)
FILES = {"long": ("long.csv", LONG), "survey": ("survey.csv", survey())}

_GEOMETRY = (Path(__file__).parent / "geometry.js").read_text(encoding="utf-8")
_LAID_OUT = """size => new Promise((done) => {
    const look = () => innerWidth === size[0] && innerHeight === size[1]
        ? requestAnimationFrame(() => requestAnimationFrame(() => done(true)))
        : requestAnimationFrame(look)
    look()
})"""
"""The window has its size, and what listens to that has heard of it."""
_HIGHEST = {False: 24, True: 56}
"""Pixels of nothing above the title; on a phone the button of the menu stands there."""
_PHONE = 640
_ALL_COLUMNS = ("matrix", "priorities", "compare")
"""Pages whose tables have no more columns than a projector shows."""


@dataclass(frozen=True)
class Fault:
    """Something that a picky eye would call wrong."""

    kind: str
    words: str
    by: int
    """In pixels."""


def resized(page: Page, size: tuple[int, int]) -> None:
    """Wait until the page has the shape of a window."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.wait_for_function(_LAID_OUT, arg=size)
    expect(page.locator("[data-measures]")).to_have_count(0)  # the window has told its size, where it had to
    settle(page)


def begin(page: Page, url: str, held: str, lang: str) -> None:
    """Open the program with data: the sample, a file, or nothing."""
    page.goto(url)
    page.get_by_role("heading", level=1).wait_for()
    if held == SAMPLE:
        take_sample(page, lang)
    elif held != NOTHING:
        name, content = FILES[held]
        file = {"name": name, "mimeType": "text/csv", "buffer": content.encode()}
        page.locator("input[type=file]").first.set_input_files(file)
        page.locator(TARGET).or_(page.get_by_text(text.say("data.understood", lang))).first.wait_for(
            timeout=SLOW
        )
    settle(page)


def faults(page: Page, name: str, **patience: float) -> list[Fault]:
    """Return what is wrong with what is drawn, and stays so: nothing, where all is well."""
    width = page.viewport_size["width"]
    return stays(page, lambda one: _counts(one, name, width), **patience)


def stays(page: Page, counts: Callable[[Fault], bool], **patience: float) -> list[Fault]:
    """Return what counts of everything that is measured, looked at until there is nothing or it stays."""
    return at_last(
        page, lambda: [one for one in found(page) if counts(one)], lambda seen: not seen, **patience
    )


def found(page: Page) -> list[Fault]:
    """Return everything that is measured at this moment."""
    return [Fault(*one) for one in page.evaluate(_GEOMETRY)]


def _counts(fault: Fault, name: str, width: int) -> bool:
    match fault.kind:
        case "above the title":
            return fault.by > _HIGHEST[width <= _PHONE]
        case "table scrolls":  # inside its frame, with the names in view
            return name in _ALL_COLUMNS and width >= SIZES[3][0]
        case "no primary action":
            return False
    return True
