"""How the cost of understanding a file grows: with what the file holds, and not with its square.

Long are many sheets, and the other kinds of columns, of
``test_the_cost_grows_with_the_columns_and_not_with_their_square``.
"""

import time
from dataclasses import replace

import pytest

from cx import intake
from tests.made import large_files
from tests.project import tiers

_TIMES = 6


def cost(work):
    """Return the processor time that some work took."""
    began = time.process_time()
    work()
    return time.process_time() - began


def at_most_times_as_dear(small, large, most):
    """Return whether a piece of work costs less than so many times what another one does.

    Each is measured a few times at most, and its cheapest time counts: what else the machine did is in the
    others. The large one is done again only where its time would be too long.
    """
    few = [cost(small), cost(small)]
    for _ in range(_TIMES):
        few.append(cost(small))  # beside the large one: the machine is as busy for both
        if cost(large) < most * min(few):
            return True
    return False


@pytest.mark.parametrize("kind", tiers.first(["mixed"], "survey", "broken", "texts", "dated"))
def test_the_cost_grows_with_the_columns_and_not_with_their_square(kind):
    few, many = (intake.read(large_files.wide(count, 30, kind), "wide.csv") for count in (200, 800))
    assert at_most_times_as_dear(
        lambda: intake.understand(replace(few)), lambda: intake.understand(replace(many)), 8
    )


@pytest.mark.long
def test_the_cost_grows_with_the_sheets_and_not_with_their_square():
    few, many = (intake.read(large_files.many_sheets(count, scored=True), "many.xlsx") for count in (60, 240))
    assert at_most_times_as_dear(
        lambda: intake.touchpoints(replace(few)), lambda: intake.touchpoints(replace(many)), 8
    )


def test_long_cells_cost_no_more_than_short_ones():
    short, long = (intake.read(large_files.long_cells(signs, 20), "cells.csv") for signs in (60, 30_000))
    assert at_most_times_as_dear(
        lambda: intake.understand(replace(short)), lambda: intake.understand(replace(long)), 6
    )


def test_one_long_text_used_again_and_again_is_looked_at_once():
    book = intake.read(large_files.one_text_often(100_000, 2_400), "often.xlsx")
    assert any(cost(lambda: intake.understand(replace(book))) < 3 for _ in range(_TIMES))
    assert intake.understand(book).row_count == 200
