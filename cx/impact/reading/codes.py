"""Ratings that may be codes for "does not apply" or "don't know", with the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from cx.impact.model import Numbers
from cx.impact.sums import Histogram
from cx.records import Finding, Scale

_ABOVE = {6: 5, 8: 7, 9: 7, 11: 10, 66: 10, 77: 10, 88: 10, 96: 10, 97: 10, 98: 10, 99: 10, 999: 100}
"""Code to the highest rating that it can stand above."""
_BELOW = {0: 1, -1: 0, -2: 0, -8: -5, -9: -5, -77: -5, -88: -5, -98: -5, -99: -5, -999: -100}
"""Code to the lowest rating that it can stand below."""
_ABOVE_TEN = 11
_NEVER_RATED = (8, _ABOVE_TEN)
"""No usual scale ends one above 7 or 10."""
_SHORT = 11
"""Up to here a number inside the scale of the other answers is an answer."""
_CLEAR = 4.0
_FEWEST = 5
_THREE = 3


@dataclass(frozen=True)
class Group:
    """Those who gave one rating."""

    weight: float
    outcome: float
    error: float
    """Standard error of the mean outcome."""


@dataclass(frozen=True)
class End:
    """The lowest or the highest rating of a touchpoint, which may be a code."""

    code: float
    near: float
    """The next rating."""
    group: Group
    neighbour: Group
    telling: bool
    """Whether its distance or its group's outcome speaks for a code."""


def suspected(
    names: Sequence[str], histograms: Sequence[Histogram], scales: Sequence[Scale], outcome_centre: float
) -> list[Finding]:
    """Return a finding for each rating of a touchpoint that looks like a code.

    Parameters
    ----------
    names, histograms, scales
        The touchpoints, with their ratings (turned so that higher is better).
    outcome_centre
        What was subtracted from the outcome.

    Notes
    -----
    Looked at are the lowest and the highest rating. One that lies two or more steps from the next, and is a
    usual code, is suspected by its distance. One that is a neighbour (0 below 1, 6 above 5) is suspected
    where its group's outcome lies on the wrong side: those who "rated" lowest have a clearly better outcome
    than those who gave the next rating, although the outcome rises with the rating; or the other way round.
    Once a value is suspected at one touchpoint, it is so wherever it stands at the same end.
    """
    ends = [
        (name, end)
        for name, histogram, scale in zip(names, histograms, scales, strict=True)
        for end in _ends(histogram, scale)
    ]
    codes = {end.code for _, end in ends if end.telling}
    return [_finding(name, end, outcome_centre) for name, end in ends if end.code in codes]


def core_range(values: Numbers) -> tuple[float, float] | None:
    """Return the lowest and highest rating, without a usual code that lies apart; ``None`` without ratings.

    Examples
    --------
    >>> core_range(np.array([1.0, 5.0, 3.0, 2.0, 4.0, 99.0, np.nan]))
    (1.0, 5.0)
    """
    low, high = float(np.fmin.reduce(values, initial=np.nan)), float(np.fmax.reduce(values, initial=np.nan))
    if np.isnan(low):
        return None
    if high not in _ABOVE and low not in _BELOW:
        return low, high
    ratings = np.unique(values[~np.isnan(values)])
    if len(ratings) > _THREE and _lies_apart(ratings, -1, -2, _ABOVE, 1.0):
        ratings = ratings[:-1]
    if len(ratings) > _THREE and _lies_apart(ratings, 0, 1, _BELOW, -1.0):
        ratings = ratings[1:]
    return float(ratings[0]), float(ratings[-1])


def _lies_apart(ratings: Numbers, place: int, neighbour: int, codes: dict[int, int], side: float) -> bool:
    code, near = float(ratings[place]), float(ratings[neighbour])
    limit = codes.get(round(code)) if code == round(code) else None
    if limit is None or side * (near - limit) > 0:
        return False
    beyond = abs(code - near) >= 2 * _step(ratings) and side * (code - limit) > 1
    return beyond or (code == _ABOVE_TEN and near == limit)


def _ends(histogram: Histogram, scale: Scale) -> Iterator[End]:
    values = histogram.values
    if len(values) < _THREE or scale.direction == "lower":
        return
    for place, neighbour, codes, side in ((0, 1, _BELOW, -1.0), (-1, -2, _ABOVE, 1.0)):
        code, near = float(values[place]), float(values[neighbour])
        limit = codes.get(round(code)) if code == round(code) else None
        if limit is None or side * (near - limit) > 0 or _is_answer(code, scale):
            continue
        one, other = _group(histogram, place), _group(histogram, neighbour)
        apart = abs(code - near) >= 2 * _step(values) and side * (code - limit) > 1
        against = _against(_slope(histogram, place) * -side, one, other)
        yield End(code, near, one, other, apart or code in _NEVER_RATED or against)


def _is_answer(code: float, scale: Scale) -> bool:
    return abs(code) <= _SHORT and scale.minimum < code < scale.maximum


def _finding(name: str, end: End, centre: float) -> Finding:
    details = {
        "touchpoint": name,
        "n": round(end.group.weight),
        "near": end.near,
        "outcome": round(end.group.outcome + centre, 3),
        "near_outcome": round(end.neighbour.outcome + centre, 3),
    }
    return Finding("warning", "possible_code", column=name, value=f"{end.code:g}", details=details)


def _against(slope: float, one: Group, other: Group) -> bool:
    gap = one.outcome - other.outcome
    clear = abs(gap) > _CLEAR * np.hypot(one.error, other.error)
    return bool(min(one.weight, other.weight) >= _FEWEST and slope * gap > 0 and clear)


def _slope(histogram: Histogram, end: int) -> float:
    weight = histogram.weight.sum(axis=0)[1:].copy()
    outcome = histogram.outcome.sum(axis=0)[1:]
    weight[end] = 0.0
    about = histogram.values - weight @ histogram.values / weight.sum()
    return float(np.where(weight > 0, about * outcome, 0.0).sum())


def _group(histogram: Histogram, end: int) -> Group:
    weight = float(histogram.weight[:, 1:].sum(axis=0)[end])
    mean = float(histogram.outcome[:, 1:].sum(axis=0)[end]) / weight
    spread = float(histogram.squares[:, 1:].sum(axis=0)[end]) / weight - mean**2
    return Group(weight, mean, (max(spread, 0.0) / weight) ** 0.5)


def _step(values: Numbers) -> float:
    return float(np.median(np.diff(values)))
