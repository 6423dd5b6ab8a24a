"""The scale of each touchpoint's ratings, proposed from what was answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cx.impact.reading.cells import Numbers
from cx.impact.reading.codes import core_range
from cx.records import Finding, Scale

_FAMILIES = (
    (0, 1), (0, 2), (1, 3), (1, 4), (1, 5), (0, 5), (1, 6), (1, 7), (-3, 3), (0, 7), (1, 9), (1, 10),
    (0, 10), (-5, 5), (0, 100),
)  # fmt: skip
_MOST_COLUMNS, _NEARLY_ALL = 0.6, 0.95
_A_LITTLE_WIDER = 1.5
_SLACK = 1e-9


def proposed(low: float, high: float) -> Scale:
    """Return the narrowest usual scale that holds the range; the range itself where none does.

    Examples
    --------
    >>> proposed(2.0, 10.0) == Scale(1, 10), proposed(0.0, 9.0) == Scale(0, 10)
    (True, True)
    """
    return usual(low, high) or (Scale(low, high) if low < high else Scale(low, low + 1))


def usual(low: float, high: float) -> Scale | None:
    """Return the narrowest usual scale that holds the range, or ``None``."""
    fitting = [pair for pair in _FAMILIES if pair[0] - _SLACK <= low and high <= pair[1] + _SLACK]
    return Scale(*min(fitting, key=lambda pair: pair[1] - pair[0])) if fitting else None


def common(ranges: Sequence[tuple[float, float]]) -> Scale | None:
    """Return the narrowest usual scale that holds the ranges of most columns, or ``None``."""
    if not ranges:
        return None
    by_width = sorted(_FAMILIES, key=lambda pair: pair[1] - pair[0])
    held = {
        pair: sum(pair[0] - _SLACK <= a and b <= pair[1] + _SLACK for a, b in ranges) for pair in by_width
    }
    most = next((pair for pair in by_width if held[pair] >= _MOST_COLUMNS * len(ranges)), None)
    if most is None:
        return None
    room = _A_LITTLE_WIDER * (most[1] - most[0])
    fitting = (pair for pair in by_width if most[1] - most[0] <= pair[1] - pair[0] <= room)
    chosen = next((pair for pair in fitting if held[pair] >= _NEARLY_ALL * len(ranges)), most)
    return _widened(*chosen, ranges)


def scales_of(
    names: Sequence[str], columns: Sequence[Numbers], given: Scale | Mapping[str, Scale] | None
) -> tuple[tuple[Scale, ...], list[Finding]]:
    """Return the scale of each touchpoint, with what was proposed or lies outside as findings.

    Parameters
    ----------
    columns
        Ratings as typed, codes already taken out, NaN where there is none.
    given
        One scale for all, or a scale per name; what is not given is proposed.
    """
    per_name = dict.fromkeys(names, given) if isinstance(given, Scale) else dict(given or {})
    ranges = [core_range(column) for column in columns]
    unknown = [r for name, r in zip(names, ranges, strict=True) if name not in per_name and r is not None]
    shared = common(unknown)
    scales = [per_name.get(name) or _own(found, shared) for name, found in zip(names, ranges, strict=True)]
    return tuple(scales), [
        *_about_proposal(names, scales, shared, per_name),
        *_outside(names, columns, scales),
    ]


def _widened(low: float, high: float, ranges: Sequence[tuple[float, float]]) -> Scale:
    # Two usual scales of the same top differ in their lowest answer: the columns together decide.
    lower = [pair for pair in _FAMILIES if pair[1] == high and pair[0] < low]
    for pair in sorted(lower, reverse=True):
        if any(pair[0] <= a < low and b <= high for a, b in ranges):
            return Scale(*pair)
    return Scale(low, high)


def _own(found: tuple[float, float] | None, shared: Scale | None) -> Scale:
    if found is None:
        return shared or Scale(0, 1)
    if shared is not None and shared.holds(found[0]) and shared.holds(found[1]):
        return shared
    return proposed(*found)


def _about_proposal(
    names: Sequence[str], scales: Sequence[Scale], shared: Scale | None, given: Mapping[str, Scale]
) -> list[Finding]:
    found = []
    if shared is not None:
        details = {"low": shared.minimum, "high": shared.maximum}
        found.append(Finding("info", "ratings_scale", details=details))
    for name, scale in zip(names, scales, strict=True):
        if name not in given and shared is not None and scale != shared:
            own = {"low": scale.minimum, "high": scale.maximum, "touchpoint": name}
            found.append(Finding("warning", "rating_scale_differs", column=name, details=own))
        if scale.direction == "lower":
            found.append(Finding("info", "rating_turned", column=name, details={"touchpoint": name}))
    return found


def _outside(names: Sequence[str], columns: Sequence[Numbers], scales: Sequence[Scale]) -> list[Finding]:
    found = []
    for name, column, scale in zip(names, columns, scales, strict=True):
        slack = _SLACK * max(1.0, abs(scale.minimum), abs(scale.maximum))
        outside = column[(column < scale.minimum - slack) | (column > scale.maximum + slack)]
        if outside.size:
            details = {"n": outside.size, "low": scale.minimum, "high": scale.maximum, "touchpoint": name}
            value = f"{outside[0]:g}"
            found.append(Finding("error", "rating_out_of_scale", column=name, value=value, details=details))
    return found
