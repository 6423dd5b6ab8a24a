"""Numbers that stand below each other have the same decimals."""

from cx import matrix
from tests.made.tables import row, touchpoints


def test_a_given_impact_has_two_decimals_in_a_column():
    built = matrix.build(touchpoints([row("a", 6, 0.3), row("b", 8, 0.25)]))
    cells = [matrix.impact_in_column(bubble.impact, built, "nl") for bubble in built.bubbles]
    assert cells == ["0,30", "0,25"]


def test_a_share_has_one_decimal_in_a_column():
    table = touchpoints([row("a", 6, 0.5), row("b", 8, 0.5)], impact_kind="derived")
    assert matrix.impact_in_column(0.5, matrix.build(table), "en") == "50.0%"
