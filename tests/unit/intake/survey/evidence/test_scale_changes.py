"""A scale that changes midway: found, moved by the ends of both; sorted columns are left."""

from dataclasses import replace

import numpy as np
import pytest

from cx import intake
from cx.intake.survey.answers import Answered, changes_in, moved
from cx.records import Choices
from tests.made.surveys import book, ratings, rows_of

RANDOM = np.random.default_rng(3)
FIVE, TEN = RANDOM.integers(1, 6, 60).astype(float), RANDOM.integers(1, 11, 60).astype(float)
FIVE[:5], TEN[:10] = np.arange(1, 6), (10, *np.arange(1, 10))


def column(values, place=0):
    values = np.asarray(values, dtype=float)
    return Answered(place, f"Column {place}", values, np.where(np.isnan(values), 1, 0).astype(np.uint8))


def test_one_to_five_and_then_one_to_ten():
    (change,) = changes_in([column([*FIVE, *TEN])])
    assert (change.row, change.n, change.low, change.high) == (60, 60, 5.0, 10.0)
    assert (change.widens, change.moves) == (True, True)


def test_one_to_ten_and_then_one_to_five():
    (change,) = changes_in([column([*TEN[::-1], *FIVE])])
    assert (change.row, change.n, change.widens, change.moves) == (59, 60, False, True)


def test_the_short_side_is_moved_by_the_ends_of_both():
    own = column([*FIVE, *TEN])
    found = moved(own, changes_in([own])[0]).values
    assert found[:5].tolist() == [1.0, 3.25, 5.5, 7.75, 10.0]
    assert found[60:].tolist() == TEN.tolist()
    back = column([*TEN[::-1], *FIVE])
    assert moved(back, changes_in([back])[0]).values[60:65].tolist() == [1.0, 3.25, 5.5, 7.75, 10.0]


@pytest.mark.parametrize("values", [np.sort(np.r_[FIVE, TEN]), np.sort(np.r_[FIVE, TEN])[::-1]])
def test_a_sorted_column_is_not_moved(values):
    assert not any(change.moves for change in changes_in([column(values)]))


def test_one_scale_all_along_has_no_change():
    assert changes_in([column(np.tile(TEN, 2)), column(np.tile(FIVE, 2))]) == []


def test_too_few_rows_on_one_side_show_nothing():
    assert changes_in([column([*FIVE[:19], *TEN])]) == []


def test_one_questionnaire_changes_in_one_row():
    late = TEN.copy()
    late[:2] = 3
    late[2] = 9
    found = changes_in([column([*FIVE, *TEN], 0), column([*FIVE[::-1], *late], 1)])
    assert [change.row for change in found] == [60, 60]


WIDE = ratings(120, 4, high=10).T
WIDE[3, 60] = 10
HALF = np.ceil(WIDE[3, :60] / 2)


def score(choices):
    columns = [*WIDE[:3], [*HALF, *WIDE[3, 60:]]]
    found = intake.touchpoints(book(rows_of(["Shop", "Invoice", "Call", "Visit"], *columns)), choices)
    return float(found.rows.set_index("touchpoint").loc["Visit", "satisfaction"])


def test_a_file_moves_the_short_side_unless_it_shall_stay_as_typed():
    usual = Choices(shape="responses")
    both = np.r_[(HALF - 1) / 4 * 9 + 1, WIDE[3, 60:]]
    assert score(usual) == pytest.approx(both.mean(), abs=1e-9)
    typed = np.r_[HALF, WIDE[3, 60:]]
    assert score(replace(usual, changed="as_typed")) == pytest.approx(typed.mean(), abs=1e-9)


@pytest.mark.parametrize("back", [False, True])
def test_a_column_with_few_answers_beyond_changes_where_most_others_do(back):
    low = np.where(TEN > 7, 4, np.minimum(TEN, 7))
    both = [column([*FIVE, *TEN], 0), column([*FIVE[::-1], *TEN], 1), column([*FIVE, *low], 2)]
    short = column([*FIVE, *FIVE], 3)
    shown = [replace(one, values=one.values[::-1]) if back else one for one in (*both, short)]
    found = changes_in(shown)
    assert [change.place for change in found] == [0, 1, 2]
    assert {(change.low, change.high, change.moves) for change in found} == {(5.0, 10.0, True)}
    assert moved(shown[2], found[2]).values.max() == 10.0
