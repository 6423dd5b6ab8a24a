"""Votes on the bubbles: where badges stand, and what they leave as it was."""

import datetime as dt
import json

import plotly.graph_objects as go
import pytest

from cx.picture import compute, screen_figure
from cx.picture.marks.badges import Badge, place, with_badges
from tests.made.picture_cases import clustered

PICTURE = compute(clustered(24), lang="nl", day=dt.date(2026, 11, 22))
GIVEN = {disc.id: Badge("3,5", split=number == 0) for number, disc in enumerate(PICTURE.discs[:8])}
PLACED = place(PICTURE, GIVEN)


def box(one):
    return one.x - one.half_width, one.y - one.radius, one.x + one.half_width, one.y + one.radius


def overlap(one, other):
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, width) * max(0.0, height)


def test_each_bubble_that_was_voted_on_gets_a_badge_inside_the_plot():
    assert {one.id: one.badge for one in PLACED} == GIVEN
    plot = PICTURE.plot
    for one in PLACED:
        left, top, right, bottom = box(one)
        assert plot.left <= left and right <= plot.right
        assert plot.top <= top and bottom <= plot.bottom


def test_badges_leave_each_other_and_their_own_bubbles_in_sight():
    discs = {disc.id: disc for disc in PICTURE.discs}
    for number, one in enumerate(PLACED):
        assert all(overlap(box(one), box(other)) == 0 for other in PLACED[:number])
        disc = discs[one.id]
        own = (disc.x - disc.radius, disc.y - disc.radius, disc.x + disc.radius, disc.y + disc.radius)
        assert overlap(box(one), own) <= 0.31 * (2 * disc.radius) ** 2


@pytest.mark.parametrize("width", [640, 1280])
def test_rings_and_badges_come_on_a_copy_that_plotly_accepts(width):
    figure = screen_figure(PICTURE, width=width)
    before = figure.to_json()
    drawn = with_badges(figure, PICTURE, PLACED, width=width)
    assert figure.to_json() == before
    rings = [shape for shape in drawn.layout.shapes if shape.name == "vote"]
    assert [ring.line.dash != "solid" for ring in rings] == [one.badge.split for one in PLACED]
    pills = [one for one in drawn.layout.annotations if one.name in GIVEN]
    assert [pill.text for pill in pills] == ["3,5"] * 8
    assert pills[0].x == pytest.approx(PLACED[0].x * width / PICTURE.width)
    go.Figure(json.loads(drawn.to_json()), skip_invalid=False)


def test_without_votes_the_figure_is_what_it_was():
    figure = screen_figure(PICTURE, width=960)
    drawn = with_badges(figure, PICTURE, place(PICTURE, {}), width=960)
    assert drawn.to_json() == figure.to_json()
