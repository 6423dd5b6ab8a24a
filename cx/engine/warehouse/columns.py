"""What kinds of cells the columns of a table in a database hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from cx.engine.addresses import Address
from cx.engine.allowances import Costs
from cx.engine.warehouse.connection import cancelled, opened
from cx.engine.warehouse.faults import said
from cx.engine.warehouse.waiting import awaited
from cx.process import Beat

Type = Any
"""A type as Ibis tells it."""
Kind = Literal["text", "whole", "amount", "moment", "instant", "day", "flag", "other"]
"""A moment is as a clock shows it, an instant one in the world."""


def kinds_of(address: Address, costs: Costs, beat: Beat | None = None) -> Mapping[str, Kind]:
    """Return each column of a table with its kind; what ``beat`` raises ends the waiting for it.

    Raises
    ------
    ArgumentError
        When what is needed to ask is not installed.
    UnreadableFile
        When the database does not answer, or has no such table.
    """
    *schema, name = address.table
    with opened(address, costs.warehouse_seconds, beat) as connection:
        try:
            found = awaited(
                lambda: connection.get_schema(name, database=schema[-1] if schema else None),
                beat,
                lambda: cancelled(connection),
            )
        except Exception as error:
            raise said(error, address) from error
    return {str(column): _kind(kind) for column, kind in found.items()}


def _kind(kind: Type) -> Kind:
    if kind.is_timestamp():
        return "moment" if kind.timezone is None else "instant"
    if kind.is_date():
        return "day"
    if kind.is_boolean():
        return "flag"
    if kind.is_integer():
        return "whole"
    if kind.is_numeric():
        return "amount"
    return "text" if kind.is_string() else "other"
