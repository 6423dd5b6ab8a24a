"""Tables larger than memory: a small set of queries, run by DuckDB in a process of its own.

Queries are written once, in DuckDB's dialect. :func:`asked` runs them on files; what comes back are plain
columns of sums, never a row of one person.
"""

from cx.engine.addresses import Address, address_in
from cx.engine.allowances import Costs, costs_set
from cx.engine.asking import asked, dialect_of, kinds_of
from cx.engine.columns import Cell, Columns
from cx.engine.file_marks import Mark, check_marks, marks_of, readable, size_in_all
from cx.engine.files import literal, quoted
from cx.engine.folders import LISTED, FileThere, Folder, files_of, folder_at
from cx.engine.held_table import Held
from cx.engine.logs import Log
from cx.engine.named_databases import NAMES_DATABASES, check_named, databases_named
from cx.engine.queries import (
    LACKING_ROWS,
    Kind,
    Measure,
    Telling,
    Wanted,
    ends_in,
    ends_of_outcome,
    straight_rows,
    whole_marks,
    whole_rows,
)
from cx.engine.sources import Source
from cx.engine.sums import GroupSums, group_sums
from cx.engine.typed_paths import is_file, is_folder

__all__ = [
    "LACKING_ROWS",
    "LISTED",
    "NAMES_DATABASES",
    "Address",
    "Cell",
    "Columns",
    "Costs",
    "FileThere",
    "Folder",
    "GroupSums",
    "Held",
    "Kind",
    "Log",
    "Mark",
    "Measure",
    "Source",
    "Telling",
    "Wanted",
    "address_in",
    "asked",
    "check_marks",
    "check_named",
    "costs_set",
    "databases_named",
    "dialect_of",
    "ends_in",
    "ends_of_outcome",
    "files_of",
    "folder_at",
    "group_sums",
    "is_file",
    "is_folder",
    "kinds_of",
    "literal",
    "marks_of",
    "quoted",
    "readable",
    "size_in_all",
    "straight_rows",
    "whole_marks",
    "whole_rows",
]
