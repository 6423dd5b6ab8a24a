"""A room: a phone without the key tries every page, votes, comes back, and is told when the round is over.

Long are further pages of ``test_a_phone_without_the_key_sees_no_other_page``, and the other language of
``test_a_vote_is_kept_over_a_reload_a_second_scan_and_the_end_of_the_round``.
"""

import re

import pytest
from playwright.sync_api import expect

from cx import text
from cx.session.store import database
from cx.session.voting import rounds
from tests.browser.visitor import LOCALES, SLOW, at_last, settle
from tests.project import tiers
from tests.unit.session import voting_store

PHONE = {"width": 390, "height": 844}
HEAVY = re.compile(r"Plotly|DataFrame|VegaLite|arrow|DeckGl", re.IGNORECASE)


@pytest.fixture(params=tiers.first(["nl"], "en"))
def lang(request):
    return request.param


@pytest.fixture
def phone(desks, request):
    """A phone in the language of the test."""
    lang = request.getfixturevalue("lang") if "lang" in request.fixturenames else "en"

    def picked_up():
        return desks("phone", viewport=PHONE, locale=LOCALES[lang], has_touch=True, is_mobile=True)

    return picked_up


@pytest.fixture
def kept(room_server):
    found = database.open_store(room_server.database)
    yield found
    found.close()


@pytest.fixture
def asked(kept):
    return voting_store.asked(kept, touchpoints=[(f"t{n}", f"Touchpoint <b>{n}</b>") for n in range(10)])


def join(page, server, asked, lang, name=""):
    page.goto(f"{server.url}/vote?code={asked.code}&pass={asked.invitation}")
    page.get_by_label(text.say("vote.name", lang)).fill(name)
    page.get_by_role("button", name=text.say("vote.join", lang)).click()
    expect(page.locator(".row")).to_have_count(len(asked.touchpoints), timeout=SLOW)


def more(page, number, lang):
    label = text.say("vote.more", lang, name=f"Touchpoint <b>{number}</b>")
    page.get_by_role("button", name=label, exact=True).click()


def saved(page, lang):
    expect(page.locator(".saved")).to_have_text(text.say("vote.state.saved", lang), timeout=SLOW)


@pytest.mark.parametrize(
    "name",
    tiers.first(
        ["room"], "matrix", "data", "drivers", "priorities", "compare", "decisions", "sessions", "method"
    ),
)
def test_a_phone_without_the_key_sees_no_other_page(phone, room_server, name):
    page = phone()
    answer = page.goto(f"{room_server.url}/{name}")
    assert answer.status == 403
    expect(page.get_by_role("heading")).to_have_text(text.say("gate.title", "en"))


def test_a_phone_that_goes_to_the_start_comes_to_the_vote(phone, room_server):
    page = phone()
    page.goto(room_server.url)
    expect(page.get_by_label(text.say("vote.code", "en"), exact=True)).to_be_visible(timeout=SLOW)
    expect(page).to_have_url(re.compile(f"^{re.escape(room_server.url)}/vote\\?embed=true"))


def test_the_facilitators_address_opens_everything_and_does_not_stay_in_sight(phone, room_server):
    page = phone()
    page.goto(f"{room_server.url}/?key={room_server.key}")
    expect(page.get_by_role("heading", level=1)).to_have_text(text.say("start.title", "en"), timeout=SLOW)
    expect(page).not_to_have_url(re.compile(re.escape(room_server.key)))
    page.goto(f"{room_server.url}/method")
    expect(page.get_by_role("heading", level=1)).to_have_text(text.say("method.title", "en"), timeout=SLOW)
    settle(page)
    kept = at_last(page, lambda: page.evaluate("document.cookie"), lambda said: room_server.key not in said)
    assert room_server.key not in kept


def fits(wide):
    """Whether a page is no wider than the phone."""
    return wide <= PHONE["width"]


def test_a_vote_is_kept_over_a_reload_a_second_scan_and_the_end_of_the_round(
    phone, room_server, kept, asked, lang
):
    page, loaded = phone(), []

    def listen(request):
        loaded.append(request.url)

    page.on("request", listen)
    join(page, room_server, asked, lang, "Jo <i>x</i>")
    expect(page.get_by_text("Jo <i>x</i>")).to_be_visible()
    for number in (0, 0, 3):
        more(page, number, lang)
    saved(page, lang)
    expect(page.locator(".left")).to_have_text(text.say("vote.left", lang, n=2))
    wide = at_last(page, lambda: page.evaluate("document.documentElement.scrollWidth"), fits)
    assert fits(wide), wide
    page.reload()
    saved(page, lang)
    expect(page.locator(".given").first).to_have_text("2", timeout=SLOW)
    page.goto(f"{room_server.url}/vote?code={asked.code}&pass={asked.invitation}")
    expect(page.locator(".given").first).to_have_text("2", timeout=SLOW)
    rounds.close(kept, asked.id)
    expect(page.get_by_role("heading", level=1)).to_have_text(
        text.say("vote.closed.title", lang), timeout=SLOW
    )
    expect(
        page.get_by_role("row", name=f"Touchpoint <b>0</b> {text.say('vote.given', lang, n=2)}")
    ).to_be_visible()
    page.remove_listener("request", listen)
    assert [url for url in loaded if HEAVY.search(url.rsplit("/", 1)[-1])] == []
    assert "Traceback" not in room_server.printed


def test_a_wrong_code_is_told_and_a_right_one_typed_in_small_letters_opens_the_round(
    phone, room_server, asked
):
    page = phone()
    page.goto(f"{room_server.url}/vote")
    for code in ("CFHJ-KM34", asked.code.lower()):
        page.get_by_label(text.say("vote.code", "en"), exact=True).fill(code)
        page.get_by_role("button", name=text.say("vote.code.next", "en")).click()
        if code == "CFHJ-KM34":
            expect(page.get_by_text(text.say("error.code", "en"))).to_be_visible(timeout=SLOW)
            settle(page)
    expect(page.get_by_role("button", name=text.say("vote.join", "en"))).to_be_visible(timeout=SLOW)
