"""Drivers drawn on the matrix: shares as impact, exposure as volume, scores on their scale."""

import pytest

from cx import impact, matrix
from cx.errors import ArgumentError
from cx.records import Scale
from tests.made.responses import journey, names

COLUMNS = names(journey())


def result(**options):
    return impact.drivers(journey(), "outcome", COLUMNS, draws=100, **options)


def test_a_responses_file_draws_the_matrix():
    found = result(scales=Scale(1, 10))
    drawn = matrix.build(impact.touchpoints(found))
    assert [b.impact for b in drawn.bubbles] == [d.share for d in found.drivers]
    assert [b.satisfaction for b in drawn.bubbles] == pytest.approx([d.satisfaction for d in found.drivers])
    assert [b.volume for b in drawn.bubbles] == pytest.approx([d.n for d in found.drivers])
    assert drawn.crosshair.impact == 0.25 and drawn.goal == "outcome"


def test_scores_on_their_own_scale_with_draws():
    found = result(scales=Scale(0, 10))
    for score, low, high in (("mean", 0, 10), ("top2", 0, 100), ("nps", -100, 100)):
        table = impact.touchpoints(found, score)
        draws = impact.satisfaction_draws(found, score)
        assert (table.scale.minimum, table.scale.maximum) == (low, high)
        assert draws.mean(axis=0) == pytest.approx(
            table.rows["satisfaction"].to_numpy(), abs=(high - low) / 50
        )
        assert draws.shape == (found.draws.count, 4)


def test_different_scales_meet_on_0_to_100():
    found = result(scales={"t1": Scale(0, 10), "t2": Scale(1, 10), "t3": Scale(1, 10), "t4": Scale(1, 10)})
    table = impact.touchpoints(found)
    first, second = found.drivers[:2]
    assert table.rows["satisfaction"].tolist()[:2] == pytest.approx(
        [10 * first.satisfaction, 100 * (second.satisfaction - 1) / 9]
    )
    assert table.rows["sd"].tolist()[:2] == pytest.approx([10 * first.sd, 100 * second.sd / 9])


def test_a_scale_without_the_score_is_refused():
    with pytest.raises(ArgumentError) as caught:
        impact.touchpoints(result(scales=Scale(1, 10)), "nps")
    assert caught.value.key == "score_unknown"


def test_without_draws_there_are_none():
    assert impact.satisfaction_draws(impact.drivers(journey(), "outcome", COLUMNS, draws=0)) is None
