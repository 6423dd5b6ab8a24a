"""A later log held against the counts of an earlier one: the same as two periods of one log."""

from dataclasses import replace

import numpy as np
import pytest

from cx import intake
from cx.journeys import Options, differences_from, journeys
from cx.records.journeys import counts_of

HEAD = "customer,touchpoint,time"


def written(rows):
    return intake.events([intake.read("\n".join([HEAD, *rows]).encode(), "log.csv")])


@pytest.fixture(scope="module")
def months():
    """The rows of two months: in the second more customers call."""
    draw = np.random.default_rng(3)
    rows = {1: [], 2: []}
    for number in range(300):
        month = 1 + number % 2
        for step, (name, share) in enumerate([("Bill", 1.0), ("Call", 0.2 * month), ("Bill", 0.3)]):
            if draw.random() < share:
                rows[month].append(f"{number},{name},2026-0{month}-10 09:{step:02}:00")
    return rows


@pytest.mark.parametrize("least", [1, 10])
def test_shares_and_intervals_are_those_of_two_periods(months, least):
    whole = journeys(
        written([*months[1], *months[2]]), Options(least=least, period_a="2026-01", period_b="2026-02")
    )
    alone = [counts_of(journeys(written(months[month]), Options(least=least))) for month in (1, 2)]
    found = {(one.figure, one.about): one for one in differences_from(*alone)}
    shares = [one for one in whole.differences if one.figure != "median_seconds" and one.low is not None]
    assert shares
    for one in shares:
        same = found[one.figure, one.about]
        assert (same.a, same.b, same.low, same.high) == (one.a, one.b, one.low, one.high)
    assert any(one.told for one in found.values())


def test_what_was_folded_on_a_side_is_not_tested(months):
    now = counts_of(journeys(written(months[2])))
    before = counts_of(journeys(written(months[1]), Options(least=10)))
    few = replace(before, touchpoints=(*before.touchpoints, ("Letter", None)), all_edges=False, edges=())
    found = {(one.figure, one.about): one for one in differences_from(few, now)}
    letter, step = found["share_of_cases", "Letter"], found["edge_share", ("Bill", "Call")]
    assert (letter.a, letter.b, letter.low, letter.told) == (None, 0.0, None, False)
    assert (step.a, step.low, step.told) == (None, None, False)


def test_steps_beyond_the_longest_list_are_not_taken_for_none(months):
    found = journeys(written(months[1]), Options(top=1))
    assert not counts_of(found, top=1).all_edges
    assert counts_of(journeys(written(months[1]))).all_edges


def test_other_units_are_not_compared(months):
    counts = counts_of(journeys(written(months[1])))
    assert differences_from(counts, replace(counts, gap_days=3.0)) == ()
    assert differences_from(counts, replace(counts, unit="visit")) == ()


def test_only_so_many_are_kept_and_what_is_not_kept_is_not_taken_for_none(months):
    found = journeys(written(months[1]))
    many = replace(
        found,
        touchpoints=tuple(replace(found.touchpoints[0], name=f"Step {at}") for at in range(2_500)),
        edges=tuple(replace(found.edges[0], end=f"Step {at}") for at in range(2_500)),
    )
    kept = counts_of(many)
    assert (len(kept.touchpoints), len(kept.edges)) == (2_000, 2_000)
    assert not kept.all_touchpoints
    assert not kept.all_edges
    told = {(one.figure, one.about): one for one in differences_from(kept, counts_of(found))}
    assert told["share_of_cases", "Call"].a is None
    assert told["share_of_cases", "Step 1"].b == 0
