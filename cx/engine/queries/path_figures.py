"""What is asked of ``steps``: sums alone come back, never a row of a single case.

:mod:`cx.engine.queries.paths` says what its columns are. Times are in microseconds.
"""

from __future__ import annotations

from collections.abc import Sequence

_MIDDLE = "percentile_cont(0.5) WITHIN GROUP (ORDER BY"
_WIDTH = 7
"""Digits of a touchpoint's number in a path."""
_ALL, _EACH, _FAR = 200, 20, 20
"""Up to so many times all are handed on; of more, those around the middle."""


def totals() -> str:
    """Return the query of the counts of everything: paths, events and neighbours of equal time."""
    return (
        "SELECT count(*) AS events, sum(CASE WHEN k = 1 THEN 1 ELSE 0 END) AS cases, sum(same) AS same,"
        " sum(tied) AS tied, sum(daily) AS daily FROM steps"
    )


def touchpoints() -> str:
    """Return the query of each touchpoint's events, starts, ends and typical place."""
    return (
        "SELECT p, count(*) AS events, sum(CASE WHEN k = 1 THEN 1 ELSE 0 END) AS starts,"
        f" sum(CASE WHEN np IS NULL THEN 1 ELSE 0 END) AS ends, {_MIDDLE} k) AS middle"
        " FROM steps GROUP BY p ORDER BY p"
    )


def cases(*, sides: bool = False) -> str:
    """Return the query of how many paths have each touchpoint, once and twice or more."""
    keys = "s, p" if sides else "p"
    return (
        f"SELECT {keys}, count(*) AS cases, sum(CASE WHEN n > 1 THEN 1 ELSE 0 END) AS again"
        f" FROM (SELECT {keys}, u, count(*) AS n FROM steps GROUP BY {keys}, u) AS met"
        f" GROUP BY {keys} ORDER BY {keys}"
    )


def edges(least: int = 1) -> str:
    """Return the query of each step from one touchpoint to the next, with its times.

    Steps of fewer paths than ``least`` are one row without touchpoints and times: their events, and how many
    steps they are.
    """
    each = (
        "SELECT p, np, count(*) AS events, count(DISTINCT u) AS cases,"
        f" {_MIDDLE} nt - t) AS middle, percentile_cont(0.9) WITHIN GROUP (ORDER BY nt - t) AS late"
        " FROM steps WHERE np IS NOT NULL GROUP BY p, np"
    )
    if least <= 1:
        return f"{each} ORDER BY p, np"
    return (
        f"WITH told AS ({each}) SELECT * FROM told WHERE cases >= {int(least)} UNION ALL SELECT"
        " NULL AS p, NULL AS np, sum(events) AS events, count(*) AS cases, NULL AS middle, NULL AS late"
        f" FROM told WHERE cases < {int(least)}"
    )


def lengths() -> str:
    """Return the query of how long paths are, in events and in time, and how many have a repeat."""
    return (
        "SELECT min(n) AS shortest, max(n) AS longest, sum(n) AS events, count(*) AS cases,"
        f" {_MIDDLE} d) AS middle, sum(d) AS whole, sum(CASE WHEN n > different THEN 1 ELSE 0 END) AS again"
        " FROM (SELECT u, count(*) AS n, max(t) - min(t) AS d, count(DISTINCT p) AS different"
        " FROM steps GROUP BY u) AS paths"
    )


def variants(fingerprint: str, top: int | None, least: int) -> str:
    """Return the query of the different paths, most cases first and then by their text.

    ``names`` has what each touchpoint ``p`` stands for in a path that sorts as its text does: ``inside``
    where others follow, ``final`` where it is the last.

    Parameters
    ----------
    fingerprint
        What tells paths apart: an aggregate of ``k`` and ``p``, as the engine has it.
    top
        How many are listed; ``None``: all.
    least
        Those of fewer paths are not.
    """
    places = "" if top is None else f" AND place <= {int(top)}"
    limit = "" if top is None else f" LIMIT {int(top)}"
    return (
        f"WITH marked AS (SELECT u, count(*) AS n, {fingerprint} FROM steps GROUP BY u),"
        " kinds AS (SELECT n, h1, h2, count(*) AS cases, min(u) AS example FROM marked GROUP BY n, h1, h2),"
        " ranked AS (SELECT *, rank() OVER (ORDER BY cases DESC) AS place FROM kinds),"
        f" listed AS (SELECT example, cases FROM ranked WHERE cases >= {int(least)}{places}),"
        " told AS (SELECT min(listed.cases) AS cases,"
        " string_agg(lpad(CAST(CASE WHEN np IS NULL THEN final ELSE inside END AS VARCHAR),"
        f" {_WIDTH}, '0'), ',' ORDER BY k) AS path FROM listed JOIN steps ON steps.u = listed.example"
        " JOIN names ON names.p = steps.p GROUP BY steps.u)"
        f" SELECT cases, path FROM told ORDER BY cases DESC, path{limit}"
    )


def variant_counts(fingerprint: str, least: int) -> str:
    """Return the query of how many different paths there are, and of how many fewer cases stand behind."""
    few = f"cases < {int(least)}"
    return (
        f"WITH marked AS (SELECT u, count(*) AS n, {fingerprint} FROM steps GROUP BY u),"
        " kinds AS (SELECT n, h1, h2, count(*) AS cases FROM marked GROUP BY n, h1, h2)"
        f" SELECT count(*) AS variants, sum(CASE WHEN {few} THEN 1 ELSE 0 END) AS folded,"
        f" sum(CASE WHEN {few} THEN cases ELSE 0 END) AS cases FROM kinds"
    )


