import math

import pytest

from cx.picture.bubbles.coinciding import fan


def test_bubbles_with_places_of_their_own_stay():
    found = fan([(7.0, 1.0), (7.1, 1.0)], [10, 10], 1.0)
    assert found.offsets == ((0.0, 0.0), (0.0, 0.0)) and found.first == ()


def test_two_that_coincide_stand_side_by_side():
    found = fan([(7.0, 1.0), (6.0, 1.0), (7.0, 1.0)], [10, 10, 8], 1.0)
    (x0, y0), middle, (x2, y2) = found.offsets
    assert middle == (0.0, 0.0) and found.first == (0,)
    assert math.hypot(x2 - x0, y2 - y0) == pytest.approx(21.6)  # just more than twice the larger radius
    assert (x0 + x2, y0 + y2) == pytest.approx((0.0, 0.0))


def test_many_fill_a_disc_of_bounded_size():
    found = fan([(7.0, 1.0)] * 50, [30] * 50, 1.0)
    assert max(math.hypot(*offset) for offset in found.offsets) <= 70.0
    assert len({(round(x, 6), round(y, 6)) for x, y in found.offsets}) == 50
