"""What the room believed against what customers say (SERVQUAL gap 1)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from cx.lenses.expectation_gap import both_of
from cx.lenses.gathered import Rows, by_touchpoint, said
from cx.records.lenses import Assessed, GapFigure, KnowledgeGap, LensResult, Material
from cx.statistics import reach, tau_b

_ASKED: Mapping[GapFigure, Assessed] = {
    "satisfaction": "guess_satisfaction",
    "expectation": "guess_expectation",
    "impact": "guess_impact",
}
_FEWEST_VOTERS = 2


@dataclass(frozen=True)
class _Guess:
    mean: float
    sd: float | None
    voters: float | None


def of(material: Material) -> LensResult | None:
    """Return guess, truth and gap of each touchpoint that was guessed, and whether the ranks agree.

    Of several things that were guessed the last one counts; what people guessed goes before a file's column.
    """
    asked = {
        figure: max(one.moment for one in found.values())
        for figure, word in _ASKED.items()
        if (found := said(material, word))
    }
    last = max(asked.items(), key=lambda pair: pair[1], default=None)
    figure = last[0] if last else _of_file(material)
    return None if figure is None else of_figure(material, figure)


def of_figure(material: Material, figure: GapFigure) -> LensResult | None:
    """Return the same of one figure; ``None`` where nobody guessed it.

    The gap is the mean of the guesses minus the figure, plus or minus t(m - 1) sqrt(s²/m + se²): m voters, s
    their standard deviation, se the figure's own error, 0 where it is not known. Fewer than two voters give
    no interval. Total: ``tau_b``, Kendall's tau-b between mean guesses and figures. It misleads where the
    room guessed on another scale than the file's.

    Source: METHODS 12; Parasuraman, Zeithaml & Berry (1985), Journal of Marketing 49(4).
    """
    people = {name: _Guess(one.value, one.sd, one.n) for name, one in said(material, _ASKED[figure]).items()}
    guesses = people or _in_file(material, figure)
    if not guesses:
        return None
    truths = _truths(material, figure)
    readings = tuple(_gap(name, guess, *truths.get(name, (None, None))) for name, guess in guesses.items())
    pairs = np.array([(one.guess, one.truth) for one in readings if one.truth is not None], dtype=float)
    agreed = tau_b(pairs[:, 0], pairs[:, 1]) if len(pairs) else None
    share = figure == "impact" and _is_share(material)
    return LensResult("knowledge_gap", readings, {"tau_b": agreed}, figure=figure, of_shares=share)


def _is_share(material: Material) -> bool:
    """Whether impact is a share: where it was derived or composed."""
    return material.touchpoints is not None and material.touchpoints.impact_kind in ("derived", "composed")


def _gap(name: str, guess: _Guess, truth: float | None, error: float | None) -> KnowledgeGap:
    m = guess.voters
    if truth is None:
        return KnowledgeGap(name, None, n=m, guess=guess.mean)
    gap, half = guess.mean - truth, None
    if m is not None and m >= _FEWEST_VOTERS and guess.sd is not None:
        half = reach(math.sqrt(guess.sd**2 / m + (error or 0.0) ** 2), m - 1)
    low, high = (None, None) if half is None else (gap - half, gap + half)
    return KnowledgeGap(name, gap, low, high, m, (), guess.mean, truth)


def _truths(material: Material, figure: GapFigure) -> dict[str, tuple[float, float | None]]:
    if figure == "satisfaction":
        return dict(material.satisfaction)
    if figure == "impact":
        return {name: (value, None) for name, value in material.impact.items()}
    pairs = {name: both_of(name, rows, material) for name, rows in by_touchpoint(material).items()}
    return {name: (pair.expectation, None) for name, pair in pairs.items() if pair is not None}


def _of_file(material: Material) -> GapFigure | None:
    table = material.touchpoints
    return table.guess_about if table is not None and "guess" in table.rows else None


def _in_file(material: Material, figure: GapFigure) -> dict[str, _Guess]:
    if _of_file(material) != figure:
        return {}
    found = {name: _guess(rows) for name, rows in by_touchpoint(material).items()}
    return {name: guess for name, guess in found.items() if guess is not None}


def _guess(rows: Rows) -> _Guess | None:
    """The guess of one touchpoint: of several rows the mean by voters, spread as over all of them."""
    means, voters, sds = (rows.numbers(column) for column in ("guess", "guess_n", "guess_sd"))
    kept = ~np.isnan(means)
    if not kept.any():
        return None
    means, voters, sds = means[kept], voters[kept], sds[kept]
    whole = float(voters.sum()) if not np.isnan(voters).any() else None
    if len(means) == 1:
        return _Guess(float(means[0]), None if np.isnan(sds[0]) else float(sds[0]), whole)
    weights = voters if whole else np.ones(len(means))
    mean = float(weights @ means / weights.sum())
    if whole is None or whole < _FEWEST_VOTERS or np.isnan(sds).any():
        return _Guess(mean, None, whole)
    squares = np.maximum(voters - 1, 0) @ sds**2 + voters @ (means - mean) ** 2
    return _Guess(mean, math.sqrt(squares / (whole - 1)), whole)
