"""What hands do on the chart in a browser: a line dragged or moved by keys, a note, a part, a card."""

import pytest
from playwright.sync_api import expect

from cx import text
from tests.browser.visitor import TARGET, laptop, sample, settle

LINE, LEVEL, NOTE = ".st-key-hands .line.across", ".st-key-hands .line.up", ".st-key-hands .note"


@pytest.fixture(scope="module")
def drawn(all_desks, server):
    """The page with the sample's matrix, drawn once for all who put back what they change."""
    page = all_desks.page(**laptop())
    sample(page, server.url)
    settle(page)
    yield page
    all_desks.clear()


def heading(page):
    return page.get_by_role("heading", level=1)


def undo(page):
    page.get_by_role("button", name=text.say("view.undo", "en")).click()
    settle(page)


def middle(place):
    box = place.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def dragged(page, place, right, down):
    x, y = middle(place)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + right, y + down, steps=4)


def test_a_line_is_dragged_with_its_value_and_the_crosshair_is_set_by_hand(drawn):
    before = heading(drawn).inner_text()
    dragged(drawn, drawn.locator(f"{LINE} .grip"), 60, 0)
    moving = drawn.locator(LINE).get_attribute("aria-valuetext")
    value = moving.split(",")[0]
    assert value > "7.1" and "Fix first" in moving
    expect(drawn.locator(".st-key-hands .said")).to_have_text(value)
    expect(heading(drawn)).to_have_text(before)
    drawn.mouse.up()
    expect(heading(drawn)).to_contain_text(f"below {value}")
    expect(drawn.get_by_role("combobox", name="Crosshair")).to_have_value("Set by hand")
    undo(drawn)
    expect(heading(drawn)).to_have_text(before)


def test_keys_move_a_line_and_escape_puts_it_back(drawn):
    before, line = heading(drawn).inner_text(), drawn.get_by_role("slider", name="Satisfaction line")
    line.focus()
    value = line.get_attribute("aria-valuetext")
    line.press("ArrowRight")
    expect(line).not_to_have_attribute("aria-valuetext", value)
    line.press("Escape")
    expect(line).to_have_attribute("aria-valuetext", value)
    line.press("Shift+ArrowRight")
    line.press("Enter")
    expect(heading(drawn)).not_to_have_text(before)
    settle(drawn)
    assert line.evaluate("line => line.getRootNode().activeElement === line")
    line.press("Escape")
    expect(heading(drawn)).to_have_text(before)
    settle(drawn)


def test_a_bubble_on_a_line_is_still_clicked_and_its_card_stands_beside_it(drawn):
    bubble = drawn.locator(TARGET).first
    x, y = middle(bubble)
    drawn.mouse.click(x, y)
    card = drawn.locator(".st-key-card")
    expect(card).to_be_visible()
    settle(drawn)
    beside, around = card.bounding_box(), bubble.bounding_box()
    clear = beside["x"] >= around["x"] + around["width"] or beside["x"] + beside["width"] <= around["x"]
    assert clear and beside["y"] >= 0 and beside["y"] + beside["height"] <= 900
    drawn.keyboard.press("Escape")
    expect(card).to_have_count(0)
    drawn.mouse.click(x, y)
    expect(card).to_be_visible()
    settle(drawn)
    heading(drawn).click()
    expect(card).to_have_count(0)
    settle(drawn)


def beside(note, pin):
    """Whether a note's box stands beside its pin, on the side where there is room."""
    box = note.bounding_box()
    return box["x"] - 40 <= pin <= box["x"] + box["width"] + 40


def test_a_note_is_pinned_moved_and_taken_away(drawn):
    x, y = middle(drawn.locator(".js-plotly-plot"))
    drawn.mouse.dblclick(x - 120, y - 120)
    box = drawn.get_by_role("dialog")
    box.get_by_role("textbox").fill("Ask again in spring")
    box.get_by_role("textbox").press("Tab")
    box.get_by_role("button", name="Save note").click()
    note = drawn.locator(NOTE)
    expect(note).to_have_count(1)
    settle(drawn)
    assert beside(note, x - 120) and not beside(note, x - 270)
    dragged(drawn, note, -150, 20)
    drawn.mouse.up()
    settle(drawn)
    expect(drawn.locator(".js-plotly-plot text", has_text="Ask again")).to_have_count(1)
    assert beside(note, x - 270) and not beside(note, x - 120)
    note.press("Delete")
    expect(note).to_have_count(0)
    settle(drawn)
    undo(drawn)
    expect(note).to_have_count(1)
    for _ in range(2):
        undo(drawn)
    expect(note).to_have_count(0)


def test_the_wheel_with_ctrl_and_a_drawn_box_look_closer(drawn):
    drawn.mouse.move(*middle(drawn.locator(".js-plotly-plot")))
    drawn.keyboard.down("Control")
    drawn.mouse.wheel(0, -240)
    drawn.keyboard.up("Control")
    drawn.get_by_role("button", name=text.say("zoom.out", "en")).click()
    drawn.get_by_role("button", name=text.say("zoom.in", "en")).click()
    expect(drawn.locator(".st-key-hands .sheet.shown")).to_have_count(1)
    x, y = middle(drawn.locator(".js-plotly-plot"))
    drawn.mouse.move(x - 200, y - 150)
    drawn.mouse.down()
    drawn.mouse.move(x + 100, y + 80, steps=4)
    drawn.mouse.up()
    drawn.get_by_role("button", name=text.say("zoom.out", "en")).click()
    expect(drawn.get_by_role("button", name=text.say("zoom.in", "en"))).to_be_visible()
    settle(drawn)
