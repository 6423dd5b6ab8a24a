"""How exactly each score is known: by weights, and by whole respondents or clusters where they are known."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cx.impact.model.scores import weights_of
from cx.impact.model.sweep import Numbers
from cx.impact.sums import Answers
from cx.records import SCORES, Added, Clusters, Precision, Score, Sums, clustered

_PERCENT = 100
Whole = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Exactness:
    """The precision of every score of every touchpoint."""

    scores: tuple[Mapping[Score, Precision], ...]
    """Per touchpoint, of the scores that its scale allows; in the score's unit (``top2`` a share)."""
    together: tuple[bool, ...]
    """Per touchpoint, whether its answers stand together, so that errors are those of whole clusters."""
    clusters: Mapping[Score, Clusters]
    """Whose answers they are, rows numbered like the touchpoints; empty where nobody is known."""


def exactness(answers: Answers) -> Exactness:
    """Return how exactly each score is known.

    Notes
    -----
    The effective number of answers is (sum of weights)² / sum of squared weights of those who rated the
    touchpoint. The error is s / sqrt(n_eff), s with n_eff / (n_eff - 1); where somebody answers twice, or
    clusters are given, that of whole respondents or clusters (:class:`cx.records.Sums`).
    """
    found: list[dict[Score, Precision]] = []
    parts: dict[Score, list[Added]] = {score: [] for score in SCORES}
    by_key = None if answers.keys is None else np.argsort(answers.keys, kind="stable")
    for j, scale in enumerate(answers.scales):
        values, weights, rated = _rated(answers, j)
        own: dict[Score, Precision] = {}
        order = None if by_key is None else _within(by_key, rated)
        for score in SCORES:
            worth = weights_of(score, values, scale)
            if worth is None:
                continue
            of_score = None
            if answers.keys is not None and order is not None:
                keys = answers.keys[rated][order]
                of_score = clustered(np.full(len(keys), j), keys, weights[order], worth[order])
                parts[score].append(of_score)
            own[score] = _precision(worth, weights, of_score)
        found.append(own)
    known = {score: Clusters(tuple(each)) for score, each in parts.items() if each}
    return Exactness(
        tuple(found), tuple(bool(one["mean"].sums and one["mean"].sums.together) for one in found), known
    )


def _within(order: Whole, rated: Numbers) -> Whole:
    """An order of all rows as one of those that are rated: sorted once, not for each touchpoint and score."""
    places = np.cumsum(rated) - 1
    return np.asarray(places[order[rated[order]]])


def _rated(answers: Answers, j: int) -> tuple[Numbers, Numbers, Numbers]:
    ratings = answers.ratings[:, j]
    rated = ~np.isnan(ratings)
    if answers.unrated is not None:
        rated &= ~answers.unrated[:, j]
    weights = np.ones(int(rated.sum())) if answers.weights is None else answers.weights[rated]
    return ratings[rated], weights, rated


def _precision(worth: Numbers, weights: Numbers, of: Added | None) -> Precision:
    if not len(worth):
        return Precision(0.0, math.nan, -1.0)
    total = float(weights.sum())
    n_eff = total**2 / float(weights @ weights)
    sums = None if of is None else Sums(of.keys, of.counts, of.weights, of.scores)
    if sums is not None and sums.together:
        return Precision(n_eff, sums.error, sums.size - 1, sums=sums)
    about = worth - float(weights @ worth) / total
    square = float(weights @ about**2) / total
    return Precision(n_eff, math.sqrt(square / (n_eff - 1)) if n_eff > 1 else math.nan, n_eff - 1, sums=sums)
