"""Columns that a person names as their touchpoints are called, beside their headers and letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from cx.errors import ArgumentError
from cx.intake.columns import has_column
from cx.intake.sheet import Table
from cx.intake.survey.record import Survey
from cx.intake.words import join_key
from cx.intake.words.names import names_of
from cx.records.file import Choices

T = TypeVar("T")
V = TypeVar("V")


def under_headers(
    choices: Choices, passed: Callable[[Choices], T], held: Callable[[T], tuple[Table | None, Survey | None]]
) -> T:
    """Return what a pass over a file gives, choices by short names put under the headers that they mean.

    A header, its letter and its other names go before. A short name is only known once the file was read
    without what is said of it; that takes a pass more.

    Parameters
    ----------
    passed
        The pass, by choices.
    held
        The table, and the survey in it, that a pass found.

    Raises
    ------
    ArgumentError
        When a role is given to a column that is not there.
    """
    found, away = _without_strangers(choices, passed)
    table, survey = held(found)
    said = (*away, *choices.scales, *choices.codes, *choices.text_scales)
    loose = [name for name in said if name in away or (table and not has_column(table, name))]
    if not loose:
        return found
    names = {join_key(name): header for header, name in short_names_of(survey).items()}
    headers = {name: names[join_key(name)] for name in loose if join_key(name) in names}
    # what is no short name either is refused by the pass that still has it
    return passed(_renamed(choices, headers)) if headers or away else found


def short_names_of(survey: Survey | None) -> dict[str, str]:
    """Return the header of each column that rates a touchpoint to its short name.

    A column that a person took out of its question still shows what the question is.
    """
    if survey is None:
        return {}
    rated = [column.header for column in survey.ratings]
    taken_out = [one.header for one in survey.readings if one.reason == "by_hand" and one.header not in rated]
    headers = [*rated, *taken_out]
    return dict(list(zip(headers, names_of(headers), strict=True))[: len(rated)])


def _without_strangers(choices: Choices, passed: Callable[[Choices], T]) -> tuple[T, list[str]]:
    """What a pass gives without the roles of columns that are not there, and the names of these."""
    left = dict(choices.roles)
    while True:
        try:
            return passed(replace(choices, roles=left)), [name for name in choices.roles if name not in left]
        except ArgumentError as error:
            name = str(error.values.get("column", ""))
            if error.key != "column_unknown" or name not in left:
                raise
            del left[name]


def _renamed(choices: Choices, headers: Mapping[str, str]) -> Choices:
    def under(said: Mapping[str, V]) -> dict[str, V]:
        return {headers.get(name, name): one for name, one in said.items()}

    return replace(
        choices,
        roles=under(choices.roles),
        scales=under(choices.scales),
        codes=under(choices.codes),
        text_scales=under(choices.text_scales),
    )
