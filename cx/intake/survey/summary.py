"""Many answers become one row a touchpoint: score, n, standard deviation and exposure per group of rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from cx.errors import LimitExceeded
from cx.intake.cells import Labels
from cx.intake.survey.answers import Flags, Values
from cx.records.file import NUMBER_COLUMNS, PRECISION_COLUMNS, TEXT_COLUMNS, Score
from cx.records.scale import Scale

PERCENT = Scale(0, 100, kind="percent")
NPS = Scale(-100, 100, kind="nps")
_PROMOTER, _DETRACTOR, _TEN = 9, 6, 10
_LONGEST_COUNTED = 11
_ONE = 1.0
_MOST_ROWS = 200_000
"""Groups of respondents times touchpoints."""

Whole = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Groups:
    """The groups of rows that are told apart: segment, period, channel, journey."""

    ids: Whole
    """(rows,) the group of each row, from 0."""
    names: tuple[Mapping[str, str], ...]
    """Per group its name in each column."""
    firsts: Whole
    """Per group the position of its first row."""

    @property
    def count(self) -> int:
        """How many groups there are."""
        return len(self.names)


@dataclass(frozen=True)
class Sums:
    """What the answers to one touchpoint come to, per group."""

    n: Whole
    """How many rated it."""
    met: Whole
    """How many met it."""
    weight: Values
    """The summed weights of those who rated it; n where there are none."""
    mean: Values
    """NaN without ratings."""
    sd: Values
    """With n - 1; NaN with fewer than two ratings."""
    n_eff: Values
    """(sum of weights)² / sum of squared weights; 0 without ratings."""
    error: Values
    """The standard error of the mean, s / sqrt(n_eff); NaN with fewer than two ratings."""


def groups_of(labels: Mapping[str, Labels], height: int) -> Groups:
    """Return the groups of rows.

    Parameters
    ----------
    labels
        Column of :class:`cx.records.Touchpoints` to the names in it, per row.
    height
        How many rows there are.
    """
    ids = np.zeros(height, dtype=np.int64)
    for one in labels.values():
        ids = ids * len(one.names) + one.ids
        ids = np.unique(ids, return_inverse=True)[1].astype(np.int64)
    count = int(ids.max()) + 1 if height else 0
    firsts = np.full(count, height, dtype=np.int64)
    np.minimum.at(firsts, ids, np.arange(height))
    order = np.argsort(firsts, kind="stable")
    place = np.empty(count, dtype=np.int64)
    place[order] = np.arange(count)
    names = tuple({key: str(one.texts[firsts[at]]) for key, one in labels.items()} for at in order)
    return Groups(place[ids], names, firsts[order])


def check_rows(file: str, groups: int, columns: int) -> None:
    """Refuse what comes to more rows than anybody can look at, before they fill the memory.

    Raises
    ------
    LimitExceeded
        When it does.
    """
    if groups * columns > _MOST_ROWS:
        raise LimitExceeded("limit_groups", file=file, groups=groups, columns=columns, limit=_MOST_ROWS)


def summed(values: Values, met: Flags, groups: Whole, count: int, weights: Values | None) -> Sums:
    """Return the sums of one touchpoint's scores per group.

    Examples
    --------
    >>> found = summed(np.array([6.0, 8.0, np.nan]), np.array([True, True, True]), np.zeros(3, int), 1, None)
    >>> found.n.tolist(), found.met.tolist(), found.mean.tolist(), round(float(found.sd[0]), 4)
    ([2], [3], [7.0], 1.4142)
    """
    rated = ~np.isnan(values)
    of, known = groups[rated], values[rated]
    n = np.bincount(of, minlength=count)
    own = None if weights is None else weights[rated]

    def total(of_each: Values | None, power: int = 1) -> Values:
        """Per group the sum of something times the weights, which are all 1 where there are none."""
        if own is not None:
            of_each = own**power if of_each is None else own * of_each
        return np.asarray(
            n if of_each is None else np.bincount(of, of_each, minlength=count), dtype=np.float64
        )

    weight = total(None)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = total(known) / weight
        squares = total((known - mean[of]) ** 2) / weight
        sd = np.where(n > 1, np.sqrt(squares * n / (n - 1)), np.nan)
        n_eff = np.where(n > 0, weight**2 / total(None, 2), 0.0)
        error = np.where(n > 1, np.sqrt(squares / (n_eff - 1)), np.nan)
    return Sums(n, np.bincount(groups[met], minlength=count), weight, mean, sd, n_eff, error)


def scored(values: Values, scale: Scale, score: Score) -> Values | None:
    """Return each rating as what it adds to the score; ``None`` where the scale does not allow the score.

    Parameters
    ----------
    values
        Ratings on ``scale``.
    score
        ``mean``: the rating, turned so that higher is better; ``top2``: 100 for one of the two best answers,
        else 0; ``nps``: 100 for 9 and 10, -100 for 6 and below, else 0.

    Examples
    --------
    >>> scored(np.array([3.0, 4.0, 5.0]), Scale(1, 5), "top2").tolist()
    [0.0, 100.0, 100.0]
    >>> scored(np.array([6.0, 7.0, 9.0]), Scale(0, 10), "nps").tolist()
    [-100.0, 0.0, 100.0]
    >>> scored(np.array([3.0]), Scale(1, 5), "nps") is None
    True
    """
    turned = values if scale.direction == "higher" else scale.minimum + scale.maximum - values
    blank = np.isnan(turned)
    if score == "mean":
        return turned
    if score == "top2" and scale.width < _LONGEST_COUNTED:
        line = scale.maximum - (1 if scale.width > _ONE else 0)
        return np.where(blank, np.nan, np.where(turned >= line - 1e-9, 100.0, 0.0))
    if score == "nps" and scale.maximum == _TEN and scale.minimum in (0, 1):
        steps = (turned >= _PROMOTER).astype(float) - (turned <= _DETRACTOR)
        return np.where(blank, np.nan, 100.0 * steps)
    return None


def result_scale(shared: Scale, score: Score) -> Scale:
    """Return the scale that scores are on."""
    return {"mean": shared, "top2": PERCENT, "nps": NPS}[score]


def on_scale(values: Values, own: Scale, shared: Scale) -> Values:
    """Return scores moved from their own scale to the shared one, by the theoretical ends of both.

    Examples
    --------
    >>> on_scale(np.array([3.0]), Scale(1, 5), Scale(1, 10)).tolist()
    [5.5]
    """
    if (own.minimum, own.maximum) == (shared.minimum, shared.maximum):
        return values
    return (values - own.minimum) / own.width * shared.width + shared.minimum


ANSWERED = ("weight", *PRECISION_COLUMNS)
"""The columns that rows of answers have beside those of every table."""


def frame_of(rows: Sequence[Mapping[str, object]], *, extra: Sequence[str] = ()) -> pd.DataFrame:
    """Return rows of :class:`cx.records.Touchpoints`; what a row does not name is missing."""
    blank: dict[str, object] = {**dict.fromkeys(TEXT_COLUMNS, ""), **dict.fromkeys(NUMBER_COLUMNS, np.nan)}
    columns = [*TEXT_COLUMNS, *NUMBER_COLUMNS, *extra, "sheet", "row"]
    frame = pd.DataFrame([{**blank, **row} for row in rows], columns=columns)
    return frame.astype(dict.fromkeys([*NUMBER_COLUMNS, *extra], float))


def rows_of(
    name: str,
    sums: Sums,
    groups: Groups,
    beside: Mapping[str, Values] | None = None,
    *,
    first: int = 0,
    **more: object,
) -> list[dict[str, object]]:
    """Return one row for each group that met a touchpoint.

    ``first`` is the number of the first group's row among those that answers are counted in; ``beside`` holds
    further figures of the touchpoint, one a group; ``more`` is the same in all rows.
    """
    return [
        {
            "touchpoint": name,
            **groups.names[at],
            "satisfaction": float(sums.mean[at]),
            "n": float(sums.n[at]),
            "sd": float(sums.sd[at]),
            "volume": float(sums.met[at]),
            "weight": float(sums.weight[at]),
            "n_eff": float(sums.n_eff[at]),
            "error": float(sums.error[at]),
            "freedom": float(sums.n_eff[at]) - 1,
            "answers": float(first + at),
            **{key: float(figures[at]) for key, figures in (beside or {}).items()},
            **more,
        }
        for at in range(groups.count)
        if sums.met[at]
    ]
