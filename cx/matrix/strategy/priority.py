"""The order in which touchpoints deserve attention (METHODS 7)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cx.records import Matrix, Priority, PriorityTerms, Scale

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Pareto:
    """How few touchpoints hold most of the priority."""

    count: int
    """The smallest number of touchpoints that hold at least the asked share."""
    total: int
    share: float
    """The share of all priority that they hold, 0..1."""


def priorities(
    names: list[str],
    satisfaction: Numbers,
    impact: Numbers,
    volume: Numbers,
    *,
    target: float,
    scale: Scale,
    terms: PriorityTerms,
    derived: bool = False,
) -> list[Priority]:
    """Return the priority of each touchpoint, in the order given.

    Parameters
    ----------
    names
        To break ties.
    satisfaction, impact, volume
        Shape (touchpoints,); satisfaction on ``scale``, higher is better; volume NaN where there is none.
    target
        The satisfaction to aim for, on ``scale``.
    terms
        Which terms are multiplied.
    derived
        Whether impact was derived from responses, so that it grows with exposure already.

    Notes
    -----
    I g V, with I = max(impact, 0) / sum, g = max(0, target - satisfaction) / width of the scale and
    V = volume / sum of volumes (1 without volumes). Rank 1 is the highest; ties go by I, then by name. An
    impact below 0 beside others above it has no priority, whichever terms are multiplied.

    Examples
    --------
    >>> from cx.records import Scale
    >>> rows = np.array([6.0, 8.0]), np.array([3.0, 1.0]), np.array([np.nan, np.nan])
    >>> [p.rank for p in priorities(["a", "b"], *rows, target=7, scale=Scale(1, 10), terms=PriorityTerms())]
    [1, 2]
    """
    ones = np.ones(len(names))
    shares = _share(np.maximum(impact, 0))
    i_term = shares if terms.impact else ones
    g_term = np.maximum(0.0, target - satisfaction) / scale.width if terms.gap else ones
    v_term = _share(np.nan_to_num(volume)) if uses_volume(volume, terms, derived=derived) else ones
    scores = np.where(for_the_worse(impact), 0.0, i_term * g_term * v_term)
    order = sorted(range(len(names)), key=lambda j: (-scores[j], -shares[j], names[j].casefold()))
    rank = {place: position for position, place in enumerate(order, start=1)}
    running = np.cumsum(_share(scores)[order]) if order else np.zeros(0)
    return [
        Priority(
            score=float(scores[j]),
            impact=float(i_term[j]),
            gap=float(g_term[j]),
            volume=float(v_term[j]),
            rank=rank[j],
            cumulative=float(min(1.0, running[rank[j] - 1])),
        )
        for j in range(len(names))
    ]


def for_the_worse(impact: Numbers) -> NDArray[np.bool_]:
    """Return (touchpoints,) whose impact goes the other way than that of the others: below 0, unless all are.

    Examples
    --------
    >>> for_the_worse(np.array([0.5, -0.2])).tolist(), for_the_worse(np.array([-0.5, -0.2])).tolist()
    ([False, True], [False, False])
    """
    return np.asarray((impact < 0) & (impact > 0).any())


def uses_volume(volume: Numbers, terms: PriorityTerms, *, derived: bool) -> bool:
    """Return whether the score multiplies by the share of volume."""
    wanted = not derived if terms.volume is None else terms.volume
    return wanted and bool(np.nansum(volume) > 0)


def terms_used(matrix: Matrix) -> tuple[str, ...]:
    """Return which of the terms impact, gap and volume the score of this matrix multiplies."""
    chosen = matrix.settings.priority_terms
    volumes = np.array([bubble.volume or 0.0 for bubble in matrix.bubbles])
    by_volume = uses_volume(volumes, chosen, derived=matrix.impact_kind == "derived")
    used = {"impact": chosen.impact, "gap": chosen.gap, "volume": by_volume}
    return tuple(term for term, on in used.items() if on)


def any_priority(matrix: Matrix) -> bool:
    """Return whether any touchpoint has a priority above zero."""
    return any(bubble.priority is not None and bubble.priority.score > 0 for bubble in matrix.bubbles)


def pareto(matrix: Matrix, share: float = 0.7) -> Pareto | None:
    """Return how few touchpoints hold at least ``share`` of all priority; ``None`` where none has any."""
    ordered = [b.priority for b in matrix.by_priority if b.priority is not None]
    if not ordered or ordered[0].score <= 0:
        return None
    count = next(p.rank for p in ordered if p.cumulative >= share - 1e-12)
    return Pareto(count, len(ordered), ordered[count - 1].cumulative)


def _share(values: Numbers) -> Numbers:
    total = values.sum()
    return values / total if total > 0 else np.zeros_like(values)
