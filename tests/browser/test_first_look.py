"""What somebody sees first: the tour, their language, the system's colours, the way to a cell, search."""

import re
from pathlib import Path

import pytest
import streamlit
from playwright.sync_api import expect

from cx import text
from tests.browser import accessibility
from tests.browser.visitor import (
    LAPTOP,
    LOCALES,
    TARGET,
    at_last,
    comes_to,
    sample,
    settle,
    take_sample,
    visit,
)
from tests.catalogue import words
from tests.made.intake_files import workbook_bytes

ENGLISH = re.compile(r"""[`"]([A-Z][^`"'\\$<>{}=;\n]{1,70})[`"]""")
PATTERNS = (
    r"(Help for|Remove|Clear|Press|Open|Delete|Drag|Choose) .+|.+ per file|.+ results?|Select .+|Show/hide .+"
)
SAID = """
() => {
  const ours = ["[data-testid='stHtml']", "[data-testid='stMultiSelectTagsContainer']", ".js-plotly-plot",
                ".katex", "option"].join()
  const found = []
  const put = (said, element) => said?.trim() && !element.closest(ours) && found.push(said.trim())
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement
    if (!["SCRIPT", "STYLE"].includes(element.tagName)) put(texts.currentNode.nodeValue, element)
  }
  for (const name of ["aria-label", "title", "placeholder", "alt"]) {
    for (const one of document.querySelectorAll(`[${name}]`)) put(one.getAttribute(name), one)
  }
  return [...new Set(found)]
}
"""


def of_streamlit():
    """Whatever Streamlit's scripts could say in English, and nothing that we say in Dutch as well."""
    scripts = (Path(streamlit.__file__).parent / "static" / "static" / "js").glob("*.js")
    said = {found for path in scripts for found in ENGLISH.findall(path.read_text(encoding="utf-8"))}
    return said - {found for texts in words("nl").values() for found in texts} - {"English"}


def left_in_english(page, known):
    found = page.evaluate(SAID)
    return sorted(
        one for one in found if one in known or one.split(": ")[0] in known or re.fullmatch(PATTERNS, one)
    )


@pytest.fixture
def dutch(desks):
    return desks(viewport=LAPTOP, locale=LOCALES["nl"])


def test_nothing_that_streamlit_says_is_left_in_english_on_dutch_pages(dutch, server):
    page, known, left = dutch, of_streamlit(), {}

    def look(where):
        settle(page)
        left[where] = at_last(page, lambda: left_in_english(page, known), lambda found: not found)

    page.goto(server.url)
    page.get_by_role("heading", level=1).wait_for()
    page.get_by_text(text.say("upload.paste.title", "nl")).wait_for()
    look("start")
    page.get_by_text(text.say("upload.paste.title", "nl")).click()
    page.locator("textarea").fill("x")
    look("paste")
    take_sample(page, "nl")
    look("matrix")
    box = page.get_by_test_id("stMultiSelect").first.locator("input")
    box.click()
    page.get_by_text("Alles kiezen").wait_for()
    look("list")
    page.keyboard.type("qqq")
    page.get_by_text("Niets gevonden").wait_for()
    look("nothing found")
    box.press("Escape")
    page.locator("h1").click()  # the list hides the page from who reads it while it is open
    expect(page.get_by_text("Niets gevonden")).to_have_count(0)
    settle(page)
    for name in ("data", "priorities", "compare", "method"):
        visit(page, name, "nl")
        look(name)
    assert {where: found for where, found in left.items() if found} == {}
    page.get_by_role("radio", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_tour_is_walked_by_keys_left_at_once_and_never_comes_back(page, server):
    page.goto(server.url)
    tour = page.get_by_role("region", name=text.say("tour.label", "en"))
    expect(tour).to_contain_text(text.say("tour.place", "en", place=1, total=4))
    settle(page)
    tour.get_by_role("button", name=text.say("tour.next", "en")).press("Enter")
    expect(tour.get_by_role("button", name=text.say("tour.next", "en"))).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(tour).to_contain_text(text.say("tour.matrix.words", "en"))
    page.keyboard.press("ArrowLeft")
    expect(tour).to_contain_text(text.say("tour.data.words", "en"))
    page.keyboard.press("Escape")
    expect(tour).to_have_count(0)
    page.reload()
    page.get_by_role("heading", level=1).wait_for()
    settle(page)
    expect(page.get_by_text(text.say("start.picture.caption", "en"))).to_be_visible()
    expect(tour).to_have_count(0)


GROUNDS = """() => [
    ...[".stApp", ".js-plotly-plot .main-svg"].map((one) =>
        getComputedStyle(document.querySelector(one)).backgroundColor),
    getComputedStyle(document.documentElement).colorScheme,
]"""


def test_pages_follow_the_dark_system_and_the_chart_stays_light(page, server):
    page.emulate_media(color_scheme="dark")
    try:
        sample(page, server.url)
        comes_to(page, lambda: page.evaluate(GROUNDS), ["rgb(18, 23, 29)", "rgb(255, 255, 255)", "dark"])
        found = {"matrix": accessibility.serious(page)}
        for name in ("data", "priorities"):
            visit(page, name)
            found[name] = accessibility.serious(page)
        assert {name: [one["id"] for one in ones] for name, ones in found.items() if ones} == {}
    finally:
        page.emulate_media(color_scheme="light")


def test_a_finding_of_the_matrix_leads_to_its_cell_in_another_sheet(page, server):
    scores = [["Touchpoint", "Satisfaction (1-10)", "Impact"], ["Bill", 6, 8], ["Call", 5, 2], ["App", 9, 4]]
    volumes = [["Touchpoint", "Volume"], ["Bill", 100], ["Call", "many"], ["App", 300]]
    content = workbook_bytes(scores, name="Scores", Volumes=volumes)
    file = {"name": "two.xlsx", "mimeType": "application/octet-stream", "buffer": content}
    page.goto(server.url)
    page.locator("input[type=file]").first.set_input_files(file)
    expect(page.locator(TARGET)).to_have_count(3)
    settle(page)
    page.get_by_role("link", name="Volumes · B3").click()
    expect(page).to_have_title(re.compile(f"^{text.say('page.data', 'en')} "))
    expect(page.locator("#cx-active")).to_have_text("many")
    expect(
        page.get_by_role("button", name=text.say("data.other_sheet.back", "en", sheet="Scores"))
    ).to_be_visible()


def test_a_long_list_is_searched_while_one_types(page, server):
    sample(page, server.url)
    box = page.get_by_role("searchbox", name=text.say("search.label", "en")).first
    names = page.locator(".st-key-strategy_lists tbody th")
    expect(names).to_have_count(24)
    box.fill("BOILER")
    expect(page.locator(".st-key-strategy_lists tbody:visible th")).to_have_count(2)
    expect(page.get_by_text(text.say("search.found", "en", shown=2, n=24), exact=True)).to_be_visible()
    box.press("Escape")
    expect(page.locator(".st-key-strategy_lists tbody:visible th")).to_have_count(24)
