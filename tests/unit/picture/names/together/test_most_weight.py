"""Which names can stand together: small tables that can be followed by hand."""

import sys

import numpy as np
import pytest

from cx.picture.names.together import (
    at_wished,
    choices,
    lightest_hit,
    most_weight,
    one_for_another,
    seated_by_force,
)
from cx.picture.names.together.all_at_once import AllAtOnce, OutOfSteps
from cx.picture.names.together.bits import as_bits, members


def excluding(count, *pairs):
    """Return the table of places that exclude each other."""
    table = np.zeros((count, count), dtype=bool)
    for one, other in pairs:
        table[one, other] = table[other, one] = True
    return table


def best(owner, table, weight, allowance=10_000):
    owner = np.array(owner)
    tried = choices(owner, table, [], len(weight))
    found = most_weight(tried, weight, [], allowance)
    return sorted(members(found.places)), found.proven, found.impossible


def test_of_three_names_on_one_place_the_heaviest_stands():
    places, proven, impossible = best([0, 1, 2], excluding(3, (0, 1), (0, 2), (1, 2)), [1.0, 1.5, 1.25])
    assert places == [1] and proven
    assert all(one.bit_count() == 2 for one in impossible)


def test_a_name_gives_way_where_that_lets_two_others_stand():
    # the first name bars both others, which together weigh more than it does
    places, proven, _ = best([0, 1, 2], excluding(3, (0, 1), (0, 2)), [1.9, 1.0, 1.0])
    assert places == [1, 2] and proven


