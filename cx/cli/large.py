"""Drivers of a file of answers that is larger than a file may be that is read cell by cell."""

from __future__ import annotations

import argparse
from pathlib import Path

from cx import engine, impact, intake, text
from cx.cli.derived import Progress, asked_of
from cx.cli.streams import tell
from cx.errors import ArgumentError, TableError
from cx.records import DriverResult
from cx.text import Language

_TEXTS = (".csv", ".tsv", ".txt")


def is_large(arguments: argparse.Namespace) -> bool:
    """Return whether the first file is text beyond the limit for files (``CX_LIMIT_FILE_MB``)."""
    path: Path = arguments.files[0]
    return (
        path.suffix.lower() in _TEXTS
        and path.is_file()
        and path.stat().st_size > intake.limits_set().file_bytes
    )


def result_of(arguments: argparse.Namespace, lang: Language) -> DriverResult:
    """Return the impact of each touchpoint on the outcome, by a part of the file and the sums of all of it.

    Raises
    ------
    cx.errors.CxError
        When the part cannot be understood, or the file is no plain table of respondents.
    """
    path: Path = arguments.files[0]
    if arguments.segment or arguments.period is not None:
        raise ArgumentError("large_without_parts", file=path.name)
    tell(text.say("cli.large", lang, file=path.name))
    book = intake.read(intake.part_of(path), path.name)
    survey, choices = asked_of(arguments, book)
    responses, outcome = survey.responses, survey.outcome
    large = intake.large_survey(path, book, choices, responses)
    part = impact.prepare(
        responses, outcome, outcome_direction=arguments.outcome_direction, positive=arguments.positive
    )
    sources = [part.called[name].source if name in part.called else name for name in part.names]
    if {*sources, outcome} - set(large.cells):
        raise TableError("large_not_plain", file=path.name)
    measures = [
        impact.rating_measure(
            large.columns[name], large.cells[name], scale, responses.no_answer.get(name, ())
        )
        for name, scale in zip(sources, part.scales, strict=True)
    ]
    factors = [one.factor for one in measures]
    codes = responses.not_met.get(outcome)
    goal = impact.outcome_measure(large.columns[outcome], large.cells[outcome], part, codes)
    sums = engine.group_sums(
        large.table,
        goal,
        measures,
        identity=None if responses.respondent is None else large.columns[responses.respondent],
        ends=impact.ends_of(part.scales, factors),
        name=path.name,
    )
    study = impact.of_sums(part, sums, factors, goal.factor)
    return impact.result(
        study, method=arguments.method or "shapley", seed=arguments.seed, progress=Progress(lang)
    )
