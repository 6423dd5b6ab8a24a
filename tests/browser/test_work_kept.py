"""What only browsers show of work that is never lost: F5, a second tab, dropped files, a server that is gone.

Long is what starts servers of its own;
``tests/app/drafts/test_drafts_offered.py::test_the_same_file_brings_everything_back_exactly`` stands for it.
"""

import json
import re
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Page, expect

from cx import text
from cx.session.drafts.place import ENDING
from tests.app.screens import SMALL
from tests.browser import accessibility
from tests.browser.visitor import SLOW, laptop, settle, take_sample, until, visit

FILE = {"name": "small.csv", "mimeType": "text/csv", "buffer": SMALL.encode()}
OWN_BOX = '[data-testid="stMain"] input[type="file"]'
DROP = """([name, content]) => {
    const carried = new DataTransfer()
    carried.items.add(new File([content], name))
    const stopped = {}
    window.cxStopped = null
    for (const kind of ["dragover", "drop"]) {
        const event = new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: carried })
        document.body.dispatchEvent(event)
        stopped[kind] = event.defaultPrevented
    }
    window.cxStopped = stopped
}"""
STOPPED = {"dragover": True, "drop": True}
MEANWHILE = """([words, file]) => {
    [...document.querySelectorAll("button")].find((one) => one.innerText.includes(words)).click();
    (DROP)(file)
}"""
"""Somebody goes elsewhere, and drops a file before the browser has heard of the page that comes."""


@pytest.fixture
def browser_context_args(browser_context_args):
    return {**browser_context_args, **laptop()}


def drop(page: Page, name: str = "small.csv", content: str = SMALL) -> None:
    page.wait_for_function("window.cxGuard?.data")
    page.evaluate(DROP, [name, content])
    page.wait_for_function(
        "told => JSON.stringify(window.cxStopped) === told", arg=json.dumps(STOPPED, separators=(",", ":"))
    )


def upload(page: Page, box: str = OWN_BOX) -> None:
    page.locator(box).first.set_input_files(FILE)


def title(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(words, timeout=SLOW)
    settle(page)


def drafts(folder: Path) -> list[str]:
    """What has been written for who comes back."""
    return [one.read_text(encoding="utf-8") for one in (folder / "drafts").glob(f"*{ENDING}")]


def words(key: str, lang: str = "en") -> str:
    return text.say(key, lang)


def test_f5_asks_first_and_offers_the_work_back_to_this_browser_alone(page, desks, server):
    page.goto(server.url)
    upload(page)
    title(page, "One touchpoint holds 40%")
    asked = []

    def leave(dialog):
        asked.append(dialog.type)
        dialog.accept()

    page.once("dialog", leave)
    page.reload()
    go_on = page.get_by_role("button", name=words("draft.go_on"))
    expect(go_on).to_be_visible(timeout=SLOW)
    settle(page)
    assert asked == ["beforeunload"]
    assert [one["id"] for one in accessibility.serious(page)] == []
    other = desks("other", **laptop())
    other.goto(f"{server.url}/matrix")
    title(other, "Matrix")
    expect(other.get_by_role("button", name=words("draft.go_on"))).to_have_count(0)
    go_on.click()
    title(page, "One touchpoint holds 40%")
    page.get_by_role("button", name=words("draft.again")).click()
    upload(page, "[data-testid='stPopoverBody'] input[type='file']")
    expect(page.get_by_text(words("draft.complete"))).to_be_visible(timeout=SLOW)


def test_a_session_in_the_address_opens_after_f5_and_in_a_second_tab(page, kept):
    running, _ = kept
    page.goto(running.url)
    take_sample(page)
    visit(page, "sessions")
    page.get_by_role("button", name=words("sessions.start")).click()
    expect(page.locator(".st-key-session_mark")).to_be_visible(timeout=SLOW)
    visit(page, "priorities")
    page.get_by_text("Nederlands").click()
    title(page, "van 24 contactmomenten")
    expect(page).to_have_url(re.compile(r"/priorities\?session="))
    address, asked = page.url, []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    title(page, "van 24 contactmomenten")
    expect(page).to_have_url(address)
    assert asked == []
    tab = page.context.new_page()
    tab.goto(address.replace("priorities", "decisions"))
    title(tab, "24 contactmomenten")
    tab.close()


def test_a_file_dropped_anywhere_is_taken_or_that_it_is_not_is_said(page, server):
    page.goto(f"{server.url}/method")
    title(page, words("method.title"))
    drop(page)
    title(page, "One touchpoint holds 40%")
    drop(page, "other.csv", SMALL.replace("Invoice", "Bill"))
    page.get_by_role("button", name=words("drop.leave")).click()
    settle(page)
    page.evaluate(MEANWHILE.replace("DROP", DROP), [words("matrix.present"), ["small.csv", SMALL]])
    expect(page.get_by_role("button", name=words("matrix.leave"))).to_be_visible(timeout=SLOW)
    nowhere = page.get_by_role("status").filter(has_text=words("drop.nowhere"))
    expect(nowhere).to_be_visible()
    settle(page)
    page.evaluate("document.querySelector('.cx-said')?.remove()")
    drop(page)
    expect(nowhere).to_be_visible()
    page.get_by_role("button", name=words("matrix.leave")).click()
    title(page, "One touchpoint holds 40%")
    expect(page.locator(".st-key-caught")).to_have_count(0)
    page.goto(f"{server.url}/vote")
    title(page, words("vote.join.title"))
    drop(page)
    expect(nowhere).to_be_visible()


@pytest.mark.long
def test_a_server_that_is_gone_is_told_in_our_words_and_comes_back_with_the_work(
    page, fresh_server, own_store
):
    running = fresh_server()
    page.goto(running.url)
    page.get_by_text("Nederlands").click()
    title(page, words("start.title", "nl"))
    upload(page)
    title(page, "Eén contactmoment heeft 40%")
    until(page, lambda: any(FILE["name"] in one for one in drafts(own_store)))
    psutil.Process(running.pid).kill()
    lost = page.get_by_role("alert").filter(has_text=words("lost.title", "nl"))
    expect(lost).to_be_visible(timeout=SLOW)
    theirs = page.get_by_text("Connection error")
    expect(theirs.first).to_be_attached(timeout=SLOW)
    expect(theirs.first).to_be_hidden()
    fresh_server()
    expect(page.get_by_role("button", name=words("draft.go_on", "nl"))).to_be_visible(timeout=SLOW)
    expect(lost).to_have_count(0)
    expect(page.get_by_text("Connection error")).to_have_count(0)
    page.get_by_role("button", name=words("draft.go_on", "nl")).click()
    title(page, "Eén contactmoment heeft 40%")
