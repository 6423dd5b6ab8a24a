"""The raw table in a browser: roles above its columns, jumps, typing, pasting, and a long sheet.

Long is the other language of ``test_the_role_is_chosen_above_its_column``, and what axe finds with all boxes
open:
``tests/browser/test_pages.py::test_each_page_says_its_language_and_has_nothing_serious_for_who_sees_badly``
has the page as it comes.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from cx import text
from tests.browser import accessibility
from tests.browser.visitor import at_last, laptop, settle, visit
from tests.project import tiers

TABLE = (
    "Touchpoint;Satisfaction (1-10);Impact;Channel\n"
    "Invoice;6;8;Letter\nApp;n.v.t.;9;App\nCall;5;2;Phone\nLetter;9;1;Letter\n"
)


@pytest.fixture(params=tiers.first(["nl"], "en"))
def lang(request):
    return request.param


@pytest.fixture
def browser_context_args(browser_context_args, request):
    """A laptop's window, in the language of the test."""
    lang = request.getfixturevalue("lang") if "lang" in request.fixturenames else "en"
    return {**browser_context_args, **laptop(lang)}


def data_page(page: Page, server, content: str = TABLE, lang: str = "en") -> None:
    page.goto(server.url)
    settle(page)
    file = {"name": "table.csv", "mimeType": "text/csv", "buffer": content.encode()}
    page.locator("input[type=file]").first.set_input_files(file)
    page.wait_for_url(re.compile("/(matrix|data)$"))
    settle(page)
    if page.url.endswith("/matrix"):
        visit(page, "data", lang)
    settle(page)
    expect(grid(page)).to_be_visible()


def grid(page: Page):
    return page.get_by_role("grid", name=re.compile("cel"))


def cell(page: Page, row: int, column: int):
    return page.locator(f"[role=gridcell][data-row='{row}'][data-column='{column}']")


def are_in_line(lefts):
    """Whether a head and a cell begin at one place."""
    return abs(lefts[0] - lefts[1]) <= 1


def test_a_finding_leads_to_its_cell_and_typing_mends_it(page, server):
    data_page(page, server)
    expect(cell(page, 3, 1)).to_have_class(re.compile("mark error"))
    page.get_by_role("link", name="B3").click()
    expect(cell(page, 3, 1)).to_have_class(re.compile("active"))
    expect(cell(page, 3, 1)).to_be_in_viewport()
    settle(page)
    page.keyboard.type("7")
    page.keyboard.press("Enter")
    expect(cell(page, 3, 1)).to_have_class(re.compile("edited"))
    expect(page.get_by_role("link", name="B3")).to_have_count(0)
    expect(cell(page, 4, 1)).to_have_class(re.compile("active"))
    page.get_by_role("button", name="Undo").click()
    expect(cell(page, 3, 1)).to_have_text("n.v.t.")


def test_the_role_is_chosen_above_its_column(page, server, lang):
    data_page(page, server, lang=lang)
    name = f"{text.say('table.role', lang)} D: Channel"
    expect(page.get_by_role("combobox", name=name)).to_have_value("channel")
    page.get_by_role("combobox", name=name).select_option(text.say("role.segment", lang))
    expect(page.get_by_role("button", name=text.say("view.undo", lang))).to_be_enabled()
    settle(page)
    expect(page.get_by_role("combobox", name=name)).to_have_value("segment")
    head = page.get_by_role("columnheader").filter(has=page.get_by_role("combobox", name=name))
    places = [head, cell(page, 2, 3)]
    lefts = at_last(page, lambda: [one.bounding_box()["x"] for one in places], are_in_line)
    assert are_in_line(lefts), lefts


def test_a_block_is_pasted_and_a_row_emptied(page, server):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    data_page(page, server)
    cell(page, 6, 0).click()
    page.evaluate("navigator.clipboard.writeText('Visit\\t7\\t4\\nShop\\t8\\t3\\n')")
    page.keyboard.press("Control+v")
    settle(page)
    expect(cell(page, 7, 0)).to_have_text("Shop")
    expect(page.get_by_text("6 touchpoints")).to_be_visible()
    page.locator("[role=rowheader][data-row='2']").click()
    page.keyboard.press("Delete")
    expect(page.get_by_text("5 touchpoints")).to_be_visible()
    expect(cell(page, 2, 0)).to_have_text("")


def test_of_a_long_sheet_only_what_is_in_sight_is_there(page, server):
    rows = "\n".join(f"Touchpoint {place};{place % 9 + 1};{place % 5}" for place in range(6_000))
    data_page(page, server, f"Touchpoint;Satisfaction (1-10);Impact\n{rows}\n")
    grid(page).evaluate("table => { table.scrollTop = 20000 }")
    row = cell(page, 720, 0)
    expect(row).to_have_text("Touchpoint 718")
    settle(page)
    assert at_last(page, page.get_by_role("gridcell").count, lambda n: n < 200) < 200
    grid(page).focus()
    cell(page, 720, 0).click()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(cell(page, 721, 1)).to_have_class(re.compile("active"))


@pytest.mark.long
def test_nothing_serious_for_those_who_see_or_point_badly(page, server, lang):
    moods = [place * 7 % 10 + 1 for place in range(80)]
    steps = [(0, 1, -1, 1), (1, 0, 1, -1), (-1, 1, 0, 0)]
    answers = [
        [min(10, max(1, mood + step)) for step in steps[place % 3]] for place, mood in enumerate(moods)
    ]
    rows = [
        f"{one};{two};{99 if place % 4 == 0 else three};{four};{moods[place]}"
        for place, (one, two, three, four) in enumerate(answers)
    ]
    head = "Invoice (1-10);App (1-10);Call (1-10);Letter (1-10);NPS (0-10)"
    data_page(page, server, "\n".join([head, *rows]), lang)
    for name in ("codes.each", "scales.each"):
        start = text.say(name, lang, n=0).split(" (")[0]
        opener = page.get_by_text(re.compile(f"^{start}"))
        opener.first.click()
        settle(page)
    assert [one["id"] for one in accessibility.serious(page)] == []
