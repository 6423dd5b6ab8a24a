"""A study of answers that were never rows here: a part says how they are meant, sums what they are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from cx.engine import GroupSums
from cx.impact.model import ContrastMoments, Exactness, Model, weights_of
from cx.impact.reading import (
    MANY,
    about_base,
    about_events,
    about_exposure,
    about_many,
    batteries_of,
    rows,
    suspected,
    told,
)
from cx.impact.study import Study
from cx.impact.sums import Histogram, contrast_sums, moments_of
from cx.records import SCORES, Finding, Precision, Scale, Score

_LOW, _HIGH, _SLACK = 0.25, 0.75, 1e-9
_COUNTED = (
    *("few_rows", "uneven_weights", "few_events", "few_met", "few_not_met", "no_spread", "everybody_met"),
    *("exposure_is_association", "missing_in_blocks", "possible_code", "responses_read", "copied_rows"),
    *("straight_liners", "straight_lines", "rows_without_outcome", "outcome_unreadable"),
)
"""Findings that count rows, or follow from counts: those of a part say nothing about the whole."""
_BY_CELLS = (
    *("ratings_on", "ratings_scale", "rating_turned", "names_are_codes", "importance_columns"),
    *("outcome_higher", "outcome_lower", "outcome_higher_label", "outcome_lower_label", "outcome_positive"),
    *("outcome_is_rating", "second_outcome", "aside_constant"),
)
_AVERAGE, _LEFT_OUT = "average_of_others", ("rows_without_outcome",)
"""Findings that follow from which cells there are, and count none: those of a part with all of them hold."""
_BY_ROWS = ("straight_lines", "outcome_unreadable", "uneven_weights")
"""Findings for which the rows themselves are looked at."""
_ALL_READ, _ADDED = "responses_read", "large_file_added_up"


def ends_of(scales: Sequence[Scale], factors: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Return per touchpoint the highest rating that is low and the lowest that is high, times its factor."""
    return tuple(
        (
            math.floor(factor * (one.minimum + (_LOW + _SLACK) * one.width)),
            math.ceil(factor * (one.minimum + (_HIGH - _SLACK) * one.width)),
        )
        for one, factor in zip(scales, factors, strict=True)
    )


def may_be_of_all(part: Study) -> bool:
    """Return whether each finding of a part says no more than that there are such cells, or sums say it."""
    return all(
        one.code in (*_BY_CELLS, *_COUNTED, _AVERAGE) and one.code not in _BY_ROWS for one in part.findings
    )


def straight_questions(
    part: Study, headers: Sequence[str], batteries: Sequence[Sequence[str]]
) -> list[list[int]]:
    """Return the places of the touchpoints of each question that shows who gives one answer all along.

    Parameters
    ----------
    headers
        Of the touchpoints.
    batteries
        As responses say which were asked together.
    """
    asked = batteries_of(headers, part.scales, tuple(map(tuple, batteries)))
    return rows.questions_of(asked, part.scales)


def holds_the_same(part: Study, sums: GroupSums, factors: Sequence[int]) -> bool:
    """Return whether all answers are of the kinds that a part shows: nothing unreadable, no other rating.

    A rating between others of the same steps, which too few gave for the part to show it, is of their kind.
    Nor may a touchpoint that everybody of the part rated be one that others did not.
    """
    if any(sums.unfit):
        return False
    n = sum(one[0][0] for one in sums.products)
    for j, factor in enumerate(factors):
        seen = part.moments.histograms[j]
        known = {round(value * factor) for value in seen.values.tolist()}
        everybody = sum(one[0][2 + j] for one in sums.products) == n
        found = {rating for _, rating, *_ in sums.ratings[j] if rating is not None}
        if not all(_is_among(rating, known) for rating in found - known) or everybody != (
            int(part.moments.rated[j]) == part.moments.rows
        ):
            return False
    return True


def _is_among(rating: int, known: set[int]) -> bool:
    """Whether a rating lies between known ones, at a multiple of their steps."""
    step = math.gcd(*(one - min(known) for one in known)) if known else 0
    return step > 0 and min(known) < rating < max(known) and (rating - min(known)) % step == 0


