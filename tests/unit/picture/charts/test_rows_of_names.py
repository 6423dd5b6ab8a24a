"""Names left of their rows: whole in two lines, and on a phone no wider than the chart can bear."""

import re

import pytest

from cx.picture.charts.style import NAMES, ROW, axis_title, names_room, row_lines

LONG = "Contact with the service desk about a bill (by letter)"


def test_a_short_name_takes_one_line_and_the_row_its_usual_height():
    assert row_lines([("Invoice", "")], NAMES) == (["Invoice  "], ROW)


def test_a_long_name_is_whole_in_two_lines_and_every_row_higher():
    (long, short), row = row_lines([(LONG, ""), ("App", "")], NAMES)
    assert re.sub(r"\s+", " ", long.replace("<br>", " ")).strip() == LONG
    assert (long.count("<br>"), short, row > ROW) == (1, "App  ", True)


def test_what_follows_a_name_is_never_cut_and_markup_is_none():
    ((told,), _) = row_lines([(f"<b>{LONG * 3}</b>", " (runs against)")], names_room(358))
    assert told.strip().endswith("… (runs against)") and told.startswith("&lt;b&gt;")


@pytest.mark.parametrize(("width", "room"), [(358, 150), (1000, NAMES)])
def test_names_leave_most_of_a_phone_to_the_bars(width, room):
    assert names_room(width) == room
    words, more = axis_title("Share of the impact, with its 95% interval", width - room)
    assert (words.count("<br>") > 0) == (more > 0) == (width < 400)
