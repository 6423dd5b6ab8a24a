"""What ballots add up to: hand-computed values."""

import datetime as dt
import math
import statistics

from cx.matrix import build
from cx.records import Settings
from cx.records.session.voting import Ballot, Round, VoteResult
from cx.session.voting import tallying
from tests.made.tables import row, touchpoints

NOW = dt.datetime(2026, 10, 5, 9, tzinfo=dt.UTC)


def counted(kind, names, *given, points=None):
    touchpoints = tuple((name.lower(), name) for name in names)
    one = Round("r", "s", "", kind, touchpoints, points, "revealed", NOW, NOW, NOW)
    return tallying.tallies(one, [Ballot("", choices, NOW) for choices in given])


def test_points_are_summed_and_ranked_and_equal_votes_share_a_rank():
    given = {"b": 3}, {"a": 1, "b": 1, "c": 1}, {"a": 2, "c": 1}, {"b": 2}
    found = counted("points", "ABCD", *given, points=3)
    assert [(one.name, one.votes, one.count, one.rank) for one in found] == [
        ("B", 6.0, 3, 1),
        ("A", 3.0, 2, 2),
        ("C", 2.0, 2, 3),
        ("D", 0.0, 0, 4),
    ]
    assert (found[0].low, found[0].high, found[0].spectrum) == (0.0, 3.0, {0: 1, 1: 1, 2: 1, 3: 1})
    assert round(found[0].spread, 6) == 1.118034  # of 3, 1, 0, 2 about 3/2
    equal = counted("points", "ABC", {"a": 1, "b": 1}, {"a": 1, "b": 1}, points=2)
    assert [(one.name, one.rank) for one in equal] == [("A", 1), ("B", 1), ("C", 3)]


def test_of_three_ballots_points_are_told_together_and_of_one_nothing_is():
    given = {"b": 3}, {"a": 1, "b": 1, "c": 1}, {"a": 2, "c": 1}
    found = counted("points", "ABCD", *given, points=3)
    assert [(one.name, one.votes, one.rank, one.count) for one in found] == [
        ("B", 4.0, 1, 3),
        ("A", 3.0, 2, 3),
        ("C", 2.0, 3, 3),
        ("D", 0.0, 4, 0),
    ]
    assert all((one.spread, one.low, one.high, one.spectrum) == (0.0, 0.0, 0.0, {}) for one in found)
    alone = counted("points", "AB", {"b": 3}, points=3)
    assert [(one.told, one.rank, one.votes, one.count) for one in alone] == [(False, 0, 0.0, 0)] * 2


def test_what_fewer_than_four_rated_is_told_by_its_mean_and_what_one_did_not_at_all():
    given = {"a": 1, "b": 4}, {"a": 5, "b": 5}, {"a": 5, "c": 5}, {}
    a, b, c = sorted(counted("urgency", "ABC", *given), key=lambda one: one.name)
    assert (round(a.median, 4), round(a.votes, 4), a.spread, a.spectrum) == (3.6667, 3.6667, 0.0, {})
    assert (b.median, b.low, b.high, b.rank, a.rank) == (4.5, 0.0, 0.0, 1, 2)
    assert (c.told, c.rank, c.median, c.mean, c.count) == (False, 0, 0.0, 0.0, 1)


def test_an_empty_round_has_no_result_and_no_ranks():
    for kind, points in (("points", 5), ("urgency", None)):
        found = counted(kind, "AB", points=points)
        assert [(one.told, one.rank) for one in found] == [(False, 0)] * 2


def test_points_from_less_than_a_third_of_the_room_are_a_disagreement():
    camp = counted("points", "AB", {"a": 4}, {"b": 1}, {"b": 1}, {"b": 1}, points=4)
    assert [(one.name, one.disagree) for one in camp] == [("A", True), ("B", False)]
    third = counted("points", "AB", {"a": 4}, {"b": 1}, {"b": 1}, points=4)
    assert [one.disagree for one in third] == [False, False]


