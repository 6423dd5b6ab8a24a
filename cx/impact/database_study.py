"""A study of answers in a database: counts say how they are meant, sums what they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cx.engine import GroupSums
from cx.impact.large_study import of_sums
from cx.impact.study import Study

_OF_FILES, _OF_TABLES = "large_file_added_up", "table_added_up"


def of_table(part: Study, sums: GroupSums, factors: Sequence[int], outcome_factor: int) -> Study:
    """Return the study of all answers of a table in a database, by their sums.

    Parameters
    ----------
    part
        The study of answers that were made up so that their counts are those of the table: names, scales, the
        outcome and its direction are its own; what it says of rows says nothing of the table.
    sums, factors, outcome_factor
        As :func:`cx.impact.of_sums` takes them.
    """
    found = of_sums(part, sums, factors, outcome_factor)
    told = [
        replace(one, code=_OF_TABLES, details={"n": sums.rows, "groups": len(sums.groups)})
        if one.code == _OF_FILES
        else replace(one, row=None, cell=None, value=None)
        for one in found.findings
    ]
    return replace(found, findings=tuple(told))
