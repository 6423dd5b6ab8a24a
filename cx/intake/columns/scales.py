"""The scale that scores are on: from the header where it says so, else from the scores."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from cx.intake.columns.good_end import direction_of, ends_named, is_said, ranges_of
from cx.intake.words import may_be_school_grade, plain, school_grades
from cx.records.scale import Scale, ScaleKind

_POINTS = re.compile(r"\b(5|7|10)\s*-?\s*(?:punts|points?|pt|punkte)", re.IGNORECASE)
_OUT_OF = re.compile(r"(?:/|out of|op de|van de)\s*(5|7|10|100)\b", re.IGNORECASE)
_ABOVE = re.compile(r"[^\W\d]\W{0,3}/\s?(4|6|9|11|20)\s*[)\]]?\s*$")
"""The same at the end of a header, of numbers that say nothing without scores on it: ``Note /20``."""
_EFFORT = frozenset({"ces", "effort", "moeite", "inspanning", "aufwand"})
_LEVEL = re.compile(r"9\d(?:[.,]\d)?\s*%")
"""Of an interval: ``Mean [95% CI]`` holds no per cents."""
_PERCENT = re.compile(r"\b(percent\w*|procent\w*|top ?2 ?box|top ?box|t2b)\b")
_LOW_ENDS = (-100, -5, -3, -2, 0, 1)
_HIGH_ENDS = (1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 20, 100)
SCHOOLS = ((4.0, 10.0), (2.0, 6.0), (2.0, 5.0))
"""Marks of schools that begin above 1: they hold where the answers use both ends."""
GRADES = Scale(1, 6, "lower")
FIVE, SEVEN, TEN = Scale(1, 5), Scale(1, 7), Scale(1, 10)
FROM_ZERO, HUNDRED = Scale(0, 10), Scale(0, 100)
ANSWERS = (FIVE, SEVEN, TEN)
CANDIDATES = (*ANSWERS, FROM_ZERO, HUNDRED)
"""From the shortest to the longest: the first that holds the scores is proposed."""
NPS = Scale(-100, 100, kind="nps")
PERCENT = Scale(0, 100, kind="percent")
_NEARLY_ALL, _HALF, _SOME, _HARDLY_ANY = 0.9, 0.5, 0.1, 0.05
_TWENTY = 20
_LONG = 20
"""From so many scores on, a few outside a scale do not argue against it."""
_FEWEST = 5
"""From so many scores on, one outside a scale may be a slip of the hand."""
_FAR_WIDER = 5
_AROUND_ZERO = (2, 3, 5)
"""A scale so many times as wide, that hardly any score needs, is not the one that is meant."""
_MOST = 0.75
_LOW_FIVE = 3.5
"""Scores on 1-5 that never pass this could as well be low ones on 1-10."""


@dataclass(frozen=True)
class ScaleReading:
    """A proposed scale, how sure it is, and what must be done to the numbers."""

    scale: Scale
    stated: bool
    """Whether the header says so."""
    rival: Scale | None = None
    """Another scale that is as likely."""
    fractions: bool = False
    """The numbers are shares of 1 and become per cents."""
    asked_direction: bool = False
    """An effort score, or grades, whose good end nobody stated."""


def scale_of(header: str, values: npt.NDArray[np.float64], *, percent_signs: bool = False) -> ScaleReading:
    """Return the scale that a column's scores are proposed to be on.

    Parameters
    ----------
    header
        The column's header, as typed.
    values
        The scores; finite.
    percent_signs
        Whether the cells carry per cent signs.

    Examples
    --------
    >>> scale_of("Tevredenheid (1-10)", np.array([7.1, 6.4])).scale
    Scale(minimum=1.0, maximum=10.0, direction='higher', kind='rating')
    >>> scale_of("Score", np.array([7.1, 6.4, 77.0, 5.0, 8.2])).scale.maximum
    10
    """
    words = plain(header)
    kind = _kind(words)
    if "%" in _LEVEL.sub("", header) or percent_signs or _PERCENT.search(words):
        return _per_cent(kind, values)
    stated = _stated(header, kind) or _above(header, values)
    asked = kind == "ces" and not is_said(header, words)
    if stated and _contradicts(stated, values):
        return replace(_from_values(header, values, kind), rival=stated, asked_direction=asked)
    if stated:
        shares = stated == NPS and _are_nps_fractions(values)
        return ScaleReading(stated, stated=True, fractions=shares, asked_direction=asked)
    if kind == "nps" and _are_nps_fractions(values):
        return ScaleReading(NPS, stated=True, fractions=True)
    if kind == "nps":
        return ScaleReading(NPS, stated=True, rival=FROM_ZERO if _all_within(FROM_ZERO, values) else None)
    return _unsaid(header, values, kind, asked=asked)


def _unsaid(header: str, values: npt.NDArray[np.float64], kind: ScaleKind, *, asked: bool) -> ScaleReading:
    """A scale that the header does not say: grades where it speaks of them, else by the scores."""
    if may_be_school_grade(header) and _all_within(GRADES, values):
        return ScaleReading(GRADES, stated=False, asked_direction=True)
    return replace(_from_values(header, values, kind), asked_direction=asked)


def _per_cent(kind: ScaleKind, values: npt.NDArray[np.float64]) -> ScaleReading:
    if kind == "nps" and np.any(values < 0):
        return ScaleReading(NPS, stated=True, fractions=bool(np.all(np.abs(values) <= 1)))
    return ScaleReading(PERCENT, stated=True, fractions=_are_fractions(values, _HALF))


def _kind(words: str) -> ScaleKind:
    found = set(words.split())
    if "nps" in found or "net promoter" in words:
        return "nps"
    return "ces" if found & _EFFORT or "inspanning" in words or "aufwand" in words else "rating"


def _stated(header: str, kind: ScaleKind) -> Scale | None:
    """The two ends in the header: ``(1-10)``, ``0 – 100``, ``5-point``, ``/10``."""
    rated: ScaleKind = "rating" if kind == "nps" else kind
    ends = ends_named(header)
    if ends and ends[0][0] in _LOW_ENDS and ends[-1][0] in _HIGH_ENDS:
        return Scale(ends[0][0], ends[-1][0], direction_of(header), rated)
    for found in ranges_of(header):
        low, high = float(found[0]), float(found[1])
        if (low < high and low in _LOW_ENDS and high in _HIGH_ENDS) or (low, high) in SCHOOLS:
            return NPS if (low, high) == (-100, 100) else Scale(low, high, direction_of(header), rated)
    points = _POINTS.search(header) or _OUT_OF.search(header)
    if points:
        high = float(points.group(1))
        low = HUNDRED.minimum if high == HUNDRED.maximum else FIVE.minimum
        return Scale(low, high, direction_of(header), rated)
    grades = school_grades(header)
    if grades:
        return Scale(*grades, "lower", rated)
    return TEN if "rapportcijfer" in plain(header) else None


def _above(header: str, values: npt.NDArray[np.float64]) -> Scale | None:
    """What the end of a header says that scores are out of, where they are used to the full.

    Examples
    --------
    >>> _above("Note /20", np.array([11.5, 14.2])).maximum, _above("Note /20", np.array([3.0, 31.0])) is None
    (20.0, True)
    """
    found = _ABOVE.search(header)
    if not found or not len(values):
        return None
    high = float(found.group(1))
    if values.min() < 0 or values.max() > high or values.max() <= high / 2:
        return None
    low = FROM_ZERO.minimum if high == _TWENTY or values.min() < FIVE.minimum else FIVE.minimum
    return Scale(low, high, direction_of(header))


def _contradicts(scale: Scale, values: npt.NDArray[np.float64]) -> bool:
    """Most scores, and not one number again and again, lie outside the scale that the header states."""
    outside = (values < scale.minimum) | (values > scale.maximum)
    return len(np.unique(values[outside])) > 1 and bool(np.mean(outside) > _HALF)


def _all_within(scale: Scale, values: npt.NDArray[np.float64]) -> bool:
    return bool(len(values)) and bool(values.min() >= scale.minimum and values.max() <= scale.maximum)


def _are_fractions(values: npt.NDArray[np.float64], least: float) -> bool:
    """More than a share of the numbers lie from 0 to 1."""
    return bool(len(values)) and bool(np.mean((values >= 0) & (values <= 1)) > least)


def _are_nps_fractions(values: npt.NDArray[np.float64]) -> bool:
    """Mostly broken numbers from -1 to 1: a net promoter score as a share of 1."""
    return _are_fractions(np.abs(values), _MOST) and bool(np.mean(values == np.round(values)) < _HALF)


def _from_values(header: str, values: npt.NDArray[np.float64], kind: ScaleKind) -> ScaleReading:
    if not len(values):
        return ScaleReading(TEN, stated=False)
    if np.mean(values < 0) > _SOME:
        if (around := _around_zero(values)) is not None:
            return ScaleReading(around, stated=False, rival=NPS)
        return ScaleReading(NPS, stated=False, fractions=_are_nps_fractions(values))
    if _are_fractions(values, _MOST - 0.01) and np.mean(values == np.round(values)) < _HALF:
        return ScaleReading(PERCENT, stated=False, fractions=True)
    candidates = ANSWERS if kind == "ces" else CANDIDATES
    scale = next((scale for scale in candidates if _holds_nearly_all(scale, values)), HUNDRED)
    rival = _rival(scale, values)
    return ScaleReading(replace(scale, direction=direction_of(header), kind=kind), stated=False, rival=rival)


def _around_zero(values: npt.NDArray[np.float64]) -> Scale | None:
    """A scale with zero in its middle, where all of several scores are close to it: ``-2`` to ``2``."""
    most = float(np.abs(values).max())
    if len(values) < _FEWEST or most <= 1 or most > max(_AROUND_ZERO):
        return None
    high = next(end for end in _AROUND_ZERO if most <= end)
    return Scale(-high, high)


def _holds_nearly_all(scale: Scale, values: npt.NDArray[np.float64]) -> bool:
    """All but a few: in a short column only values that no usual scale holds may be outside."""
    outside = values[(values < scale.minimum) | (values > scale.maximum)]
    if not len(outside):
        return True
    if _is_slip(scale, values, len(outside)):
        return True
    if len(outside) > max(1, _SOME * len(values)) or 3 * len(outside) > len(values):
        return False
    wild = bool(np.all((outside < 0) | (outside > 2 * scale.maximum)))
    return wild or (len(values) >= _LONG and len(outside) <= _HARDLY_ANY * len(values))


def _is_slip(scale: Scale, values: npt.NDArray[np.float64], outside: int) -> bool:
    """A few scores outside for which only a far wider scale has room."""
    if len(values) < _FEWEST or outside > max(1, _SOME * len(values)):
        return False
    wider = next((other for other in CANDIDATES if _all_within(other, values)), HUNDRED)
    return wider.maximum - wider.minimum >= _FAR_WIDER * (scale.maximum - scale.minimum)


def _rival(scale: Scale, values: npt.NDArray[np.float64]) -> Scale | None:
    """Another scale that these scores could as well be on: a shorter one but for a slip, else a longer."""
    beyond = np.count_nonzero((values < FIVE.minimum) | (values > FIVE.maximum))
    if scale in (SEVEN, TEN) and len(values) >= _FEWEST and beyond <= max(1, _SOME * len(values)):
        return FIVE
    highest = float(values[values <= scale.maximum].max(initial=scale.minimum))
    if scale == SEVEN or (scale == FIVE and highest <= _LOW_FIVE):
        return TEN
    return None
