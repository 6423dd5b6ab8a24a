"""Numbers that stand for no rating: proposed with evidence, or asked where two readings are likely.

METHODS: how far the code lies from the rest, and how those who gave it answered otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from cx.intake.survey.answers.code_suspects import Suspect, core_of, suspects
from cx.intake.survey.answers.column import Answered, Flags, Values
from cx.intake.survey.answers.shares import Shares, shares_of
from cx.intake.survey.answers.usual_scales import common
from cx.records.scale import Scale

_FEWEST = 5
_AGAINST, _FOR = -3.0, 2.0
_FAR = 3
_CHANCE = 1e-6
_WITH_CODE = frozenset({(0.0, 10.0), (0.0, 1.0), (0.0, 2.0), (0.0, 3.0), (0.0, 4.0), (0.0, 100.0)})
"""Ends of usual scales whose lowest answer is also used as a code."""
_LONGER, _SEVEN = (8.0, 9.0), 7.0
"""Codes that follow 7 without a gap, as ratings of a longer scale do."""
_PEAK = 2
_GLANCE = 50_000


@dataclass(frozen=True)
class Witness:
    """A number per row that tells codes from ratings: the outcome, or the mean of the other ratings."""

    name: str
    """The outcome's header; empty for the mean of the other ratings."""
    values: Values
    sign: float
    """1 where it rises with the ratings, -1 where it falls."""


@dataclass(frozen=True)
class Evidence:
    """What those who gave a number answered otherwise."""

    witness: str
    group: float
    """Their mean."""
    near: float
    """The mean of those who gave the rating next to it."""
    score: float
    """Above 0 where it goes on from there as a rating would, in standard errors; below 0 where it turns."""


@dataclass(frozen=True)
class Verdict:
    """What is proposed for one number of one column."""

    column: str
    place: int
    suspect: Suspect
    taken_out: bool
    sure: bool
    """Whether the other reading is unlikely."""
    evidence: Evidence | None
    mean_with: float
    mean_without: float


def verdicts(
    columns: Sequence[Answered], scales: Mapping[str, Scale | None], outcome: tuple[str, Values] | None
) -> list[Verdict]:
    """Return what is proposed for every number that may be a code.

    Parameters
    ----------
    columns
        The rating columns.
    scales
        Header to the scale that it states, or ``None``.
    outcome
        The outcome's header and its numbers, where there is one.
    """
    found = _outside(columns, scales)
    if not found:
        return []
    witnesses = _witnesses(columns, found, outcome)
    proofs = [_evidence(column, suspect, witnesses[column.header]) for column, suspect in found]
    pooled = _pooled(found, proofs)
    judged = [
        (suspect, _verdict(column, suspect, proof, pooled, stated=scales[column.header] is not None))
        for (column, suspect), proof in zip(found, proofs, strict=True)
    ]
    highest = {one.place: float(one.known.max()) for one in columns if len(one.known)}
    alone = _Tops(highest)
    judged = [(one, _if_alone(verdict, alone)) for one, verdict in judged]
    rated = {one.code for one, verdict in judged if verdict is None and one.code in _LONGER}
    told = [verdict for one, verdict in judged if verdict and one.code not in rated]
    by_place = {column.place: column for column in columns}
    codes: dict[int, set[float]] = {}
    for verdict in told:
        if verdict.taken_out:
            codes.setdefault(verdict.place, set()).add(verdict.suspect.code)
    return [
        _without_all(verdict, codes.get(verdict.place, set()), by_place[verdict.place]) for verdict in told
    ]


class _Tops:
    """The highest answers of all columns, the two highest by themselves."""

    def __init__(self, highest: Mapping[int, float]) -> None:
        self.highest = highest
        self.first = sorted(highest, key=highest.__getitem__, reverse=True)[:2]

    def others(self, place: int) -> tuple[int, float]:
        """Return how many other columns have answers, and the highest of those."""
        count = len(self.highest) - (place in self.highest)
        return count, next((self.highest[one] for one in self.first if one != place), float("-inf"))


def _if_alone(verdict: Verdict | None, tops: _Tops) -> Verdict | None:
    """8 and 9 above 1 to 7 in one column of several are codes, unless those who gave them say otherwise."""
    if verdict is None or verdict.taken_out or verdict.suspect.code not in _LONGER:
        return verdict
    others, top = tops.others(verdict.place)
    return replace(verdict, taken_out=True) if others > 1 and top <= _SEVEN else verdict


def _without_all(verdict: Verdict, codes: set[float], column: Answered) -> Verdict:
    """The verdict with the means that the column has without any of its codes, and with this one only."""
    away = np.isin(column.values, list(codes - {verdict.suspect.code}))
    without = _mean(column, away | (column.values == verdict.suspect.code))
    return replace(verdict, mean_with=_mean(column, away), mean_without=without)


def _outside(
    columns: Sequence[Answered], scales: Mapping[str, Scale | None]
) -> list[tuple[Answered, Suspect]]:
    """The suspects that lie outside the scale that the column states, or that most columns share."""
    seen = [(column, suspects(column.counted)) for column in columns]
    if not any(ones for _, ones in seen):
        return []
    cores = {column.header: (ones[0].low, ones[0].high) if ones else _ends(column) for column, ones in seen}
    unstated = [
        cores[column.header] for column, _ in seen if scales[column.header] is None and len(column.known)
    ]
    shared, shares = common(unstated), shares_of(columns)
    return [
        (column, one)
        for column, ones in seen
        for one in ones
        if one.code not in column.rated and _is_outside(column, one, scales[column.header], shared, shares)
    ]


def _ends(column: Answered) -> tuple[float, float]:
    return core_of(column.counted)


