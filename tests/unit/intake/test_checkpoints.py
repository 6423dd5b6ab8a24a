"""Between two checkpoints there is little work, however many columns a file has.

Long is a further kind of columns of ``test_there_is_little_work_between_two_checkpoints_of_a_wide_file``.
"""

import sys
from pathlib import Path

import pytest

from cx import intake, process
from cx.intake.cells import labels_of, numbers_of
from cx.process import begun, under
from cx.records.file import Cell, column_of
from tests.made import large_files
from tests.project import tiers

CHECKS = str(Path(process.__file__).parent)


def longest(kind, columns):
    """Return the most calls of functions between two checkpoints of understanding a file."""
    workbook = intake.read(large_files.wide(columns, 40, kind), "wide.csv")
    return between(lambda budget: intake.source(workbook, budget=budget))


def between(work):
    """Return the most calls of functions between two checkpoints of some work."""
    calls, most = 0, 0

    def counted(frame, event, _argument):
        nonlocal calls
        calls += event == "call" and not frame.f_code.co_filename.startswith(CHECKS)

    def beat(_stage):
        nonlocal calls, most
        calls, most = 0, max(calls, most)

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work(begun("wide.csv", 600.0, beat=beat))
    finally:
        sys.setprofile(before)
    return most


@pytest.mark.parametrize("kind", tiers.first(["mixed"], "texts"))
def test_there_is_little_work_between_two_checkpoints_of_a_wide_file(kind):
    longest(kind, 40)  # what is looked up in lists of words is kept
    assert longest(kind, 480) < 40_000


@pytest.mark.parametrize("reading", [labels_of, numbers_of])
def test_very_many_texts_of_a_column_are_read_some_at_a_time(reading):
    column = column_of([Cell("text", f"€ {place},5 or so") for place in range(4_000)])

    def read(budget):
        with under(budget):
            reading(column)
            budget.check()

    assert between(read) < 4_000
