"""A column for each answer, with how many gave it or their share: mean, number and spread of the answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from cx.intake.layouts.counts.steps import label_of, steps_of
from cx.intake.layouts.figures import (
    Figure,
    Values,
    figures_of,
    holds_base,
    known_names,
    names_of,
    nearly,
    of_reasonable_size,
    or_zero,
)
from cx.intake.layouts.made_columns import Made, of_numbers, with_columns
from cx.intake.sheet import Known, Table, Told
from cx.intake.words import code_kind, named
from cx.records.scale import Scale

_FEWEST = 3
WHOLE, _SHARES = "whole", "shares"
_ROUNDED = 0.6
"""So far from 100 may each rounded share bring their sum, at most."""
_MOSTLY = 0.8
_DECIMALS = 0.06
_EXACT = 0.9


@dataclass(frozen=True)
class Moments:
    """What counts per answer come to, by row."""

    mean: Values
    n: Values
    sd: Values


def moments_of(counts: Values, steps: Values) -> Moments:
    """Return the mean, number and sample deviation of answers of which the counts are known.

    Parameters
    ----------
    counts
        Shape (rows, steps): how many gave each answer; a row with a missing count has no mean.
    steps
        Shape (steps,): the number of each answer.

    Examples
    --------
    >>> found = moments_of(np.array([[3.0, 5, 20, 60, 40]]), np.arange(1.0, 6))
    >>> found.mean.tolist(), found.n.tolist(), found.sd.round(4).tolist()
    ([4.0078125], [128.0], [0.9179])
    """
    n = counts.sum(axis=1)
    n = np.where(n > 0, n, np.nan)
    mean = counts @ steps / n
    squares = (counts * (steps - mean[:, None]) ** 2).sum(axis=1)
    return Moments(mean, n, np.sqrt(squares / np.where(n > 1, n - 1, np.nan)))


@dataclass(frozen=True)
class Answers:
    """The columns that count answers, one a step."""

    figures: tuple[Figure, ...]
    steps: Values
    scale: Scale
    kind: str
    """``whole`` counts or ``shares``."""
    spare: tuple[Figure, ...]
    """Columns with the same in the other kind, and those of who gave no answer."""
    unanswered: tuple[Figure, ...]
    unsure: bool = False
    """Whether nothing says which end is good."""

    @property
    def called(self) -> str:
        """The ends of the scale, by their headers."""
        order = np.argsort(self.steps)
        first, last = self.figures[order[0]], self.figures[order[-1]]
        return f"{label_of(first.header)} … {label_of(last.header)}"

    @property
    def letters(self) -> list[int]:
        """The positions of all columns that belong to it."""
        return [one.place for one in (*self.figures, *self.spare, *self.unanswered)]


def of(table: Table) -> Table | None:
    """Return a table of counts per answer with the mean, number and spread that they give."""
    if not of_reasonable_size(table):
        return None
    figures = figures_of(table)
    names = names_of(table, figures) if len(figures) >= _FEWEST else None
    return None if names is None else with_answers(table, figures, names)


def with_answers(table: Table, figures: Sequence[Figure], names: int) -> Table | None:
    """Return a table with what its counts per answer give; ``None`` where it has none.

    Parameters
    ----------
    table
        One row a touchpoint.
    figures
        Its columns of numbers.
    names
        The position of its column of names.
    """
    answers = answers_of(figures)
    if answers is None:
        return None
    others = [one for one in figures if one.place not in answers.letters]
    found, base, known = _found(answers, others)
    parts = {place: Known("ignore", "answer_count") for place in answers.letters}
    known = {**known_names(table, names), **parts, **known}
    mine = _other_score(others, known)
    if mine is not None:
        return with_columns(table, (), known, (_told(table, answers, mine, "answers_beside"),))
    source = answers.figures[0].place
    made = [
        Made(answers.called, of_numbers(found.mean), "satisfaction", "answer_mean", source, answers.scale)
    ]
    if base is None and bool(np.isfinite(found.n).any()):
        made.append(Made(f"n ({answers.called})", of_numbers(found.n), "n", "answer_sum", source))
    if bool(np.isfinite(found.sd).any()) and not any(named(one.header)[0] == "sd" for one in others):
        made.append(Made(f"sd ({answers.called})", of_numbers(found.sd), "sd", "answer_spread", source))
    code = "answers_counted" if answers.kind == WHOLE else "answers_shared"
    told = [_told(table, answers, len(table.headers), code)]
    if answers.unsure:
        told.append(replace(told[0], severity="warning", code="answers_direction_ambiguous"))
    return with_columns(table, made, known, told)


def _told(table: Table, answers: Answers, place: int, code: str) -> Told:
    letters = [table.letters[one.place] for one in answers.figures]
    ends = {"low": float(answers.scale.minimum), "high": float(answers.scale.maximum)}
    details = {"first": letters[0], "last": letters[-1], "ends": answers.called, **ends}
    return Told("info", code, place, details)


def answers_of(figures: Sequence[Figure]) -> Answers | None:
    """Return the columns whose headers are steps of one scale, where their cells are counts or shares."""
    labels = _labels(figures)
    found = steps_of(labels)
    if found is None:
        return None
    by_step: dict[float, list[Figure]] = {}
    for at, step in found.values.items():
        by_step.setdefault(step, []).append(figures[at])
    taken = {figures[at].place for at in found.values}
    away = [one for one, label in zip(figures, labels, strict=True) if label and code_kind(label)]
    rest = [one for one in figures if one.place not in taken and one not in away]
    steps = np.array(list(by_step))
    for kind, column in ((WHOLE, _counted(by_step)), (_SHARES, _shared(by_step))):
        if column is None:
            continue
        nobody = tuple(one for one in away if one.whole == (kind == WHOLE)) or tuple(away)
        if not (_are_shares if kind == _SHARES else _are_counts)(column, nobody, rest, worded=found.worded):
            continue
        spare = [one for some in by_step.values() for one in some if one not in column]
        spare += [one for one in away if one not in nobody]
        return Answers(tuple(column), steps, found.scale, kind, tuple(spare), nobody, found.unsure)
    return None


def _labels(figures: Sequence[Figure]) -> list[str]:
    """What each header says; a column without one belongs to the one before it, as under merged cells."""
    labels: list[str] = []
    places: list[int] = []
    for one in figures:
        beside = bool(places) and one.place == places[-1] + 1
        labels.append(label_of(one.header) if one.header else labels[-1] if beside else "")
        places.append(one.place)
    return labels


def _counted(by_step: Mapping[float, Sequence[Figure]]) -> list[Figure] | None:
    """Per step its column of whole numbers; alone they are no shares of a hundred."""
    found = [next((one for one in some if one.whole), None) for some in by_step.values()]
    whole = [one for one in found if one is not None]
    if len(whole) < len(found) or len(whole) < _FEWEST:
        return None
    beside = all(any(not one.whole for one in some) for some in by_step.values())
    return whole if beside or not _near_hundred(_sum(whole), len(whole)) else None


def _shared(by_step: Mapping[float, Sequence[Figure]]) -> list[Figure] | None:
    return [some[0] for some in by_step.values()] if len(by_step) >= _FEWEST else None


def _sum(figures: Sequence[Figure]) -> Values:
    return np.sum([or_zero(one) for one in figures], axis=0) if figures else np.zeros(0)


def _near_hundred(sums: Values, columns: int) -> bool:
    """Whether nearly all rows add up to a whole, but for rounding."""
    there = sums[np.isfinite(sums) & (sums > 0)]
    if not len(there):
        return False
    per_cent, fraction = (np.abs(there - whole) <= _ROUNDED * columns * whole / 100 for whole in (100.0, 1.0))
    return bool(max(np.mean(per_cent), np.mean(fraction)) >= _MOSTLY)


def _are_shares(
    column: Sequence[Figure], nobody: Sequence[Figure], _rest: Sequence[Figure], *, worded: bool
) -> bool:
    """Not below zero, and together a whole, with those who gave no answer or without them."""
    del worded  # shares that add up are no numbers of columns
    if any(bool((one.found < 0).any()) for one in column):
        return False
    return _near_hundred(_sum(column), len(column)) or _near_hundred(
        _sum([*column, *nobody]), len(column) + len(nobody)
    )


def _are_counts(
    column: Sequence[Figure], nobody: Sequence[Figure], rest: Sequence[Figure], *, worded: bool
) -> bool:
    """Whole counts: under words, else with a column of their sum, or larger than the steps."""
    sums = (_sum(column), _sum([*column, *nobody]))
    if any(nearly(one.values, total, 0.0) for one in rest for total in sums):
        return True
    largest = max(float(one.found.max()) for one in column)
    return worded or largest > 2 * len(column)


def _found(answers: Answers, others: Sequence[Figure]) -> tuple[Moments, Figure | None, dict[int, Known]]:
    """The mean, number and spread; the column that holds the number; and what the other columns are."""
    counts = np.stack([or_zero(one) for one in answers.figures], axis=1)
    every = counts.sum(axis=1) + sum(or_zero(one) for one in answers.unanswered)
    plain = moments_of(counts, answers.steps)
    known: dict[int, Known] = {}
    sums = {one.place: one for one in others if _is_sum(one, every, plain.n)}
    known |= {place: Known("ignore", "answer_total") for place in sums}
    if answers.kind == WHOLE:
        base = next((one for one in sums.values() if nearly(one.values, plain.n, 0.0)), None)
        found = plain
    else:
        base = _base(others, sums)
        found = _of_shares(counts, every, answers, base)
        base = None if base is not None and answers.unanswered else base
    if base is not None:
        known[base.place] = Known("n", "answer_base")
    mean = (plain.mean, answers.scale.minimum + answers.scale.maximum - plain.mean)
    for one in others:
        if one.place not in known and any(nearly(one.values, some, _DECIMALS) for some in mean):
            known[one.place] = Known("ignore", "answer_mean_too")
    return found, base, known


def _is_sum(one: Figure, every: Values, answered: Values) -> bool:
    return nearly(one.values, every, 0.0) or nearly(one.values, answered, 0.0)


def _base(others: Sequence[Figure], sums: Mapping[int, Figure]) -> Figure | None:
    """The column that says how many answered, beside shares."""
    for one in others:
        if one.place in sums or not one.whole:
            continue
        if holds_base(one.header):
            return one
    return None


def _of_shares(counts: Values, every: Values, answers: Answers, base: Figure | None) -> Moments:
    """The same of shares: the number is that of the base, less those who gave no answer."""
    share = counts / np.where(every > 0, every, np.nan)[:, None]
    total = base.values if base is not None else np.full(len(share), np.nan)
    n = total if not answers.unanswered else np.rint(total * share.sum(axis=1))
    mean = moments_of(counts, answers.steps).mean
    spread = (share * (answers.steps - mean[:, None]) ** 2).sum(axis=1) / share.sum(axis=1)
    large = np.where(np.isfinite(n) & (n > 1), n / np.where(n > 1, n - 1, 1), np.nan)
    return Moments(mean, n, np.sqrt(spread * large))


def _other_score(others: Sequence[Figure], known: Mapping[int, Known]) -> int | None:
    """A column that its name calls satisfaction, and that says something else than the counts."""
    for one in others:
        role, confidence, _ = named(one.header)
        if one.place not in known and role == "satisfaction" and confidence >= _EXACT:
            return one.place
    return None
