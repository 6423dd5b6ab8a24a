"""What the title of a matrix may rest on."""

from __future__ import annotations

from collections.abc import Sequence

from cx.matrix.lines import is_high
from cx.records import BORDERLINE, Bubble, Headline, HeadlineCase, Matrix


def headline_of(matrix: Matrix) -> Headline:
    """Return what the title says and which touchpoints it rests on; never on borderline ones.

    Notes
    -----
    ``fix_first``: these hold that share of the impact and score below the line. ``low``: the same where no
    impact is above 0. ``borderline``: those that may be among them are all uncertain. ``nothing``: none;
    ``none_shown``: none is drawn there, and yet one may be with more than 10%.
    ``unclear``: derived, but no rank can be told from another. ``unknown``: derived, and the data do not show
    it. ``satisfaction`` and ``none_low``: there is no impact.
    """
    if not matrix.bubbles:
        return Headline("empty")
    below = _names(_below(matrix))
    if matrix.impact_unknown:
        return Headline("unknown", below)
    if not matrix.has_impact:
        return Headline("satisfaction" if below else "none_low", below)
    drawn = matrix.in_quadrant("fix_first")
    sure = [bubble for bubble in drawn if _is_carried(bubble)]
    if not sure and matrix.claims.impact == "unclear":
        return Headline("unclear", below)
    if not sure:
        return Headline("borderline" if drawn else _none(matrix), _names(drawn))
    share = _share(sure, matrix)
    return Headline("fix_first" if share > 0 else "low", _names(sure), share)


def _below(matrix: Matrix) -> list[Bubble]:
    line = matrix.crosshair.satisfaction
    return [bubble for bubble in matrix.bubbles if not is_high(bubble.satisfaction, line)]


def _none(matrix: Matrix) -> HeadlineCase:
    """Whether it may be said that no touchpoint is to be fixed first: chances add up at most (Boole)."""
    chances = (_chance(one, matrix) for one in matrix.bubbles)
    return "none_shown" if sum(chances) > 1 - BORDERLINE else "nothing"


def _chance(bubble: Bubble, matrix: Matrix) -> float:
    """How likely it has high impact and scores below the line; of a negative driver that is named, none."""
    level = matrix.crosshair.impact
    if bubble.probabilities is None or level is None or (bubble.negative and _is_carried(bubble)):
        return 0.0
    if bubble.negative:
        return bubble.probabilities["simplify"] if is_high(abs(bubble.height or 0.0), level) else 0.0
    return bubble.probabilities["fix_first"]


def _is_carried(bubble: Bubble) -> bool:
    return bubble.claim is not None and bubble.claim.quadrant_claim


def _share(bubbles: Sequence[Bubble], matrix: Matrix) -> float:
    total = matrix.impact_in_all
    inside = sum(max(bubble.height or 0.0, 0.0) for bubble in bubbles)
    return inside / total if total > 0 else 0.0


def _names(bubbles: Sequence[Bubble]) -> tuple[str, ...]:
    return tuple(bubble.label for bubble in bubbles)
