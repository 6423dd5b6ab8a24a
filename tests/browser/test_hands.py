"""What hands do on the chart in a browser: a line dragged or moved by keys, a note, a part, a card."""

import re

import pytest
from playwright.sync_api import expect

from cx import text
from tests.browser.visitor import TARGET, at_last, at_rest, comes_to, laptop, middle, sample, settle

TRIES = 10
LINE, LEVEL, NOTE = ".st-key-hands .line.across", ".st-key-hands .line.up", ".st-key-hands .note"


@pytest.fixture(scope="module")
def drawn(all_desks, server):
    """The page with the sample's matrix, drawn once for all who put back what they change."""
    page = all_desks.page(**laptop())
    sample(page, server.url)
    yield page
    all_desks.clear()


def heading(page):
    return page.get_by_role("heading", level=1)


def undo(page):
    page.get_by_role("button", name=text.say("view.undo", "en")).click()
    settle(page)


def dragged(page, place, right, down):
    place.hover()  # once nothing lies over it
    x, y = middle(place)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + right, y + down, steps=4)


def test_a_line_is_dragged_with_its_value_and_the_crosshair_is_set_by_hand(drawn):
    before, line = at_rest(drawn, heading(drawn).inner_text), drawn.locator(LINE)
    dragged(drawn, drawn.locator(f"{LINE} .grip"), 60, 0)
    expect(line).to_have_attribute("aria-valuetext", re.compile("Fix first"))
    value = at_rest(drawn, lambda: line.get_attribute("aria-valuetext")).split(",")[0]
    assert value > "7.1"
    expect(drawn.locator(".st-key-hands .said")).to_have_text(value)
    expect(heading(drawn)).to_have_text(before)
    drawn.mouse.up()
    expect(heading(drawn)).to_contain_text(f"below {value}")
    expect(drawn.get_by_role("combobox", name="Crosshair")).to_have_value("Set by hand")
    undo(drawn)
    expect(heading(drawn)).to_have_text(before)


def test_keys_move_a_line_and_escape_puts_it_back(drawn):
    line = drawn.get_by_role("slider", name="Satisfaction line")
    before = at_rest(drawn, heading(drawn).inner_text)
    line.focus()
    value = at_rest(drawn, lambda: line.get_attribute("aria-valuetext"))
    line.press("ArrowRight")
    expect(line).not_to_have_attribute("aria-valuetext", value)
    line.press("Escape")
    expect(line).to_have_attribute("aria-valuetext", value)
    settle(drawn)
    line.press("Shift+ArrowRight")
    line.press("Enter")
    expect(heading(drawn)).not_to_have_text(before)
    settle(drawn)
    comes_to(drawn, lambda: line.evaluate("line => line.getRootNode().activeElement === line"), True)
    line.press("Escape")
    expect(heading(drawn)).to_have_text(before)
    settle(drawn)


def is_clear(boxes):
    """Whether a card and its bubble stand beside one another."""
    card, bubble = boxes
    return card["x"] >= bubble["x"] + bubble["width"] or card["x"] + card["width"] <= bubble["x"]


def test_a_bubble_on_a_line_is_still_clicked_and_its_card_stands_beside_it(drawn):
    bubble = drawn.locator(TARGET).first
    x, y = middle(bubble)
    drawn.mouse.click(x, y)
    card = drawn.locator(".st-key-card")
    expect(card).to_be_visible()
    settle(drawn)
    beside, around = at_last(drawn, lambda: (card.bounding_box(), bubble.bounding_box()), is_clear)
    assert is_clear((beside, around)) and beside["y"] >= 0 and beside["y"] + beside["height"] <= 900
    drawn.keyboard.press("Escape")
    expect(card).to_have_count(0)
    settle(drawn)
    drawn.mouse.click(x, y)
    expect(card).to_be_visible()
    settle(drawn)
    heading(drawn).click()
    expect(card).to_have_count(0)
    settle(drawn)


PINNED = """note => {
    let hands = note
    while (!hands._hands) hands = hands.parentElement ?? hands.getRootNode().host
    return hands._hands.data.notes[0].point
}"""


def pinned(note, x, y):
    """Wait until a note is pinned there, and its words beside the pin, on the side where there is room."""
    left, top = (at_rest(note.page, note.page.locator(".js-plotly-plot").bounding_box)[side] for side in "xy")

    def look():
        return note.evaluate(PINNED), note.bounding_box()

    def holds(seen):
        (across, down), box = seen
        at = left + across
        return (
            abs(at - x) <= 2
            and abs(top + down - y) <= 2
            and box["x"] - 40 <= at <= box["x"] + box["width"] + 40
        )

    seen = at_last(note.page, look, holds)
    assert holds(seen), (seen, x - left, y - top)


def double_click(page, x, y, opens):
    """Click twice, and again where a busy machine let more time pass between than a double click has."""
    for _ in range(TRIES):
        page.mouse.dblclick(x, y)
        settle(page)
        if at_rest(page, opens.count):
            return
    pytest.fail("no double click was heard")


def test_a_note_is_pinned_moved_and_taken_away(drawn):
    x, y = middle(drawn.locator(".js-plotly-plot"))
    box = drawn.get_by_role("dialog")
    double_click(drawn, x - 120, y - 120, box)
    box.get_by_role("textbox").fill("Ask again in spring")
    box.get_by_role("textbox").press("Tab")
    settle(drawn)
    box.get_by_role("button", name="Save note").click()
    note = drawn.locator(NOTE)
    expect(note).to_have_count(1)
    expect(box).to_have_count(0)
    settle(drawn)
    pinned(note, x - 120, y - 120)
    dragged(drawn, note, -150, 20)
    drawn.mouse.up()
    settle(drawn)
    expect(drawn.locator(".js-plotly-plot text", has_text="Ask again")).to_have_count(1)
    pinned(note, x - 270, y - 100)
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
    settle(drawn)
    drawn.get_by_role("button", name=text.say("zoom.in", "en")).click()
    expect(drawn.locator(".st-key-hands .sheet.shown")).to_have_count(1)
    settle(drawn)
    x, y = middle(drawn.locator(".js-plotly-plot"))
    drawn.mouse.move(x - 200, y - 150)
    drawn.mouse.down()
    drawn.mouse.move(x + 100, y + 80, steps=4)
    drawn.mouse.up()
    drawn.get_by_role("button", name=text.say("zoom.out", "en")).click()
    expect(drawn.get_by_role("button", name=text.say("zoom.in", "en"))).to_be_visible()
    settle(drawn)
