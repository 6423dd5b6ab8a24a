"""Queries in DuckDB's dialect, as another database is told them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cx.engine.addresses import Address
from cx.engine.files import literal, quoted
from cx.engine.held import Held
from cx.errors import ArgumentError


def statement(
    query: str,
    tables: Mapping[str, Address | Held],
    made: Mapping[str, str],
    dialect: str,
) -> str:
    """Return one SELECT in a database's dialect: tables and what is made of them stand before it.

    Parameters
    ----------
    query
        One SELECT in DuckDB's dialect.
    tables
        Name in the queries to the table in the database, or to a small one of ours that is written out.
    made
        Name to a SELECT, one after another.
    dialect
        As sqlglot calls it.

    Raises
    ------
    ArgumentError
        When the query is no single SELECT.
    """
    import sqlglot.expressions as sql

    parts = [(name, _rows(table)) for name, table in tables.items()] + list(made.items())
    whole = _parsed(query)
    named = [
        sql.CTE(this=_parsed(text), alias=sql.TableAlias(this=sql.to_identifier(name, quoted=True)))
        for name, text in parts
    ]
    key = next(name for name in whole.arg_types if name.startswith("with"))
    own = whole.args.get(key)
    whole.set(key, sql.With(expressions=[*named, *(own.expressions if own else [])]))
    return str(_in_order(whole, dialect).sql(dialect=dialect))


def _rows(table: Address | Held) -> str:
    if isinstance(table, Held):
        return _written(table)
    return f"SELECT * FROM {'.'.join(map(quoted, table.table))}"


def _written(table: Held) -> str:
    """A small table as it is written out."""
    names = ", ".join(map(quoted, table.columns))
    lines = list(zip(*(column.tolist() for column in table.columns.values()), strict=True))
    if not lines:
        nulls = ", ".join(f"CAST(NULL AS BIGINT) AS {quoted(name)}" for name in table.columns)
        return f"SELECT {nulls} WHERE 1 = 0"
    told = ", ".join(f"({', '.join(map(_cell, line))})" for line in lines)
    return f"SELECT * FROM (VALUES {told}) AS held({names})"


def _cell(value: float | str) -> str:
    if isinstance(value, str):
        return literal(value)
    return "NULL" if value != value else repr(value)  # noqa: PLR0124 - NaN


def _parsed(text: str) -> Any:
    import sqlglot
    import sqlglot.expressions as sql

    try:
        found: Sequence[Any] = sqlglot.parse(text, read="duckdb")
    except sqlglot.errors.SqlglotError as error:
        raise ArgumentError("engine_no_select", reason=text.strip()[:40]) from error
    if len(found) != 1 or not isinstance(found[0], sql.Query):
        raise ArgumentError("engine_no_select", reason=text.strip()[:40])
    return found[0]


def _in_order(whole: Any, dialect: str) -> Any:
    """Texts are put in order by code point, whatever language the database speaks.

    BigQuery and Snowflake do so by themselves. What we order by within windows and groups is never missing
    (:mod:`cx.engine.queries.paths`), so that where missing ones would go need not be said.
    """
    import sqlglot.expressions as sql

    for one in list(whole.find_all(sql.Ordered)):
        if dialect == "bigquery" and not one.args.get("desc"):
            one.set("nulls_first", True)
    return whole
