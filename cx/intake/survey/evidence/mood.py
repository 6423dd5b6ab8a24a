"""Which columns go along with each other: what people answer about one experience says something of others.

Ratings of one respondent share a mood; traits, counts and numbers of people do not. The first principal axis
of columns on the same kind of scale is that mood; a column is compared with it without its own part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from cx.intake.survey.evidence.profile import Profile
from cx.intake.survey.evidence.standard import standard
from cx.process import steps

Matrix = npt.NDArray[np.float64]
_MOST_ROWS, _FEW_ROWS = 1_500, 200
_MOST_CELLS = 4_000_000
"""So many cells are held at once, a few times over."""
_STEPS = 25
_FEWEST_ROWS, _FEWEST_COLUMNS = 8, 3
_WEAKEST = 0.15
"""Below it the columns hardly share a mood, and it says nothing of any one."""
_SPREAD, _NOTHING = 0.25, 0.05
"""How much real ratings differ in it (Fisher's z), and how much what is no rating has of it by accident."""
_MOST = 4.0
BEYOND_CHANCE = 1.1
"""How far the first axis must stand out above what columns have that nothing holds together."""
_SURE = 2.0
_SELDOM = -2.3
"""Log-odds that a rating runs against the others, before anything was seen; what is no rating does as often."""
_LEAST_SLOPE, _ERRORS = 0.7, 1.96
"""What a battery of three items that load .4 and their outcome has at least, but for so many errors."""


@dataclass(frozen=True)
class Mood:
    """How one column goes along with the others of its kind."""

    r: float
    """Correlation with the axis of the others; below 0: it runs against most."""
    n: int
    """Rows behind it."""
    usual: float
    """What the columns that make up the axis reach."""
    alone: bool = False
    """Whether it goes along with one column only, which the others go along with for reasons of their own."""

    @property
    def runs_against(self) -> bool:
        """Whether it surely falls where the others rise."""
        return self.evidence > _SURE and self.r < -_WEAKEST

    @property
    def runs_along(self) -> bool:
        """Whether it surely rises where the others do."""
        return self.evidence > _SURE and self.r > _WEAKEST

    @cached_property
    def evidence(self) -> float:
        """Log-odds that the column shares the mood against that it does not; 0 where nothing can be said."""
        if self.n < _FEWEST_ROWS or self.usual < _WEAKEST:
            return 0.0
        if self.alone:
            return -_MOST
        z, error = abs(np.arctanh(np.clip(self.r, -0.99, 0.99))), 1 / max(self.n - 3, 1) ** 0.5
        shared = _log_density(z, float(np.arctanh(min(self.usual, 0.99))), (_SPREAD**2 + error**2) ** 0.5)
        shared += _SELDOM if self.r < 0 else 0.0
        alone = _log_density(z, 0.0, (_NOTHING**2 + error**2) ** 0.5)
        return float(np.clip(shared - alone, -_MOST, _MOST))


def _log_density(at: float, middle: float, spread: float) -> float:
    return float(-np.log(spread) - 0.5 * ((at - middle) / spread) ** 2)


def moods(groups: Sequence[Sequence[Profile]], height: int) -> Mapping[int, Mood]:
    """Return how each column goes along with the others of its group.

    Parameters
    ----------
    groups
        Columns that may be answered alike; a column may stand in several groups, and the best counts.
    height
        How many rows the table has.
    """
    found: dict[int, Mood] = {}
    middles: set[int] = set()
    for whole in steps(sorted(groups, key=len, reverse=True)) if height else ():
        group = [one for one in whole if one.place not in middles]
        if len(group) < _FEWEST_COLUMNS:
            continue
        seen = _of_group(group, _sample(height, len(group)))
        middles |= {seen.middle} - {None}  # type: ignore[arg-type]
        for place, mood in seen.moods.items():
            known = found.get(place)
            if mood.usual >= _WEAKEST and (known is None or mood.evidence > known.evidence):
                found[place] = mood
    return found


def _sample(height: int, columns: int) -> npt.NDArray[np.int64]:
    """Rows from the first to the last, as many as tell enough; of very many columns fewer."""
    most = min(height, _MOST_ROWS, max(_FEW_ROWS, _MOST_CELLS // columns))
    return np.unique(np.linspace(0, height - 1, most).astype(np.int64))


@dataclass(frozen=True)
class _Seen:
    """What one group of columns shows."""

    moods: Mapping[int, Mood]
    middle: int | None = None
    """The place of the one column that holds the others together, where nothing else does."""


def _of_group(group: Sequence[Profile], rows: npt.NDArray[np.int64]) -> _Seen:
    known, z = standardised(group, rows)
    weights, largest = _first_axis(z)
    n = known.sum(axis=0)
    if largest < BEYOND_CHANCE * largest_of_noise(len(group), float(n.mean())):
        return _Seen({})
    r, share = _along(known, z, weights), weights**2
    usual = float((np.abs(r) * share).sum() / share.sum()) if share.sum() > 0 else 0.0
    middle = _middle(z, known)
    if not rests_on(z, known, middle):
        return _Seen({one.place: Mood(float(r[at]), int(n[at]), usual) for at, one in enumerate(group)})
    rest = np.arange(len(group)) != middle
    alone = _along(known[:, rest], z[:, rest], _first_axis(z[:, rest])[0])
    others = [one for one, stays in zip(group, rest, strict=True) if stays]
    found = {
        one.place: Mood(float(of), int(rows), max(usual, _WEAKEST), alone=True)
        for one, of, rows in zip(others, alone, n[rest], strict=True)
    }
    return _Seen(found, group[middle].place)


def _along(known: npt.NDArray[np.bool_], z: Matrix, weights: npt.NDArray[np.float64]) -> Matrix:
    """Per column its correlation with the axis of the others."""
    total = z @ weights
    rest = np.where(known, total[:, None] - z * weights, 0.0)
    both = (z * z).sum(axis=0) * (rest * rest).sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Matrix = np.where(both > 0, (z * rest).sum(axis=0) / np.sqrt(both), 0.0)
    return found


def _middle(z: Matrix, known: npt.NDArray[np.bool_]) -> int:
    """The position of the column that goes along with the others most: by all of its correlations."""
    squares = _pairwise(z, known, z, known) ** 2
    return int((squares.sum(axis=0) - np.diag(squares)).argmax())


def rests_on(z: Matrix, known: npt.NDArray[np.bool_], middle: int) -> bool:
    """Return whether what columns share is one of them alone, which the others know nothing of each other by.

    Where one mood is behind all columns, any two of them go along about as both do with a third,
    r_jk = r_j r_k or more; a little less where that third is an outcome that follows what each says of its
    own. Where each only moves that third, as waiting time and number of visits move an overall judgement,
    r_jk is 0. The slope of r_jk on r_j r_k tells the two apart. A group stands by itself where its first axis
    without that third is beyond chance (Marchenko and Pastur 1967), or where the slope may well be that of a
    battery.

    Parameters
    ----------
    z
        Shape (rows, columns): numbers with mean 0 and spread 1; 0 where there is none.
    known
        The same shape: where there is a number.
    middle
        The position of the column that goes along with the others most.
    """
    rest = np.arange(z.shape[1]) != middle
    if int(rest.sum()) < _FEWEST_COLUMNS:
        return False
    others, there = z[:, rest], known[:, rest]
    rows = float(there.sum(axis=0).mean())
    if _first_axis(others)[1] > largest_of_noise(others.shape[1], rows):
        return False
    to_middle = _pairwise(others, there, z[:, [middle]], known[:, [middle]])[:, 0]
    upper = np.triu_indices(len(to_middle), 1)
    told = np.outer(to_middle, to_middle)[upper]
    width = float((told * told).sum())
    if width <= 0:
        return False
    slope = float((told * _pairwise(others, there, others, there)[upper]).sum()) / width
    return bool(slope + _ERRORS / (max(rows, 1.0) * width) ** 0.5 < _LEAST_SLOPE)


def _pairwise(
    one: Matrix, known: npt.NDArray[np.bool_], other: Matrix, there: npt.NDArray[np.bool_]
) -> Matrix:
    """Correlations of all columns of one table with those of another, over the rows that hold both."""
    both = np.sqrt(((one * one).T @ there.astype(float)) * (known.astype(float).T @ (other * other)))
    found: Matrix = np.divide(one.T @ other, both, out=np.zeros_like(both), where=both > 0)
    return found


def standardised(
    group: Sequence[Profile], rows: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.bool_], Matrix]:
    """Which cells hold a number inside the column's ends, and the numbers with mean 0 and spread 1."""
    values = np.stack([one.answers.values[rows] for one in steps(group)], axis=1)
    low, high = np.array([one.inner for one in steps(group)]).T
    known = ~np.isnan(values) & (values >= low) & (values <= high)
    return known, standard(np.where(known, values, np.nan))


def largest_of_noise(columns: int, rows: float) -> float:
    """Return the largest eigenvalue that correlations of unrelated columns have (Marchenko and Pastur 1967)."""
    return float((1 + (columns / max(rows, 1.0)) ** 0.5) ** 2)


def _first_axis(z: Matrix) -> tuple[npt.NDArray[np.float64], float]:
    """The weights of the first principal axis, most of them above 0, and its eigenvalue."""
    weights: npt.NDArray[np.float64] = np.ones(z.shape[1]) / max(z.shape[1], 1) ** 0.5
    own = (z * z).sum(axis=0)
    largest = 1.0
    for _ in steps(range(_STEPS)):
        found = z.T @ (z @ weights) - own * weights  # without what each column owes to itself
        length = float(np.sqrt((found * found).sum()))
        if length <= 0:
            break
        weights = found / length
        largest = 1 + length / max(float(own.mean()), 1.0)
    return (weights if weights.sum() >= 0 else -weights), largest
