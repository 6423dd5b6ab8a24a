"""What goes together with a step: its cases against others with the same touchpoints; and who left where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from cx.engine.queries import path_outcomes
from cx.journeys.asking import Rows
from cx.journeys.differences import holm
from cx.journeys.figure_lists import shown
from cx.journeys.options import Options
from cx.records.journeys import DropOff, LogFacts, OutcomeOfEdge

Reals = npt.NDArray[np.float64]
_FEWEST = 30
"""Cases with the step, and without it."""
_NOTHING = 1e-9
EFFECTS = ("sets", "sets_of_edges")
"""The queries whose answers say how the outcome differs with each step."""


@dataclass(frozen=True)
class _Sets:
    """The sets of touchpoints that cases have: how many cases, and sums of their outcomes."""

    places: Mapping[int, int]
    """The example of a set to its row."""
    met: Reals
    """(sets, touchpoints): 1 where it has the touchpoint."""
    sums: Reals
    """(sets, 3): cases, sum of y, sum of y squared."""


def queries_of_outcomes(facts: LogFacts, mark: str) -> dict[str, str]:
    """Return what is asked about outcomes; nothing where the log has none."""
    if facts.outcome is None:
        return {}
    found = {"sets": path_outcomes.sets(mark), "sets_of_edges": path_outcomes.sets_of_edges(mark)}
    return {**found, "last": path_outcomes.last_of_those_who_left()} if facts.left else found


def outcomes(
    answers: Mapping[str, Rows], names: Sequence[str], options: Options
) -> tuple[OutcomeOfEdge, ...]:
    """Return per step how the outcome of cases with it differs, adjusted for the other touchpoints they met.

    Notes
    -----
    Least squares of the outcome on having the step and on having met each touchpoint that is none of its two
    ends; errors by HC1, t with n - k. An association: who takes a step may differ in other ways.
    """
    if not answers.get("sets"):
        return ()
    sets = _sets(answers["sets"], len(names))
    by_edge: dict[tuple[int, int], list[tuple[int, float, float, float]]] = {}
    for p, following, example, n, y, yy in answers["sets_of_edges"]:
        row = (int(example or 0), float(n or 0), float(y or 0), float(yy or 0))
        by_edge.setdefault((int(p or 0), int(following or 0)), []).append(row)
    found = list(_each(by_edge, sets, names, max(_FEWEST, options.least)))
    told = holm([p for _, p in found])
    each = [replace(one, told=beyond) for (one, _), beyond in zip(found, told, strict=True)]
    return tuple(sorted(each, key=lambda one: (-one.having, one.start, one.end)))


def _each(
    by_edge: Mapping[tuple[int, int], Sequence[tuple[int, float, float, float]]],
    sets: _Sets,
    names: Sequence[str],
    fewest: int,
) -> Iterator[tuple[OutcomeOfEdge, float | None]]:
    whole = int(sets.sums[:, 0].sum())
    for (start, end), rows in by_edge.items():
        having = np.zeros_like(sets.sums)
        for example, *sums in rows:
            having[sets.places[example]] += sums
        n = int(having[:, 0].sum())
        if min(n, whole - n) < fewest:
            continue
        others = [place for place in range(len(names)) if place not in (start, end)]
        fit = _fitted(sets.met[:, others], having, sets.sums - having)
        if fit is None:
            yield OutcomeOfEdge(names[start], names[end], None, None, None, n, whole - n), None
            continue
        ends = fit.difference - fit.half, fit.difference + fit.half
        yield OutcomeOfEdge(names[start], names[end], fit.difference, *ends, n, whole - n), fit.p


@dataclass(frozen=True)
class _Fit:
    """The coefficient of having a step, its error, and the degrees of freedom."""

    difference: float
    error: float
    freedom: float

    @property
    def half(self) -> float:
        """Half the 95% interval."""
        from scipy.special import stdtrit  # a tenth of the time that scipy.stats takes to import

        return float(stdtrit(self.freedom, 0.975) * self.error)

    @property
    def p(self) -> float:
        """Two-sided, that it is 0."""
        from scipy.special import stdtr

        if not self.error:
            return float(not self.difference)
        return float(2 * stdtr(self.freedom, -abs(self.difference) / self.error))


def effect(met: Reals, having: Reals, lacking: Reals) -> tuple[float | None, float | None]:
    """Return the coefficient of having a step, and half its 95% interval; nothing where none can be told.

    Parameters
    ----------
    met
        (sets, others): 1 where the cases of a set met a touchpoint.
    having, lacking
        (sets, 3): of cases with and without the step how many, the sum of y and that of y squared.

    Notes
    -----
    All rows of a set that have the step, and all that have not, are alike: their sums are all that least
    squares and its errors need. What the others tell of having the step is taken away from it first.
    """
    fit = _fitted(met, having, lacking)
    return (None, None) if fit is None else (fit.difference, fit.half)


def _fitted(met: Reals, having: Reals, lacking: Reals) -> _Fit | None:
    sums = np.concatenate([having, lacking])
    step = np.repeat([1.0, 0.0], len(met))
    design = np.column_stack([np.ones(2 * len(met)), np.concatenate([met, met])])
    used = sums[:, 0] > 0
    sums, step, design = sums[used], step[used], design[used]
    count = sums[:, 0]
    root = np.sqrt(count)[:, None]
    solved, _, rank, _ = np.linalg.lstsq(
        root * design, root * np.column_stack([step, sums[:, 1] / count]), rcond=None
    )
    own = step - design @ solved[:, 0]
    spread = float(count @ (own * own))
    n, k = float(count.sum()), int(rank) + 1
    if spread <= _NOTHING * n or n <= k:
        return None
    difference = float(own @ sums[:, 1]) / spread
    fitted = design @ solved[:, 1] + own * difference
    squares = sums[:, 2] - 2 * fitted * sums[:, 1] + count * fitted * fitted
    error = np.sqrt(max(0.0, float(own * own @ squares)) * n / (n - k)) / spread
    return _Fit(difference, float(error), n - k)


def _sets(rows: Rows, width: int) -> _Sets:
    """The sets in an order of their own: examples come as the engine happens to number its paths."""
    places: dict[int, int] = {}
    for example, *_ in rows:
        places.setdefault(int(example or 0), len(places))
    met, sums = np.zeros((len(places), width)), np.zeros((len(places), 3))
    for example, n, y, yy, p in rows:
        at = places[int(example or 0)]
        met[at, int(p or 0)] = 1.0
        sums[at] = float(n or 0), float(y or 0), float(yy or 0)
    order = np.lexsort(met.T) if width else np.arange(len(met))
    ranks = {int(before): after for after, before in enumerate(order)}
    return _Sets({example: ranks[at] for example, at in places.items()}, met[order], sums[order])


def drop_off(rows: Rows, names: Sequence[str], least: int) -> tuple[DropOff, ...]:
    """Return the last touchpoints of cases that left, most cases first."""
    whole = sum(int(n or 0) for _, n in rows)
    ranked = sorted((-int(n or 0), names[int(p or 0)]) for p, n in rows)
    return tuple(
        DropOff(name, shown(-n, least), None if shown(-n, least) is None else -n / whole)
        for n, name in ranked
    )
