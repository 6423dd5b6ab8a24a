"""What came of paths: asked of ``steps`` and of ``outcomes``, which has a case ``c`` and its outcome ``y``.

Whatever a linear model of steps and touchpoints met needs is asked by the set of touchpoints that a path has:
the sums within each set are all that its coefficients and their errors are made of.
"""

from __future__ import annotations

_MET = "met AS (SELECT u, min(c) AS c, p FROM steps GROUP BY u, p)"


def _sets(fingerprint: str) -> str:
    return (
        f"{_MET}, sets AS (SELECT u, min(c) AS c, count(*) AS n, {fingerprint} FROM met GROUP BY u),"
        " known AS (SELECT sets.u AS u, n, h1, h2, y FROM sets JOIN outcomes ON outcomes.c = sets.c"
        " WHERE y IS NOT NULL)"
    )


def sets(fingerprint: str) -> str:
    """Return the query of the sets of touchpoints met: paths, sums of the outcome and of its square.

    Parameters
    ----------
    fingerprint
        What tells sets apart: an aggregate of ``p``, as the engine has it.
    """
    return (
        f"WITH {_sets(fingerprint)}, summed AS (SELECT n, h1, h2, count(*) AS cases, sum(y) AS y,"
        " sum(y * y) AS yy, min(u) AS example FROM known GROUP BY n, h1, h2)"
        " SELECT example, cases, y, yy, p FROM summed JOIN met ON met.u = example ORDER BY example, p"
    )


def sets_of_edges(fingerprint: str) -> str:
    """Return the query of the same for the paths that take each step; sets by their example."""
    return (
        f"WITH {_sets(fingerprint)}, named AS (SELECT n, h1, h2, min(u) AS example FROM known"
        " GROUP BY n, h1, h2), taken AS (SELECT DISTINCT u, p, np FROM steps WHERE np IS NOT NULL)"
        " SELECT taken.p AS p, taken.np AS np, example, count(*) AS cases, sum(y) AS y, sum(y * y) AS yy"
        " FROM taken JOIN known ON known.u = taken.u JOIN named ON named.n = known.n AND named.h1 = known.h1"
        " AND named.h2 = known.h2 GROUP BY taken.p, taken.np, example ORDER BY p, np, example"
    )


def last_of_those_who_left() -> str:
    """Return the query of the last touchpoints of cases whose outcome is 1."""
    return (
        "SELECT p, count(*) AS cases FROM steps JOIN outcomes ON outcomes.c = steps.c"
        " WHERE np IS NULL AND y = 1 GROUP BY p ORDER BY p"
    )