def test_names_in_a_ring_move_round_so_that_all_stand():
    # each name has two places; the first of each bars the first of the next
    ring = excluding(6, (0, 2), (2, 4), (4, 0), (1, 2), (3, 4))
    places, proven, impossible = best([0, 0, 1, 1, 2, 2], ring, [1.0, 1.0, 1.0])
    assert {place // 2 for place in places} == {0, 1, 2} and proven and not impossible
    assert not ring[np.ix_(places, places)].any()


def test_a_name_that_bars_nothing_is_settled_and_what_that_frees_too():
    # the first name stands at place 1; then place 0, which barred the second name, is gone
    tried = choices(np.array([0, 0, 1]), excluding(3, (0, 2)), [], 2)
    assert sorted(members(tried.settled)) == [1, 2] and tried.open == 0


def test_a_place_that_bars_more_than_another_is_not_tried_but_where_the_name_stands_now():
    table = excluding(6, (0, 2), (0, 4), (1, 2), (3, 4), (3, 0), (5, 2))
    owner = np.array([0, 0, 1, 1, 2, 2])
    assert not choices(owner, table, [], 3).own[0] & 1
    assert choices(owner, table, [0], 3).own[0] & 1


def test_a_search_without_an_allowance_says_that_nothing_is_proven():
    places, proven, _ = best([0, 1, 2], excluding(3, (0, 1), (0, 2), (1, 2)), [1.0, 1.5, 1.25], allowance=1)
    assert places == [] and not proven


def test_names_stay_where_they_stood_where_that_leaves_the_others_room():
    # both places of each name bar one of the other's; together they stand at 0 and 3, or at 1 and 2
    table = excluding(4, (0, 2), (1, 3))
    tried = choices(np.array([0, 0, 1, 1]), table, [1, 2], 2)
    assert sorted(members(AllAtOnce(tried, [1, 2], 100).places([0, 1], 100))) == [1, 2]
    assert sorted(members(AllAtOnce(tried, [0, 3], 100).places([0, 1], 100))) == [0, 3]


def test_an_answer_that_takes_too_long_is_no_answer():
    tried = choices(np.array([0, 0, 1, 1]), excluding(4, (0, 2), (1, 3)), [], 2)
    with pytest.raises(OutOfSteps):
        AllAtOnce(tried, [], 100).places([0, 1], 1)


def test_the_lightest_names_have_one_of_every_set():
    # name 1 alone weighs 3; names 0 and 2 together 2
    sets = [as_bits(one) for one in ((0, 1), (1, 2))]
    assert lightest_hit(sets, [1.0, 3.0, 1.0]) == as_bits((0, 2))
    assert lightest_hit(sets, [1.0, 1.5, 1.0]) == as_bits((1,))
    assert lightest_hit([], [1.0]) == 0


def test_by_force_a_name_gives_way_to_two_others():
    found = seated_by_force(
        np.arange(3), excluding(3, (0, 1), (0, 2)), np.zeros(3), np.array([1.9, 1.0, 1.0]), [0]
    )
    assert found == [1, 2]


def wishing(table, standing, wished, allowance=10_000):
    return at_wished(np.arange(len(table)) // 2, table, standing, wished, allowance)


def test_a_name_moves_so_that_another_gets_the_place_that_it_wishes_for():
    assert wishing(excluding(4, (0, 2), (1, 3)), [1, 2], [0]) == [0, 3]


def test_a_wish_is_not_granted_where_another_name_would_be_left_without_a_place():
    assert wishing(excluding(4, (0, 2), (0, 3)), [1, 2], [0]) == [1, 2]


def test_a_wish_that_was_granted_is_not_taken_back_for_another():
    assert wishing(excluding(4, (0, 2)), [1, 2], [0, 2]) == [1, 2]


def test_wishes_wait_where_there_is_no_time_to_look():
    assert wishing(excluding(4, (0, 2), (1, 3)), [1, 2], [0], allowance=0) == [1, 2]


def test_a_place_that_is_wished_for_is_tried_though_it_bars_more_than_another():
    # place 0 of the first name bars a place of the second, place 1 none; a third name crowds the second
    table = excluding(6, (0, 2), (3, 4), (2, 5))
    tried = choices(np.array([0, 0, 1, 1, 2, 2]), table, [], 3)
    assert tried.settled & 0b10
    assert at_wished(np.array([0, 0, 1, 1, 2, 2]), table, [1, 2, 4], [0], 10_000) == [0, 3, 5]


def test_one_name_comes_in_for_a_lighter_one_though_a_third_has_to_move():
    # the third name stands at 2, where it bars the second; it moves to 3 as the first, the lightest, goes
    owner = np.array([0, 1, 2, 2])
    table = excluding(4, (0, 1), (1, 2), (0, 3))
    tried = choices(owner, table, [0, 2], 3)
    assert sorted(one_for_another(tried, [1.0, 1.5, 1.25], [0, 2], 1_000)) == [1, 3]
    assert sorted(one_for_another(tried, [1.5, 1.0, 1.25], [0, 2], 1_000)) == [0, 2]


def test_a_name_comes_in_for_another_where_the_heaviest_finds_another_place():
    # the first name, at 0, bars both places of the second; at 1 it bars the third, as the second does at 3
    table = excluding(5, (0, 2), (0, 3), (1, 2), (1, 4), (3, 4))
    tried = choices(np.array([0, 0, 1, 1, 2]), table, [0, 4], 3)
    assert sorted(one_for_another(tried, [2.0, 1.5, 1.25], [0, 4], 1_000)) == [1, 3]
    assert sorted(one_for_another(tried, [2.0, 1.25, 1.5], [0, 4], 1_000)) == [0, 4]
    assert sorted(one_for_another(tried, [2.0, 1.5, 1.25], [0, 4], 0)) == [0, 4]


def test_what_no_short_try_finds_a_long_one_does(monkeypatch):
    table = excluding(5, (0, 2), (0, 3), (1, 2), (1, 4), (3, 4))
    tried = choices(np.array([0, 0, 1, 1, 2]), table, [0, 4], 3)
    module = sys.modules[one_for_another.__module__]
    monkeypatch.setattr(module, "_EACH", (1,))
    assert sorted(one_for_another(tried, [2.0, 1.5, 1.25], [0, 4], 1_000)) == [0, 4]
    monkeypatch.setattr(module, "_EACH", (1, 100))
    assert sorted(one_for_another(tried, [2.0, 1.5, 1.25], [0, 4], 1_000)) == [1, 3]


def test_names_that_cannot_stand_together_are_looked_at_once(monkeypatch):
    # four names, of which any two exclude each other; the one that stands is the heaviest of them
    table = ~np.eye(4, dtype=bool)
    tried = choices(np.arange(4), table, [0], 4)
    looked = []
    places = AllAtOnce.places

    def watched(search, names, *rest):
        looked.append(sorted(names))
        return places(search, names, *rest)

    monkeypatch.setattr(AllAtOnce, "places", watched)
    assert one_for_another(tried, [2.0, 1.5, 1.25, 1.0], [0], 10_000) == [0]
    assert sorted(looked) == [[0, 1], [0, 2], [0, 3]]
