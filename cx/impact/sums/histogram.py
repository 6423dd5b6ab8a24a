"""How often each rating was given, and the outcome of those who gave it, per group of rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cx.impact.sums.answers import GROUPS, Answers, Numbers

_STEPS = (1.0, 0.5, 0.25, 0.1, 0.05, 0.01)
_MOST = 1_000
_BINS = 200
_FEW = 16
_ROWS = 100_000
_GLANCE = 10_000
_EXACT = 1e-6
_OFF = 1e-5
Whole = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Histogram:
    """Weights and outcomes per rating and group; class 0 did not meet the touchpoint."""

    values: Numbers
    """(v,) the ratings, ascending; the middles of 200 bins where they follow no grid."""
    weight: Numbers
    """(groups, 1 + v)."""
    outcome: Numbers
    """(groups, 1 + v) weighted sums of the outcome about its centre."""
    squares: Numbers
    """(groups, 1 + v) weighted sums of the squared outcome about its centre."""

    def kept(self, groups: npt.NDArray[np.bool_]) -> Histogram:
        """Return the histogram of some of the groups, without ratings that nobody gave."""
        seen = np.concatenate([[True], self.weight[:, 1:].sum(axis=0) > 0])
        parts = (part[groups][:, seen] for part in (self.weight, self.outcome, self.squares))
        return Histogram(self.values[seen[1:]], *parts)

    @property
    def counts(self) -> Numbers:
        """(v,) the weight of each rating."""
        return np.asarray(self.weight[:, 1:].sum(axis=0))


@dataclass(frozen=True)
class Grid:
    """Equally spaced values."""

    start: float
    step: float
    size: int
    exact: bool
    """Whether the values lie on the grid, rather than in bins around it."""

    @classmethod
    def of(cls, values: Numbers) -> Grid:
        """Return the coarsest grid that the values lie on, or 200 bins over their range.

        Examples
        --------
        >>> Grid.of(np.array([1.0, 2.5, 3.0, np.nan]))
        Grid(start=1.0, step=0.5, size=5, exact=True)
        """
        return cls._over(values, values)

    @classmethod
    def at_a_glance(cls, values: Numbers) -> Grid:
        """Return the grid of the first values over the range of all; the others may still lie off it."""
        return cls._over(values, values[:_GLANCE])

    @classmethod
    def _over(cls, values: Numbers, looked_at: Numbers) -> Grid:
        low, high = float(np.fmin.reduce(values)), float(np.fmax.reduce(values))
        if np.isnan(low):
            return cls(0.0, 1.0, 1, exact=True)
        for step in _STEPS:
            if (high - low) / step <= _MOST and _on_grid(looked_at, low, step):
                return cls(low, step, round((high - low) / step) + 1, exact=True)
        step = (high - low) / _BINS
        return cls(low + step / 2, step, _BINS, exact=False)

    def places(self, values: Numbers) -> Numbers:
        """Return the place of each value on the grid from 1, plus a half; 0 for NaN."""
        places = values - (self.start - 1.5 * self.step)
        places *= 1 / self.step
        if not self.exact:
            np.clip(places, 1.0, self.size + 0.5, out=places)
        np.fmax(places, 0.0, out=places)
        return places

    @property
    def values(self) -> Numbers:
        """The values of the grid."""
        return np.round(self.start + self.step * np.arange(self.size), 9)


class Tally:
    """Counts of each touchpoint's ratings, added up piece by piece."""

    def __init__(self, answers: Answers, centre: float) -> None:
        self.answers, self.centre = answers, centre
        everything = slice(None)
        self.grids = [Grid.at_a_glance(_rated(answers, j, everything)) for j in range(len(answers.names))]
        self.levels = Grid.of(answers.outcome)
        self.groups = groups_of(answers)
        self.size = int(self.groups.max()) + 1
        self.parts = [np.zeros((3, grid.size + 1, self.size)) for grid in self.grids]
        self.rated = np.zeros(len(self.grids), np.int64)
        self.off = np.zeros(len(self.grids))
        self._count(range(len(self.grids)))
        self._count(self._mistaken())

    @property
    def histograms(self) -> tuple[Histogram, ...]:
        """The histogram of each touchpoint."""
        return tuple(
            Histogram(grid.values, *(part.T for part in parts))
            for grid, parts in zip(self.grids, self.parts, strict=True)
        )

    def _count(self, touchpoints: Sequence[int]) -> None:
        joint = self.levels.exact and self.levels.size <= _FEW
        for start in range(0, self.answers.rows if touchpoints else 0, _ROWS):
            piece = slice(start, start + _ROWS)
            count = self._by_level(piece) if joint else self._by_rating(piece)
            for j in touchpoints:
                places = self.grids[j].places(_rated(self.answers, j, piece))
                classes = places.astype(np.int64)
                rated = np.count_nonzero(classes)
                places -= classes
                self.rated[j] += rated
                self.off[j] += places @ places - places.sum() + rated / 4
                self.parts[j] += count(classes, self.grids[j].size + 1)

    def _mistaken(self) -> list[int]:
        # Off the grid of its first values: a place is a half above its class, so that this sum of squared
        # distances is then above 0.
        wrong = [j for j, grid in enumerate(self.grids) if grid.exact and self.off[j] > _OFF]
        for j in wrong:
            self.grids[j] = Grid.of(_rated(self.answers, j, slice(None)))
            self.parts[j] = np.zeros((3, self.grids[j].size + 1, self.size))
            self.rated[j] = 0
        return wrong

    def _by_level(self, piece: slice) -> Callable[[Whole, int], Numbers]:
        # The outcome has few values: one count of rating x outcome x group says it all.
        levels, groups = self.levels.size, self.size
        keys = (self.levels.places(self.answers.outcome[piece]).astype(np.int64) - 1) * groups + self.groups[
            piece
        ]
        weights = None if self.answers.weights is None else self.answers.weights[piece]
        about = self.levels.values - self.centre
        powers = np.stack([np.ones(levels), about, about**2])

        def count(classes: Whole, size: int) -> Numbers:
            classes *= levels * groups
            classes += keys
            cells = np.bincount(classes, weights, minlength=size * levels * groups)
            summed: Numbers = np.einsum("kl,vlg->kvg", powers, cells.reshape(size, levels, groups))
            return summed

        return count

    def _by_rating(self, piece: slice) -> Callable[[Whole, int], Numbers]:
        of, groups = self.groups[piece], self.size
        about = self.answers.outcome[piece] - self.centre
        weight = np.ones_like(about) if self.answers.weights is None else self.answers.weights[piece]
        powers = (weight, weight * about, weight * about**2)

        def count(classes: Whole, size: int) -> Numbers:
            keys = classes * groups + of
            sums = [np.bincount(keys, power, minlength=size * groups) for power in powers]
            return np.stack(sums).astype(np.float64).reshape(3, size, groups)

        return count


def groups_of(answers: Answers) -> Whole:
    """Return the group of each row: the one given, else its number mod 200."""
    if answers.groups is not None:
        return answers.groups
    return np.arange(answers.rows) % min(GROUPS, answers.rows)


def _rated(answers: Answers, j: int, piece: slice) -> Numbers:
    if answers.unrated is None:
        return answers.ratings[piece, j]
    return np.where(answers.unrated[piece, j], np.nan, answers.ratings[piece, j])


def _on_grid(values: Numbers, low: float, step: float) -> bool:
    # Most columns that are off the grid show it in their first values.
    for start in range(0, len(values), _GLANCE):
        places = (values[start : start + _GLANCE] - low) * (1 / step)
        if not np.fmax.reduce(np.abs(places - np.rint(places)), initial=0.0) <= _EXACT / step:
            return False
    return True
