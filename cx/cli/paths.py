"""The paths in logs, on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from cx import intake
from cx import journeys as paths
from cx.errors import ArgumentError
from cx.records.file import Workbook
from cx.records.journeys import Journeys, LogFacts


def result_of(arguments: argparse.Namespace, opened: Callable[[Path], Workbook]) -> tuple[LogFacts, Journeys]:
    """Return what the files are, and the figures of their paths.

    Raises
    ------
    cx.errors.CxError
        When the files hold no events, or the arguments do not fit them.
    """
    periods = arguments.period_a, arguments.period_b
    if (periods[0] is None) != (periods[1] is None):
        raise ArgumentError("one_period", value=periods[0] or periods[1])
    choices = _choices(arguments)
    large = intake.large_log(arguments.files, choices)
    events = large or intake.events([opened(path) for path in arguments.files], choices)
    options = paths.Options(
        gap=arguments.gap,
        anchor=arguments.anchor,
        funnel=arguments.funnel,
        top=arguments.top,
        least=arguments.least,
        period_a=arguments.period_a,
        period_b=arguments.period_b,
    )
    return events.facts, paths.journeys(events, options)


def _choices(arguments: argparse.Namespace) -> intake.EventChoices:
    return intake.EventChoices(
        roles=tuple(arguments.role),
        case=arguments.case,
        outcome=arguments.outcome,
        positive=arguments.positive,
        sheet=arguments.sheet,
        header_rows=arguments.header,
        hidden=arguments.hidden,
    )
