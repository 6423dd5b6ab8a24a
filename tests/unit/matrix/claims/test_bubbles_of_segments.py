"""Several bubbles of one touchpoint: as sure, and as far apart in rank, as its impact is."""

from dataclasses import replace

import numpy as np

from cx import matrix
from cx.records import AxisDraws, Settings
from tests.made.tables import row, touchpoints


def apart(spread, **settings):
    """Two touchpoints, each in two segments; the impact of the first is .6 on average, give or take."""
    random = np.random.default_rng(5)
    first = 0.6 + spread * random.standard_normal(1000)
    draws = AxisDraws(("A", "B"), np.full((1000, 2), 7.0), np.column_stack([first, 1 - first]))
    scores = {"A": (6.0, 6.1), "B": (8.0, 8.1)}
    rows = [
        row(name, score, share, n=400, sd=1.0, segment=segment)
        for name, share in (("A", 0.6), ("B", 0.4))
        for segment, score in zip(("North", "South"), scores[name], strict=True)
    ]
    table = replace(touchpoints(rows), impact_kind="derived", draws=draws)
    fixed = Settings(unit="segment", crosshair_rule="fixed", fixed=(7.0, 0.5), **settings)
    return matrix.build(table, fixed)


def test_bubbles_of_segments_are_as_sure_as_the_impact_of_their_touchpoint():
    exact, vague = apart(0.001), apart(0.2)
    assert {bubble.certainty_axis for bubble in (*exact.bubbles, *vague.bubbles)} == {"both"}
    assert min(bubble.certainty for bubble in exact.bubbles) > 0.99
    # normal: .6 lies above .5 in .69 of the draws, and what is noise takes some of that back
    assert {0.5 < bubble.certainty < 0.69 for bubble in vague.bubbles} == {True}
    assert exact.claims.noise < vague.claims.noise


def test_their_ranks_count_the_error_of_impact_in():
    tied = {bubble.label: bubble.claim for bubble in apart(0.2, target=9.0).bubbles}
    told = {bubble.label: bubble.claim for bubble in apart(0.001, target=9.0).bubbles}
    assert [(c.rank_low, c.rank_high) for c in told.values()] == [(1, 2), (1, 2), (3, 4), (3, 4)]
    assert {(c.rank_low, c.rank_high) for c in tied.values()} == {(1, 4)}


def test_a_bubble_without_a_known_error_claims_nothing_of_certainty_or_rank():
    draws = AxisDraws(
        ("A", "B"), np.full((4, 2), 7.0), np.array([[0.6, 0.4], [0.7, 0.3], [0.5, 0.5], [0.6, 0.4]])
    )
    rows = [row("A", 6.0, 0.6, segment="North"), row("B", 8.0, 0.4, segment="North", n=50, sd=1.0)]
    table = replace(touchpoints(rows), impact_kind="derived", draws=draws)
    first, second = matrix.build(table, Settings(unit="segment")).bubbles
    assert (first.certainty, second.certainty_axis) == (None, "both")
    assert {first.claim.rank_low, second.claim.rank_low} == {None}
