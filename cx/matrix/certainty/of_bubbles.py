"""Draws for bubbles of which several are one touchpoint: one a segment, channel or journey."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from cx.matrix.certainty.draws_about_lines import Told, places_of, told
from cx.matrix.rows import Drawn, Group, folded, precision_of
from cx.records import AxisDraws, Crosshair, Settings, Touchpoints

Numbers = NDArray[np.float64]


def told_apart(
    seen: Drawn, base: Drawn, touchpoints: Touchpoints, settings: Settings, crosshair: Crosshair
) -> Told | None:
    """Return where the bubbles lie about the lines in each draw; ``None`` where impact was not drawn.

    Parameters
    ----------
    seen, base
        The bubbles in view, and those that the crosshair is computed from.

    Notes
    -----
    Impact is that of the whole touchpoint, and so are its draws: they are the same for all its bubbles, and
    count once in what part of the differences is noise. Satisfaction is each bubble's own, drawn from a
    normal distribution with its own error, apart from all others: what bubbles of the same respondents have
    in common would cancel in their differences, so that these are said to be less sure than they are. A
    bubble whose error is not known has no draws.
    """
    draws = touchpoints.draws
    if draws is None or draws.impact is None:
        return None
    known = {one.id: one for one in (*base.groups, *seen.groups)}  # what is in view counts where both differ
    places = places_of(draws)
    errors = {name: _error(one, touchpoints) for name, one in known.items()}
    there = [name for name in known if errors[name] > 0 and folded(known[name].name) in places]
    if not there:
        return None
    random = np.random.default_rng(settings.seed % 2**32)
    middle = np.array([known[name].satisfaction for name in there])
    spread = np.array([errors[name] for name in there])
    satisfaction = middle + spread * random.standard_normal((len(draws.impact), len(there)))
    owners = tuple(folded(known[name].name) for name in there)
    own = AxisDraws(tuple(there), satisfaction, draws.impact[:, [places[owner] for owner in owners]])
    found = told(_by_id(base), own, settings, crosshair, owners)
    return replace(found, by_id=True)


def _error(group: Group, touchpoints: Touchpoints) -> float:
    exact = precision_of(group, touchpoints)
    return 0.0 if exact is None else exact.error


def _by_id(drawn: Drawn) -> Drawn:
    """The same with each bubble under its id, as if it were a touchpoint of its own."""
    turned = frozenset(one.id for one in drawn.groups if folded(one.name) in drawn.negative)
    groups = tuple(replace(one, name=one.id) for one in drawn.groups)
    return Drawn(groups, drawn.impact, drawn.missing, turned)
