"""What is asked about how contacts went: negative, reactive or proactive (METHODS 12), and standards met.

``events`` is that of :mod:`cx.engine.queries.contacts` (``c`` customer, ``p`` touchpoint, ``t`` start, ``r``
row, ``inward``), and has ``passed`` (1 where the contact was passed on) and ``met`` (1 where its standard was
met, 0 where not, -1 where nobody measured it). All sums are whole numbers: every engine gives the same bits.
"""

from __future__ import annotations

from cx.engine.queries.contacts import WITHIN

NEGATIVE, REACTIVE, PROACTIVE = range(3)
COUNTS = ("contacts", "negative", "reactive", "proactive", "measured", "met")
"""Whole numbers of each group, in the order of the answer; behind them the sums of products."""
PRODUCTS = (
    "contacts * contacts",
    *(f"{name} * {name}" for name in COUNTS[1:4]),
    *(f"{name} * contacts" for name in COUNTS[1:4]),
    "met * met",
    "met * measured",
    "measured * measured",
)


def of_touchpoints(events: str = "events") -> str:
    """Return the query of each touchpoint's sums over its customers.

    Columns: p, customers, customers with a measured contact, ``COUNTS``, ``PRODUCTS``, late, last, began.
    ``late`` are contacts after which the log ends before the time is up, ``last`` is when the last one began,
    ``began`` when the first one did.
    """
    return _summed(events, "p, c", "p, c")


def of_all(events: str = "events") -> str:
    """Return the same over all contacts of each customer, wherever they were; p is 0."""
    return _summed(events, "0 AS p, c", "c")


def of_months(events: str = "events") -> str:
    """Return the same over all contacts of a month, which ``events`` has as a whole number; p is that."""
    return _summed(events, "month AS p, c", "month, c", kept=", month")


def _summed(events: str, named: str, keys: str, *, kept: str = "") -> str:
    following = "ORDER BY t, r ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING"
    before = "ORDER BY t, r ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING"
    counts = ", ".join(f"sum({name}) AS {name}" for name in COUNTS)
    products = ", ".join(f"sum({product}) AS x{place}" for place, product in enumerate(PRODUCTS))
    return (
        f"WITH seen AS (SELECT c, p, t, inward, passed, met{kept},"
        f" min(CASE WHEN inward = 1 THEN t END) OVER (PARTITION BY c, p {following}) AS back,"
        f" max(CASE WHEN inward = 1 THEN 1 ELSE 0 END) OVER (PARTITION BY c, p {before}) AS asked"
        f" FROM {events} AS events),"
        f" levelled AS (SELECT c, p, t, met{kept}, CASE WHEN passed = 1 OR met = 0 OR back - t <= {WITHIN}"
        f" THEN {NEGATIVE} WHEN inward = 0 AND coalesce(asked, 0) = 0 THEN {PROACTIVE}"
        f" ELSE {REACTIVE} END AS level FROM seen),"
        " ended AS (SELECT max(t) AS finish FROM seen),"
        f" theirs AS (SELECT {named}, count(*) AS contacts,"
        f" sum(CASE WHEN level = {NEGATIVE} THEN 1 ELSE 0 END) AS negative,"
        f" sum(CASE WHEN level = {REACTIVE} THEN 1 ELSE 0 END) AS reactive,"
        f" sum(CASE WHEN level = {PROACTIVE} THEN 1 ELSE 0 END) AS proactive,"
        " sum(CASE WHEN met >= 0 THEN 1 ELSE 0 END) AS measured,"
        " sum(CASE WHEN met = 1 THEN 1 ELSE 0 END) AS met,"
        f" sum(CASE WHEN t > finish - {WITHIN} THEN 1 ELSE 0 END) AS late, max(t) AS last, min(t) AS began"
        f" FROM levelled CROSS JOIN ended GROUP BY {keys})"
        f" SELECT p, count(*) AS customers, sum(CASE WHEN measured > 0 THEN 1 ELSE 0 END) AS told,"
        f" {counts}, {products}, sum(late) AS late, max(last) AS last, min(began) AS began"
        f" FROM theirs GROUP BY p ORDER BY p"
    )
