"""Counts per answer with several rows a touchpoint, as counters at a door or a till write them: one row each.

Such a file has a row for each day, hour or device. What was counted at one touchpoint belongs together; only
where a column says the month, the quarter or the year does each of these keep a row of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from cx.intake.cells import are_periods, days_of
from cx.intake.layouts.counts.per_column import WHOLE, answers_of, with_answers
from cx.intake.layouts.figures import Figure, figures_of, or_zero
from cx.intake.layouts.made_columns import of_numbers
from cx.intake.sheet import Known, Origin, Table, Told
from cx.intake.words import folded, is_fine, is_total, named
from cx.records.bounds import MOST_TOUCHPOINTS
from cx.records.file import BLANK, Column, Role, position_of

_FEWEST, _MOST_ROWS, _MOST_COLUMNS = 3, 500_000, 60
_HALF, _SURE, _MOST_PERIODS = 0.5, 0.65, 24
_GROUPS: tuple[Role, ...] = ("segment", "journey", "channel")
_NO_NAMES = ("period", "time", "note", "owner", "respondent")
Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class _Keys:
    """The columns that say which rows belong together: the names, then what keeps them apart, with roles."""

    names: int
    beside: dict[int, Role]


def of(table: Table, wanted: Collection[str] = ()) -> Table | None:
    """Return a table of counts per answer added up by touchpoint; ``None`` where a row is one already.

    Parameters
    ----------
    table
        As it lies on its sheet.
    wanted
        Headers or letters of columns that a person named: names that rows are added up by are looked for
        among these first.
    """
    if not (_FEWEST <= table.height <= _MOST_ROWS and len(table.headers) <= _MOST_COLUMNS):
        return None
    figures = figures_of(table)
    answers = answers_of(figures)
    if answers is None or answers.kind != WHOLE or max(one.found.max() for one in answers.figures) <= 1:
        return None
    numbers = {one.place for one in figures}
    keys = _keys(table, [place for place in range(len(table.headers)) if place not in numbers], wanted)
    if keys is None:
        return None
    rows, which = _together(table, keys)
    firsts = np.unique(which, return_index=True)[1] if len(which) else which
    if not 0 < len(firsts) <= min(_HALF * len(rows), MOST_TOUCHPOINTS):
        return None
    summed = [one for one in figures if one.place in answers.letters or is_total(one.header)]
    added = _added(table, keys, summed, rows, which)
    return with_answers(added, figures_of(added), keys.names)


def _keys(table: Table, texts: Sequence[int], wanted: Collection[str]) -> _Keys | None:
    """What was rated, called so, else texts that come back and are no moments; what keeps rows apart."""
    again = [place for place in texts if _comes_back(table, place) and not _are_moments(table, place)]
    roles = {place: named(table.headers[place]) for place in texts}
    mine = {one for name in wanted for one in (folded(name), name.strip().lower())}
    ranked = sorted(
        (place for place in again if roles[place][0] not in _NO_NAMES),
        key=lambda place: (
            not {folded(table.headers[place]), table.letters[place].lower()} & mine,
            not (roles[place][0] == "touchpoint" and roles[place][1] >= _SURE),
            roles[place][0] in _GROUPS,
            place,
        ),
    )
    if not ranked:
        return None
    beside: dict[int, Role] = {}
    for place in texts:
        role: Role | None = roles[place][0] if place in again else None
        if role not in _GROUPS:
            role = "period" if _are_coarse(table, place) else None
        if role is not None and place != ranked[0] and role not in beside.values():
            beside[place] = role
    return _Keys(ranked[0], beside)


def _comes_back(table: Table, place: int) -> bool:
    """Texts of which most stand in several rows."""
    filled = int(np.count_nonzero(table.columns[place].kinds != BLANK))
    return filled > _HALF * table.height and table.labels(place).count <= _HALF * filled


def _values(table: Table, place: int) -> list[str]:
    """The different texts of a column."""
    return [name for name in dict.fromkeys(table.labels(place).texts.tolist()) if name]


def _are_moments(table: Table, place: int) -> bool:
    """Days, hours, days of the week, weeks, months, quarters or years."""
    names = _values(table, place)
    fine = bool(names) and all(map(is_fine, names))
    return fine or table.days(place) > _HALF * table.height or are_periods(names)


def _are_coarse(table: Table, place: int) -> bool:
    """Months, quarters or years: no days but the first of months, no weeks."""
    names = _values(table, place)
    if not 1 < len(names) <= _MOST_PERIODS or any(map(is_fine, names)) or not are_periods(names):
        return False
    days = days_of(names).moments
    firsts = all(one is not None and one.day == 1 for one in days)
    return firsts or not (any(days) or table.days(place))


def _together(table: Table, keys: _Keys) -> tuple[Places, Places]:
    """The rows that name a touchpoint and sum up no others, and the number of the row that each goes into."""
    labels = [table.labels(place) for place in (keys.names, *keys.beside)]
    names = labels[0]
    totals = [at for at, name in enumerate(names.names) if not name or is_total(name)]
    rows = np.flatnonzero(~np.isin(names.ids, totals))
    every = np.stack([one.ids[rows] for one in labels], axis=1)
    _, firsts, which = np.unique(every, axis=0, return_index=True, return_inverse=True)
    rank = np.empty(len(firsts), np.int64)
    rank[np.argsort(firsts)] = np.arange(len(firsts))
    return rows, rank[which.ravel()]


def _added(table: Table, keys: _Keys, summed: Sequence[Figure], rows: Places, which: Places) -> Table:
    """One row for each touchpoint, group and period: sums of what was counted, else what stands first."""
    count = int(which.max()) + 1
    first = rows[np.unique(which, return_index=True)[1]]
    columns = [_picked(column, first) for column in table.columns]
    for one in summed:
        values = np.nan_to_num(or_zero(one)[rows])
        columns[one.place] = of_numbers(
            np.bincount(which, weights=values, minlength=count).astype(np.float64)
        )
    there = {keys.names, *keys.beside, *(one.place for one in summed)}
    away = [place for place in range(len(columns)) if place not in there]
    known: dict[int, Known] = {place: Known("ignore", "added_over") for place in away}
    known |= {place: Known(role, "added_by") for place, role in keys.beside.items()}
    old = table.arrangement
    origin = Origin(table.rows[first], np.full(count, position_of(table.letters[keys.names]), np.int64))
    told = Told("info", "answers_added", keys.names, {"n": len(rows), "count": count})
    return replace(
        table,
        columns=tuple(columns),
        rows=table.rows[first],
        merged={},
        gathered={},
        arrangement=replace(
            old,
            known={**old.known, **known},
            told=(*old.told, told),
            origins={keys.names: origin},
            moved=True,
        ),
    )


def _picked(column: Column, rows: Places) -> Column:
    return replace(column, kinds=column.kinds[rows], numbers=column.numbers[rows], codes=column.codes[rows])
