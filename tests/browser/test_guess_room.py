"""Two phones guess on the line: each sees its own guess, and hears nothing of the other's."""

import re

import pytest
from playwright.sync_api import expect

from cx import text
from cx.records import Scale
from cx.session.store import database
from cx.session.voting import guessing, rounds, taking_part
from tests.browser.visitor import LOCALES, SLOW, at_last, at_rest
from tests.unit.session import voting_store

PHONE = {"width": 390, "height": 844}
NAMES = (("a", "App"), ("b", "Bill <b>1</b>"), ("c", "Call"))


@pytest.fixture
def kept(room_server):
    found = database.open_store(room_server.database)
    yield found
    found.close()


def picked_up(desks, server, asked, lang, name, phone="phone"):
    """A phone with its ballot, and everything that is sent to it from then on."""
    page = desks(phone, viewport=PHONE, locale=LOCALES[lang], has_touch=True, is_mobile=True)
    heard = []

    def hear(frame):
        heard.append(frame)

    def listen(socket):
        socket.on("framereceived", hear)

    page.on("websocket", listen)
    page.goto(f"{server.url}/vote?code={asked.code}&pass={asked.invitation}")
    page.get_by_label(text.say("vote.name", lang)).fill(name)
    page.get_by_role("button", name=text.say("vote.join", lang)).click()
    expect(page.locator(".row")).to_have_count(len(NAMES), timeout=SLOW)
    return page, heard, listen


def button(page, key, lang, name):
    return page.get_by_role("button", name=text.say(f"guess.{key}", lang, name=name), exact=True)


def saved(page, lang):
    expect(page.locator(".saved")).to_have_text(text.say("vote.state.saved", lang), timeout=SLOW)


def fits(wide):
    """Whether a page is no wider than the phone."""
    return wide <= PHONE["width"]


TAKEN_BACK = """(ballot, clear) => new Promise((done) => {
    const look = () => {
        const { number, sent, acknowledged } = ballot._ballot
        if (number > acknowledged && sent === acknowledged) return setTimeout(look)
        clear.click()
        done()
    }
    look()
})"""
"""Take a guess back while it is on its way to the server, or when it came there already."""


def test_two_phones_guess_on_the_line_and_neither_hears_of_the_other(desks, room_server, kept):
    asked = voting_store.asked(
        kept, "guess", NAMES, guess=guessing.offered("guess_satisfaction", Scale(1, 10))
    )
    one, heard, listen = picked_up(desks, room_server, asked, "nl", "Anna")
    other, *_ = picked_up(desks, room_server, asked, "en", "Zebedeus", "another phone")
    expect(one.locator(".given").first).to_have_text(text.say("guess.unset", "nl"))
    box, given = at_rest(one, one.locator(".slide").first.bounding_box), one.locator(".given").first
    one.touchscreen.tap(box["x"] + 0.7 * box["width"], box["y"] + 0.5 * box["height"])
    expect(given).to_have_text(re.compile(r"^\d,\d$"))
    first = float(at_rest(one, given.text_content).replace(",", "."))
    assert 6.5 < first < 8.5
    button(one, "higher", "nl", "App").click()
    button(one, "higher", "nl", "Call").click()  # from the middle
    saved(one, "nl")
    expect(one.locator(".left")).to_have_text(text.say("guess.done", "nl", done=2, all=3))
    wide = at_last(one, lambda: one.evaluate("document.documentElement.scrollWidth"), fits)
    assert fits(wide), wide
    slide = other.locator(".slide").nth(1)
    slide.fill("31")
    slide.press("ArrowRight")
    saved(other, "en")
    expect(slide).to_have_attribute("aria-valuetext", "4.1")
    button(other, "lower", "en", "App").click()
    other.locator(".ballot").evaluate(TAKEN_BACK, button(other, "clear", "en", "App").element_handle())
    saved(other, "en")
    ballots = [dict(one.choices) for one in taking_part.ballots_of(kept, asked.id)]
    assert ballots == [{"a": round((first - 1) / 0.1) + 2, "c": 46}, {"b": 32}]
    one.remove_listener("websocket", listen)
    assert heard and not any(b"Zebedeus" in frame for frame in heard if isinstance(frame, bytes))
    rounds.reveal(kept, asked.id)
    expect(one.get_by_role("heading", level=1)).to_have_text(
        text.say("vote.revealed.title", "nl"), timeout=SLOW
    )
    expect(one.get_by_role("row", name="Call 5,5")).to_be_visible()
    assert "Traceback" not in room_server.printed
