"""What a column holds: its different cells, and how often each comes."""

from __future__ import annotations

from collections.abc import Sequence

from cx.engine.files import quoted
from cx.engine.queries.measures import Measure, Wanted, only


def counts_of(table: str, column: str, most: int) -> str:
    """Return the query of a column's different cells with their numbers, one more than ``most`` at most.

    Where it gives more than ``most``, the column has more different cells than are looked at.
    """
    name = quoted(column)
    return (
        f"SELECT CAST({name} AS VARCHAR) AS cell, count(*) AS n FROM {quoted(table)}"
        f" GROUP BY {name} ORDER BY n DESC, cell LIMIT {most + 1}"
    )


def unfit_of(table: str, measures: Sequence[Measure], wanted: Wanted = ()) -> str:
    """Return the query of how many rows there are, and how many cells of each measure fit no number.

    Parameters
    ----------
    wanted
        Columns with the values of which each row has to have one.
    """
    cells = ", ".join(["count(*) AS n", *(f"{one.unfit} AS u{place}" for place, one in enumerate(measures))])
    return f"SELECT {cells} FROM {quoted(table)}{only(wanted)}"
