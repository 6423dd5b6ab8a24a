"""The gate of the lenses: what may be said of gaps, levels, shares and moments."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from cx.matrix.claims.next_question import next_question
from cx.records import Bubble, Matrix, Quadrant
from cx.records.lenses import LENSES, Lens, LensClaim, LensResult, Named, Reading

_LOW_LEVEL, _HIGH_LEVEL = 2, 4
_SURE = 0.90
_HIGH: frozenset[Quadrant] = frozenset({"fix_first", "expand_reach"})


def lens_claim(result: LensResult, matrix: Matrix, invested: Collection[str] | None = None) -> LensClaim:
    """Return what the sentences of a lens may rest on.

    Parameters
    ----------
    matrix
        One bubble a touchpoint, nothing filtered away.
    invested
        Names of the touchpoints in which the room decided to invest; ``None``: nobody decided, and the
        matrix's own advice takes the place.

    Notes
    -----
    A gap or share is told where its 95% interval leaves out 0, or the figure of the whole. High and low
    impact are told where the quadrant is carried, or both such quadrants together have a probability of .90.
    """
    if result.lens == "moments":
        return _moments(result, matrix, invested)
    return _OF[result.lens](result, matrix)


def _gaps(result: LensResult, matrix: Matrix) -> LensClaim:
    """Knowledge and expectation gaps: those whose interval leaves out 0, the largest first."""
    both = result.lens == "knowledge_gap"
    known = [one for one in result.touchpoints if one.number is not None]
    bounded = [one for one in known if one.low is not None and one.high is not None]
    told = [one for one in bounded if not _contains(one, 0.0)]
    shown = told if bounded else known
    below = [one for one in shown if both or _value(one) < 0]
    served = [one for one in told if _value(one) > 0 and _level(matrix, one.name) == "low"]
    total = result.total.get("tau_b" if both else "mean")
    return LensClaim(
        result.lens,
        "told" if told else "untold" if bounded else "bare",
        first=_named(sorted(below, key=lambda one: -abs(_value(one)))),
        second=() if both else _named(served),
        whole=total if isinstance(total, float) else None,
        figure=result.figure,
    )


def _specification(result: LensResult, matrix: Matrix) -> LensClaim:
    """What share of impact has a standard, and which touchpoints of high impact have none."""
    without = [one for one in result.touchpoints if one.value == 0]
    missing = [one for one in without if _level(matrix, one.name) == "high"]
    share = result.total.get("share")
    whole = share if isinstance(share, float) and matrix.has_impact else None
    return LensClaim("specification", "plain", first=_named(_weighed(missing, matrix)), whole=whole)


def _delivery(result: LensResult, _matrix: Matrix) -> LensClaim:
    """How often standards are met, and where less often than over all."""
    whole = result.total.get("share")
    bounded = [one for one in result.touchpoints if one.high is not None]
    less = [one for one in bounded if isinstance(whole, float) and one.high is not None and one.high < whole]
    return LensClaim(
        "delivery",
        "told" if less else "untold" if bounded else "bare",
        first=_named(sorted(less, key=_value)),
        whole=whole if isinstance(whole, float) else None,
    )


def _pyramid(result: LensResult, matrix: Matrix) -> LensClaim:
    """High impact at level 2 or below, and low impact at level 4 or above."""
    known = [one for one in result.touchpoints if one.number is not None]
    low = [one for one in known if _value(one) <= _LOW_LEVEL and _level(matrix, one.name) == "high"]
    high = [one for one in known if _value(one) >= _HIGH_LEVEL and _level(matrix, one.name) == "low"]
    return LensClaim(
        "pyramid", "plain", first=_named(_weighed(low, matrix)), second=_named(_weighed(high, matrix))
    )


def _proactivity(result: LensResult, _matrix: Matrix) -> LensClaim:
    """The share of negative contacts, and where it lies above that of all."""
    found = result.total.get("negative")
    bar: Mapping[str, float | None] = found if isinstance(found, Mapping) else {}
    whole = bar.get("value")
    bounded = [one for one in result.touchpoints if one.low is not None]
    more = [one for one in bounded if whole is not None and one.low is not None and one.low > whole]
    return LensClaim(
        "proactivity",
        "told" if more else "untold" if bounded else "bare",
        first=_named(sorted(more, key=lambda one: -_value(one))),
        whole=whole,
        low=bar.get("low"),
        high=bar.get("high"),
    )


def _moments(result: LensResult, matrix: Matrix, invested: Collection[str] | None) -> LensClaim:
    """Which moments everyone has, which may be one's own, and in how many of each is invested."""
    kinds = {one.name: one.value for one in result.touchpoints}
    everyones = [name for name, kind in kinds.items() if kind == "moment_of_truth"]
    own = [name for name, kind in kinds.items() if kind == "candidate"]
    chosen = invested if invested is not None else _advised(matrix)
    return LensClaim(
        "moments",
        "plain",
        first=tuple(Named(name, 0.0) for name in everyones),
        second=tuple(Named(name, 0.0) for name in own),
        everyones=sum(name in chosen for name in everyones),
        own=sum(name in chosen for name in own),
        decided=invested is not None,
    )


