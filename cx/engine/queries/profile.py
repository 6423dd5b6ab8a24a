"""What a column holds: its different cells, and how often each comes."""

from __future__ import annotations

from cx.engine.files import quoted


def counts_of(table: str, column: str, most: int) -> str:
    """Return the query of a column's different cells with their numbers, one more than ``most`` at most.

    Where it gives more than ``most``, the column has more different cells than are looked at.
    """
    name = quoted(column)
    return (
        f"SELECT CAST({name} AS VARCHAR) AS cell, count(*) AS n FROM {quoted(table)}"
        f" GROUP BY {name} ORDER BY n DESC, cell LIMIT {most + 1}"
    )
