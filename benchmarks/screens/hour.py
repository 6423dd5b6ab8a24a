"""A facilitator's hour on a projector of 1280 x 720 with three phones, walked through in a browser.

    .venv/bin/python benchmarks/screens/hour.py --pictures /tmp/hour [--lang nl]

Upload, session, agenda, a round of guesses, a vote, its reveal, decisions, presenting with clock and QR code
as large as the screen, the deck. After each step the seconds since the one before, what the rulers of
``faults.py`` find wrong on the desk and on the phones, and a picture of each. A step that does not come to
its end stops the walk.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from playwright.sync_api import Page, expect, sync_playwright  # noqa: E402
from responsiveness import BROWSERS  # noqa: E402

from benchmarks.screens import faults, held  # noqa: E402
from cx import text  # noqa: E402
from launch import room as rooms  # noqa: E402
from launch import server as servers  # noqa: E402
from tests.browser.conftest import STILL  # noqa: E402
from tests.browser.visitor import LOCALES, settle, visit  # noqa: E402

DESK = {"width": 1280, "height": 720}
PHONE = {"width": 390, "height": 844}
PATIENCE = 180_000
VOTERS = ("Anna", "Ben Österreich", "Els van 't Hof")


@dataclass
class Hour:
    """The desk, the phones, and what has been seen so far."""

    desk: Page
    phones: list[Page]
    lang: str
    pictures: Path
    steps: int = 0
    since: float = field(default_factory=time.monotonic)

    def say(self, key: str, **fields: object) -> str:
        """Return words in the language of the room."""
        return text.say(key, self.lang, **fields)

    def press(self, key: str, *, page: Page | None = None, **fields: object) -> None:
        """Press a button by its words."""
        page = page or self.desk
        page.get_by_role("button", name=self.say(key, **fields)).locator("visible=true").first.click()
        page.wait_for_timeout(600)
        settle(page)

    def seen(self, name: str, page: str, *, phones: bool = False) -> None:
        """Say how long a step took, and what is wrong with what stands there now."""
        taken, self.steps = time.monotonic() - self.since, self.steps + 1
        print(f"{self.steps:2d} {taken:5.1f} s  {name}", flush=True)
        for place, one in enumerate([self.desk, *(self.phones if phones else [])]):
            settle(one)
            one.wait_for_function(faults.DRAWN, polling=100)
            who = f"phone-{place}" if place else "desk"
            one.screenshot(path=self.pictures / f"{self.steps:02d}-{name.replace(' ', '-')}-{who}.png")
            for kind, words in dict.fromkeys(faults.seen(one, page, self.lang)):
                print(f"      {who} | {kind} | {words}", flush=True)
        self.since = time.monotonic()


def prepared(hour: Hour, address: str) -> None:
    """Bring a table, begin a session, and plan the time."""
    desk = hour.desk
    desk.goto(address)
    desk.get_by_role("heading", level=1).wait_for()
    hour.seen("start", "start")
    desk.locator("input[type=file]").first.set_input_files(held.files("sample", hour.lang))
    desk.locator(".js-plotly-plot").first.wait_for()
    hour.seen("matrix", "matrix")
    visit(desk, "sessions", hour.lang)
    hour.seen("sessions before", "sessions")
    hour.press("sessions.start")
    hour.seen("session begun", "sessions")
    desk.locator("summary", has_text=hour.say("agenda.title")).click()
    settle(desk)
    hour.seen("agenda", "sessions")


def joined(hour: Hour) -> None:
    """Let the phones come in by the code that stands on the screen."""
    hour.desk.locator("summary", has_text=hour.say("room.link")).click()
    address = hour.desk.locator("[data-testid=stCode]").first.inner_text().strip()
    for phone, name in zip(hour.phones, VOTERS, strict=True):
        phone.goto(address)
        phone.get_by_label(hour.say("vote.name")).fill(name)
        phone.get_by_role("button", name=hour.say("vote.join")).click()
        phone.locator(".row").first.wait_for()


def told(hour: Hour) -> None:
    """Wait until the phones have heard of the reveal."""
    for phone in hour.phones:
        expect(phone.get_by_role("heading", level=1)).to_have_text(hour.say("vote.revealed.title"))


def guessed(hour: Hour) -> None:
    """Guess the satisfaction on the phones, before anybody sees it."""
    visit(hour.desk, "room", hour.lang)
    hour.seen("room", "room")
    hour.press("guess.first.guess_satisfaction")
    hour.seen("guess round open", "room")
    joined(hour)
    for at, phone in enumerate(hour.phones):
        for row in range(4):
            slide = phone.locator(".slide").nth(row)
            slide.fill(str(30 + 10 * at + 5 * row))
            slide.press("ArrowRight")
        expect(phone.locator(".saved")).to_have_text(hour.say("vote.state.saved"))
    hour.seen("guesses given", "room", phones=True)
    hour.press("guess.reveal")
    hour.seen("reveal asked", "room")
    hour.press("room.reveal.do")
    told(hour)
    hour.seen("guesses revealed", "room", phones=True)


def voted(hour: Hour) -> None:
    """Vote with points, show the code as large as the screen, and reveal."""
    desk = hour.desk
    desk.locator("[data-testid=stSidebar] label", has_text=hour.say("room.new")).first.click()
    settle(desk)
    hour.seen("new round", "room")
    hour.press("room.open")
    hour.seen("vote open", "room")
    joined(hour)
    for at, phone in enumerate(hour.phones):
        for row in (at, at, at + 1):
            phone.locator(".row").nth(row).get_by_role("button").last.click()
        expect(phone.locator(".saved")).to_have_text(hour.say("vote.state.saved"))
    hour.seen("votes given", "room", phones=True)
    hour.press("large.join")
    hour.seen("code on the screen", "room")
    desk.keyboard.press("Escape")
    desk.locator("[class*=st-key-reveal] button").first.wait_for()
    hour.press("room.reveal")
    hour.press("room.reveal.do")
    told(hour)
    hour.seen("votes revealed", "room", phones=True)


def decided(hour: Hour) -> None:
    """Decide about three touchpoints by keyboard."""
    desk = hour.desk
    visit(desk, "decisions", hour.lang)
    hour.seen("decisions", "decisions")
    for _ in range(3):
        desk.keyboard.press("a")
        settle(desk)
        desk.wait_for_timeout(500)
        desk.keyboard.press("n")
        settle(desk)
        desk.wait_for_timeout(500)
    desk.keyboard.press("p")
    settle(desk)
    hour.seen("decided", "decisions")


def presented(hour: Hour) -> None:
    """Show the matrix to the room: touchpoint by touchpoint, hidden, clock, code."""
    desk = hour.desk
    visit(desk, "matrix", hour.lang)
    hour.seen("matrix with decisions", "matrix")
    hour.press("matrix.present")
    desk.locator(".st-key-stage").wait_for()
    hour.seen("presented", "matrix")
    for key, name in (
        ("PageDown", "first touchpoint"),
        ("Home", "all"),
        ("ArrowDown", "hidden"),
        ("t", "clock"),
    ):
        desk.keyboard.press(key)
        desk.wait_for_timeout(1500)
        hour.seen(f"presented {name}", "matrix")
    for _ in ("the clock", "the stage"):
        desk.keyboard.press("Escape")
        desk.wait_for_timeout(700)
        settle(desk)
    desk.locator(".st-key-stage").wait_for(state="detached")
    settle(desk)


def taken(hour: Hour) -> None:
    """Take the deck."""
    desk = hour.desk
    hour.press("take.title")
    hour.seen("take away", "matrix")
    with desk.expect_download() as waiting:
        desk.get_by_role("button", name=hour.say("take.deck")).click()
    waiting.value.save_as(hour.pictures / waiting.value.suggested_filename)
    hour.seen(f"deck {waiting.value.suggested_filename}", "matrix")


def main() -> int:
    """Walk through the hour and tell what was seen."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pictures", type=Path, default=Path(tempfile.gettempdir()) / "hour")
    parser.add_argument("--lang", default="nl")
    parser.add_argument("--browser", default=next((path for path in BROWSERS if Path(path).exists()), None))
    asked = parser.parse_args()
    asked.pictures.mkdir(parents=True, exist_ok=True)
    room = rooms.Room(servers.HOST, (servers.HOST,))
    with (
        (asked.pictures / "server.log").open("wb") as log,
        servers.kept_port() as port,
        servers.started(sys.executable, ROOT, port, log, room) as process,
        sync_playwright() as playwright,
    ):
        servers.answers(process, port)
        browser = playwright.chromium.launch(executable_path=asked.browser, args=["--no-sandbox"])
        locale = LOCALES[asked.lang]
        desk = browser.new_context(viewport=DESK, locale=locale, accept_downloads=True).new_page()
        hand = {"viewport": PHONE, "locale": locale, "has_touch": True, "is_mobile": True}
        phones = [browser.new_context(**hand).new_page() for _ in VOTERS]
        for page in (desk, *phones):
            page.add_init_script(STILL)
            page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        hour = Hour(desk, phones, asked.lang, asked.pictures)
        begun = time.monotonic()
        prepared(hour, room.facilitator(port))
        for part in (guessed, voted, decided, presented, taken):
            part(hour)
        print(f"{time.monotonic() - begun:.0f} s in all; pictures in {asked.pictures}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
