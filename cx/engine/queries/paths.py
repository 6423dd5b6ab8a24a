"""Events put in order, one row a step of a path: the table that all questions about paths are put to.

Written in the part of SQL that DuckDB, PostgreSQL and Spark share. ``events`` is what they are asked of::

    c   whole number    its case
    t   whole number    when it began, in microseconds
    p   whole number    the number of its touchpoint
    r   whole number    its row; of several files in the order given; a database has none
    o   number or null  what a column of order says; only with ``order``
    d   0 or 1          whether only a day is known; only with ``days``
    m   whole number    months since the year 0 of its own clock; only with ``sides``
    g   number or null  its period, as a column says; only with ``sides``
    h   0 or 1          whether its cells are those that are asked for; only with ``within``

``steps`` has one row an event: ``u`` its path, ``c`` its case, ``k`` its place in the path from 1, ``t`` and
``p``; of what follows in the path ``np`` and ``nt``, null at the end; ``same`` whether that has the same
time, ``tied`` whether nothing but the row tells which comes first, ``daily`` whether that is so for want of
a time of the day; with ``sides`` the period ``s`` that the path belongs to, 0 or 1.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Side:
    """What makes a path belong to a period: the months of its first event, or the number of its period."""

    months: tuple[int, int] | None = None
    """First and last month."""
    group: int | None = None

    @property
    def condition(self) -> str:
        """The same as a condition on the first event."""
        if self.months is not None:
            return f"m BETWEEN {int(self.months[0])} AND {int(self.months[1])}"
        return f"g = {int(self.group or 0)}"


@dataclass(frozen=True)
class Ordering:
    """What the events have, and how paths are made of them."""

    order: bool = False
    days: bool = False
    gap: int | None = None
    """Microseconds from one start to the next beyond which another visit begins; ``None``: no visits."""
    sides: tuple[Side, ...] = ()
    """Only paths of these periods."""
    within: bool = False
    """Only paths whose first event has the cells that are asked for."""
    events: str = "events"
    """What is put in order: a table's name, or a SELECT in brackets."""
    named: bool = False
    """Whether the touchpoint's name tells the order where nothing else does: rows of a database have none."""
    visit: str = "min(r) OVER (PARTITION BY c, v)"
    """A number for the visit ``v`` of a case ``c`` that no other has."""


def steps(how: Ordering) -> str:
    """Return the query of ``steps``."""
    rows, unit = f"{how.events} AS events", "c"
    parts = []
    if how.gap is not None:
        parts += _visits(how)
        rows, unit = "visits", "u"
    parts.append(f"placed AS (SELECT {_placed(how, unit)} FROM {rows} {_window(how, unit)})")
    columns = f"u, c, k, t, p, np, nt, {_ties(how)}"
    if not how.sides and not how.within:
        return f"WITH {', '.join(parts)} SELECT {columns} FROM placed"
    cases = " ".join(f"WHEN {side.condition} THEN {at}" for at, side in enumerate(how.sides))
    side = f"CASE {cases} END" if how.sides else "0"
    first = "k = 1 AND h = 1" if how.within else "k = 1"
    parts.append(f"sided AS (SELECT u AS su, {side} AS s FROM placed WHERE {first})")
    return f"WITH {', '.join(parts)} SELECT {columns}, s FROM placed JOIN sided ON su = u WHERE s IS NOT NULL"


_LAST = "coalesce(o, 1e300)"
"""The order without asking where what is missing goes, which engines answer differently."""


def _keys(how: Ordering) -> str:
    last = "p" if how.named else "r"
    return f"t, {_LAST if how.named else 'o NULLS LAST'}, {last}" if how.order else f"t, {last}"


def _window(how: Ordering, unit: str) -> str:
    return f"WINDOW w AS (PARTITION BY {unit} ORDER BY {_keys(how)})"


def _visits(how: Ordering) -> list[str]:
    """Visits are named by the row of their first event, which is no other's, where there are rows."""
    window = _window(how, "c")
    within = f"PARTITION BY c ORDER BY {_keys(how)} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW"
    begins = f"CASE WHEN t - lag(t) OVER w > {int(how.gap or 0)} THEN 1 ELSE 0 END"
    return [
        f"begun AS (SELECT *, {begins} AS b FROM {how.events} AS events {window})",
        f"counted AS (SELECT *, sum(b) OVER ({within}) AS v FROM begun)",
        f"visits AS (SELECT *, {how.visit} AS u FROM counted)",
    ]


def _placed(how: Ordering, unit: str) -> str:
    """Each event with its place and what follows it; what follows is looked for once."""
    columns = [
        "c AS u, c" if unit == "c" else "u, c",
        "t, p, row_number() OVER w AS k, lead(p) OVER w AS np, lead(t) OVER w AS nt",
    ]
    if how.order:
        columns.append("o, lead(o) OVER w AS following")
    if how.days:
        columns.append("d, lead(d) OVER w AS nd")
    if how.sides:
        columns.append("m, g")
    if how.within:
        columns.append("h")
    return ", ".join(columns)


def _ties(how: Ordering) -> str:
    equal = "nt = t AND coalesce(o, -1e300) = coalesce(following, -1e300)" if how.order else "nt = t"
    day = f"{equal} AND d = 1 AND nd = 1{' AND o IS NULL' if how.order else ''}" if how.days else "1 = 0"
    flags = {"same": "nt = t", "tied": f"{equal} AND np <> p", "daily": day}
    return ", ".join(
        f"CAST(CASE WHEN {condition} THEN 1 ELSE 0 END AS SMALLINT) AS {name}"
        for name, condition in flags.items()
    )
