"""What only a browser shows of pages: deep links, accessibility, another language, a cell that is typed.

Long are the other addresses, the other language, and the other pages and controls that are tried alike:
``test_every_page_opens_by_its_address_on_a_server_that_nobody_visited``,
``test_each_page_says_its_language_and_has_nothing_serious_for_who_sees_badly`` and
``test_controls_work_after_the_language_was_switched`` have one of each in every run. So is a deck in a
template:
``tests/unit/deliver/deck/test_own_template.py::test_its_size_and_layouts_stay_and_everything_stands_on_the_slide``
and
``tests/browser/test_matrix_page.py::test_the_deck_and_the_workbook_come_with_source_and_date_in_their_names``.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cx import text
from tests.browser import accessibility
from tests.browser.visitor import (
    SLOW,
    TARGET,
    at_last,
    at_rest,
    laptop,
    press,
    sample,
    settle,
    take_sample,
    visit,
)
from tests.project import tiers
from tests.unit.deliver import cases, slide_templates

HEADINGS = {
    "": "start.title",
    **{name: f"page.{name}" for name in ("data", "matrix", "journeys", "lenses", "priorities")},
}


@pytest.fixture(params=tiers.first(["en"], "nl"))
def lang(request):
    return request.param


@pytest.fixture
def browser_context_args(browser_context_args, request):
    """A laptop's window, in the language of the test."""
    lang = request.getfixturevalue("lang") if "lang" in request.fixturenames else "en"
    return {**browser_context_args, **laptop(lang)}


@pytest.mark.parametrize(
    "address", tiers.first(["lenses"], "", "data", "matrix", "journeys", "priorities", "method")
)
def test_every_page_opens_by_its_address_on_a_server_that_nobody_visited(page, fresh_server, address):
    running = fresh_server()
    page.goto(f"{running.url}/{address}")
    words = text.say(HEADINGS.get(address, "method.title"), "en")
    expect(page.get_by_role("heading", level=1)).to_have_text(words)
    settle(page)
    assert "Traceback" not in running.printed


@pytest.mark.parametrize("names", tiers.first([("data", "lenses")], ("priorities", "method")))
def test_each_page_says_its_language_and_has_nothing_serious_for_who_sees_badly(page, server, lang, names):
    found = {}

    def check(name):
        settle(page)
        found[name] = [one["id"] for one in accessibility.serious(page)]

    page.goto(server.url)
    page.get_by_role("heading", level=1).wait_for()
    check("start")
    take_sample(page, lang)
    expect(page.locator("html")).to_have_attribute("lang", lang)
    check("matrix")
    page.locator(TARGET).first.click(force=True)
    page.get_by_role("button", name=text.say("card.close", lang)).wait_for()
    check("card")
    for name in names:
        visit(page, name, lang)
        check(name)
    assert found == {name: [] for name in ("start", "matrix", "card", *names)}


WAVES = "Touchpoint;Satisfaction (1-10);Impact;Period\n" + "".join(
    f"{name};{score};{impact};{period}\n"
    for period in ("2026-Q1", "2026-Q2")
    for name, score, impact in (("Bill", 6, 8), ("App", 8, 9), ("Call", 5, 2), ("Letter", 9, 1))
)


@pytest.mark.long
def test_nothing_serious_on_the_pages_of_a_session(page, kept):
    """From pages that have no session yet to the locked matrix; the phone's page is among them."""
    running, _ = kept
    found = {}

    def check(name):
        settle(page)
        found[name] = [one["id"] for one in accessibility.serious(page)]

    page.goto(running.url)
    file = {"name": "waves.csv", "mimeType": "text/csv", "buffer": WAVES.encode()}
    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator(TARGET)).to_have_count(4, timeout=SLOW)
    for name in ("sessions", "decisions", "room", "compare"):
        visit(page, name, "en")
        check(f"{name} without a session")
    visit(page, "sessions", "en")
    press(page, "sessions.start")
    check("sessions")
    visit(page, "decisions", "en")
    page.get_by_role("button", name=re.compile("^Accept the advice")).click()
    check("decisions")
    visit(page, "compare", "en")
    press(page, "alerts.add.below")
    check("compare")
    visit(page, "room", "en")
    press(page, "room.open")
    check("room open")
    press(page, "room.reveal")
    check("room asked")
    press(page, "room.reveal.not")
    press(page, "lock.lock")
    visit(page, "matrix", "en")
    check("locked")
    page.goto(f"{running.url}/vote")
    page.get_by_role("heading", level=1).wait_for()
    check("vote")
    assert {name: ids for name, ids in found.items() if ids} == {}
    assert len(found) == 11


