"""One row a contact: volume and distinct customers per touchpoint and period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from cx.errors import RoleMissing
from cx.intake.cells import Labels, day_count
from cx.intake.columns import Roles, Subject
from cx.intake.findings import Noticed
from cx.intake.sheet import Table
from cx.intake.survey import summary
from cx.intake.survey.ratings import Events, events_of, placed
from cx.intake.survey.record import Survey
from cx.intake.survey.times import quarters_of
from cx.records.file import BOTH_COLUMNS
from cx.records.scale import Scale

_MOSTLY = 0.8
_LONGEST_LIST = 600
CUSTOMERS, REACHED = "customers", "reached"


def survey_of(subject: Subject) -> Survey:
    """Return what a table with one row a contact gives: no satisfaction, but volume."""
    table, roles, noticed = subject.table, subject.roles, subject.noticed
    empty = Survey(roles.readings, None, subject.choices.scale or Scale(1, 10), 0)
    times = None if roles.of("period") else _periods(table, roles, noticed)
    events = events_of(subject, {"period": times} if times else None)
    if events is None:
        columns = ", ".join(table.headers)[:_LONGEST_LIST]
        return replace(empty, error=RoleMissing("no_touchpoint_column", **subject.where, columns=columns))
    people = table.labels(roles.of("respondent")[0]) if roles.of("respondent") else None
    rows = _rows(table, events, people)
    _notice(noticed, events, people, len({row["touchpoint"] for row in rows}))
    if times:
        noticed.column("info", "periods_from_time", _time_place(table, roles) or 0)
    return replace(
        empty, rows=summary.frame_of(rows, extra=(CUSTOMERS, REACHED)), used=int(events.kept.sum())
    )


def _rows(table: Table, events: Events, people: Labels | None) -> list[dict[str, object]]:
    groups, kept = events.groups, events.kept
    volume = np.bincount(groups.ids[kept], minlength=groups.count)
    there = volume > 0
    rows: list[dict[str, object]] = [{"volume": float(volume[at])} for at in np.flatnonzero(there)]
    if people is not None:
        known = kept & (people.ids > 0)
        each = _distinct(groups.ids, people, known, groups.count)
        ever = _distinct(events.names.ids, people, known, len(events.names.names))
        of = events.names.ids[groups.firsts]
        for row, at in zip(rows, np.flatnonzero(there), strict=True):
            row |= {CUSTOMERS: float(each[at]), REACHED: float(ever[of[at]])}
    return placed(rows, groups, there, table)


def _distinct(ids: summary.Whole, people: Labels, known: np.ndarray, count: int) -> summary.Whole:
    """How many different customers each number has."""
    pairs = np.unique(ids[known] * len(people.names) + people.ids[known])
    return np.bincount(pairs // len(people.names), minlength=count)


def _notice(noticed: Noticed, events: Events, people: Labels | None, touchpoints: int) -> None:
    n = int(events.kept.sum())
    if people is None:
        noticed.sheet("info", "contacts_counted", n=n, touchpoints=touchpoints)
        return
    customers = len(np.unique(people.ids[events.kept & (people.ids > 0)]))
    noticed.sheet("info", "contacts_read", n=n, touchpoints=touchpoints, customers=customers)


def _time_place(table: Table, roles: Roles) -> int | None:
    named = roles.of("time")
    if named:
        return named[0]
    dates = [day_count(column) for column in table.columns]
    best = int(np.argmax(dates)) if dates else 0
    return best if dates and dates[best] > _MOSTLY * table.height else None


def _periods(table: Table, roles: Roles, noticed: Noticed) -> Labels | None:
    place = _time_place(table, roles)
    return None if place is None else quarters_of(table, place, noticed)


def extra_columns(rows: pd.DataFrame) -> tuple[str, ...]:
    """Return the columns that only surveys and contacts have."""
    known: Mapping[str, None] = dict.fromkeys((*summary.ANSWERED, *BOTH_COLUMNS, CUSTOMERS, REACHED))
    return tuple(name for name in known if name in rows.columns)
