"""Which ranks of priority cannot be told apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cx.matrix.certainty import Told, line_errors, variances
from cx.matrix.lines import line_per_draw
from cx.matrix.rows import Drawn, axis_values
from cx.matrix.strategy import for_the_worse, uses_volume
from cx.records import Crosshair, Priority, Settings, Touchpoints

if TYPE_CHECKING:
    from cx.impact.claims import Ranks

Numbers = NDArray[np.float64]
MOST = 300
"""Ranges of ranks are given up to so many touchpoints: each is compared with every other."""
_DRAWS = 500


@dataclass(frozen=True)
class _Lying:
    """(draws, touchpoints) satisfaction minus line and impact, as drawn or shrunk; (draws,) the line."""

    distance: Numbers
    impact: Numbers
    line: Numbers


@dataclass(frozen=True)
class Ranked:
    """What is ranked, and by what rule."""

    seen: Drawn
    base: Drawn
    touchpoints: Touchpoints
    settings: Settings
    crosshair: Crosshair
    priorities: tuple[Priority | None, ...]
    told: Told | None


def ranked(asked: Ranked) -> dict[str, tuple[Ranks, int]]:
    """Return the ranks of priority by the id of the bubble; empty where an error is not known.

    Notes
    -----
    The priority of each touchpoint in each draw. Of a table with n and sd, satisfaction is drawn from its
    normal distribution and impact stays as given; where a touchpoint has no n and sd, nothing is told. The
    probabilities of the first ranks come from draws that are shrunk towards the lines as for certainty:
    simulated, rank 1 of priority is shown .65 and right .67 (n 100 to 500).
    """
    places = [j for j, priority in enumerate(asked.priorities) if priority is not None]
    if not 0 < len(places) <= MOST:
        return {}
    lying = _of_responses(asked, places) if asked.told is not None else _of_table(asked, places)
    if lying is None:
        return {}
    from cx.impact.claims import ranks  # the first page does not wait for it

    raw, shrunk = (_scores(one, asked, places) for one in lying)
    rank = np.array([one.rank for one in asked.priorities if one is not None])
    found = ranks(raw, shrunk, rank)
    return {asked.seen.groups[place].id: (found, j) for j, place in enumerate(places)}


def _of_responses(asked: Ranked, places: list[int]) -> tuple[_Lying, _Lying] | None:
    told = asked.told
    if told is None:
        return None
    found = [told.place(asked.seen.groups[place]) for place in places]
    columns = [column for column in found if column is not None]
    if len(columns) < len(places):
        return None
    across, up = told.satisfaction, told.impact
    line = across.lines
    given = np.broadcast_to(asked.seen.height[places], (len(line), len(places)))
    level = (np.zeros(1) if up is None else up.lines)[:, np.newaxis]
    raw = given if up is None else up.raw[:, columns] + level
    likely = given if up is None else up.shrunk[:, columns] + level
    return _Lying(across.raw[:, columns], raw, line), _Lying(across.shrunk[:, columns], likely, line)


def _of_table(asked: Ranked, places: list[int]) -> tuple[_Lying, _Lying] | None:
    from cx.impact.claims import SATISFACTION_STEP, noise, shrunk

    own = variances(asked.seen, asked.touchpoints)[places]
    if not np.isfinite(own).all():
        return None
    scores, line = _drawn(asked, places, own)
    distance = scores - line[:, np.newaxis]
    errors = line_errors(asked.base, asked.touchpoints, asked.settings, asked.crosshair)
    spread = np.sqrt(errors.of_distances(own, np.zeros(len(own))))
    known = spread > 0
    off = asked.seen.satisfaction[places] - asked.crosshair.satisfaction
    found = noise(off[known] / spread[known])
    impact = np.broadcast_to(asked.seen.height[places], distance.shape)
    return (
        _Lying(distance, impact, line),
        _Lying(shrunk(distance, found, SATISFACTION_STEP), impact, line),
    )


def _drawn(asked: Ranked, places: list[int], own: Numbers) -> tuple[Numbers, Numbers]:
    """(draws, touchpoints) satisfaction of a table, and (draws,) its line, from normal distributions."""
    random = np.random.default_rng(asked.settings.seed % 2**32)
    scores = asked.seen.satisfaction[places] + np.sqrt(own) * random.standard_normal((_DRAWS, len(places)))
    rule = asked.crosshair.rule
    fixed = np.full(_DRAWS, asked.crosshair.satisfaction)
    if asked.crosshair.frozen or rule in ("midpoint", "fixed") or len(places) < len(asked.seen.groups):
        return scores, fixed
    everyone = np.ones(len(places), dtype=bool)
    axis = axis_values(asked.seen, asked.seen.satisfaction, everyone, asked.settings)
    return scores, line_per_draw(axis, scores, rule)


def _scores(lying: _Lying, asked: Ranked, places: list[int]) -> Numbers:
    """(draws, touchpoints) impact times gap times volume, as METHODS 7 has it."""
    terms, target = asked.settings.priority_terms, asked.settings.target
    above = 0.0 if target is None else (lying.line - target)[:, np.newaxis]
    gap = np.maximum(0.0, -(np.nan_to_num(lying.distance) + above)) / asked.touchpoints.scale.width
    impact = np.maximum(0.0, np.nan_to_num(lying.impact))
    whole = impact.sum(axis=1, keepdims=True)
    share = np.divide(impact, whole, out=np.zeros_like(impact), where=whole > 0)
    volume = asked.seen.volume[places]
    by_volume = uses_volume(volume, terms, derived=asked.touchpoints.impact_kind == "derived")
    weight = np.nan_to_num(volume) / np.nansum(volume) if by_volume else np.ones(len(places))
    weight = np.broadcast_to(weight, gap.shape)  # a rank by volume alone is the same in each draw
    scores = (share if terms.impact else 1.0) * (gap if terms.gap else 1.0) * weight
    return np.where(for_the_worse(asked.seen.height[places]), 0.0, scores)
