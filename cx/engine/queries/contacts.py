"""What is asked about the contacts of each touchpoint: who comes again, and where those end who miss it.

``events`` and ``steps`` are those of :mod:`cx.engine.queries.paths`; ``events`` also has ``inward``, 1 where
the customer began the contact.
"""

from __future__ import annotations

WITHIN = 7 * 86_400_000_000
"""Microseconds within which somebody comes again."""


def again(events: str = "events") -> str:
    """Return the query of each touchpoint's contacts, and after how many the customer comes again in time.

    Whoever has two contacts at the same instant has not come again: only a later start counts, so the order
    of rows changes nothing. ``late`` are those after which the log ends before the time is up.
    """
    following = (
        "min(CASE WHEN inward = 1 THEN t END) OVER (PARTITION BY c, p ORDER BY t"
        " RANGE BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)"
    )
    return (
        f"WITH seen AS (SELECT p, t, {following} AS back FROM {events} AS events),"
        " ended AS (SELECT max(t) AS last FROM seen)"
        " SELECT p, count(*) AS contacts,"
        f" sum(CASE WHEN back - t <= {WITHIN} THEN 1 ELSE 0 END) AS again,"
        f" sum(CASE WHEN t > last - {WITHIN} THEN 1 ELSE 0 END) AS late"
        " FROM seen CROSS JOIN ended GROUP BY p ORDER BY p"
    )


def ends_of_those_who_met() -> str:
    """Return the query of how many paths that have a touchpoint end at each one."""
    return (
        "WITH met AS (SELECT DISTINCT u, p FROM steps), ended AS (SELECT u AS eu, p AS e FROM steps"
        " WHERE np IS NULL) SELECT p, e, count(*) AS cases FROM met JOIN ended ON eu = u"
        " GROUP BY p, e ORDER BY p, e"
    )
