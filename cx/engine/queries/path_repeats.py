"""Who is back soon, asked of events as :mod:`cx.engine.queries.paths` names their columns."""

from __future__ import annotations

WEEK = 7 * 86_400_000_000
"""Microseconds: 168 hours."""


def repeats(events: str, *, directed: bool) -> str:
    """Return the query of each touchpoint's contacts, customers, and contacts after which somebody is back.

    Back is the same case with a later event at the same touchpoint, 168 hours after this one at most; where a
    column ``i`` says directions, with one that came from the customer. ``late`` counts events of the log's
    last 168 hours, which cannot be followed so far.
    """
    his = "CASE WHEN i = 1 THEN 1 END" if directed else "1"
    return (
        "SELECT p, count(*) AS contacts, count(DISTINCT c) AS customers,"
        " sum(CASE WHEN later > 0 THEN 1 ELSE 0 END) AS back,"
        f" sum(CASE WHEN t > last - {WEEK} THEN 1 ELSE 0 END) AS late"
        f" FROM (SELECT p, c, t, max(t) OVER () AS last, count({his}) OVER (PARTITION BY c, p ORDER BY t"
        f" RANGE BETWEEN 1 FOLLOWING AND {WEEK} FOLLOWING) AS later FROM {events} AS events) AS met"
        " GROUP BY p ORDER BY p"
    )
