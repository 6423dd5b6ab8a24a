"""Every page at every size: no text over another, nothing cut, no digit lost, the first action in view.

Long are the other languages, data and sizes of ``test_nothing_is_cut_or_covered``; each page is measured
there at a wide and at a narrow size that differ from one round to the next.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import accessibility
from tests.browser.screens import measured
from tests.browser.visitor import LAPTOP, at_last, at_rest, comes_to, laptop, sample, settle, visit
from tests.project import tiers

WIDE, NARROW = measured.SIZES[:4], measured.SIZES[4:]
PHONE = {"width": 390, "height": 844}
TABLET = {"width": 1024, "height": 768}


@pytest.fixture
def browser_context_args(browser_context_args, request):
    lang = request.node.callspec.params.get("lang", "en")
    return {**browser_context_args, **laptop(lang)}


@pytest.mark.parametrize(
    ("lang", "held", "pages", "turn"),
    tiers.first(
        [("nl", "sample", ("matrix",), 3)],
        ("en", "sample", ("start", "data", "drivers", "journeys", "lenses", "compare", "room"), 0),
        ("nl", "long", ("data", "matrix", "priorities", "decisions", "sessions", "method"), 1),
        ("en", "survey", ("data", "matrix", "drivers", "priorities"), 2),
        ("nl", "nothing", ("start", "matrix", "sessions"), 2),
        rows=True,
    ),
)
def test_nothing_is_cut_or_covered(page: Page, server, lang, held, pages, turn):
    measured.begin(page, server.url, held, lang)
    wrong = {}
    for place, name in enumerate(pages, turn):
        for _ in ("the menu slides in", "and the page is as wide as it leaves"):
            measured.resized(page, (LAPTOP["width"], LAPTOP["height"]))
        visit(page, name, lang)
        for size in (WIDE[place % len(WIDE)], NARROW[place % len(NARROW)]):
            measured.resized(page, size)
            if seen := measured.faults(page, name):
                wrong[name, size] = seen
    assert wrong == {}


NARROW_BOX = "width:40px;overflow:hidden;white-space:nowrap"
ENDS = f"{NARROW_BOX};text-overflow:ellipsis"


def test_a_ruler_sees_what_is_wrong(page: Page):
    page.set_content(
        "<main data-testid=stMain style='width:300px;overflow-x:auto'><h1>Title</h1>"
        "<p style='position:absolute;top:200px'>one over</p>"
        "<p style='position:absolute;top:200px'>another</p>"
        f"<div style='{NARROW_BOX}'>1,236,400 contacts</div>"
        f"<div style='{ENDS}'>Complaint handling</div>"
        f"<div title='Whole' style='{ENDS}'>Whole name</div>"
        "<input value='energy-touchpoints-en, 29 Nov' style='width:60px'>"
        "<div style='width:900px'>wide</div></main>"
    )
    kinds = [one.kind for one in measured.found(page)]
    assert kinds.count("text over text") == 1
    assert kinds.count("digit cut") == 1
    assert kinds.count("ellipsis without a title") == 1
    assert kinds.count("field too narrow") == 1
    assert "wider than the window" in kinds


def take_turns(tops):
    """Whether each head stands above its rows, and they above the next head."""
    heads, rows = tops
    return (
        heads == sorted(heads)
        and len(heads) == len(rows)
        and all(head < row for head, row in zip(heads, rows, strict=True))
        and all(row < head for row, head in zip(rows, heads[1:], strict=False))
    )


def test_a_phone_has_title_lists_and_a_menu_that_goes_away(desks, server):
    page = desks(locale="en-GB", viewport=PHONE)
    sample(page, server.url)
    measured.resized(page, (PHONE["width"], PHONE["height"]))
    places = [page.locator(".cx-strategy"), page.locator(".cx-list")]
    tops = at_last(
        page, lambda: [[one.bounding_box()["y"] for one in place.all()] for place in places], take_turns
    )
    assert take_turns(tops), tops
    assert accessibility.serious(page) == []
    page.get_by_test_id("stExpandSidebarButton").click()
    visit(page, "priorities")
    expect(page.get_by_test_id("stExpandSidebarButton")).to_be_visible()
    title = page.get_by_role("heading", level=1)
    assert at_last(page, title.bounding_box, lambda box: box["x"] >= 0)["x"] >= 0
    assert measured.faults(page, "priorities") == []


def test_a_tablet_begins_without_the_menu_and_a_laptop_with_it(desks, server):
    page = desks(locale="en-GB", viewport=TABLET)
    page.goto(server.url)
    expect(page.get_by_test_id("stExpandSidebarButton")).to_be_visible()
    settle(page)
    measured.resized(page, (LAPTOP["width"], LAPTOP["height"]))
    expect(page.get_by_test_id("stSidebar")).to_be_in_viewport()
    expect(page.get_by_test_id("stExpandSidebarButton")).to_have_count(0)


def test_a_filter_shows_what_it_holds_and_moves_nothing(page: Page, server):
    sample(page, server.url)
    chart = page.locator(".js-plotly-plot")
    before = at_rest(page, chart.bounding_box)["y"]
    page.locator(".st-key-filters input").first.click()
    page.get_by_role("option", name="Using energy").click()
    settle(page)
    held = page.locator(".st-key-filters [data-tag] span[title]").first
    expect(held).to_have_attribute("title", "Using energy")
    assert at_last(page, held.bounding_box, lambda box: box["width"] > 60)["width"] > 60
    comes_to(page, lambda: chart.bounding_box()["y"], before)
