"""A second row of names right below the first: questions below codes, answers below a question."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from cx.intake.sheet import witnesses
from cx.intake.sheet.head import Flags, Head
from cx.intake.words import code_kind

_FULL, _NEARLY_ALL, _MOSTLY, _HALF = 0.9, 0.8, 0.7, 0.5
_NEXT = 8
_MEANING = re.compile(r"\s*-?\d{1,3}\s*=")
_FEWEST = 2
_SURELY = 1.0


def names_again(head: Head, at: int) -> bool:
    """Return whether the row below one names the same columns once more, above other kinds of cells.

    Parameters
    ----------
    head
        The first rows of the sheet.
    at
        The position of the upper row among them.
    """
    if not _adjacent(head, at):
        return False
    upper, lower = head.filled[at], head.filled[at + 1]
    words = head.words[at + 1]
    if not words[lower].all() or lower.sum() < max(_FEWEST, _FULL * upper.sum()) or head.copies[at + 1] > 1:
        return False
    if (upper & lower).sum() < _NEARLY_ALL * lower.sum():
        return False
    if not head.words[at][upper].all() or any(code_kind(text) for text in _texts(head, at + 1)):
        return False
    told = words & (head.filled_below[at + 1] > 0)
    changed = told & (_above_others(head, at + 1) | _above_answers(head, at + 1))
    return bool(told.sum() >= _FEWEST and changed.sum() >= _MOSTLY * told.sum())


def answers_below(head: Head, at: int) -> bool:
    """Return whether the row below one names what the columns of each question are about.

    A question stands once, above the first of its columns; what has one column only has nothing below it.
    """
    if not _adjacent(head, at):
        return False
    upper, lower = head.filled[at], head.filled[at + 1]
    gaps, both = lower & ~upper, lower & upper
    starts = np.flatnonzero(gaps & ~np.concatenate([[False], gaps[:-1]]))
    if not len(starts) or not all(start > 0 and both[start - 1] for start in starts):
        return False
    if not head.words[at][upper].all() or not _name_columns(head, at + 1):
        return False
    below = head.filled_below[at + 1]
    single = upper & ~lower & (below >= _HALF * min(_NEXT, len(head.places) - at - 2)) & (below > 0)
    each = not (both & ~np.concatenate([gaps[1:], [False]])).any()
    changed = _above_others(head, at + 1)[lower]
    if single.any():
        return True
    if upper.sum() < _FEWEST:  # a title, unless one answer is ticked in each row
        return each and bool((head.filled[at + 2 :].sum(axis=1) <= 1).mean() >= _FULL)
    return each and bool(changed.mean() >= _NEARLY_ALL)


def is_legend(head: Head, at: int) -> bool:
    """Return whether a row says what numbers stand for, ``1 = very bad``, and names no columns."""
    texts = _texts(head, at)
    return len(texts) > 0 and sum(bool(_MEANING.match(text)) for text in texts) >= _HALF * len(texts)


def told_better(upper: Sequence[str], lower: Sequence[str]) -> list[str] | None:
    """Return of two rows of names the one that says more, with the other's where it says nothing.

    ``None`` where names come back inside a row: there each says a part.

    Examples
    --------
    >>> told_better(["Q1", "Q2"], ["How was the app?", "How was the shop?"])
    ['How was the app?', 'How was the shop?']
    """
    if _repeats(upper) or _repeats(lower):
        return None
    known = witnesses.weight_of(upper) - witnesses.weight_of(lower)
    longer = sum(map(len, upper)) > sum(map(len, lower))
    first, second = (upper, lower) if known > _SURELY or (known >= -_SURELY and longer) else (lower, upper)
    return [text or other for text, other in zip(first, second, strict=True)]


def _repeats(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    return len(set(filled)) < _FULL * len(filled)


def _adjacent(head: Head, at: int) -> bool:
    return 0 <= at < len(head.places) - 2 and bool(head.places[at + 1] == head.places[at] + 1)


def _texts(head: Head, at: int) -> list[str]:
    return [head.texts[one] for one in head.ids[at][head.filled[at]]]


def _name_columns(head: Head, at: int) -> bool:
    """Whether texts or digits name columns: hardly one comes back in the cells below."""
    filled = head.filled[at]
    names = head.words[at] | (head.values[at] == np.rint(head.values[at]))
    back = witnesses.come_back(head)[at] > 0
    once = np.bincount(head.ids[at], minlength=len(head.texts)) == 1
    below = np.where(head.words[at:], head.ids[at:], head.ids[at])
    ticked = (below == head.ids[at]).all(axis=0)
    own = back & once[head.ids[at]] & ~ticked
    return bool(names[filled].all()) and own.sum() <= (1 - _NEARLY_ALL) * filled.sum()


def _above_others(head: Head, at: int) -> Flags:
    found: Flags = witnesses.above_numbers(head)[at] & (head.filled_below[at] > 0)
    return found


def _above_answers(head: Head, at: int) -> Flags:
    found: Flags = witnesses.above_answers(head)[at] & (witnesses.come_back(head)[at] == 0)
    return found