@pytest.mark.long
def test_a_deck_in_a_template_of_ones_own(page, server):
    sample(page, server.url, "en")
    page.get_by_role("button", name="Take away").click()
    page.get_by_text("Options of deck and report").click()
    away = page.get_by_role("button", name="Remove Priorities")
    away.click()
    expect(away).to_have_count(0)
    settle(page)
    house = {"name": "house.pptx", "mimeType": "application/octet-stream", "buffer": slide_templates.wide()}
    page.locator("[data-testid=stFileUploaderDropzoneInput]").last.set_input_files(house)
    expect(page.get_by_text("The deck is made in house.pptx")).to_be_visible()  # by a run that knows both
    settle(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Deck (.pptx)").click()
    slides = cases.slides(Path(waiting.value.path()).read_bytes())
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert titles[0] == "Four touchpoints hold 30% of the impact and score below 7.1"
    assert not [title for title in titles if title.endswith("of the priority")]
    assert slides[0].slide_layout.name == "Title and Content"


def test_a_cell_typed_in_the_table_reaches_the_matrix(page, server):
    page.goto(server.url)
    table = b"Touchpoint;Satisfaction (1-10);Impact\nInvoice;6;8\nApp;8;9\nCall;5;2\nLetter;9;1\n"
    page.locator("input[type=file]").set_input_files(
        {"name": "t.csv", "mimeType": "text/csv", "buffer": table}
    )
    expect(page.locator(TARGET)).to_have_count(4)
    settle(page)
    visit(page, "data", "en")
    page.locator("[role=gridcell][data-row='2'][data-column='0']").dblclick()
    page.get_by_role("textbox", name="A2").fill("Annual bill")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Undo")).to_be_enabled()
    visit(page, "matrix", "en")
    expect(page.get_by_text("1. Annual bill")).to_be_visible()


def choose(page: Page, box: str, option: str) -> None:
    chosen = page.get_by_role("combobox", name=box).first
    chosen.click()
    page.get_by_role("option", name=option, exact=True).click()
    expect(chosen).to_have_value(option)
    settle(page)


def test_controls_work_after_the_language_was_switched(page, server):
    sample(page, server.url, "en")
    page.get_by_role("radio", name="Nederlands").click()
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    settle(page)
    page.get_by_text(text.say("view.labels", "nl"), exact=True).click()
    expect(page.locator(".js-plotly-plot text", has_text="Jaarnota")).to_have_count(0)
    settle(page)
    choose(page, text.say("view.crosshair", "nl"), text.say("view.rule.median", "nl"))
    expect(page.get_by_text("mediaan").first).to_be_visible()
    choose(page, text.say("view.colour_by", "nl"), text.say("view.colour_by.journey", "nl"))
    logarithmic = page.get_by_role("radio", name=text.say("view.size.log", "nl"), exact=True)
    logarithmic.click()
    expect(logarithmic).to_be_checked()
    settle(page)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    page.get_by_role("button", name=text.say("view.reset", "nl")).click()
    page.get_by_text(text.say("view.reset.view", "nl"), exact=True).click()
    expect(logarithmic).not_to_be_checked()
    settle(page)
    expect(page.get_by_role("combobox", name=text.say("view.crosshair", "nl"))).to_have_value(
        text.say("view.rule.mean", "nl")
    )


@pytest.mark.long
def test_roles_stay_when_one_is_changed_after_the_language_was_switched(page, server):
    sample(page, server.url, "en")
    visit(page, "data", "en")
    page.get_by_role("radio", name="Nederlands").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(text.say("data.title", "nl"))
    settle(page)
    owner = page.get_by_role("combobox", name=re.compile(": Owner$"))
    boxes = page.get_by_role("combobox", name=re.compile(f"^{text.say('table.role', 'nl')} "))

    def roles():
        return [box.input_value() for box in boxes.all()]

    expect(owner).to_be_visible()
    before = at_rest(page, roles)
    owner.select_option(text.say("role.ignore", "nl"))
    settle(page)
    after = at_last(page, roles, lambda now: len(now) == len(before) and now != before)
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    assert changed == [("owner", "ignore")]


@pytest.mark.long
def test_the_choice_of_quadrants_works_after_the_language_was_switched(page, server):
    sample(page, server.url, "en")
    visit(page, "priorities", "en")
    pills = page.get_by_test_id("stButtonGroup").get_by_role("button")
    pills.first.click()
    settle(page)
    page.get_by_role("radio", name="Nederlands").click()
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    settle(page)
    expect(pills.first).to_have_attribute("aria-pressed", "true")
    pills.nth(1).click()
    settle(page)
    page.get_by_text(text.say("score.volume", "nl"), exact=True).click()
    settle(page)
    expect(pills.nth(1)).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_test_id("stException")).to_have_count(0)
