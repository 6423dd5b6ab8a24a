"""The matrix of the sample in a browser: what a laptop shows of it, a click on it, the stage, files, runs."""

import re
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from cx import text
from tests.browser.conftest import numbers
from tests.browser.visitor import LAPTOP, TARGET, at_last, at_rest, comes_to, laptop, sample, settle


@pytest.fixture(scope="module")
def sent():
    """What the page has sent to the server by its socket, one entry a message; without our signs of life."""
    return []


@pytest.fixture(scope="module")
def drawn(all_desks, server, sent):
    """The page with the sample's matrix, drawn once for all who put back what they change."""
    page = all_desks.page(**laptop())

    sign = bytes(numbers()["sign"])

    def listen(opened):
        opened.on("framesent", lambda said: said != sign and sent.append(said))

    page.on("websocket", listen)
    sample(page, server.url)
    yield page
    page.remove_listener("websocket", listen)
    all_desks.clear()


def fits(box):
    """Whether all of it stands in the window."""
    return box["y"] >= 0 and box["y"] + box["height"] <= LAPTOP["height"]


def test_title_and_chart_fit_into_a_laptop_window(drawn):
    for place in (drawn.get_by_role("heading", level=1), drawn.locator(".js-plotly-plot")):
        box = at_last(drawn, place.bounding_box, fits)
        assert fits(box), box


def test_a_click_on_a_bubble_opens_its_card(drawn):
    drawn.locator(TARGET).first.click(force=True)
    expect(drawn.get_by_role("row", name="Volume 2,000,000")).to_be_visible()
    drawn.get_by_role("button", name="Close", exact=True).click()
    expect(drawn.get_by_role("row", name="Volume 2,000,000")).to_have_count(0)
    settle(drawn)


def test_an_interaction_costs_one_run(drawn, sent):
    """The component that measures the window stays silent unless the window changes."""
    before = len(sent)
    for shown in (0, 24):
        drawn.get_by_text(text.say("view.labels", "en"), exact=True).click()
        expect(drawn.locator(".js-plotly-plot text", has_text="Annual bill")).to_have_count(1 if shown else 0)
        settle(drawn)
    assert len(sent) - before == 2


def choose_rule(page, rule):
    page.get_by_role("combobox", name="Crosshair").click()
    page.get_by_role("option", name=rule, exact=True).click()


def test_presenting_shows_nothing_but_the_chart_until_escape(drawn):
    choose_rule(drawn, "Median")
    title = "Six touchpoints hold 40% of the impact and score below 7.3"
    expect(drawn.get_by_role("heading", level=1)).to_have_text(title)
    settle(drawn)
    drawn.get_by_role("button", name="Present").click()
    expect(drawn.get_by_role("button", name="Leave")).to_be_visible()
    settle(drawn)
    expect(drawn.get_by_role("heading", level=1)).to_have_count(1)
    expect(drawn.get_by_role("heading", level=1)).to_have_text(title)
    expect(drawn.get_by_role("link", name="Data")).to_have_count(0)
    corner = "document.elementFromPoint(innerWidth - 30, 30).closest('.st-key-stage') !== null"
    comes_to(drawn, lambda: drawn.evaluate(corner), True)
    drawn.keyboard.press("Escape")
    expect(drawn.get_by_role("link", name="Data")).to_be_visible()
    expect(drawn.get_by_role("heading", level=1)).to_have_text(title)
    settle(drawn)
    choose_rule(drawn, "Mean")
    expect(drawn.get_by_role("heading", level=1)).not_to_have_text(title)
    settle(drawn)


