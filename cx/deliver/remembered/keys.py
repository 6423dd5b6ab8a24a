"""What each slide of a deck is: a key that the same slide of next quarter's deck has too."""

from __future__ import annotations

from collections.abc import Sequence


def slide_keys(topics: Sequence[tuple[str, int]]) -> list[str]:
    """Return a key for each slide.

    Parameters
    ----------
    topics
        What was told, in its order, and how many slides the deck had after it.

    Examples
    --------
    >>> slide_keys([("matrix", 1), ("priorities", 3)])
    ['matrix.1', 'priorities.1', 'priorities.2']
    """
    keys: list[str] = []
    for topic, count in topics:
        keys += [f"{topic}.{number}" for number in range(1, count - len(keys) + 1)]
    return keys
