"""Respondents who gave the same answer all along a battery, where their number is more than moods explain.

How many would do so by themselves follows from the answers: a respondent's answers share one normal mood
(as strong as the columns correlate), and each column has its own shares of answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce

import numpy as np
import numpy.typing as npt

from cx.intake.findings import Noticed
from cx.intake.survey.answers import Answered, Flags
from cx.intake.survey.evidence import framed, standard
from cx.process import steps
from cx.records.scale import Scale

Matrix = npt.NDArray[np.float64]
_FEWEST = 5
"""Answers in a battery from which a straight line says anything."""
_MOST_COLUMNS, _MOST_STEPS = 60, 11
_NODES, _WIDEST = 41, 4.0
_ATTENUATED, _LEAST_ATTENUATED, _STRONGEST = {3: 1.3, 4: 1.2}, 1.1, 0.95
"""Answers in steps correlate less than what they stand for: by how much, with so many steps and with more."""
_SLACK, _CLOSE = 1.25, 1.1
"""How far the expected number may be too low, and how far where it is to be surely large enough."""
_CHANCE, _NOTABLE = 0.01, 0.05
_MOST_ROWS = 20_000
"""So many rows tell how strong a mood is."""
_TINY = 1e-12


def notice_straight(
    ratings: Sequence[Answered], scales: Mapping[str, Scale], kept: Flags, noticed: Noticed
) -> None:
    """Say how many respondents gave one answer all along a battery, where so many are unlikely.

    Parameters
    ----------
    ratings
        The columns of ratings without codes, as typed.
    scales
        Header to its scale.
    kept
        Which rows count.
    """
    found = [one for group in steps(batteries(ratings, scales)) if (one := _Battery(group, kept)).is_unlikely]
    if not found:
        return
    lines = np.any([one.lines for one in found], axis=0)
    n, whole = int(lines.sum()), int(kept.sum())
    noticed.sheet(
        "warning" if n >= _NOTABLE * whole else "info",
        "straight_lines",
        n=n,
        percent=round(100 * n / whole, 1),
        items=max(len(one.columns) for one in found),
        expected=round(sum(one.expected for one in found), 1),
    )


@dataclass(frozen=True)
class Lines:
    """A battery, and how many of those who count gave one answer all along by their mood."""

    headers: tuple[str, ...]
    expected: float

    def are_usual(self, n: int, times: float) -> bool:
        """Return whether no more did than moods explain, among so many times as many respondents.

        Surely no more: the room for an estimate that is too low is left empty.
        """
        return not n or _at_least(n, _CLOSE * times * self.expected) >= _NOTABLE


def lines_expected(ratings: Sequence[Answered], scales: Mapping[str, Scale], kept: Flags) -> list[Lines]:
    """Return what moods explain, for each battery; parameters as :func:`notice_straight` takes them."""
    return [
        Lines(tuple(one.header for one in group[:_MOST_COLUMNS]), _Battery(group, kept).expected)
        for group in batteries(ratings, scales)
    ]


def batteries(ratings: Sequence[Answered], scales: Mapping[str, Scale]) -> list[list[Answered]]:
    """Return the ratings that are asked as one question on one scale; those of small questions by scale."""
    frames = framed({one.place: one.header for one in ratings}).frame
    asked: dict[tuple[object, float, float], list[Answered]] = {}
    for one in ratings:
        scale = scales.get(one.header)
        if scale is not None and 1 < scale.width < _MOST_STEPS:
            asked.setdefault((frames.get(one.place), scale.minimum, scale.maximum), []).append(one)
    small: dict[tuple[float, float], list[Answered]] = {}
    for (_, low, high), group in asked.items():
        if len(group) < _FEWEST:
            small.setdefault((low, high), []).extend(group)
    large = [group for group in asked.values() if len(group) >= _FEWEST]
    return [*large, *(group for group in small.values() if len(group) >= _FEWEST)]


@dataclass(frozen=True)
class _Battery:
    columns: Sequence[Answered]
    kept: Flags

    @cached_property
    def answers(self) -> list[Matrix]:
        """Per question (rows,) the answers of those who count."""
        found = [one.values for one in self.columns[:_MOST_COLUMNS]]
        return found if self.kept.all() else [np.where(self.kept, own, np.nan) for own in found]

    @cached_property
    def counts(self) -> npt.NDArray[np.int64]:
        """How many questions each respondent answered."""
        counts = np.zeros(len(self.kept), dtype=np.int64)
        for own in self.answers:
            counts += ~np.isnan(own)
        return counts

    @cached_property
    def lines(self) -> Flags:
        """Who gave one answer to all that he answered, five questions or more."""
        low, high = (reduce(end, self.answers) for end in (np.fmin, np.fmax))
        return np.asarray((self.counts >= _FEWEST) & (low == high))

    @property
    def is_unlikely(self) -> bool:
        """Whether there are more of them than moods explain."""
        n = int(self.lines.sum())
        return n > 0 and _at_least(n, _SLACK * self.expected) < _CHANCE

    @cached_property
    def expected(self) -> float:
        """How many would give one answer all along by their mood."""
        steps = np.unique(np.concatenate([one.counted.values for one in self.columns[:_MOST_COLUMNS]]))
        apart = -(-len(self.kept) // _MOST_ROWS)
        some = np.stack([own[::apart] for own in self.answers], axis=1)
        chances = _all_alike(some, steps, int(self.counts.max(initial=0)))
        often = np.bincount(self.counts, minlength=len(chances))
        return float((often[_FEWEST:] * chances[_FEWEST : len(often)]).sum())


def _all_alike(values: Matrix, steps: Matrix, most: int) -> Matrix:
    """(most + 1,) the chance that so many answers of one respondent are all the same; ``steps`` are given."""
    from scipy.special import ndtr, ndtri  # only where some gave one answer all along

    moods = np.linspace(-_WIDEST, _WIDEST, _NODES)
    weight = np.exp(-(moods**2) / 2)
    weight /= weight.sum()
    strength = _strength(values, len(steps))
    logs = np.zeros((len(steps), _NODES))
    for column in values.T:
        known = column[~np.isnan(column)]
        each = np.bincount(np.searchsorted(steps, known), minlength=len(steps))
        below = np.cumsum(each) / max(len(known), 1)
        reached = ndtr((ndtri(below)[:, None] - strength**0.5 * moods) / (1 - strength) ** 0.5)
        share = np.diff(np.vstack([np.zeros(_NODES), reached[:-1], np.ones(_NODES)]), axis=0)
        logs += np.log(np.maximum(share, _TINY))
    share = np.exp(logs / values.shape[1])
    return np.array([float(((share**count).sum(axis=0) * weight).sum()) for count in range(most + 1)])


def _strength(values: Matrix, steps: int) -> float:
    """The share of an answer that is the respondent's mood: the mean correlation of two columns."""
    known = ~np.isnan(values)
    z = standard(values)
    total, squares, pairs = z.sum(axis=1), (z**2).sum(), (known.sum(axis=1) * (known.sum(axis=1) - 1)).sum()
    r = float(((total**2).sum() - squares) / max(pairs, 1))
    return min(max(r, 0.0) * _ATTENUATED.get(steps, _LEAST_ATTENUATED), _STRONGEST)


def _at_least(n: int, expected: float) -> float:
    """The chance of so many or more where so many are expected (Poisson)."""
    from scipy.special import pdtrc  # only where some gave one answer all along

    return float(pdtrc(n - 1, max(expected, _TINY)))
