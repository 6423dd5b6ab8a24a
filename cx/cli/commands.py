"""What each command gives: its result as text, or the file that it writes.

Loaded for a command that runs: help, and what is wrong with the arguments, need none of the libraries.
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from cx import engine, impact, intake, large_answers, text
from cx import lenses as readings
from cx import matrix as matrices
from cx.cli import chosen_drivers, derivation, inspection, large, lenses, many_files, outcomes, paths, refresh
from cx.cli import journeys as of_paths
from cx.cli.arguments import WRITES, choices_of, settings_of
from cx.cli.log_arguments import asks_for_paths, slides_of_paths
from cx.cli.output import (
    drivers_as_json,
    drivers_as_text,
    dumped,
    matrix_as_json,
    matrix_as_text,
)
from cx.cli.segments import moved, outcome_of_part, settings_in_view
from cx.cli.streams import content_of, put, template_of
from cx.errors import ArgumentError, CxError, TableError
from cx.intake import mapping
from cx.intake.join import Stacked
from cx.matrix.comparison import segments
from cx.records import Choices, DriverResult, Matrix, Stress, Touchpoints
from cx.records.file import EVERY_COLUMN, Workbook
from cx.records.journeys import Events, PathLook, Paths
from cx.records.lenses import Lenses
from cx.text import Language

if TYPE_CHECKING:
    from cx.deliver import Additions, OldDeck


def result_of(arguments: argparse.Namespace, lang: Language) -> str:
    """Return what a command prints; commands that write a file print its name."""
    arguments = many_files.with_files(arguments)
    if arguments.command == "refresh" and (table := large.tables.address_of(arguments)) is not None:
        raise ArgumentError("address_written", value=table.shown, command=arguments.command)
    if arguments.command == "refresh":
        return refresh.result_of(arguments, lang, _as_drawn, _as_walked)
    if arguments.command == "inspect":
        if (address := large.tables.address_of(arguments)) is not None:
            return _asked(address, arguments, lang)
        whole = many_files.one_table(arguments, lambda path: _workbook(path, arguments))
        return _inspected(whole, arguments, lang)
    if arguments.command == "drivers":
        found = _drivers(arguments, lang)
        return dumped(drivers_as_json(found, lang)) if arguments.json else drivers_as_text(found, lang)
    if arguments.command == "journeys" or (arguments.command in WRITES and of_paths.of_logs(arguments)):
        return _journeys(arguments, lang)
    return _of_matrix(arguments, lang)


def _of_matrix(arguments: argparse.Namespace, lang: Language) -> str:
    try:
        made = _matrix(arguments, lang)
    except CxError as error:
        if arguments.command not in WRITES:
            raise
        if not of_paths.instead_of(error, arguments) and not _are_logs(arguments):
            raise
        return _journeys(arguments, lang)
    if arguments.command in WRITES and made.events is None and asks_for_paths(arguments):
        return _journeys(arguments, lang)  # which says what is no log
    if arguments.command == "matrix":
        outcome = outcomes.shown_in_settings(arguments, made.drivers)
        seen = _lenses(arguments, made)
        return (
            dumped(matrix_as_json(made.matrix, lang, outcome, seen))
            if arguments.json
            else matrix_as_text(made.matrix, lang, seen)
        )
    put(arguments.output, _delivered(arguments, made, lang))
    return text.say("cli.written", lang, file=str(arguments.output))


def _are_logs(arguments: argparse.Namespace) -> bool:
    if any(isinstance(place, engine.Address) for place in arguments.files):
        return False
    return paths.are_logs([_workbook(path, arguments) for path in arguments.files], arguments.outcome)


def _drivers(arguments: argparse.Namespace, lang: Language) -> DriverResult:
    """By the sums of a table or of a file that is too large, or where these say all; else by its rows."""
    if (address := large.tables.address_of(arguments)) is not None:
        return large.tables.result_of(large.tables.asked(address, arguments, lang), arguments, lang)
    arguments = many_files.with_text(arguments, lambda path: _as_text(path, arguments))
    if large.is_large(arguments):
        return large.result_of(arguments, lang)
    if found := large.added_up(arguments, lang):
        return found
    whole = many_files.one_table(arguments, lambda path: _workbook(path, arguments))
    intake.check_names([whole.book], choices_of(arguments))
    found = derivation.result_of(arguments, whole.book, lang)
    return replace(found, findings=whole.placed(found.findings))


def _asked(address: engine.Address, arguments: argparse.Namespace, lang: Language) -> str:
    """How a table in a database was understood."""
    found = large.tables.asked(address, arguments, lang)
    choices, log = large.tables.with_log(found, arguments, _choices(arguments, [found.book]))
    seen = large_answers.understood(found, intake.understand(found.book, choices))
    seen = seen if log is None else large.tables.of_contacts(seen, log)
    return inspection.printed(found.book, seen, arguments, lang)


def _inspected(whole: Stacked, arguments: argparse.Namespace, lang: Language) -> str:
    choices = _choices(arguments, [whole.book])
    intake.source(whole.book, choices)  # raises where it was not understood in its time
    seen = intake.understand(whole.book, choices)
    placed = replace(seen, findings=whole.placed(seen.findings))
    return inspection.printed(whole.book, placed, arguments, lang)


def _journeys(arguments: argparse.Namespace, lang: Language) -> str:
    lenses.refuse_without_matrix(arguments)
    kind = None if arguments.output is None else of_paths.kind_of(arguments)
    opened = cache(lambda path: _workbook(path, arguments))
    log, found = paths.result_of(arguments, opened)
    if kind is not None:
        how = of_paths.Written(
            kind,
            lang,
            of_paths.look_of(arguments, log, opened, lang),
            slides_of_paths(arguments) if kind in ("pptx", "report") else None,
            template_of(arguments.template, lang) if kind == "pptx" else None,
            paths.reading_of(arguments) if kind == "pptx" else None,
            clear=getattr(arguments, "transparent", False),
        )
        put(arguments.output, of_paths.content(paths.whole(log, found, arguments), how))
    if arguments.command == "journeys" and arguments.json:
        return dumped(found.as_json(lang))
    if kind is not None:
        return text.say("cli.written", lang, file=str(arguments.output))
    return of_paths.as_text(found, log.facts, arguments, lang)


def _workbook(path: Path, arguments: argparse.Namespace) -> Workbook:
    return intake.read(content_of(path), many_files.shown(path, arguments), password=_password(arguments))


def _as_text(path: Path, arguments: argparse.Namespace) -> bytes:
    return intake.as_text(content_of(path), path.name, password=_password(arguments))


def _password(arguments: argparse.Namespace) -> str | None:
    if arguments.password_file is None:
        return None
    return content_of(arguments.password_file).decode().strip("\r\n")


@dataclass(frozen=True)
class _Made:
    """A matrix, and what it was made from."""

    workbooks: list[Workbook]
    choices: Choices
    touchpoints: Touchpoints
    matrix: Matrix
    drivers: DriverResult | None = None
    whole: Touchpoints | None = None
    """The touchpoints of all respondents, where those of some are drawn."""
    events: Events | None = None
    """Those of the logs among the files."""


def _matrix_of_table(address: engine.Address, arguments: argparse.Namespace, lang: Language) -> _Made:
    found = large.tables.asked(address, arguments, lang)
    if large.tables.with_log(found, arguments, _choices(arguments, [found.book]))[1] is not None:
        raise TableError("shape_contacts", where=address.shown)
    said = large.tables.with_outcome(found, arguments)
    choices = _choices(said, [found.book])
    drivers, whole = large.tables.with_whole(found, said, lang)
    touchpoints = derivation.of_part(impact.touchpoints(drivers, said.score), said)
    matrix = matrices.build(touchpoints, settings_of(said), whole=whole)
    return _Made([], choices, touchpoints, matrix, drivers, whole)


def _matrix(arguments: argparse.Namespace, lang: Language) -> _Made:
    if (address := large.tables.address_of(arguments)) is not None:
        return _matrix_of_table(address, arguments, lang)
    workbooks = [_workbook(path, arguments) for path in arguments.files]
    arguments.currency = arguments.currency or _currency_of(workbooks)
    if arguments.outcome is None or derivation.is_none(arguments.outcome):
        choices = chosen_drivers.with_ratings(arguments, workbooks, _choices(arguments, workbooks))
        table = intake.together(workbooks, choices)
        events = of_paths.events_beside(arguments, workbooks, table)
        table = of_paths.with_repeats(table, events)
        touchpoints, found_by_itself = derivation.at_once(arguments, workbooks, table, choices, lang)
        outcome = outcome_of_part(arguments, touchpoints, found_by_itself)
        if outcome is None:
            matrix = matrices.build(touchpoints, settings_in_view(arguments, touchpoints))
            told = segments.with_findings(matrix, touchpoints)
            return _Made(workbooks, choices, touchpoints, told, found_by_itself, events=events)
        arguments.outcome = outcome
    intake.check_names(workbooks, choices_of(arguments))
    touchpoints, whole, drivers = derivation.touchpoints_of(arguments, workbooks, lang)
    events = of_paths.events_beside(arguments, workbooks, touchpoints)
    touchpoints = of_paths.with_repeats(touchpoints, events)
    matrix = matrices.build(touchpoints, settings_of(arguments), whole=whole)
    found = () if whole else moved(arguments, workbooks, touchpoints)
    told = matrices.noted(matrix, found)
    return _Made(workbooks, choices_of(arguments), touchpoints, told, drivers, whole, events)


def _currency_of(workbooks: Sequence[Workbook]) -> str | None:
    """The currency that the files themselves name, of the first that does."""
    return next(filter(None, map(intake.currency_of, workbooks)), None)


def _choices(arguments: argparse.Namespace, workbooks: Sequence[Workbook]) -> Choices:
    """What the options say about a file, above what a mapping file says."""
    said = choices_of(arguments)
    spoken = [name for name in said.text_scales if name != EVERY_COLUMN]
    clusters = [said.cluster] if said.cluster else []
    intake.check_columns(workbooks, said, (*said.scales, *said.codes, *spoken, *clusters))
    intake.check_names(workbooks, said)
    kept = str(getattr(arguments, "reading", "")).encode()
    content = kept if arguments.mapping is None else content_of(arguments.mapping)
    if not content:
        return said
    return mapping.overlaid(mapping.for_files(content, workbooks), said)


def _delivered(arguments: argparse.Namespace, made: _Made, lang: Language) -> bytes:
    from cx import deliver, picture  # what draws and writes is loaded only where it is used

    day = dt.datetime.now().astimezone().date()
    matrix, beside = made.matrix, None
    if getattr(arguments, "lens", None):
        matrix, beside = lenses.marked(matrix, made.touchpoints, arguments.lens, _lenses(arguments, made))
    if arguments.command in ("deck", "workbook"):
        added = _added(arguments, made)
    if arguments.command == "deck":
        told = {"topics": arguments.slides, "numbered": arguments.numbers, "companions": beside}
        told["reading"] = inspection.for_deck(made.workbooks, made.choices)
        return deliver.deck(
            matrix, lang=lang, day=day, added=added, template=template_of(arguments.template, lang), **told
        )
    if arguments.command == "workbook":
        return deliver.workbook(matrix, made.touchpoints, lang=lang, day=day, added=added)
    drawn = picture.compute(matrix, lang=lang, day=day, companions=beside)
    ending = arguments.output.suffix.lower().removeprefix(".")
    for kind in ("png", "svg", "pdf"):
        if ending == kind:
            return picture.static(drawn, kind, clear=arguments.transparent)
    raise ArgumentError("argument_image", value=str(arguments.output))


def _added(arguments: argparse.Namespace, made: _Made) -> Additions:
    """What is told beside the matrix."""
    from cx import deliver

    events = of_paths.chosen_events(arguments, made.workbooks, made.touchpoints, made.events)
    paths_beside = of_paths.paths_added(arguments, made.touchpoints, events)
    seen = _lenses(arguments, made)
    return deliver.Additions(
        drivers=made.drivers, stress=_stressed(arguments, made), lenses=seen, **paths_beside
    )


def _as_drawn(arguments: argparse.Namespace, old: OldDeck, lang: Language) -> refresh.Drawn:
    """The new data as an old deck showed its own."""
    made = _matrix(arguments, lang)
    seen = refresh.redrawn(arguments, old, made.matrix, made.touchpoints, made.whole)
    if arguments.lens:
        beside = lenses.marked(seen.matrix, made.touchpoints, arguments.lens, _lenses(arguments, made))
        seen = replace(seen, matrix=beside[0], companions=beside[1])
    return replace(seen, added=_added(arguments, made))


def _as_walked(arguments: argparse.Namespace, lang: Language) -> tuple[Paths, PathLook | None]:
    """The paths in new logs as an old deck told those of its own, and how they are drawn."""
    lenses.refuse_without_matrix(arguments)
    log, found = paths.result_of(arguments, opened := cache(lambda path: _workbook(path, arguments)))
    return paths.whole(log, found, arguments), of_paths.look_of(arguments, log, opened, lang)


def _lenses(arguments: argparse.Namespace, made: _Made) -> Lenses:
    table = derivation.with_moments(arguments, made.workbooks, made.touchpoints, made.choices, made.drivers)
    asked = lenses.settings_of(arguments, table)
    return readings.look(matrices.material(made.matrix, table, settings=asked))


def _stressed(arguments: argparse.Namespace, made: _Made) -> Stress | None:
    table = derivation.tried(arguments, made.workbooks, made.touchpoints, made.choices, made.drivers)
    return matrices.stressed(made.matrix, table, whole=made.whole)
