"""What each slide of a deck is: a key that the same slide of next quarter's deck has too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def slide_keys(topics: Sequence[tuple[str, int]]) -> list[str]:
    """Return a key for each slide.

    Parameters
    ----------
    topics
        What was told, in its order, and how many slides the deck had after it; a topic that comes back goes
        on counting.

    Examples
    --------
    >>> slide_keys([("matrix", 1), ("priorities", 3), ("method", 4), ("priorities", 5)])
    ['matrix.1', 'priorities.1', 'priorities.2', 'method.1', 'priorities.3']
    """
    keys: list[str] = []
    told: Counter[str] = Counter()
    for topic, count in topics:
        for _ in range(count - len(keys)):
            told[topic] += 1
            keys.append(f"{topic}.{told[topic]}")
    return keys
