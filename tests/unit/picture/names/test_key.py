"""The key of numbers and names.

Long are further sizes of type, and a crowd, of
``test_no_type_is_smaller_than_the_footnote_and_none_leaves_the_sheet``, and the other language of
``test_a_crowd_says_how_many_are_dots_below_its_key``.
"""

import datetime as dt

import pytest

from cx.picture import compute, source_sans
from cx.picture.names import key
from cx.picture.record.parts import Box
from cx.picture.type.canvas import Canvas
from cx.picture.type.sizes import SCREEN_SIZES
from tests.made.picture_cases import clustered
from tests.project import tiers

DAY = dt.date(2026, 11, 22)
CANVAS = Canvas(960, 540, 1.0, source_sans(), SCREEN_SIZES)
PLOT = Box(50, 70, 860, 400)


def test_without_names_no_room_is_needed():
    assert key.room([], PLOT, CANVAS).width == 0


def test_a_few_names_take_one_column_that_breaks_no_word():
    names = ["Klanttevredenheidsonderzoek", "App"]
    room = key.room(names, PLOT, CANVAS)
    assert (room.columns, room.size) == (1, 9)
    entries = key.entries({"a": names[0], "b": names[1]}, {"a": 1, "b": 2}, room, PLOT, 800, CANVAS)
    assert [(entry.number, entry.id, entry.block.lines) for entry in entries] == [
        (1, "a", ("Klanttevredenheidsonderzoek",)),
        (2, "b", ("App",)),
    ]
    assert entries[1].block.box.top > entries[0].block.box.bottom


@pytest.mark.parametrize("count", [30, 90, 200])
def test_many_names_stay_within_the_plots_height_and_the_room(count):
    names = {str(i): f"Contactmoment met een langere naam nummer {i}" for i in range(count)}
    room = key.room(list(names.values()), PLOT, CANVAS)
    numbers = {one: number for number, one in enumerate(names, start=1)}
    entries = key.entries(names, numbers, room, PLOT, 0.0, CANVAS)
    shown = [entry.name for entry in entries]
    left = [one.name for one in key.beyond(names, numbers, entries)]
    assert shown + left == list(names.values())
    assert room.complete == (left == []) and room.size == CANVAS.sizes.footnote
    assert room.width <= 0.34 * 960
    assert all(entry.block.box.bottom <= PLOT.bottom for entry in entries)
    assert max(entry.block.box.right for entry in entries) <= room.width


def test_of_a_hundred_and_twenty_touchpoints_most_are_named_and_every_number_stands_in_the_key():
    picture = compute(clustered(120), lang="nl", day=DAY)
    on_the_chart = {label.id for label in picture.labels if not label.in_key}
    in_the_key = {entry.id for entry in picture.key}
    dots = {one.id for one in picture.beyond_key}
    assert len(on_the_chart) + len(in_the_key) + len(dots) == 120
    assert len(on_the_chart) >= 50 and len(on_the_chart) + len(in_the_key) >= 90
    matrix = clustered(120)
    assert {entry.id: entry.number for entry in picture.key}.items() <= matrix.places.items()
    assert [entry.number for entry in picture.key] == sorted(entry.number for entry in picture.key)
    assert {label.id for label in picture.labels if label.in_key} == in_the_key


SAID = {
    "nl": "{} contactmomenten hebben een naam of nummer, de belangrijkste eerst, zover er plaats is;"
    " {} andere zijn stippen. De volledige lijst noemt ze.",
    "en": "{} touchpoints carry a name or number, the most important first, as far as there is room;"
    " {} others are dots. The full list names them.",
}


@pytest.mark.parametrize("lang", tiers.first(["nl"], "en"))
def test_a_crowd_says_how_many_are_dots_below_its_key(lang):
    picture = compute(clustered(200), lang=lang, day=DAY)
    dots = [one.id for one in picture.beyond_key if one.number is None]
    assert len(dots) == len(picture.beyond_key) > 0
    assert sorted(dots) == sorted(picture.overlaps)
    assert picture.key_note.text == SAID[lang].format(200 - len(dots), len(dots))
    assert picture.key_note.box.top >= max(entry.block.box.bottom for entry in picture.key)
    assert picture.plot.width > 0.5 * picture.width


@pytest.mark.parametrize("count", tiers.first([15, 40], 200))
@pytest.mark.parametrize("scale", tiers.first([1.5], 1.0, 2.0))
def test_no_type_is_smaller_than_the_footnote_and_none_leaves_the_sheet(count, scale):
    picture = compute(clustered(count), lang="nl", day=DAY, type_scale=scale)
    blocks = (*picture.texts, picture.y_title)
    in_key = {id(block) for entry in picture.key for block in (entry.figure, entry.block)}
    in_key |= {id(picture.key_title), id(picture.key_note)}
    assert (
        min(block.size for block in blocks if id(block) not in in_key) >= SCREEN_SIZES.footnote * scale - 1e-9
    )
    assert min(block.size for block in blocks) >= SCREEN_SIZES.least * scale - 1e-9
    assert not picture.size_note.text.endswith("…")
    assert all(block.box.left >= 0 and block.box.bottom <= 540 + 1e-6 for block in blocks)
