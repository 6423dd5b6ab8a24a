"""Text as it can be read: without signs that have no shape of their own."""

from __future__ import annotations

import unicodedata
from typing import Final

_JOINERS: Final = "\u200c\u200d"
"""They have no shape either, and change that of their neighbours in some scripts."""


def drawable(words: str) -> str:
    r"""Return words without format signs: marks of direction and order, blanks of no width.

    A PDF cannot hold a sign that stands for nothing on the page, a mark of direction turns what follows, and
    two names that differ in such a sign alone would look the same.

    Examples
    --------
    >>> drawable("Inv\ufeffo\u202eice"), drawable("A\u200db")
    ('Invoice', 'A\u200db')
    """
    if words.isascii():
        return words
    return "".join(sign for sign in words if unicodedata.category(sign) != "Cf" or sign in _JOINERS)
