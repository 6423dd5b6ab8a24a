"""What the last passes over a workbook gave, so that understanding it and using it cost one pass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from cx.records.file import Workbook

T = TypeVar("T")
_MOST = 2
"""So many are remembered: with the choices made by hand, and without."""


@dataclass(frozen=True)
class _Pass:
    """What one pass gave, for which question."""

    question: object
    found: object


def once(workbook: Workbook, question: object, answer: Callable[[], T]) -> T:
    """Return what the pass for that question gave the last time, else what it gives now.

    Parameters
    ----------
    workbook
        What the pass goes over; it carries its last passes, an edited one starts without.
    question
        What the answer depends on beside the workbook; compared by value.
    answer
        The pass; it changes nothing.
    """
    for known in workbook.passes:
        if isinstance(known, _Pass) and known.question == question:
            return known.found  # type: ignore[return-value]
    found = answer()
    workbook.passes[:] = [_Pass(question, found), *workbook.passes[: _MOST - 1]]
    return found
