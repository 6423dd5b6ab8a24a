"""What is to be known of the order of events."""

from __future__ import annotations

from collections.abc import Sequence

from cx.records import Finding

_MANY = 0.1
"""Of neighbours, on one day without time and order."""


def findings_of(total: tuple[int | float | str | None, ...]) -> tuple[Finding, ...]:
    """Return the findings about ties, from the counts of everything."""
    count, cases, same, tied, daily = (int(value or 0) for value in total)
    neighbours = count - cases
    found = []
    if same:
        found.append(Finding("info" if not tied else "warning", "ties", details={"n": tied, "same": same}))
    if neighbours and daily > _MANY * neighbours:
        share = daily / neighbours
        found.append(Finding("warning", "ties_many", details={"n": daily, "share": round(100 * share, 1)}))
    return tuple(found)


def about_steps(edges: Sequence[Sequence[int | float | str | None]]) -> tuple[Finding, ...]:
    """Return the finding that no path goes from one touchpoint to another.

    Parameters
    ----------
    edges
        Per step its ends and its events; folded ones together have no ends.
    """
    apart = all(first == then if first is not None else not events for first, then, events, *_ in edges)
    return (Finding("info", "paths_without_steps"),) if apart else ()
