"""A header as the parts that names are cut between: words, signs and blanks, in whatever script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from cx.intake.words.comparable import folded

LONGEST = 400
"""Of a longer header this much comes apart; what follows is one part."""
_SYLLABLES = (("\u3040", "\u309f"), ("\u30a0", "\u30ff"))
"""Scripts without blanks of which a run is about a word: hiragana and katakana."""
_SIGNS = (("\u3400", "\u9fff"), ("\uf900", "\ufaff"))
"""Scripts of which each sign is a word, or part of one."""
_CODE = re.compile(
    r"\s*(?P<letters>[^\W\d_]{0,4})[\s_]?(?P<number>\d{1,4}[^\W\d_]?"
    r"(?:[_.\-](?:\d[^\W_]{0,4}|[^\W\d_]\d{0,3})(?![^\W_])){0,3}(?:\[\w{1,12}\]){0,3})"
    r"(?P<border>\s*[._:)\-–—|]+\s*|\s+)(?=[^\W\d_]|[\"'“„«¿¡\[(*])"
)
_FEW = 2


@lru_cache(maxsize=5_000)
def parts_of(header: str) -> tuple[str, ...]:
    """Return the parts of a header; joined they are the header again.

    Examples
    --------
    >>> parts_of("How was [the app]?")
    ('How', ' ', 'was', ' ', '[', 'the', ' ', 'app', ']', '?')
    """
    found: list[str] = []
    before = ""
    for sign in header[:LONGEST]:
        kind = _kind(sign)
        if found and kind == before and kind not in ("sign", "han"):
            found[-1] += sign
        else:
            found.append(sign)
        before = kind
    return (*found, header[LONGEST:]) if header[LONGEST:] else tuple(found)


def _kind(sign: str) -> str:
    if sign.isspace():
        return "blank"
    for name, ranges in (("han", _SIGNS), ("kana", _SYLLABLES)):
        for place, (first, last) in enumerate(ranges):
            if first <= sign <= last:
                return name if name == "han" else f"{name}{place}"
    return "word" if unicodedata.category(sign)[0] in "LNM" else "sign"


def key_of(part: str) -> str:
    """Return what two parts have in common that are alike: letter case and the width of a blank aside."""
    return folded(part) or " "


def is_word(part: str) -> bool:
    """Return whether a part is a word or a number."""
    return _kind(part[0]) not in ("sign", "blank")


def words_in(parts: Sequence[str]) -> list[str]:
    """Return the words among parts; of scripts without blanks two signs are about one word."""
    return [part for part in parts if is_word(part)]


def weight_of(parts: Sequence[str]) -> float:
    """Return how many words parts are; a sign that is a word or a part of one counts for half."""
    return sum(0.5 if _kind(part[0]) == "han" else 1.0 for part in parts if is_word(part))


def without_codes(headers: Sequence[str]) -> list[str]:
    """Return headers without the numbers of their questions.

    A number is one where another header begins with the same letters and another number; before a blank
    alone it needs letters: ``Q4_3: ...``, ``V1d Delivery``, ``1-2. Delivery``.

    Examples
    --------
    >>> without_codes(["Q1: Bill", "Q2: Visit", "24/7 desk"]), without_codes(["3D-prints", "4K-screens"])
    (['Bill', 'Visit', '24/7 desk'], ['3D-prints', '4K-screens'])
    """
    found = [_CODE.match(header) for header in headers]
    numbers: dict[str, set[str]] = {}
    for one in found:
        if one and _is_code(one):
            numbers.setdefault(one["letters"].casefold(), set()).add(one["number"].casefold())
    return [
        header[one.end() :]
        if one and _is_code(one) and len(numbers[one["letters"].casefold()]) >= _FEW
        else header
        for header, one in zip(headers, found, strict=True)
    ]


def _is_code(found: re.Match[str]) -> bool:
    """Whether a match is the number of a question: before a blank alone only with letters in front."""
    return bool(found["border"].strip() or found["letters"]) and not _is_glued(found)


def _is_glued(found: re.Match[str]) -> bool:
    """Whether number and word are one: ``3D-prints``, ``4-wheel drive``."""
    return not found["letters"] and found["border"] in ("-", "–", "—")
