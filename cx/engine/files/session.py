"""A closed DuckDB: it reaches the files of the question and nothing else, and runs SELECT only."""

from __future__ import annotations

import datetime as dt
import decimal
from collections.abc import Iterator, Sequence
from typing import Any

import duckdb

from . import held_tables, tables
from .message import Cell
from .quoting import listed, quoted

_PIECE = 20_000
_ONE_THREAD = "parallel=false"


class Refused(Exception):
    """A question that is not answered, with the message key and its values for the parent to say."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def answers(head: dict[str, Any]) -> list[tuple[list[str], list[list[Cell]]]]:
    """Return the names and the columns of each query's answer.

    Raises
    ------
    Refused
        When a query is no single SELECT, a file cannot be read as said, or memory or cells run out.
    """
    try:
        try:
            return list(_answered(head, parallel=True))
        except duckdb.Error as error:
            # Short rows together with line breaks inside quotes are read by one thread or not at all.
            if _ONE_THREAD not in str(error):
                raise
            return list(_answered(head, parallel=False))
    except duckdb.OutOfMemoryException as error:
        raise Refused("limit_memory") from error
    except duckdb.PermissionException as error:
        raise Refused("engine_closed") from error
    except (duckdb.InvalidInputException, duckdb.ConversionException) as error:
        raise Refused("engine_unfit", reason=_first_line(error)) from error
    except duckdb.IOException as error:
        raise Refused("engine_away", reason=_first_line(error)) from error
    except duckdb.Error as error:
        raise Refused("engine_failed", reason=f"{type(error).__name__}: {_first_line(error)}") from error


def _answered(head: dict[str, Any], *, parallel: bool) -> Iterator[tuple[list[str], list[list[Cell]]]]:
    connection = opened(head, parallel=parallel)
    for name, query in head["made"]:
        connection.execute(f"CREATE TEMP TABLE {quoted(name)} AS {_select(query)}")
    for query in head["queries"]:
        yield _answer(connection, query, int(head["cells"]))


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n", 1)[0][:200]


def opened(head: dict[str, Any], *, parallel: bool = True) -> duckdb.DuckDBPyConnection:
    """Return a connection with the question's tables, closed to everything else."""
    connection = duckdb.connect(
        config={
            "threads": int(head["threads"]),
            "memory_limit": f"{int(head['memory_bytes']) * 3 // 4 // 1_000_000}MB",
            "temp_directory": "",
            "max_temp_directory_size": "0KB",
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "allow_community_extensions": False,
            "python_enable_replacements": False,
        }
    )
    files = [path for table in head["tables"] for path in table["paths"]]
    files += [
        f"{path}.wal" for table in head["tables"] if table["kind"] == "duckdb" for path in table["paths"]
    ]
    connection.execute("SET enable_progress_bar = false")
    connection.execute(f"SET allowed_paths = {listed(files)}")
    connection.execute("SET enable_external_access = false")
    for table in head["tables"]:
        if table["kind"] == "held":
            held_tables.register(connection, table)
            continue
        for statement in tables.statements(table, parallel=parallel):
            _make(connection, table, statement)
    connection.execute("SET lock_configuration = true")
    return connection


def _make(connection: duckdb.DuckDBPyConnection, table: dict[str, Any], statement: str) -> None:
    """Run one of our own statements; a database that lacks the table is no other fault."""
    try:
        connection.execute(statement)
    except duckdb.CatalogException as error:
        if table["kind"] != "duckdb":
            raise
        raise Refused("warehouse_table") from error


def _select(query: str) -> str:
    """The query, where it is one SELECT: COPY, ATTACH, SET, PRAGMA, CALL and the like are none."""
    try:
        statements = duckdb.extract_statements(query)
    except duckdb.ParserException as error:
        raise Refused("engine_no_select", reason=_first_line(error)) from error
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise Refused("engine_no_select", reason=query.strip()[:40])
    return query


def _answer(
    connection: duckdb.DuckDBPyConnection, query: str, most: int
) -> tuple[list[str], list[list[Cell]]]:
    cursor = connection.execute(_select(query))
    names = [str(about[0]) for about in cursor.description]
    columns: list[list[Cell]] = [[] for _ in names]
    while rows := cursor.fetchmany(_PIECE):
        if len(columns) * (len(columns[0]) + len(rows)) > most:
            raise Refused("engine_cells", limit=most)
        for cells, more in zip(columns, zip(*rows, strict=True), strict=True):
            cells.extend(_plain(more))
    return names, columns


def _plain(cells: Sequence[Any]) -> Sequence[Cell]:
    """Numbers and texts as they are; decimals without places are whole numbers, moments are ISO text."""
    if set(map(type, cells)) <= {int, float, str, bool, type(None)}:
        return cells
    return [_cell(cell) for cell in cells]


def _cell(cell: object) -> Cell:
    if cell is None or isinstance(cell, (int, float, str)):
        return cell
    if isinstance(cell, decimal.Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return cell.isoformat() if isinstance(cell, (dt.date, dt.time)) else str(cell)
