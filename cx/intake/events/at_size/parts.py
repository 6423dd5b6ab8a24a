"""The files of a large log: what their columns are, and whether they are parts of one table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cx import engine
from cx.engine.queries import logs
from cx.errors import TableError
from cx.intake.events.at_size.glance import Glance, glance
from cx.intake.events.cell_profile import Seen
from cx.intake.events.joined_logs import EventChoices, check, key_of, said_of
from cx.intake.events.log import Log, LogChoices, log_of
from cx.intake.sheet import table_of
from cx.process import Beat
from cx.records.file import Role, Workbook


@dataclass(frozen=True)
class Files:
    """The files of a log, with what their columns are."""

    every: Sequence[Log]
    keys: Sequence[Seen]
    tables: Mapping[str, engine.Source]
    parts: Sequence[logs.Part]

    def holds(self, column: str) -> bool:
        """Return whether some file has a column."""
        return any(column in part.columns for part in self.parts)


def files_of(
    paths: Sequence[Path], choices: EventChoices, beat: Beat | None = None, *, one_table: bool = False
) -> Files:
    """Return what the columns of files are, by their first rows.

    Parameters
    ----------
    one_table
        Whether they are parts of one table: then what the columns of the first are holds for all.

    Raises
    ------
    cx.errors.CxError
        When one holds no log, or the files of one table do not have the same columns.
    """
    glances = [glance(path, beat) for path in paths]
    said = said_of([one.book.name for one in glances], choices)
    if one_table:
        check_columns_agree([one.book for one in glances], choices)
        known = _known(_log(glances[0], choices, said[0]), said[0])
        said = [{**known, **own} for own in said]
    found = [_log(one, choices, roles) for one, roles in zip(glances, said, strict=True)]
    check(found, choices)
    keys = [key_of(log, found) for log in found]
    pairs = [
        one.part(log, key.header, number, choices.within)
        for number, (one, log, key) in enumerate(zip(glances, found, keys, strict=True))
        if log.columns.is_log
    ]
    return Files(found, keys, {part.table: source for source, part in pairs}, [part for _, part in pairs])


def _log(one: Glance, choices: EventChoices, roles: Mapping[str, Role]) -> Log:
    return log_of(one.book, LogChoices(roles, choices.sheet, choices.header_rows, choices.hidden))


def _known(first: Log, said: Mapping[str, Role]) -> Mapping[str, Role]:
    """The roles of a file as if a person had said them; a case beside a customer makes no paths by that."""
    by_customer = "respondent" in first.roles.values()
    return {
        column: "ignore" if role == "case" and by_customer and column not in said else role
        for column, role in first.roles.items()
    }


def headers_of(book: Workbook, choices: EventChoices | None = None) -> tuple[str, ...]:
    """Return what the columns of a file's first table are called.

    Raises
    ------
    TableError
        When it has none.
    """
    choices = choices or EventChoices()
    for sheet in book.sheets:
        if choices.sheet in (None, sheet.name):
            table = table_of(sheet, choices.header_rows, hidden=choices.hidden)
            if table is not None:
                return tuple(table.headers)
    raise TableError("no_table_of_events", file=book.name)


def check_columns_agree(books: Sequence[Workbook], choices: EventChoices | None = None) -> None:
    """Refuse files that are no parts of one table: they have the same columns, in whatever order.

    Raises
    ------
    TableError
        When one has a column that the first does not have, or lacks one; the message names both.
    """
    first, *others = [(book.name, headers_of(book, choices)) for book in books]
    for file, names in others:
        lacking = [name for name in first[1] if name not in names]
        further = [name for name in names if name not in first[1]]
        if lacking:
            raise TableError("columns_lacking", column=lacking[0], file=file, first=first[0])
        if further:
            raise TableError("columns_further", column=further[0], file=file, first=first[0])
