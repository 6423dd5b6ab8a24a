"""Queries in DuckDB's dialect, as another database is told them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cx.engine.addresses import Address
from cx.engine.files import literal, quoted
from cx.engine.held_table import Held
from cx.errors import ArgumentError

_PARTS = 1_000
_TEXTS = ("path", "name", "said", "cell")
"""Columns of our queries that hold texts and that we order by."""
Node = Any
"""A part of a query as sqlglot reads it."""


@dataclass(frozen=True)
class Question:
    """What queries are put to: tables, and what is made of them."""

    tables: Mapping[str, Address | Held]
    """Name in the queries to the table in the database, or to a small one of ours that is written out."""
    made: Mapping[str, str]
    """Name to a SELECT, one after another."""
    dialect: str
    """As sqlglot calls it."""

    def statement(self, query: str) -> str:
        """Return one SELECT in the database's dialect: tables and what is made of them stand before it.

        Raises
        ------
        ArgumentError
            When the query is no single SELECT.
        """
        whole = _parsed(query)
        own = whole.args.get(_key(whole))
        return self._with(whole, own.expressions if own else [])

    def together(self, queries: Sequence[str]) -> str:
        """Return one statement of PostgreSQL's for several queries: what is made is made once.

        Its rows have the number of the query and a line of its answer as JSON, in the answer's order: whole
        numbers stand there with all their digits, reals with as many as tell them apart.
        """
        named = [_named(f"answer {at}", _parsed(query)) for at, query in enumerate(queries)]
        lines = " UNION ALL ".join(
            f"SELECT {at} AS n, row_number() OVER () AS i, CAST(row_to_json(a) AS VARCHAR) AS line"
            f" FROM {quoted(f'answer {at}')} AS a"
            for at in range(len(queries))
        )
        return self._with(_parsed(f"SELECT n, line FROM ({lines}) AS lines ORDER BY n, i"), named)

    def _with(self, whole: Node, more: Sequence[Node]) -> str:
        import sqlglot.expressions as sql

        parts = [(name, _rows(table)) for name, table in self.tables.items()] + list(self.made.items())
        named = [_named(name, _parsed(text)) for name, text in parts]
        whole.set(_key(whole), sql.With(expressions=[*named, *more]))
        return str(_in_order(whole, self.dialect).sql(dialect=self.dialect))


def names_in(query: str) -> list[str]:
    """Return what the columns of a query's answer are called."""
    return [str(name) for name in _parsed(query).named_selects]


def _named(name: str, query: Node) -> Node:
    import sqlglot.expressions as sql

    return sql.CTE(this=query, alias=sql.TableAlias(this=sql.to_identifier(name, quoted=True)))


def _key(query: Node) -> str:
    """What sqlglot calls the part of a query that begins with WITH."""
    return next(str(name) for name in query.arg_types if name.startswith("with"))


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


def _parsed(text: str) -> Node:
    import sqlglot
    import sqlglot.expressions as sql

    try:
        found: Sequence[Node] = sqlglot.parse(text, read="duckdb")
    except sqlglot.errors.SqlglotError as error:
        raise ArgumentError("engine_no_select", reason=text.strip()[:40]) from error
    if len(found) != 1 or not isinstance(found[0], sql.Query):
        raise ArgumentError("engine_no_select", reason=text.strip()[:40])
    return found[0]


def _in_order(whole: Node, dialect: str) -> Node:
    """Texts are put in order by code point, whatever language the database speaks; medians are exact.

    BigQuery, Snowflake and Spark do the first by themselves. What we order by within windows and groups is
    never missing (:mod:`cx.engine.queries.paths`), so that where missing ones would go need not be said.
    """
    import sqlglot.expressions as sql

    for one in list(whole.find_all(sql.Ordered)):
        if dialect == "bigquery" and not one.args.get("desc"):
            one.args["nulls_first"] = True
        if dialect == "postgres" and one.this.name in _TEXTS:
            by_code = sql.to_identifier("C", quoted=True)
            one.set("this", sql.Collate(this=one.this.copy(), expression=by_code))
    told = {"bigquery": _approximate, "spark": _exact, "pyspark": _exact}.get(dialect)
    if told is None:
        return whole
    for one in list(whole.find_all(sql.WithinGroup)):
        if isinstance(one.this, sql.PercentileCont):
            one.replace(told(one))
    return whole


def _exact(quantile: Node) -> Node:
    """Spark's exact quantile, between neighbours as ours; sqlglot would take an approximate one."""
    import sqlglot.expressions as sql

    return sql.Anonymous(this="PERCENTILE", expressions=[_asked_of(quantile), quantile.this.this.copy()])


def _approximate(quantile: Node) -> Node:
    """A quantile among thousand parts: BigQuery has no exact one that is an aggregate."""
    import sqlglot.expressions as sql

    share = round(_PARTS * float(quantile.this.this.name))
    parts = sql.Anonymous(
        this="APPROX_QUANTILES", expressions=[_asked_of(quantile), sql.Literal.number(_PARTS)]
    )
    return sql.Bracket(this=parts, expressions=[sql.Literal.number(share)], offset=0, safe=False)


def _asked_of(quantile: Node) -> Node:
    """What a quantile is taken of."""
    return quantile.expression.expressions[0].this.copy()
