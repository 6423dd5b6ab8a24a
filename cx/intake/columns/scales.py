"""The scale that scores are on: from the header where it says so, else from the scores."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from cx.intake.words import codes_in, goodness, may_be_school_grade, plain, school_grades
from cx.records.scale import Direction, Scale, ScaleKind

_RANGE = re.compile(
    r"(-?\d{1,3})\s*(?:-|–|—|~|～|\.\.+|…|t/m|to|tot|bis|à|until)\s*(-?\d{1,3})"
    r"|(?<![\w.,])(-?\d{1,3})\s+(?!(?:of|van|von|sur|di|af|av)\b)[^\W\d_]{1,4}\s+(-?\d{1,3})"
    r"(?![\w.,]*\d)|(\d{1,2})\s?(?:から|到|至)\s?(\d{1,3})",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\b(5|7|10)\s*-?\s*(?:punts|points?|pt|punkte)", re.IGNORECASE)
_OUT_OF = re.compile(r"(?:/|out of|op de|van de)\s*(5|7|10|100)\b", re.IGNORECASE)
_LOW_GOOD = re.compile(r"(low|laag|lower|lager)\s*(?:=|is|:)?\s*(?:good|goed|better|beter)", re.IGNORECASE)
_ANCHOR = re.compile(
    r"(?<![\w.,])(-?\d{1,3})\s*(?:=|:|is|means|betekent|bedeutet|signifie)\s*([^\W\d][^\d,;/()\[\]]*)",
    re.IGNORECASE,
)
_EFFORT = frozenset({"ces", "effort", "moeite", "inspanning", "aufwand"})
_LABOUR = frozenset({"effort", "moeite", "inspanning", "aufwand"})
_HEAVY = frozenset(
    {"high", "much", "hoog", "hoge", "veel", "hoch", "hoher", "viel", "grosser", "beaucoup", "eleve"}
)
_LIGHT = frozenset(
    {"low", "little", "no", "laag", "lage", "weinig", "geen", "gering", "geringer", "wenig", "kein", "peu"}
)
_BEST = frozenset(
    {"best", "beste", "bester", "bestes", "meilleur", "meilleure", "mejor", "migliore", "melhor", "top"}
)
_WORST = frozenset(
    {"worst", "slechtst", "slechtste", "schlechteste", "schlechtester", "pire", "peor", "peggiore", "pior"}
)
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
_LONG = 20
"""From so many scores on, a few outside a scale do not argue against it."""
_FEWEST = 5
"""From so many scores on, one outside a scale may be a slip of the hand."""
_FAR_WIDER = 5
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
    stated = _stated(header, kind)
    asked = kind == "ces" and not _direction_said(header, words)
    if stated and _contradicts(stated, values):
        return replace(_from_values(header, values, kind), rival=stated, asked_direction=asked)
    if stated:
        shares = stated == NPS and _are_nps_fractions(values)
        return ScaleReading(stated, stated=True, fractions=shares, asked_direction=asked)
    if kind == "nps" and _are_nps_fractions(values):
        return ScaleReading(NPS, stated=True, fractions=True)
    if kind == "nps":
        return ScaleReading(NPS, stated=True, rival=FROM_ZERO if _all_within(FROM_ZERO, values) else None)
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


def _direction_said(header: str, words: str) -> bool:
    easy = set(words.split()) & {"ease", "easy", "gemak", "gemakkelijk"}
    return bool(_LOW_GOOD.search(header) or easy or _anchored(header))


def _direction(header: str) -> Direction:
    low_good = _LOW_GOOD.search(header) or school_grades(header) or _anchored(header) == "lower"
    return "lower" if low_good else "higher"


def _anchors(header: str) -> list[tuple[float, str]]:
    """The ends that a header names in words, the lower first: ``1 = makkelijk, 7 = moeilijk``."""
    named = [(float(number), words.strip()) for number, words in _ANCHOR.findall(header) if words.strip()]
    found = [one for one in named if one[0] not in codes_in(header)]
    return sorted(found)[:1] + sorted(found)[-1:] if len({number for number, _ in found}) > 1 else []


def _anchored(header: str) -> Direction | None:
    """Which end the words at the ends call good; ``None`` where they do not say."""
    ends = _anchors(header)
    if not ends:
        return _one_end(header)
    about = set(plain(header).split()) & _LABOUR
    low, high = (_goodness(words, labour=bool(about)) for _, words in ends)
    return None if low == high else "lower" if low > high else "higher"


def _one_end(header: str) -> Direction | None:
    """What the only end in words says, beside both in numbers: ``1-7, 7 = very easy``."""
    named, ranges = _ANCHOR.findall(header), _ranges(header)
    about = bool(set(plain(header).split()) & _LABOUR)
    good = _goodness(named[0][1], labour=about) if len(named) == 1 else 0
    if good and not ranges and float(named[0][0]) in (0, 1):
        return "lower" if good > 0 else "higher"
    if not good or not ranges or named[0][0] not in ranges[0]:
        return None
    return "higher" if (good > 0) == (named[0][0] == ranges[0][1]) else "lower"


def _goodness(words: str, *, labour: bool = False) -> int:
    """1 for the good end, -1 for the bad one, 0 where the words do not say; ``labour``: of effort."""
    known = set(plain(words).split())
    if known & _BEST or known & _WORST:
        return 1 if known & _BEST else -1
    if known & _HEAVY or known & _LIGHT:
        effort = labour or bool(known & _LABOUR)
        return (-1 if known & _HEAVY else 1) if effort else 0
    return goodness(words)


def _ranges(header: str) -> list[tuple[str, str]]:
    """Two numbers with a sign or one short word between them, as in any language: ``0 - 10``, ``0 a 10``.

    Examples
    --------
    >>> _ranges("De 0 a 10, como avalia o site?"), _ranges("1～5で評価"), _ranges("Desk 9 and 10 more")
    ([('0', '10')], [('1', '5')], [('9', '10')])
    """
    found = ([part for part in parts if part] for parts in _RANGE.findall(header))
    return [(low, high) for low, high in found]


def _stated(header: str, kind: ScaleKind) -> Scale | None:
    """The two ends in the header: ``(1-10)``, ``0 – 100``, ``5-point``, ``/10``."""
    rated: ScaleKind = "rating" if kind == "nps" else kind
    ends = _anchors(header)
    if ends and ends[0][0] in _LOW_ENDS and ends[-1][0] in _HIGH_ENDS:
        return Scale(ends[0][0], ends[-1][0], _direction(header), rated)
    for found in _ranges(header):
        low, high = float(found[0]), float(found[1])
        if (low < high and low in _LOW_ENDS and high in _HIGH_ENDS) or (low, high) in SCHOOLS:
            return NPS if (low, high) == (-100, 100) else Scale(low, high, _direction(header), rated)
    points = _POINTS.search(header) or _OUT_OF.search(header)
    if points:
        high = float(points.group(1))
        low = HUNDRED.minimum if high == HUNDRED.maximum else FIVE.minimum
        return Scale(low, high, _direction(header), rated)
    grades = school_grades(header)
    if grades:
        return Scale(*grades, "lower", rated)
    return TEN if "rapportcijfer" in plain(header) else None


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
        return ScaleReading(NPS, stated=False, fractions=_are_nps_fractions(values))
    if _are_fractions(values, _MOST - 0.01) and np.mean(values == np.round(values)) < _HALF:
        return ScaleReading(PERCENT, stated=False, fractions=True)
    candidates = ANSWERS if kind == "ces" else CANDIDATES
    scale = next((scale for scale in candidates if _holds_nearly_all(scale, values)), HUNDRED)
    rival = _rival(scale, values)
    return ScaleReading(replace(scale, direction=_direction(header), kind=kind), stated=False, rival=rival)


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
