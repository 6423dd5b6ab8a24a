"""Names that stand together, against all ways to choose places."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cx.picture.names.together import (
    at_wished,
    choices,
    lightest_hit,
    most_weight,
    one_for_another,
    seated_by_force,
)
from cx.picture.names.together.bits import members


@st.composite
def crowded(draw):
    """Return the name of each place, which places exclude each other, and the weight of each name."""
    counts = draw(st.lists(st.integers(0, 3), min_size=1, max_size=5))
    owner = np.repeat(np.arange(len(counts)), counts)
    flags = draw(st.lists(st.booleans(), min_size=len(owner) ** 2, max_size=len(owner) ** 2))
    table = np.triu(np.array(flags, dtype=bool).reshape(len(owner), len(owner)), 1)
    table = (table | table.T) & (owner[:, None] != owner)
    weight = draw(
        st.lists(st.sampled_from((1.0, 1.25, 1.5, 2.0)), min_size=len(counts), max_size=len(counts))
    )
    return owner, table, weight


def most_of_all_ways(owner, table, weight):
    """Return the largest weight of places that do not exclude one another, by trying all."""
    best = 0.0
    for way in product(*([-1, *np.flatnonzero(owner == name)] for name in range(len(weight)))):
        rows = [place for place in way if place >= 0]
        if not table[np.ix_(rows, rows)].any():
            best = max(best, sum(weight[owner[row]] for row in rows))
    return best


@given(crowded())
def test_what_is_proven_is_the_most_of_all_ways(case):
    owner, table, weight = case
    found = most_weight(choices(owner, table, [], len(weight)), weight, [], 100_000)
    rows = list(members(found.places))
    assert found.proven
    assert len(set(owner[rows])) == len(rows) and not table[np.ix_(rows, rows)].any()
    assert sum(weight[owner[row]] for row in rows) == most_of_all_ways(owner, table, weight)


@settings(max_examples=12)
@given(crowded())
def test_what_is_seated_by_force_stands_together(case):
    owner, table, weight = case
    rows = seated_by_force(owner, table, np.zeros(len(owner)), np.array(weight), [])
    assert len(set(owner[rows])) == len(rows) and not table[np.ix_(rows, rows)].any()


@given(crowded())
def test_one_name_for_another_stands_together_and_weighs_no_less(case):
    owner, table, weight = case
    tried = choices(owner, table, [], len(weight))
    standing = [next(members(places)) for places in tried.own if places][:1]
    rows = one_for_another(tried, weight, standing, 10_000)
    assert len(set(owner[rows])) == len(rows) and not table[np.ix_(rows, rows)].any()
    assert sum(weight[owner[row]] for row in rows) >= sum(weight[owner[row]] for row in standing)


@given(crowded(), st.sets(st.integers(0, 14)))
def test_who_stands_keeps_a_place_and_no_wish_that_was_granted_is_taken_back(case, wished):
    owner, table, weight = case
    standing = list(members(most_weight(choices(owner, table, [], len(weight)), weight, [], 100_000).places))
    wished = [place for place in sorted(wished) if place < len(owner)]
    rows = at_wished(owner, table, standing, wished, 10_000)
    assert sorted(owner[rows]) == sorted(owner[standing]) and not table[np.ix_(rows, rows)].any()
    assert set(owner[list(set(rows) & set(wished))]) >= set(owner[list(set(standing) & set(wished))])


@given(
    st.lists(st.sets(st.integers(0, 4), min_size=1), max_size=6), st.permutations((1.0, 1.1, 1.3, 1.7, 2.0))
)
def test_the_lightest_names_that_have_one_of_every_set(sets, weight):
    bits = [sum(1 << name for name in one) for one in sets]
    found = lightest_hit(bits, weight)
    ways = [way for way in range(32) if all(way & one for one in bits)]
    least = min(sum(weight[name] for name in members(way)) for way in ways)
    assert all(found & one for one in bits)
    assert abs(sum(weight[name] for name in members(found)) - least) < 1e-9
