"""Bubbles whose volume is not known where it would count, and what finding that out costs."""

import datetime as dt

import pytest

from cx.picture import compute, geometry
from tests.made.picture_cases import placed
from tests.made.tables import row


class Looked(list):
    """A list that counts how often all of it is gone through."""

    times = 0

    def __iter__(self):
        self.times += 1
        return super().__iter__()


def strokes(*volumes, impact=None):
    rows = [row(f"T{at:02}", 5 + at / 20, impact, volume=volume) for at, volume in enumerate(volumes)]
    drawn = compute(placed(rows), lang="en", day=dt.date(2026, 1, 1))
    return [disc.stroke for disc in sorted(drawn.discs, key=lambda one: one.name)]


def test_without_impact_a_bubble_without_volume_is_dashed_where_others_have_one():
    assert strokes(100, None, 0) == ["solid", "dashed", "solid"]
    assert strokes(None, None) == ["solid", "solid"]


def test_with_impact_a_bubble_without_volume_is_dashed_where_volume_is_the_size():
    assert strokes(100, None, 400, impact=3.0) == ["solid", "dashed", "solid"]
    assert strokes(None, None, impact=3.0) == ["solid", "solid"]


@pytest.mark.parametrize("volume", [None, 10])
@pytest.mark.parametrize("impact", [None, 3.0])
def test_the_bubbles_are_gone_through_as_often_however_many_there_are(monkeypatch, volume, impact):
    """A table of 20,000 touchpoints without impact or volume took minutes: each looked at all others."""
    seen, drawn = [], geometry.discs

    def watched(bubbles, places, look):
        seen.append(Looked(bubbles))
        return drawn(seen[-1], places, look)

    monkeypatch.setattr(geometry, "discs", watched)
    strokes(*[volume] * 40, impact=impact)
    assert {one.times <= 3 for one in seen} == {True}
