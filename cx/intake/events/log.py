"""One file's log: the sheet that holds it, and its events with what was left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from cx.errors import RoleMissing, TableError
from cx.intake.columns import has_column
from cx.intake.events import words
from cx.intake.events.cell_profile import Seen
from cx.intake.events.columns import LogColumns, columns_of
from cx.intake.events.moments import NONE, Moments, moments_of, with_clock
from cx.intake.sheet import Table, table_of
from cx.records import Finding
from cx.records.file import Role, Workbook

Texts = npt.NDArray[np.object_]
_LONGEST_LIST = 600


@dataclass(frozen=True)
class LogChoices:
    """What a person said about logs."""

    roles: Mapping[str, Role]
    """Column to role, as it holds for one file."""
    sheet: str | None = None
    header_rows: tuple[int, ...] | None = None
    hidden: bool = False


@dataclass(frozen=True)
class Log:
    """What one file holds: events, or one row a case with its outcome."""

    file: str
    columns: LogColumns

    @property
    def table(self) -> Table:
        """Its table."""
        return self.columns.table

    def seen(self, role: Role) -> Seen | None:
        """Return the column of a role; ``None`` without one."""
        place = self.columns.roles.get(role)
        return None if place is None else Seen(place, self.table)

    def texts(self, role: Role) -> Texts | None:
        """Return the cells of a role's column as they stand; ``None`` without one."""
        one = self.seen(role)
        return None if one is None else one.texts_as_they_stand()

    @property
    def roles(self) -> Mapping[str, Role]:
        """Each header with its role."""
        named = {place: role for role, place in self.columns.roles.items()}
        return {header: named.get(place, "ignore") for place, header in enumerate(self.table.headers)}


def log_of(workbook: Workbook, choices: LogChoices) -> Log:
    """Return the log that a file holds, on its sheet with most events.

    Raises
    ------
    TableError
        When the sheet that was chosen is not there, or the file has no table.
    RoleMissing
        When no column is a case, a time or a touchpoint.
    """
    sheets = [one for one in workbook.sheets if choices.sheet in (None, one.name)]
    visible = [one for one in sheets if choices.hidden or choices.sheet or not one.hidden] or sheets
    found = []
    for sheet in visible:
        table = table_of(sheet, choices.header_rows, hidden=choices.hidden, wanted=tuple(choices.roles))
        if table is not None and table.height:
            said = {name: role for name, role in choices.roles.items() if has_column(table, name)}
            found.append(Log(workbook.name, columns_of(table, said)))
    if not found:
        raise TableError("no_table_of_events", file=workbook.name)
    best = max(found, key=lambda log: (log.columns.is_log, log.columns.is_outcomes, log.table.height))
    if not best.columns.is_log and not best.columns.is_outcomes:
        raise RoleMissing("no_events", **_missing(best))
    return best


def _missing(log: Log) -> dict[str, object]:
    roles = log.columns.roles
    lacking: list[str] = [role for role in ("touchpoint", "time") if role not in roles]
    if not {"case", "respondent"} & roles.keys():
        lacking.append("case")
    listed = ", ".join(log.table.headers)[:_LONGEST_LIST]
    headers = tuple(log.table.headers)
    return {"file": log.file, "lacking_role": lacking[0], "columns": listed, "headers": headers}


@dataclass(frozen=True)
class Rows:
    """The rows of a log that are events, in the order of the file."""

    log: Log
    rows: npt.NDArray[np.int64]
    """Positions in the table."""
    cases: Texts
    moments: Moments
    """When each began."""
    findings: tuple[Finding, ...]


def rows_of(log: Log, key: Seen) -> Rows:
    """Return the events of a log, and count by reason what is none."""
    touchpoint = log.seen("touchpoint")
    if touchpoint is None:
        raise RoleMissing("no_events", **_missing(log))
    moments = _started(log)
    cases = key.texts_as_they_stand()
    lacking = {
        "case": ~key.filled,
        "time": ~moments.known,
        "touchpoint": ~touchpoint.filled | (touchpoint.labels.ids == 0),
    }
    kept, findings = np.ones(log.table.height, dtype=bool), []
    for what, missing in lacking.items():
        gone = kept & missing
        if gone.any():
            findings.append(_left_out(log, what, gone))
        kept &= ~missing
    rows = np.flatnonzero(kept)
    findings += _repeated(log, rows)
    rows, moments, more = _completed(log, rows, cases, moments)
    return Rows(log, rows, cases[rows], moments, (*findings, *more))


