"""The best set of measures that a budget buys."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cx.errors import ArgumentError
from cx.impact.model import Change, WhatIf, what_if
from cx.matrix.strategy.frontier import Curve, curve_of
from cx.records import DriverResult, Estimate, Finding

Numbers = NDArray[np.float64]
_SLACK = 1e-9
_LIMITS: Final = {"mip_rel_gap": 1e-7, "time_limit": 1.0}
"""Sets that differ by less look the same; proving more can take minutes where gains follow costs."""
_SCALED = 1e4
"""What the largest number is scaled to, so that the solver's tolerances lie far below a cent."""


@dataclass(frozen=True)
class Measure:
    """What could be done about one touchpoint, and what it costs; it is done whole or not at all."""

    touchpoint: str
    cost: float
    """In any currency, >= 0."""
    change: Change


@dataclass(frozen=True)
class Option:
    """A measure with what it is expected to bring."""

    measure: Measure
    gain: Estimate
    """Expected change of the outcome for the better, with its 95% interval; below 0: for the worse."""
    open: bool
    """Whether it may be bought: it is expected to help, and the data show it where that was asked for."""


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
    names = [measure.touchpoint for measure in measures]
    for measure in measures:
        if not (math.isfinite(measure.cost) and measure.cost >= 0):
            raise ArgumentError("budget_cost", touchpoint=measure.touchpoint, value=measure.cost)
        if names.count(measure.touchpoint) > 1:
            raise ArgumentError("budget_twice", touchpoint=measure.touchpoint)
    found = [what_if(result, {measure.touchpoint: measure.change}) for measure in measures]
    gains = [_better(one, result) for one in found]
    return tuple(
        Option(measure, gain, gain.value > 0 and (gain.clear or not only_shown))
        for measure, gain in zip(measures, gains, strict=True)
    )


def plan(
    result: DriverResult,
    measures: Sequence[Measure],
    budget: float,
    *,
    factor: float | None = None,
    only_shown: bool = False,
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

    Raises
    ------
    cx.errors.ArgumentError
        As :func:`options`, and for a budget below 0.

    Notes
    -----
    A 0-1 knapsack, solved by integer programming: maximise the summed gain, the summed cost within the
    budget; of sets that bring the same the cheapest. Measures that are expected to bring nothing, or to make
    it worse, are never bought. The interval of the set comes from the same groups of rows as those of its
    parts; it does not count that the set was chosen for its estimates, so expect somewhat less.
    """
    if not (math.isfinite(budget) and budget >= 0):
        raise ArgumentError("budget_amount", value=budget)
    offered = options(result, measures, only_shown=only_shown)
    helping = [option for option in offered if option.open]
    costs = np.array([option.measure.cost for option in helping], dtype=float)
    gains = np.array([option.gain.value for option in helping], dtype=float)
    taken = best_set(costs, gains, budget)
    chosen = tuple(option.measure.touchpoint for option, one in zip(helping, taken, strict=True) if one)
    wanted = {option.measure.touchpoint: option.measure.change for option in helping}
    change = what_if(result, {name: wanted[name] for name in chosen}, factor=factor)
    everything = what_if(result, {measure.touchpoint: measure.change for measure in measures})
    curve = curve_of(costs, gains)
    return Plan(
        budget,
        offered,
        chosen,
        float(costs[taken].sum()),
        _better(change, result),
        change,
        _next(helping, taken, budget, curve),
        curve,
        (*everything.findings, *_unhelpful(offered)),
    )


def best_set(costs: Numbers, gains: Numbers, budget: float) -> NDArray[np.bool_]:
    """Return (measures,) whether each is in the set with the largest gain within the budget.

    Parameters
    ----------
    costs, gains
        (measures,) >= 0.

    Examples
    --------
    >>> best_set(np.array([5.0, 4.0, 3.0]), np.array([10.0, 7.0, 6.0]), 7.0).tolist()
    [False, True, True]
    """
    if not costs.size:
        return np.zeros(0, dtype=bool)
    free = costs <= 0
    taken = free & (gains > 0)
    open_ = ~free & (costs <= budget * (1 + _SLACK)) & (gains > 0)
    if open_.any():
        taken[open_] = _solved(costs[open_], gains[open_], budget)
    return np.asarray(taken)


def _solved(costs: Numbers, gains: Numbers, budget: float) -> NDArray[np.bool_]:
    """The largest gain first, then the smallest cost among the sets that bring as much."""
    within = (costs, -np.inf, budget)
    most = _integers(-gains, [within])
    if most is None:
        raise ArgumentError("budget_unsolved", n=len(costs))
    reached = float(gains[most].sum())
    cheapest = _integers(costs, [within, (gains, reached * (1 - _SLACK), np.inf)])
    return most if cheapest is None else cheapest


def _integers(minimised: Numbers, limits: Sequence[tuple[Numbers, float, float]]) -> NDArray[np.bool_] | None:
    """The 0-1 solution of an integer program; sets that only the solver's tolerance lets in are cut off.

    The best one found where the time is up, and ``None`` where that is none.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp

    cut = [LinearConstraint(*_scaled(row, low, high)) for row, low, high in limits]
    aim = minimised * (_SCALED / np.abs(minimised).max())
    while True:
        found = milp(
            aim,
            integrality=np.ones_like(aim),
            bounds=Bounds(0, 1),
            constraints=cut,
            options=_LIMITS,
        )
        if found.x is None:
            return None
        taken = np.asarray(found.x) > 0.5  # noqa: PLR2004 - 0 or 1
        if all(_holds(float(row[taken].sum()), low, high) for row, low, high in limits):
            return np.asarray(taken)
        signs = np.where(taken, 1.0, -1.0)
        cut.append(LinearConstraint(signs, -np.inf, float(taken.sum()) - 1))


def _holds(value: float, low: float, high: float) -> bool:
    return low - _SLACK * abs(low) <= value <= high + _SLACK * abs(high)


def _scaled(row: Numbers, low: float, high: float) -> tuple[Numbers, float, float]:
    by = _SCALED / float(np.abs(row).max())
    return row * by, low * by, high * by


def _next(
    helping: Sequence[Option], taken: NDArray[np.bool_], budget: float, curve: Curve
) -> NextStep | None:
    costs = np.array([option.measure.cost for option in helping], dtype=float)
    gains = np.array([option.gain.value for option in helping], dtype=float)
    now = float(gains[taken].sum())
    needed = curve.next_after(budget, now)
    if needed is None:
        return None
    then = best_set(costs, gains, needed)
    names = [option.measure.touchpoint for option in helping]
    return NextStep(
        needed,
        needed - budget,
        float(gains[then].sum()) - now,
        tuple(name for name, one in zip(names, then, strict=True) if one),
        tuple(name for name, one, old in zip(names, then, taken, strict=True) if one and not old),
        tuple(name for name, one, old in zip(names, then, taken, strict=True) if old and not one),
    )


def _better(found: WhatIf, result: DriverResult) -> Estimate:
    """The change turned so that good for the business is positive."""
    change = found.change
    if result.direction == "higher":
        return change
    low, high = (None if end is None else 0.0 - end for end in (change.high, change.low))
    return Estimate(0.0 - change.value, low, high)


def _unhelpful(offered: Sequence[Option]) -> list[Finding]:
    found = []
    for code, names in (
        ("measure_without_gain", [o.measure.touchpoint for o in offered if o.gain.value <= 0]),
        ("measure_not_shown", [o.measure.touchpoint for o in offered if o.gain.value > 0 and not o.open]),
    ):
        if names:
            found.append(Finding("info", code, details={"touchpoints": ", ".join(names), "n": len(names)}))
    return found
