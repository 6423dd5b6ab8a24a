"""Responses as answers: codes taken out, ratings turned, unusable rows dropped and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from cx.errors import NothingUsable, TableError
from cx.impact.reading.batteries import batteries_of
from cx.impact.reading.candidates import named_by_code, ratings_among, second_outcomes
from cx.impact.reading.cells import Flags, Numbers, coded, numbers
from cx.impact.reading.importance_columns import importance_columns
from cx.impact.reading.names import by_name, called_of
from cx.impact.reading.outcome import Outcome, outcome_of
from cx.impact.reading.outcome_ends import ends_of
from cx.impact.reading.scaling import scales_of
from cx.impact.sums import GROUPS, Answers, group_of
from cx.records import (
    Blanks,
    Direction,
    Ends,
    Finding,
    Keys,
    Responses,
    Scale,
    Source,
    TouchpointName,
    keys_of,
    texts_of,
)

Codes = Mapping[str, Sequence[object]]
Cell = TypeVar("Cell", bound=np.generic)


@dataclass(frozen=True)
class Options:
    """How the columns of a table of responses are meant."""

    outcome: str
    drivers: tuple[str, ...] | None = None
    weight: str | None = None
    respondent: str | None = None
    missing: Codes = field(default_factory=dict)
    no_answer: Codes = field(default_factory=dict)
    blanks: Mapping[str, Blanks] = field(default_factory=dict)
    scales: Scale | Mapping[str, Scale] | None = None
    direction: Direction | None = None
    positive: str | None = None
    cluster: str | None = None

    @property
    def people(self) -> str | None:
        """The column whose values stay together: that of clusters, else that of respondents."""
        return self.cluster or self.respondent

    def behind(self, responses: Responses) -> Options:
        """Return the options with what they leave open taken from the responses' own roles."""
        given = self.scales or {}
        scales = given if isinstance(given, Scale) else {**responses.scales, **given}
        return replace(
            self,
            drivers=responses.drivers if self.drivers is None else self.drivers,
            weight=responses.weight if self.weight is None else self.weight,
            respondent=responses.respondent if self.respondent is None else self.respondent,
            missing={**responses.not_met, **self.missing},
            no_answer={**responses.no_answer, **self.no_answer},
            blanks={**responses.blanks, **self.blanks},
            scales=scales,
            direction=self.direction or responses.outcome_directions.get(self.outcome),
            positive=self.positive or responses.positives.get(self.outcome),
            cluster=responses.cluster if self.cluster is None else self.cluster,
        )


@dataclass(frozen=True)
class Reading:
    """Answers, with what was seen on the way."""

    answers: Answers
    outcome: Outcome
    others: pd.DataFrame
    """The used rows of the columns that are neither outcome nor rating, by which copies are told apart."""
    sources: tuple[Source, ...]
    findings: tuple[Finding, ...]
    ends: Ends = (None, None)
    """How far the outcome can go."""
    called: Mapping[str, TouchpointName] = field(default_factory=dict)
    """Touchpoint to all its names, where its column is headed otherwise."""