def test_ratings_are_told_by_median_and_quartiles():
    split = counted("urgency", "AB", {"a": 1, "b": 4}, {"a": 1, "b": 4}, {"a": 5, "b": 3}, {"a": 5, "b": 4})
    b, a = split
    assert (b.name, b.median, b.mean, b.spread, b.disagree, b.rank) == ("B", 4.0, 3.75, 0.25, False, 1)
    assert (a.median, a.low, a.high, a.spread, a.disagree, a.rank) == (3.0, 1.0, 5.0, 4.0, True, 2)
    assert a.spectrum == {1: 2, 5: 2}


def test_what_nobody_rated_comes_last_and_is_no_disagreement():
    found = counted("impact", "AB", *[{"b": 2}] * 4)
    assert [(one.name, one.count, one.median, one.disagree) for one in found] == [
        ("B", 4, 2.0, False),
        ("A", 0, 0.0, False),
    ]


def test_equal_medians_are_ranked_by_their_means():
    given = {"a": 3, "b": 3}, {"a": 3, "b": 3}, {"a": 1, "b": 5}, {"a": 3, "b": 3}
    found = counted("urgency", "AB", *given)
    assert [(one.name, one.rank) for one in found] == [("B", 1), ("A", 2)]


def test_three_ballots_are_too_few_to_disagree():
    found = counted("urgency", "A", {"a": 1}, {"a": 5}, {"a": 5})
    assert (found[0].spread, found[0].disagree) == (0.0, False)


class Looked(dict):
    """What one participant chose; counts how often it is looked at."""

    times = 0

    def items(self):
        Looked.times += 1
        return super().items()

    def get(self, *given):
        Looked.times += 1
        return super().get(*given)

    __contains__ = __getitem__ = get


def test_each_ballot_is_looked_at_once_however_many_touchpoints_there_are(monkeypatch):
    for kind, points in (("points", 9), ("urgency", None)):
        monkeypatch.setattr(Looked, "times", 0)
        found = counted(
            kind, map(chr, range(200, 400)), *(Looked({"\xe5": 2}) for _ in range(5)), points=points
        )
        assert (found[0].votes, found[0].count, Looked.times) == (10.0 if points else 2.0, 5, 5)


def test_spread_and_mean_of_points_count_every_ballot():
    given = [5, 0, 3, 3, 1, 0, 0]
    (found,) = counted("points", "A", *({"a": one} if one else {} for one in given), points=5)
    assert found.mean == statistics.fmean(given) and math.isclose(found.spread, statistics.pstdev(given))
    assert (found.median, found.low, found.high, found.spectrum) == (3.0, 0.0, 5.0, {0: 3, 1: 1, 3: 2, 5: 1})


def shown(ballots, *given, points=2):
    matrix = build(touchpoints([row("A", 5.0, 4.0), row("B", 9.0, 2.0), row("C", 9.0, 4.0)]), Settings())
    ids = {bubble.name: bubble.id for bubble in matrix.bubbles}
    asked = tuple((ids.get(name, "gone"), name) for name in "ABX")
    one = Round("r", "s", "", "points", asked, points, "revealed", NOW, NOW, NOW)
    votes = [Ballot("", {ids[name]: number for name, number in choices.items()}, NOW) for choices in given]
    result = VoteResult(one, tallying.tallies(one, votes), ballots)
    names = {id_: name for name, id_ in ids.items()}
    return {names[id_]: number for id_, number in tallying.on_bubbles(result, matrix).items()}


def test_votes_go_to_the_bubbles_that_got_any():
    assert shown(4, {"A": 2}, {"A": 1, "B": 1}, {"A": 2}, {"A": 2}) == {"A": 7.0, "B": 1.0}


def test_three_ballots_or_fewer_show_nothing_on_the_bubbles():
    assert shown(3, {"A": 2}, {"A": 2}, {"A": 1, "B": 1}) == {}
    assert shown(1, {"A": 2}) == {}
