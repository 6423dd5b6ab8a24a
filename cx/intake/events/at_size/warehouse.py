"""A log in a database as the engine is asked about it, with names and findings as those of files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cx import engine
from cx.engine.queries import TableLog, logs, table_logs
from cx.errors import ArgumentError, NothingUsable, TableError
from cx.intake.cells import labels_of
from cx.intake.events.at_size.large import MOST_TEXTS
from cx.intake.events.at_size.tables import Asked, understood
from cx.intake.events.at_size.watch import Watch
from cx.intake.events.first_event_filter import about_within
from cx.intake.events.joined_logs import EventChoices, about_future, about_names
from cx.intake.events.names import numbered
from cx.intake.events.outcome import of_texts
from cx.records import Finding
from cx.records.file import Cell, Role, column_of
from cx.records.journeys import SHARED_LEAST, LogFacts, Unit

_TABLE = "log"
_MANY = 1_000


def table_log(address: engine.Address, choices: EventChoices, watch: Watch | None = None) -> engine.Log:
    """Return a log in a database as the engine is asked about it.

    Parameters
    ----------
    address
        The table, with one row an event and times of the kind of a date or a moment.
    choices
        What a person said; a role of one file counts where it names the table.
    watch
        Told what is being done, and asked whether to go on.

    Raises
    ------
    ArgumentError
        When a choice names a column that is not there.
    RoleMissing
        When no column is a case, a time or a touchpoint.
    NothingUsable
        When no row is an event.
    FileError
        When the database does not answer as it should.
    """
    watch = watch or Watch()
    watch.begin("columns")
    dialect = engine.dialect_of(address)
    asked = Asked(address, engine.kinds_of(address, beat=watch.beat), dialect, watch.beat)
    log = understood(asked, _said(address, choices), choices.case, choices.outcome)
    log = replace(log, within=_within(asked, log, choices))
    watch.begin("counting")
    groups = [_Group(*row) for row in asked(table_logs.counted(log, _tomorrow(choices)))[0]]  # type: ignore[arg-type]
    if len(groups) > MOST_TEXTS:
        raise TableError("touchpoints_too_many", n=len(groups), limit=MOST_TEXTS)
    events = [one for one in groups if one.counts]
    if not events:
        raise NothingUsable("no_events_left", file=address.shown)
    return _log(asked, log, groups, choices)


def _within(asked: Asked, log: TableLog, choices: EventChoices) -> list[tuple[str, str]]:
    """The columns that were named, by header or role, with the values asked for."""
    headers = {name.casefold(): name for name in asked.headers}
    roles = {str(role): name for name, role in log.roles.items()}
    found = []
    for name, value in choices.within:
        column = headers.get(name.strip().casefold()) or roles.get(name.strip().casefold())
        if column is None:
            known = ", ".join(asked.headers)[:600]
            raise ArgumentError("column_unknown", column=name, columns=known)
        found.append((column, value))
    return found


@dataclass(frozen=True)
class _Group:
    """How many rows have one name and are alike in what they lack."""

    name: str | None
    nobody: bool
    never: bool
    n: int
    late: int

    @property
    def counts(self) -> bool:
        return not self.nobody and not self.never and self.name is not None


def _said(address: engine.Address, choices: EventChoices) -> list[tuple[str, Role]]:
    own = (None, address.shown, ".".join(address.table), address.table[-1])
    for file, _, _ in choices.roles:
        if file not in own:
            raise ArgumentError("role_file", value=file, known=address.shown)
    return [(column, role) for _, column, role in choices.roles]


def _tomorrow(choices: EventChoices) -> str:
    """The moment from which on events are of the future, wherever on earth they lie."""
    today = choices.today or dt.datetime.now(tz=dt.UTC).date()
    return (today + dt.timedelta(days=2)).isoformat()


def _log(asked: Asked, log: TableLog, groups: Sequence[_Group], choices: EventChoices) -> engine.Log:
    counting = [one for one in groups if one.counts]
    least = 1 if asked.address.is_file else SHARED_LEAST
    texts = [str(one.name) for one in counting]
    shown = dict(zip(texts, labels_of(column_of([Cell("text", text) for text in texts])).texts, strict=True))
    names, numbers = numbered([(str(shown[str(one.name)]), one.n) for one in counting])
    spellings = [(text, numbers[str(name).casefold()]) for text, name in shown.items() if name]
    (cases,), (same,) = asked(table_logs.cases(log), table_logs.repeated(log, asked.headers))
    said = [str(row[0]) for row in _texts(asked, log, "period", least)]
    periods, places = numbered([(text, 1) for text in said])
    answers, left, findings = _outcome(asked, log, least, choices.positive)
    made = {
        "spellings": logs.table_of(("text", "p"), spellings),
        "periods": logs.table_of(("text", "g"), [(text, places[text.casefold()]) for text in said]),
        "answers": logs.table_of(("text", "y"), answers or []),
        "outcomes": table_logs.outcomes(log) if answers is not None else logs.nothing(),
        "events": table_logs.events(log),
    }
    unit: Unit = "customer" if log.customer else "case"
    n = sum(one.n for one in counting)
    details = {
        "n": n,
        "cases": int(cases[0] or 0),
        "touchpoints": len(names),
        "columns": f"“{log.columns['case']}”",
    }
    told = [
        Finding("info", f"paths_of_{unit}", details=details),
        *_left_out(asked.address, log, groups),
        *_repeated(asked.address, int(same[0] or 0)),
        *findings,
        *about_future(sum(one.late for one in counting)),
        *about_names(len(names)),
    ]
    facts = LogFacts(
        touchpoints=names,
        unit=unit,
        ordered="order" in log.columns,
        days=any(name in log.days for name in log.times),
        periods=periods if "period" in log.columns else None,
        outcome=log.columns["outcome"] if answers is not None else None,
        left=left,
        roles={asked.address.shown: {name: log.roles.get(name, "ignore") for name in asked.headers}},
        findings=(*told, *about_within(log.within)),
        within=tuple(log.within),
    )
    return engine.Log(facts, {_TABLE: asked.address}, made, dialect=asked.dialect, named=True)


def _texts(asked: Asked, log: TableLog, role: str, least: int) -> list[tuple[engine.Cell, ...]]:
    return asked(table_logs.texts_of(log, role, least, _MANY))[0] if role in log.columns else []


def _outcome(
    asked: Asked, log: TableLog, least: int, positive: str | None
) -> tuple[list[tuple[str, float]] | None, bool, list[Finding]]:
    """What the texts of an outcome stand for (of numbers: nothing), whether 1 says that customers left."""
    if "outcome" not in log.columns:
        return None, False, []
    texts = [str(row[0]) for row in _texts(asked, log, "outcome", least)]
    answers, left = of_texts(texts, log.columns["outcome"], positive) if texts else (None, False)
    is_number = log.columns["outcome"] in log.numbers
    if answers is None and not is_number:
        values = ", ".join(texts)[:200]
        told = Finding(
            "error", "outcome_no_numbers", column=log.columns["outcome"], details={"values": values}
        )
        return None, False, [told]
    known = [] if is_number else answers or []
    made = {"answers": logs.table_of(("text", "y"), known)}
    ((several,),) = asked(table_logs.varying(log), made=made)[0]
    told = Finding("warning", "outcome_varies", column=log.columns["outcome"], details={"n": several})
    return known, left, [told] if several else []


def _left_out(address: engine.Address, log: TableLog, groups: Sequence[_Group]) -> list[Finding]:
    counts = {
        "case": sum(one.n for one in groups if one.nobody),
        "time": sum(one.n for one in groups if one.never and not one.nobody),
        "touchpoint": sum(one.n for one in groups if one.name is None and not one.nobody and not one.never),
    }
    return [
        Finding(
            "error",
            f"event_without_{what}",
            column=log.columns.get(what),
            details={"n": n, "file": address.shown},
        )
        for what, n in counts.items()
        if n
    ]


def _repeated(address: engine.Address, n: int) -> list[Finding]:
    return [Finding("warning", "events_repeated", details={"n": n, "file": address.shown})] if n else []
