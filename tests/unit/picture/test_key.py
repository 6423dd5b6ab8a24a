import datetime as dt

import pytest

from cx.picture import compute, key, source_sans
from cx.picture.frame import Canvas
from cx.picture.record import Box
from cx.picture.theme import SCREEN_SIZES
from tests.picture_cases import clustered

DAY = dt.date(2026, 11, 22)
CANVAS = Canvas(960, 540, 1.0, source_sans(), SCREEN_SIZES)
PLOT = Box(50, 70, 860, 400)


def test_without_names_no_room_is_needed():
    assert key.room([], PLOT, CANVAS).width == 0


def test_a_few_names_take_one_column_that_breaks_no_word():
    names = ["Klanttevredenheidsonderzoek", "App"]
    room = key.room(names, PLOT, CANVAS)
    assert (room.columns, room.size) == (1, 9)
    entries = key.entries({"a": names[0], "b": names[1]}, room, PLOT, 800, CANVAS)
    assert [(entry.number, entry.id, entry.block.lines) for entry in entries] == [
        (1, "a", ("Klanttevredenheidsonderzoek",)),
        (2, "b", ("App",)),
    ]
    assert entries[1].block.box.top > entries[0].block.box.bottom


@pytest.mark.parametrize("count", [30, 90, 200])
def test_many_names_stay_within_the_plots_height_and_the_room(count):
    names = {str(i): f"Contactmoment met een langere naam nummer {i}" for i in range(count)}
    room = key.room(list(names.values()), PLOT, CANVAS)
    entries = key.entries(names, room, PLOT, 0.0, CANVAS)
    assert [entry.name for entry in entries] == list(names.values())
    assert room.width <= 0.6 * 960
    assert all(entry.block.box.bottom <= PLOT.bottom for entry in entries)
    assert max(entry.block.box.right for entry in entries) <= room.width


def test_a_hundred_and_twenty_touchpoints_are_all_named():
    picture = compute(clustered(120), lang="nl", day=DAY)
    on_the_chart = {label.id for label in picture.labels if not label.in_key}
    in_the_key = {entry.id for entry in picture.key}
    assert len(on_the_chart) + len(in_the_key) == 120 and not on_the_chart & in_the_key
    assert len(on_the_chart) >= 50
    assert [entry.number for entry in picture.key] == list(range(1, len(in_the_key) + 1))
    heights = [disc.y for entry in picture.key for disc in picture.discs if disc.id == entry.id]
    assert heights == sorted(heights)
