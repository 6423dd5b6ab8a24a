"""What a file holds is next to nothing for a search for garbage: no container of it grows with the rows.

Long are further kinds of columns of ``test_a_search_for_garbage_sees_columns_and_no_cells`` and
``test_what_is_remembered_of_a_file_that_was_understood_grows_with_its_columns_only``.
"""

import gc

import pytest

from cx import intake
from tests.made import large_files as made
from tests.project import tiers

COLUMNS = 60
UNDERSTOOD = 30
"""So many columns where the file is understood as well, which takes longer."""
KINDS = tiers.first(["mixed"], "survey", "texts", "dated")
ROWS = (50, 200)
READ_ALIKE = (200, 600)
"""So many rows are told to be respondents, whatever the kind of file."""
EACH = 3
"""A column as read, its piece of the reader's answer, and what says where that begins and ends."""


def looked_at(rows, kind, columns=COLUMNS, *, understood=False):
    """How many containers a search goes through for a workbook, and how many things in them."""
    content = made.wide(columns, rows, kind)
    gc.collect()
    before = gc.get_objects()  # held, so that nothing new comes to lie where one of them was
    known = {id(one) for one in before}
    workbook = intake.read(content, "wide.csv")
    if understood:
        intake.understand(workbook)
    gc.collect()
    new = [one for one in gc.get_objects() if id(one) not in known and one is not before and one is not known]
    assert len(workbook.sheets[0].columns) == columns
    return len(new), sum(len(gc.get_referents(one)) for one in new)


@pytest.mark.parametrize("kind", KINDS)
def test_a_search_for_garbage_sees_columns_and_no_cells(kind):
    looked_at(2, kind)  # what is made once, by whoever comes first
    few, many = (looked_at(rows, kind) for rows in ROWS)
    assert abs(many[0] - few[0]) <= EACH
    assert abs(many[1] - few[1]) <= EACH * 20
    assert many[0] <= EACH * COLUMNS + 100


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_remembered_of_a_file_that_was_understood_grows_with_its_columns_only(kind):
    for rows in READ_ALIKE:  # what this process remembers of words, whichever file has them first
        looked_at(rows, kind, UNDERSTOOD, understood=True)
    few, many = (looked_at(rows, kind, UNDERSTOOD, understood=True) for rows in READ_ALIKE)
    assert many[0] <= few[0] + UNDERSTOOD // 2
    assert many[1] <= few[1] + UNDERSTOOD  # one list of a column's cells would be many times that
