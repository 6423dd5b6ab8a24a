"""Which end of a scale a header calls good, in words: ``1 = very easy``, ``low is good``, ``7 = best``."""

from __future__ import annotations

import re

from cx.intake.words import codes_in, goodness, plain, school_grades
from cx.records.scale import Direction

_RANGE = re.compile(
    r"(-?\d{1,3})\s*(?:-|–|—|~|～|\.\.+|…|t/m|to|tot|bis|à|until)\s*(-?\d{1,3})"
    r"|(?<![\w.,])(-?\d{1,3})\s+(?!(?:of|van|von|sur|di|af|av)\b)[^\W\d_]{1,4}\s+(-?\d{1,3})"
    r"(?![\w.,]*\d)|(\d{1,2})\s?(?:から|到|至)\s?(\d{1,3})",
    re.IGNORECASE,
)
_PLUS = re.compile(r"(?<![\w.,])\+(?=\d)")
_LOW_GOOD = re.compile(r"(low|laag|lower|lager)\s*(?:=|is|:)?\s*(?:good|goed|better|beter)", re.IGNORECASE)
_ANCHOR = re.compile(
    r"(?<![\w.,])(-?\d{1,3})\s*(?:=|:|is|means|betekent|bedeutet|signifie)\s*([^\W\d][^\d,;/()\[\]]*)",
    re.IGNORECASE,
)
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


def is_said(header: str, words: str) -> bool:
    """Return whether a header says which end is good; ``words``: the same without its signs."""
    easy = set(words.split()) & {"ease", "easy", "gemak", "gemakkelijk"}
    return bool(_LOW_GOOD.search(header) or easy or _anchored(header))


def direction_of(header: str) -> Direction:
    """Return which end a header calls good; the high one where it says nothing."""
    low_good = _LOW_GOOD.search(header) or school_grades(header) or _anchored(header) == "lower"
    return "lower" if low_good else "higher"


def ends_named(header: str) -> list[tuple[float, str]]:
    """The ends that a header names in words, the lower first: ``1 = makkelijk, 7 = moeilijk``."""
    named = [(float(number), words.strip()) for number, words in _ANCHOR.findall(header) if words.strip()]
    found = [one for one in named if one[0] not in codes_in(header)]
    return sorted(found)[:1] + sorted(found)[-1:] if len({number for number, _ in found}) > 1 else []


def _anchored(header: str) -> Direction | None:
    """Which end the words at the ends call good; ``None`` where they do not say."""
    ends = ends_named(header)
    if not ends:
        return _one_end(header)
    about = set(plain(header).split()) & _LABOUR
    low, high = (_goodness(words, labour=bool(about)) for _, words in ends)
    return None if low == high else "lower" if low > high else "higher"


def _one_end(header: str) -> Direction | None:
    """What the only end in words says, beside both in numbers: ``1-7, 7 = very easy``."""
    named, ranges = _ANCHOR.findall(header), ranges_of(header)
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


def ranges_of(header: str) -> list[tuple[str, str]]:
    """Two numbers with a sign or one short word between them, as in any language: ``0 - 10``, ``0 a 10``.

    Examples
    --------
    >>> ranges_of("De 0 a 10, como avalia o site?"), ranges_of("1～5で評価"), ranges_of("Desk 9 and 10 more")
    ([('0', '10')], [('1', '5')], [('9', '10')])
    >>> ranges_of("Emotion (−2 to +2)")
    [('-2', '2')]
    """
    header = header.replace("\N{MINUS SIGN}", "-")
    found = ([part for part in parts if part] for parts in _RANGE.findall(_PLUS.sub("", header)))
    return [(low, high) for low, high in found]
