"""What only browsers show of sessions: two people at once, fast keys, a killed server, accessibility.

Long is what pages show without a browser too:
``tests/app/test_sessions_pages.py::test_the_second_of_two_is_shown_what_changed_and_chooses``,
``tests/started/test_killed_writer.py::test_a_saved_change_survives_a_process_that_is_killed``,
``tests/app/test_store_faults.py::test_a_change_that_cannot_be_saved_stays_on_the_screen_and_is_saved_later``
and ``tests/app/test_store_faults.py::test_who_leaves_before_it_is_saved_loses_nothing`` stand for it.
"""

import sqlite3

import psutil
import pytest
from playwright.sync_api import Page, expect

from cx import text
from cx.session import place
from cx.session.sessions import stored
from cx.session.store import database as opening
from tests.browser import accessibility
from tests.browser.visitor import (
    SLOW,
    TARGET,
    at_rest,
    comes_to,
    laptop,
    sample,
    settle,
    until,
    visit,
)


@pytest.fixture
def browser_context_args(browser_context_args):
    return {**browser_context_args, **laptop()}


@pytest.fixture
def fresh(own_store, fresh_server):
    """A server of this test alone, which it may kill, and its store."""
    running = fresh_server()
    opened = opening.open_store(place.default_url({"CX_DATA": str(own_store)}))
    yield running, opened
    opened.close()
    assert "Traceback" not in running.printed


def noted(page: Page, opened, notes: str) -> None:
    """Wait for notes in the store: the session is read where it was saved anew, since that costs far more."""
    seen = []

    def holds() -> bool:
        seen.append(revision(opened))
        return seen[-1:] != seen[-2:-1] and only(opened).notes == notes

    until(page, holds)


def start(page: Page, url: str) -> None:
    sample(page, url)
    visit(page, "decisions")
    page.get_by_role("button", name=text.say("sessions.start", "en")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("24 touchpoints to decide about")
    settle(page)


def join(page: Page, url: str) -> None:
    page.goto(f"{url}/sessions")
    page.get_by_role("button", name=text.say("sessions.open", "en"), exact=True).click()
    expect(page.locator(TARGET)).to_have_count(24, timeout=SLOW)
    settle(page)


def only(opened):
    (line,) = stored.listed(opened)
    return stored.load(opened, line.id)


def revision(opened):
    (line,) = stored.listed(opened)
    return stored.revision(opened, line.id)


def test_keys_pressed_and_boxes_filled_in_a_hurry_lose_nothing(page, kept):
    running, opened = kept
    start(page, running.url)
    for done in range(1, 4):
        name = at_rest(page, page.get_by_role("heading", level=2).first.inner_text)
        page.keyboard.press("a", delay=100)  # as fast as fingers are
        page.keyboard.press("n")
        expect(page.get_by_role("heading", level=1)).to_have_text(
            f"{done} of 24 touchpoints decided", timeout=SLOW
        )
        expect(page.get_by_role("heading", level=2).first).not_to_have_text(name)
        settle(page)
    page.keyboard.press("p")
    owner = page.get_by_label("Owner", exact=True)
    expect(owner).to_be_visible()
    settle(page)
    owner.fill("Nina")  # the keys of the page do nothing in a box
    page.get_by_label("Mission: what has to be done").fill("Plan it")
    page.get_by_label("Target", exact=True).fill("8")
    page.keyboard.press("Tab")
    expect(page.locator("table", has_text="Plan it")).to_contain_text("8.00", timeout=SLOW)
    settle(page)
    comes_to(page, lambda: last_of(only(opened).decisions), (3, "Nina", "Plan it", 8.0))
    look_for_what_is_grave(page)


def last_of(decisions):
    """How many there are, and what the last one says."""
    last = decisions[-1]
    return len(decisions), last.owner, last.mission, last.target


def look_for_what_is_grave(page: Page) -> None:
    """Decisions with a contradiction, and the session with all its boxes open."""
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("3")
    expect(page.get_by_label(text.say("decisions.reason", "en"))).to_be_visible()
    settle(page)
    found = {"decisions": serious(page)}
    visit(page, "sessions")
    for part in ("agenda.title", "sessions.history", "sessions.settings"):
        page.get_by_text(text.say(part, "en"), exact=True).click()
        settle(page)
    page.get_by_role("button", name=text.say("agenda.do.start", "en")).click()
    expect(page.get_by_role("timer")).to_contain_text(":")
    settle(page)
    found["sessions"] = serious(page)
    assert found == {"decisions": [], "sessions": []}


@pytest.mark.long
def test_two_browsers_overwrite_nothing_in_silence_and_a_killed_server_loses_nothing(
    page, desks, fresh, fresh_server
):
    running, opened = fresh
    start(page, running.url)
    other = desks("other", **laptop())
    join(other, running.url)
    for one in (page, other):
        visit(one, "sessions")
    page.get_by_label("Notes").fill("from one")
    page.keyboard.press("Tab")
    noted(page, opened, "from one")
    other.get_by_label("Notes").fill("from two")
    other.keyboard.press("Tab")
    asked = other.get_by_text("changed the same at")
    expect(asked).to_be_visible(timeout=SLOW)
    assert only(opened).notes == "from one"
    assert serious(other) == []
    other.get_by_text("Yours: from two").click()
    other.get_by_role("button", name=text.say("meeting.choose", "en")).click()
    noted(other, opened, "from two")
    other.goto("about:blank")
    assert only(opened).notes == "from two"
    psutil.Process(running.pid).kill()
    again = fresh_server()
    join(page, again.url)
    visit(page, "sessions")
    expect(page.get_by_label("Notes")).to_have_value("from two")


def serious(page: Page) -> list[str]:
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in accessibility.serious(page)]


@pytest.mark.long
def test_what_the_database_did_not_take_is_saved_by_the_clock(page, kept):
    """Nobody clicks: the page itself asks again, and says when it is saved."""
    running, opened = kept
    start(page, running.url)
    visit(page, "sessions")
    holder = sqlite3.connect(running.file, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    page.get_by_label(text.say("sessions.notes", "en")).fill("Written while it was held")
    page.keyboard.press("Tab")
    mark = page.locator(".st-key-session_mark")
    expect(mark).to_contain_text(text.say("session.not_saved", "en"), timeout=SLOW)
    busy = text.say("error.store_busy", "en", place="\0", reason="").split("\0")[0]
    expect(page.get_by_role("alert").filter(has_text=busy.strip())).to_be_visible()
    expect(page.get_by_label(text.say("sessions.notes", "en"))).to_have_value("Written while it was held")
    assert only(opened).notes == ""
    holder.execute("ROLLBACK")
    holder.close()
    expect(mark).to_contain_text("Saved ", timeout=SLOW)
    assert only(opened).notes == "Written while it was held"


@pytest.mark.long
def test_who_closes_the_page_before_it_was_saved_loses_nothing(page, kept):
    running, opened = kept
    start(page, running.url)
    visit(page, "sessions")
    holder = sqlite3.connect(running.file, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    before = revision(opened)
    page.get_by_label(text.say("sessions.notes", "en")).fill("Gone home")
    page.keyboard.press("Tab")
    expect(page.locator(".st-key-session_mark")).to_contain_text(
        text.say("session.not_saved", "en"), timeout=SLOW
    )
    page.goto("about:blank")
    holder.execute("ROLLBACK")
    holder.close()
    until(page, lambda: revision(opened) > before)  # a look at the whole session each time costs far more
    assert only(opened).notes == "Gone home"
