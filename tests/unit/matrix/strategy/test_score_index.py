"""The priority score as an index."""

from dataclasses import replace

import pytest

from cx import matrix
from cx.matrix.strategy.index import score_index
from cx.records import Settings
from tests.made.odd.gone_through import GoneThrough
from tests.made.tables import row, touchpoints

ROWS = [row("Invoice", 5, 8), row("Call", 6, 4), row("App", 9, 2)]


def test_the_highest_score_is_100_and_the_others_are_in_proportion():
    built = matrix.build(touchpoints(ROWS), Settings(target=7.0))
    # impact 8 and 4, gap 2 and 1: the second is a quarter of the first
    assert [score_index(bubble, built) for bubble in built.bubbles] == pytest.approx([100, 25, 0])


def test_without_any_gap_the_index_is_0():
    built = matrix.build(touchpoints(ROWS), Settings(target=1.0))
    assert [score_index(bubble, built) for bubble in built.bubbles] == [0, 0, 0]


def test_without_impact_there_is_none():
    built = matrix.build(touchpoints([row("Invoice", 5), row("Call", 6)]), Settings())
    assert [score_index(bubble, built) for bubble in built.bubbles] == [None, None]


def test_the_highest_is_looked_for_once_however_many_ask(monkeypatch):
    monkeypatch.setattr(GoneThrough, "times", 0)
    built = matrix.build(touchpoints(ROWS), Settings(target=7.0))
    counting = replace(built, bubbles=GoneThrough(built.bubbles))
    assert [score_index(bubble, counting) for bubble in built.bubbles * 9] == pytest.approx([100, 25, 0] * 9)
    assert GoneThrough.times == 1
