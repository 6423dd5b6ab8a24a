"""The priority score as a number that a person can read."""

from __future__ import annotations

from cx.records import Bubble, Matrix

HIGHEST = 100.0


def score_index(bubble: Bubble, matrix: Matrix) -> float | None:
    """Return the touchpoint's priority score as an index: the highest of the matrix is 100.

    The score itself is a product of three shares, and so small that two decimals show nothing. ``None`` where
    the touchpoint has no priority; 0 for all where no touchpoint has any.
    """
    if bubble.priority is None:
        return None
    highest = matrix.highest_score
    return HIGHEST * bubble.priority.score / highest if highest > 0 else 0.0
