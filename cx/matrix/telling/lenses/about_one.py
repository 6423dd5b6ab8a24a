"""What all lenses say of one touchpoint, and how that differs from an earlier time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cx import text
from cx.matrix.telling.lenses.reading import cell, in_words, lens_name
from cx.records.lenses import LENSES, Bar, Lens, Lenses, LensResult, Proactivity, Reading
from cx.text import Language


@dataclass(frozen=True)
class LensLine:
    """One lens about one touchpoint."""

    lens: Lens
    name: str
    """What the lens is called."""
    words: str
    shares: tuple[float, ...] = ()
    """Negative, reactive and proactive contacts, for a thin bar; empty for other lenses."""


def lines(found: Lenses, touchpoint: str, lang: Language) -> tuple[LensLine, ...]:
    """Return what each lens says of a touchpoint; those that say nothing of it are left out."""
    said = []
    for result in found.results:
        one = _reading(result, touchpoint)
        words = in_words(result, one, lang) if one is not None and one.value is not None else ""
        if words and one is not None:
            said.append(LensLine(result.lens, lens_name(result.lens, lang), words, _shares(one)))
    return tuple(said)


def cells(result: LensResult, lang: Language) -> Mapping[str, str]:
    """Return each touchpoint's reading as it stands in a narrow column."""
    return {one.name: cell(result, one, lang) for one in result.touchpoints}


@dataclass(frozen=True)
class LensChange:
    """A reading that is not what it was."""

    lens: str
    touchpoint: str
    before: str
    after: str


def changes(before: Lenses, after: Lenses, lang: Language) -> tuple[LensChange, ...]:
    """Return every reading that reads otherwise than before, lens by lens; new ones and lost ones too."""
    found = []
    for lens in LENSES:
        then, now = (_cells(side.of(lens), lang) for side in (before, after))
        for touchpoint in dict.fromkeys([*now, *then]):
            old, new = (side.get(touchpoint) or text.NOTHING for side in (then, now))
            if old != new:
                found.append(LensChange(lens_name(lens, lang), touchpoint, old, new))
    return tuple(found)


def _cells(result: LensResult | None, lang: Language) -> Mapping[str, str]:
    return cells(result, lang) if result else {}


def _reading(result: LensResult, touchpoint: str) -> Reading | None:
    return next((one for one in result.touchpoints if one.name == touchpoint), None)


def _shares(one: Reading) -> tuple[float, ...]:
    if not isinstance(one, Proactivity):
        return ()
    bars: tuple[Bar | None, ...] = (one.negative, one.reactive, one.proactive)
    return tuple(bar.value if bar else 0.0 for bar in bars)
