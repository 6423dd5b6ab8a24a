"""What passes over a workbook gave, so that understanding it and using it go through it once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, cast

from cx.process import Budget, begun
from cx.records.file import Workbook

T = TypeVar("T")
_MOST_CELLS = 12_000_000
"""What is remembered of one workbook goes over so many cells in all ..."""
_FEWEST = 4
"""... but for the last few: a sheet's columns and what they gave, with choices made by hand and without."""


@dataclass
class _Passes:
    """What is remembered of one workbook: by question what was found, and how many cells that went over."""

    found: dict[str, tuple[object, int]] = field(default_factory=dict)
    cells: int = 0

    def keep(self, question: str, found: object, cells: int) -> None:
        """Remember one more, and let go of the oldest."""
        self.found[question] = (found, cells)
        self.cells += cells
        if self.cells <= _MOST_CELLS:
            return
        large = [one for one, (_, size) in self.found.items() if size]
        for one in large[:-_FEWEST]:
            if self.cells > _MOST_CELLS:
                self.cells -= self.found.pop(one)[1]


def once(
    workbook: Workbook, question: str, answer: Callable[[], T], cells: Callable[[T], int] | None = None
) -> T:
    """Return what the pass for that question gave before, else what it gives now.

    Parameters
    ----------
    workbook
        What the pass goes over; it carries what was found, an edited one starts without.
    question
        What the answer depends on beside the workbook, in full.
    answer
        The pass; it changes nothing.
    cells
        How many cells what it found holds on to; ``None``: none.
    """
    if not workbook.passes:
        workbook.passes.append(_Passes())
    known = cast("_Passes", workbook.passes[0])
    if question in known.found:
        return cast("T", known.found[question][0])
    found = answer()
    known.keep(question, found, cells(found) if cells else 0)
    return found


def budget_of(workbook: Workbook) -> Budget:
    """Return the time that understanding a workbook may take: what opening its file left, from now on."""
    return begun(workbook.name, workbook.seconds, left=workbook.left)
