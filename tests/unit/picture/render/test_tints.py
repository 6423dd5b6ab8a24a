"""The tints of the quadrants as a picture."""

import datetime as dt
import io

import pytest
from PIL import Image

from cx import picture
from cx.records import PictureOptions
from tests.unit.deliver import cases

DAY = dt.date(2026, 11, 30)


def drawn(**options):
    return picture.compute(cases.matrix(), lang="en", day=DAY, options=PictureOptions(**options))


def opened(content):
    return Image.open(io.BytesIO(content)).convert("RGBA")


def pixel(image, plot, x, y):
    across = round((x - plot.left) / plot.width * image.width)
    down = round((y - plot.top) / plot.height * image.height)
    return image.getpixel((min(across, image.width - 1), min(down, image.height - 1)))


def colour(text):
    return tuple(bytes.fromhex(text.lstrip("#")))


def test_each_quadrant_has_its_tint_from_edge_to_edge():
    shown = drawn()
    image = opened(picture.tints(shown, {}))
    for area in shown.quadrants:
        box = area.box
        corners = [(x, y) for x in (box.left + 1, box.right - 1) for y in (box.top + 1, box.bottom - 1)]
        for place in (box.centre, *corners):
            assert pixel(image, shown.plot, *place) == (*colour(area.tint), 255)


def test_a_templates_colours_stand_for_ours():
    shown = drawn()
    first = shown.quadrants[0]
    image = opened(picture.tints(shown, {first.tint: "#123456"}))
    assert pixel(image, shown.plot, *first.box.centre) == (0x12, 0x34, 0x56, 255)


@pytest.mark.parametrize("ground", ["#FFFFFF", "#1B1B1B", "#808080"])
def test_on_its_ground_a_tint_that_is_seen_through_looks_the_same(ground):
    shown = drawn()
    dark = {area.tint: f"#{at}0{at + 2}04{at}" for at, area in enumerate(shown.quadrants, start=1)}
    image = opened(picture.tints(shown, {} if ground == "#FFFFFF" else dark, ground))
    for area in shown.quadrants:
        *paint, opaque = pixel(image, shown.plot, *area.box.centre)
        wanted = colour(area.tint if ground == "#FFFFFF" else dark[area.tint])
        seen = [
            over * opaque / 255 + under * (1 - opaque / 255)
            for over, under in zip(paint, colour(ground), strict=True)
        ]
        assert seen == pytest.approx(wanted, abs=2)
        assert opaque < (64 if ground == "#FFFFFF" else 255)


def test_the_file_is_small_and_always_the_same():
    shown = drawn()
    assert picture.tints(shown, {}) == picture.tints(shown, {})
    assert len(picture.tints(shown, {})) < 6_000


def test_without_tints_there_is_no_picture():
    assert picture.tints(drawn(tint=False), {}) == b""
