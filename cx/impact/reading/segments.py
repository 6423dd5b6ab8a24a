"""Part of the responses: those of one segment, period, channel or journey."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from cx.errors import ArgumentError, CxError
from cx.records import DriverResult, Responses

_LEFT, _MOST = 0.25, 30
"""A segment that leaves fewer rows is nearly everybody; a column of more values is no segment."""


def within(responses: Responses, wanted: Mapping[str, Sequence[str]]) -> Responses:
    """Return the responses of which every named column holds one of the wanted values.

    Parameters
    ----------
    responses
        As read.
    wanted
        Column (letter case does not matter) to values; a column without values leaves everything in.

    Raises
    ------
    cx.errors.ArgumentError
        When a column does not group the respondents, or a value does not stand in it.
    """
    rows = responses.rows
    for column, values in wanted.items():
        name = segment_column(responses, column)
        known = values_of(responses, name)
        for value in values:
            if value not in known:
                raise ArgumentError("argument_segment_value", value=value, known=", ".join(known))
        if values:
            rows = rows[rows[name].astype(str).isin(list(values))]
    return responses if rows is responses.rows else replace(responses, rows=rows.reset_index(drop=True))


def values_of(responses: Responses, column: str) -> tuple[str, ...]:
    """Return the values of a column that groups the respondents, by the alphabet; blanks left out."""
    found = responses.rows[column].dropna().astype(str)
    return tuple(sorted({value for value in found.unique() if value}))


def largest(responses: Responses) -> tuple[str, str] | None:
    """Return column and value of the largest segment that leaves a quarter of the rows, or ``None``.

    A period is no segment: what is known of another time says nothing of who answered.
    """
    rows = len(responses.rows)
    found: tuple[int, str, str] | None = None
    periods = {
        name for source in responses.sources for name, role in source.roles.items() if role == "period"
    }
    for column in responses.segments:
        if column in periods:
            continue
        counts = responses.rows[column].dropna().astype(str).value_counts()
        for value, n in counts.items():
            if (
                str(value)
                and n <= (1 - _LEFT) * rows
                and len(counts) <= _MOST
                and (not found or n > found[0])
            ):
                found = (int(n), column, str(value))
    return found[1:] if found else None


def without(responses: Responses, column: str, value: str) -> Responses:
    """Return the responses of which a column does not hold a value."""
    rows = responses.rows[responses.rows[column].astype(str) != value]
    return replace(responses, rows=rows.reset_index(drop=True))


def by_segment(
    responses: Responses, column: str, derive: Callable[[Responses], DriverResult]
) -> tuple[dict[str, DriverResult], dict[str, CxError]]:
    """Return what is derived within each segment, and why it could not be for the others.

    Parameters
    ----------
    column
        Groups the respondents.
    derive
        Derives impact from the responses of one segment.
    """
    found: dict[str, DriverResult] = {}
    failed: dict[str, CxError] = {}
    for value in values_of(responses, column):
        try:
            found[value] = derive(within(responses, {column: [value]}))
        except CxError as error:
            failed[value] = error
    return found, failed


def segment_column(responses: Responses, wanted: str) -> str:
    """Return the header of a column that groups the respondents, in whatever letter case it was named.

    Raises
    ------
    cx.errors.ArgumentError
        When there is none of that name.
    """
    for name in responses.segments:
        if name.casefold() == wanted.casefold():
            return name
    known = ", ".join(responses.segments) or "\N{EN DASH}"
    raise ArgumentError("argument_segment_column", value=wanted, known=known)
