"""The scales that surveys use: the narrowest that holds some answers, and the one that most columns share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cx.records.scale import Scale

Ends = tuple[float, float]
USUAL = (
    (0, 1), (0, 2), (1, 3), (1, 4), (0, 3), (1, 5), (0, 4), (1, 6), (0, 5), (1, 7), (-3, 3), (0, 7), (1, 9),
    (1, 10), (0, 10), (-5, 5), (0, 20), (0, 100),
)  # fmt: skip
"""The ends of scales that surveys use, the narrow ones first."""
_MOST, _SLACK = 0.6, 1e-9
_WIDER = 1.6


def usual(ends: Ends) -> Scale:
    """Return the narrowest usual scale that holds both ends; they themselves where none does.

    Examples
    --------
    >>> usual((2.0, 5.0)) == Scale(1, 5), usual((1.0, 9.5)) == Scale(1, 10)
    (True, True)
    """
    for low, high in USUAL:
        if low - _SLACK <= ends[0] and ends[1] <= high + _SLACK:
            return Scale(low, high)
    return Scale(ends[0], ends[1]) if ends[0] < ends[1] else Scale(ends[0], ends[0] + 1)


def common(ranges: Sequence[Ends]) -> Scale | None:
    """Return the usual scale that most columns share; ``None`` without columns.

    Examples
    --------
    >>> common([(1.0, 5.0), (2.0, 5.0), (1.0, 4.0), (0.0, 10.0)]) == Scale(1, 5)
    True
    """
    if not ranges:
        return None
    often = Counter(ranges)
    held = {ends: sum(n for one, n in often.items() if holds(ends, one)) for ends in USUAL}
    first = next((ends for ends in USUAL if held[ends] >= _MOST * len(ranges)), None)
    if first is None:
        return usual((min(low for low, _ in ranges), max(high for _, high in ranges)))
    wider = [
        ends
        for ends in USUAL
        if held[ends] > held[first]
        and ends[0] <= first[0]
        and first[1] <= ends[1] <= _WIDER * first[1]
        and held[ends] >= 0.9 * len(ranges)
    ]
    same_top = [
        ends for ends in USUAL if ends[1] == first[1] and ends[0] < first[0] and held[ends] > held[first]
    ]
    return Scale(*(wider or same_top or [first])[0])


def holds(ends: Ends, inner: Ends) -> bool:
    """Return whether a scale holds both ends of some answers."""
    return ends[0] - _SLACK <= inner[0] and inner[1] <= ends[1] + _SLACK
