"""The paths in logs, on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from cx import engine, intake, text
from cx import journeys as paths
from cx.cli.derivation import is_none
from cx.cli.streams import tell
from cx.errors import ArgumentError, RoleMissing
from cx.records import Choices
from cx.records.file import Workbook
from cx.records.journeys import SHARED_LEAST, Events, Journeys, Paths

Log = Events | engine.Log


def result_of(arguments: argparse.Namespace, opened: Callable[[Path], Workbook]) -> tuple[Log, Journeys]:
    """Return the log that the files are, and the figures of its paths.

    What goes into a file is folded below ten customers, unless another number was given.

    Raises
    ------
    cx.errors.CxError
        When the files hold no events, or the arguments do not fit them.
    """
    _check_periods(arguments)
    log = _log_of(arguments, opened)
    return log, _figures(log, arguments)


def told(log: Log, arguments: argparse.Namespace) -> Paths:
    """Return the paths of a log as they go into a file.

    Raises
    ------
    cx.errors.CxError
        When the arguments do not fit the log.
    """
    _check_periods(arguments)
    return whole(log, _figures(log, arguments), arguments)


def _figures(log: Log, arguments: argparse.Namespace) -> Journeys:
    """The figures; with how they go from period to period where that is printed in full or written.

    A log that is asked where it lies is read again for it, so that it has to be asked for.
    """
    options = options_of(arguments)
    found = paths.journeys(log, options)
    in_full = arguments.output is not None or arguments.json
    wanted = arguments.trend or (isinstance(log, Events) and in_full)
    return paths.with_trends(log, found, options) if wanted else found


def _check_periods(arguments: argparse.Namespace) -> None:
    periods = arguments.period_a, arguments.period_b
    if (periods[0] is None) != (periods[1] is None):
        raise ArgumentError("one_period", value=periods[0] or periods[1])


def whole(log: Log, figures: Journeys, arguments: argparse.Namespace) -> Paths:
    """Return the figures as they go into a file: with those of each of two periods alone."""
    options = options_of(arguments)
    names = [one for one in (options.period_a, options.period_b) if one is not None]
    alone = [replace(options, period_a=name, period_b=None) for name in names]
    sides = tuple(paths.journeys(log, one, effects=False) for one in alone)
    facts = log.facts
    files = tuple(facts.roles)
    return Paths(figures, files, options, sides=sides, outcome=facts.outcome, within=facts.within)


def options_of(arguments: argparse.Namespace) -> paths.Options:
    """Return what was asked of the paths."""
    return paths.Options(
        gap=arguments.gap,
        anchor=arguments.anchor,
        funnel=arguments.funnel,
        top=arguments.top,
        least=arguments.least or _least(arguments),
        period_a=arguments.period_a,
        period_b=arguments.period_b,
    )


def _least(arguments: argparse.Namespace) -> int:
    """Below so many customers nothing is told apart: in files, and in answers of a database elsewhere."""
    tables = [one for one in arguments.files if isinstance(one, engine.Address)]
    elsewhere = any(not one.is_file for one in tables)
    return 1 if arguments.output is None and not elsewhere else SHARED_LEAST


def _log_of(arguments: argparse.Namespace, opened: Callable[[Path], Workbook]) -> Log:
    tables = [one for one in arguments.files if isinstance(one, engine.Address)]
    return _of_table(tables[0], arguments) if tables else _of_files(arguments, opened)


def _of_table(address: engine.Address, arguments: argparse.Namespace) -> engine.Log:
    if len(arguments.files) > 1:
        raise ArgumentError("address_alone", value=address.shown)
    tell(text.say("cli.asking", arguments.lang, place=address.shown))
    return intake.table_log(address, choices_of(arguments))


def _of_files(arguments: argparse.Namespace, opened: Callable[[Path], Workbook]) -> Log:
    choices = choices_of(arguments)
    large = intake.large_log(arguments.files, choices)
    if large:
        return large
    books = [opened(path) for path in arguments.files]
    try:
        return intake.events(books, choices)
    except RoleMissing:
        tables = tables_among(books, choices.outcome)
        if not 0 < len(tables) < len(books):
            raise
        tell(text.say("cli.journeys.table", arguments.lang, file=", ".join(one.name for one in tables)))
        return intake.events([one for one in books if one not in tables], choices)


def tables_among(books: Sequence[Workbook], outcome: str | None) -> list[Workbook]:
    """Return the files with one row a touchpoint, which say where touchpoints lie on the matrix."""
    if len(books) == 1:
        return []
    shapes = {book.name: intake.understand(book, Choices()).shape for book in books}
    logs = [name for name, shape in shapes.items() if shape == "contacts"]
    away = {book.name for book in intake.outcome_books(books, logs, outcome)}
    return [book for book in books if shapes[book.name] == "touchpoints" and book.name not in away]


def are_logs(books: Sequence[Workbook], outcome: str | None) -> bool:
    """Return whether several files are logs alone, and files that say what came of their customers."""
    shapes = {book.name: intake.understand(book, Choices()).shape for book in books}
    logs = [name for name, shape in shapes.items() if shape == "contacts"]
    away = {book.name for book in intake.outcome_books(books, logs, outcome)}
    return bool(away) and all(name in logs or name in away for name in shapes)


def choices_of(arguments: argparse.Namespace) -> intake.EventChoices:
    """Return what was said of the files: by ``journeys``, or by a command that also knows other files."""
    own = arguments.command == "journeys"
    sheet, outcome = arguments.sheet, arguments.outcome
    return intake.EventChoices(
        roles=tuple(arguments.role if own else ((None, *one) for one in arguments.role)),
        case=arguments.case,
        outcome=outcome if own or not is_none(outcome) else None,
        positive=arguments.positive,
        sheet=sheet if own else next(iter(sheet), None),
        header_rows=arguments.header,
        hidden=arguments.hidden,
        within=tuple(arguments.segment),
    )
