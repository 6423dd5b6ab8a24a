"""What a page prints: title, picture, lists and whole tables on A4; no menu and nothing to press.

Long are the other pages of ``test_a_page_fits_the_paper``, and a table of more rows than are drawn at first.
"""

import io
from functools import partial

import pikepdf
import pytest
from playwright.sync_api import Page, expect

from tests.browser.screens import measured
from tests.browser.visitor import at_last, laptop, sample, visit
from tests.project import tiers

SHEETS = ((703, 1032), (1032, 703))
"""A4 upright and lying, without its margins, in pixels."""
LOUD = (
    "[data-testid=stSidebar], [data-testid=stHeader], .stButton, .stPopover, .stFileUploader, .st-key-filters"
)
OF_A_SCREEN = ("above the title", "no primary action")
MANY = "Touchpoint;Satisfaction (1-10);Impact;Volume\n" + "".join(
    f"Contact {place};{place % 9 + 1};{place % 7};{place + 1}\n" for place in range(260)
)


@pytest.fixture
def browser_context_args(browser_context_args):
    return {**browser_context_args, **laptop()}


def fills(width, box):
    """Whether a picture is nearly as wide as the sheet, and no wider."""
    return box["x"] >= 0 and box["x"] + box["width"] <= width + 1 and box["width"] > width * 0.9


@pytest.mark.parametrize("name", tiers.first(["matrix"], "priorities", "compare"))
def test_a_page_fits_the_paper(page: Page, server, name):
    sample(page, server.url)
    visit(page, name)
    # a page that is printed hears of it, and is laid out anew without that its scripts run
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for width, height in SHEETS:
        page.set_viewport_size({"width": width, "height": height})
        assert measured.stays(page, lambda one: one.kind not in OF_A_SCREEN) == []
        expect(page.locator(LOUD).filter(visible=True)).to_have_count(0)
        if name == "matrix":
            box, fits = page.locator(".js-plotly-plot .main-svg").first, partial(fills, width)
            assert fits(at_last(page, box.bounding_box, fits))


@pytest.mark.long
def test_every_row_of_a_long_table_is_printed(page: Page, server):
    page.goto(server.url)
    file = {"name": "many.csv", "mimeType": "text/csv", "buffer": MANY.encode()}
    page.locator("input[type=file]").first.set_input_files(file)
    page.locator(".js-plotly-plot").first.wait_for()
    visit(page, "priorities")
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(200)
    packed = page.pdf(format="A4")
    expect(rows).to_have_count(260)
    with pikepdf.open(io.BytesIO(packed)) as sheets:
        assert len(sheets.pages) >= 3
