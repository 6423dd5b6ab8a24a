"""Names as people type them, made comparable."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse

_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_SIGNS = re.compile(r"[^a-z0-9#%]+")
_CLOSING = ")]}"
_BETWEEN = re.compile(r"[^\w]+|_")
LONGEST = 2_000
"""Of a longer text this much is compared: more than any header, name or answer has."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def folded(name: str) -> str:
    r"""Return a name trimmed and without regard to letter case, with single spaces.

    Examples
    --------
    >>> folded("  Factuur \n ontvangen")
    'factuur ontvangen'
    """
    return " ".join(name.split()).casefold()


def plain(name: str) -> str:
    """Return the words of a header: lower case, no accents, no signs, nothing in brackets.

    Examples
    --------
    >>> plain("Klant-tevredenheid (1–10)"), plain("# Contacten"), plain("avgScore")
    ('klant tevredenheid', '# contacten', 'avg score')
    """
    return _kept_plain(name[:LONGEST])


def _plain(name: str) -> str:
    end = (
        max(map(name.rfind, _CLOSING)) + 1
    )  # behind it brackets only open, and would be looked through for each
    outside = _BRACKETS.sub(" ", name[:end]) + name[end:]
    if not outside.strip():
        outside = name
    letters = unicodedata.normalize("NFKD", _CAMEL.sub(" ", outside)).encode("ascii", "ignore").decode()
    return " ".join(_SIGNS.sub(" ", letters.lower()).replace("#", " # ").replace("%", " % ").split())


_kept_plain = lru_cache(maxsize=5_000)(_plain)
"""Headers are asked for by many witnesses."""


def join_key(name: str) -> str:
    """Return a name without letter case, accents, signs and spaces, as names are joined.

    Examples
    --------
    >>> join_key("  Vraag over de rekening! "), join_key("E-mail: factuur"), join_key("Één-op-één")
    ('vraag over de rekening', 'e mail factuur', 'een op een')
    >>> join_key("Ｆａｃｔｕｕｒ"), join_key("🄰🄿🄿"), join_key("!?")
    ('factuur', 'app', '!?')

    Notes
    -----
    A key is its own key: ``join_key(join_key(name)) == join_key(name)`` for every text.
    """
    letters = _settled(name)
    bare = letters if letters.isascii() else "".join(filterfalse(unicodedata.combining, letters))
    return " ".join(_BETWEEN.sub(" ", bare).split()) or letters.strip()


def _settled(name: str) -> str:
    """The letters that folding case and taking signs apart leave as they are.

    Each does its work once, and the other may make new work for it: a letter in a square comes apart into
    a capital, and a capital sigma folds into one that has another form. So both go on until nothing changes.
    """
    if name.isascii():
        return name.lower()
    folded = unicodedata.normalize("NFKD", name.casefold())
    return folded if folded == name else _settled(folded)