def _is_outside(
    column: Answered, one: Suspect, stated: Scale | None, shared: Scale | None, shares: Shares
) -> bool:
    if stated is not None:
        return not stated.holds(one.code)
    if shared is None or not shared.holds(one.code):
        return True
    if not one.apart or abs(one.code - one.near) < _FAR:
        return False
    beyond = (shares.above if one.above else shares.below)(one.near, column) or 0.0
    return bool((1 - beyond) ** (len(column.known) - one.n) < _CHANCE)


def _witnesses(
    columns: Sequence[Answered],
    found: Sequence[tuple[Answered, Suspect]],
    outcome: tuple[str, Values] | None,
) -> dict[str, list[Witness]]:
    """Per suspected column the outcome and the mean of the others, without any suspected number."""
    clean = {column.header: column.values[:_GLANCE] for column in columns}
    for column, one in found:
        values = clean[column.header]
        clean[column.header] = np.where(values == one.code, np.nan, values)
    total = np.zeros(min(_GLANCE, len(columns[0].values)))
    count = np.zeros(len(total))
    for values in clean.values():
        met = ~np.isnan(values)
        total += np.where(met, values, 0.0)
        count += met
    told = [_signed(outcome[0], outcome[1][:_GLANCE], clean)] if outcome else []
    return {
        column.header: [
            *told,
            Witness("", _others(total, count, clean[column.header]), 1.0),
        ]
        for column, _ in found
    }


def _others(total: Values, count: Values, own: Values) -> Values:
    met = ~np.isnan(own)
    left = count - met
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Values = np.where(left > 0, (total - np.where(met, own, 0.0)) / left, np.nan)
    return found


def _signed(name: str, values: Values, ratings: Mapping[str, Values]) -> Witness:
    """The outcome, with the sign that most ratings give it."""
    leaning = 0.0
    for one in ratings.values():
        both = ~(np.isnan(one) | np.isnan(values))
        if both.sum() > _FEWEST and one[both].std() > 0 and values[both].std() > 0:
            leaning += float(np.corrcoef(one[both], values[both])[0, 1])
    return Witness(name, values, -1.0 if leaning < 0 else 1.0)


def _evidence(column: Answered, one: Suspect, witnesses: Sequence[Witness]) -> Evidence | None:
    """The first witness that says something, else the first that can be asked."""
    asked = [proof for witness in witnesses if (proof := _asked(column, one, witness))]
    telling = [proof for proof in asked if proof.score <= _AGAINST or proof.score >= _FOR]
    return next(iter([*telling, *asked]), None)


def _asked(column: Answered, one: Suspect, witness: Witness) -> Evidence | None:
    own, seen = column.values[:_GLANCE], ~np.isnan(witness.values)
    group = seen & (own == one.code)
    near = seen & (own == one.near)
    if near.sum() < _FEWEST:
        middle = (one.low + one.high) / 2
        near = seen & (own != one.code) & ((own >= middle) if one.above else (own <= middle))
    if group.sum() < _FEWEST or near.sum() < _FEWEST:
        return None
    means = float(witness.values[group].mean()), float(witness.values[near].mean())
    spread = float(witness.values[seen].std())
    error = spread * (1 / group.sum() + 1 / near.sum()) ** 0.5
    side = 1.0 if one.above else -1.0
    score = witness.sign * side * (means[0] - means[1]) / error if error > 0 else 0.0
    return Evidence(witness.name, *means, float(score))


def _pooled(
    found: Sequence[tuple[Answered, Suspect]], proofs: Sequence[Evidence | None]
) -> dict[float, float]:
    """Per code what all columns together say."""
    scores: dict[float, list[float]] = {}
    for (_, one), proof in zip(found, proofs, strict=True):
        if proof:
            scores.setdefault(one.code, []).append(proof.score)
    return {code: sum(ones) / len(ones) ** 0.5 for code, ones in scores.items()}


def _verdict(
    column: Answered, one: Suspect, proof: Evidence | None, pooled: Mapping[float, float], *, stated: bool
) -> Verdict | None:
    """What is proposed; ``None`` where the number is plainly a rating."""
    score = pooled.get(one.code, 0.0)
    ends = (min(one.low, one.code), max(one.high, one.code))
    is_usual = ends in _WITH_CODE
    if one.code in _LONGER and one.near == _SEVEN and not (stated or one.apart):
        return _perhaps(column, one, proof, score)
    if stated or one.apart:
        taken, sure = True, stated or score < -_AGAINST
    elif score <= _AGAINST:
        taken, sure = True, True
    elif score >= _FOR or is_usual:
        taken, sure = False, False
        if is_usual and (score >= _FOR or not _peaks(column, one)):
            return None
    else:
        taken, sure = True, False
    away = column.values == one.code
    return Verdict(
        column.header, column.place, one, taken, sure, proof, _mean(column, None), _mean(column, away)
    )


def _perhaps(column: Answered, one: Suspect, proof: Evidence | None, score: float) -> Verdict | None:
    """8 and 9 above 1 to 7: codes where those who gave them say so, else ratings; asked in between."""
    if proof is None or score >= _FOR:
        return None
    taken = score <= _AGAINST
    away = column.values == one.code
    means = _mean(column, None), _mean(column, away)
    return Verdict(column.header, column.place, one, taken, taken, proof, *means)


def _peaks(column: Answered, one: Suspect) -> bool:
    near = int(np.count_nonzero(column.values == one.near))
    return one.n > _PEAK * near + _FEWEST


def _mean(column: Answered, away: Flags | None) -> float:
    values = column.values if away is None else np.where(away, np.nan, column.values)
    known = values[~np.isnan(values)]
    return float(known.mean()) if len(known) else float("nan")
