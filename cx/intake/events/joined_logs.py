"""Files with one row an event, of one or several systems, as one log joined by customer or case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

from cx.errors import ArgumentError, NothingUsable
from cx.intake.columns import column_named, has_column
from cx.intake.events.cell_profile import Seen
from cx.intake.events.directions import inward
from cx.intake.events.first_event_filter import about_within, chosen, values_of
from cx.intake.events.log import Log, LogChoices, Rows, is_customers, log_of, rows_of, without_customers
from cx.intake.events.moments import DAY, NONE, Moments, instants
from cx.intake.events.names import named
from cx.intake.events.outcome import CaseOutcomes, outcomes_of
from cx.intake.events.results import met_standard, passed_on
from cx.records import Finding
from cx.records.file import Role, Workbook
from cx.records.journeys import SPLITS, Events, LogFacts, Unit

_MANY_NAMES = 500
_LONGEST_LIST = 600


@dataclass(frozen=True)
class EventChoices:
    """What a person said about the files of a log; what is not said is found."""

    roles: Sequence[tuple[str | None, str, Role]] = ()
    """File (``None``: every one that has the column), column and role."""
    case: str | None = None
    """The column that makes the paths."""
    outcome: str | None = None
    positive: str | None = None
    sheet: str | None = None
    header_rows: tuple[int, ...] | None = None
    hidden: bool = False
    within: Sequence[tuple[str, str]] = ()
    """Columns with the value that the first event of a path has to have in each."""
    today: dt.date | None = field(default=None, compare=False)
    """Later events are told as of the future; ``None``: the day of the clock."""


def events(workbooks: Sequence[Workbook], choices: EventChoices | None = None) -> Events:
    """Return the events of one or several files, joined by the customer's column where there is one.

    Parameters
    ----------
    workbooks
        The files' raw cells, in the order in which their rows count where nothing else tells.
    choices
        What a person said; ``None``: nothing.

    Raises
    ------
    RoleMissing
        When a file has no case, time or touchpoint.
    ArgumentError
        When a choice names a column or a file that is not there.
    NothingUsable
        When no row is an event.
    """
    choices = choices or EventChoices()
    said = said_of([book.name for book in workbooks], choices)
    logs = [
        log_of(book, LogChoices(roles, choices.sheet, choices.header_rows, choices.hidden))
        for book, roles in zip(workbooks, said, strict=True)
    ]
    check(logs, choices)
    logs = without_customers(logs)
    keys = [key_of(log, logs) for log in logs]
    read = [rows_of(log, key) for log, key in zip(logs, keys, strict=True) if log.columns.is_log]
    if not any(len(one.rows) for one in read):
        raise NothingUsable("no_events_left", file=", ".join(log.file for log in logs))
    return _together(read, logs, keys, choices)


def said_of(files: Sequence[str], choices: EventChoices) -> list[Mapping[str, Role]]:
    """Return what was said, per file: of one alone, or of every file that has such a column.

    Raises
    ------
    ArgumentError
        When a file is named that is not there.
    """
    for file, _, _ in choices.roles:
        if file is not None and file not in files:
            raise ArgumentError("role_file", value=file, known=", ".join(files))
    more: list[tuple[str | None, str, Role]] = []
    if choices.case is not None:
        more.append((None, choices.case, "case"))
    if choices.outcome is not None:
        more.append((None, choices.outcome, "outcome"))
    return [
        {column: role for file, column, role in (*choices.roles, *more) if file in (None, name)}
        for name in files
    ]


def check(logs: Sequence[Log], choices: EventChoices) -> None:
    """Refuse a column that no file (or not the named one) has.

    Raises
    ------
    ArgumentError
        When there is such a column.
    """
    wanted = [
        *choices.roles,
        *((None, name, "case") for name in (choices.case, choices.outcome) if name is not None),
        *((None, name, "segment") for name, _ in choices.within if name not in SPLITS),
    ]
    for file, column, _ in wanted:
        there = [log for log in logs if file in (None, log.file)]
        if not any(has_column(log.table, column) for log in there):
            column_named(there[0].table, column)  # raises, with the columns that there are


def key_of(log: Log, logs: Sequence[Log]) -> Seen:
    """Return the column that makes the paths: a case that was given, else the customer's, else the case's.

    Raises
    ------
    ArgumentError
        When a file has none.
    """
    given = log.seen("case") if "case" in log.columns.given else None
    customer, case = log.seen("respondent"), log.seen("case")
    others = [one for one in logs if one is not log]
    if given is None and customer is not None and case is not None:
        # where another system knows cases only, the files can be joined by nothing else
        alone = [one for one in others if one.seen("respondent") is None]
        return case if alone and all(one.seen("case") is not None for one in logs) else customer
    found = given or customer or case
    if found is None:
        raise ArgumentError(
            "column_unknown", column="case", columns=", ".join(log.table.headers)[:_LONGEST_LIST]
        )
    return found


def _together(
    read: Sequence[Rows], logs: Sequence[Log], keys: Sequence[Seen], choices: EventChoices
) -> Events:
    at, assumed = instants([one.moments for one in read])
    columns = [(_touchpoints(one), one.rows) for one in read]
    touchpoints, numbers = named([(seen.labels, rows) for seen, rows in columns])
    cases, known = pd.factorize(np.concatenate([one.cases for one in read]))
    moments = [one.moments for one in read]
    outcome = _outcome(logs, keys, {str(name): place for place, name in enumerate(known)}, choices.positive)
    day_only = np.concatenate([one.day_only for one in moments])
    periods, names_of_periods = _periods(read)
    inside, within = chosen(read, choices.within)
    instant = np.concatenate(at)
    used = [key for log, key in zip(logs, keys, strict=True) if log.columns.is_log]
    unit = unit_of(logs, keys)
    facts = LogFacts(
        touchpoints=touchpoints,
        unit=unit,
        ordered=any(one.log.seen("order") for one in read),
        days=bool(day_only.any()),
        periods=names_of_periods,
        outcome=None if outcome is None else outcome.name,
        left=outcome is not None and outcome.left,
        roles={log.file: log.roles for log in logs},
        findings=(
            told(len(instant), len(known), len(touchpoints), unit, used),
            *(finding for one in read for finding in one.findings),
            *_about_times(instant, moments, read, choices, zoned=assumed),
            *about_names(len(touchpoints)),
            *(outcome.findings if outcome else ()),
            *about_within(within),
        ),
        within=within,
        values=values_of(read),
    )
    return Events(
        case=cases.astype(np.int64),
        at=instant,
        local=np.concatenate([one.local for one in moments]),
        touchpoint=np.concatenate(numbers),
        cases=len(known),
        facts=facts,
        order=_orders(read),
        day_only=day_only if facts.days else None,
        period=periods,
        inward=inward(read),
        passed=passed_on(read),
        met=met_standard(read),
        within=inside,
        outcome=None if outcome is None else outcome.numbers,
    )


def unit_of(logs: Sequence[Log], keys: Sequence[Seen]) -> Unit:
    """Return what makes a path: a customer only where the column of every log is the customer's."""
    pairs = [(log, key) for log, key in zip(logs, keys, strict=True) if log.columns.is_log]
    theirs = [key.place == log.columns.roles.get("respondent") or is_customers(key) for log, key in pairs]
    return "customer" if all(theirs) else "case"