def read(responses: pd.DataFrame | Responses, options: Options) -> Reading:
    """Return the rows that can be used, as numbers.

    Raises
    ------
    cx.errors.TableError
        When a column is not there, or the outcome cannot be used.
    cx.errors.NothingUsable
        When no row or no touchpoint is left.
    """
    sources: tuple[Source, ...] = ()
    known: tuple[Finding, ...] = ()
    known_names: Mapping[str, TouchpointName] = {}
    asked: tuple[tuple[str, ...], ...] = ()
    frame = responses
    if isinstance(responses, Responses):
        known = (*responses.findings, *other_outcomes(responses, options))
        options, sources, frame = options.behind(responses), responses.sources, responses.rows
        known_names, asked = responses.names, responses.batteries
    assert isinstance(frame, pd.DataFrame)  # noqa: S101 - narrows the type
    frame = frame.rename(columns=str)
    codes = options.missing.get(options.outcome)
    outcome = outcome_of(frame, options.outcome, options.direction, options.positive, codes)
    taken = [
        options.outcome,
        *(name for name in (options.weight, options.respondent, options.cluster) if name),
    ]
    names, found = _drivers(frame, options, taken)
    ratings, unrated, scales, seen = _ratings(frame, names, options)
    weights, about_weights = _weights(frame, options.weight)
    dropped, about_rows = _unusable(outcome.numbers, weights)
    called = called_of(names, known_names)
    answers = Answers(
        by_name(names, known_names),
        _kept(ratings, dropped),
        _kept(unrated, dropped) if unrated.any() else None,
        outcome.numbers[~dropped],
        None if weights is None else weights[~dropped],
        _groups(frame, options.people, dropped),
        scales,
        _keys(frame, options.people, dropped),
        batteries_of(names, scales, asked),
    )
    found = [*found, *named_by_code(answers.names)]
    if not any(one.code == "clusters_used" for one in known):
        found = [*found, *_about_clusters(answers, options)]
    findings = (*known, *outcome.findings, *found, *about_weights, *about_rows, *seen)
    others = frame.loc[:, ~frame.columns.isin([options.outcome, *names])]
    others = others[~dropped] if dropped.any() else others
    ends = ends_of(answers.outcome, options.outcome, options.scales)
    return Reading(_filled(answers), outcome, others, sources, findings, ends, called)


def _about_clusters(answers: Answers, options: Options) -> list[Finding]:
    if not options.cluster or answers.keys is None:
        return []
    details = {"n": len(np.unique(answers.keys))}
    return [Finding("info", "clusters_used", column=options.cluster, details=details)]


def other_outcomes(responses: Responses, options: Options) -> list[Finding]:
    """Return a finding for each other outcome of the responses, and one where a rating serves as outcome."""
    drivers = responses.drivers if options.drivers is None else options.drivers
    rated = options.outcome in responses.drivers
    found = [Finding("warning", "outcome_is_rating", column=options.outcome)] if rated else []
    return found + [
        Finding("error", "second_outcome", column=name)
        for name in responses.outcomes
        if name != options.outcome and name not in drivers
    ]


def _drivers(frame: pd.DataFrame, options: Options, taken: list[str]) -> tuple[list[str], list[Finding]]:
    if options.drivers is None:
        names, found = ratings_among(frame, taken)
    else:
        names, found = list(options.drivers), second_outcomes(options.drivers, options.outcome)
        _check_columns(frame, names)
    names = [name for name in dict.fromkeys(names) if name not in taken]
    asked = set(importance_columns(names).values())
    if asked:
        names = [name for name in names if name not in asked]
        found = [*found, Finding("info", "importance_columns", details={"columns": ", ".join(sorted(asked))})]
    if not names:
        raise NothingUsable("no_drivers", outcome=options.outcome)
    return names, found


def _check_columns(frame: pd.DataFrame, names: Sequence[str]) -> None:
    often = Counter(frame.columns)
    for name in names:
        if name not in often:
            raise TableError("driver_missing", column=name, known=", ".join(map(str, frame.columns)))
        if often[name] > 1:
            raise TableError("driver_twice", column=name)


def _ratings(
    frame: pd.DataFrame, names: Sequence[str], options: Options
) -> tuple[Numbers, Flags, tuple[Scale, ...], list[Finding]]:
    ratings = np.empty((len(frame), len(names)), order="F")
    unrated = np.zeros((len(frame), len(names)), dtype=bool, order="F")
    findings: list[Finding] = []
    for j, name in enumerate(names):
        column = frame[name]
        values, unread = numbers(column)
        away = coded(column, values, options.missing.get(name, ()))
        silent = coded(column, values, options.no_answer.get(name, ()))
        blank = np.isnan(values) & ~away & ~silent & ~unread
        findings += _about_blanks(name, blank, away, options)
        lost = unread & ~away & ~silent
        if lost.any():
            example = str(column[lost].iloc[0])
            details = {"n": int(lost.sum()), "touchpoint": name}
            findings.append(
                Finding("error", "rating_unreadable", column=name, value=example, details=details)
            )
        if options.blanks.get(name) == "no_answer":
            silent |= blank
        ratings[:, j] = np.where(away | silent, np.nan, values)
        unrated[:, j] = silent | lost
    scales, seen = scales_of(names, [ratings[:, j] for j in range(len(names))], options.scales)
    for j, scale in enumerate(scales):
        _fit_to(scale, ratings[:, j], unrated[:, j])
    return ratings, unrated, scales, [*findings, *seen, *_about_silence(names, unrated)]


