"""Priority and impact as shares that a person can read."""

from __future__ import annotations

from cx.records import Bubble, Matrix


def share_of_priority(bubble: Bubble, matrix: Matrix) -> float | None:
    """Return the part of all priority that a touchpoint holds, 0 to 1: of its score in the sum of all scores.

    The score itself is a product of three shares, and so small that two decimals show nothing. ``None`` where
    the touchpoint has no priority; 0 for all where no touchpoint has any.
    """
    if bubble.priority is None:
        return None
    whole = matrix.priority_in_all
    return bubble.priority.score / whole if whole > 0 else 0.0


def share_of_impact(bubble: Bubble, matrix: Matrix) -> float | None:
    """Return the part of all impact that a touchpoint has, as it is drawn: below 0 of a negative driver.

    The priority counts what is positive alone, and divides by it, which is the same for all and changes no
    order; beside a picture that says 24% or -26% a list must not say 36% or 0%. ``None`` where the touchpoint
    has no priority.
    """
    if bubble.priority is None:
        return None
    whole = matrix.impact_in_all
    return (bubble.height or 0.0) / whole if whole > 0 else 0.0
