"""The paths in logs, on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from cx import engine, intake, text
from cx import journeys as paths
from cx.cli.streams import tell
from cx.errors import ArgumentError
from cx.records.file import Workbook
from cx.records.journeys import Events, Journeys, LogFacts


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
    tables = [one for one in arguments.files if isinstance(one, engine.Address)]
    log = _of_table(tables[0], arguments) if tables else _of_files(arguments, opened)
    options = paths.Options(
        gap=arguments.gap,
        anchor=arguments.anchor,
        funnel=arguments.funnel,
        top=arguments.top,
        least=arguments.least or _least(tables),
        period_a=arguments.period_a,
        period_b=arguments.period_b,
    )
    return log.facts, paths.journeys(log, options)


def _least(tables: Sequence[engine.Address]) -> int:
    """Below so many customers nothing is told apart: in answers of a database elsewhere."""
    return paths.LEAST_ELSEWHERE if any(not one.is_file for one in tables) else 1


def _of_table(address: engine.Address, arguments: argparse.Namespace) -> engine.Log:
    if len(arguments.files) > 1:
        raise ArgumentError("address_alone", value=address.shown)
    tell(text.say("cli.asking", arguments.lang, place=address.shown))
    return intake.table_log(address, _choices(arguments))


def _of_files(arguments: argparse.Namespace, opened: Callable[[Path], Workbook]) -> Events | engine.Log:
    choices = _choices(arguments)
    large = intake.large_log(arguments.files, choices)
    return large or intake.events([opened(path) for path in arguments.files], choices)


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
