"""How answers are meant that are added up: as the arguments say of the rows that are read."""

from __future__ import annotations

import argparse

from cx import impact
from cx.cli.derivation import asked_of, wanted_of
from cx.large_answers import PartRead
from cx.records.file import Workbook


def part_read(arguments: argparse.Namespace, book: Workbook) -> PartRead:
    """Return how rows are meant: a part of files, or rows made up of a table's counts.

    Raises
    ------
    cx.errors.CxError
        When they hold no answers, or the arguments do not fit them.
    """
    survey, choices = asked_of(arguments, book)
    wanted = wanted_of(arguments, survey)
    part = impact.prepare(
        impact.within(survey.responses, wanted),
        survey.outcome,
        outcome_direction=arguments.outcome_direction,
        positive=arguments.positive,
    )
    headers = {impact.segment_column(survey.responses, name): one for name, one in wanted.items()}
    return PartRead(survey.responses, survey.outcome, choices, part, headers)
