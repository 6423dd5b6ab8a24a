"""Two matrices against one crosshair: which touchpoints moved, and whether satisfaction really changed."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cx.errors import ArgumentError
from cx.matrix.lines import quadrant_of
from cx.records import (
    Bubble,
    Comparison,
    ComparisonKind,
    Crosshair,
    Finding,
    Matrix,
    Movement,
    MovementStatus,
    Quadrant,
    Scale,
    Standing,
)

_LEVEL = 0.95
_FEWEST = 2


def comparison(
    before: Matrix,
    after: Matrix,
    *,
    kind: ComparisonKind,
    names: tuple[str, str],
    matches: Mapping[str, str] | None = None,
) -> Comparison:
    """Return how each touchpoint differs between two matrices, both seen against the later one's crosshair.

    Parameters
    ----------
    before, after
        The matrices. Where satisfaction has different scales, the earlier one is put on the later one's.
    names
        What the two are called: periods, segments, or a session and today.
    matches
        Name in the later matrix to the name of the same touchpoint in the earlier one, as a person confirmed.
        Other touchpoints are joined by their names, without regard to case, accents and signs, and those that
        got another name by what their file calls them.

    Raises
    ------
    ArgumentError
        When satisfaction is a mean in one and an NPS or a percentage in the other.

    Notes
    -----
    A change of satisfaction is tested where n and the standard deviation are known on both sides: Welch's t
    for two independent samples, two-sided, at 5% for each touchpoint by itself. Impacts that were found in
    different ways (given here, derived there) are not compared: nothing is said about the quadrant then.

    References
    ----------
    Welch, B. L. (1947). The generalization of "Student's" problem when several different population
    variances are involved. Biometrika, 34, 28-35.
    """
    earlier = {_key(bubble, matches or {}): bubble for bubble in _in_units_of(before, after)}
    alike = before.impact_kind == after.impact_kind and before.impact_scale == after.impact_scale
    lines = after.crosshair
    met = _pairs(earlier, after.bubbles)
    found = [_movement(then, now, lines, impact=alike) for then, now in met]
    gone = [_movement(bubble, None, lines, impact=alike) for bubble in earlier.values()]
    return Comparison(kind, *names, lines, (*found, *gone), _findings(before, after, impact=alike))


def _pairs(
    earlier: dict[tuple[str, str], Bubble], later: Sequence[Bubble]
) -> list[tuple[Bubble | None, Bubble]]:
    """Each later bubble with the earlier one of its name, else of its id: renamed, it kept that.

    The pairs' earlier bubbles are taken out of ``earlier``.
    """
    found = [(earlier.pop(_key(bubble, {}), None), bubble) for bubble in later]
    by_id = {bubble.id: key for key, bubble in earlier.items()}
    return [
        (then or (earlier.pop(by_id[bubble.id], None) if bubble.id in by_id else None), bubble)
        for then, bubble in found
    ]


def _key(bubble: Bubble, matches: Mapping[str, str]) -> tuple[str, str]:
    """Return what a bubble is joined by: the later matrix's name for it, and its channel or segment."""
    from cx.intake.join import join_key  # not at the top: the first page does without the intake

    later = {join_key(theirs): ours for ours, theirs in matches.items()}
    return join_key(later.get(join_key(bubble.name), bubble.name)), join_key(bubble.group)


def _in_units_of(before: Matrix, after: Matrix) -> tuple[Bubble, ...]:
    """Return the earlier bubbles on the later scale of satisfaction."""
    if before.scale.kind != after.scale.kind:
        raise ArgumentError("compare_kinds")
    if _ends_of(before.scale) == _ends_of(after.scale):
        return before.bubbles
    times = after.scale.width / before.scale.width
    return tuple(
        replace(
            bubble,
            satisfaction=after.scale.minimum + before.scale.common(bubble.satisfaction) * after.scale.width,
            sd=None if bubble.sd is None else bubble.sd * times,
        )
        for bubble in before.bubbles
    )


