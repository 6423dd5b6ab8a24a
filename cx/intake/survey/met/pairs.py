"""Which column of two values says who met the touchpoint of which rating: by the cells, and by the names.

Where it says no the rating is blank, nearly always; where it says yes it is mostly there. A column that goes
so with everything that comes late is a mark of who finished, and one that goes one way with some ratings and
the other way with others splits a survey in two: both say nothing about who met what.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from cx.intake.survey.answers import GIVEN, Answered, suspects
from cx.intake.survey.met.answers import NO, UNSAID, YES, Met
from cx.intake.survey.met.same_subject import Names
from cx.intake.survey.met.two_valued import TwoValued
from cx.intake.words import is_good

Matrix = npt.NDArray[np.float64]
_SAMPLE = 4_000
_TWO, _THREE = 2, 3


@dataclass(frozen=True)
class _Bounds:
    """What the cells must show: who rates it of those who say no and of those who say yes, and how surely."""

    no: float
    yes: float
    evidence: float


_ALONE, _NAMED = _Bounds(0.05, 0.75, 9.0), _Bounds(0.5, 0.4, 1.0)
"""Where the cells alone speak, and where the names say so too."""
_APART = 0.3
_SAME_RATE = 0.1


@dataclass(frozen=True)
class Pair:
    """A column of two values beside a rating."""

    flag: TwoValued
    rating: Answered
    yes: int
    """The position of the value that stands for having met it; 1 of a tick is the blank."""
    rated: tuple[float, float]
    """The share that rated it of those who say no, and of those who say yes."""
    evidence: float
    """Log-likelihood, in nats, that who rates it follows the column, against that it does not."""
    named: bool

    @property
    def holds(self) -> bool:
        """Whether the cells, with the names, show that the column is about the rating."""
        bounds = _NAMED if self.named else _ALONE
        no, yes = self.rated
        return (
            no <= bounds.no and yes >= bounds.yes and yes - no >= _APART and self.evidence >= bounds.evidence
        )


def pairs(
    flags: Sequence[TwoValued],
    ratings: Sequence[Answered],
    answers: Sequence[Answered],
    by_hand: Collection[int] = (),
) -> dict[int, Met]:
    """Return for the place of each rating what a column says about who met its touchpoint.

    Parameters
    ----------
    flags
        The columns of two values that may say so.
    ratings
        The columns that rate a touchpoint.
    answers
        All columns of answers, the ratings too: what comes last shows who finished.
    by_hand
        The places of columns of which a person said that they say who met something: of each the likeliest
        rating, else the nearest, whatever its cells.
    """
    if not flags or not ratings:
        return {}
    sheet = _Sheet(flags, ratings, answers)
    best: dict[int, Pair] = {}
    for pair in sheet.holding:
        known = best.get(pair.rating.place)
        if known is None or _rank(pair) > _rank(known):
            best[pair.rating.place] = pair
    for pair in sheet.said(by_hand, {one.flag.place for one in best.values()}):
        best[pair.rating.place] = pair
    ticked = _ticked([pair.flag for pair in best.values()])
    return {place: _met(pair, ticked) for place, pair in sorted(best.items())}


def _rank(pair: Pair) -> tuple[bool, float, int]:
    return pair.named, round(pair.evidence, 6), -abs(pair.rating.place - pair.flag.place)


def _likeliest(pair: Pair) -> tuple[bool, bool, bool, int]:
    """By the name, by the cells, else the rating just behind, else the nearest."""
    away = pair.rating.place - pair.flag.place
    return pair.named, pair.evidence >= _ALONE.evidence, away > 0, -abs(away)


def _ticked(flags: Sequence[TwoValued]) -> npt.NDArray[np.bool_] | None:
    """Who ticked any of several choices: what he left blank he did not choose."""
    ticks = {flag.place: flag for flag in flags if flag.is_tick}
    if len(ticks) < _TWO:
        return None
    return np.asarray(np.any([flag.codes == 0 for flag in ticks.values()], axis=0))


def _met(pair: Pair, ticked: npt.NDArray[np.bool_] | None) -> Met:
    flag = pair.flag
    said = np.full(len(flag.codes), UNSAID, dtype=np.int8)
    if not flag.is_tick:
        said[flag.holds(0)], said[flag.holds(1)] = (YES, NO) if pair.yes == 0 else (NO, YES)
    elif pair.yes == 0:
        if ticked is not None:
            said[ticked] = NO
        said[flag.holds(0)] = YES
    else:
        said[flag.holds(0)] = NO
    yes = "" if flag.is_tick and pair.yes else flag.values[pair.yes]
    return Met(flag.place, flag.header, said, yes, pair.evidence, pair.named)


@dataclass(frozen=True)
class _Sheet:
    """All columns of two values beside all ratings."""

    flags: Sequence[TwoValued]
    ratings: Sequence[Answered]
    answers: Sequence[Answered]

    @cached_property
    def rows(self) -> npt.NDArray[np.int64]:
        height = len(self.flags[0].codes)
        return np.unique(np.linspace(0, height - 1, min(height, _SAMPLE)).astype(np.int64))

    @cached_property
    def holds(self) -> tuple[Matrix, Matrix]:
        """(rows, flags) which rows hold the first value of each column, and which the second."""
        first, second = (
            np.stack([flag.holds(at)[self.rows] for flag in self.flags], axis=1).astype(np.float64)
            for at in (0, 1)
        )
        return first, second

    def shares(self, given: Matrix) -> tuple[Matrix, Matrix]:
        """(flags, columns) the share with an answer of the rows that hold the first value, and the second."""
        first, second = (held.T @ given / np.maximum(held.sum(axis=0), 1.0)[:, None] for held in self.holds)
        return first, second

    @cached_property
    def tables(self) -> list[tuple[Matrix, Matrix]]:
        """The shares that rated each touchpoint: with numbers that lie apart like codes, and without."""
        plain, coded = _given(self.ratings, self.rows), _given(self.ratings, self.rows, codes=False)
        return [self.shares(plain)] + ([self.shares(coded)] if (plain != coded).any() else [])

    @cached_property
    def names(self) -> Names:
        """What the headers name."""
        return Names([(flag.place, flag.header, flag.values) for flag in self.flags], self.ratings)

    @cached_property
    def holding(self) -> list[Pair]:
        """The pairs that the cells, with the names, show; without columns that say something else."""
        found = [[pair for pair in self.of(at) if pair.holds] for at in range(len(self.flags))]
        return [pair for at, own in enumerate(found) for pair in self._without_other_marks(at, own)]

    def of(self, at: int) -> list[Pair]:
        """Return one column of two values beside each rating."""
        return [
            max(
                (self._pair(at, column, table) for table in self.tables),
                key=lambda one: (one.holds, one.evidence),
            )
            for column in range(len(self.ratings))
        ]

    def said(self, by_hand: Collection[int], known: Collection[int]) -> list[Pair]:
        """Return the likeliest rating of each column that a person named and that has none yet."""
        open_ = [
            at for at, flag in enumerate(self.flags) if flag.place in by_hand and flag.place not in known
        ]
        return [max(self.of(at), key=_likeliest) for at in open_]

    def _pair(self, at: int, column: int, shares: tuple[Matrix, Matrix]) -> Pair:
        named = self.names.alike(self.flags[at].place, self.ratings[column].place)
        rated = float(shares[0][at, column]), float(shares[1][at, column])
        n = self.holds[0][:, at].sum(), self.holds[1][:, at].sum()
        yes = int(rated[1] > rated[0])
        if abs(rated[1] - rated[0]) < _APART:
            yes = _by_word(self.flags[at], yes)
        ordered = (rated[1 - yes], rated[yes])
        evidence = evidence_of(rated, (float(n[0]), float(n[1])))
        return Pair(self.flags[at], self.ratings[column], yes, ordered, evidence, named)

    def _without_other_marks(self, at: int, own: list[Pair]) -> list[Pair]:
        """The pairs of one column; those by the cells alone only where it is no mark of something else."""
        alone = [pair for pair in own if not pair.named]
        if not alone or (len({pair.yes for pair in own}) == 1 and not self._is_of_finished(at, own)):
            return own
        return [pair for pair in own if pair.named]

    def _is_of_finished(self, at: int, own: Sequence[Pair]) -> bool:
        """Whether who says no just stopped: what comes last is blank, and what comes before fades."""
        tied = {pair.rating.place for pair in own}
        if len(tied) == len(self.ratings):
            return len(tied) >= _THREE
        others = [one for one in self.answers if one.place not in tied]
        last = max(self.answers, key=lambda one: one.place)
        yes = own[0].yes
        first, second = self.shares(_given([last, *others], self.rows))
        no_rate, yes_rate = (first, second) if yes else (second, first)
        stops = last.place in tied or no_rate[at, 0] <= _ALONE.no
        fades = bool((yes_rate[at, 1:] - no_rate[at, 1:] > _SAME_RATE).any())
        return bool(stops and fades)


def _given(columns: Sequence[Answered], rows: npt.NDArray[np.int64], *, codes: bool = True) -> Matrix:
    """(rows, columns) which cells hold a number; without ``codes`` none that lies apart like one."""
    found = np.stack([one.states[rows] == GIVEN for one in columns], axis=1).astype(np.float64)
    for at, one in enumerate(columns) if not codes else ():
        away = [suspect.code for suspect in suspects(one.counted)]
        if away:
            found[np.isin(one.values[rows], away), at] = 0.0
    return found


def evidence_of(rated: tuple[float, float], n: tuple[float, float]) -> float:
    """Return how much likelier answers are with a rate of their own for each value than with one for both."""
    given = [share * count for share, count in zip(rated, n, strict=True)]
    own = sum(_log_likelihood(hits, count) for hits, count in zip(given, n, strict=True))
    return own - _log_likelihood(sum(given), sum(n))


def _log_likelihood(hits: float, n: float) -> float:
    return float(sum(part * np.log(part / n) for part in (hits, n - hits) if part > 0 and n > 0))


def _by_word(flag: TwoValued, usual: int) -> int:
    good = [at for at, value in enumerate(flag.values) if is_good(value)]
    return good[0] if len(good) == 1 else usual
