"""The room's estimate as the impact of touchpoints."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cx.errors import ArgumentError
from cx.records.scale import Scale
from cx.records.session import HIGHEST_RATING, LOWEST_RATING, VoteResult

if TYPE_CHECKING:
    from cx.records.file import Touchpoints


def scale() -> Scale:
    """Return the scale on which a room estimates."""
    return Scale(LOWEST_RATING, HIGHEST_RATING)


def medians(result: VoteResult) -> dict[str, float]:
    """Return the median of each touchpoint that several rated (of few the mean), by its name.

    Raises
    ------
    ArgumentError
        When nobody rated anything.
    """
    found = {tally.name: tally.median for tally in result.tallies if tally.told}
    if not found:
        raise ArgumentError("no_estimate")
    return found


def with_impact(touchpoints: Touchpoints, result: VoteResult, goal: str) -> Touchpoints:
    """Return touchpoints whose impact is the room's estimate; those that nobody rated have none.

    Parameters
    ----------
    goal
        What the impact is about, in words.

    Raises
    ------
    ArgumentError
        When nobody rated anything.
    """
    rows = touchpoints.rows.copy()
    rows["impact"] = rows["touchpoint"].map(medians(result)).astype(float)
    return replace(
        touchpoints,
        rows=rows,
        impact_kind="given",
        impact_scale=scale(),
        impact_parts=(),
        goal=goal,
        draws=None,
    )
