"""Encodings of one byte a sign told apart by what they spell: the letters of a text belong to one language.

The same byte is an ``è`` in western Europe and a ``č`` further east. Read as the wrong one, a text holds
letters that no language has together, or signs in the middle of words.
"""

from __future__ import annotations

import re
from collections import Counter

_WEST = (
    "àâæçéèêëîïôœùûüÿ",
    "äöüßéàè",
    "ëïéèêüöáóíúàâçôû",
    "áéíñóúüçºª",
    "àáâãçéêíóôõúºª",
    "àèéìíîòóùú",
    "àçèéíïòóúüñ",
    "åäöéüàæøòôè",
    "áðéíóúýþæö",
    "äöüõšžå",
)
_EAST = ("áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "ąćęłńóśźż", "áéíóöőúüű", "ăâîşţ", "čćđšž", "ëç")
_BALTIC = ("ąčęėįšųūž", "āčēģīķļņšūž")
_TURKISH = ("çğıöşüâîûİ",)
_ALPHABETS = {
    "cp1252": _WEST,
    "cp1250": _EAST,
    "iso8859_2": _EAST,
    "cp1254": _TURKISH,
    "cp1257": _BALTIC,
}
"""Encoding to the letters beyond ASCII of the languages that are written in it, one text a language."""
_SURE = 0.97
"""The share of such letters that one language has to have; where a western one has it, that is likelier."""
_BEYOND = re.compile(r"[^\x00-\x7f]")
_FEWEST = 3
"""So many such letters tell a language."""


def elsewhere(content: bytes) -> str | None:
    """Return the encoding of a language that is not western; ``None`` where a western one fits or none does.

    Parameters
    ----------
    content
        Whole lines of text in an encoding of one byte a sign.

    Examples
    --------
    >>> elsewhere("příliš žluťoučký kůň".encode("cp1250")), elsewhere("déjà vu, là-bas".encode("cp1252"))
    ('cp1250', None)
    """
    fits = {name: _fit(content, name) for name in _ALPHABETS}
    west = fits.pop("cp1252")
    best = max(fits, key=fits.__getitem__)
    return best if fits[best] >= _SURE and west < _SURE else None


def _fit(content: bytes, encoding: str) -> float:
    """The share of letters beyond ASCII, and of signs inside words, that the best language spells."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    often = Counter(one.group() for one in _BEYOND.finditer(text) if _counts(text, one.start()))
    if often.total() < _FEWEST:
        return 0.0
    known = (set(one + one.upper()) for one in _ALPHABETS[encoding])
    return max(sum(often[sign] for sign in one) for one in known) / often.total()


def _counts(text: str, at: int) -> bool:
    """Whether a sign is a letter, or stands inside a word as if it were one."""
    return text[at].isalpha() or (text[max(at - 1, 0)].isalpha() and text[at + 1 : at + 2].isalpha())
