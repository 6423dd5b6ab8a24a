"""Several files as one table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cx.errors import ArgumentError, NothingUsable, RoleMissing, TableError
from cx.intake.digest import digest
from cx.intake.events import outcome_books
from cx.intake.findings import file_of
from cx.intake.join import below, beside, has_scores, renamed, unused, with_one_name, with_periods
from cx.intake.naming import findings_of, names_in, strangers
from cx.intake.responses import responses
from cx.intake.touchpoint_table import touchpoints, within_reason
from cx.intake.understanding import understand
from cx.intake.words import folded
from cx.records.file import Choices, Responses, Shape, Touchpoints, Workbook
from cx.records.finding import Finding
from cx.records.scale import Scale

_LONGEST_LIST = 600
_NO_ANSWERS = ("touchpoints", "contacts")
_LONGER = 1.5
"""How much longer another scale is."""


def together(workbooks: Sequence[Workbook], choices: Choices | None = None) -> Touchpoints:
    """Return one table from several files, each understood with the same choices.

    A file beside others may lack satisfaction, and a choice may name a column that only some of them have.

    Raises
    ------
    TableError
        As :func:`cx.intake.touchpoints` and :func:`combined`.
    ArgumentError
        When no file has a column or sheet that a choice names.
    """
    choices = choices or Choices()
    if len(workbooks) == 1:
        return touchpoints(workbooks[0], choices)
    _check_names(workbooks, choices)
    shapes = {book.name: understand(book, _known(book, choices)).shape for book in workbooks}
    away = outcomes_away(workbooks, shapes)
    kept = [book for book in workbooks if book.name not in away]
    parts = [touchpoints(book, _known(book, choices), partial=True) for book in kept]
    return with_outcomes_told(combined(parts, choices.matches), away)


def outcomes_away(workbooks: Sequence[Workbook], shapes: Mapping[str, Shape | None]) -> list[str]:
    """Return the names of files without touchpoints that say what came of the customers of logs beside them.

    Parameters
    ----------
    shapes
        What a row of each file is, by its name.
    """
    logs = [name for name, shape in shapes.items() if shape == "contacts"]
    return [book.name for book in outcome_books(workbooks, logs) if shapes[book.name] in _NO_ANSWERS]


def with_outcomes_told(table: Touchpoints, away: Sequence[str]) -> Touchpoints:
    """Return a table with the finding that a file says what came of customers and is used for their paths."""
    told = [Finding("info", "outcomes_of_customers", details={"file": name}) for name in away]
    return replace(table, findings=(*table.findings, *told)) if told else table


def answers_among(
    workbooks: Sequence[Workbook],
    choices: Choices | None = None,
    table: Touchpoints | None = None,
    period: str | None = None,
) -> Responses | None:
    """Return the answers in the first file that holds any; ``None`` where none names its respondents.

    Parameters
    ----------
    workbooks, choices
        As for :func:`together`, which raises what is wrong with them.
    table, period
        All files together, and the period in view: the files that it comes from go before the others.
    """
    choices = choices or Choices()
    there = files_of_period(table, period) if table else frozenset[str]()
    for book in sorted(workbooks, key=lambda book: book.name not in there):
        known = choices if len(workbooks) == 1 else _known(book, choices)
        if understand(book, known).shape in ("responses", "ratings"):
            try:
                return responses(book, known)
            except (NothingUsable, TableError):
                continue
    return None


def files_of_period(table: Touchpoints, period: str | None = None) -> frozenset[str]:
    """Return the names of the files that a period comes from, by default the latest; none without periods."""
    shown = period if period is not None else next(reversed(table.periods), "")
    rows = table.rows
    return frozenset(rows.loc[rows["period"] == shown, "file"].astype(str)) if shown else frozenset()


def _check_names(workbooks: Sequence[Workbook], choices: Choices) -> None:
    """Every column that a person named must be in one of the files."""
    check_columns(workbooks, choices, (*choices.roles, *(part.column for part in choices.impact_parts)))


def check_columns(workbooks: Sequence[Workbook], choices: Choices, named: Iterable[str]) -> None:
    """Refuse a column that none of the files has.

    Raises
    ------
    ArgumentError
        For the first of them; the message lists the columns that the first file has.
    """
    for name in named:
        if not any(_has_column(workbook, choices, name) for workbook in workbooks):
            understand(workbooks[0], Choices(sheet=_sheet(workbooks[0], choices), roles={name: "ignore"}))


def check_names(workbooks: Sequence[Workbook], choices: Choices) -> None:
    """Refuse a new name of a touchpoint that none of the files has, and one that another touchpoint has.

    Raises
    ------
    ArgumentError
        For the first of them; the message lists the touchpoints that the first file has.
    """
    if not choices.names:
        return
    read = [(book, digest(book, _known(book, replace(choices, names={})))) for book in workbooks]
    away = [set(strangers(found, choices.names)) for _, found in read]
    for name in choices.names:
        if all(name in one for one in away):
            known = [one.name for one in names_in(read[0][1], {})]
            raise ArgumentError("name_unknown", name=name, names=", ".join(known)[:_LONGEST_LIST])
    for _, found in read:
        for told in findings_of(names_in(found, choices.names), found, choices.names):
            raise ArgumentError("name_taken", name=told.value, touchpoint=told.details["other"])


def _sheet(workbook: Workbook, choices: Choices) -> str | None:
    return choices.sheet if choices.sheet is not None and workbook.sheet(choices.sheet) else None


def _has_column(workbook: Workbook, choices: Choices, name: str) -> bool:
    try:
        understand(workbook, Choices(sheet=_sheet(workbook, choices), roles={name: "ignore"}))
    except ArgumentError:
        return False
    return True


def _known(workbook: Workbook, choices: Choices) -> Choices:
    """The choices without what this file does not have."""
    parts = choices.impact_parts
    has_parts = all(_has_column(workbook, choices, part.column) for part in parts)
    return replace(
        choices,
        sheet=_sheet(workbook, choices),
        roles={name: role for name, role in choices.roles.items() if _has_column(workbook, choices, name)},
        impact_parts=parts if has_parts else (),
        cluster=choices.cluster
        if not choices.cluster or _has_column(workbook, choices, choices.cluster)
        else None,
    )


def combined(parts: Sequence[Touchpoints], matches: Mapping[str, str] | None = None) -> Touchpoints:
    """Return several tables as one.

    Tables with satisfaction are put below each other. Tables without it (volumes from operations, impact from
    a model) are joined on the touchpoint's name, without regard to letter case and spaces, and on journey,
    channel, segment and period where both sides have them. Names that only look alike are told and not
    joined, until ``matches`` confirms them; what matches nothing is told on both sides.

    Parameters
    ----------
    parts
        The tables; a single one is returned as it is.
    matches
        Touchpoint of a table without satisfaction to the touchpoint that it is.

    Raises
    ------
    RoleMissing
        When none has satisfaction.
    TableError
        When satisfaction is on different scales, and when there are more touchpoints than a matrix can hold.
    """
    if len(parts) == 1:
        return parts[0]
    scored = [part for part in parts if has_scores(part)]
    if not scored:
        raise RoleMissing("no_satisfaction_anywhere", files=", ".join(file_of(part) for part in parts))
    first, *others = with_periods(with_one_name(scored))
    whole = first
    for part in others:
        whole = within_reason(below(whole, part))
    for part in parts:
        if not has_scores(part):
            whole = beside(whole, renamed(part, matches or {}), matches)
    told = (*unused(parts, matches or {}), *_about_outcomes(parts))
    return replace(whole, findings=(*whole.findings, *told))


def _about_outcomes(parts: Sequence[Touchpoints]) -> list[Finding]:
    """An outcome that one file asks on a longer scale than another: the files cannot be one survey of it."""
    found: list[Finding] = []
    known: dict[str, tuple[Scale, str]] = {}
    for source in (source for part in parts for source in part.sources):
        for name, scale in source.outcome_scales.items():
            first, file = known.setdefault(folded(name), (scale, source.file))
            if max(scale.width, first.width) < _LONGER * min(scale.width, first.width):
                continue
            ends = {"low": first.maximum, "high": scale.maximum, "file": file, "other": source.file}
            found.append(Finding("warning", "outcome_scale_files", column=name, details=ends))
    return found
