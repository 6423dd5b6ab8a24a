"""Tables that are read, in a browser: sorted, searched, whole, with the names in view; a click leads on."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.screens import measured
from tests.browser.visitor import at_last, at_rest, comes_to, laptop, sample, settle, visit


@pytest.fixture
def browser_context_args(browser_context_args):
    return {**browser_context_args, **laptop()}


def names(page: Page) -> list[str]:
    return page.locator("tbody th[scope=row]").all_inner_texts()


def test_a_table_sorts_by_what_its_cells_are_worth_and_finds_names(page: Page, server):
    sample(page, server.url)
    visit(page, "priorities")
    begun = at_rest(page, lambda: names(page))
    head = page.get_by_role("button", name="Volume", exact=True)
    head.click()
    comes_to(page, lambda: names(page)[0], "Bereavement desk")
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Volume")
    head.click()
    comes_to(page, lambda: names(page)[0], "Usage in the app")
    head.click()
    comes_to(page, lambda: names(page), begun)
    field = page.get_by_role("searchbox")
    field.fill("bill")
    comes_to(page, lambda: names(page), ["Annual bill", "Question about the bill"])
    field.fill("nobody")
    expect(page.locator("tbody")).to_have_text("No row has that.")
    field.fill("")
    names_stay_in_view(page)


def is_inside(boxes):
    """Whether a name stands in the frame of its table, and leaves room for the rest."""
    frame, name = boxes
    return frame["x"] - 1 <= name["x"] and name["x"] + name["width"] <= frame["x"] + frame["width"] * 0.6


def names_stay_in_view(page: Page) -> None:
    """Where the columns do not fit, the table goes sideways below its names, and the page does not."""
    measured.resized(page, (390, 844))
    frame = page.locator(".frame")
    name = page.locator("tbody th[scope=row]").first
    frame.evaluate("frame => { frame.scrollLeft = 400 }")
    assert is_inside(at_last(page, lambda: (frame.bounding_box(), name.bounding_box()), is_inside))
    comes_to(page, lambda: page.evaluate("document.documentElement.scrollWidth <= innerWidth"), True)
    expect(frame).to_have_attribute("tabindex", "0")


def test_a_click_on_a_value_shows_the_cell_that_it_came_from(page: Page, server):
    page.goto(server.url)
    table = b"Touchpoint;Satisfaction (1-10);Impact\nInvoice;6;8\nApp;8;9\nCall;5;2\nLetter;9;1\n"
    file = {"name": "t.csv", "mimeType": "text/csv", "buffer": table}
    page.locator("input[type=file]").first.set_input_files(file)
    page.locator(".js-plotly-plot").first.wait_for()
    settle(page)
    visit(page, "data")
    page.locator("tbody tr").nth(1).locator("td").first.click()
    active = page.locator("[role=gridcell].active")
    expect(active).to_have_attribute("data-row", "3")
    expect(active).to_have_attribute("data-column", "1")
