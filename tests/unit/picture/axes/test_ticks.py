import pytest

from cx.picture.axes import ticks


@pytest.mark.parametrize(
    ("low", "high", "most", "expected"),
    [
        (0.0, 10.0, 6, (0.0, 2.0, 4.0, 6.0, 8.0, 10.0)),
        (6.62, 8.03, 8, (6.8, 7.0, 7.2, 7.4, 7.6, 7.8, 8.0)),
        (-100.0, 100.0, 5, (-100.0, -50.0, 0.0, 50.0, 100.0)),
        (0.012, 0.058, 7, (0.02, 0.03, 0.04, 0.05)),
    ],
)
def test_values_are_round_and_inside(low, high, most, expected):
    assert ticks.nice(low, high, most=most) == expected


def test_a_logarithmic_axis_falls_back_to_fewer_values():
    assert ticks.powers(1, 50_000_000) == (1.0, 100.0, 1e4, 1e6)
    assert ticks.powers(800, 12_000) == (1000.0, 2000.0, 5000.0, 10_000.0)


def test_legend_values_round_down():
    assert [ticks.round_down(value) for value in (1, 4.99, 5, 99, 0.03)] == [1.0, 2.0, 5.0, 50.0, 0.02]
