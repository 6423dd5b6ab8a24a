"""The touchpoints that ``--drivers`` chooses: they alone have impact and stand on the matrix."""

from __future__ import annotations

import argparse
import csv
from collections.abc import Sequence
from dataclasses import replace

from cx import impact, intake
from cx.cli.column_names import further_names, header_of
from cx.cli.typed_values import refuse
from cx.errors import ArgumentError
from cx.intake.join import join_key
from cx.records import Choices, Responses, Role, Touchpoints, Understanding
from cx.records.file import Workbook

_SHAPES = ("responses", "ratings")


def listed(value: str) -> tuple[str, ...]:
    """Return the names on a line of CSV; one that holds a comma stands in double quotes.

    Raises
    ------
    ArgumentError
        When the line holds no name, or its quotes are not closed.

    Examples
    --------
    >>> listed('Invoice, "Delivery, on time",Q7*')
    ('Invoice', 'Delivery, on time', 'Q7*')
    """
    try:
        rows = list(csv.reader([value], skipinitialspace=True, strict=True))
    except csv.Error:
        refuse("argument_drivers", value)
    names = tuple(name.strip() for row in rows for name in row if name.strip())
    return names or refuse("argument_drivers", value)


def wanted(arguments: argparse.Namespace) -> tuple[str, ...]:
    """Return all that was asked for, however often the option stands."""
    return tuple(name for names in arguments.drivers for name in names)


def rated(arguments: argparse.Namespace, seen: Understanding, outcome: str | None) -> dict[str, Role]:
    """Return the columns that are named in full and were taken for something else: they rate a touchpoint."""
    if seen.shape != "responses":
        return {}
    roles = {one.header: one.role for one in seen.columns}
    named = (header_of(seen, name) for name in wanted(arguments))
    return {name: "rating" for name in named if name in roles and name != outcome and roles[name] != "rating"}


def with_ratings(arguments: argparse.Namespace, workbooks: Sequence[Workbook], choices: Choices) -> Choices:
    """Return the choices with the columns that :func:`rated` makes ratings.

    Raises
    ------
    ArgumentError
        When no file holds answers.
    """
    if not arguments.drivers:
        return choices
    more = rated(arguments, _survey(arguments, workbooks, choices), None)
    return replace(choices, roles={**more, **choices.roles})


def narrowed(
    arguments: argparse.Namespace,
    workbooks: Sequence[Workbook],
    choices: Choices,
    table: Touchpoints,
    responses: Responses,
) -> tuple[Touchpoints, Responses]:
    """Return a table and the answers behind it without the touchpoints that were not chosen."""
    if not arguments.drivers:
        return table, responses
    seen = _survey(arguments, workbooks, choices)
    found = impact.chosen(responses, wanted(arguments), further_names(seen))
    away = {join_key(name) for name in impact.left_out(responses, found)}
    stays = [join_key(str(name)) not in away for name in table.rows["touchpoint"]]
    told = [one for one in found.findings if one not in responses.findings]
    rows = table.rows[stays].reset_index(drop=True)
    return replace(table, rows=rows, findings=(*table.findings, *told)), found


def _survey(arguments: argparse.Namespace, workbooks: Sequence[Workbook], choices: Choices) -> Understanding:
    """The first file that holds answers, as it was understood."""
    alone = choices if len(workbooks) == 1 else Choices(shape=arguments.shape)
    for book in workbooks:
        seen = intake.understand(book, alone)
        if seen.shape in _SHAPES:
            return seen
    files = ", ".join(book.name for book in workbooks)
    raise ArgumentError("drivers_without_answers", file=files)
