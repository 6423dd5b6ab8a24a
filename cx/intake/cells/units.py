"""A unit that stands beside every number of a column: ``7,4 Punkte``, ``ca. 7.4``, ``6.1 von 10``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from cx.intake.cells.numerals import looks_numeric

_LONGEST: Final = 40
"""Signs of a number with its unit; a sentence with a number in it is longer."""
_PARTS: Final = re.compile(
    r"(?P<before>[^\d+\-,(=]{0,20}?)(?P<number>[+-]?\d[\d.,' ]*)(?P<after>(?:[^\d.,%(=][^%(=]{0,19})?)"
)
_DECIMALS: Final = re.compile(r"\d[.,]\d")
_LETTER: Final = re.compile(r"[^\W\d_]|[~≈]")
_FIRST: Final = 40
"""So many texts show whether there is a unit; the others only have to agree."""
_FEWEST: Final = 3
_BROKEN: Final = 1 / 3
"""Groups of people and names are numbered, with words beside whole numbers; measures have decimals."""
_ALL_BUT: Final = 0.1
_MARKS: Final = re.compile(
    r"p(?:oi)?n?ts?|pkte?|punkte?|punten|punt[io]s?|pontos?|point|pist(?:et|että)|poäng|poeng|bod[yů]?|pont|puncte|"
    r"puan|балл?(?:а|ов)?|б|βαθμοί|点|點|分|점|คะแนน|điểm|نقاط|نقطة|נקודות|अंक|st(?:er|a)r?n?(?:e|s|ren)|stars?"
)
"""What marks are counted in: whole numbers of them are no groups of people."""


@dataclass(frozen=True)
class Unit:
    """What stands before and behind each number."""

    before: str
    after: str
    told: str = ""
    """The unit as it is first typed."""

    def off(self, text: str) -> str:
        """Return the text without the unit; one that lacks it as it is.

        Examples
        --------
        >>> Unit("", "punkte").off("7,4 Punkte"), Unit("", "punkte").off("n.v.t.")
        ('7,4', 'n.v.t.')
        """
        parts = _parts(text)
        return parts[1] if parts and _folded(parts) == (self.before, self.after) else text


def unit_of(texts: Iterable[str]) -> Unit | None:
    """Return the unit that the numbers of a column share; ``None`` where there is none.

    Nearly all texts that hold a digit and are no number by themselves have to have it, and a third of those
    have to have decimals: where whole numbers have a word beside them, the whole may be the name of a group.

    Examples
    --------
    >>> unit_of(["7,4 Punkte", "6,1 Punkte", "8,0 punkte", "n.v.t."])
    Unit(before='', after='punkte', told='Punkte')
    >>> unit_of(["20 years", "30 years", "40 years"]) is None, unit_of(["7.4", "6.1", "8.0"]) is None
    (True, True)
    """
    digits = (text for text in islice(texts, _FIRST) if any(sign.isdigit() for sign in text))
    seen = [text for text in digits if not looks_numeric(text)]
    if len(seen) < _FEWEST:
        return None
    parts = [one for one in map(_parts, seen) if one]
    if len(parts) < (1 - _ALL_BUT) * len(seen):
        return None
    (words, often), *_ = Counter(map(_folded, parts)).most_common(1)
    if often < (1 - _ALL_BUT) * len(seen) or not _LETTER.search("".join(words)):
        return None
    marks = not words[0] and _MARKS.fullmatch(words[1].rstrip("."))
    if sum(bool(_DECIMALS.search(number)) for _, number, _ in parts) < _BROKEN * often and not marks:
        return None
    before, _, after = next(one for one in parts if _folded(one) == words)
    return Unit(*words, " … ".join(part for part in (before, after) if part))


def _folded(parts: tuple[str, str, str]) -> tuple[str, str]:
    return parts[0].casefold(), parts[2].casefold()


def _parts(text: str) -> tuple[str, str, str] | None:
    if len(text) > _LONGEST:
        return None
    found = _PARTS.fullmatch(text.strip())
    if found is None:
        return None
    return found["before"].strip(), found["number"].strip(), found["after"].strip()
