"""What holds for every lens: the order of rows does not matter, and a scale moves nothing but the gaps."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cx import matrix
from cx.lenses import look
from cx.records import Scale
from tests.made.tables import TEN, row, touchpoints

scores = st.floats(1, 10, allow_nan=False)
some = st.one_of(st.none(), scores)
lines = st.tuples(
    some, st.floats(-2, 5), st.floats(0, 1e5, allow_subnormal=False), some, st.sampled_from([None, 0, 1]),
    st.integers(0, 5), st.sampled_from(["", "x", "y"]), some,
)  # fmt: skip
tables = st.lists(lines, min_size=2, max_size=8).map(
    lambda rows: [
        row(
            f"t{j}", s, i, volume=v, expectation=e, standard=yes, level=level, dimension=d, guess=g,
        )
        for j, (s, i, v, e, yes, level, d, g) in enumerate(rows)
    ]
)  # fmt: skip


def looked(rows, scale=TEN):
    table = touchpoints(rows, scale)
    return look(matrix.material(matrix.build(table), table))


def numbers(found):
    return {(result.lens, one.name): one.value for result in found.results for one in result.touchpoints}


@settings(max_examples=40, deadline=None)
@given(tables, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(rows, random):
    mixed = rows.copy()
    random.shuffle(mixed)
    first, second = looked(rows), looked(mixed)
    assert numbers(first) == pytest.approx(numbers(second), nan_ok=True)
    assert [one.lens for one in first.results] == [one.lens for one in second.results]


@settings(max_examples=40, deadline=None)
@given(tables)
def test_another_scale_stretches_the_gaps_alone(rows):
    def moved(value):
        return None if value is None else 10 * (value - 1)

    wide = [
        {**one, "satisfaction": moved(one["satisfaction"]), "expectation": moved(one["expectation"]),
         "guess": moved(one["guess"])}
        for one in rows
    ]  # fmt: skip
    first, second = numbers(looked(rows)), numbers(looked(wide, Scale(0, 90)))
    assert first.keys() == second.keys()
    for (lens, name), value in first.items():
        times = 10 if lens in ("knowledge_gap", "expectation_gap") else 1
        other = second[lens, name]
        assert (value is None) == (other is None)
        assert value is None or math.isclose(other, times * value, abs_tol=1e-9)


@settings(max_examples=40, deadline=None)
@given(tables)
def test_blind_spots_are_no_more_than_everything(rows):
    spots = [one.value for one in looked(rows).of("coverage").touchpoints if one.value is not None]
    assert all(spot >= 0 for spot in spots)
    assert sum(spots) <= 1 + 1e-9
