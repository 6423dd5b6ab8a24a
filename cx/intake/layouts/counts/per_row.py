"""A row for each touchpoint and answer with how many gave it: one row for each touchpoint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from cx.intake.cells import Labels
from cx.intake.layouts.counts.per_column import moments_of
from cx.intake.layouts.counts.steps import Steps, label_of, steps_of
from cx.intake.layouts.figures import Figure, Values, figures_of, holds_base, known_names
from cx.intake.layouts.made_columns import Made, of_numbers, with_columns
from cx.intake.sheet import Known, Table, Told
from cx.intake.words import code_kind, counts_answers, is_total, named, spoken
from cx.records.file import KEY_COLUMNS, Column, Role

_MOST_ROWS, _MOST_COLUMNS, _MOST_ANSWERS = 60_000, 12, 15
_FEWEST, _TWO = 3, 2
_FULL = 0.6
"""Of all touchpoints times answers so many have a row at least: those that nobody gave may be left out."""
_ROUNDED, _MOSTLY = 0.026, 0.8
_GROUPS: tuple[Role, ...] = ("segment", "period", "journey", "channel")

Ids = npt.NDArray[np.int64]


@dataclass(frozen=True)
class _Answers:
    """The column of answers."""

    place: int
    labels: Labels
    steps: Steps
    of_name: tuple[float, ...]
    """Per name its step; NaN for who gave no answer and for sums."""


@dataclass(frozen=True)
class _Grid:
    """How many of each group of rows gave each answer."""

    firsts: Ids
    """Per touchpoint (in each segment, period ...) its first row."""
    counts: Values
    """Shape (touchpoints, steps)."""
    steps: Values
    whole: bool
    """Whether they are counts, no shares."""


def of(table: Table) -> Table | None:
    """Return a table of counts per touchpoint and answer as one with their mean, number and spread."""
    old = table.arrangement
    if not _FEWEST < table.height <= _MOST_ROWS or not _FEWEST <= len(table.headers) <= _MOST_COLUMNS:
        return None
    if old.known or old.origins or table.gathered:
        return None
    figures = figures_of(table)
    for answers in _likely(table):
        counted = [one for one in figures if one.place != answers.place and _may_count(one)]
        for names in _names(table, figures, answers):
            found = next((grid for one in counted if (grid := _grid(table, names, answers, one))), None)
            if found is not None and _is_meant(table, answers, counted):
                return _made(table, names, answers, found, _of_answers(table, names, answers, counted))
    return None


def _may_count(one: Figure) -> bool:
    return bool((one.found >= 0).all()) and named(one.header)[0] not in _GROUPS


def _of_answers(table: Table, names: int, answers: _Answers, counted: Sequence[Figure]) -> list[int]:
    """The columns whose numbers differ from answer to answer; others are of the touchpoint."""
    groups = _groups(table, names, answers.place)
    rows = groups >= 0
    differ = []
    for one in counted:
        there = rows & np.isfinite(one.values)
        pairs = set(zip(groups[there].tolist(), one.values[there].tolist(), strict=True))
        if len(pairs) > int(groups.max()) + 1:
            differ.append(one.place)
    return differ


def _likely(table: Table) -> list[_Answers]:
    """The columns whose few different cells are steps of one scale, but for sums and no answer."""
    found = []
    for place in range(len(table.headers)):
        labels = table.labels(place)
        if not _FEWEST <= labels.count <= _MOST_ANSWERS or table.height < _TWO * labels.count:
            continue
        if named(table.headers[place])[0] in _GROUPS:
            continue
        answers = _answers(place, labels)
        if answers is not None:
            found.append(answers)
    return found


def _answers(place: int, labels: Labels) -> _Answers | None:
    """A column as answers, in the order of its rows, else in the order that the words or numbers have."""
    firsts = _first_rows(labels)
    spoken_of = {label_of(str(labels.texts[at])): int(labels.ids[at]) for at in firsts}
    said = [label for label in spoken_of if code_kind(label) is None and not is_total(label)]
    orders = (said, *_orders(said))
    read = next((found for order in orders if (found := _steps(order)) is not None), None)
    if read is None:
        return None
    numbers, steps = read
    of_name = [numbers.get(label, np.nan) for label in spoken_of]
    step_of = dict(zip(spoken_of.values(), of_name, strict=True))
    size = int(labels.ids.max()) + 1
    return _Answers(place, labels, steps, tuple(step_of.get(at, np.nan) for at in range(size)))


def _orders(said: list[str]) -> Iterator[list[str]]:
    """The same answers by what their words say, and by their numbers."""
    words = spoken([said])[0]
    if words is not None and all(label in words.numbers for label in said):
        yield sorted(said, key=words.numbers.__getitem__)
    if all(label.isdecimal() for label in said):
        yield sorted(said, key=int)


def _steps(order: list[str]) -> tuple[dict[str, float], Steps] | None:
    """Label to step, where all labels are steps of one scale."""
    found = steps_of(order)
    if found is None or len(found.values) < len(order):
        return None
    return {order[at]: step for at, step in found.values.items()}, found


def _first_rows(labels: Labels) -> list[int]:
    """The first row of each name, in the order of the rows."""
    _, firsts = np.unique(labels.ids, return_index=True)
    return sorted(int(at) for at in firsts if labels.ids[at])


def _names(table: Table, figures: Sequence[Figure], answers: _Answers) -> list[int]:
    """The columns of texts that may name touchpoints: those called so first."""
    taken = {one.place for one in figures} | {answers.place}
    texts = [place for place in range(len(table.headers)) if place not in taken]
    likely = [place for place in texts if table.height >= _TWO * table.labels(place).count > _TWO]
    likely = [place for place in likely if named(table.headers[place])[0] not in _GROUPS]
    return sorted(likely, key=lambda place: named(table.headers[place])[0] != "touchpoint")


def _grid(table: Table, names: int, answers: _Answers, counted: Figure) -> _Grid | None:
    """The counts of a full grid of touchpoints and answers; ``None`` where there is none."""
    groups = _groups(table, names, answers.place)
    step_of = np.array(answers.of_name)[answers.labels.ids]
    rows = np.flatnonzero(np.isfinite(step_of) & np.isfinite(counted.values) & (groups >= 0))
    steps = np.unique(step_of[rows])
    count = int(groups.max(initial=-1)) + 1
    if len(steps) < _FEWEST or count < _TWO:
        return None
    at = groups[rows] * len(steps) + np.searchsorted(steps, step_of[rows])
    if len(np.unique(at)) < len(at) or len(at) < _FULL * count * len(steps):
        return None
    cells: Values = np.bincount(at, counted.values[rows], count * len(steps)).astype(np.float64)
    cells = cells.reshape(count, len(steps))
    firsts = np.array([int(np.flatnonzero(groups == one)[0]) for one in range(count)], np.int64)
    sums = cells.sum(axis=1)
    shares = any(np.mean(np.abs(sums - whole) <= _ROUNDED * whole) >= _MOSTLY for whole in (1.0, 100.0))
    whole = bool(np.all(cells == np.rint(cells))) and not shares
    return _Grid(firsts, cells, steps, whole) if whole or shares else None


def _groups(table: Table, names: int, answers: int) -> Ids:
    """Per row the number of its touchpoint in its segment, period, journey and channel; -1 without a name."""
    keys = [table.labels(names).ids]
    for place, header in enumerate(table.headers):
        if place not in (names, answers) and named(header)[0] in KEY_COLUMNS:
            keys.append(table.labels(place).ids)
    there = keys[0] > 0
    _, found = np.unique(np.stack([one[there] for one in keys]), axis=1, return_inverse=True)
    groups = np.full(table.height, -1, np.int64)
    order = {group: at for at, group in enumerate(dict.fromkeys(found.ravel().tolist()))}
    groups[there] = [order[group] for group in found.ravel().tolist()]
    return groups


def _is_meant(table: Table, answers: _Answers, counted: Sequence[Figure]) -> bool:
    """Whether words say what the answers are; numbers alone need headers that say so, of both columns."""
    if answers.steps.worded:
        return True
    header = table.headers[answers.place]
    asked = named(header)[0] == "satisfaction" or counts_answers(header)
    says = [named(one.header)[0] in ("n", "volume") or holds_base(one.header) for one in counted]
    return asked and any(says)


def _made(table: Table, names: int, answers: _Answers, grid: _Grid, counted: Sequence[int]) -> Table:
    """One row for each touchpoint: the first of its rows, with the mean, number and spread of its answers."""
    moments = moments_of(grid.counts, grid.steps)
    ends = [label for label, step in _ends(answers)]
    called = f"{ends[0]} … {ends[-1]}"
    first = replace(
        table,
        columns=tuple(_picked(column, grid.firsts) for column in table.columns),
        rows=table.rows[grid.firsts],
        merged={},
    )
    source = counted[0]
    made = [
        Made(called, of_numbers(moments.mean), "satisfaction", "answer_mean", source, answers.steps.scale)
    ]
    if grid.whole:
        made.append(Made(f"n ({called})", of_numbers(moments.n), "n", "answer_sum", source))
        made.append(Made(f"sd ({called})", of_numbers(moments.sd), "sd", "answer_spread", source))
    known = {place: Known("ignore", "answer_count") for place in (answers.place, *counted)}
    scale = answers.steps.scale
    details = {
        "ends": called,
        "n": len(grid.firsts),
        "low": float(scale.minimum),
        "high": float(scale.maximum),
    }
    told = [Told("info", "answers_in_rows", len(table.headers), details)]
    if answers.steps.unsure:
        told.append(replace(told[0], severity="warning", code="answers_direction_ambiguous"))
    found = with_columns(first, made, {**known_names(table, names), **known}, told)
    return replace(found, arrangement=replace(found.arrangement, shape="touchpoints", moved=True))


def _ends(answers: _Answers) -> list[tuple[str, float]]:
    """The answers in the order of their steps."""
    labels = answers.labels
    found = {str(labels.texts[at]): answers.of_name[labels.ids[at]] for at in _first_rows(labels)}
    return sorted(((name, step) for name, step in found.items() if np.isfinite(step)), key=lambda one: one[1])


def _picked(column: Column, rows: Ids) -> Column:
    return replace(column, kinds=column.kinds[rows], numbers=column.numbers[rows], codes=column.codes[rows])
