"""What the form of answers says of their order, whatever the words: ``X``, ``very X``, ``not X``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

_SHORTEST, _SHORTEST_SIGNS = 3, 1
_SPACELESS = (("\u0e00", "\u0eff"), ("\u2e80", "\u9fff"), ("\uac00", "\ud7a3"))
"""Alphabets that write answers without spaces, or put what denies before a word without one."""
_LONGEST = 80
_ENDINGS, _STEM = (1, 2), "*"
"""How many letters an ending that changes has, and the mark of a word without it."""
_MOST_NEUTRAL = 1


def sides_of(texts: Sequence[str]) -> dict[str, int] | None:
    """Return each text's side, -1 for those that deny what others say; ``None`` where the form is no help.

    What denies another answer is longer and holds it: ``insatisfecho``, ``не доволен``, ``不满意``.
    A text that holds both, or neither, is the middle; there is one at most.

    Examples
    --------
    >>> sides_of(["满意", "非常满意", "一般", "不满意", "非常不满意"])
    {'满意': 1, '非常满意': 1, '一般': 0, '不满意': -1, '非常不满意': -1}
    >>> sides_of(["phone", "shop", "e-mail"]) is None
    True
    """
    plain = {text: " ".join(text.casefold().split()) for text in texts if len(text) <= _LONGEST}
    if len(plain) < len(texts):
        return None
    best: tuple[int, int] = (0, 0)
    found: dict[str, int] | None = None
    for head, denied in _pairs(list(plain.values())):
        sides = {text: _side(words, head, denied) for text, words in plain.items()}
        bad, good = (sum(side == wanted for side in sides.values()) for wanted in (-1, 1))
        if not bad or not good or abs(bad - good) > 1 or len(sides) - bad - good > _MOST_NEUTRAL:
            continue
        rank = (-abs(bad - good), len(head))
        if found is None or rank > best:
            best, found = rank, sides
    return found


def _pairs(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What may be a word of an answer, and a longer one that holds it."""
    parts = {part for words in texts for part in _parts(words)}
    heads = [part for part in parts if len(part) >= (_SHORTEST_SIGNS if _is_spaceless(part) else _SHORTEST)]
    for head in sorted(heads):
        for denied in sorted(parts):
            if len(denied) > len(head) and head in denied:
                yield head, denied
    single = sorted({word for words in texts for word in words.split()})
    for head, denied in ((one, other) for one in single for other in single if one != other):
        stem = next((head[:-cut] for cut in _ENDINGS if len(head) - cut > _SHORTEST), "")
        at = denied.find(stem) if stem else -1
        if at > 0 and len(denied) - at - len(stem) <= max(_ENDINGS):
            yield f"{stem}{_STEM}", denied


def _parts(words: str) -> Iterator[str]:
    """The whole answer, its words, and two words that follow each other."""
    yield words
    single = words.split()
    yield from single
    yield from (" ".join(pair) for pair in pairwise(single))


def _side(words: str, head: str, denied: str) -> int:
    bad = denied in words
    return _says(words.replace(denied, " "), head) - bad


def _says(words: str, head: str) -> bool:
    """As a word of its own; anywhere where words have no spaces between them."""
    if head.endswith(_STEM):
        return f" {head.removesuffix(_STEM)}" in f" {words}"
    return head in words if _is_spaceless(head) else f" {head} " in f" {words} "


def _is_spaceless(words: str) -> bool:
    return any(low <= sign <= high for sign in words for low, high in _SPACELESS)


def strength_of(texts: Sequence[str]) -> dict[str, int]:
    """Return how much each text of one side has beside the shortest: the plain answer 0, the next 1.

    Examples
    --------
    >>> strength_of(["muy satisfecho", "satisfecho"])
    {'satisfecho': 0, 'muy satisfecho': 1}
    """
    return {text: at for at, text in enumerate(sorted(texts, key=lambda text: (len(text), text)))}
