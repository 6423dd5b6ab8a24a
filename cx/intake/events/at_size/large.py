"""A large log as the engine is asked about it, with names, times and findings as the small way gives them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cx import engine
from cx.engine.queries import logs
from cx.errors import NothingUsable, TableError
from cx.intake.cells import labels_of
from cx.intake.events.at_size.glance import are_known, are_large
from cx.intake.events.at_size.parts import Files, files_of
from cx.intake.events.at_size.watch import Watch
from cx.intake.events.first_event_filter import about_within
from cx.intake.events.joined_logs import (
    EventChoices,
    about_future,
    about_names,
    told,
    tomorrow,
    unit_of,
)
from cx.intake.events.log import Log
from cx.intake.events.moments import NONE, moments_of
from cx.intake.events.names import numbered
from cx.intake.events.outcome import of_texts
from cx.process import Beat
from cx.records import Finding
from cx.records.file import Cell, Role, column_of
from cx.records.journeys import LogFacts

MOST_TEXTS = 20_000
"""Different names of touchpoints, days in odd forms, periods or outcomes that are looked at one by one."""
_FILE = 1_000_000_000_000


@dataclass(frozen=True)
class _Group:
    """How many rows of one file have one name and are alike in what they lack."""

    file: int
    name: str | None
    nobody: bool
    never: bool
    odd: bool
    day: bool | None
    ahead: int | None
    life: str | None
    n: int
    first: int
    late: int

    @property
    def counts(self) -> bool:
        """Whether the rows are events, as far as their time is known."""
        return not self.nobody and not self.never and self.name is not None and self.life == "complete"


@dataclass(frozen=True)
class _Texts:
    """The different texts of times in odd forms, of periods and of outcomes."""

    times: Sequence[tuple[str, int, int, int, int]]
    """Text, file, first row, how many rows, and of these how many say no time of the day behind it."""
    periods: Sequence[str]
    outcomes: Sequence[str]
    repeated: Sequence[tuple[int, int]]
    cases: int


def large_log(
    paths: Sequence[Path], choices: EventChoices, *, one_table: bool = False, watch: Watch | None = None
) -> engine.Log | None:
    """Return a log as the engine is asked about it; ``None`` where the files are to be read cell by cell.

    Parameters
    ----------
    one_table
        Whether the files are parts of one table, such as those of a folder: they have to have the same
        columns, and small ones are read so as well.
    watch
        Told what is being done, and asked whether to go on.

    So it is with small files and other kinds than delimited text and Parquet, with a time of the day in a
    column of its own, with events that begin in one row and complete in another, with outcomes in another
    file, with times of several zones beside some without (each is read in the zone of the nearest), and with
    more different days in odd forms, periods or outcomes than are looked at one by one.

    Raises
    ------
    CxError
        As :func:`cx.intake.events` does; also where there are too many names of touchpoints, and where the
        files of one table do not have the same columns.
    """
    watch = watch or Watch()
    if not (are_known(paths) if one_table else are_large(paths)):
        return None
    watch.begin("columns")
    files = files_of(paths, choices, watch.beat, one_table=one_table)
    if any(not log.columns.is_log or log.columns.clock is not None for log in files.every):
        return None
    watch.begin("counting")
    (answer,) = engine.asked(files.tables, [logs.counted(files.parts, tomorrow(choices))], beat=watch.beat)
    different = len(set(answer["name"])) if len(answer) else 0
    if different > MOST_TEXTS:
        raise TableError("touchpoints_too_many", n=different, limit=MOST_TEXTS)
    groups = [_Group(*row) for row in answer.rows()]  # type: ignore[arg-type]
    if any(one.life == "start" for one in groups) or _need_the_nearest_zone(groups):
        return None
    if not any(one.counts for one in groups):
        raise NothingUsable("no_events_left", file=", ".join(log.file for log in files.every))
    texts = _texts(files, groups, watch.beat)
    return None if texts is None else _log(files, groups, texts, choices)


def _need_the_nearest_zone(groups: Sequence[_Group]) -> bool:
    """Whether times state different offsets, such as those of summer and winter, and others none."""
    counted = [one for one in groups if one.counts]
    stated = {one.ahead for one in counted if one.ahead is not None}
    return len(stated) > 1 and any(one.ahead is None for one in counted)


def _texts(files: Files, groups: Sequence[_Group], beat: Beat | None) -> _Texts | None:
    """The texts that are read one by one; nothing where there are too many, since some would be lost."""
    asked = {"repeated": logs.repeated(files.parts), "cases": logs.cases(files.parts)}
    if any(one.odd for one in groups):
        asked["times"] = logs.odd_times(files.parts, MOST_TEXTS + 1)
    for name, column in (("period", "g"), ("outcome", "y")):
        if files.holds(name):
            asked[name] = logs.texts_of(files.parts, column, MOST_TEXTS + 1)
    answers = dict(zip(asked, engine.asked(files.tables, list(asked.values()), beat=beat), strict=True))
    rows = {name: answer.rows() for name, answer in answers.items()}
    if any(len(rows.get(name, ())) > MOST_TEXTS for name in ("times", "period", "outcome")):
        return None
    return _Texts(
        [(str(w), *(int(count or 0) for count in counts)) for w, *counts in rows.get("times", [])],  # type: ignore[misc]
        [str(text) for text, _ in rows.get("period", [])],
        [str(text) for text, _ in rows.get("outcome", [])],
        [(int(f or 0), int(n or 0)) for f, n in rows["repeated"]],
        int(rows["cases"][0][0] or 0),
    )


def _log(files: Files, groups: Sequence[_Group], texts: _Texts, choices: EventChoices) -> engine.Log:
    names, spellings = _names(groups)
    times = _times([text for text, *_ in texts.times])
    unread = {text for text, local, _, _ in times if local is None}
    alone = {text for text, *_, n in texts.times if n}
    zones = Counter({one.ahead: 0 for one in groups if one.ahead is not None})
    for one in groups:
        if one.ahead is not None:
            zones[one.ahead] += one.n
    zone = zones.most_common(1)[0][0] if zones else 0
    periods, numbers = numbered([(text, 1) for text in texts.periods])
    header = next((seen.header for log in files.every if (seen := log.seen("outcome"))), "")
    answers, left = of_texts(texts.outcomes, header, choices.positive) if texts.outcomes else (None, False)
    made = {
        "spellings": logs.table_of(("text", "p"), spellings),
        "times": logs.table_of(("text", "local", "ahead", "day"), times),
        "periods": logs.table_of(("text", "g"), [(text, numbers[text.casefold()]) for text in texts.periods]),
        "answers": logs.table_of(("text", "y"), answers or []),
        "outcomes": logs.outcomes(files.parts),
    }
    within = tuple((name, value) for name, value in choices.within)
    facts = LogFacts(
        touchpoints=names,
        unit=unit_of(files.every, files.keys),
        ordered=files.holds("order"),
        days=any(one.day for one in groups) or bool(alone & {text for text, *_, day in times if day}),
        periods=periods if files.holds("period") else None,
        outcome=header if answers else None,
        left=left,
        roles={log.file: log.roles for log in files.every},
        findings=(*_findings(files, groups, texts, unread, zoned=bool(zones)), *about_within(within)),
        within=within,
    )
    tables: dict[str, engine.Source | engine.Held] = dict(files.tables)
    parts = [_clean(part, groups) for part in files.parts]
    events = f"({logs.events(parts, zone=zone, odd=any(one.odd for one in groups), zoned=bool(zones))})"
    return engine.Log(facts, tables, made if answers else {**made, "outcomes": logs.nothing()}, events)


def _clean(part: logs.Part, groups: Sequence[_Group]) -> logs.Part:
    """The file with the columns that were seen to hold something in every row: they need no second look."""
    own = [one for one in groups if one.file == part.number]
    lacking = {
        "case": any(one.nobody for one in own),
        "time": any(one.never for one in own) or "end" in part.columns,
        "touchpoint": any(one.name is None for one in own),
    }
    return replace(part, clean=frozenset(part.columns[name] for name, is_so in lacking.items() if not is_so))


def _names(groups: Sequence[_Group]) -> tuple[tuple[str, ...], list[tuple[str, int]]]:
    """The names of touchpoints, and the number of each text that stands for one."""
    found = [one for one in groups if one.counts and one.name is not None]
    texts = list(dict.fromkeys(str(one.name) for one in found))
    shown = dict(zip(texts, labels_of(column_of([Cell("text", text) for text in texts])).texts, strict=True))
    names, numbers = numbered([(str(shown[str(one.name)]), one.n) for one in found])
    return names, [(text, numbers[name.casefold()]) for text, name in shown.items() if name]


def _times(texts: Sequence[str]) -> list[tuple[str, int | None, int | None, int]]:
    """What times in odd forms say: clock, offset, and whether only the day is known."""
    if not texts:
        return []
    each = list(dict.fromkeys(texts))
    found = moments_of(column_of([Cell("text", text) for text in each]))
    return [
        (text, None if local == NONE else local, None if ahead == NONE else ahead, int(day))
        for text, local, ahead, day in zip(
            each, found.local.tolist(), found.offset.tolist(), found.day_only.tolist(), strict=True
        )
    ]


def _findings(
    files: Files, groups: Sequence[_Group], texts: _Texts, unread: set[str], *, zoned: bool
) -> tuple[Finding, ...]:
    lost = sum(n for text, _, _, n, _ in texts.times if text in unread)
    events = sum(one.n for one in groups if one.counts) - lost
    names, _ = _names(groups)
    found = [told(events, texts.cases, len(names), unit_of(files.every, files.keys), files.keys)]
    for number, log in enumerate(files.every):
        own = [one for one in groups if one.file == number]
        odd = [(first, n) for text, file, first, n, _ in texts.times if file == number and text in unread]
        away = {
            "case": [(one.first, one.n) for one in own if one.nobody],
            "time": [*((one.first, one.n) for one in own if one.never and not one.nobody), *odd],
            "touchpoint": [
                (one.first, one.n) for one in own if one.name is None and not one.nobody and not one.never
            ],
        }
        found += [_left_out(log, number, what, rows) for what, rows in away.items() if rows]
        again = sum(n for file, n in texts.repeated if file == number)
        found += (
            [Finding("warning", "events_repeated", details={"n": again, "file": log.file})] if again else []
        )
        bare = sum(one.n for one in own if one.counts and one.ahead is None)
        if zoned and bare:
            found.append(Finding("warning", "zone_assumed", details={"file": log.file, "n": bare}))
    late = sum(one.late for one in groups if one.counts)
    return (*found, *about_future(late), *about_names(len(names)))


def _left_out(log: Log, number: int, what: str, rows: Sequence[tuple[int, int]]) -> Finding:
    role: Role = "respondent" if what == "case" and "case" not in log.columns.roles else what  # type: ignore[assignment]
    place = log.columns.roles.get(role)
    row = min(first for first, _ in rows) - number * _FILE + log.table.header_rows[-1]
    return Finding(
        "error",
        f"event_without_{what}",
        cell=None if place is None else f"{log.table.letters[place]}{row}",
        column=None if place is None else log.table.headers[place],
        row=row,
        details={"n": sum(n for _, n in rows), "file": log.file},
    )
