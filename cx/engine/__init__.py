"""Tables larger than memory: a small set of queries, run by DuckDB in a process of its own.

Queries are written once, in DuckDB's dialect. :func:`asked` runs them on files; what comes back are plain
columns of sums, never a row of one person.
"""

from cx.engine.addresses import Address, address_in
from cx.engine.allowances import Costs, costs_set
from cx.engine.asking import asked, dialect_of, kinds_of
from cx.engine.columns import Cell, Columns
from cx.engine.files import literal, quoted
from cx.engine.held import Held
from cx.engine.logs import Log
from cx.engine.queries import (
    LACKING_ROWS,
    Kind,
    Measure,
    Telling,
    ends_in,
    ends_of_outcome,
    straight_rows,
    whole_marks,
    whole_rows,
)
from cx.engine.sources import Source, files_at
from cx.engine.sums import GroupSums, group_sums

__all__ = [
    "LACKING_ROWS",
    "Address",
    "Cell",
    "Columns",
    "Costs",
    "GroupSums",
    "Held",
    "Kind",
    "Log",
    "Measure",
    "Source",
    "Telling",
    "address_in",
    "asked",
    "costs_set",
    "dialect_of",
    "ends_in",
    "ends_of_outcome",
    "files_at",
    "group_sums",
    "kinds_of",
    "literal",
    "quoted",
    "straight_rows",
    "whole_marks",
    "whole_rows",
]
