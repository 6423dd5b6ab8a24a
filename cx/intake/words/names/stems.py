"""What headers share that is no part of a name: the question that they ask, or what a sign sets apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from cx.intake.words.headers import explained, named
from cx.intake.words.names.parts import key_of, weight_of, words_in
from cx.intake.words.names.small_words import all_small, is_small

Parts = Sequence[str]
_APART = frozenset(":：[{|–—*>»?？؟!…=;]}>_【】「」『』（［〔《〈")
"""Signs behind which something else begins; a bracket that a name closes (``Billing (online)``) is none."""
_DASHES = frozenset("-/")
"""Signs that do so with a blank beside them: ``E-mail`` is one word."""
_ASKS = re.compile(r"[?？؟¿]|;\W*$|[か吗嗎呢까]\W*$")
_QUESTION, _SENTENCE, _NAMED = 3, 5, 2
"""So many words are shared by what asks, by what is a sentence without asking, by what names satisfaction."""
_SPOKEN = 0.5
_FEW, _MANY = 2, 4
_MOST, _NEARLY_ALL = 2 / 3, 0.8
_SHORT = 4
"""Words of more letters than this carry something, in whatever language."""
_CODE = re.compile(r"\W*(?:[^\W\d_]{1,3}[\W_]?\d{1,3}[^\W\d_]?|[\d\W_]+)\W*")


def often_of(lines: Sequence[Parts]) -> list[list[int]]:
    """Return for each line how many different lines begin with its first part, its first two, and so on."""
    nodes: dict[tuple[int, str], int] = {}
    paths = [_path(line, nodes) for line in lines]
    different = {tuple(path): path for path in paths}
    often = Counter(node for path in different.values() for node in path)
    return [[often[node] for node in path] for path in paths]


def _path(line: Parts, nodes: dict[tuple[int, str], int]) -> list[int]:
    """The nodes of a tree of beginnings that a line passes."""
    path, node = [], 0
    for part in line:
        node = nodes.setdefault((node, key_of(part)), len(nodes) + 1)
        path.append(node)
    return path


def is_of_nearly_all(count: int, lines: int) -> bool:
    """Return whether so many of the lines begin with a word that it may be no part of a name."""
    return count >= _MANY and count >= _NEARLY_ALL * lines


def depth_of(line: Parts, often: Sequence[int], holds: Callable[[Parts], bool]) -> int:
    """Return how many parts of a line are the stem that it shares with others; 0 without one.

    Parameters
    ----------
    line
        The parts of a header.
    often
        Of :func:`often_of`.
    holds
        Whether parts can be a stem at all.

    Notes
    -----
    The shortest stem is taken, and made longer as long as that loses nothing of what differs: by what all
    have that share it, by small words, by what nearly all have, and up to the end of the question.
    """
    chosen = 0
    for depth in range(1, len(line)):
        if often[depth - 1] < _FEW or not says_something(line[depth:]):
            break
        if holds(line[:depth]) and (not chosen or _goes_on(line, often, chosen, depth)):
            chosen = depth
    return chosen


def _goes_on(line: Parts, often: Sequence[int], shorter: int, longer: int) -> bool:
    """Whether a longer stem says no more about a touchpoint than a shorter one."""
    many, left, between = often[shorter - 1], often[longer - 1], line[shorter:longer]
    if left == many or all_small(between):
        return True
    if ends_apart(line[:longer]) and not ends_apart(line[:shorter]):
        return True
    slight = all(len(word) <= _SHORT for word in words_in(between))
    return (slight and left > _FEW and left >= _MOST * many) or (left >= _MANY and left >= _NEARLY_ALL * many)


def says_something(parts: Parts) -> bool:
    """Return whether parts can be a name: more than small words, a number, a letter or a code."""
    words = [word for word in words_in(parts) if not is_small(word)]
    if not any(sign.isalpha() for word in words for sign in word) or _CODE.fullmatch("".join(parts)):
        return False
    return len(words) > 1 or len(words[0]) > 1


def ends_apart(parts: Parts) -> bool:
    """Return whether the last sign of a beginning sets what follows apart."""
    signs = [place for place, part in enumerate(parts) if not part.isspace()]
    if not signs:
        return False
    last = parts[signs[-1]]
    blank = signs[-1] + 1 < len(parts) or (signs[-1] > 0 and parts[signs[-1] - 1].isspace())
    broken = any("\n" in part for part in parts[signs[-1] + 1 :])
    return broken or last in _APART or (last in _DASHES and blank)


def begins_apart(parts: Parts) -> bool:
    """Return whether the first sign of an end sets it apart from what stands before it."""
    return ends_apart(parts[::-1]) or next((part for part in parts if not part.isspace()), "") == "("


def is_bracket(parts: Parts) -> bool:
    """Return whether a stem borders on a square bracket: a grid's question and its row."""
    signs = [part for part in parts if not part.isspace()]
    return bool(signs) and (signs[-1] == "[" or signs[0] == "[")


def is_stem(parts: Parts, header: str, *, apart: bool, shared: bool = False) -> bool:
    """Return whether what headers share is a question about their touchpoints.

    Parameters
    ----------
    parts
        What they share.
    header
        One of them.
    apart
        Whether a sign sets it apart.
    shared
        Whether nearly all have it, so that one word is enough that is a name for satisfaction.
    """
    weight = weight_of(parts)
    if not weight:
        return False
    if apart and (weight >= _QUESTION or is_bracket(parts)):
        return True
    if weight >= _SENTENCE or (weight >= _QUESTION and _ASKS.search(header)):
        return True
    said = "".join(parts)
    alone = shared and named(said)[0] == "satisfaction"
    return (apart or alone or weight >= _NAMED) and explained(said, "satisfaction") >= _SPOKEN


def asks(header: str) -> bool:
    """Return whether a header is a question."""
    return _ASKS.search(header) is not None
