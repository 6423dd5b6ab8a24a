"""One row a respondent: which columns rate, on which scale, and what they come to per touchpoint."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count

import numpy as np

from cx.errors import NothingUsable, TableError
from cx.intake.cells import Labels, day_count, days_of, labels_of
from cx.intake.columns import Roles, Subject, like_scores
from cx.intake.findings import Noticed
from cx.intake.sheet import Table
from cx.intake.survey import summary
from cx.intake.survey.answers import (
    BLANK,
    GIVEN,
    NOT_MET,
    SILENT,
    UNREAD,
    Answered,
    Flags,
    Read,
    Values,
    answered,
    most_common,
    notices,
)
from cx.intake.survey.cleaned_ratings import cleaned_of
from cx.intake.survey.cluster_errors import Gathering, keys_for, with_errors
from cx.intake.survey.clusters import noticed_clusters
from cx.intake.survey.column_kinds import kinds_of, ordered_outcomes
from cx.intake.survey.columns_aside import notice_aside
from cx.intake.survey.doubts import notice_doubts
from cx.intake.survey.evidence import KINDS, like_an_overall
from cx.intake.survey.expectations import expected_of, means_beside, paired_of
from cx.intake.survey.kinds import Kinds
from cx.intake.survey.met import with_met
from cx.intake.survey.people import kept_of, notice_straight, notice_unfinished
from cx.intake.survey.record import Survey
from cx.intake.survey.times import MOST_PERIODS, notice_changes, quartered
from cx.intake.words import is_good
from cx.process import steps
from cx.records.file import BOTH_COLUMNS, DATE, TEXT, Choices, Column, ColumnReading, Role
from cx.records.scale import Scale

GROUPING: tuple[Role, ...] = ("segment", "period", "channel", "journey")
_TWO, _WEEK, _GLANCE, _ALL_BUT = 2, 7, 1_000, 0.8
_CLOSE, _TEN = 2.5, 10.0
"""Below such log-odds a column beside the ratings may as well be one of them, or none."""


def survey_of(subject: Subject, read: Read | None = None) -> Survey:
    """Return what a table with one row a respondent gives; its columns may have been read before."""
    table, roles, choices, noticed = subject.table, subject.roles, subject.choices, subject.noticed
    columns = answered(table, roles, choices, budget=subject.budget, known=read)
    kinds = kinds_of(columns, table, by_hand(roles), subject.budget)
    _without_days(table, kinds)
    notice_aside(noticed, kinds)
    outcomes = ordered_outcomes(kinds.of("outcome"))
    labels: dict[str, Labels] = {
        role: table.labels(found[0].place) for role in GROUPING if (found := kinds.of(role))
    }
    labels |= quartered(table, [one.place for one in kinds.of("period")], labels, noticed)
    subject.budget.check()
    kept, weights = kept_of(subject, kinds, labels)
    rated = [_rows(column, kept) for column in steps(kinds.of("rating"))]
    ratings = tuple(with_met(rated, kinds.met, kept, choices, noticed))
    notice_unfinished(table, kinds, kept, noticed)
    _notice_unused(kinds, noticed)
    _notice_second_weight(kinds, noticed)
    _notice_likely_weight(kinds, noticed)
    _notice_beside(kinds, noticed)
    readings = readings_of(table, kinds)
    empty = Survey(readings, None, choices.scale or Scale(1, 10), int(kept.sum()))
    if not ratings or not kept.any():
        return replace(empty, error=_without_ratings(subject))
    subject.budget.check()
    cleaned = cleaned_of(ratings, witness_of(table, outcomes, kept), choices, noticed, _runs(ratings, kinds))
    subject.budget.check()
    notice_straight(cleaned.ratings, cleaned.inside(empty).scales, kept, noticed)
    notice_doubts(subject, kinds, cleaned.ratings)
    _notice_overall(kinds, cleaned.inside(empty), noticed)
    notice_changes(outcomes, cleaned.ratings, _times(table, kinds, labels), noticed)
    unclear = notices.about_blanks(noticed, cleaned.ratings, kept, chosen=choices.blanks is not None)
    known = replace(
        cleaned.inside(empty),
        outcomes=tuple(outcomes),
        weights=weights,
        kept=kept,
        text_scales={
            one.header: dict(one.spoken.numbers)
            for one in cleaned.ratings
            if one.spoken and one.spoken.numbers
        },
        blanks_unclear=unclear,
    )
    expected = expected_of(cleaned.ratings, kinds, noticed)
    beside: dict[str, dict[str, Answered]] = {one.header: {} for one in cleaned.ratings}
    for one in cleaned.ratings:
        if told := kinds.beside(one.place, "importance"):
            beside[one.header]["importance"] = told
        if one.header in expected:
            beside[one.header]["expectation"] = expected[one.header]
    items = [(slice(None), one.values) for one in cleaned.ratings]
    noticed_clusters(subject, {place: role for place, (role, *_) in kinds.roles.items()}, items, kept)
    return _with_rows(known, subject, labels, beside)


def _runs(ratings: Sequence[Answered], kinds: Kinds) -> dict[str, bool]:
    """Which ratings surely rise where the others do, and which surely fall."""
    settled = {one.header: kinds.settled[one.place] for one in ratings if one.place in kinds.settled}
    return {name: one.along for name, one in settled.items() if one.along or one.against}


def _without_ratings(subject: Subject) -> TableError:
    """Why there are no ratings: none at all, or scores that have become dates."""
    table = subject.table
    place = like_scores(table)
    if place is None:
        return NothingUsable("survey_without_ratings", **subject.where)
    first, example = table.address(0, place), table.columns[place].cell(0).shown
    column = table.headers[place]
    return NothingUsable("scores_are_dates", **subject.where, column=column, first=first, example=example)


def _times(table: Table, kinds: Kinds, labels: Mapping[str, Labels]) -> list[Labels]:
    """The periods of the rows, and the moments where a column has them."""
    periods = [labels["period"]] if "period" in labels else []
    return periods + [table.labels(one.place) for one in kinds.of("time")]


def _without_days(table: Table, kinds: Kinds) -> None:
    """The days of many interviews are moments, and no periods unless a person says so."""
    for found in kinds.of("period"):
        column, (_, confidence, reason, other) = table.columns[found.place], kinds.roles[found.place]
        often = labels_of(column).count > MOST_PERIODS or _are_close(column)
        if reason != "by_hand" and often and day_count(column) > _ALL_BUT * table.height:
            kinds.roles[found.place] = ("time", confidence, reason, other)


def _are_close(column: Column) -> bool:
    """Whether the days of a column lie nearer to each other than waves of interviews do."""
    texts = [column.texts[code] for code in column.different(np.isin(column.kinds, (DATE, TEXT)))]
    days = sorted({day.toordinal() for day in days_of(texts).moments if day is not None})
    return len(days) > _TWO and bool(np.median(np.diff(days)) < _WEEK)


def _notice_overall(kinds: Kinds, known: Survey, noticed: Noticed) -> None:
    """Ask about a rating that looks like a question about everything, where no column is an outcome."""
    if kinds.of("outcome"):
        return
    shared = most_common([known.scales[one.header] for one in known.ratings])
    alike = [one for one in known.ratings if known.scales[one.header] == shared]
    found = like_an_overall(alike) or _to_ten(known, shared)
    if found is not None and found.place in kinds.settled:
        noticed.column("warning", "overall_ambiguous", found.place)


def _to_ten(known: Survey, shared: Scale) -> Answered | None:
    """The only rating to ten, where all others share a shorter scale."""
    others = [one for one in known.ratings if known.scales[one.header].maximum != shared.maximum]
    few = len(known.ratings) - len(others) >= _TWO and len(others) == 1 and shared.maximum < _TEN
    return others[0] if few and known.scales[others[0].header].maximum == _TEN else None


def _notice_second_weight(kinds: Kinds, noticed: Noticed) -> None:
    """Ask which of several columns that could each be the weight it is, unless a person said so."""
    weight = next(iter(kinds.of("weight")), None)
    if weight is None or weight.place not in kinds.settled:
        return
    for place, one in kinds.settled.items():
        if one.second == "weight" and place != weight.place:
            other = kinds.columns[place].header
            noticed.column("warning", "two_columns", weight.place, other=other, role="weight")
            return


def _notice_likely_weight(kinds: Kinds, noticed: Noticed) -> None:
    """Ask whether a column weighs whose header says so, and whose numbers only can."""
    for place, one in kinds.settled.items():
        if "may_weigh" in one.said:
            own = KINDS[one.kind][0]
            other = "ignore" if own == "weight" else "weight"
            noticed.column("warning", "role_ambiguous", place, own_role=own, other_role=other)


def _notice_beside(kinds: Kinds, noticed: Noticed) -> None:
    """Ask about answers beside the ratings, on their scale, that hardly share their mood, or may not."""
    for place, one in kinds.settled.items():
        pair = {KINDS[one.kind][0], KINDS[one.rival][0]}
        if one.margin < _CLOSE and "beside_ratings" in one.said and pair == {"rating", "ignore"}:
            own, other = KINDS[one.kind][0], KINDS[one.rival][0]
            noticed.column("warning", "role_ambiguous", place, own_role=own, other_role=other)


def _notice_unused(kinds: Kinds, noticed: Noticed) -> None:
    """Say which columns a person gave the role exposure that cannot have it."""
    used = {one.place for one in kinds.met.values()}
    for column in kinds.of("exposure"):
        if column.place not in used:
            noticed.column("warning", "exposure_unused", column.place)


def by_hand(roles: Roles) -> dict[int, Role]:
    """Return the roles that a person set, by position."""
    return {place: one.role for place, one in enumerate(roles.readings) if one.reason == "by_hand"}


def readings_of(table: Table, kinds: Kinds) -> tuple[ColumnReading, ...]:
    """Return what each column was taken for, and why."""
    readings = []
    for place, header in enumerate(steps(table.headers)):
        role, confidence, reason, other = kinds.roles[place]
        values = {"column": header, **({"other": other} if other else {})}
        reading = ColumnReading(header, table.letters[place], role, confidence, reason, values)
        known = kinds.settled.get(place)
        readings.append(known.told(reading) if known else reading)
    return tuple(readings)


def witness_of(table: Table, outcomes: Sequence[Answered], kept: Flags) -> tuple[str, Values] | None:
    """Return the first outcome that is a number or one of two labels, as numbers; ``None`` without one."""
    for column in outcomes:
        name, values = column.header, column.values
        if column.words == _TWO:
            labels = table.labels(column.place)
            at = int(np.argmax([is_good(str(text)) for text in labels.texts[:_GLANCE]]))
            values = np.where(labels.ids > 0, (labels.ids == labels.ids[at]).astype(float), np.nan)
            name = f"{name} = {labels.texts[at]}"
        values = np.where(kept, values, np.nan)
        if np.count_nonzero(~np.isnan(values)) and np.nanmin(values) < np.nanmax(values):
            return name, values
    return None


def _rows(column: Answered, kept: Flags) -> Answered:
    """The column with rows that do not count left blank."""
    if kept.all():
        return column
    values = np.where(kept, column.values, np.nan)
    return replace(column, values=values, states=np.where(kept, column.states, np.uint8(BLANK)))


def _with_rows(
    known: Survey, subject: Subject, labels: Mapping[str, Labels], asked: Mapping[str, Mapping[str, Answered]]
) -> Survey:
    table, choices, noticed = subject.table, subject.choices, subject.noticed
    groups = summary.groups_of(labels, table.height)
    summary.check_rows(subject.where["file"], groups.count, len(known.ratings))
    shared = most_common([known.scales[one.header] for one in known.ratings])
    rows: list[dict[str, object]] = []
    whose = Gathering(keys_for(subject, len(known.ratings)))
    header = table.header_rows[-1] if table.header_rows else 1
    for first, column in zip(count(0, groups.count), known.ratings, strict=False):
        subject.budget.check()
        scale = known.scales[column.header]
        values = summary.scored(column.values, scale, choices.score)
        if values is None:
            noticed.column("error", f"score_{choices.score}", column.place)
            continue
        if choices.score == "mean":
            values = summary.on_scale(values, scale, shared)
        met = met_of(column, choices) if known.kept is None else met_of(column, choices) & known.kept
        sums = summary.summed(values, met, groups.ids, groups.count, known.weights)
        got = values if choices.score == "mean" else None
        beside = means_beside(asked[column.header], got, known, groups, (scale, shared))
        place = {"sheet": table.sheet.name, "row": header}
        rows += summary.rows_of(column.header, sums, groups, beside, first=first, **place)
        whose.add(values, groups.ids + first, known.weights)
    if not rows:
        return replace(known, error=NothingUsable(f"no_{choices.score}", **subject.where))
    noticed.sheet(
        "info", "responses_read", n=known.used, touchpoints=len({row["touchpoint"] for row in rows})
    )
    expected = {name: one["expectation"] for name, one in asked.items() if "expectation" in one}
    among = known.kept, known.weights
    both = BOTH_COLUMNS if expected and choices.score == "mean" else ()
    return replace(
        known,
        expected=expected,
        paired=paired_of(known.ratings, expected, known.scales, shared, among),
        rows=with_errors(summary.frame_of(rows, extra=(*summary.ANSWERED, *both)), whose.all),
        clusters=whose.all,
        scale=summary.result_scale(shared, choices.score),
    )


def met_of(column: Answered, choices: Choices) -> Flags:
    """Return who met a touchpoint: all who rated it, and those who only did not say how it was."""
    met = (column.states == GIVEN) | (column.states == SILENT) | (column.states == UNREAD)
    if choices.blanks == "no_answer":
        met |= column.states == BLANK
    return np.asarray(met & (column.states != NOT_MET))
