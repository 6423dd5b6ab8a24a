"""Certainty as the share of draws, by hand: four draws of two touchpoints."""

from dataclasses import replace

import numpy as np
import pytest

from cx import impact
from cx.matrix import advice, build
from cx.matrix.certainty.probabilities import counted
from cx.records import AxisDraws, Contrast, Estimate, Evidence, Settings
from tests.made.responses import journey, names
from tests.made.tables import row, touchpoints

NAN = float("nan")
LINES = np.full(4, 7.0), np.full(4, 0.5)


def drawn(satisfaction, shares, **settings):
    """Two touchpoints, A (6, .6) and B (8, .4), with what four draws gave."""
    table = touchpoints([row("A", 6.0, 0.6, n=50), row("B", 8.0, 0.4, n=50)])
    draws = AxisDraws(("A", "B"), np.array(satisfaction), None if shares is None else np.array(shares))
    return build(replace(table, impact_kind="derived", draws=draws), Settings(**settings))


SCORES = [[6.0, 8.0], [8.0, 6.0], [6.0, 8.0], [6.0, 8.0]]
SHARES = [[0.6, 0.4], [0.6, 0.4], [0.4, 0.6], [0.7, 0.3]]


def test_certainty_is_the_share_of_draws_in_the_quadrant():
    first, second = drawn(SCORES, SHARES).bubbles
    assert (first.quadrant, first.certainty, first.certainty_axis) == ("fix_first", 0.5, "both")
    assert first.probabilities == {
        "fix_first": 0.5,
        "expand_reach": 0.25,
        "minimise_cost": 0,
        "simplify": 0.25,
    }
    assert (second.quadrant, second.certainty) == ("minimise_cost", 0.5)
    assert first.borderline


def test_the_crosshair_is_computed_in_each_draw_and_stays_where_it_is_fixed():
    moved = [[7.0, 9.0], [7.5, 9.5], [7.2, 9.2], [6.9, 8.9]]
    shares = [[0.6, 0.4], [0.61, 0.39], [0.6, 0.4], [0.59, 0.41]]
    in_each = drawn(moved, shares).bubbles[0]
    held = drawn(moved, shares, crosshair_rule="fixed", fixed=(7.0, 0.5)).bubbles[0]
    # A lies 0, .5, .2 and -.1 above the fixed line; what is noise moves the first below it, too
    assert (in_each.certainty, held.certainty) == (1.0, 0.5)


def test_draws_without_shares_give_no_quadrant_and_no_certainty():
    first = drawn(SCORES, None).bubbles[0]
    assert (first.quadrant, first.certainty, first.certainty_axis, first.priority) == (None,) * 4
    assert first.impact == 0.6


def test_shares_that_never_move_give_no_certainty():
    assert [one.certainty for one in drawn(SCORES, [[0.6, 0.4]] * 4).bubbles] == [None, None]


def test_a_draw_in_which_nobody_rated_it_says_nothing():
    values = np.array([6.0, NAN, 8.0, NAN]), np.array([0.6, 0.6, 0.6, 0.6])
    assert counted("fix_first", values, LINES).value == 0.5


def test_the_line_itself_is_high():
    values = np.array([7.0, 7.0, 6.9, 7.1]), np.full(4, 0.5)
    assert counted("expand_reach", values, LINES).probabilities["fix_first"] == 0.25


def test_responses_carry_their_draws_into_the_matrix():
    table = journey()
    result = impact.drivers(table, "outcome", names(table), draws=200)
    for bubble in build(impact.touchpoints(result)).bubbles:
        assert bubble.certainty == bubble.probabilities[bubble.quadrant]
        assert sum(bubble.probabilities.values()) == pytest.approx(1)


# --- advice with what the responses say ---

CLEAR, UNCLEAR = Estimate(0.5, 0.2, 0.8), Estimate(0.1, -0.2, 0.4)


def advised(place, **said):
    """The last sentences of the advice for A (to be fixed) or B (to be made cheaper)."""
    evidence = Evidence(**{"effect": CLEAR, "exposure_effect": CLEAR, "good": 1, **said})
    matrix = drawn(SCORES, SHARES)
    bubble = replace(matrix.bubbles[place], evidence=evidence)
    return advice(bubble, matrix, "en")[1:]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "one point more satisfaction goes with 0.50 more on the outcome (95% 0.20 to 0.80)"),
        ({"effect": UNCLEAR}, "do not show that a point more satisfaction changes the outcome"),
        ({"good": -1}, "That is for the worse: find out why"),
        ({"outcome": "NPS"}, "0.50 more on NPS"),
        (
            {"share": True, "outcome": "Churned = yes"},
            "a share Churned = yes that is 50.00 percentage points higher",
        ),
        ({"effect": None}, "cannot be told from these responses"),
    ],
)
def test_fixing_rests_on_the_effect_of_a_point(said, words):
    assert words in " ".join(advised(0, **said))


@pytest.mark.parametrize(("kind", "count"), [("hygiene", 1), ("linear", 0), ("delighter", 0)])
def test_a_hygiene_factor_is_told_before_saving_on_it(kind, count):
    contrast = Contrast(Estimate(-1.25), Estimate(0.5), Estimate(-0.4), kind, 30, 30)
    said = advised(1, contrast=contrast)
    assert len(said) == count
    assert not said or "low ratings cost 1.25" in said[0]


@pytest.mark.parametrize(
    ("exposure_effect", "words"),
    [
        (CLEAR, "score 0.50 higher on the outcome (95% 0.20 to 0.80)"),
        (UNCLEAR, "do not show that meeting it changes the outcome (+0.10"),
        (None, "cannot be seen in these responses"),
    ],
)
def test_more_reach_rests_on_the_exposure_effect(exposure_effect, words):
    matrix = drawn(SCORES, SHARES)
    evidence = Evidence(CLEAR, exposure_effect, 1)
    bubble = replace(matrix.bubbles[0], quadrant="expand_reach", evidence=evidence)
    assert words in advice(bubble, matrix, "en")[1]
