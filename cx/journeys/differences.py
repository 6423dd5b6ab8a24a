"""What differs between two periods, and which of it beyond chance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cx import statistics
from cx.engine.queries import path_figures
from cx.journeys import medians
from cx.journeys.asking import Rows
from cx.journeys.figure_lists import seconds, shown
from cx.journeys.options import Options
from cx.records.journeys import Difference, Figure, LogFacts

_SECOND = 1e6
_ALPHA = 0.05
_TWO = 2
_UNTOLD = [(0.0, 0.0)]
"""Of a step whose times were not handed on, since too few cases have it on that side: nothing reads it."""
About = str | tuple[str, str] | None


@dataclass(frozen=True)
class _Tested:
    """A figure in two periods; ``p`` is ``None`` where it cannot be tested."""

    figure: Figure
    about: About
    a: float | None
    b: float | None
    low: float | None
    high: float | None
    p: float | None


def queries_of_sides(options: Options) -> dict[str, str]:
    """Return what is asked of two periods; nothing where there are not two."""
    if options.period_a is None or options.period_b is None:
        return {}
    return {
        "sided_totals": path_figures.sided_totals(),
        "sided_cases": path_figures.cases(sides=True),
        "sided_edges": path_figures.sided_edges(),
        "sided_times": path_figures.sided_times(options.least),
        "sided_spread": path_figures.sided_spread(),
        "sided_middles": path_figures.sided_middles(),
    }


def differences(answers: Mapping[str, Rows], facts: LogFacts, options: Options) -> tuple[Difference, ...]:
    """Return what each figure is in both periods; told where it differs beyond chance.

    Notes
    -----
    Shares: Newcombe's interval and the pooled z test. Medians: by redrawing cases. Holm over all that can be
    tested; intervals stay those of each alone.
    """
    if "sided_totals" not in answers:
        return ()
    cases, again = _by_side(answers["sided_totals"])
    if not all(cases):
        return ()
    tested = [
        *_shares(answers["sided_cases"], facts.touchpoints, cases, options.least),
        *_steps(answers["sided_edges"], facts.touchpoints, cases, options.least),
        _share("repeat_share", None, again, cases, options.least),
        *_medians(answers, facts.touchpoints, options.least),
    ]
    told = holm([one.p for one in tested])
    return tuple(
        Difference(one.figure, one.about, one.a, one.b, one.low, one.high, beyond)
        for one, beyond in zip(tested, told, strict=True)
    )


def holm(values: Sequence[float | None]) -> list[bool]:
    """Return which hypotheses fall at 5% over all of them together; what has no p stays.

    Examples
    --------
    >>> holm([0.01, 0.04, None, 0.02]), holm([0.02, 0.04])
    ([True, True, False, True], [True, True])
    >>> holm([0.03, 0.04])
    [False, False]
    """
    found = [False] * len(values)
    known = sorted((p, at) for at, p in enumerate(values) if p is not None)
    for step, (p, at) in enumerate(known):
        if p > _ALPHA / (len(known) - step):
            break
        found[at] = True
    return found


def _by_side(rows: Rows) -> tuple[list[int], list[int]]:
    cases, again = [0, 0], [0, 0]
    for side, n, repeated in rows:
        cases[int(side or 0)], again[int(side or 0)] = int(n or 0), int(repeated or 0)
    return cases, again


def _share(figure: Figure, about: About, counts: Sequence[int], cases: Sequence[int], least: int) -> _Tested:
    if any(shown(n, least) is None for n in counts):
        known = [None if shown(n, least) is None else n / of for n, of in zip(counts, cases, strict=True)]
        return _Tested(figure, about, known[0], known[1], None, None, None)
    pairs = (counts[0], cases[0], counts[1], cases[1])
    low, high = statistics.newcombe(*pairs)
    return _Tested(
        figure,
        about,
        counts[0] / cases[0],
        counts[1] / cases[1],
        low,
        high,
        statistics.two_shares_p(*pairs),
    )


def _shares(rows: Rows, names: Sequence[str], cases: Sequence[int], least: int) -> Iterator[_Tested]:
    counts: dict[int, list[int]] = {}
    for side, p, n, _ in rows:
        counts.setdefault(int(p or 0), [0, 0])[int(side or 0)] = int(n or 0)
    for place in sorted(counts, key=lambda one: names[one]):
        yield _share("share_of_cases", names[place], counts[place], cases, least)


def _steps(rows: Rows, names: Sequence[str], cases: Sequence[int], least: int) -> Iterator[_Tested]:
    counts: dict[tuple[str, str], list[int]] = {}
    for side, p, following, n in rows:
        about = names[int(p or 0)], names[int(following or 0)]
        counts.setdefault(about, [0, 0])[int(side or 0)] = int(n or 0)
    for about in sorted(counts):
        yield _share("edge_share", about, counts[about], cases, least)


def _medians(answers: Mapping[str, Rows], names: Sequence[str], least: int) -> Iterator[_Tested]:
    """The times of each step, and of whole paths; a step that one period has alone has none to compare."""
    times = _times(answers)
    middles = {(int(s or 0), p, np_): seconds(d) for s, p, np_, d in answers["sided_middles"]}
    both = [
        key
        for key in {(p, following) for _, p, following in middles}
        if all((s, *key) in middles for s in (0, 1))
    ]
    labels = {
        key: None if key[0] == -1 else (names[int(key[0] or 0)], names[int(key[1] or 0)]) for key in both
    }
    for key in sorted(both, key=lambda one: labels[one] or ("", "")):
        sides = [times[s, *key] for s in (0, 1)]
        if any(shown(one.cases, least) is None for one in sides):
            continue
        low = high = p = None
        if min(one.cases for one in sides) >= medians.FEWEST:
            low, high = (end / _SECOND for end in medians.interval(*sides))
            p = medians.p_of(*sides)
        a, b = (middles[s, *key] for s in (0, 1))
        yield _Tested("median_seconds", labels[key], a, b, low, high, p)


def _times(answers: Mapping[str, Rows]) -> dict[tuple[object, ...], medians.Times]:
    values: dict[tuple[object, ...], list[tuple[float, float]]] = {}
    for s, p, following, _n, rank, d in answers["sided_times"]:
        values.setdefault((s, p, following), []).append((float(rank or 0), float(d or 0)))
    found: dict[tuple[object, ...], medians.Times] = {}
    for s, p, following, *counts in answers["sided_spread"]:
        cases, n, below, *squares = (int(value or 0) for value in counts)
        known = np.array(values.get((s, p, following), _UNTOLD))
        design = medians.design_effect(n, below, squares)
        found[s, p, following] = medians.Times(n, known[:, 0], known[:, 1], cases, design)
    return found
