"""Where further answers would change most: whether other touchpoints would come first."""

from __future__ import annotations

import math
from collections.abc import Mapping
from statistics import NormalDist

from cx.records import Bubble, Matrix
from cx.records.lenses import NextQuestion

ANSWERS = 200
"""How many more answers are thought of."""
_FIRST = 3
_DRAWS = 399
_LEAST = 0.005


def next_question(matrix: Matrix, answers: int = ANSWERS) -> NextQuestion | None:
    """Return the touchpoint at which more answers would most likely change the first three by priority.

    Parameters
    ----------
    matrix
        One bubble a touchpoint; those without a known error of their satisfaction are no candidates.
    answers
        How many more answers there would be.

    Returns
    -------
    NextQuestion or None
        ``None`` where there is no order, no error is known, or no answers would change it.

    Notes
    -----
    A mean with standard error e from n answers will, after m more, lie somewhere else: normally distributed
    around where it is, with variance e² m / (n + m) (what the variance falls by). Its priority is computed
    anew at 399 even steps of that distribution; the others stay. Nothing is random.

    References
    ----------
    Raiffa, H. & Schlaifer, R. (1961). Applied Statistical Decision Theory, chapter 5 (preposterior analysis).
    """
    if not matrix.has_impact or matrix.claims.impact == "unclear":
        return None
    scores = {one.id: one.priority.score for one in matrix.bubbles if one.priority is not None}
    if len(scores) <= _FIRST:
        return None
    chances = [
        (_chance(one, scores, matrix, answers), one)
        for one in matrix.bubbles
        if one.priority is not None and one.precision is not None
    ]
    if not chances:
        return None
    chance, bubble = max(chances, key=lambda found: (found[0], found[1].name))
    return NextQuestion(bubble.name, answers, chance) if chance >= _LEAST else None


def _chance(bubble: Bubble, scores: Mapping[str, float], matrix: Matrix, answers: int) -> float:
    """Return the probability that the first three change when this satisfaction is known better."""
    priority, precision = bubble.priority, bubble.precision
    if priority is None or precision is None or not matrix.settings.priority_terms.gap:
        return 0.0
    spread = precision.error * math.sqrt(answers / (precision.n_eff + answers))
    others = sorted((score for id_, score in scores.items() if id_ != bubble.id), reverse=True)
    needed, normal = others[_FIRST - 1], NormalDist()
    weight = priority.impact * priority.volume / matrix.scale.width
    now = scores[bubble.id] > needed
    changed = 0
    for draw in range(_DRAWS):
        satisfaction = bubble.satisfaction + spread * normal.inv_cdf((draw + 0.5) / _DRAWS)
        changed += (weight * max(0.0, matrix.target - satisfaction) > needed) != now
    return changed / _DRAWS