def _coverage(result: LensResult, matrix: Matrix) -> LensClaim:
    """The blind spots, the largest first, and what to ask next; nothing of impact where it is not known."""
    blind = [one for one in result.touchpoints if one.number is not None and one.number > 0]
    spots = sorted(blind, key=lambda one: -_value(one))
    return LensClaim(
        "coverage",
        "plain" if matrix.has_impact else "untold",
        first=_named(spots),
        question=next_question(matrix),
    )


def _advised(matrix: Matrix) -> frozenset[str]:
    """The touchpoints in which the matrix advises to invest: high impact, as far as that is carried."""
    return frozenset(one.name for one in matrix.bubbles if _of_bubble(one) == "high")


def _level(matrix: Matrix, name: str) -> str:
    """Return whether a touchpoint's impact is told to be ``high`` or ``low``; empty where it is neither."""
    bubble = next((one for one in matrix.bubbles if one.name == name), None)
    return _of_bubble(bubble) if bubble else ""


def _of_bubble(bubble: Bubble) -> str:
    if bubble.quadrant is None:
        return ""
    if bubble.claim is not None and bubble.claim.quadrant_claim:
        return "high" if bubble.quadrant in _HIGH else "low"
    high = sum(bubble.probabilities.get(one, 0.0) for one in _HIGH) if bubble.probabilities else 0.5
    return "high" if high >= _SURE else "low" if high <= 1 - _SURE else ""


def _weighed(readings: Iterable[Reading], matrix: Matrix) -> list[Reading]:
    """Return readings in order of their touchpoints' impact, the highest first."""
    heights: Mapping[str, float] = {one.name: one.height or 0.0 for one in matrix.bubbles}
    return sorted(readings, key=lambda one: (-heights.get(one.name, 0.0), one.name))


def _named(readings: Sequence[Reading]) -> tuple[Named, ...]:
    return tuple(Named(one.name, _value(one)) for one in readings)


def _value(one: Reading) -> float:
    return one.number or 0.0


def _contains(one: Reading, value: float) -> bool:
    return one.low is not None and one.high is not None and one.low <= value <= one.high


_OF: Mapping[Lens, Callable[[LensResult, Matrix], LensClaim]] = {
    "knowledge_gap": _gaps,
    "expectation_gap": _gaps,
    "specification": _specification,
    "delivery": _delivery,
    "pyramid": _pyramid,
    "proactivity": _proactivity,
    "coverage": _coverage,
}
"""Every lens but that of moments, which also asks what was decided."""


def lens_claims(
    results: Iterable[LensResult], matrix: Matrix, invested: Collection[str] | None = None
) -> tuple[LensClaim, ...]:
    """Return what may be said of each lens, in the order of :data:`~cx.records.lenses.LENSES`."""
    found = [lens_claim(result, matrix, invested) for result in results]
    return tuple(sorted(found, key=lambda one: LENSES.index(one.lens)))
