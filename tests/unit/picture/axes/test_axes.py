import pytest

from cx import picture
from cx.matrix import on_scale
from cx.picture.axes import ranges
from cx.picture.axes.ranges import Range, Reach
from cx.records import Scale
from tests.unit.deliver import cases


def test_every_value_has_the_room_it_asks_for():
    reaches = [Reach(6.0, 30, 30), Reach(7.0, 5, 60), Reach(8.0, 10, 10)]
    found = ranges.fitting(reaches, 400, narrowest=0.1)
    unit = (found.maximum - found.minimum) / 400
    assert min(reach.value - reach.before * unit for reach in reaches) >= found.minimum - 1e-9
    assert max(reach.value + reach.after * unit for reach in reaches) <= found.maximum + 1e-9
    assert found.minimum == pytest.approx(6.0 - 30 * unit)


def test_equal_values_stand_in_the_middle_of_a_sensible_range():
    found = ranges.fitting([Reach(7.0, 20, 20)] * 3, 400, narrowest=0.9)
    assert (found.minimum + found.maximum) / 2 == pytest.approx(7.0)
    assert found.maximum - found.minimum >= 0.9


def test_room_for_more_than_the_axis_shrinks_instead_of_growing_without_end():
    found = ranges.fitting([Reach(1.0, 500, 500), Reach(2.0, 500, 500)], 400, narrowest=0.1)
    assert found.maximum - found.minimum == pytest.approx(5.0, rel=0.01)


def test_ticks_stay_on_the_scale():
    axis = ranges.satisfaction(Range(0.2, 5.6), Scale(1, 5), 540, 100, "Satisfaction", "en")
    assert [tick.label for tick in axis.ticks] == ["1", "2", "3", "4", "5"]
    assert axis.ticks[0].position == pytest.approx(100 + 0.8 / 5.4 * 540)


def test_a_share_of_impact_is_a_percentage_and_ends_at_all_of_it():
    axis = ranges.impact(Range(-0.1, 1.2), "derived", 400, 500, "Impact", "nl", lowest=0.0)
    assert [tick.label for tick in axis.ticks] == ["0%", "20%", "40%", "60%", "80%", "100%"]
    assert axis.ticks[0].position == pytest.approx(500 - 0.1 / 1.3 * 400)


def test_a_given_impact_keeps_its_numbers():
    axis = ranges.impact(Range(1.0, 4.0), "given", 400, 500, "Impact", "nl", lowest=0.0)
    assert [tick.label for tick in axis.ticks] == ["1,0", "1,5", "2,0", "2,5", "3,0", "3,5", "4,0"]


def test_a_log_axis_places_by_logarithm_and_names_the_volume():
    axis = ranges.volume(Range(2.0, 4.0), 400, 500, "Volume", "en", log=True)
    assert axis.ticks[0].label == "100" and axis.ticks[-1].label == "10,000"
    assert axis.share(1_000) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("value", "scale", "lang", "words"),
    [
        (7.1, Scale(1, 10), "nl", "7,10"),
        (62.5, Scale(0, 100, kind="percent"), "en", "62.50%"),
        (0.625, Scale(0, 1, kind="percent"), "en", "62%"),
        (-12.0, Scale(-100, 100, kind="nps"), "en", "−12.00"),
    ],
)
def test_a_score_is_written_as_its_scale_asks(value, scale, lang, words):
    assert on_scale(value, scale, lang, 2) == words


@pytest.mark.parametrize("count", [1, 3, 24])
def test_axes_that_begin_at_a_round_value_keep_every_bubble_whole(count):
    rows = cases.table(
        [cases.row(f"T{at}", 3.3 + at * 0.23, 1.1 + at * 17 % 31 / 8, volume=9**at) for at in range(count)]
    )
    drawn = picture.compute(cases.matrix(rows), lang="en", day=cases.DAY, from_round=True)
    for axis in (drawn.x_axis, drawn.y_axis):
        first, second, *_ = (tick.value for tick in axis.ticks)
        steps = (first - axis.minimum) / (second - first)
        assert steps == pytest.approx(round(steps), abs=1e-6)
    for disc in drawn.discs:
        assert drawn.plot.left <= disc.x - disc.radius and disc.x + disc.radius <= drawn.plot.right
        assert drawn.plot.top <= disc.y - disc.radius and disc.y + disc.radius <= drawn.plot.bottom
