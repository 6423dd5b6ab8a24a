"""The tables of a question: a view on each file, with its own names and every cell as the file has it."""

from __future__ import annotations

from typing import Any

from .quoting import listed, literal, quoted

_LONGEST_LINE = 4_000_000


def statements(table: dict[str, Any], *, parallel: bool) -> list[str]:
    """Return the statements that make a view on a table's files, by its name."""
    name = quoted(table["name"])
    if table["kind"] == "duckdb":
        inside = quoted(f"{table['name']} file")
        place = ".".join(map(quoted, table["columns"]))
        return [
            f"ATTACH {literal(table['paths'][0])} AS {inside} (READ_ONLY)",
            f"CREATE TEMP VIEW {name} AS SELECT * FROM {inside}.{place}",
        ]
    cells = _delimited(table, parallel=parallel) if table["kind"] == "delimited" else _parquet(table)
    return [f"CREATE TEMP VIEW {name} AS {cells}"]


def _parquet(table: dict[str, Any]) -> str:
    return f"SELECT * FROM read_parquet({listed(table['paths'])})"


def _delimited(table: dict[str, Any], *, parallel: bool) -> str:
    """Every cell is text: what does not fit a type is counted by a query, and stops nothing."""
    names = table["columns"]
    columns = ", ".join(f"{literal(f'c{place}')}: 'VARCHAR'" for place in range(len(names)))
    quote = literal(table["quote"])
    cells = ", ".join(f"c{place} AS {quoted(name)}" for place, name in enumerate(names))
    return (
        f"SELECT {cells} FROM read_csv({listed(table['paths'])}, auto_detect = false, header = false,"
        f" skip = {int(table['skip'])}, delim = {literal(table['delimiter'])}, quote = {quote},"
        f" escape = {quote}, encoding = {literal(table['encoding'])}, null_padding = true,"
        f" parallel = {str(parallel).lower()}, strict_mode = false, max_line_size = {_LONGEST_LINE},"
        f" columns = {{{columns}}})"
    )
