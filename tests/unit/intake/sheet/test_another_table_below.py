"""A table below another one, behind a blank row and under names of its own, is set aside and said."""

import pytest

from cx import intake
from tests.made.intake_files import of_code
from tests.made.surveys import book

OWN = [["Touchpoint", "Score", "Answers"], ["Trial", 7.1, 80], ["Order", 6.4, 95], ["Help", 8.2, 60]]
OTHER = [["Team", "FTE", "Cost"], ["Red", 4, 5200], ["Blue", 3, 4100]]
GAP = [[None, None, None]]


def names(rows):
    points = intake.touchpoints(book(rows))
    return list(points.rows["touchpoint"])


@pytest.mark.parametrize("title", [[], [["Staff by team", None, None]]])
def test_it_is_no_part_of_the_table(title):
    rows = [*OWN, *GAP, *title, *OTHER]
    found = intake.understand(book(rows))
    (told,) = of_code(found.findings, "table_below")
    assert (told.details["first"], told.details["last"]) == (6, len(rows))
    assert names(rows) == ["Trial", "Order", "Help"]
    told = intake.counts(intake.touchpoints(book(rows)), [(book(rows), found)])
    assert (told.used, told.aside) == (3, len(title) + len(OTHER))


@pytest.mark.parametrize(
    "more",
    [
        [*GAP, ["Chat", 5.5, 40]],
        [*GAP, ["Online", None, None], ["Chat", 5.5, 40]],
        [*GAP, OWN[0], ["Chat", 5.5, 40]],
        [*GAP, ["Chat", "few", "n/a"]],
        [OTHER[0], ["Chat", 5.5, 40]],
    ],
)
def test_rows_behind_a_gap_without_names_of_their_own_belong_to_it(more):
    assert of_code(intake.understand(book([*OWN, *more])).findings, "table_below") == []
