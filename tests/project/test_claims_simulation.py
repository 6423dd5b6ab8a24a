"""The simulation of what may be said: each room on one small file, and its arithmetic by hand."""

from itertools import islice

import numpy as np
import pytest

from benchmarks import claims
from benchmarks.claimed import (
    alarms,
    certain,
    directions,
    files,
    firsts,
    mood,
    nothing,
    periods,
    possible,
    reach,
    rules,
    sets,
)
from benchmarks.claimed.conditions import FIVE, Condition


@pytest.fixture(scope="module")
def one():
    random = np.random.default_rng(3)
    return files.file_of(Condition(touchpoints=5, negative=-0.4).population(random), random, 150)


# --- populations ---


@pytest.mark.parametrize(("h", "pull", "percent"), [(0, 0, 0), (0.5, 0, 8), (1, 0.5, 16), (1, 1, 27)])
def test_what_four_idle_touchpoints_get_under_a_mood(h, pull, percent):
    assert round(100 * float(mood.shares(h, pull)[4:].sum())) == percent


def test_a_population_is_as_its_condition_says():
    condition = Condition(touchpoints=4, scale=FIVE, top=True, straight=0.3, missing=0.5)
    found = condition.population(np.random.default_rng(1))
    assert set(np.unique(found.ratings[~np.isnan(found.ratings)])) <= {1.0, 2.0, 3.0, 4.0, 5.0}
    assert np.nanmean(found.ratings == 5) / (~np.isnan(found.ratings)).mean() == pytest.approx(0.8, abs=0.1)
    assert found.shares.sum() == pytest.approx(1.0)
    assert 0.3 < np.isnan(found.ratings).mean() < 0.7
    known = found.ratings[~np.isnan(found.ratings).any(axis=1)]
    assert (known == known[:, [0]]).all(axis=1).mean() > 0.3


def test_the_truth_without_gaps_is_that_of_the_columns(one):
    whole = one.population
    gaps = np.column_stack([whole.ratings - whole.ratings.mean(axis=0), np.ones(len(whole.ratings))])
    slopes = np.linalg.lstsq(gaps, whole.outcome, rcond=None)[0][:-1]
    assert whole.effects == pytest.approx(slopes)
    places = whole.places
    assert places[0] == (False, bool(whole.satisfaction[0] >= whole.satisfaction.mean()))
    assert sum(high for _, high in places) in (1, 2, 3, 4)


# --- tables ---


def test_what_was_shown_and_right_is_told_by_band():
    files_of_two = [(np.array([0.84, 0.86]), np.array([1.0, 0.0]))] * 20
    bands = certain.calibrated(files_of_two)
    assert bands == ["", "", "", ".85 → .50 ± .00", "", "", ".85 → .50 ± .00"]


def test_ranges_hold_the_ranks_of_the_population_ties_anywhere(one):
    claims_of = list(one.result.claims.touchpoints)
    truth = np.array([0.5, 0.2, 0.2, 0.1, 0.0])
    found = files._ranked(claims_of, truth, 0, 5)
    held = [
        one.rank_low <= worst and one.rank_high >= best
        for one, best, worst in zip(claims_of, (1, 2, 2, 4, 5), (1, 3, 3, 4, 5), strict=True)
    ]
    assert found.within is all(held)
    assert found.is_first.tolist() == [1.0, 0.0, 0.0, 0.0, 0.0]


def test_a_ratio_of_means_has_an_error_of_its_own():
    assert sets.ratio(np.array([1.0, 3.0]), np.array([1.0, 1.0])) == "2.00 ± 1.00"


def test_a_table_stands_between_its_marks_and_nothing_else_changes():
    page = "a\n<!-- begin: claims noise -->\nold\n<!-- end: claims noise -->\nb"
    found = claims.placed(page, "noise", ["| x |"], 7)
    assert found == (
        "a\n<!-- begin: claims noise -->\n\n| x |\n\n7 replications a row.\n\n<!-- end: claims noise -->\nb"
    )
    with pytest.raises(SystemExit, match="no place for power"):
        claims.placed(page, "power", [], 7)


def test_the_page_has_a_place_for_every_part():
    page = claims.PAGE.read_text(encoding="utf-8")
    for name in claims.PARTS:
        assert claims.placed(page, name, [], 4).count(f"<!-- end: claims {name} -->") == 1


# --- one file in each room ---


def test_each_room_reads_what_the_program_says_of_a_file(one):
    told = files.told(one)
    assert told.shown in ("none", "unclear", "shown")
    assert told.null.tolist() == (one.population.built == 0).astype(float).tolist()
    assert np.nansum(told.sure) == pytest.approx(sum(one.certainty or 0.0 for one in one.bubbles))
    assert nothing._said(one)[1:4].count(True) == 1
    assert sum(nothing._found(one)[:3]) == 1
    assert sum(directions._of_negative(one)[:3]) == 1
    assert directions._of_null(one).shape == (int(told.null.sum()), 4)
    panel = rules._of(one)
    assert panel is None or len(panel[1]) == panel[0][0] >= panel[0][4]


def test_each_room_of_its_own_answers_reads_one_file():
    shown, right = certain._table(5, 0.3, 1)
    assert ((shown >= 0.5) & (shown <= 1)).all()
    assert set(right) <= {0.0, 1.0}
    below, said = possible._wished(possible.Churn(0.03), possible.WISHES["+2 everywhere"], 2)[:2]
    assert (below, said) == (True, False)
    assert mood._file(1.0, 1.0, 1)[2:4] in ((False, True), (True, False))
    assert reach._file(reach.Reach(300, activity=1.0), 1)[1] == 1.0
    promised, true, by_estimates = sets.bought(150, 1)[:3]
    assert 0 < promised < by_estimates
    assert true > 0
    heading, ruler = islice(firsts.ranked(1), 2)
    assert heading.count("|") == ruler.count("|")
    assert periods._found(periods.FALLS["n 100, one touchpoint"], 1) in ((True, True), (False, False))


@pytest.mark.parametrize("code", alarms.FINDINGS)
def test_a_finding_is_raised_where_something_is_and_not_where_nothing_is(code):
    cases = alarms.FINDINGS[code].values()
    quiet = next(people for people, there in cases if not there)
    loud = [people for people, there in cases if there][-2 if code == "copied_rows" else -1]
    assert (code in quiet.codes(1), code in loud.codes(1)) == (False, True)


@pytest.mark.parametrize("name", alarms._CHANGES)
def test_a_scale_that_changes_is_told_from_rows_in_order(name):
    change, there = alarms._CHANGES[name]
    assert change(np.random.default_rng(1)) is there
