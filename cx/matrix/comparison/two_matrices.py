"""Two matrices against one crosshair: which touchpoints moved, and whether satisfaction really changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cx.errors import ArgumentError
from cx.matrix.comparison.difference_tests import CLAIMED, LEVEL, Spread, crossing, difference, spread
from cx.matrix.lines import is_high, quadrant_of
from cx.records import (
    Bubble,
    Comparison,
    ComparisonKind,
    Crosshair,
    Finding,
    Matrix,
    Movement,
    MovementStatus,
    Precision,
    Quadrant,
    Scale,
    Standing,
)
from cx.statistics import holm, reach

Pairs = list[tuple[Bubble | None, Bubble | None]]


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
    with effective numbers of answers, with whole clusters where they are known, paired where the same
    respondents are on both sides (:func:`cx.matrix.comparison.difference_tests.spread`). Significant is what
    is so at 5% over all touchpoints together (Holm); intervals are each touchpoint's own, at 95%.

    A touchpoint ``moved`` where it is drawn in another quadrant and has crossed a line, in the direction in
    which it is drawn, with a probability of at least .90: the normal approximation of both sides, the lines
    held fixed. Where that is less, or not known, it is ``unclear``. Impacts that were found in different ways
    (given here, derived there) are not compared: nothing is said about the quadrant then.
    """
    earlier = {_key(bubble, matches or {}): bubble for bubble in _in_units_of(before, after)}
    alike = before.impact_kind == after.impact_kind and before.impact_scale == after.impact_scale
    lines = after.crosshair
    met = _pairs(earlier, after.bubbles)
    pairs: Pairs = [*met, *((bubble, None) for bubble in earlier.values())]
    found = [_movement(then, now, lines, impact=alike) for then, now in pairs]
    told = _findings(before, after, impact=alike)
    return Comparison(kind, *names, lines, _over_all(found), told)


def _over_all(found: Sequence[Movement]) -> tuple[Movement, ...]:
    """The movements with what is significant over all of them together."""
    adjusted = holm([one.p for one in found])
    return tuple(
        one if p is None else replace(one, p_adjusted=p, significant=p < 1 - LEVEL)
        for one, p in zip(found, adjusted, strict=True)
    )


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
    return tuple(_on(after.scale, bubble, before.scale, times) for bubble in before.bubbles)


def _on(scale: Scale, bubble: Bubble, own: Scale, times: float) -> Bubble:
    exact = bubble.precision
    return replace(
        bubble,
        satisfaction=scale.minimum + own.common(bubble.satisfaction) * scale.width,
        sd=None if bubble.sd is None else bubble.sd * times,
        precision=None if exact is None else _scaled(exact, times),
    )


def _scaled(exact: Precision, times: float) -> Precision:
    sums = exact.sums and replace(exact.sums, scores=exact.sums.scores * times)
    return replace(exact, error=exact.error * times, sums=sums)


def _movement(then: Bubble | None, now: Bubble | None, lines: Crosshair, *, impact: bool) -> Movement:
    shown = now or then
    assert shown is not None  # noqa: S101 - told to the type checker; a movement has at least one side
    before = _standing(then, lines, impact=impact) if then else None
    after = _standing(now, lines, impact=True) if now else None
    movement = Movement(shown.id, shown.name, _status(before, after), before, after)
    if then is None or now is None or before is None or after is None:
        return movement
    named = replace(movement, name_before="" if _key(then, {}) == _key(now, {}) else then.name)
    error = spread(then.precision, now.precision) if then.precision and now.precision else None
    changed = _changed(named, then, now, error, impact=impact)
    return _judged(changed, then, now, lines, error) if changed.status == "moved" else changed


def _standing(bubble: Bubble, lines: Crosshair, *, impact: bool) -> Standing:
    level = bubble.height if impact else None
    known = level is not None and lines.impact is not None and bubble.quadrant is not None
    quadrant = _quadrant(bubble.satisfaction, level, lines) if known else None
    uncertain = bubble.borderline and quadrant == bubble.quadrant
    return Standing(
        bubble.satisfaction,
        level,
        quadrant,
        bubble.volume,
        bubble.negative,
        borderline=uncertain,
        evidence=bubble.evidence,
        reach=reach(bubble.precision.error, bubble.precision.freedom) if bubble.precision else None,
    )


def _quadrant(satisfaction: float, impact: float | None, lines: Crosshair) -> Quadrant | None:
    if impact is None or lines.impact is None:
        return None
    return quadrant_of(satisfaction, impact, (lines.satisfaction, lines.impact))


def _status(before: Standing | None, after: Standing | None) -> MovementStatus:
    if before is None or after is None:
        return "entered" if before is None else "left"
    known = before.quadrant is not None and after.quadrant is not None
    moved = before.advised != after.advised  # of a negative driver no quadrant is its own
    return "moved" if known and moved else "stayed"


def _changed(
    movement: Movement, then: Bubble, now: Bubble, error: Spread | None, *, impact: bool
) -> Movement:
    """The movement with its changes; that of satisfaction with its interval and its p, by itself."""
    change = now.satisfaction - then.satisfaction
    levels = impact and then.height is not None and now.height is not None
    moved = replace(
        movement,
        change_satisfaction=change,
        change_impact=(now.height or 0.0) - (then.height or 0.0) if levels else None,
    )
    test = difference(change, error) if error else None
    return moved if test is None else replace(moved, low=test.low, high=test.high, p=test.p)


def _judged(
    movement: Movement, then: Bubble, now: Bubble, lines: Crosshair, error: Spread | None
) -> Movement:
    """A touchpoint that is drawn in another quadrant: whether it may be said that it moved."""
    chances = [_across(then, now, lines, error), _up(then, now, lines)]
    known = [chance for chance in chances if chance is not None]
    chance = max(known) if known else None
    claimed = chance is not None and chance >= CLAIMED
    return replace(movement, status="moved" if claimed else "unclear", probability=chance)


def _across(then: Bubble, now: Bubble, lines: Crosshair, error: Spread | None) -> float | None:
    """The probability that satisfaction crossed its line; ``None`` where it is not drawn so, or not known."""
    line = lines.satisfaction
    if is_high(then.satisfaction, line) == is_high(now.satisfaction, line):
        return None
    if error is None or then.precision is None or now.precision is None:
        return None
    errors = then.precision.error, now.precision.error
    return crossing(_sides((then.satisfaction, now.satisfaction), line, errors), error.correlation)


def _up(then: Bubble, now: Bubble, lines: Crosshair) -> float | None:
    """The same for impact, whose two sides are taken as independent."""
    line, levels = lines.impact, (then.height, now.height)
    if line is None or levels[0] is None or levels[1] is None:
        return None
    if is_high(levels[0], line) == is_high(levels[1], line):
        return None
    errors = tuple(one.precision.impact_error if one.precision else None for one in (then, now))
    if errors[0] is None or errors[1] is None or not min(errors[0], errors[1]) > 0:
        return None
    return crossing(_sides((levels[0], levels[1]), line, (errors[0], errors[1])))


def _sides(levels: tuple[float, float], line: float, errors: tuple[float, float]) -> tuple[float, float]:
    """How far each side lies on its own side of a line, in its errors."""
    way = 1 if levels[1] > levels[0] else -1
    return way * (line - levels[0]) / errors[0], way * (levels[1] - line) / errors[1]


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
