"""Tables that are read, in a browser: sorted, searched, whole, with the names in view; a click leads on."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.screens import measured
from tests.browser.visitor import laptop, sample, visit


@pytest.fixture
def browser_context_args(browser_context_args):
    return {**browser_context_args, **laptop()}


def names(page: Page) -> list[str]:
    return page.locator("tbody th[scope=row]").all_inner_texts()


def test_a_table_sorts_by_what_its_cells_are_worth_and_finds_names(page: Page, server):
    sample(page, server.url)
    visit(page, "priorities")
    begun = names(page)
    head = page.get_by_role("button", name="Volume", exact=True)
    head.click()
    assert names(page)[0] == "Bereavement desk"
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Volume")
    head.click()
    assert names(page)[0] == "Usage in the app"
    head.click()
    assert names(page) == begun
    field = page.get_by_role("searchbox")
    field.fill("bill")
    assert names(page) == ["Annual bill", "Question about the bill"]
    field.fill("nobody")
    expect(page.locator("tbody")).to_have_text("No row has that.")
    field.fill("")
    names_stay_in_view(page)


def names_stay_in_view(page: Page) -> None:
    """Where the columns do not fit, the table goes sideways below its names, and the page does not."""
    measured.resized(page, (390, 844))
    frame = page.locator(".frame")
    name = page.locator("tbody th[scope=row]").first
    frame.evaluate("frame => { frame.scrollLeft = 400 }")
    place, box = frame.bounding_box(), name.bounding_box()
    assert place["x"] - 1 <= box["x"]
    assert box["x"] + box["width"] <= place["x"] + place["width"] * 0.6
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(frame).to_have_attribute("tabindex", "0")


def test_a_click_on_a_value_shows_the_cell_that_it_came_from(page: Page, server):
    page.goto(server.url)
    table = b"Touchpoint;Satisfaction (1-10);Impact\nInvoice;6;8\nApp;8;9\nCall;5;2\nLetter;9;1\n"
    file = {"name": "t.csv", "mimeType": "text/csv", "buffer": table}
    page.locator("input[type=file]").first.set_input_files(file)
    page.locator(".js-plotly-plot").first.wait_for()
    visit(page, "data")
    page.locator("tbody tr").nth(1).locator("td").first.click()
    active = page.locator("[role=gridcell].active")
    expect(active).to_have_attribute("data-row", "3")
    expect(active).to_have_attribute("data-column", "1")
