"""Names as people type them, made comparable."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_SIGNS = re.compile(r"[^a-z0-9#%]+")
_CLOSING = ")]}"
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
