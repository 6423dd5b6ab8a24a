"""One question to a database: its answers, as those of the engine for files."""

from __future__ import annotations

import datetime as dt
import decimal
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cx.engine.addresses import Address
from cx.engine.allowances import Costs
from cx.engine.columns import Cell, Columns
from cx.engine.held_table import Held
from cx.engine.warehouse.connection import POSTGRES, SPARK, Connection, cancelled, opened
from cx.engine.warehouse.faults import said
from cx.engine.warehouse.statements import Question, names_in
from cx.engine.warehouse.waiting import awaited
from cx.errors import CxError, LimitExceeded
from cx.process import Beat

Raw = Any
"""A cell as a driver gives it."""
_PIECE = 20_000


def asked(
    tables: Mapping[str, Address | Held],
    queries: Sequence[str],
    *,
    made: Mapping[str, str],
    costs: Costs,
    beat: Beat | None = None,
) -> tuple[Columns, ...]:
    """Return what each query answers, all from one moment where the database can.

    Parameters
    ----------
    tables
        Name in the queries to a table; all addresses are of one database.
    queries, made
        As :func:`cx.engine.asked` takes them.
    costs
        Time for each query, and cells of each answer.
    beat
        Called several times a second; what it raises ends the query in the database.

    Raises
    ------
    LimitExceeded
        When the time or the cells run out.
    UnreadableFile
        When the database does not answer, lacks the table, or does not let us.
    """
    address = next(one for one in tables.values() if isinstance(one, Address))
    with opened(address, costs.warehouse_seconds * max(1, len(queries)), beat) as connection:
        question = Question(tables, made, str(connection.dialect.__name__).lower())
        one = _Asked(connection, address, costs.cells, beat)
        if connection.name == POSTGRES and len(queries) > 1 and made:
            return _apart(one(question.together(queries)), queries)
        return tuple(one(question.statement(query)) for query in queries)


def _apart(lines: Columns, queries: Sequence[str]) -> tuple[Columns, ...]:
    """The answers of several queries that came as lines of JSON."""
    rows: list[list[Mapping[str, Cell]]] = [[] for _ in queries]
    for at, line in lines.rows():
        rows[int(at or 0)].append(json.loads(str(line)))
    found = []
    for query, own in zip(queries, rows, strict=True):
        names = list(own[0]) if own else names_in(query)
        found.append(Columns(tuple(names), tuple([row[name] for row in own] for name in names)))
    return tuple(found)


@dataclass(frozen=True)
class _Asked:
    """A connection, and what its answers may cost."""

    connection: Connection
    address: Address
    cells: int
    beat: Beat | None

    def __call__(self, text: str) -> Columns:
        """Return the answer to one statement."""
        return awaited(
            lambda: _answer(self.connection, text, self.address, self.cells),
            self.beat,
            lambda: cancelled(self.connection),
        )


def _answer(connection: Connection, text: str, address: Address, most: int) -> Columns:
    try:
        names, pieces = _fetched(connection, text)
        columns: list[list[Cell]] = [[] for _ in names]
        for rows in pieces:
            _check(len(columns) * (len(columns[0]) + len(rows)), most, address)
            for cells, more in zip(columns, zip(*rows, strict=True), strict=True):
                cells.extend(map(_plain, more))
    except CxError:
        raise
    except Exception as error:
        raise said(error, address) from error
    return Columns(tuple(names), tuple(columns))


def _check(cells: int, most: int, address: Address) -> None:
    if cells > most:
        raise LimitExceeded("engine_cells", file=address.shown, limit=most)


def _fetched(connection: Connection, text: str) -> tuple[list[str], Iterator[Sequence[Sequence[Raw]]]]:
    """The names and the rows, some at a time."""
    if connection.name == POSTGRES:
        cursor = connection.con.cursor()
        cursor.execute(text.encode())  # bytes: a per cent sign in a name is no place for a value
        return [str(about.name) for about in cursor.description], _pieces(cursor)
    if (
        connection.name == SPARK
    ):  # asked as it is written: read once more, its exact quantiles become approximate
        frame = connection.raw_sql(text)
        return list(frame.columns), iter([frame.collect()])
    table = connection.sql(text, dialect=connection.dialect).to_pyarrow()
    columns = [column.to_pylist() for column in table.columns]
    return list(table.column_names), iter([list(zip(*columns, strict=True))] if table.num_rows else [])


def _pieces(cursor: Raw) -> Iterator[Sequence[Sequence[Raw]]]:
    while rows := cursor.fetchmany(_PIECE):
        yield rows


def _plain(cell: Raw) -> Cell:
    """Numbers and texts as they are; decimals without places are whole numbers, moments are ISO text."""
    if cell is None or isinstance(cell, (int, float, str)):
        return cell
    if isinstance(cell, decimal.Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return cell.isoformat() if isinstance(cell, (dt.date, dt.time)) else str(cell)
