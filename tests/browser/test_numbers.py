"""Numbers in a browser of another language than the page's: tables, fields, and cells that are typed in fast.

Long is the other language of
``test_tables_and_fields_follow_the_page_whatever_the_browser_speaks``.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from cx import text
from tests.app.test_drivers_page import survey
from tests.browser.visitor import LAPTOP, at_last, at_rest, settle, take_sample, visit
from tests.project import tiers

NAMES = {"en": "English", "nl": "Nederlands"}
SHOWN = {"en": ("7.07", "6.8"), "nl": ("7,07", "6,8")}
"""The target that the sample has, and another one."""


@pytest.fixture(params=tiers.first(["nl"], "en"))
def lang(request):
    return request.param


@pytest.fixture
def browser_context_args(browser_context_args):
    """A laptop whose browser speaks English."""
    return {**browser_context_args, "viewport": LAPTOP, "locale": "en-US"}


def begun(page: Page, server, lang: str) -> None:
    page.goto(server.url)
    page.get_by_text(NAMES[lang], exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(text.say("start.title", lang))
    settle(page)


def test_tables_and_fields_follow_the_page_whatever_the_browser_speaks(desks, server, lang):
    drawn = []
    for locale in ("en-US", "nl-NL"):
        page = desks(locale=locale, viewport=LAPTOP)
        begun(page, server, lang)
        take_sample(page, lang)
        visit(page, "priorities", lang)
        target, typed = SHOWN[lang]
        field = page.get_by_role("textbox", name=text.say("score.target", lang), exact=True)
        expect(field).to_have_value(target)
        table = page.get_by_role("table")
        before = at_rest(page, table.inner_text)
        for mark in ",.":
            field.fill(f"6{mark}8")
            field.press("Enter")
            settle(page)
            expect(field).to_have_value(typed)
        drawn.append(at_last(page, table.inner_text, lambda now, before=before: now != before))
    assert drawn[0] == drawn[1]
    assert f"6{SHOWN[lang][0][1]}0" in drawn[0]


def test_no_key_is_lost_by_who_types_fast_from_cell_to_cell(page, server):
    begun(page, server, "nl")
    file = {"name": "survey.csv", "mimeType": "text/csv", "buffer": survey().encode()}
    page.locator("input[type=file]").first.set_input_files(file)
    page.wait_for_url(re.compile("/(matrix|data|drivers)$"))
    visit(page, "drivers", "nl")
    page.get_by_role("tab", name=text.say("drivers.tab.improve", "nl")).click()
    fields = page.get_by_role("textbox", name=re.compile("Punten"))
    expect(fields.first).to_be_visible()
    settle(page)
    fields.first.click()
    for typed in ("0,7", "0.5", "half"):
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
    settle(page)
    for place, shown in enumerate(("0,7", "0,5", "half")):
        expect(fields.nth(place)).to_have_value(shown)
    expect(fields.nth(2)).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("alert").filter(has_text="half")).to_be_visible()
