"""Which texts of a column are answers of one scale, and which are remarks among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from cx.intake.words import ladders_of, level, number_in_words, spoken

_MOSTLY = 0.6
_FEW_REMARKS, _REPEATED = 3, 0.04
_NUMBERS, _NEUTRAL, _LADDER = "numbered", "", "ladder "
_SHORT = 120
"""What can read a longer text is found anew each time."""
_ENDS: tuple[tuple[float, float], ...] = (
    (1, 5),
    (1, 7),
    (1, 10),
    (0, 10),
    (1, 4),
    (1, 6),
    (0, 5),
    (1, 9),
    (0, 100),
)


def fitting(counts: Mapping[str, int], numbers: int) -> list[str]:
    """Return the texts of a column that are answers of one scale; empty where too few are.

    Parameters
    ----------
    counts
        How often each text stands in the column; codes left out.
    numbers
        How many cells hold a bare number.

    Examples
    --------
    >>> fitting({"agree": 40, "disagree": 9, "strongly disagree": 1, "see my note": 3}, 0)
    ['agree', 'disagree', 'strongly disagree']
    >>> fitting({"10 (excellent)": 4, "1 (very poor)": 1, "call me": 1}, 50)
    ['10 (excellent)', '1 (very poor)']
    >>> fitting({"3 ps": 9, "3 sp": 9, "10": 4, "steel": 1}, 0)
    []
    >>> fitting({"good": 2, "the queue was long": 20, "no": 3}, 0)
    []
    """
    readers = {
        text: _readers_of(text) if len(text) <= _SHORT else frozenset(_readers(text)) for text in counts
    }
    weights: dict[str, int] = {}
    for text, read in readers.items():
        for reader in read:
            weights[reader] = weights.get(reader, 0) + counts[text]
    neutral = weights.pop(_NEUTRAL, 0)
    if not weights:
        return []
    weights = {
        one: n + (numbers if one == _NUMBERS else 0 if one.startswith(_LADDER) else neutral)
        for one, n in weights.items()
    }
    best = max(weights, key=weights.__getitem__)
    if weights[best] < _MOSTLY * (sum(counts.values()) + (numbers if best == _NUMBERS else 0)):
        return []
    wanted = {best} if best == _NUMBERS or best.startswith(_LADDER) else {best, _NEUTRAL}
    kept = [text for text in counts if readers[text] & wanted]
    labels = {number_in_words(text) for text in kept}
    return kept if best != _NUMBERS or numbers or len(labels) == len(kept) else []


def frequent(counts: Mapping[str, int], kept: Sequence[str]) -> list[str]:
    """Return the texts that are no known answers, and come too often to be remarks.

    Examples
    --------
    >>> frequent({"agree": 40, "hm": 30, "see my note": 3}, ["agree"])
    ['hm']
    """
    least = max(_FEW_REMARKS + 1, _REPEATED * sum(counts.values()))
    known = set(kept)
    return [text for text, n in counts.items() if text not in known and n >= least]


@lru_cache(maxsize=5_000)
def _readers_of(text: str) -> frozenset[str]:
    return frozenset(_readers(text))


def _readers(text: str) -> Iterator[str]:
    """What can read a text: the number beside it, or a family of words."""
    if number_in_words(text) is not None:
        yield _NUMBERS
        return
    yield from (f"{_LADDER}{at}" for at in ladders_of(text))
    known = level(text)
    alone = None if known else spoken([[text]])[0]
    if known or alone:
        yield known[0] if known else alone.family  # type: ignore[union-attr]


def ends_among(texts: Mapping[str, int], low: float, high: float) -> dict[str, float]:
    """Return the numbers of labels that stand for the ends, or the middle, of a scale of bare numbers.

    Parameters
    ----------
    texts
        Each label to how good it is, below 0 at the bad end.
    low, high
        The lowest and the highest bare number.

    Examples
    --------
    >>> ends_among({"excellent": 3, "very poor": -3}, 2, 9)
    {'very poor': 1, 'excellent': 10}
    >>> ends_among({"excellent": 3}, 1, 5)
    {'excellent': 5}
    """
    bad = sorted((text for text, side in texts.items() if side < 0), key=texts.__getitem__)
    good = sorted((text for text, side in texts.items() if side > 0), key=texts.__getitem__)
    start, end = low - len(bad), high + len(good)
    usual = [ends for ends in _ENDS if ends in ((start, end), (low, high))]
    start, end = usual[0] if usual else (start, end)
    numbers = {text: start + at for at, text in enumerate(bad)}
    return numbers | {text: end + 1 - len(good) + at for at, text in enumerate(good)}