def _started(log: Log) -> Moments:
    """The start of each row; where only an end is known it is the time."""
    time = log.seen("time")
    found = time.moments if time is not None else moments_of(log.table.columns[0])
    if log.columns.clock is not None:
        found = with_clock(found, log.table.columns[log.columns.clock])
    end = log.seen("end")
    if end is None:
        return found
    only = ~found.known & end.moments.known
    return Moments(
        np.where(only, end.moments.local, found.local),
        np.where(only, end.moments.offset, found.offset),
        np.where(only, end.moments.day_only, found.day_only),
    )


def _left_out(log: Log, what: str, gone: npt.NDArray[np.bool_]) -> Finding:
    """One finding a reason, with the place of the first row that has it."""
    first = int(np.flatnonzero(gone)[0])
    role: Role = "respondent" if what == "case" and "case" not in log.columns.roles else what  # type: ignore[assignment]
    place = log.columns.roles.get(role)
    n = int(np.count_nonzero(gone))
    return Finding(
        "error",
        f"event_without_{what}",
        sheet=log.table.sheet.name or None,
        cell=None if place is None else log.table.address(first, place),
        column=None if place is None else log.table.headers[place],
        row=int(log.table.rows[first]),
        value=None if place is None else log.table.columns[place].cell(first).shown or None,
        details={"n": n, "file": log.file},
    )


def _repeated(log: Log, rows: npt.NDArray[np.int64]) -> list[Finding]:
    cells = {place: Seen(place, log.table).codes[rows] for place in range(len(log.table.headers))}
    n = int(pd.DataFrame(cells).duplicated().sum())
    return [Finding("warning", "events_repeated", details={"n": n, "file": log.file})] if n else []


def _completed(
    log: Log, rows: npt.NDArray[np.int64], cases: Texts, moments: Moments
) -> tuple[npt.NDArray[np.int64], Moments, list[Finding]]:
    """With a lifecycle, what completes counts, from the start of the same activity (first in, first out)."""
    local, offset, day_only = moments.local.copy(), moments.offset.copy(), moments.day_only.copy()
    touchpoint = log.seen("touchpoint")
    if log.columns.lifecycle is not None and touchpoint is not None:
        labels = Seen(log.columns.lifecycle, log.table).labels
        state = np.array(
            [name if name in ("complete", "start") else "" for name in labels.names], dtype=object
        )[labels.ids]
        if (state[rows] == "complete").any():
            names = touchpoint.labels.ids
            pairs = _paired(rows, cases, names, state, moments)
            for complete, start in pairs:
                local[complete], offset[complete] = moments.local[start], moments.offset[start]
                day_only[complete] = moments.day_only[start]
            used = rows[state[rows] == "complete"]
            gone = len(rows) - len(used)
            details = {"n": gone, "starts": len(pairs), "file": log.file}
            told = [Finding("info", "lifecycle_used", details=details)] if gone else []
            return used, Moments(local[used], offset[used], day_only[used]), told
    return rows, Moments(local[rows], offset[rows], day_only[rows]), []


def _paired(
    rows: npt.NDArray[np.int64], cases: Texts, names: npt.NDArray[np.int64], state: Texts, moments: Moments
) -> list[tuple[int, int]]:
    """Each row that completes with the row that began it; in the order of time, then of rows."""
    open_: dict[tuple[object, int], list[int]] = {}
    found = []
    instants = np.where(moments.offset == NONE, moments.local, moments.local - moments.offset)
    for row in rows[np.argsort(instants[rows], kind="stable")].tolist():
        key = cases[row], int(names[row])
        if state[row] == "start":
            open_.setdefault(key, []).append(row)
        elif state[row] == "complete" and open_.get(key):
            found.append((row, open_[key].pop(0)))
    return found


_ONE_ROW = 1.05
"""Rows a customer at most, on average, where a file describes customers."""


def describes_customers(log: Log) -> bool:
    """Return whether a file has one row a customer with what came of each and no header of a touchpoint."""
    key, touchpoint = log.seen("respondent") or log.seen("case"), log.seen("touchpoint")
    if key is None or not log.columns.is_outcomes or key.each > _ONE_ROW:
        return False
    if touchpoint is None:
        return True
    named = words.NAMES["touchpoint"].fullmatch(touchpoint.name)
    return not named and "touchpoint" not in log.columns.given


def without_customers(logs: Sequence[Log]) -> list[Log]:
    """Return the logs where files that describe the customers of others hold no events themselves."""
    describing = [describes_customers(log) for log in logs]
    if all(describing):
        return list(logs)
    return [_outcomes_only(log) if is_so else log for log, is_so in zip(logs, describing, strict=True)]


def _outcomes_only(log: Log) -> Log:
    roles = {role: at for role, at in log.columns.roles.items() if role not in ("touchpoint", "time", "end")}
    return replace(log, columns=replace(log.columns, roles=roles))


def is_customers(seen: Seen) -> bool:
    """Return whether a column is the customer's, by its name."""
    return bool(words.CUSTOMER.fullmatch(seen.name))
