"""Which numbers of a column may be codes: 0 below 1, 6 above 5, 9, 11, 88, 99, -99 apart from the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cx.intake.survey.answers.column import Tally

_STANDS_ABOVE = {6: 5, 8: 7, 9: 7, 11: 10}
"""Code of one more step than a scale has to the highest rating that it can stand above."""
_STANDS_BELOW = {0: 1, -6: 0, -7: 0, -8: -7, -9: -7}
"""Code to the lowest rating that it can stand below; see :func:`_limit` for those of several digits."""
_BELOW_ZERO, _FEWEST_DIGITS, _MOST_DIGITS = -5, 2, 5
_SIXES, _NINES, _SLIDER = 6, 5, 100
_TWO_SIDED, _MANY = {-3.0, -4.0, -5.0}, 0.3
"""Also the low ends of scales with two sides: there, so large a share of the answers is below zero."""
_FEWEST_LEFT, _APART = 3, 2
_SHORT, _SLIPS = (-10.0, 11.0), 0.01
_TOP_OF_TEN = 11
_JUST_ABOVE_SEVEN = {8.0, 9.0}
"""Codes that follow 1 to 7 without a gap: only the answers of others tell them from a scale of 1 to 9."""


@dataclass(frozen=True)
class Suspect:
    """A number at the end of a column that may be a code."""

    code: float
    near: float
    """The rating next to it."""
    n: int
    low: float
    high: float
    """The lowest and the highest rating without any suspect."""
    apart: bool
    """Whether it lies two or more steps from the rest, or just above 10."""

    @property
    def above(self) -> bool:
        """Whether it stands above the ratings."""
        return self.code > self.near


def suspects(found: Tally) -> list[Suspect]:
    """Return the numbers that may be codes, the outermost first.

    Examples
    --------
    >>> ratings = Tally(np.array([0.0, 1, 2, 3, 4, 5, 99]), np.array([9, 1, 2, 3, 4, 5, 6]))
    >>> [(one.code, one.apart) for one in suspects(ratings)]
    [(99.0, True), (0.0, False)]
    >>> ratings = Tally(np.array([1.0, 2, 3, 4, 5, 98, 99]), np.array([9, 1, 2, 3, 4, 5, 6]))
    >>> [(one.code, one.near) for one in suspects(ratings)]
    [(99.0, 5.0), (98.0, 5.0)]
    """
    if not _ends_like_codes(found.values):
        return []  # at once: a column of customers may hold a hundred thousand numbers
    values = list(found.values)
    sides = (True,) if _is_two_sided(found) else (True, False)
    peeled = list(_peeled(values, sides))
    low, high = values[0], values[-1]
    counts = dict(zip(found.values.tolist(), found.counts.tolist(), strict=True))
    return [
        Suspect(float(code), float(near), int(counts[float(code)]), float(low), float(high), apart)
        for code, near, apart in peeled
    ]


def core_of(found: Tally) -> tuple[float, float]:
    """Return the lowest and the highest number without those that lie apart like codes.

    Examples
    --------
    >>> core_of(Tally(np.array([0.0, 1, 2, 3, 99]), np.array([1, 1, 1, 1, 1])))
    (0.0, 3.0)
    """
    if not len(found.values):
        return 0.0, 0.0
    apart = [one.code for one in suspects(found) if one.apart]
    if not apart:
        return _without_slips(found.values, found.counts)
    kept = ~np.isin(found.values, apart)
    return _without_slips(found.values[kept], found.counts[kept])


def _without_slips(values: npt.NDArray[np.float64], counts: npt.NDArray[np.int64]) -> tuple[float, float]:
    """The ends of the numbers; where they pass a short scale, those of all but one in a hundred."""
    ends = float(values[0]), float(values[-1])
    if _SHORT[0] <= ends[0] and ends[1] <= _SHORT[1]:
        return ends
    shares = np.cumsum(counts) / counts.sum()
    inner = values[(shares > _SLIPS) & (shares - counts / counts.sum() < 1 - _SLIPS)]
    low, high = float(inner[0]), float(inner[-1])
    return (low, high) if _SHORT[0] <= low and high <= _SHORT[1] and low < high else ends


def _ends_like_codes(values: npt.NDArray[np.float64]) -> bool:
    """Whether the lowest or the highest number is one that may be a code: codes are looked for inwards."""
    return len(values) > _FEWEST_LEFT and (
        _limit(float(values[-1]), above=True) is not None or _limit(float(values[0]), above=False) is not None
    )


def _limit(code: float, *, above: bool) -> int | None:
    """Return the rating that a code stands above (or below) at least; ``None`` where it is like no code.

    Programs write what is no answer as the last numbers of their width, 95 to 99 and 995 to 999, or as one
    digit from 6 on that comes back, 77 and 888; below a scale the same with a minus, and -1 to -5.
    """
    if code != round(code) or abs(code) >= 10**_MOST_DIGITS:
        return None
    known, size = (_STANDS_ABOVE if above else _STANDS_BELOW).get(int(code)), abs(int(code))
    if known is not None:
        return known
    if not above and _BELOW_ZERO <= code < 0:
        return 0
    digits = str(size)
    repeated = len(set(digits)) == 1 and size % 10 >= _SIXES
    last = set(digits[:-1]) == {"9"} and size % 10 >= _NINES
    if len(digits) < _FEWEST_DIGITS or (code > 0) != above or not (repeated or last):
        return None
    short = len(digits) == _FEWEST_DIGITS
    return (_TOP_OF_TEN if short else _SLIDER) if above else (-10 if short else -_SLIDER)


def _is_two_sided(found: Tally) -> bool:
    """Whether a scale goes as far below zero as above, or often so: -3 to 3, with a zero or without one."""
    low, high = float(found.values[0]), float(found.values[-1])
    below = int(found.counts[found.values < 0].sum())
    return low in _TWO_SIDED and (high <= -low or below > _MANY * found.counts.sum())


def _peeled(values: list[float], sides: Sequence[bool]) -> Iterator[tuple[float, float, bool]]:
    """Take suspects off the ends of ``values``, and tell each with the rating next to it."""
    for above in sides:
        end, side = (-1, 1) if above else (0, -1)
        while len(values) > _FEWEST_LEFT:
            code = values[end]
            limit = _limit(float(code), above=above)
            near = None if limit is None else _near(values[::-1] if above else values, limit, side)
            if near is None or limit is None:
                break
            step = float(np.median(np.diff(values)))
            values.pop(end)
            gap = (
                abs(code - near) >= 2 * step
                and side * (code - limit) > 1
                and not _follows(code, near, values[end])
            )
            yield code, near, bool(gap or (code == _TOP_OF_TEN and near == limit))


def _follows(code: float, near: float, neighbour: float) -> bool:
    """Whether a code follows the ratings without a gap, another code between: 7, 8, 9."""
    return neighbour != near and max(abs(code - neighbour), abs(neighbour - near)) < _APART


def _near(inward: Sequence[float], limit: float, side: int) -> float | None:
    """The rating next to a code: its neighbour, or the first behind other codes that lie apart from it."""
    if side * (inward[1] - limit) <= 0:
        return inward[1]
    between = [one for one in inward[1:] if side * (one - limit) > 0]
    near = next((one for one in inward[1:] if side * (one - limit) <= 0), None)
    if near is None or any(_limit(float(one), above=side > 0) is None for one in between):
        return None
    if abs(between[-1] - near) < _APART and {*between, inward[0]} != _JUST_ABOVE_SEVEN:
        return None
    return near if len(inward) - len(between) > _FEWEST_LEFT else None