def test_a_remote_steps_on_the_stage_and_b_makes_it_dark(drawn):
    whole = at_rest(drawn, drawn.get_by_role("heading", level=1).inner_text)
    drawn.get_by_role("button", name="Present").click()
    expect(drawn.get_by_role("button", name="Leave")).to_be_visible()
    title = drawn.locator(".cx-stage-title")
    settle(drawn)
    expect(drawn.locator("[data-hears=keys]")).to_be_attached()
    for key, told in (
        ("PageDown", "Price change notice"),
        ("Space", "Phone menu"),
        ("PageUp", "Price change notice"),
        ("End", "Welcome email"),
        ("Home", whole),
    ):
        drawn.keyboard.press(key)
        expect(title).to_contain_text(told)
        settle(drawn)  # the keys are heard again once the page has come to rest
    for count in (1, 0):
        drawn.keyboard.press("b")
        expect(drawn.locator(".cx-blank")).to_have_count(count)
    drawn.keyboard.press("ArrowDown")
    expect(title).to_have_text("24 touchpoints by satisfaction and impact, one quadrant after the other")
    for told in ("Heat pump", "Annual bill", "Numbers in the chart"):
        expect(drawn.locator(".st-key-stage")).not_to_contain_text(told)
    drawn.keyboard.press("Escape")
    expect(drawn.get_by_role("link", name="Data")).to_be_visible()
    settle(drawn)


MEASURE = """() => {
  const place = document.querySelector(".js-plotly-plot"), box = place.getBoundingClientRect()
  const texts = [...place.querySelectorAll("text")].filter((one) => one.textContent.trim())
  const boxes = texts.map((one) => one.getBoundingClientRect())
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4
  const pairs = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => over(a, b)).map((b) => i))
  const fields = [...place.querySelectorAll(".shapelayer path")].map((one) => one.getBoundingClientRect())
    .filter((one) => one.width > 60 && one.height > 60)
  const wide = Math.max(...fields.map((one) => one.right)) - Math.min(...fields.map((one) => one.left))
  return {
    over: pairs.map((at) => texts[at].textContent),
    outside: texts.filter((_, i) => boxes[i].right > box.right + 2 || boxes[i].left < box.left - 2).length,
    smallest: Math.min(...texts.map((one) => parseFloat(getComputedStyle(one).fontSize))),
    field: wide / box.width,
    width: box.width,
  }
}"""


DRAWN_ANEW = """([least, most]) => {
  const { width, height } = document.querySelector(".js-plotly-plot")?._fullLayout ?? {}
  return height / width >= least && height / width <= most
}"""
"""Whether the chart has the shape for the window, which tells its size once it rests."""


def is_well_drawn(found):
    """Whether no text lies over another or beside the chart, and each can be read."""
    return (found["over"], found["outside"]) == ([], 0) and found["smallest"] >= 11


def test_the_chart_fits_a_phone_and_a_projector(drawn):
    try:
        seen = {}
        for wide, high, least, most in ((390, 844, 1.44, 1.46), (1280, 720, 0.54, 0.57)):
            drawn.set_viewport_size({"width": wide, "height": high})
            drawn.wait_for_function(DRAWN_ANEW, arg=[least, most])
            settle(drawn)
            seen[wide] = at_last(drawn, lambda: drawn.evaluate(MEASURE), is_well_drawn)
    finally:
        drawn.set_viewport_size(LAPTOP)
        drawn.wait_for_function(DRAWN_ANEW, arg=[0.55, 0.57])
        settle(drawn)
    assert [found for found in seen.values() if not is_well_drawn(found)] == []
    assert seen[390]["field"] >= 0.75 and seen[390]["width"] <= 390
    assert seen[1280]["field"] >= 0.85


@pytest.fixture
def taken(drawn):
    """The page with what can be taken away from it."""
    drawn.get_by_role("button", name="Take away").click()
    settle(drawn)
    yield drawn
    settle(drawn)
    drawn.keyboard.press("Escape")
    expect(drawn.get_by_role("button", name="Deck (.pptx)")).to_have_count(0)


def test_the_deck_and_the_workbook_come_with_source_and_date_in_their_names(taken):
    for label, part in (("Deck (.pptx)", "ppt/presentation.xml"), ("Workbook", "xl/workbook.xml")):
        with taken.expect_download() as waiting:
            taken.get_by_role("button", name=label).click()
        file = waiting.value
        assert re.fullmatch(
            r"energy-touchpoints-en-matrix-\d{4}-\d\d-\d\d\.(pptx|xlsx)", file.suggested_filename
        )
        with ZipFile(file.path()) as made:
            assert part in made.namelist()
