"""One row a rating: respondent, touchpoint, rating, and what tells ratings apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from cx.errors import NothingUsable, RoleMissing
from cx.intake.cells import Labels
from cx.intake.columns import Roles, Subject
from cx.intake.sheet import Table
from cx.intake.survey import summary
from cx.intake.survey.answers import Answered, Flags, Read, Values, answered, rated_in_words
from cx.intake.survey.cleaned_ratings import cleaned_of
from cx.intake.survey.cluster_errors import Gathering, keys_for, with_errors
from cx.intake.survey.clusters import noticed_clusters
from cx.intake.survey.doubts import notice_doubt
from cx.intake.survey.record import Survey
from cx.intake.survey.respondents import GROUPING, met_of, witness_of
from cx.intake.survey.times import quartered
from cx.intake.words import is_total
from cx.records.file import ColumnReading
from cx.records.scale import Scale

_LONGEST_LIST = 600
_MOST_ITEMS = 60


@dataclass(frozen=True)
class Events:
    """Rows that each stand for one rating or contact, by touchpoint and group."""

    names: Labels
    labels: Mapping[str, Labels]
    kept: Flags
    groups: summary.Groups


def events_of(subject: Subject, more: Mapping[str, Labels] | None = None) -> Events | None:
    """Return the rows by touchpoint and group; ``None`` without a touchpoint column.

    Parameters
    ----------
    subject
        A table of ratings or contacts.
    more
        Further columns that tell rows apart.
    """
    table, roles, noticed = subject.table, subject.roles, subject.noticed
    places = roles.of("touchpoint")
    if not places:
        return None
    names = table.labels(places[0])
    labels: dict[str, Labels] = {"touchpoint": names}
    labels |= {role: table.labels(roles.of(role)[0]) for role in GROUPING if roles.of(role)}
    labels |= more or quartered(table, roles.of("period"), labels, noticed)
    totals = [place for place, name in enumerate(names.names) if name and is_total(name)]
    total, nameless = np.isin(names.ids, totals), names.ids == 0
    for row in np.flatnonzero(total):
        noticed.cell("warning", "total_row", int(row), places[0])
    if nameless.any():
        noticed.column("error", "rows_without_touchpoint", places[0], n=int(nameless.sum()))
    return Events(names, labels, ~(total | nameless), summary.groups_of(labels, table.height))


def survey_of(subject: Subject, read: Read | None = None) -> Survey:
    """Return what a table with one row a rating gives; its columns may have been read before."""
    table, roles, choices, noticed = subject.table, subject.roles, subject.choices, subject.noticed
    columns = answered(table, roles, choices, budget=subject.budget, known=read)
    places = roles.of("rating") or roles.of("satisfaction") or rated_in_words(columns, roles.of("ignore"))[:1]
    readings = tuple(_as_rating(reading, place in places) for place, reading in enumerate(roles.readings))
    missing = {**subject.where, "columns": ", ".join(table.headers)[:_LONGEST_LIST]}
    empty = Survey(readings, None, choices.scale or Scale(1, 10), 0)
    events = events_of(subject)
    if events is None:
        return replace(empty, error=RoleMissing("no_touchpoint_column", **missing))
    if not places:
        return replace(empty, error=RoleMissing("no_satisfaction_column", **missing))
    weights = _weights(columns, roles)
    kept = events.kept if weights is None else events.kept & (weights > 0)
    rating = replace(columns[places[0]], values=np.where(kept, columns[places[0]].values, np.nan))
    outcomes = [columns[place] for place in roles.of("outcome")]
    subject.budget.check()
    cleaned = cleaned_of([rating], witness_of(table, outcomes, kept), choices, noticed)
    notice_doubt(subject, cleaned.ratings[0], events.names)
    known = replace(
        cleaned.inside(empty),
        used=int(kept.sum()),
        outcomes=tuple(outcomes),
        weights=weights,
        kept=kept,
        text_scales={rating.header: dict(rating.spoken.numbers)} if rating.spoken else {},
    )
    subject.budget.check()
    told = {place: one.role for place, one in enumerate(readings)}
    noticed_clusters(subject, told, _items(events, cleaned.ratings[0].values), kept)
    subject.budget.check()
    return _with_rows(known, subject, events)


def _items(events: Events, values: Values) -> list[tuple[summary.Whole, Values]]:
    """The ratings of each touchpoint; of very many the first."""
    order = np.argsort(events.names.ids, kind="stable")
    cuts = np.flatnonzero(np.diff(events.names.ids[order])) + 1
    return [
        (rows, values[rows])
        for rows in np.split(order, cuts[:_MOST_ITEMS])[:_MOST_ITEMS]
        if events.kept[rows].any()
    ]


def _as_rating(reading: ColumnReading, rates: bool) -> ColumnReading:  # noqa: FBT001 - no flag: what it is
    if reading.role == "satisfaction":
        return replace(reading, role="rating")
    return replace(reading, role="rating", reason="survey_rating", confidence=0.7) if rates else reading


def _weights(columns: list[Answered], roles: Roles) -> Values | None:
    places = roles.of("weight")
    return np.nan_to_num(columns[places[0]].values) if places else None


def _with_rows(known: Survey, subject: Subject, events: Events) -> Survey:
    choices = subject.choices
    column, kept = known.ratings[0], events.kept
    scale = known.scales[column.header]
    values = summary.scored(column.values, scale, choices.score)
    if values is None:
        return replace(known, error=NothingUsable(f"no_{choices.score}", **subject.where))
    groups = events.groups
    met = met_of(column, choices) & kept
    sums = summary.summed(np.where(met, values, np.nan), met, groups.ids, groups.count, known.weights)
    whose = Gathering(keys_for(subject, 1))
    whose.add(np.where(met, values, np.nan), groups.ids, known.weights)
    rows = placed(summary.rows_of("", sums, groups), groups, sums.met > 0, subject.table)
    touchpoints = len({row["touchpoint"] for row in rows})
    subject.noticed.sheet("info", "ratings_read", n=known.used, touchpoints=touchpoints)
    return replace(
        known,
        rows=with_errors(summary.frame_of(rows, extra=summary.ANSWERED), whose.all),
        clusters=whose.all,
        scale=summary.result_scale(scale, choices.score),
    )


def placed(
    rows: list[dict[str, object]], groups: summary.Groups, there: Flags, table: Table
) -> list[dict[str, object]]:
    """Return the rows with the touchpoint's name and the first row of the file that they come from."""
    return [
        {**row, **groups.names[at], "sheet": table.sheet.name, "row": int(table.rows[groups.firsts[at]])}
        for row, at in zip(rows, np.flatnonzero(there), strict=True)
    ]
