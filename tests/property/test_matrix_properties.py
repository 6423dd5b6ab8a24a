"""What holds for every table."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cx import matrix
from cx.records import Settings
from tests.made.tables import row, touchpoints

numbers = st.floats(1, 10, allow_nan=False)
volumes = st.floats(0, 1e6, allow_subnormal=False)
tables = st.lists(st.tuples(numbers, st.floats(0, 5), volumes), min_size=1, max_size=12).map(
    lambda rows: [row(f"t{j}", s, i, volume=v) for j, (s, i, v) in enumerate(rows)]
)
rules = st.sampled_from(["mean", "median", "weighted", "midpoint"])


@settings(max_examples=60, deadline=None)
@given(tables, rules)
def test_every_touchpoint_lies_in_one_quadrant_and_ranks_are_a_permutation(rows, rule):
    built = matrix.build(touchpoints(rows), Settings(crosshair_rule=rule))
    assert all(bubble.quadrant for bubble in built.bubbles)
    assert sorted(bubble.priority.rank for bubble in built.bubbles) == list(range(1, len(rows) + 1))


@settings(max_examples=40, deadline=None)
@given(tables, rules, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(rows, rule, random):
    mixed = rows.copy()
    random.shuffle(mixed)
    first = {b.name: b for b in matrix.build(touchpoints(rows), Settings(crosshair_rule=rule)).bubbles}
    second = {b.name: b for b in matrix.build(touchpoints(mixed), Settings(crosshair_rule=rule)).bubbles}
    for name, bubble in first.items():
        assert bubble.quadrant == second[name].quadrant
        assert np.isclose(bubble.priority.score, second[name].priority.score)


@settings(max_examples=40, deadline=None)
@given(tables, st.integers(2, 5))
def test_splitting_a_touchpoint_over_segments_changes_nothing(rows, pieces):
    split = [
        {**line, "volume": line["volume"] / pieces, "segment": f"s{piece}"}
        for line in rows
        for piece in range(pieces)
    ]
    whole, parts = matrix.build(touchpoints(rows)), matrix.build(touchpoints(split))
    for one, other in zip(whole.bubbles, parts.bubbles, strict=True):
        assert np.isclose(one.satisfaction, other.satisfaction)
        assert np.isclose(one.volume, other.volume)
