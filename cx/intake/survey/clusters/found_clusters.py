"""Columns whose values hold answers that are alike: stores, agents, courses, repeated customers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from cx.intake.columns import Subject, column_named
from cx.intake.findings import Noticed
from cx.intake.survey.answers import Flags, Values
from cx.intake.survey.clusters.variances import Item, Sides, Whole, variances
from cx.records.file import Role

_FEWEST, _SEVERAL = 10, 2
_ALIKE: Final = 0.05
"""The intraclass correlation from which clusters count."""
_CHANCE: Final = 0.01
_MOSTLY = 0.9
_OTHERWISE: tuple[Role, ...] = (
    "rating", "outcome", "weight", "period", "time", "respondent", "touchpoint", "importance", "expectation",
)  # fmt: skip


@dataclass(frozen=True)
class Alike:
    """How far answers within the values of a column go together."""

    place: int
    clusters: int
    icc: float
    """The median over the items, at least .05 in half of them."""
    wider: float
    """How many times as wide intervals of means are with whole clusters: the median over the items."""


def place_of_clusters(subject: Subject) -> int | None:
    """Return the position of the column of clusters that a person chose; ``None`` without one."""
    chosen = subject.choices.cluster
    return column_named(subject.table, chosen) if chosen else None


def noticed_clusters(subject: Subject, roles: dict[int, Role], items: Sequence[Item], kept: Flags) -> None:
    """Tell about the clusters that a person chose, or ask about those that there may be.

    Parameters
    ----------
    roles
        Position to what each column is.
    items
        The ratings of each touchpoint.
    kept
        (rows,) the rows that count.
    """
    noticed, place = subject.noticed, place_of_clusters(subject)
    if place is not None:
        ids = np.where(kept, subject.table.labels(place).ids, 0)
        _tell(noticed, "info", "clusters_used", measured(ids, items, place))
    if subject.choices.cluster is not None:
        return
    found = [one for one in _candidates(subject, roles, items, kept) if one is not None]
    if found:
        _tell(noticed, "warning", "clusters_likely", max(found, key=lambda one: one.wider))


def _candidates(
    subject: Subject, roles: dict[int, Role], items: Sequence[Item], kept: Flags
) -> list[Alike | None]:
    table, sides = subject.table, Sides(items)
    found = []
    for place in range(len(table.columns)):
        if roles.get(place, "ignore") in _OTHERWISE:
            continue
        labels = table.labels(place)
        if labels.count < _FEWEST:
            continue
        ids = np.where(kept, labels.ids, 0)
        if (np.bincount(ids)[1:] >= _SEVERAL).sum() >= _FEWEST:
            subject.budget.check()
            found.append(likely(ids, items, place, _amounts(subject, place), sides))
    return found


def _amounts(subject: Subject, place: int) -> Values | None:
    """The numbers of a column that holds hardly anything else; ``None`` of names."""
    numbers = subject.numbers(place)
    filled = np.count_nonzero(subject.table.labels(place).ids)
    return numbers.values if len(numbers.found) > _MOSTLY * filled else None


def _tell(noticed: Noticed, severity: str, code: str, found: Alike) -> None:
    noticed.column(
        "info" if severity == "info" else "warning",
        code,
        found.place,
        n=found.clusters,
        icc=round(found.icc, 2),
        wider=round(found.wider, 1),
    )


def likely(
    ids: Whole,
    items: Sequence[Item],
    place: int = 0,
    amounts: Values | None = None,
    sides: Sides | None = None,
) -> Alike | None:
    """Return how alike answers are within clusters, where that cannot be passed over; else ``None``.

    Parameters
    ----------
    ids
        (rows,) the cluster of each row, from 1; 0 for none.
    amounts
        (rows,) the numbers behind the clusters: a quantity (an age, an amount) that ratings rise or fall with
        is no cluster, so that its line is taken out of them first.
    sides
        The same items side by side, where they are asked about more than one column.

    Notes
    -----
    Alike: an intraclass correlation (one-way analysis of variance) of at least .05 in at least half of the
    items, and a median F that chance gives less than once in a hundred times.

    References
    ----------
    Donner, A. (1986). A review of inference procedures for the intraclass correlation coefficient in the
    one-way random effects model. International Statistical Review 54(1).
    """
    from scipy.special import fdtrc  # only where clusters are looked for

    known, alike, left = [], 0, len(items)
    for told in (sides or Sides(items)).variances(ids, amounts):
        left -= len(told)
        known += [one for one in told if one is not None]
        alike += sum(one is not None and one[0] >= _ALIKE for one in told)
        if 2 * (alike + left) < len(items):
            return None  # whatever the others are
    if not known:
        return None
    _, fs, between, within = np.array(known).T
    if fdtrc(np.median(between), np.median(within), np.median(fs)) >= _CHANCE:
        return None
    if amounts is not None:
        items = [(rows, _off_line(amounts[rows], values)) for rows, values in items]
    return measured(ids, items, place)


def measured(ids: Whole, items: Sequence[Item], place: int = 0) -> Alike:
    """Return how alike answers are within clusters, and how much wider intervals are with whole ones."""
    about = [one for rows, values in items if (one := variances(ids[rows], values)) is not None]
    wider = [_wider(ids[rows], values) for rows, values in items]
    known = [times for times in wider if np.isfinite(times)]
    return Alike(
        place,
        len(np.unique(ids[ids > 0])),
        float(np.median([one[0] for one in about])) if about else 0.0,
        float(np.median(known)) if known else 1.0,
    )


def _off_line(amounts: Values, values: Values) -> Values:
    """Ratings without the line along a quantity."""
    known = np.isfinite(amounts) & ~np.isnan(values)
    x = np.where(known, amounts - amounts[known].mean(), 0.0) if known.any() else np.zeros(len(values))
    square = float(np.einsum("i,i", x, x))
    along = float(np.einsum("i,i", x, np.where(known, values, 0.0)))
    return values - x * (along / square if square > 0 else 0.0)


def _wider(ids: Whole, values: Values) -> float:
    """The error of a mean with whole clusters, over that of single answers; who is in none stands alone."""
    used = ~np.isnan(values)
    x, at = values[used], ids[used]
    n, spread = len(x), float(x.std(ddof=1)) if len(x) > 1 else 0.0
    if not spread > 0:
        return np.nan
    apart = x - x.mean()
    counts, sums = np.bincount(at)[1:], np.bincount(at, apart)[1:]
    squares = float(sums @ sums) + float((apart[at == 0] ** 2).sum())
    size = n**2 / (float((counts**2).sum()) + np.count_nonzero(at == 0))
    return float(np.sqrt(squares * size / (size - 1)) / n / (spread / n**0.5)) if size > 1 + 1e-9 else np.nan
