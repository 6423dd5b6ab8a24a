"""The certainty of every touchpoint: from the draws of the responses, else by the normal approximation."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from cx.matrix.certainty.probabilities import Certainty, certainty, counted, probability_high
from cx.matrix.lines import line_per_draw, quadrant_of
from cx.matrix.rows import Drawn, Group, axis_values, folded, precision_of, standard_error
from cx.records import AxisDraws, Crosshair, Settings, Touchpoints

Numbers = NDArray[np.float64]


def certainties(
    seen: Drawn, base: Drawn, touchpoints: Touchpoints, settings: Settings, crosshair: Crosshair
) -> list[Certainty | None]:
    """Return the certainty of each touchpoint in view; ``None`` where it cannot be known.

    Parameters
    ----------
    seen, base
        The touchpoints in view, and those that the crosshair is computed from.
    crosshair
        As drawn. In the draws it is computed anew where its rule depends on the data, unless it is frozen.
    """
    if crosshair.impact is None:
        return [None] * len(seen.groups)
    if touchpoints.draws is None or settings.unit != "touchpoint":
        return [
            _approximated(group, impact, touchpoints, crosshair)
            for group, impact in zip(seen.groups, seen.impact, strict=True)
        ]
    return _drawn(seen, base, touchpoints.draws, settings, crosshair)


def _approximated(
    group: Group, impact: float, touchpoints: Touchpoints, crosshair: Crosshair
) -> Certainty | None:
    if crosshair.impact is None or math.isnan(impact):
        return None
    quadrant = quadrant_of(group.satisfaction, impact, (crosshair.satisfaction, crosshair.impact))
    exact = precision_of(group, touchpoints)
    plain = standard_error(group.satisfaction, group.n, group.sd, touchpoints.scale)
    error = plain if exact is None else exact.error
    if error is None:
        return None
    return certainty(quadrant, probability_high(group.satisfaction, crosshair.satisfaction, error), None)


def _drawn(
    seen: Drawn, base: Drawn, draws: AxisDraws, settings: Settings, crosshair: Crosshair
) -> list[Certainty | None]:
    line = crosshair.satisfaction, float(crosshair.impact or 0.0)
    lines = _lines(base, draws, settings, crosshair)
    places = _places(draws)
    found: list[Certainty | None] = []
    for group, impact in zip(seen.groups, seen.impact, strict=True):
        place = places.get(folded(group.name))
        if place is None or math.isnan(impact):
            found.append(None)
            continue
        up = None if draws.impact is None else draws.impact[:, place]
        quadrant = quadrant_of(group.satisfaction, impact, line)
        found.append(counted(quadrant, (draws.satisfaction[:, place], up), lines))
    return found


def _lines(
    base: Drawn, draws: AxisDraws, settings: Settings, crosshair: Crosshair
) -> tuple[Numbers, Numbers]:
    """(draws,) the two lines in each draw."""
    count = len(draws.satisfaction)
    fixed = np.full(count, crosshair.satisfaction), np.full(count, crosshair.impact)
    rule = crosshair.rule
    if crosshair.frozen or rule in ("midpoint", "fixed"):
        return fixed
    kept = ~np.isnan(base.impact)
    satisfaction = line_per_draw(
        axis_values(base, base.satisfaction, kept, settings),
        _table(base, draws, draws.satisfaction, kept),
        rule,
    )
    if draws.impact is None or rule == "mean":  # the mean of shares is 1/k in every draw
        return satisfaction, fixed[1]
    impact = line_per_draw(
        axis_values(base, base.impact, kept, settings), _table(base, draws, draws.impact, kept), rule
    )
    return satisfaction, impact


def _table(base: Drawn, draws: AxisDraws, values: Numbers, kept: NDArray[np.bool_]) -> Numbers:
    """(draws, kept touchpoints); NaN where a touchpoint was not drawn."""
    places = _places(draws)
    none = np.full(len(values), np.nan)
    names = [folded(group.name) for group, here in zip(base.groups, kept, strict=True) if here]
    return np.column_stack([values[:, places[name]] if name in places else none for name in names])


def _places(draws: AxisDraws) -> dict[str, int]:
    """The column of each name; names that only letter case tells apart share one bubble, and have none."""
    names = [folded(name) for name in draws.names]
    often = Counter(names)
    return {name: place for place, name in enumerate(names) if often[name] == 1}
