"""Two periods: which cases belong to them."""

from __future__ import annotations

import re

from cx.engine.queries import paths
from cx.errors import ArgumentError
from cx.journeys.options import Options
from cx.records.journeys import LogFacts

_YEAR = re.compile(r"(\d{4})(?:-(?:(\d{1,2})|Q([1-4])))?", re.IGNORECASE)
_MONTHS, _QUARTER = 12, 3


def sides_of(facts: LogFacts, options: Options) -> tuple[paths.Side, ...]:
    """Return what makes a path belong to each of the periods that were chosen; none were: nothing.

    Raises
    ------
    ArgumentError
        When a period is unknown, or the two share cases.
    """
    chosen = [one for one in (options.period_a, options.period_b) if one is not None]
    found = tuple(side_of(facts, value) for value in chosen)
    if len(found) > 1 and _overlap(*found):
        raise ArgumentError("periods_overlap", a=chosen[0], b=chosen[1])
    return found


def side_of(facts: LogFacts, value: str) -> paths.Side:
    """Return what makes a path belong to a period, or to a value of the column of periods.

    Raises
    ------
    ArgumentError
        When there is no such period.
    """
    if facts.periods is not None:
        folded = [one.casefold() for one in facts.periods]
        if value.strip().casefold() not in folded:
            known = ", ".join(facts.periods)[:600]
            raise ArgumentError("argument_period", value=value, known=known)
        return paths.Side(group=folded.index(value.strip().casefold()))
    months = months_in(value)
    if months is None:
        raise ArgumentError("period_form", value=value)
    return paths.Side(months=months)


def months_in(value: str) -> tuple[int, int] | None:
    """Return the first and the last month of a year, a quarter or a month, counted since the year 0.

    Examples
    --------
    >>> months_in("2026-03"), months_in("2026-Q1"), months_in("2026"), months_in("2026-13")
    ((24314, 24314), (24312, 24314), (24312, 24323), None)
    """
    found = _YEAR.fullmatch(value.strip())
    if not found:
        return None
    first = _MONTHS * int(found.group(1))
    if found.group(3):
        start = first + _QUARTER * (int(found.group(3)) - 1)
        return start, start + _QUARTER - 1
    if found.group(2) is None:
        return first, first + _MONTHS - 1
    month = int(found.group(2))
    return (first + month - 1, first + month - 1) if 1 <= month <= _MONTHS else None


def _overlap(a: paths.Side, b: paths.Side) -> bool:
    if a.months is None or b.months is None:
        return a.group == b.group
    return a.months[0] <= b.months[1] and b.months[0] <= a.months[1]