def of_all(
    part: Study, sums: GroupSums, factors: Sequence[int], outcome_factor: int, lines: Sequence[Finding]
) -> Study:
    """Return the study of all answers with all that the small way finds in them.

    Parameters
    ----------
    part, sums, factors, outcome_factor
        As :func:`of_sums` takes them; :func:`may_be_of_all` and :func:`holds_the_same` hold.
    lines
        What the rows show: straight lines and copies.
    """
    found = of_sums(part, sums, factors, outcome_factor)
    read = [
        replace(one, details={**one.details, "n": sums.rows}) if one.code == _ALL_READ else one
        for one in part.findings
        if one.code in (*_BY_CELLS, _ALL_READ)
    ]
    averages = [one for one in part.findings if one.code == _AVERAGE]
    counted = found.findings[[one.code for one in found.findings].index(_ADDED) + 1 :]
    left = [one for one in counted if one.code in _LEFT_OUT]
    others = told((one for one in counted if one.code not in _LEFT_OUT), part.called)
    return replace(found, findings=(*read, *left, *lines, *averages, *others))


def of_sums(part: Study, sums: GroupSums, factors: Sequence[int], outcome_factor: int) -> Study:
    """Return the study of all answers, by their sums.

    Parameters
    ----------
    part
        The study of some of them: names, scales, the outcome and its direction are its own.
    sums
        Of all, with contrasts; touchpoints in the order of ``part``.
    factors, outcome_factor
        What ratings and outcome were multiplied by.

    Notes
    -----
    Findings that count rows come from the sums; copies and straight lines are not looked for, and are not
    told from a part. Whose answers they are is in the groups alone.
    """
    moments = moments_of(sums, factors, outcome_factor)
    model = Model.of(moments)
    few = len(part.names) <= MANY and sums.contrasts
    counted = [
        Finding("info", _ADDED, details={"n": moments.rows, "part": part.moments.rows}),
        *_left_out(part, sums),
        *suspected(part.names, moments.histograms, part.scales, moments.outcome_centre),
        *about_many(part.names, part.scales),
        *about_base(moments, model),
        *_events(part, sums, model),
        *about_exposure(part.names, moments, model),
    ]
    kept = [one for one in part.findings if one.code not in (*_COUNTED, *(other.code for other in counted))]
    return replace(
        part,
        moments=moments,
        model=model,
        contrasts=_contrasts(sums, outcome_factor) if few else part.contrasts,
        exactness=_exactness(moments.histograms, part.scales),
        findings=(*kept, *counted),
    )


def _events(part: Study, sums: GroupSums, model: Model) -> list[Finding]:
    """Whether too few customers have a yes-or-no outcome, or have not."""
    if not part.binary:
        return []
    rows, hits = (sum(one[0][place] for one in sums.products) for place in (0, 1))
    return about_events(np.repeat([0.0, 1.0], [rows - hits, hits]), part.outcome, model)


def _left_out(part: Study, sums: GroupSums) -> list[Finding]:
    """What the sums do not hold: rows without an outcome, and cells that are no ratings."""
    n, (outcome, *ratings) = sum(one[0][0] for one in sums.products), sums.unfit
    found = [Finding("error", "rows_without_outcome", details={"n": sums.rows - n})] if n < sums.rows else []
    if outcome:
        found.append(Finding("error", "outcome_unreadable", column=part.outcome, details={"n": outcome}))
    return found + [
        Finding("error", "large_cells_left_out", column=name, details={"n": count, "touchpoint": name})
        for name, count in zip(part.names, ratings, strict=True)
        if count
    ]


def _contrasts(sums: GroupSums, outcome_factor: int) -> ContrastMoments:
    found, total = contrast_sums(sums, outcome_factor)
    low, high = total[2:-1:3].astype(np.int64), total[3:-1:3].astype(np.int64)
    return ContrastMoments(found, low, high)


def _exactness(histograms: Sequence[Histogram], scales: Sequence[Scale]) -> Exactness:
    """As of single answers: people who answer twice are in one group, and no further known."""
    found: list[dict[Score, Precision]] = []
    for histogram, scale in zip(histograms, scales, strict=True):
        own: dict[Score, Precision] = {}
        for score in SCORES:
            worth = weights_of(score, histogram.values, scale)
            if worth is not None:
                own[score] = _precision(worth, histogram.counts)
        found.append(own)
    return Exactness(tuple(found), (False,) * len(found), {})


def _precision(worth: np.ndarray, counts: np.ndarray) -> Precision:
    n = float(counts.sum())
    if not n:
        return Precision(0.0, math.nan, -1.0)
    about = worth - float(counts @ worth) / n
    square = float(counts @ about**2) / n
    return Precision(n, math.sqrt(square / (n - 1)) if n > 1 else math.nan, n - 1)
