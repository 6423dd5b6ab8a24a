"""The best set of measures that a budget buys."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cx.errors import ArgumentError
from cx.impact import Change, Possible, Shrunk, WhatIf, scaled, shrunk, what_if
from cx.matrix.strategy.chances import in_best_set
from cx.matrix.strategy.frontier import Curve, curve_of
from cx.matrix.strategy.knapsack import best_set
from cx.records import DriverResult, Estimate, Finding

Numbers = NDArray[np.float64]
_DRAWS = 500
"""So many show in which share of them a measure is in the best set."""
_OF_OUTCOME = ("outcome_cut", "outcome_on_logit")
_KEPT_FROM = 200
"""From so many answers on a best set of ten keeps its promise within 1 part in 16."""


@dataclass(frozen=True)
class Measure:
    """What could be done about one touchpoint, and what it costs; it is done whole or not at all."""

    touchpoint: str
    cost: float
    """In the currency of the plan, >= 0."""
    change: Change


@dataclass(frozen=True)
class Option:
    """A measure with what it is expected to bring."""

    measure: Measure
    gain: Estimate
    """Expected change of the outcome for the better, with its 95% interval; below 0: for the worse.

    By effects that are drawn towards their mean, so that the best ones keep what they promise.
    """
    open: bool
    """Whether it may be bought: it is expected to help, and the data show it where that was asked for."""
    chance: float | None = None
    """The probability that it belongs to the best set for the budget; ``None`` without a budget."""
    straight: float = 0.0
    """Its gain by the straight line: these add up over measures, and the sum is kept within the scale."""


@dataclass(frozen=True)
class NextStep:
    """The smallest budget with which a better set can be bought."""

    budget: float
    more: float
    """The money on top of the budget."""
    gain: float
    """What the better set brings on top of the present one."""
    chosen: tuple[str, ...]
    added: tuple[str, ...]
    dropped: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """The best set that a budget buys."""

    budget: float
    options: tuple[Option, ...]
    """Every measure, in the order given."""
    chosen: tuple[str, ...]
    """The touchpoints of the best set, in the order given."""
    cost: float
    gain: Estimate
    """Of the whole set, for the better, with its 95% interval."""
    change: WhatIf
    """The same in the outcome's own direction, with its worth by the user's factor."""
    next: NextStep | None
    """``None``: everything that helps is bought already."""
    curve: Curve
    findings: tuple[Finding, ...] = ()
    currency: str | None = None
    """By ISO 4217; ``None``: that of the reader's language."""

    @property
    def left(self) -> float:
        """The money that is not spent."""
        return max(0.0, self.budget - self.cost)


def options(
    result: DriverResult, measures: Sequence[Measure], *, only_shown: bool = False
) -> tuple[Option, ...]:
    """Return each measure with its expected gain; good for the business is positive.

    Parameters
    ----------
    result
        From :func:`cx.impact.drivers`.
    measures
        One per touchpoint.
    only_shown
        Leave out measures whose interval contains 0.

    Raises
    ------
    cx.errors.ArgumentError
        For a touchpoint that the result does not have or that comes twice, and for a cost below 0.

    Notes
    -----
    Gains add up over touchpoints: the model is linear, and each is cut at the end of its own scale.
    """
    return _options(result, measures, shrunk(result), only_shown=only_shown)


def _options(
    result: DriverResult, measures: Sequence[Measure], by: Shrunk, *, only_shown: bool
) -> tuple[Option, ...]:
    names = [measure.touchpoint for measure in measures]
    for measure in measures:
        if not (math.isfinite(measure.cost) and measure.cost >= 0):
            raise ArgumentError("budget_cost", touchpoint=measure.touchpoint, value=measure.cost)
        if names.count(measure.touchpoint) > 1:
            raise ArgumentError("budget_twice", touchpoint=measure.touchpoint)
    found = [what_if(result, {measure.touchpoint: measure.change}, by=by) for measure in measures]
    gains = [_better(one, result) for one in found]
    return tuple(
        Option(
            measure,
            gain,
            gain.value > 0 and (gain.clear or not only_shown),
            straight=_turn(result) * one.straight,
        )
        for measure, gain, one in zip(measures, gains, found, strict=True)
    )


def _with_chances(
    offered: Sequence[Option], result: DriverResult, by: Shrunk, budget: float
) -> tuple[Option, ...]:
    """The measures with the probability that each is in the best set."""
    drawn = np.zeros((_DRAWS, len(offered)))
    places = {driver.name: j for j, driver in enumerate(result.drivers)}
    for place, option in enumerate(offered):
        name = option.measure.touchpoint
        done = what_if(result, {name: option.measure.change}).applied[name]
        j, exposure = places[name], result.drivers[places[name]].exposure
        of_points = by.drawn[0][:_DRAWS, j] * done.satisfaction * exposure
        drawn[:, place] = _turn(result) * (of_points + by.drawn[1][:_DRAWS, j] * done.exposure)
    costs = np.array([option.measure.cost for option in offered], dtype=float)
    chances = in_best_set(costs, drawn, budget)
    return tuple(replace(one, chance=float(chance)) for one, chance in zip(offered, chances, strict=True))


