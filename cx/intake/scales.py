"""The scale that scores are on: from the header where it says so, else from the scores."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cx.intake.names import plain
from cx.records.scale import Direction, Scale, ScaleKind

_RANGE = re.compile(r"(-?\d{1,3})\s*(?:-|–|—|\.\.+|…|t/m|to|tot|bis|à|until)\s*(-?\d{1,3})", re.IGNORECASE)
_POINTS = re.compile(r"\b(5|7|10)\s*-?\s*(?:punts|points?|pt|punkte)", re.IGNORECASE)
_OUT_OF = re.compile(r"(?:/|out of|op de|van de)\s*(5|7|10|100)\b", re.IGNORECASE)
_LOW_GOOD = re.compile(r"(low|laag|lower|lager)\s*(?:=|is|:)?\s*(?:good|goed|better|beter)", re.IGNORECASE)
CANDIDATES = (Scale(1, 5), Scale(1, 7), Scale(1, 10), Scale(0, 10), Scale(0, 100))
NPS = Scale(-100, 100, kind="nps")
PERCENT = Scale(0, 100, kind="percent")


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
    """An effort score whose good end nobody stated."""


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
    if "%" in header or percent_signs or re.search(r"\b(percent\w*|procent\w*|top ?2 ?box|top box)\b", words):
        return ScaleReading(PERCENT, stated=True, fractions=_are_fractions(values))
    stated = _stated(header, kind)
    if stated:
        return ScaleReading(
            stated, stated=True, asked_direction=kind == "ces" and not _direction_said(header, words)
        )
    if kind == "nps":
        few = bool(len(values) and values.min() >= 0 and values.max() <= 10)
        return ScaleReading(NPS, stated=True, rival=Scale(0, 10) if few else None)
    return _from_values(words, header, values, kind)


def _kind(words: str) -> ScaleKind:
    found = set(words.split())
    if "nps" in found or "net promoter" in words:
        return "nps"
    return "ces" if found & {"ces", "effort", "moeite"} else "rating"


def _direction_said(header: str, words: str) -> bool:
    return bool(_LOW_GOOD.search(header)) or bool(
        set(words.split()) & {"ease", "easy", "gemak", "gemakkelijk"}
    )


def _direction(header: str) -> Direction:
    return "lower" if _LOW_GOOD.search(header) else "higher"


def _stated(header: str, kind: ScaleKind) -> Scale | None:
    """The two ends in the header: ``(1-10)``, ``0 – 100``, ``5-point``, ``/10``."""
    for found in _RANGE.findall(header):
        low, high = float(found[0]), float(found[1])
        if (
            low < high
            and low in (-100, -5, -3, -2, 0, 1)
            and high in (1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 20, 100)
        ):
            return Scale(low, high, _direction(header), "nps" if (low, high) == (-100, 100) else _rated(kind))
    points = _POINTS.search(header) or _OUT_OF.search(header)
    if points:
        high = float(points.group(1))
        return Scale(0.0 if high == 100 else 1.0, high, _direction(header), _rated(kind))
    if "rapportcijfer" in plain(header):
        return Scale(1, 10)
    return None


def _rated(kind: ScaleKind) -> ScaleKind:
    return "rating" if kind == "nps" else kind


def _are_fractions(values: npt.NDArray[np.float64]) -> bool:
    return bool(len(values)) and bool(np.mean((values >= 0) & (values <= 1)) >= 0.9)


def _from_values(words: str, header: str, values: npt.NDArray[np.float64], kind: ScaleKind) -> ScaleReading:
    if not len(values):
        return ScaleReading(Scale(1, 10), stated=False)
    if np.mean(values < 0) > 0.1:
        return ScaleReading(NPS, stated=False)
    whole = np.mean(values == np.round(values))
    if _are_fractions(values) and whole < 0.5:
        return ScaleReading(PERCENT, stated=False, fractions=True)
    candidates = CANDIDATES[:3] if kind == "ces" else CANDIDATES
    fitting = [scale for scale in candidates if _holds_nearly_all(scale, values)]
    scale = fitting[0] if fitting else Scale(0, 100)
    scale = Scale(scale.minimum, scale.maximum, _direction(header), kind)
    asked = kind == "ces" and not _direction_said(header, words)
    return ScaleReading(scale, stated=False, rival=_rival(scale, values), asked_direction=asked)


def _holds_nearly_all(scale: Scale, values: npt.NDArray[np.float64]) -> bool:
    """All but a few: in a short column only values that no usual scale holds may be outside."""
    outside = values[(values < scale.minimum) | (values > scale.maximum)]
    if not len(outside):
        return True
    if len(outside) > max(1, 0.1 * len(values)) or len(outside) > 0.34 * len(values):
        return False
    wild = bool(np.all((outside < 0) | (outside > 2 * scale.maximum)))
    return wild or (len(values) >= 20 and len(outside) <= 0.05 * len(values))


def _rival(scale: Scale, values: npt.NDArray[np.float64]) -> Scale | None:
    """A longer scale that these scores could as well be on."""
    inside = values[(values >= scale.minimum) & (values <= scale.maximum)]
    if not len(inside):
        return None
    if scale.maximum == 7 or (scale.maximum == 5 and inside.max() <= 3.5):
        return Scale(1, 10)
    if scale.maximum == 100 and inside.max() <= 20:
        return Scale(0, 20)
    return None
