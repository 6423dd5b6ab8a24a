"""Responses reduced to moments: everything that results are computed from, and nothing about a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from cx.errors import NothingUsable, TableError
from cx.impact.expectations import paired
from cx.impact.model import ContrastMoments, Exactness, Model, exactness, penalty_reward
from cx.impact.reading import (
    MANY,
    Codes,
    Options,
    about_base,
    about_events,
    about_exposure,
    about_many,
    read,
    rows,
    suspected,
    told,
)
from cx.impact.sums import Answers, Moments
from cx.impact.sums import moments as gathering
from cx.records import Blanks, Direction, Ends, Finding, Responses, Scale, Source, TouchpointName
from cx.records.file import Paired

_SPARE = 2
_TWO = 2


@dataclass(frozen=True)
class Study:
    """One outcome and its touchpoints, as sums per group of rows."""

    names: tuple[str, ...]
    scales: tuple[Scale, ...]
    outcome: str
    direction: Direction
    positive: str | None
    binary: bool
    """Whether the outcome is 0 or 1."""
    moments: Moments
    model: Model
    contrasts: ContrastMoments
    exactness: Exactness
    sources: tuple[Source, ...] = ()
    findings: tuple[Finding, ...] = ()
    ends: Ends = (None, None)
    """How far the outcome can go."""
    two_valued: bool = False
    """Whether it has two values."""
    paired: Mapping[str, Paired] = field(default_factory=dict)
    """Touchpoint to what was got and expected there."""
    called: Mapping[str, TouchpointName] = field(default_factory=dict)
    """Touchpoint to all its names, where its column is headed otherwise."""


def prepare(
    responses: pd.DataFrame | Responses,
    outcome: str,
    drivers: list[str] | tuple[str, ...] | None = None,
    *,
    weight: str | None = None,
    respondent: str | None = None,
    missing: Codes | None = None,
    no_answer: Codes | None = None,
    blanks: dict[str, Blanks] | None = None,
    scales: Scale | dict[str, Scale] | None = None,
    outcome_direction: Direction | None = None,
    positive: str | None = None,
    leave_out_straight_liners: bool = False,
    cluster: str | None = None,
) -> Study:
    """Return the responses reduced to moments, for one or more results without looking at them again.

    Parameters
    ----------
    responses, outcome, drivers, weight, respondent, missing, no_answer, blanks, scales
        As in :func:`cx.impact.drivers`.
    outcome_direction, positive, leave_out_straight_liners, cluster
        As in :func:`cx.impact.drivers`.

    Raises
    ------
    cx.errors.CxError
        As in :func:`cx.impact.drivers`.
    """
    options = Options(
        outcome,
        None if drivers is None else tuple(drivers),
        weight,
        respondent,
        missing or {},
        no_answer or {},
        blanks or {},
        scales,
        outcome_direction,
        positive,
        cluster,
    )
    reading = read(responses, options)
    answers, unmet = _met(reading.answers)
    seen = rows.seen_in(answers, reading.others)
    left_out: list[Finding] = []
    if leave_out_straight_liners and seen.straight.any():
        left_out = [Finding("error", "straight_liners_left_out", details={"n": int(seen.straight.sum())})]
        answers, emptied = _met(_rest(answers, seen.straight))
        unmet = [*unmet, *emptied]
    _check_spread(answers, outcome)
    study = _reduced(answers, reading.outcome.direction, reading.outcome.positive, outcome)
    findings = (*reading.findings, *unmet, *seen.findings, *left_out, *study.findings)
    called = {name: one for name, one in reading.called.items() if name in study.names}
    return replace(
        study,
        sources=reading.sources,
        findings=told(findings, reading.called),
        called=called,
        paired=_paired(responses, study.names, reading.called),
        ends=reading.ends,
    )


def _paired(
    responses: pd.DataFrame | Responses, names: tuple[str, ...], called: Mapping[str, TouchpointName]
) -> dict[str, Paired]:
    """What was got and expected, by the names in use."""
    if not isinstance(responses, Responses) or not responses.expected:
        return {}
    now = {known.source: name for name, known in called.items()}
    found = {now.get(name, name): one for name, one in paired(responses).items()}
    return {name: one for name, one in found.items() if name in names}


def _reduced(answers: Answers, direction: Direction, positive: str | None, outcome: str) -> Study:
    sums = gathering.gathered(answers)
    model = Model.of(sums)
    if answers.rows < model.columns + _SPARE:
        raise NothingUsable("too_few_rows", n=answers.rows, needed=model.columns + _SPARE)
    codes = suspected(answers.names, sums.histograms, answers.scales, sums.outcome_centre)
    known = np.unique(answers.outcome[:10_000])
    two = len(known) == _TWO and bool(np.isin(answers.outcome, known).all())
    binary = two and known.tolist() == [0.0, 1.0]
    return Study(
        answers.names,
        answers.scales,
        outcome,
        direction,
        positive,
        binary,
        sums,
        model,
        penalty_reward.gathered(answers) if len(answers.names) <= MANY else penalty_reward.without(answers),
        exactness(answers),
        findings=(
            *codes,
            *about_many(answers.names, answers.scales),
            *about_base(sums, model),
            *about_events(answers.outcome, outcome, model),
            *about_exposure(answers.names, sums, model),
        ),
        two_valued=two,
    )


def _met(answers: Answers) -> tuple[Answers, list[Finding]]:
    met = np.atleast_1d(~np.isnan(answers.ratings).all(axis=0))
    if met.all():
        return answers, []
    if not met.any():
        raise NothingUsable("no_ratings", n=answers.rows)
    unmet = [name for name, here in zip(answers.names, met, strict=True) if not here]
    found = [Finding("error", "nobody_met", column=name, details={"touchpoint": name}) for name in unmet]
    kept = np.flatnonzero(met)
    names = tuple(answers.names[j] for j in kept)
    scales = tuple(answers.scales[j] for j in kept)
    ratings = np.asfortranarray(answers.ratings[:, kept])
    unrated = None if answers.unrated is None else answers.unrated[:, kept]
    asked = tuple(answers.batteries[j] for j in kept) if answers.batteries else ()
    some = replace(answers, names=names, scales=scales, ratings=ratings, unrated=unrated, batteries=asked)
    return some, found


def _rest(answers: Answers, dropped: np.ndarray) -> Answers:
    if dropped.all():
        raise NothingUsable("only_straight_liners", n=answers.rows)
    return answers.without(dropped)


def _check_spread(answers: Answers, outcome: str) -> None:
    if answers.outcome.min() == answers.outcome.max():
        value = f"{answers.outcome[0]:g}"
        raise TableError("outcome_no_spread", column=outcome, value=value, n=answers.rows)
