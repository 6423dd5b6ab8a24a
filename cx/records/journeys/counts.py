"""How many had what on their path: what a deck keeps of a log, to be held against a later one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from cx.records.bounds import MOST, Amount, Count, Within
from cx.records.journeys.events import Unit
from cx.records.journeys.figures import Journeys

_MOST = 2_000
"""So many touchpoints and steps are kept, those met most."""


@dataclass(frozen=True)
class PathCounts:
    """Counts of the paths of a log; one that too few stand behind is ``None``."""

    cases: Annotated[int, Within(1, MOST)]
    unit: Unit
    gap_days: Amount | None
    repeat_cases: Count | None
    touchpoints: tuple[tuple[str, Count | None], ...]
    """Each with the different cases that have it."""
    edges: tuple[tuple[str, str, Count], ...]
    """Each with the different cases that take it; those that were folded are not there."""
    all_touchpoints: bool = True
    """Whether a touchpoint that is not there was met by nobody."""
    all_edges: bool = True
    """Whether a step that is not there was taken by nobody."""


def counts_of(found: Journeys, *, top: int | None = None) -> PathCounts:
    """Return what is kept of figures, of which only the ``top`` steps were listed (``None``: all)."""
    named = [one for one in found.edges if one.start is not None and one.end is not None]
    return PathCounts(
        found.cases,
        found.unit,
        found.gap_days,
        found.repeat_cases,
        tuple((one.name, one.cases) for one in found.touchpoints[:_MOST]),
        tuple((str(one.start), str(one.end), one.cases) for one in named[:_MOST] if one.cases is not None),
        all_touchpoints=len(found.touchpoints) <= _MOST,
        all_edges=top is None and len(named) == len(found.edges) <= _MOST,
    )
