"""The joint model: which columns each touchpoint has in it, and its products for any sums of groups."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cx.impact.model.sweep import Numbers, centred
from cx.impact.sums import Moments

FEWEST = 10
"""With fewer that met a touchpoint, or did not, its exposure has no column of its own."""
_SPREAD = 1e-12
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Model:
    """The columns of the joint model: per touchpoint ``z`` and ``z * (x - m)``, as far as they vary."""

    exposed: Flags
    """(p,) touchpoints with a column ``z``."""
    rated: Flags
    """(p,) touchpoints with a column ``z * (x - m)``."""

    @classmethod
    def of(cls, moments: Moments) -> Model:
        """Return the columns that the data allow."""
        apart = np.minimum(moments.met, moments.rows - moments.met)
        return cls(apart >= FEWEST, spreads(moments) > 0)

    @property
    def widths(self) -> npt.NDArray[np.int64]:
        """(p,) how many columns each touchpoint has, 0 to 2."""
        return self.exposed.astype(np.int64) + self.rated

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return int(self.widths.sum())

    @property
    def owners(self) -> npt.NDArray[np.int64]:
        """(columns,) the touchpoint of each column."""
        return np.repeat(np.arange(len(self.rated)), self.widths)

    @property
    def is_rating(self) -> Flags:
        """(columns,) whether the column is a rating, not an exposure."""
        pairs = np.column_stack([self.exposed, self.rated])
        return np.tile([False, True], len(self.rated))[pairs.ravel()]

    def products(self, sums: Numbers) -> Numbers:
        """Return centred products of the model's columns, the outcome last.

        Parameters
        ----------
        sums
            (batch, 2 + 2 p, 2 + 2 p), as :class:`~cx.impact.sums.moments.Moments` holds them.

        Returns
        -------
        (batch, columns + 1, columns + 1) array.

        Notes
        -----
        Each rating is taken about its own mean m among those who met the touchpoint, in each of the sums, so
        that the coefficient of z is the exposure effect, and z and z * (x - m) are uncorrelated.
        """
        return np.moveaxis(centred(np.moveaxis(self.turned(sums, means(sums)), 0, -1)), -1, 0)

    def turned(self, sums: Numbers, centres: Numbers) -> Numbers:
        """Return the sums of the constant, the model's columns and the outcome, ratings about given centres.

        Parameters
        ----------
        centres
            (batch, p) or (1, p).
        """
        p, places = len(self.rated), self._places
        # z * (x - m) = z * x - m * z, on both sides; whole blocks, since picking columns is what takes long.
        moved = sums.copy()
        moved[:, 2 + p :] -= centres[:, :, np.newaxis] * sums[:, 2 : 2 + p]
        moved[:, :, 2 + p :] -= centres[:, np.newaxis] * moved[:, :, 2 : 2 + p]
        return np.asarray(moved.take(places, axis=1).take(places, axis=2))

    def times(self, sums: Numbers, centres: Numbers, vectors: Numbers) -> Numbers:
        """Return what :meth:`turned` returns times a vector each, without making those matrices.

        Parameters
        ----------
        centres
            (1, p).
        vectors
            (batch, columns + 2).

        Returns
        -------
        (batch, columns + 2) array.
        """
        p, places = len(self.rated), self._places
        spread = np.zeros((len(sums), 2 + 2 * p))
        spread[:, places] = vectors
        spread[:, 2 : 2 + p] -= centres * spread[:, 2 + p :]
        found = np.matmul(sums, spread[:, :, np.newaxis])[:, :, 0]
        found[:, 2 + p :] -= centres * found[:, 2 : 2 + p]
        return np.asarray(found[:, places])

    @property
    def _places(self) -> npt.NDArray[np.int64]:
        """(columns + 2,) where the constant, each column and the outcome stand in the sums."""
        return np.concatenate([[0], 2 + self.owners + len(self.rated) * self.is_rating, [1]])


def means(sums: Numbers) -> Numbers:
    """Return (batch, p) mean ratings about their centres among those who met the touchpoint; 0 for nobody."""
    p = (sums.shape[1] - 2) // 2
    met, rating = sums[:, 0, 2 : 2 + p], sums[:, 0, 2 + p :]
    return np.divide(rating, met, out=np.zeros_like(rating), where=met > 0)


def exposures(sums: Numbers) -> Numbers:
    """Return (batch, p) shares of weight that met each touchpoint."""
    p = (sums.shape[1] - 2) // 2
    return np.asarray(sums[:, 0, 2 : 2 + p] / sums[:, 0, :1])


def spreads(moments: Moments) -> Numbers:
    """Return (p,) sums of squares of each rating about its mean; 0 without spread."""
    total, p = moments.total, moments.touchpoints
    about = np.diag(total)[2 + p :]
    mean = means(total[np.newaxis])[0]
    left = about - mean**2 * total[0, 2 : 2 + p]
    return np.where(left > _SPREAD * np.maximum(about, np.diag(total)[2 : 2 + p]), left, 0.0)
