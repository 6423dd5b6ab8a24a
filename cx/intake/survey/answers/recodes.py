"""Numbers such as 21 to 25 that a survey program gave the steps of a scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from cx.intake.survey.answers.code_suspects import core_of
from cx.intake.survey.answers.column import Answered
from cx.process import steps

Ends = tuple[float, float]
_HIGHEST = 11
_NARROWEST, _WIDEST = 2, 10
_YEARS = (1_900, 2_100)
_MOST = 10_000
_ANSWERS = 0.8
_FEWEST, _FEWEST_NAMED = 3, 2
_DIFFERENT = 3
_ALIKE = 0.6


def with_recodes(columns: Sequence[Answered]) -> list[Answered]:
    """Return columns with the ends of their scale where it is none that people answer on.

    Such columns stand side by side and hold whole numbers within the same few, above those of usual scales:
    three of them, or two whose headers begin alike.
    """
    ends: dict[int, Ends] = {}
    for run in _runs(columns):
        low = min(one[0] for _, one in run)
        high = max(one[1] for _, one in run)
        first = low - 1 if low % 10 == 2 and high - low < _WIDEST else low  # noqa: PLR2004 - nobody gave 21
        ends |= {column.place: (first, high) for column, _ in run}
    return [replace(one, recoded=ends[one.place]) if one.place in ends else one for one in columns]


def _runs(columns: Sequence[Answered]) -> Iterator[list[tuple[Answered, Ends]]]:
    run: list[tuple[Answered, Ends]] = []
    for column in steps(columns):
        ends = _ends(column)
        if ends and run and _together(run, ends):
            run.append((column, ends))
            continue
        if _is_battery(run):
            yield run
        run = [(column, ends)] if ends else []
    if _is_battery(run):
        yield run


def _ends(column: Answered) -> Ends | None:
    """The ends of whole numbers above the usual scales and close together; ``None`` for others."""
    found = column.counted
    if column.spoken is not None or column.share < _ANSWERS or len(found.values) < _NARROWEST:
        return None
    low, high = core_of(found)
    if not (_HIGHEST < high <= _MOST and low > 1 and high - low <= _WIDEST) or _YEARS[0] <= low <= _YEARS[1]:
        return None
    whole = bool((found.values == np.rint(found.values)).all())
    return (low, high) if whole and len(found.values) <= _WIDEST + 1 < len(column.known) else None


def _together(run: Sequence[tuple[Answered, Ends]], ends: Ends) -> bool:
    low = min(ends[0], *(one[0] for _, one in run))
    high = max(ends[1], *(one[1] for _, one in run))
    overlaps = all(one[0] <= ends[1] and ends[0] <= one[1] for _, one in run)
    return overlaps and high - low <= _WIDEST


def _is_battery(run: Sequence[tuple[Answered, Ends]]) -> bool:
    if len(run) < _FEWEST_NAMED:
        return False
    spread = max(one[1] for _, one in run) - min(one[0] for _, one in run)
    different = max(len(column.counted.values) for column, _ in run)
    headers = [column.header for column, _ in run]
    first, last = min(headers), max(headers)
    begin = next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))
    named = begin > 0 and begin >= _ALIKE * min(map(len, headers))
    return spread >= _NARROWEST and different >= _DIFFERENT and (named or len(run) >= _FEWEST)
