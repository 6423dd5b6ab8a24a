"""A header states a scale where it says so, or where the answers fit what it may say."""

import numpy as np
import pytest

from cx.intake.survey.answers import Answered, stated_scale, usual
from cx.records import Scale

FIVE, TEN, FEW = np.arange(60) % 5 + 1.0, np.arange(66) % 11 * 1.0, np.array([2.0, 3.0])


def stated(header, values, **more):
    return stated_scale(Answered(0, header, values, np.zeros(len(values), dtype=np.uint8), **more))


@pytest.mark.parametrize(
    ("header", "values", "scale"),
    [
        ("Shop (1-5)", FIVE, Scale(1, 5)),
        ("Shop (1-7)", FIVE, Scale(1, 7)),  # said in brackets: the answers need not reach its ends
        ("Shop on a scale from 0 to 10", FIVE, Scale(0, 10)),
        ("Shop 1-5", FIVE, Scale(1, 5)),  # not said, but the answers go from end to end
        ("Shop 1-5", FEW, Scale(1, 5)),  # a few answers only lie in it
        ("Shop 1-7", FIVE, None),  # not said, and many answers end elsewhere
        ("De 0 a 10, como avalia o site?", TEN[TEN > 0], Scale(0, 10)),  # few answer 0
        ("De 1 a 5, como avalia o site?", FIVE, Scale(1, 5)),
        ("1～5で評価", FIVE, Scale(1, 5)),
        ("Vurder fra 1 til 7", np.arange(70) % 7 + 1.0, Scale(1, 7)),
        ("Part 1 of 10: shop", FIVE, None),
        ("Desk 9-5", FIVE, None),
        ("1-2. Delivery", FIVE, None),
        ("Shop", FIVE, None),
        ("NPS", TEN, Scale(0, 10)),
        ("NPS", FIVE, None),  # so many answers never pass 5
        ("Net promoter score of the shop", TEN, Scale(0, 10)),
    ],
)
def test_a_scale_is_said_or_fits(header, values, scale):
    assert stated(header, values) == scale


def test_numbers_that_stand_for_others_and_legends_come_first():
    assert stated("Shop (1-7)", FIVE + 20, recoded=(21.0, 25.0)) == Scale(21, 25)
    assert stated("Shop (1-7)", FIVE, legend=Scale(1, 5, "lower")) == Scale(1, 5, "lower")


@pytest.mark.parametrize(
    ("ends", "scale"),
    [
        ((1, 5), (1, 5)),
        ((2, 5), (1, 5)),
        ((0, 5), (0, 5)),
        ((0, 9), (0, 10)),
        ((3, 6), (1, 6)),
        ((0, 97), (0, 100)),
    ],
)
def test_the_narrowest_usual_scale_holds_both_ends(ends, scale):
    assert usual(ends) == Scale(*scale)
