"""A column for each period: rows with a period each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from cx.intake.cells import in_order, numbers_of
from cx.intake.layouts.dated_headers import Dated, dated
from cx.intake.layouts.figures import Figure, figures_of, header_at, known_names, names_of, of_reasonable_size
from cx.intake.layouts.stacking import Measure, Stack, stacked
from cx.intake.sheet import Known, Table, Told
from cx.intake.words import named
from cx.records.file import BLANK, NUMBER, Column, Role

_MOST_ROWS = 60_000
_TWO, _WIDEST, _MOSTLY, _SURE = 2, 100, 0.8, 0.65
_KEPT: tuple[Role, ...] = ("satisfaction", "volume", "n", "sd", "impact", "cost", "importance", "expectation")
_LISTED, _FIRST_YEAR, _LONGEST_ANSWER = 300, 1899, 10


def of(table: Table) -> Table | None:
    """Return a table with a column for each period as one with a row for each."""
    if not of_reasonable_size(table) or any(
        known.role == "satisfaction" for known in table.arrangement.known.values()
    ):
        return None
    headed = [(place, dated(header_at(table, place))) for place in range(len(table.headers))]
    periods = {place: found for place, found in headed if found is not None}
    if len(periods) < _TWO:
        return None
    figures = figures_of(table)
    names = names_of(table, figures)
    if names is None or names in periods:
        return None
    measures = _measures(table, figures, periods, names)
    if not any(one.role == "satisfaction" for one in measures):
        return None
    order = in_order([period for one in measures for period in one.columns])
    if len(order) < _TWO or table.height * len(order) > _MOST_ROWS or _is_dated(table, names):
        return None
    return _stacked(table, names, measures, order)


def _is_dated(table: Table, names: int) -> bool:
    """Whether a column beside the names is called a period: rows have theirs already."""
    return any(
        named(header)[0] == "period"
        and place != names
        and not dated(header)
        and _are_words(table.columns[place])
        for place, header in enumerate(table.headers)
    )


def _are_words(column: Column) -> bool:
    """Mostly texts and dates, or years: no measure that is called after a year."""
    filled = int(np.count_nonzero(column.kinds != BLANK))
    years = (
        (column.kinds == NUMBER)
        & (column.numbers == np.rint(column.numbers))
        & (column.numbers > _FIRST_YEAR)
    )
    texts = numbers_of(column).share < 1 - _MOSTLY
    return texts or int(np.count_nonzero(years)) > _MOSTLY * filled


def _measures(
    table: Table, figures: Sequence[Figure], periods: Mapping[int, Dated], names: int
) -> list[Measure]:
    """The measures that have numbers in several periods, with their roles."""
    by_measure: dict[str, dict[str, Figure]] = {}
    for one in figures:
        found = periods.get(one.place)
        if found is not None:
            by_measure.setdefault(found.measure, {}).setdefault(found.period, one)
    several = {words: found for words, found in by_measure.items() if len(found) >= _TWO}
    elsewhere = [one for one in figures if one.place not in periods]
    scored = any(named(one.header)[0] == "satisfaction" for one in elsewhere)
    sure = _is_named(table, names)
    measures: list[Measure] = []
    for words, columns in several.items():
        vague = any(periods[one.place].vague for one in columns.values())
        role = _role(words, list(columns.values()), vague=vague and not sure, scored=scored)
        if role is not None and not any(one.role == role for one in measures):
            measures.append(Measure(role, {period: one.place for period, one in columns.items()}))
    return measures


def _is_named(table: Table, names: int) -> bool:
    role, confidence, _ = named(table.headers[names])
    return role == "touchpoint" and confidence >= _SURE


def _role(words: str, columns: Sequence[Figure], *, vague: bool, scored: bool) -> Role | None:
    """What a measure is by its words, or by its numbers where the headers hold nothing but periods."""
    values = np.concatenate([one.found for one in columns])
    if words:
        role = named(words)[0]
        answers = not _broken(values) and float(np.max(np.abs(values), initial=0.0)) <= _LONGEST_ANSWER
        return role if role in _KEPT and not (vague and answers) else None
    on_scale = bool(np.mean(np.abs(values) <= _WIDEST) >= _MOSTLY)
    if scored or not on_scale or (vague and not _broken(values)):
        return None
    return "satisfaction"


def _broken(values: npt.NDArray[np.float64]) -> bool:
    """Mostly broken numbers, as means are and answers of one person are not."""
    return bool(np.mean(values != np.rint(values)) > 1 - _MOSTLY)


def _stacked(table: Table, names: int, measures: Sequence[Measure], order: Sequence[str]) -> Table:
    """One row for each touchpoint and period in which it has any number, in the order of time."""
    kept = [_last(one, order) for one in measures]
    stack = Stack(
        measures=tuple(measures),
        order=tuple(order),
        there=np.stack([_filled(table, measures, period) for period in order], axis=1),
        kept=tuple(kept),
        key=Known("period", "period_of_header"),
        reason="period_columns",
        other="period_kept",
    )
    found = stacked(table, stack, known_names(table, names))
    width = len(found.headers) - len(measures) - 1
    told = [_told(measures, order, width)]
    if _is_guessed(table, names, measures):
        told.append(Told("warning", "guessed_satisfaction", told[0].column))
    return replace(found, arrangement=replace(found.arrangement, told=(*found.arrangement.told, *told)))


def _is_guessed(table: Table, names: int, measures: Sequence[Measure]) -> bool:
    """Whether nothing but periods stands above the scores, and no header says what is listed or measured."""
    score = next(one for one in measures if one.role == "satisfaction")
    words = dated(header_at(table, next(iter(score.columns.values()))))
    silent = words is not None and not words.measure
    return silent and not _is_named(table, names) and named(table.headers[names])[0] != "satisfaction"


def _last(measure: Measure, order: Sequence[str]) -> int:
    """The position of the column of its latest period."""
    return next(measure.columns[period] for period in reversed(order) if period in measure.columns)


def _told(measures: Sequence[Measure], order: Sequence[str], width: int) -> Told:
    score = next(at for at, one in enumerate(measures) if one.role == "satisfaction")
    periods = [period for period in order if period in measures[score].columns]
    details = {"latest": periods[-1], "n": len(periods), "others": ", ".join(periods[:-1])[:_LISTED]}
    return Told("info", "period_columns", width + score, details)


def _filled(table: Table, measures: Sequence[Measure], period: str) -> npt.NDArray[np.bool_]:
    """The rows that have any number in a period."""
    found = np.zeros(table.height, dtype=bool)
    for one in measures:
        if period in one.columns:
            found |= table.columns[one.columns[period]].kinds != BLANK
    return found