def positions(most: int) -> str:
    """Return the query of how many paths have each touchpoint at each of the first places."""
    return f"SELECT k, p, count(*) AS cases FROM steps WHERE k <= {int(most)} GROUP BY k, p ORDER BY k, p"


def cases_with(touchpoint: int) -> str:
    """Return the query of how many paths have a touchpoint."""
    return f"SELECT count(DISTINCT u) AS cases FROM steps WHERE p = {int(touchpoint)}"


def around(anchor: int, reach: int) -> str:
    """Return the query of what stands around the first occurrence of a touchpoint."""
    return (
        f"WITH first AS (SELECT u AS fu, min(k) AS f FROM steps WHERE p = {int(anchor)} GROUP BY u)"
        " SELECT k - f AS away, p, count(*) AS cases FROM steps JOIN first ON fu = u"
        f" WHERE k - f BETWEEN {-int(reach)} AND {int(reach)} GROUP BY k - f, p ORDER BY away, p"
    )


def funnel(touchpoints: Sequence[int]) -> str:
    """Return the query of how many paths come to each step, each strictly behind the one before."""
    first, *rest = touchpoints
    parts = [f"f0 AS (SELECT u, min(k) AS f FROM steps WHERE p = {int(first)} GROUP BY u)"]
    for at, touchpoint in enumerate(rest, start=1):
        parts.append(
            f"f{at} AS (SELECT steps.u AS u, min(k) AS f FROM steps JOIN f{at - 1} AS before"
            f" ON before.u = steps.u AND k > before.f WHERE p = {int(touchpoint)} GROUP BY steps.u)"
        )
    counts = " UNION ALL ".join(
        f"SELECT {at} AS step, count(*) AS cases FROM f{at}" for at in range(len(parts))
    )
    return f"WITH {', '.join(parts)} SELECT step, cases FROM ({counts}) AS counted ORDER BY step"


def sided_edges() -> str:
    """Return the query of how many paths of each period take each step."""
    return (
        "SELECT s, p, np, count(DISTINCT u) AS cases FROM steps WHERE np IS NOT NULL"
        " GROUP BY s, p, np ORDER BY s, p, np"
    )


def sided_totals() -> str:
    """Return the query of how many paths each period has, and how many of them have a repeat."""
    return (
        "SELECT s, count(*) AS cases, sum(CASE WHEN n > different THEN 1 ELSE 0 END) AS again"
        " FROM (SELECT s, u, count(*) AS n, count(DISTINCT p) AS different FROM steps GROUP BY s, u) AS paths"
        " GROUP BY s ORDER BY s"
    )


def sided_times(least: int = 1) -> str:
    """Return the query of the times of each step, and of whole paths (-1 to -1), by their rank.

    Where there are many, those are handed on that the median of a redrawn sample can be; where there are
    fewer than ``least``, none.
    """
    root = "sqrt(CAST(n AS DOUBLE PRECISION))"
    step = f"CAST(floor({root} / {_EACH}) + 1 AS BIGINT)"
    near = f"abs(2 * i - n - 1) <= {_FAR} * {root} AND i % {step} = 0"
    return (
        f"WITH timed AS ({_timed()}), ranked AS (SELECT s, p, np, d,"
        " row_number() OVER (PARTITION BY s, p, np ORDER BY d) AS i,"
        " count(*) OVER (PARTITION BY s, p, np) AS n FROM timed)"
        f" SELECT s, p, np, n, i, d FROM ranked WHERE n >= {int(least)}"
        f" AND (n <= {_ALL} OR i = 1 OR i = n OR ({near}))"
        " ORDER BY s, p, np, i"
    )


def sided_spread() -> str:
    """Return the query of how times go together within a path, around the median: what redrawing paths needs.

    ``n`` of a path's times lie at a step, ``b`` of them at the median or below.
    """
    return (
        f"WITH timed AS ({_timed()}), middles AS (SELECT s, p, np, {_MIDDLE} d) AS middle FROM timed"
        " GROUP BY s, p, np), counted AS (SELECT timed.s AS s, timed.p AS p, timed.np AS np, u,"
        " count(*) AS n,"
        " sum(CASE WHEN d <= middle THEN 1 ELSE 0 END) AS b FROM timed JOIN middles ON timed.s = middles.s"
        " AND timed.p = middles.p AND timed.np = middles.np GROUP BY timed.s, timed.p, timed.np, u)"
        " SELECT s, p, np, count(*) AS cases, sum(n) AS n, sum(b) AS b, sum(n * n) AS nn, sum(n * b) AS nb,"
        " sum(b * b) AS bb FROM counted GROUP BY s, p, np ORDER BY s, p, np"
    )


def sided_middles() -> str:
    """Return the query of the median time of each step, and of whole paths, in each period."""
    return (
        f"WITH timed AS ({_timed()}) SELECT s, p, np, {_MIDDLE} d) AS middle FROM timed"
        " GROUP BY s, p, np ORDER BY s, p, np"
    )


def _timed() -> str:
    return (
        "SELECT s, u, p, np, nt - t AS d FROM steps WHERE np IS NOT NULL"
        " UNION ALL SELECT s, u, -1 AS p, -1 AS np, max(t) - min(t) AS d FROM steps GROUP BY s, u"
    )


def months(events: str, least: int) -> str:
    """Return the query of the months in which at least so many cases have an event, in their order."""
    return (
        f"SELECT m FROM {events} AS events WHERE m IS NOT NULL GROUP BY m"
        f" HAVING count(DISTINCT c) >= {int(least)} ORDER BY m"
    )
