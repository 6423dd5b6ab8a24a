"""How exactly something was measured, and whose answers that rests on."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint64]
ALONE = 1 << 63
"""Keys below belong to nobody known: they are never those of somebody in another table."""


@dataclass(frozen=True)
class Precision:
    """The error of a mean or a score, and what it rests on."""

    n_eff: float
    """The effective number of answers: (sum of weights)² / sum of squared weights."""
    error: float
    """The standard error, in the unit of the score; with whole clusters where they are known."""
    freedom: float
    """Degrees of freedom of that error."""
    impact_error: float | None = None
    """The standard error of the touchpoint's impact; ``None`` where nothing is known of it."""
    sums: Sums | None = field(default=None, compare=False, repr=False)
    """Whose answers they are, where that is known: what two sides of a comparison have in common."""


@dataclass(frozen=True, eq=False)
class Sums:
    """The answers to one touchpoint, added up per respondent or, where those stand together, per cluster."""

    keys: Keys
    """(c,) what tells one respondent (or store, or agent) from another, each once, ascending."""
    counts: Whole
    """(c,) how many answers."""
    weights: Numbers
    """(c,) summed weights of the answers."""
    scores: Numbers
    """(c,) summed weight times score."""

    @property
    def together(self) -> bool:
        """Whether answers stand together: somebody gave, or some cluster holds, more than one."""
        return bool((self.counts > 1).any())

    @property
    def size(self) -> float:
        """The effective number of clusters: (sum of weights)² / sum of squared weights, by clusters."""
        return float(self.weights.sum() ** 2 / (self.weights @ self.weights))

    @property
    def residuals(self) -> Numbers:
        """(c,) what each adds to the error of the mean: (scores - mean * weights) / sum of weights."""
        total = self.weights.sum()
        return np.asarray((self.scores - self.scores.sum() / total * self.weights) / total)

    @property
    def error(self) -> float:
        """The standard error of the mean, whole clusters drawn; NaN of one cluster.

        Notes
        -----
        The root of C / (C - 1) times the sum of squared residuals, C the effective number of clusters; of
        answers that stand alone and weigh the same it is s / sqrt(n).

        References
        ----------
        Binder, D. A. (1983). On the variances of asymptotically normal estimators from complex surveys.
        International Statistical Review 51(3).
        """
        size, parts = self.size, self.residuals
        return math.sqrt(float(parts @ parts) * size / (size - 1)) if size > 1 + 1e-9 else math.nan


@dataclass(frozen=True, eq=False)
class Added:
    """Answers added up by the row of a table that they count in, and by whose they are."""

    rows: Whole
    """(k,) the row, by its number in the column ``answers`` of the table, ascending."""
    keys: Keys
    """(k,) whose answers they are, ascending within a row, which has each key once."""
    counts: Whole
    """(k,) how many answers."""
    weights: Numbers
    """(k,) summed weights of the answers."""
    scores: Numbers
    """(k,) summed weight times score, on the scale of the table."""

    def picked(self, places: slice) -> Added:
        """Return some of them."""
        return Added(
            self.rows[places],
            self.keys[places],
            self.counts[places],
            self.weights[places],
            self.scores[places],
        )

    @staticmethod
    def joined(parts: Sequence[Added]) -> Added:
        """Return all of some parts, of which there is one at least, one behind the other."""
        if len(parts) == 1:
            return parts[0]
        names = ("rows", "keys", "counts", "weights", "scores")
        return Added(*(np.concatenate([getattr(one, name) for one in parts]) for name in names))


@dataclass(frozen=True, eq=False)
class Clusters:
    """The same for every row of a table. It is held in memory while a file is open, and never stored."""

    parts: tuple[Added, ...] = ()
    """One a touchpoint, mostly: millions of answers are not copied into one. Rows ascend throughout."""

    @property
    def together(self) -> bool:
        """Whether somebody gave, or some cluster holds, more than one answer of a row."""
        return any(bool((one.counts > 1).any()) for one in self.parts)

    def of(self, rows: Numbers) -> Sums | None:
        """Return the sums of some rows together; ``None`` where none of them has any.

        Parameters
        ----------
        rows
            Numbers in the column ``answers``; NaN where a row has none.

        Examples
        --------
        >>> keys = np.array([7, 9, 7], dtype=np.uint64)
        >>> one = clustered(np.array([0, 0, 1]), keys, np.ones(3), np.array([6.0, 8.0, 5.0]))
        >>> found = Clusters((one,)).of(np.array([0.0, 1.0]))
        >>> found.keys.tolist(), found.counts.tolist(), found.scores.tolist()
        ([7, 9], [2, 1], [11.0, 8.0])
        """
        wanted = np.unique(rows[~np.isnan(rows)].astype(np.int64))
        pieces = [piece for part in self.parts for piece in _pieces(part, wanted)]
        if not pieces:
            return None
        there = Added.joined(pieces)
        if len(pieces) == 1:  # each key stands once in a row, in order
            return Sums(there.keys, there.counts, there.weights, there.scores)
        keys, at = np.unique(there.keys, return_inverse=True)
        counts, weights, scores = (
            np.asarray(np.bincount(at, values, minlength=len(keys)), np.float64)
            for values in (there.counts, there.weights, there.scores)
        )
        return Sums(keys, counts.astype(np.int64), weights, scores)

    def above(self, other: Clusters | None, shift: int) -> Clusters:
        """Return these with those of a table that stands below, whose rows are numbered from ``shift`` on."""
        below = other.parts if other else ()
        return Clusters((*self.parts, *(replace(one, rows=one.rows + shift) for one in below)))