def _about_blanks(name: str, blank: Flags, away: Flags, options: Options) -> list[Finding]:
    if name in options.blanks or not (blank.any() and away.any()):
        return []
    details = {"n": int(blank.sum()), "touchpoint": name}
    return [Finding("warning", "blanks_beside_code", column=name, details=details)]


def _about_silence(names: Sequence[str], unrated: Flags) -> list[Finding]:
    return [
        Finding("info", "met_not_rated", column=name, details={"n": int(n), "touchpoint": name})
        for name, n in zip(names, unrated.sum(axis=0), strict=True)
        if n
    ]


def _fit_to(scale: Scale, values: Numbers, unrated: Flags) -> None:
    slack = 1e-9 * max(1.0, abs(scale.minimum), abs(scale.maximum))
    outside = (values < scale.minimum - slack) | (values > scale.maximum + slack)
    unrated |= outside
    values[outside] = np.nan
    if scale.direction == "lower":
        np.subtract(scale.minimum + scale.maximum, values, out=values)


def _weights(frame: pd.DataFrame, name: str | None) -> tuple[Numbers | None, list[Finding]]:
    if name is None:
        return None, []
    _check_columns(frame, [name])
    weights, _ = numbers(frame[name])
    bad = int((~(weights >= 0)).sum())
    found = [Finding("error", "weight_unusable", column=name, details={"n": bad})] if bad else []
    return weights, found


def _unusable(outcome: Numbers, weights: Numbers | None) -> tuple[Flags, list[Finding]]:
    blank = np.isnan(outcome)
    dropped = blank if weights is None else blank | ~(weights > 0)
    if dropped.all():
        raise NothingUsable("no_outcome_rows", n=len(outcome))
    n = int(blank.sum())
    return dropped, [Finding("error", "rows_without_outcome", details={"n": n})] if n else []


def _kept(cells: npt.NDArray[Cell], dropped: Flags) -> npt.NDArray[Cell]:
    return np.asfortranarray(cells[~dropped]) if dropped.any() else cells


def _groups(frame: pd.DataFrame, column: str | None, dropped: Flags) -> np.ndarray | None:
    """The group of each row: whoever stays together is in one, the same one whatever counts the rows."""
    if column is None:
        return None
    _check_columns(frame, [column])
    names = frame[column][~dropped]
    people, known = pd.factorize(names.mask(names.astype(str).str.strip() == "").to_numpy(dtype=object))
    if people.max() == 0 and (people == 0).all():
        raise TableError("one_respondent", column=column)
    groups = np.array([*map(group_of, texts_of(known)), -1], dtype=np.int64)[people]
    return np.where(groups < 0, np.arange(len(groups)) % GROUPS, groups)


def _keys(frame: pd.DataFrame, people: str | None, dropped: Flags) -> Keys | None:
    return None if people is None else keys_of(frame[people][~dropped].to_numpy(dtype=object))


def _filled(answers: Answers) -> Answers:
    # A touchpoint that was met and not rated counts as rated at its mean.
    if answers.unrated is None:
        return answers
    ratings = answers.ratings
    for j in np.flatnonzero(answers.unrated.any(axis=0)):
        known = ~np.isnan(ratings[:, j])
        weights = np.ones(len(known)) if answers.weights is None else answers.weights
        if known.any():
            mean = np.average(ratings[known, j], weights=weights[known])
            ratings[answers.unrated[:, j], j] = mean
    return answers
