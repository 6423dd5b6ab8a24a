import math

import pytest

from cx.picture.bubbles.size import FLOOR, sizing
from tests.made.picture_cases import placed
from tests.made.tables import row

AREA = 800.0 * 400.0


def bubbles(*volumes):
    rows = [row(f"T{place}", 7.0, 3.0, volume=volume) for place, volume in enumerate(volumes)]
    return placed(rows).bubbles


def test_the_area_is_proportional_to_the_volume():
    sized = sizing(bubbles(100, 400, 900), "area", AREA, "en")
    first, second, third = sized.radii
    assert (second / first, third / first) == pytest.approx((2.0, 3.0))
    assert sized.note == ("Bubble area: volume.",)


def test_the_legend_shows_round_volumes_at_their_own_size():
    sized = sizing(bubbles(1_000, 50_000, 200_000), "area", AREA, "en")
    largest = max(sized.radii)
    for volume, radius in sized.legend:
        assert float(f"{volume:.0e}") == volume
        assert radius == pytest.approx(largest * math.sqrt(volume / 200_000))
    assert len(sized.legend) == 3


def test_what_is_too_small_to_see_stands_at_the_floor_and_the_note_says_so():
    sized = sizing(bubbles(400, 2_000_000, 1_000_000), "area", AREA, "en")
    assert sized.radii[0] == FLOOR
    assert sized.note[1] == "Below 11,000: the smallest size."
    assert max(sized.radii) == pytest.approx(FLOOR * math.sqrt(2_000_000 / 10_812), rel=1e-3)


def test_one_outlier_does_not_make_dots_of_the_rest():
    sized = sizing(bubbles(*[1_000] * 9, 2_000_000_000), "area", AREA, "en")
    assert sized.radii[0] > FLOOR
    assert sized.note[1] == "Above 100,000: the largest size."


def test_without_volumes_all_are_equal_and_it_says_so():
    sized = sizing(bubbles(None, None), "area", AREA, "nl")
    assert len(set(sized.radii)) == 1 and sized.legend == ()
    assert sized.note == ("Alle bollen zijn even groot: er zijn geen volumes.",)


def test_switched_off_all_are_equal():
    sized = sizing(bubbles(10, 1_000), "off", AREA, "en")
    assert len(set(sized.radii)) == 1
    assert sized.note == ("All bubbles are drawn at the same size.",)


def test_a_volume_of_zero_or_none_is_the_smallest():
    sized = sizing(bubbles(0, None, 4_000, 90_000), "area", AREA, "en")
    assert sized.radii[0] == sized.radii[1] <= min(sized.radii[2:])


def test_the_logarithm_spreads_decades_evenly():
    sized = sizing(bubbles(10, 100, 1_000, 10_000), "log", AREA, "en")
    steps = [b - a for a, b in zip(sized.radii, sized.radii[1:], strict=False)]
    assert steps == pytest.approx([steps[0]] * 3)
    assert "logarithmic" in sized.note[0]


def test_together_bubbles_leave_the_plot_open():
    sized = sizing(bubbles(*[500] * 60), "area", AREA, "en")
    assert sum(math.pi * radius**2 for radius in sized.radii) <= 0.16 * AREA + 1e-6
