"""What headers ask about the same things: how they were, how they should be, how much they matter."""

from __future__ import annotations

import re

from cx.intake.words.comparable import plain
from cx.intake.words.headers.questions import explained

_WANTED = re.compile(
    r"\b(?:minim\w*|mindest\w*|desir\w*|wanted|wish\w*|gewenst\w*|wens\w*|gewunscht\w*|wunsch\w*|souhait\w*|"
    r"dese[aj]\w*|desider\w*|onsk\w*|toivot\w*|pozadan\w*|zadouc\w*|acceptab\w*|adequate|tolerab\w*)\b"
)
_ASPECTS = ("satisfaction", "importance", "expectation")
_LONGEST = 400


def wants(question: str) -> bool:
    """Return whether a question has a word for what people put up with, or would like.

    Examples
    --------
    >>> wants("Desired level"), wants("minimaal"), wants("Perceived")
    (True, True, False)
    """
    return bool(_WANTED.search(plain(question[:_LONGEST])))


def names_aspect(question: str) -> bool:
    """Return whether a question has a word for what is asked of things, not for the things.

    Examples
    --------
    >>> names_aspect("importance"), names_aspect("minimum"), names_aspect("opening hours")
    (True, True, False)
    """
    return wants(question) or any(explained(question, kind) for kind in _ASPECTS)
