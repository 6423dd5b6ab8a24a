"""Crosshair and quadrants against Martilla & James (1977) and hand values."""

import pytest

from cx import matrix
from cx.records import Scale, Settings
from tests.made.tables import row, touchpoints

MARTILLA_JAMES = [
    (3.83, 2.63), (3.63, 2.73), (3.60, 3.15), (3.56, 3.00), (3.41, 3.05), (3.41, 3.29), (3.38, 3.03),
    (3.37, 3.11), (3.29, 2.00), (3.27, 3.02), (2.52, 2.25), (2.43, 2.49), (2.37, 2.35), (2.05, 3.33),
]  # fmt: skip


def martilla_james():
    rows = [
        row(str(number), performance, importance)
        for number, (importance, performance) in enumerate(MARTILLA_JAMES, start=1)
    ]
    return touchpoints(rows, Scale(1, 4), impact_scale=Scale(1, 4))


@pytest.mark.parametrize(
    ("rule", "lines", "fix_first", "expand_reach", "simplify", "minimise_cost"),
    [
        ("mean", (2.8164, 3.1514), "1 2 9", "3 4 5 6 7 8 10", "11 12 13", "14"),
        ("median", (3.010, 3.375), "1 2 4", "3 5 6 7", "9 11 12 13", "8 10 14"),
        ("midpoint", (2.5, 2.5), "9 11", "1 2 3 4 5 6 7 8 10", "12 13", "14"),
    ],
)
def test_martilla_james(rule, lines, fix_first, expand_reach, simplify, minimise_cost):
    built = matrix.build(martilla_james(), Settings(crosshair_rule=rule))
    assert (built.crosshair.satisfaction, built.crosshair.impact) == pytest.approx(lines, abs=5e-5)
    placed = {
        name: {bubble.name for bubble in built.bubbles if bubble.quadrant == name}
        for name in ("fix_first", "expand_reach", "simplify", "minimise_cost")
    }
    assert placed == {
        "fix_first": set(fix_first.split()),
        "expand_reach": set(expand_reach.split()),
        "simplify": set(simplify.split()),
        "minimise_cost": set(minimise_cost.split()),
    }


def test_weighted_mean_by_volume():
    table = touchpoints([row("a", 6, 1, volume=100), row("b", 9, 4, volume=300)])
    crosshair = matrix.build(table, Settings(crosshair_rule="weighted")).crosshair
    assert (crosshair.satisfaction, crosshair.impact) == (8.25, 3.25)


def test_weighted_without_volume_is_the_mean_and_says_so():
    built = matrix.build(touchpoints([row("a", 6, 1), row("b", 9, 4)]), Settings(crosshair_rule="weighted"))
    assert (built.crosshair.satisfaction, built.crosshair.impact) == (7.5, 2.5)
    assert "weighted_without_volume" in {finding.code for finding in built.findings}


def test_fixed_lines_are_the_users():
    table = touchpoints([row("a", 6, 1), row("b", 9, 4)])
    built = matrix.build(table, Settings(crosshair_rule="fixed", fixed=(9.0, 4.0)))
    assert [bubble.quadrant for bubble in built.bubbles] == ["simplify", "expand_reach"]


def test_seven_equal_values_are_all_high():
    built = matrix.build(touchpoints([row(str(j), 7.1, 0.1) for j in range(7)]))
    assert {bubble.quadrant for bubble in built.bubbles} == {"expand_reach"}


def test_small_base_is_left_out_of_the_line_unless_all_are_small():
    rows = [row("a", 6, 1, n=100), row("b", 8, 3, n=100), row("c", 1, 20, n=29)]
    crosshair = matrix.build(touchpoints(rows)).crosshair
    assert (crosshair.satisfaction, crosshair.impact) == (7.0, 2.0)
    few = matrix.build(touchpoints([{**line, "n": 5} for line in rows]))
    assert (few.crosshair.satisfaction, few.crosshair.impact) == (5.0, 8.0)
    assert "all_small_base" in {finding.code for finding in few.findings}


def test_midpoint_of_a_share_is_one_over_k():
    table = touchpoints([row("a", 6, 0.5), row("b", 7, 0.3), row("c", 8, 0.2)])
    built = matrix.build(table, Settings(crosshair_rule="midpoint"))
    assert built.crosshair.impact == pytest.approx(1 / 3)
    assert built.crosshair.satisfaction == 5.5


def test_without_impact_there_are_no_quadrants_and_a_way_on():
    built = matrix.build(touchpoints([row("a", 6), row("b", 9)]))
    assert built.crosshair.impact is None
    assert [bubble.quadrant for bubble in built.bubbles] == [None, None]
    assert [finding.code for finding in built.findings][:1] == ["no_impact"]


def test_each_line_is_computed_over_the_touchpoints_that_have_its_value():
    built = matrix.build(touchpoints([row("a", 6, 1), row("b", 9, 3), row("c", 3)]))
    assert (built.crosshair.satisfaction, built.crosshair.impact) == (6.0, 2.0)
    assert (built.bubbles[2].quadrant, built.bubbles[2].priority) == (None, None)


def test_a_touchpoint_without_satisfaction_is_counted_not_drawn():
    built = matrix.build(touchpoints([row("a", 6, 1), row("b", float("nan"), 3)]))
    assert [bubble.name for bubble in built.bubbles] == ["a"]
    missing = [finding for finding in built.findings if finding.code == "touchpoint_not_drawn"]
    assert [finding.details["touchpoint"] for finding in missing] == ["b"]