def plan(
    result: DriverResult,
    measures: Sequence[Measure],
    budget: float,
    *,
    factor: float | None = None,
    only_shown: bool = False,
    currency: str | None = None,
) -> Plan:
    """Return the set of measures with the largest expected gain that a budget buys.

    Parameters
    ----------
    result, measures, only_shown
        As for :func:`options`.
    budget
        In the currency of the costs, >= 0.
    factor
        What one unit of the outcome is worth, in money or customers.
    currency
        Of the costs and the budget, by ISO 4217; ``None``: that of the reader's language.

    Raises
    ------
    cx.errors.ArgumentError
        As :func:`options`, and for a budget below 0.

    Notes
    -----
    A 0-1 knapsack, solved by integer programming: maximise the summed gain, the summed cost within the
    budget; of sets that bring the same the cheapest. Measures that are expected to bring nothing, or to make
    it worse, are never bought. Gains follow effects that are drawn towards their mean
    (:func:`cx.impact.shrunk`), so that a set that was chosen for them promises no luck; how well it keeps its
    promise is simulated in docs/validation.md. Below 200 answers it promises too much still, and a finding
    says so. Each measure's chance is the share of draws of the effects in which it is in the best set.
    The outcome stays within its scale, so that the curve ends where the outcome can go no further.
    """
    if not (math.isfinite(budget) and budget >= 0):
        raise ArgumentError("budget_amount", value=budget)
    by = shrunk(result)
    offered = _with_chances(_options(result, measures, by, only_shown=only_shown), result, by, budget)
    helping = [option for option in offered if option.open]
    costs = np.array([option.measure.cost for option in helping], dtype=float)
    gains = np.array([option.straight for option in helping], dtype=float)
    taken = best_set(costs, gains, budget)
    chosen = tuple(option.measure.touchpoint for option, one in zip(helping, taken, strict=True) if one)
    wanted = {option.measure.touchpoint: option.measure.change for option in helping}
    change = what_if(result, {name: wanted[name] for name in chosen}, factor=factor, by=by)
    everything = what_if(result, {measure.touchpoint: measure.change for measure in measures})
    curve = _possible(curve_of(costs, gains), result)
    findings = [one for one in everything.findings if one.code not in _OF_OUTCOME]
    findings += [one for one in change.findings if one.code in _OF_OUTCOME]
    return Plan(
        budget,
        offered,
        chosen,
        float(costs[taken].sum()),
        _better(change, result),
        change,
        _next(helping, taken, budget, (curve, Possible.of(result), _turn(result))),
        curve,
        (*findings, *_unhelpful(offered), *_too_good(result, chosen)),
        currency,
    )


def _next(
    helping: Sequence[Option],
    taken: NDArray[np.bool_],
    budget: float,
    bent: tuple[Curve, Possible, int],
) -> NextStep | None:
    curve, possible, turn = bent
    costs = np.array([option.measure.cost for option in helping], dtype=float)
    gains = np.array([option.straight for option in helping], dtype=float)
    now = float(turn * possible.change(turn * gains[taken].sum()))
    needed = curve.next_after(budget, now)
    if needed is None:
        return None
    then = best_set(costs, gains, needed)
    names = [option.measure.touchpoint for option in helping]
    return NextStep(
        needed,
        needed - budget,
        float(turn * possible.change(turn * gains[then].sum())) - now,
        tuple(name for name, one in zip(names, then, strict=True) if one),
        tuple(name for name, one, old in zip(names, then, taken, strict=True) if one and not old),
        tuple(name for name, one, old in zip(names, then, taken, strict=True) if old and not one),
    )


def _possible(curve: Curve, result: DriverResult) -> Curve:
    """The curve of gains that the outcome's scale allows."""
    turn, gains = _turn(result), np.array(curve.gains)
    return replace(curve, gains=tuple((turn * Possible.of(result).change(turn * gains)).tolist()))


def _turn(result: DriverResult) -> int:
    return 1 if result.direction == "higher" else -1


def _better(found: WhatIf, result: DriverResult) -> Estimate:
    """The change turned so that good for the business is positive."""
    return scaled(found.change, _turn(result))


def _too_good(result: DriverResult, chosen: Sequence[str]) -> list[Finding]:
    """The finding that a set chosen from so few answers promises more than it gives."""
    if not chosen or result.n_eff >= _KEPT_FROM or len(result.drivers) < 2:  # noqa: PLR2004 - a choice
        return []
    return [Finding("warning", "budget_few_answers", details={"n": round(result.n_eff)})]


def _unhelpful(offered: Sequence[Option]) -> list[Finding]:
    found = []
    for code, names in (
        ("measure_without_gain", [o.measure.touchpoint for o in offered if o.gain.value <= 0]),
        ("measure_not_shown", [o.measure.touchpoint for o in offered if o.gain.value > 0 and not o.open]),
    ):
        if names:
            found.append(Finding("info", code, details={"touchpoints": ", ".join(names), "n": len(names)}))
    return found
