"""A log as the queries about paths are put to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cx.engine.addresses import Address
from cx.engine.held_table import Held
from cx.engine.queries import Dialect
from cx.engine.sources import Source
from cx.records.journeys import LogFacts


@dataclass(frozen=True)
class Log:
    """Where the events lie, and what is made of them before they are asked about.

    ``events`` and ``outcomes`` are among the tables, or made of them, with the columns that
    :mod:`cx.engine.queries.paths` names.
    """

    facts: LogFacts
    tables: Mapping[str, Source | Held | Address]
    made: Mapping[str, str] = field(default_factory=dict)
    """Name to a SELECT that is kept in memory."""
    events: str = "events"
    """What steps are made of: a table's name, or a SELECT in brackets that is read once."""
    dialect: Dialect = "duckdb"
    """Of the engine that answers."""
    named: bool = False
    """Whether names of touchpoints tell the order where nothing else does, as in a database."""