def _movement(then: Bubble | None, now: Bubble | None, lines: Crosshair, *, impact: bool) -> Movement:
    shown = now or then
    assert shown is not None  # noqa: S101 - told to the type checker; a movement has at least one side
    before = _standing(then, lines, impact=impact) if then else None
    after = _standing(now, lines, impact=True) if now else None
    movement = Movement(shown.id, shown.name, _status(before, after), before, after)
    if then is None or now is None:
        return movement
    named = replace(movement, name_before="" if _key(then, {}) == _key(now, {}) else then.name)
    return _tested(named, then, now, impact=impact)


def _standing(bubble: Bubble, lines: Crosshair, *, impact: bool) -> Standing:
    level = bubble.impact if impact else None
    known = level is not None and lines.impact is not None
    quadrant = _quadrant(bubble.satisfaction, level, lines) if known else None
    return Standing(bubble.satisfaction, level, quadrant, bubble.volume)


def _quadrant(satisfaction: float, impact: float | None, lines: Crosshair) -> Quadrant | None:
    if impact is None or lines.impact is None:
        return None
    return quadrant_of(satisfaction, impact, (lines.satisfaction, lines.impact))


def _status(before: Standing | None, after: Standing | None) -> MovementStatus:
    if before is None or after is None:
        return "entered" if before is None else "left"
    known = before.quadrant is not None and after.quadrant is not None
    return "moved" if known and before.quadrant != after.quadrant else "stayed"


def _tested(movement: Movement, then: Bubble, now: Bubble, *, impact: bool) -> Movement:
    change = now.satisfaction - then.satisfaction
    levels = impact and then.impact is not None and now.impact is not None
    moved = replace(
        movement,
        change_satisfaction=change,
        change_impact=(now.impact or 0.0) - (then.impact or 0.0) if levels else None,
    )
    test = welch(change, (then.sd, then.n), (now.sd, now.n))
    if test is None:
        return moved
    return replace(moved, low=test.low, high=test.high, p=test.p, significant=test.p < 1 - _LEVEL)


@dataclass(frozen=True)
class Difference:
    """A two-sided test of a difference between two means, with its 95% interval."""

    low: float
    high: float
    p: float


def welch(
    change: float, before: tuple[float | None, float | None], after: tuple[float | None, float | None]
) -> Difference | None:
    """Return Welch's test of a difference; ``None`` where it cannot be made.

    Parameters
    ----------
    change
        Mean after minus mean before.
    before, after
        (standard deviation, n) of each sample; n at least 2.

    Examples
    --------
    >>> found = welch(0.5, (2.0, 100), (1.5, 80))
    >>> round(found.p, 5), round(found.low, 4), round(found.high, 4)
    (0.05702, -0.0151, 1.0151)
    """
    from scipy.special import stdtr, stdtrit

    (sd_before, n_before), (sd_after, n_after) = before, after
    if sd_before is None or sd_after is None or n_before is None or n_after is None:
        return None
    if min(n_before, n_after) < _FEWEST:
        return None
    parts = (sd_before**2 / n_before, sd_after**2 / n_after)
    error = math.sqrt(sum(parts))
    if error == 0:
        return None
    freedom = sum(parts) ** 2 / (parts[0] ** 2 / (n_before - 1) + parts[1] ** 2 / (n_after - 1))
    reach = float(stdtrit(freedom, (1 + _LEVEL) / 2)) * error
    return Difference(change - reach, change + reach, float(2 * stdtr(freedom, -abs(change) / error)))


def _findings(before: Matrix, after: Matrix, *, impact: bool) -> tuple[Finding, ...]:
    found = []
    if _ends_of(before.scale) != _ends_of(after.scale):
        found.append(Finding("warning", "compare_scales", details=_ends(before.scale, after.scale)))
    if not impact and before.has_impact and after.has_impact:
        found.append(Finding("warning", "compare_impacts"))
    return tuple(found)


def _ends(scale: Scale, wanted: Scale) -> dict[str, object]:
    ends = (*_ends_of(scale), *_ends_of(wanted))
    return dict(zip(("before_low", "before_high", "low", "high"), ends, strict=True))


def _ends_of(scale: Scale) -> tuple[float, float]:
    return scale.minimum, scale.maximum
