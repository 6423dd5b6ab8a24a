"""Whether contacts were negative, reactive or proactive, and met their standard: sums of a log to shares."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from cx import engine
from cx.engine.queries import levels as queries
from cx.journeys.asking import Rows, columns_of, months_of
from cx.records.file import StandardMet, ThreeLevels
from cx.records.journeys import Events
from cx.statistics import design_effect_of_sums

_COUNTS = len(queries.COUNTS)
_MICROSECONDS, _YEAR = 1_000_000, 12


@dataclass(frozen=True)
class Levels:
    """What a log says of how its contacts went; by the positions of its touchpoints."""

    of: dict[int, ThreeLevels]
    overall: ThreeLevels | None
    months: dict[str, ThreeLevels]
    """The same of all contacts of a month, as in ``2026-03``."""
    standards: dict[int, StandardMet]


def levelled(events: Events) -> engine.Held:
    """Return the events as the queries of levels read them; where nobody says it, customers began them."""
    inward = np.ones(events.count, dtype=bool) if events.inward is None else events.inward
    passed = np.zeros(events.count, dtype=bool) if events.passed is None else events.passed
    met = np.full(events.count, -1, dtype=np.int64) if events.met is None else events.met
    columns = {"inward": inward.astype(np.int64), "passed": passed.astype(np.int64), "met": met}
    return engine.Held({**columns_of(events), **columns, "month": months_of(events.local)})


def levels_of(each: Rows, all_: Rows, months: Rows, least: int) -> Levels:
    """Return the shares' numbers from the answers of :func:`cx.engine.queries.levels`.

    Parameters
    ----------
    each, all_, months
        By touchpoint, over all, and over all by month.
    least
        Months in which fewer customers have a contact are left out.

    Notes
    -----
    Negative: passed on, or the same customer has a later contact at the same touchpoint that he began
    himself, at most 168 hours after this one's start, or its standard was not met. Else proactive: the
    company began it, and the customer had not asked there before in the log. Else reactive.
    """
    found = [[int(value or 0) for value in row] for row in each]
    overall = [_levels([int(value or 0) for value in row]) for row in all_]
    return Levels(
        {row[0]: _levels(row) for row in found},
        overall[0] if overall else None,
        {
            _month(int(row[0] or 0)): _levels([int(value or 0) for value in row])
            for row in months
            if int(row[1] or 0) >= least
        },
        {row[0]: _standard(row) for row in found if row[3 + 4]},
    )


def _month(since: int) -> str:
    return f"{since // _YEAR}-{since % _YEAR + 1:02d}"


def _levels(row: list[int]) -> ThreeLevels:
    customers, contacts = row[1], row[3]
    negative, reactive, proactive = row[4:7]
    products = row[3 + _COUNTS :]
    sizes, squares, both = products[0], products[1:4], products[4:7]
    effects = [
        design_effect_of_sums(customers, count, contacts, (square, with_size, sizes))
        for count, square, with_size in zip((negative, reactive, proactive), squares, both, strict=True)
    ]
    late, last, began = row[-3:]
    first_day, last_day = (
        dt.datetime.fromtimestamp(one / _MICROSECONDS, tz=dt.UTC).date() for one in (began, last)
    )
    return ThreeLevels(
        contacts,
        negative,
        reactive,
        proactive,
        (effects[0], effects[1], effects[2]),
        late,
        last_day,
        customers,
        first_day,
    )


def _standard(row: list[int]) -> StandardMet:
    told, measured, met = row[2], row[7], row[8]
    squares, both, sizes = row[3 + _COUNTS + 7 : 3 + _COUNTS + 10]
    effect = design_effect_of_sums(told, met, measured, (squares, both, sizes))
    return StandardMet(met, measured, effect, told)
