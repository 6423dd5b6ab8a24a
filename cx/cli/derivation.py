"""Impact derived from responses, on the command line."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cx import impact, intake, text
from cx import matrix as matrices
from cx.cli import chosen_drivers, outcomes
from cx.cli.arguments import choices_of
from cx.cli.column_names import further_names, header_of
from cx.cli.streams import tell
from cx.errors import ArgumentError, TableError
from cx.records import (
    Choices,
    DriverResult,
    Method,
    Responses,
    Role,
    Shape,
    Touchpoints,
    Understanding,
)
from cx.records.file import Workbook
from cx.text import Language

NO_OUTCOME = "none"
_SILENT = 1.0
_STEP = 0.1


@dataclass
class Progress:
    """Tells on standard error how far the work is, once it takes longer than a second."""

    lang: Language
    started: float = field(default_factory=time.monotonic)
    told: float = 0.0

    def __call__(self, done: float) -> None:
        """Take note that a part of the work, 0..1, is done."""
        if time.monotonic() - self.started < _SILENT or done < self.told + _STEP:
            return
        self.told = done
        tell(text.say("cli.progress", self.lang, share=text.percent(done, self.lang)))


@dataclass(frozen=True)
class Survey:
    """Responses, and the header of the outcome that was asked for."""

    responses: Responses
    outcome: str


def result_of(arguments: argparse.Namespace, workbook: Workbook, lang: Language) -> DriverResult:
    """Return the impact of each touchpoint on the outcome, among the respondents that were asked for.

    Raises
    ------
    cx.errors.CxError
        When the file holds no responses, or the arguments do not fit them.
    """
    return _derived(arguments, _part(arguments, _survey(arguments, workbook)), lang)


def touchpoints_of(
    arguments: argparse.Namespace, workbooks: Sequence[Workbook], lang: Language
) -> tuple[Touchpoints, Touchpoints | None, DriverResult]:
    """Return the touchpoints of the responses with derived impact, those of all respondents, and the drivers.

    The second is ``None`` where nothing but all respondents was asked for. Further files give volumes.

    Raises
    ------
    cx.errors.CxError
        When no file holds responses, or the arguments do not fit them.
    """
    first = _first(arguments, workbooks)
    others = [
        intake.touchpoints(
            book, replace(choices_of(arguments), roles={}, sheet=None, cluster=None), partial=True
        )
        for book in workbooks
        if book is not first
    ]
    survey = _survey(arguments, first)
    part = _part(arguments, survey)
    whole, drivers = _table(arguments, survey, others, lang)
    if further := intake.further_sheets(first, choices_of(arguments), whole):
        others += further
        whole, drivers = _table(arguments, survey, others, lang)
    if part is survey:
        return whole, None, drivers
    table, drivers = _table(arguments, part, others, lang)
    return table, whole, drivers


def at_once(
    arguments: argparse.Namespace,
    workbooks: Sequence[Workbook],
    table: Touchpoints,
    choices: Choices,
    lang: Language,
) -> tuple[Touchpoints, DriverResult | None]:
    """Return a table with the impact that its answers carry, where nobody said what impact is on.

    The table stays as it is where it has impact, holds no answers, or none was asked for; where impact
    cannot be derived, its findings say why.
    """
    given = arguments.outcome is not None or table.impact_kind != "none"
    wanted = not given or arguments.drivers
    responses = intake.answers_among(workbooks, choices, table, arguments.period) if wanted else None
    if responses is None:
        return table, None
    table, responses = chosen_drivers.narrowed(arguments, workbooks, choices, table, responses)
    if given:
        return table, None
    _warn_of_many(responses, lang)
    found = impact.at_once(
        responses,
        outcome_direction=arguments.outcome_direction,
        positive=arguments.positive,
        method=arguments.method,
        seed=arguments.seed,
        progress=Progress(lang),
    )
    return outcomes.counted(matrices.with_own_impact(table, found, arguments.score)), found.result


def tried(
    arguments: argparse.Namespace,
    workbooks: Sequence[Workbook],
    table: Touchpoints,
    choices: Choices,
    drivers: DriverResult | None,
) -> Touchpoints:
    """Return a table with the trials of its derived impact that look at the answers again."""
    responses = None if drivers is None else _answers(arguments, workbooks, choices, table)
    if drivers is None or responses is None:
        return table
    more = impact.trials_of_answers(responses, drivers, arguments.score)
    return replace(table, trials=(*table.trials, *more))


def with_moments(
    arguments: argparse.Namespace,
    workbooks: Sequence[Workbook],
    table: Touchpoints,
    choices: Choices,
    drivers: DriverResult | None,
) -> Touchpoints:
    """Return a table with the effects of its touchpoints within each segment of its respondents."""
    responses = None if drivers is None else _answers(arguments, workbooks, choices, table)
    if drivers is None or responses is None:
        return table
    return impact.with_segment_effects(table, responses, drivers)


def _answers(
    arguments: argparse.Namespace, workbooks: Sequence[Workbook], choices: Choices, table: Touchpoints
) -> Responses | None:
    """The answers that impact was derived from; those of a table in a database stay there."""
    if not workbooks:
        return None
    if arguments.outcome is None:
        return intake.answers_among(workbooks, choices, table, arguments.period)
    return _part(arguments, survey_among(arguments, workbooks)).responses


def is_none(outcome: str | None) -> bool:
    """Return whether an outcome says that no impact is derived; a column of that name goes by its letter."""
    return outcome is not None and outcome.strip().casefold() == NO_OUTCOME


def _table(
    arguments: argparse.Namespace, survey: Survey, others: Sequence[Touchpoints], lang: Language
) -> tuple[Touchpoints, DriverResult]:
    drivers = _derived(arguments, survey, lang)
    found = impact.touchpoints(drivers, arguments.score)
    return matrices.with_others(found, others, dict(arguments.match)), drivers


def _warn_of_many(responses: Responses, lang: Language) -> None:
    """Say before a long wait that there are too many touchpoints, and between what one can choose."""
    for finding in impact.about_many(responses):
        tell(finding.message(lang))


def _derived(arguments: argparse.Namespace, survey: Survey, lang: Language) -> DriverResult:
    _warn_of_many(survey.responses, lang)
    method: Method = arguments.method or "shapley"
    return impact.drivers(
        survey.responses,
        survey.outcome,
        outcome_direction=arguments.outcome_direction,
        positive=arguments.positive,
        method=method,
        seed=arguments.seed,
        progress=Progress(lang),
    )


def survey_among(arguments: argparse.Namespace, workbooks: Sequence[Workbook]) -> Survey:
    """Return the responses among several files.

    Raises
    ------
    cx.errors.CxError
        When no file holds responses, or the arguments do not fit them.
    """
    return _survey(arguments, _first(arguments, workbooks))


def _first(arguments: argparse.Namespace, workbooks: Sequence[Workbook]) -> Workbook:
    return next((book for book in workbooks if _is_survey(arguments, book)), workbooks[0])


def _is_survey(arguments: argparse.Namespace, workbook: Workbook) -> bool:
    seen = intake.understand(workbook, Choices(shape=arguments.shape))
    return seen.shape in ("responses", "ratings")


def _survey(arguments: argparse.Namespace, workbook: Workbook) -> Survey:
    return asked_of(arguments, workbook)[0]


def asked_of(arguments: argparse.Namespace, workbook: Workbook) -> tuple[Survey, Choices]:
    """Return the responses of a file with the outcome that was asked for, and all that was chosen about it.

    Raises
    ------
    cx.errors.CxError
        When the file holds no responses, or the arguments do not fit them.
    """
    choices = choices_of(arguments)
    seen = intake.understand(workbook, choices)
    outcome = header_of(seen, arguments.outcome)
    groups = [column.header for column in seen.columns if column.role in _GROUPS]
    asked = (header_of(seen, column) for column, _ in arguments.segment)
    roles: dict[str, Role] = {} if _is_outcome(seen, outcome) else {outcome: "outcome"}
    roles |= {column: "segment" for column in asked if column not in groups}
    roles |= chosen_drivers.rated(arguments, seen, outcome)
    shape: Shape | None = choices.shape or ("responses" if _may_be_responses(seen) else None)
    if shape is None and seen.shape in ("touchpoints", "contacts"):
        raise TableError("no_respondents", file=workbook.name)
    choices = replace(choices, roles={**roles, **choices.roles}, shape=shape)
    found = intake.responses(workbook, choices)
    wanted = impact.chosen(found, chosen_drivers.wanted(arguments), further_names(seen))
    return Survey(wanted, outcome), choices


def _is_outcome(seen: Understanding, header: str) -> bool:
    """Whether a column is the outcome already: then the file is not gone through once more to make it one."""
    return any(
        one.header == header and one.role == "outcome" and one.confidence >= _SURE for one in seen.columns
    )


def _may_be_responses(seen: Understanding) -> bool:
    """Too few rows to be told as responses, and nothing that names touchpoints."""
    named = any(c.role == "touchpoint" and c.confidence >= _SURE for c in seen.columns)
    return seen.shape == "touchpoints" and not named


def _part(arguments: argparse.Namespace, survey: Survey) -> Survey:
    part = impact.within(survey.responses, wanted_of(arguments, survey))
    return survey if part is survey.responses else replace(survey, responses=part)


def wanted_of(arguments: argparse.Namespace, survey: Survey) -> dict[str, list[str]]:
    """Return of which respondents the result is asked: headers with the values of which each has one."""
    wanted: dict[str, list[str]] = {}
    for column, value in arguments.segment:
        wanted.setdefault(column, []).append(value)
    if arguments.period is not None:
        wanted[_period(arguments, survey)] = [arguments.period]
    return wanted


def _period(arguments: argparse.Namespace, survey: Survey) -> str:
    for source in survey.responses.sources:
        for header, role in source.roles.items():
            if role == "period":
                return header
    raise ArgumentError("argument_period", value=arguments.period, known=text.NOTHING)


_GROUPS = ("segment", "period", "channel", "journey")
_SURE = 0.65