def _touchpoints(one: Rows) -> Seen:
    found = one.log.seen("touchpoint")
    assert found is not None  # noqa: S101 - a log without one was refused
    return found


def _outcome(
    logs: Sequence[Log], keys: Sequence[Seen], cases: Mapping[str, int], positive: str | None
) -> CaseOutcomes | None:
    found = [
        (column, key.texts_as_they_stand())
        for log, key in zip(logs, keys, strict=True)
        if (column := log.seen("outcome")) is not None
    ]
    return outcomes_of(found, cases, positive)


def _orders(read: Sequence[Rows]) -> npt.NDArray[np.float64] | None:
    """What columns of order say; a file without one says nothing."""
    if not any(one.log.seen("order") for one in read):
        return None
    parts = []
    for one in read:
        column = one.log.seen("order")
        parts.append(np.full(len(one.rows), np.nan) if column is None else column.numbers[one.rows])
    return np.concatenate(parts)


def _periods(read: Sequence[Rows]) -> tuple[npt.NDArray[np.int64] | None, tuple[str, ...] | None]:
    if not any(one.log.seen("period") for one in read):
        return None, None
    parts = []
    for one in read:
        column = one.log.seen("period")
        parts.append(
            np.full(len(one.rows), "", dtype=object) if column is None else column.labels.texts[one.rows]
        )
    codes, names = pd.factorize(np.concatenate(parts))
    blank = np.array([not name for name in names])
    return np.where(blank[codes], -1, codes).astype(np.int64), tuple(str(name) for name in names)


def told(events: int, cases: int, touchpoints: int, unit: Unit, keys: Sequence[Seen]) -> Finding:
    """Return what was read, and which columns make the paths."""
    columns = ", ".join(dict.fromkeys(f"“{key.header}”" for key in keys))
    details = {"n": events, "cases": cases, "touchpoints": touchpoints, "columns": columns}
    return Finding("info", f"paths_of_{unit}", details=details)


def _about_times(
    at: npt.NDArray[np.int64],
    moments: Sequence[Moments],
    read: Sequence[Rows],
    choices: EventChoices,
    *,
    zoned: bool,
) -> list[Finding]:
    found = []
    if zoned:
        bare = [
            (one.log.file, int(np.count_nonzero(part.offset == NONE)))
            for one, part in zip(read, moments, strict=True)
            if (part.offset == NONE).any()
        ]
        found += [Finding("warning", "zone_assumed", details={"file": file, "n": n}) for file, n in bare]
    return [*found, *about_future(int(np.count_nonzero(at >= tomorrow(choices))))]


def tomorrow(choices: EventChoices) -> int:
    """Return the moment from which on events are of the future, wherever on earth they lie."""
    today = choices.today or dt.datetime.now(tz=dt.UTC).date()
    return int(np.datetime64(today + dt.timedelta(days=1), "us").astype(np.int64)) + DAY


def about_future(count: int) -> list[Finding]:
    """Return that some events lie in the future, where they do."""
    return [Finding("warning", "events_future", details={"n": count})] if count else []


def about_names(count: int) -> list[Finding]:
    """Return that there are more names than can be shown, where there are."""
    return [Finding("warning", "touchpoints_many", details={"n": count})] if count > _MANY_NAMES else []
