"""Answers in a database: understood by counts, added up by the database itself."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, replace

from cx import engine, impact, intake, text
from cx.cli.arguments import choices_of
from cx.cli.derived import NO_OUTCOME, Progress, asked_of, is_none
from cx.cli.streams import tell
from cx.errors import ArgumentError, TableError
from cx.records import DriverResult, Finding, Method, Understanding
from cx.records.journeys import SHARED_LEAST
from cx.text import Language


def address_of(arguments: argparse.Namespace) -> engine.Address | None:
    """Return the address of a table, where one was given.

    Raises
    ------
    ArgumentError
        When it stands beside files or other tables.
    """
    found = next((one for one in arguments.files if isinstance(one, engine.Address)), None)
    if found is not None and len(arguments.files) > 1:
        raise ArgumentError("address_alone", value=found.shown)
    return found


def asked(address: engine.Address, arguments: argparse.Namespace, lang: Language) -> intake.AskedTable:
    """Return a table of answers with what is counted of it.

    Raises
    ------
    cx.errors.CxError
        When it cannot be asked, or has too few rows.
    """
    tell(text.say("cli.asking", lang, place=address.shown))
    return intake.asked_table(address, choices_of(arguments), _least(address, arguments))


def understood(found: intake.AskedTable, seen: Understanding) -> Understanding:
    """Return how a table was understood: with its own number of rows, and nothing said of made-up ones."""
    about = Finding("info", "table_by_counts", details={"n": found.rows, "part": found.made_up})
    sheets = tuple(replace(one, rows=found.rows + 1) for one in seen.sheets)
    told = [
        replace(one, row=None, cell=None, sheet=None, details=_of_all(one, found)) for one in seen.findings
    ]
    return replace(seen, sheets=sheets, row_count=found.rows, findings=(about, *told))


def _of_all(one: Finding, found: intake.AskedTable) -> Mapping[str, object]:
    """The number of respondents is the table's, not that of the made-up ones."""
    return {**one.details, "n": found.rows} if one.details.get("n") == found.made_up else one.details


def result_of(found: intake.AskedTable, arguments: argparse.Namespace, lang: Language) -> DriverResult:
    """Return the impact of each touchpoint on the outcome, by the sums of the table.

    Raises
    ------
    cx.errors.CxError
        When the table is no plain table of respondents, or the arguments do not fit it.
    """
    if arguments.segment or arguments.period is not None:
        raise ArgumentError("address_without_parts", value=found.address.shown)
    method: Method = arguments.method or "shapley"
    study = _Study.of(found, arguments).by_sums(_least(found.address, arguments))
    return impact.result(study, method=method, seed=arguments.seed, progress=Progress(lang))


def with_outcome(found: intake.AskedTable, arguments: argparse.Namespace) -> argparse.Namespace:
    """Return the arguments with the outcome that the table itself shows, where none was given.

    Raises
    ------
    ArgumentError
        When it shows none, or several, or none was wanted: a table is drawn with impact only.
    """
    if arguments.outcome is not None and not is_none(arguments.outcome):
        return arguments
    seen = intake.understand(found.book, choices_of(arguments))
    outcomes = [one.header for one in seen.columns_of("outcome")]
    if len(outcomes) != 1 or arguments.outcome is not None:
        known = ", ".join(outcomes) or NO_OUTCOME
        raise ArgumentError("address_outcome", value=found.address.shown, known=known)
    return argparse.Namespace(**{**vars(arguments), "outcome": outcomes[0]})


def _least(address: engine.Address, arguments: argparse.Namespace) -> int:
    """Below so many people nothing leaves a database elsewhere."""
    given: int | None = arguments.least
    return given or (1 if address.is_file else SHARED_LEAST)


@dataclass(frozen=True)
class _Study:
    """What the table was understood as, and its columns as whole numbers."""

    found: intake.AskedTable
    part: impact.Study
    goal: engine.Measure
    measures: tuple[engine.Measure, ...]
    respondent: str | None

    @classmethod
    def of(cls, found: intake.AskedTable, arguments: argparse.Namespace) -> _Study:
        survey, choices = asked_of(arguments, found.book)
        responses, outcome = survey.responses, survey.outcome
        try:
            _, cells = intake.read_as(found.book, choices, responses)
        except TableError as error:
            if error.key != "large_not_plain":
                raise
            raise TableError("address_not_plain", file=found.address.shown) from error
        part = impact.prepare(
            responses,
            outcome,
            outcome_direction=arguments.outcome_direction,
            positive=arguments.positive,
        )
        headers = [part.called[name].source if name in part.called else name for name in part.names]
        if {*headers, outcome} - set(cells):
            raise TableError("address_not_plain", file=found.address.shown)
        silent, kinds = responses.no_answer, found.kinds
        measures = tuple(
            impact.rating_measure(name, cells[name], scale, silent.get(name, ()), kinds[name])
            for name, scale in zip(headers, part.scales, strict=True)
        )
        codes = responses.not_met.get(outcome)
        goal = impact.outcome_measure(outcome, cells[outcome], part, codes, kinds[outcome])
        return cls(found, part, goal, measures, responses.respondent)

    def by_sums(self, least: int) -> impact.Study:
        """All answers, by the sums that the database gives."""
        factors = [one.factor for one in self.measures]
        sums = engine.group_sums(
            self.found.address,
            self.goal,
            self.measures,
            identity=self.respondent,
            ends=impact.ends_of(self.part.scales, factors),
            least=least,
            name=self.found.address.shown,
        )
        return impact.of_table(self.part, sums, factors, self.goal.factor)
