"""One question: tables, what is made of them first, and the queries that are answered."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from cx.engine import files, warehouse
from cx.engine.addresses import Address
from cx.engine.allowances import Costs, costs_set
from cx.engine.columns import Columns
from cx.engine.file_marks import Mark, check_marks, marks_of
from cx.engine.files import message
from cx.engine.held_table import Held
from cx.engine.queries import Dialect, Kind
from cx.engine.sources import Source
from cx.errors import ArgumentError, FileError, LimitExceeded, UnreadableFile
from cx.process import MEGABYTE, Beat, Turns, child

_FOLDER = Path(files.__file__).parent
_LIMITS = ("limit_time", "engine_cells")


def asked(
    tables: Mapping[str, Source | Held | Address],
    queries: Sequence[str],
    *,
    made: Mapping[str, str] | None = None,
    name: str = "",
    costs: Costs | None = None,
    turns: Turns | None = None,
    beat: Beat | None = None,
) -> tuple[Columns, ...]:
    """Return what each query answers, from one process that opened the files for them.

    The process has limits on memory and time, reaches those files and nothing else, writes nothing, loads no
    extension, and runs SELECT only. It reads a file anew for each query that names its table; what is
    ``made`` is read once and kept in its memory.

    Parameters
    ----------
    tables
        Name in the queries to where the table lies, or to one that this program holds itself. In delimited
        files every cell is text, a blank one NULL. With a table of a database elsewhere, all are of it.
    queries
        SQL in DuckDB's dialect, one SELECT each; names and texts in it by :func:`cx.engine.quoted` and
        :func:`cx.engine.literal`.
    made
        Name to a SELECT that becomes a table in memory first, one after another: later ones, and the
        queries, may use it. In a warehouse each is a ``WITH ... AS`` of its own.
    name
        What the question is about, for messages; empty: the first file's name.
    costs
        What it may cost; ``None``: as the environment sets it, else the defaults.
    turns, beat
        As :func:`cx.process.child.said_by` takes them; what ``beat`` raises ends the process.

    Raises
    ------
    LimitExceeded
        When memory, time or the cells of an answer run out.
    UnreadableFile
        When a file cannot be read as its source says, was written meanwhile, or the process ends without an
        answer.
    ArgumentError
        When a query is no single SELECT, or a source's encoding cannot be read on this system.

    Examples
    --------
    >>> asked({}, ["SELECT 1 + 1 AS n, 'a' AS text"])[0].rows()
    [(2, 'a')]
    """
    costs = costs or costs_set()
    if any(isinstance(one, Address) and not one.is_file for one in tables.values()):
        there = {table: one for table, one in tables.items() if isinstance(one, Address | Held)}
        return warehouse.asked(there, queries, made=made or {}, costs=costs, beat=beat)
    here = {table: _here(one) for table, one in tables.items()}
    before = _marks(here.values())
    size = sum(one.size for one in before) + sum(one.bytes for one in here.values() if isinstance(one, Held))
    allowance = costs.allowance(size)
    told = name or next((Path(one.paths[0]).name for one in here.values() if isinstance(one, Source)), "")
    head = {
        "memory_bytes": allowance.memory_bytes,
        "threads": costs.threads_used,
        "cells": costs.cells,
        "tables": [source.asked(table) for table, source in here.items()],
        "made": list((made or {}).items()),
        "queries": list(queries),
    }
    held = [blob for one in here.values() if isinstance(one, Held) for blob in one.blobs()]
    request = b"".join(message.packed(head, held))
    said = child.said_by(_command(), request, name=told, allowance=allowance, turns=turns, beat=beat)
    found = _told(said, told)
    check_marks(before)
    return found


def _marks(tables: Iterable[Source | Held]) -> tuple[Mark, ...]:
    """What the files look like, which is what they looked like when they were chosen."""
    found: list[Mark] = []
    for one in tables:
        if isinstance(one, Source):
            check_marks(one.marks)
            found += one.marks or marks_of(one.paths)
    return tuple(found)


def dialect_of(address: Address) -> Dialect:
    """Return how the engine that answers for an address writes its queries.

    Raises
    ------
    ArgumentError
        When it is a database for which our queries were never put into its words.
    """
    found = _DIALECTS.get(address.scheme)
    if found is None:
        raise ArgumentError("warehouse_unknown", scheme=address.scheme, known=", ".join(sorted(_DIALECTS)))
    return found


def kinds_of(address: Address, costs: Costs | None = None, *, beat: Beat | None = None) -> Mapping[str, Kind]:
    """Return each column of a table in a database with the kind of its cells.

    Raises
    ------
    ArgumentError
        When what is needed to ask is not installed.
    UnreadableFile
        When the database does not answer, is a file that is not there, or has no such table.
    """
    if not address.is_file:
        return warehouse.kinds_of(address, costs or costs_set(), beat)
    query = "SELECT column_name, column_type FROM (DESCRIBE t)"
    (found,) = asked({"t": address}, [query], name=address.shown, costs=costs, beat=beat)
    return {str(name): _kind(str(kind)) for name, kind in found.rows()}


def _kind(name: str) -> Kind:
    """The kind of a type as DuckDB calls it."""
    whole = (
        "TINYINT",
        "SMALLINT",
        "INTEGER",
        "BIGINT",
        "HUGEINT",
        "UTINYINT",
        "USMALLINT",
        "UINTEGER",
        "UBIGINT",
    )
    known: dict[str, Kind] = {
        "VARCHAR": "text",
        "DATE": "day",
        "BOOLEAN": "flag",
        "DOUBLE": "amount",
        "FLOAT": "amount",
        **dict.fromkeys(whole, "whole"),
    }
    if name.startswith("TIMESTAMP"):
        return "instant" if name.endswith("ZONE") else "moment"
    return "amount" if name.startswith("DECIMAL") else known.get(name, "other")


_DIALECTS: Mapping[str, Dialect] = {
    "duckdb": "duckdb",
    "postgresql": "postgres",
    "pyspark": "pyspark",
    "snowflake": "snowflake",
    "bigquery": "bigquery",
}
"""The scheme of an address to how its engine writes queries."""


def _here(table: Source | Held | Address) -> Source | Held:
    """A database that is a file of this machine, as any file."""
    return Source((table.place,), "duckdb", table.table) if isinstance(table, Address) else table


def _told(said: bytearray, name: str) -> tuple[Columns, ...]:
    try:
        head, content = message.unpacked(said)
        if "refused" in head:
            raise _refusal(str(head["refused"]), name, head["values"])
        return tuple(_answers(head["answers"], content))
    except (ValueError, KeyError, TypeError, StopIteration) as error:
        raise UnreadableFile("engine_stopped", file=name) from error


def _answers(every: Sequence[Mapping[str, Any]], content: memoryview) -> list[Columns]:
    sizes = [int(size) for one in every for column in one["columns"] for size in column["sizes"]]
    blobs = message.cut(content, sizes)
    return [
        Columns(
            tuple(str(name) for name in one["names"]),
            tuple(message.cells_of(column, blobs) for column in one["columns"]),
        )
        for one in every
    ]


def _refusal(key: str, name: str, values: Mapping[str, object]) -> FileError | ArgumentError:
    if key in ("engine_no_select", "engine_encoding"):
        return ArgumentError(key, **values)
    if key == "limit_memory":
        return LimitExceeded("engine_memory", file=name, limit=costs_set().memory_bytes // MEGABYTE)
    return (LimitExceeded if key in _LIMITS else UnreadableFile)(key, **{**values, "file": name})


@cache
def _command() -> list[str]:
    """The interpreter without site packages: only DuckDB's folder is on its path, and it loads no other."""
    spec = find_spec("duckdb")
    if spec is None or spec.origin is None:
        raise ArgumentError("engine_missing")
    return [sys.executable, "-I", "-S", str(_FOLDER / "__main__.py"), str(Path(spec.origin).parents[1])]
