"""Arcs of repeat contacts and a path on the picture of the matrix."""

import math

import pytest

from cx.picture.colour import INK
from cx.records import Companions
from tests.unit.picture.option_cases import drawn

PLAIN = drawn()
IDS = {disc.name: disc.id for disc in PLAIN.discs}


def test_an_arc_is_as_long_as_the_share_and_lies_outside_its_bubble():
    found = drawn(beside=Companions(repeats={IDS["Website"]: 0.25, IDS["Invoice"]: 0.0, "gone": 0.5}))
    (arc,) = found.regions
    disc = next(one for one in found.discs if one.id == arc.id)
    radius = math.dist(arc.points[0], (disc.x, disc.y))
    assert (arc.id, arc.area, arc.colour) == (IDS["Website"], False, INK)
    assert radius > disc.radius
    assert arc.points[0] == pytest.approx((disc.x, disc.y - radius))
    assert arc.points[-1] == pytest.approx((disc.x + radius, disc.y))
    assert "within 7 days" in found.size_note.text


def test_a_path_goes_from_bubble_to_bubble_and_passes_over_what_is_not_there():
    path = (IDS["Invoice"], "gone", IDS["Website"], IDS["Website"], IDS["Newsletter"])
    found = drawn(beside=Companions(followed=path))
    places = {disc.id: (disc.x, disc.y) for disc in found.discs}
    assert [(arrow.start, arrow.id) for arrow in found.arrows] == [
        (places[IDS["Invoice"]], IDS["Website"]),
        (places[IDS["Website"]], IDS["Newsletter"]),
    ]
    assert "the chosen path" in found.size_note.text


def test_without_a_log_nothing_is_added():
    assert (PLAIN.regions, PLAIN.arrows) == ((), ())
