"""Encodings of one byte a sign for letters that are not Latin, told by how often languages use each letter.

Byte for byte nearly every text can be read as Hebrew, Greek, Arabic and Cyrillic; only in its own language
the letters that come often are those that come often there, and no capital stands inside a word.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

_RUNS, _WORDS = re.compile(rb"[\x80-\xff]+"), re.compile(rb"[A-Za-z\x80-\xff]+")
_FEW, _EVEN = 5, 0.85
"""Signs of two bytes each leave no odd number of bytes between those of ASCII, but by chance."""

_OFTEN = {
    "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё": ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic"),
    "оанивертслкдміупзяьбгйчхцєжїюшщфґё": ("cp1251", "koi8_u"),
    "аиоентрсвлкдпмзгубяъщчцйжхюшьфђјљњћџ": ("cp1251",),
    "αοιετνσηυρπκμλςόίάγέδήωχθύφβξζώψϊ": ("cp1253", "iso8859_7"),
    "יוהלאתרבמשנםדקעפחןטגזסצךףץ": ("cp1255", "iso8859_8"),
    "اليمنرتوبةدعسفهكقحجشصطخذضىغثأزءظإئؤآپچژگ": ("cp1256", "iso8859_6"),
}
"""The letters of a language, the frequent first, to the encodings that it is written in."""
_FEWEST, _SURE, _LONGEST = 12, 0.34, 20_000
"""So many letters tell a language; the mean place of its letters, of 1, where a text is one."""


def by_letters(content: bytes) -> str | None:
    """Return the encoding whose language uses the letters of a text most; ``None`` where none does surely.

    Parameters
    ----------
    content
        Whole lines of text in which letters beyond ASCII are many.

    Examples
    --------
    >>> by_letters("שביעות רצון מהמשלוח ומהחשבונית".encode("cp1255"))
    'cp1255'
    >>> by_letters("Насколько вы довольны доставкой".encode("koi8_r"))
    'koi8_r'
    """
    runs = set(_RUNS.findall(content[:_LONGEST]))
    if len(runs) >= _FEW and sum(len(run) % 2 == 0 for run in runs) > _EVEN * len(runs):
        return None
    words = b" ".join(sorted(set(_WORDS.findall(content[:_LONGEST]))))  # an answer that comes back tells once
    tried = {(name, often) for often, names in _OFTEN.items() for name in names}
    places = {one: _place(words, *one) for one in tried}
    best = min(places, key=lambda one: (places[one], one))
    return best[0] if places[best] <= _SURE else None


def _place(content: bytes, encoding: str, often: str) -> float:
    """The mean place of letters in a language's order, from 0 to 1; what it does not write is last."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return 1.0
    counts = Counter(
        sign for sign in text if not sign.isascii() and (sign.isalpha() or not sign.isprintable())
    )
    total = counts.total()
    if total < _FEWEST:
        return 1.0
    place = {sign: at / len(often) for at, sign in enumerate(often)}
    said = sum(n * place.get(sign.casefold(), place.get(sign, 1.0)) for sign, n in counts.items())
    odd = sum(one.islower() and other.isupper() and not other.isascii() for one, other in pairwise(text))
    capitals = sum(n for sign, n in counts.items() if sign.isupper())
    shouted = capitals > total / 2  # a text in capitals is one of small letters in another encoding
    return said / total + odd / total + shouted * _SURE / 2
