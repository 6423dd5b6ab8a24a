"""The part of all priority that a touchpoint holds."""

from dataclasses import replace

import pytest

from cx import matrix
from cx.matrix.strategy.index import share_of_priority
from cx.records import Settings
from tests.made.odd.gone_through import GoneThrough
from tests.made.tables import row, touchpoints

ROWS = [row("Invoice", 5, 8), row("Call", 6, 4), row("App", 9, 2)]


def test_the_shares_are_in_proportion_to_the_scores_and_sum_to_1():
    built = matrix.build(touchpoints(ROWS), Settings(target=7.0))
    # impact 8 and 4, gap 2 and 1: the second is a quarter of the first, so they hold 4 and 1 of 5 parts
    assert [share_of_priority(bubble, built) for bubble in built.bubbles] == pytest.approx([0.8, 0.2, 0])


def test_without_any_gap_the_share_is_0():
    built = matrix.build(touchpoints(ROWS), Settings(target=1.0))
    assert [share_of_priority(bubble, built) for bubble in built.bubbles] == [0, 0, 0]


def test_without_impact_there_is_none():
    built = matrix.build(touchpoints([row("Invoice", 5), row("Call", 6)]), Settings())
    assert [share_of_priority(bubble, built) for bubble in built.bubbles] == [None, None]


def test_the_whole_is_summed_once_however_many_ask(monkeypatch):
    monkeypatch.setattr(GoneThrough, "times", 0)
    built = matrix.build(touchpoints(ROWS), Settings(target=7.0))
    counting = replace(built, bubbles=GoneThrough(built.bubbles))
    assert [share_of_priority(bubble, counting) for bubble in built.bubbles * 9] == pytest.approx(
        [0.8, 0.2, 0] * 9
    )
    assert GoneThrough.times == 1
