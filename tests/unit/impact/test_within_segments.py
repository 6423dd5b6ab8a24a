"""Effects within segments: each that of its own respondents, and which differ beyond chance."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from cx import impact, matrix
from cx.lenses import moments
from cx.records import Responses, Scale

N = 400


def responses(turn=1.0):
    """Two segments of 400: the bill counts in both, the app in the second only; few stand in a third."""
    random = np.random.default_rng(11)
    segment = np.array(["home"] * N + ["work"] * N + ["boat"] * 12)
    ratings = {name: random.integers(1, 11, len(segment)).astype(float) for name in ("Bill", "App")}
    met = random.random(len(segment)) < 0.7
    ratings["App"][~met] = np.nan
    slope = np.where(segment == "work", 0.6, 0.0)
    outcome = 2 + 0.5 * ratings["Bill"] + met * (1 + slope * (np.nan_to_num(ratings["App"], nan=5.5) - 5.5))
    rows = pd.DataFrame({**ratings, "Goal": turn * (outcome + random.normal(0, 1, len(segment)))})
    scale = Scale(1, 10)
    return Responses(
        rows.assign(Segment=segment),
        ("Bill", "App"),
        ("Goal",),
        segments=("Segment",),
        scales={"Bill": scale, "App": scale},
        outcome_directions={"Goal": "higher" if turn > 0 else "lower"},
    )


@pytest.mark.parametrize("turn", [1.0, -1.0])
def test_effects_of_segments_are_those_of_their_own_respondents(turn):
    answers = responses(turn)
    direction = "higher" if turn > 0 else "lower"
    whole = impact.drivers(answers, "Goal", outcome_direction=direction)
    found = impact.segment_effects(answers, whole, "Segment")
    for value in ("home", "work"):
        own = impact.drivers(
            impact.within(answers, {"Segment": [value]}), "Goal", outcome_direction=direction
        )
        for driver in own.drivers:
            one = next(one for one in found.of[driver.name] if one.segment == value)
            assert (one.effect, one.n, one.told) == (pytest.approx(turn * driver.effect), N, True)
            ends = sorted((turn * driver.effect_low, turn * driver.effect_high))
            assert [one.low, one.high] == pytest.approx(ends)
    assert [one.told for one in found.of["Bill"] if one.segment == "boat"] == [False]
    assert found.differing == ("App",)


def test_moments_are_told_from_them():
    answers = responses()
    result = impact.drivers(answers, "Goal")
    table = impact.with_segment_effects(impact.touchpoints(result), answers, result)
    built = matrix.build(table)
    low = replace(built, crosshair=replace(built.crosshair, satisfaction=1.0))
    found = moments.of(matrix.material(low, table))
    assert {one.name: one.value for one in found.touchpoints} == {
        "Bill": "moment_of_truth",
        "App": "candidate",
    }
    assert found.total["segment"] == "Segment"


def test_a_column_of_one_value_is_no_segment():
    answers = responses()
    result = impact.drivers(answers, "Goal")
    one = replace(answers, rows=answers.rows.assign(Segment="home"))
    assert impact.segment_effects(one, result, "Segment") is None
