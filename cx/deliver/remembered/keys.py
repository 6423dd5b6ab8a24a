"""What each slide of a deck is: a key that the same slide of next quarter's deck has too."""

from __future__ import annotations

from collections import Counter
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
    >>> slide_keys([("priorities", 1), ("method", 2), ("priorities", 3)])
    ['priorities.1', 'method.1', 'priorities.2']
    """
    keys: list[str] = []
    often: Counter[str] = Counter()
    for topic, count in topics:
        for _ in range(count - len(keys)):
            often[topic] += 1
            keys.append(f"{topic}.{often[topic]}")
    return keys
