"""Moments that could be created: hollow bubbles with their names, and a line of the legend."""

import pytest

from cx.picture import screen_figure, static
from cx.records import Companions
from cx.records.lenses import Wished
from tests.unit.picture.option_cases import ROWS, drawn

WISHES = (Wished("Home visit", 9.4, 3.0), Wished("Welcome call", 3.0, 6.0))
PICTURE = drawn(beside=Companions(wished=WISHES))


def test_each_stands_where_it_is_wished_for_hollow_and_named():
    assert [one.name for one in PICTURE.ghosts] == ["Home visit", "Welcome call"]
    for wish, ghost in zip(WISHES, PICTURE.ghosts, strict=True):
        assert (ghost.x, ghost.y) == pytest.approx(PICTURE.at(wish.satisfaction, wish.impact))
    words = [block.text for ink in PICTURE.inks for block in ink.blocks]
    assert words == ["Home visit", "Welcome call"]
    assert "could be created" in PICTURE.size_note.text


def test_they_count_as_no_touchpoint_and_cost_none_its_name():
    assert len(PICTURE.discs) == len(ROWS)
    assert PICTURE.title.text == drawn().title.text
    assert len(PICTURE.labels) == len(ROWS)


def test_without_names_they_keep_theirs_to_themselves():
    found = drawn(beside=Companions(wished=WISHES), anonymous=True)
    assert [one.name for one in found.ghosts] == ["", ""]
    assert not [block for ink in found.inks for block in ink.blocks]


def test_screen_and_files_draw_them():
    assert screen_figure(PICTURE, width=900)
    assert b"Home visit" in static(PICTURE, "svg")
