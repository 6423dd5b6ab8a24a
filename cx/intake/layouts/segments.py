"""The groups of a banner kept apart: a row for each touchpoint and group of people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from cx.intake.cells import EMPTY, numbers_of
from cx.intake.layouts.figures import Figure, Values, nearly, or_zero
from cx.intake.layouts.made_columns import of_numbers
from cx.intake.layouts.stacking import Measure, Stack, stacked
from cx.intake.sheet import Known, Table, Told
from cx.intake.words import named

_ALL = ""
"""The segment of a row that is of all together."""
_FEWEST, _LISTED, _TOLD = 2, 300, 40
_DECIMAL, _WHOLE = 0.06, 0.6
"""How far rounding brings the mean of the groups from that of all, of scores with decimals and without."""


@dataclass(frozen=True)
class Group:
    """What one group of people said."""

    name: str
    score: Figure
    base: Figure | None


def of(
    table: Table, known: Mapping[int, Known], whole: Group | None, groups: Sequence[Group]
) -> Table | None:
    """Return a banner with a row for each touchpoint and group; ``None`` where no groups add up to all.

    Where a group's cell is suppressed, the touchpoint keeps the row of all together alone: with the others
    what was suppressed could be worked out, and their mean would not be that of all.

    Parameters
    ----------
    known
        What is known of the column of names.
    whole
        The group of all, where there is one.
    groups
        The others, from left to right.
    """
    parts = _parts(whole, groups)
    if len(parts) < _FEWEST or any(one.base is None for one in parts):
        return None
    means, bases = _stack([one.score for one in parts]), _stack([one.base for one in parts if one.base])
    complete = _complete(whole, means, bases)
    if whole is not None and not _agree(whole, means, bases, complete):
        return None
    stack = _rows(whole, groups, parts, means, complete)
    if not bool(stack.there.any()):
        return None
    found = _with_volumes(table, stacked(table, stack, known), stack, bases)
    called = ", ".join(one.name for one in parts)[:_LISTED]
    told = [Told("info", "banner_segments", None, {"groups": called, "n": len(parts)})]
    told += _suppressed(table, parts, means, bases, complete)
    told += _further(groups, parts)
    return replace(found, arrangement=replace(found.arrangement, told=(*table.arrangement.told, *told)))


def _stack(figures: Sequence[Figure]) -> Values:
    return np.stack([one.values for one in figures], axis=1)


def _parts(whole: Group | None, groups: Sequence[Group]) -> list[Group]:
    """The first groups whose bases add up to that of all: of several breakdowns the first."""
    if whole is None or whole.base is None:
        return list(groups) if whole is None else []
    total = whole.base.values
    for count in range(_FEWEST, len(groups) + 1):
        bases = [one.base for one in groups[:count]]
        together = np.sum([or_zero(base) for base in bases if base is not None], axis=0)
        if nearly(together, total, 0.0):
            return list(groups[:count])
    return []


def _complete(whole: Group | None, means: Values, bases: Values) -> npt.NDArray[np.bool_]:
    """The rows in which each group that anybody is in has a score, and all are in a group."""
    there = np.isfinite(means) & (bases > 0)
    nobody = np.isnan(means) & ~(bases > 0)
    full = np.asarray((there | nobody).all(axis=1)) & there.any(axis=1)
    if whole is None or whole.base is None:
        return np.ones(len(means), dtype=bool)
    same = np.abs(np.nansum(bases, axis=1) - whole.base.values) <= _DECIMAL
    return np.asarray(full & same)


def _agree(whole: Group, means: Values, bases: Values, complete: npt.NDArray[np.bool_]) -> bool:
    """Whether the mean of the groups is that of all, but for rounding: else the scores are weighted."""
    weights = np.where(np.isfinite(means), np.nan_to_num(bases), 0.0)
    total = np.where(weights.sum(axis=1) > 0, weights.sum(axis=1), np.nan)
    together = (np.nan_to_num(means) * weights).sum(axis=1) / total
    slack = _DECIMAL if bool(np.any(whole.score.found != np.rint(whole.score.found))) else _WHOLE
    return nearly(np.where(complete, together, np.nan), whole.score.values, slack)


def _rows(
    whole: Group | None,
    groups: Sequence[Group],
    parts: Sequence[Group],
    means: Values,
    complete: npt.NDArray[np.bool_],
) -> Stack:
    """A row for each group that has a score, or one of all together."""
    order = [*(one.name for one in parts), *([_ALL] if whole else [])]
    scored = np.isfinite(means) if whole else np.ones_like(means, dtype=bool)
    there = scored & complete[:, None]
    scores = {one.name: one.score.place for one in parts}
    bases = {one.name: one.base.place for one in parts if one.base}
    if whole is not None and whole.base is not None:
        there = np.column_stack([there, ~complete])
        scores[_ALL], bases[_ALL] = whole.score.place, whole.base.place
    lead = whole or parts[0]
    further = [one for one in groups if one not in parts]
    return Stack(
        measures=(Measure("satisfaction", scores), Measure("n", bases)),
        order=tuple(order),
        there=there,
        kept=(lead.score.place, lead.base.place if lead.base else lead.score.place),
        key=Known("segment", "segment_of_header"),
        reason="banner_segments",
        other="segment_kept",
        away=tuple(figure.place for one in further for figure in (one.score, one.base) if figure),
    )


def _with_volumes(before: Table, table: Table, stack: Stack, bases: Values) -> Table:
    """The table with the volume of a touchpoint parted over its rows as its answers are."""
    rows, which = np.nonzero(stack.there)
    weights = np.nan_to_num(np.column_stack([bases, np.ones(len(bases))]))[rows, which]
    together = np.bincount(rows, weights, len(bases))[rows]
    shares = np.divide(weights, together, out=np.full(len(rows), np.nan), where=together > 0)
    columns = list(table.columns)
    for place, header in enumerate(table.headers):
        if named(header)[0] == "volume" and header in before.headers and place not in table.arrangement.known:
            columns[place] = of_numbers(numbers_of(columns[place]).values * shares)
    return replace(table, columns=tuple(columns))


def _suppressed(
    table: Table,
    parts: Sequence[Group],
    means: Values,
    bases: Values,
    complete: npt.NDArray[np.bool_],
) -> list[Told]:
    """The cells of groups without a number, where somebody answered or a sign stands in its place."""
    found = [
        table.address(row, one.score.place)
        for row in range(len(means))
        for at, one in enumerate(parts)
        if np.isnan(means[row, at]) and (bases[row, at] > 0 or one.score.read.states[row] != EMPTY)
    ]
    if not found or complete.all():
        return []
    cells = ", ".join(found[:_TOLD]) + (" …" if len(found) > _TOLD else "")
    return [Told("warning", "banner_suppressed", None, {"cells": cells, "n": len(found)})]


def _further(groups: Sequence[Group], parts: Sequence[Group]) -> list[Told]:
    """Groups of a second breakdown: who is in them is in the first ones too."""
    rest = [one.name for one in groups if one not in parts]
    return [Told("info", "banner_further", None, {"groups": ", ".join(rest)[:_LISTED]})] if rest else []
