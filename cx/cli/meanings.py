"""What a person says on the command line about answers in words."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cx.errors import ArgumentError


def meaning(value: str) -> tuple[str, str, float]:
    """Return a column, or ``*``, an answer in words and its number: ``COLUMN:TEXT=NUMBER``.

    A header may hold a colon and an answer an equals sign: the last of each counts.

    Raises
    ------
    ArgumentError
        When it says something else.

    Examples
    --------
    >>> meaning("Q1: invoice:1 = good=5")
    ('Q1: invoice', '1 = good', 5.0)
    """
    said, sign, number = value.rpartition("=")
    column, colon, answer = said.rpartition(":")
    found = _number(number) if sign and colon and column.strip() and answer.strip() else math.nan
    if not math.isfinite(found):
        raise ArgumentError("argument_meaning", value=value)
    return column.strip(), answer.strip(), found


def _number(typed: str) -> float:
    try:
        return float(typed)
    except ValueError:
        return math.nan


def by_column(meanings: Sequence[tuple[str, str, float]]) -> dict[str, dict[str, float]]:
    """Return the numbers by column and answer; of what is said twice the last."""
    found: dict[str, dict[str, float]] = {}
    for column, answer, number in meanings:
        found.setdefault(column, {})[answer] = number
    return found
