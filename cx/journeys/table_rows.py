"""The lists of figures as rows of tables, with what a list says together."""

from __future__ import annotations

from itertools import accumulate

from cx.records.journeys import Difference, Figure, Journeys, Step

ARROW = " → "


def variant_rows(journeys: Journeys, most: int) -> list[dict[str, str | float]]:
    """Return the most common paths, each with the share of all that it and those before it cover.

    Parameters
    ----------
    most
        How many there are at most; those of too few customers, which are folded, are none.
    """
    listed = [one for one in journeys.variants if one.path is not None][:most]
    covered = accumulate(one.cases for one in listed)
    return [
        {
            "path": ARROW.join(one.path or ()),
            "cases": one.cases,
            "share": one.share,
            "covered": n / journeys.cases,
        }
        for one, n in zip(listed, covered, strict=True)
    ]


def touchpoint_rows(journeys: Journeys) -> list[dict[str, str | float | None]]:
    """Return every touchpoint with its counts, and the share of all cases that have it and that repeat it."""
    return [
        {
            "name": one.name,
            "events": one.events,
            "cases": one.cases,
            "share": _of(one.cases, journeys.cases),
            "starts": one.starts,
            "ends": one.ends,
            "repeats": _of(one.repeat_cases, one.cases),
            "place": one.median_position,
        }
        for one in journeys.touchpoints
    ]


def edge_rows(journeys: Journeys, most: int) -> list[dict[str, str | float | None]]:
    """Return the steps taken most, with their times in seconds."""
    return [
        {
            "step": ARROW.join((one.start, one.end or "")),
            "events": one.events,
            "cases": one.cases,
            "median": one.median_seconds,
            "late": one.p90_seconds,
        }
        for one in journeys.edges
        if one.start is not None
    ][:most]


def step_columns(journeys: Journeys, most: int) -> list[tuple[int, list[Step]]]:
    """Return at each place before and after the anchor what stands there most often.

    What has begun or ended (no touchpoint) is there whatever its rank.
    """
    columns: dict[int, list[Step]] = {}
    for step in journeys.steps:
        columns.setdefault(step.offset, []).append(step)
    return [
        (offset, [one for rank, one in enumerate(steps) if rank < most or one.touchpoint is None])
        for offset, steps in sorted(columns.items())
    ]


def change_rows(journeys: Journeys, figure: Figure, most: int) -> list[Difference]:
    """Return what one figure is on both sides: what differs beyond chance first, then by how much."""
    found = [one for one in journeys.differences if one.figure == figure]
    ranked = sorted(found, key=lambda one: (not one.told, -abs((one.b or 0.0) - (one.a or 0.0))))
    return ranked[:most]


def outcome_rows(journeys: Journeys, most: int) -> list[dict[str, str | float | bool | None]]:
    """Return how the outcome differs with each step: what differs beyond chance first, then by how much."""
    ranked = sorted(journeys.outcomes, key=lambda one: (not one.told, -abs(one.difference or 0.0)))
    return [
        {
            "step": ARROW.join((one.start, one.end)),
            "difference": one.difference,
            "low": one.low,
            "high": one.high,
            "with": one.having,
            "without": one.lacking,
            "told": one.told,
        }
        for one in ranked[:most]
    ]


def _of(count: int | None, whole: int | None) -> float | None:
    return count / whole if count is not None and whole else None