def _pieces(part: Added, wanted: Whole) -> Iterator[Added]:
    """The answers of each wanted row that a part has any of."""
    if not len(part.rows):
        return
    own = wanted[(wanted >= part.rows[0]) & (wanted <= part.rows[-1])]
    starts, ends = (np.searchsorted(part.rows, own, side=side) for side in ("left", "right"))
    for first, behind in zip(starts, ends, strict=True):
        if behind > first:
            yield part.picked(slice(int(first), int(behind)))


def clustered(rows: Whole, keys: Keys, weights: Numbers, scores: Numbers) -> Added:
    """Return single answers added up by row and key.

    Parameters
    ----------
    rows, keys, weights, scores
        (answers,) the row that each counts in, whose it is, its weight and its score.

    Examples
    --------
    >>> keys = np.array([7, 9, 7], dtype=np.uint64)
    >>> found = clustered(np.zeros(3, int), keys, np.ones(3), np.array([6.0, 8.0, 5.0]))
    >>> found.keys.tolist(), found.counts.tolist(), found.scores.tolist()
    ([7, 9], [2, 1], [11.0, 8.0])
    """
    later, same = rows[1:] > rows[:-1], rows[1:] == rows[:-1]
    if (later | (same & (keys[1:] > keys[:-1]))).all():  # in order already, and nobody answered twice
        return Added(rows, keys, np.ones(len(rows), np.int64), weights, weights * scores)
    order = np.lexsort((keys, rows))
    rows, keys, weights, scores = rows[order], keys[order], weights[order], scores[order]
    new = np.ones(len(rows), dtype=bool)
    new[1:] = (rows[1:] != rows[:-1]) | (keys[1:] != keys[:-1])
    firsts = np.flatnonzero(new)
    sums = (np.add.reduceat(values, firsts) for values in (weights, weights * scores))
    return Added(rows[firsts], keys[firsts], np.diff(np.append(firsts, len(rows))), *sums)


def keys_of(names: npt.NDArray[np.object_]) -> Keys:
    """Return what tells names apart, the same for the same name in every file; blanks are each their own.

    Parameters
    ----------
    names
        Whoever answered, or the cluster, per row. Whole numbers count as their digits, however typed.

    Examples
    --------
    >>> keys = keys_of(np.array(["7", 7, 7.0, "8", "", None], dtype=object))
    >>> len(set(keys.tolist())), bool(keys[0] == keys[2])
    (4, True)
    """
    return keys_of_texts(texts_of(names))


def texts_of(names: npt.NDArray[np.object_]) -> npt.NDArray[np.object_]:
    """Return names as texts without spaces around them: whole numbers as their digits, "" where missing."""
    found = np.empty(len(names), dtype=object)
    each = names.tolist()
    found[:] = list(map(str.strip, each)) if set(map(type, each)) <= {str} else list(map(_as_text, names))
    return found


def keys_of_texts(texts: npt.NDArray[np.object_]) -> Keys:
    """Return the same of texts without spaces around them."""
    import pandas as pd  # imported where keys are made: the page on phones must not load it

    codes, known = pd.factorize(texts)
    keys = np.asarray(pd.util.hash_array(np.asarray(known, dtype=object), categorize=False)[codes], np.uint64)
    keys |= np.uint64(ALONE)
    blank = np.flatnonzero(known[codes] == "")
    keys[blank] = np.arange(len(blank), dtype=np.uint64)
    return keys


def _as_text(name: object) -> str:
    if name is None or (isinstance(name, float) and math.isnan(name)):
        return ""
    if isinstance(name, (float, np.floating)) and float(name).is_integer():
        return str(int(name))
    return str(name).strip()
