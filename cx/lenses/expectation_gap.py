"""What customers expect against what they get (SERVQUAL gap 5)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from cx.lenses.gathered import Rows, by_touchpoint, said
from cx.records.file import BOTH_COLUMNS
from cx.records.finding import Finding
from cx.records.lenses import DIMENSIONS, ExpectationGap, LensResult, Material, Paired
from cx.statistics import pooled_pairs, reach

_FEWEST = 2
_ALIKE = 1e-9


def of(material: Material) -> LensResult | None:
    """Return experience minus expectation of each touchpoint and dimension, on the scale of the ratings.

    Responses that ask both give a paired 95% t interval, a table one where it has the standard deviation of
    the difference (``gap_sd``) and n. A dimension is the mean of its items: those of a column, or what people
    said, which goes before it. ``mean`` is that over dimensions, ``weighted`` the same with the dimensions'
    weights scaled to 1; without dimensions both are over touchpoints. It misleads where expectations are near
    the end of the scale: nothing can exceed them.

    Source: METHODS 12; Parasuraman, Zeithaml & Berry (1988), Journal of Retailing 64(1).
    """
    rows = by_touchpoint(material)
    people = {name: DIMENSIONS[round(one.value) - 1] for name, one in said(material, "dimension").items()}
    found = {name: pair for name, own in rows.items() if (pair := both_of(name, own, material))}
    pairs = {
        name: replace(pair, dimension=people[name]) if name in people else pair
        for name, pair in found.items()
    }
    if not pairs:
        return None
    readings = tuple(_gap(name, pair) for name, pair in pairs.items())
    weights = {name: _weight(rows[name]) for name in pairs}
    total, findings = _overall(readings, weights)
    return LensResult("expectation_gap", readings, total, "satisfaction", findings)


def both_of(name: str, rows: Rows, material: Material) -> Paired | None:
    """Return what a touchpoint's customers get and expect: of responses that ask both, else of the table."""
    found = material.paired.get(name) or _of_parts(rows)
    dimension = next((text for text in rows.texts("dimension") if text), "")
    if found is not None:
        own = found.dimension or dimension
        return Paired(found.experience, found.expectation, found.error, found.freedom, found.n, own)
    expected, got = rows.numbers("expectation"), rows.numbers("satisfaction")
    kept = ~np.isnan(expected) & ~np.isnan(got)
    if not kept.any():
        return None
    weights, n = rows.weights(kept), rows.numbers("n")[kept]
    parts = weights / weights.sum()
    error, freedom = _error(rows.numbers("gap_sd")[kept], n, parts)
    base = math.nan if np.isnan(n).any() else float(n.sum())
    return Paired(float(parts @ got[kept]), float(parts @ expected[kept]), error, freedom, base, dimension)


def _of_parts(rows: Rows) -> Paired | None:
    """What those in the rows of view got and expected who answered both; ``None`` where no row says it."""
    n, weight, squares, got, expected, spread = (rows.numbers(one) for one in BOTH_COLUMNS)
    found = pooled_pairs(n, weight, squares, (got, expected), spread)
    if found is None:
        return None
    return Paired(found.first, found.second, found.error, found.freedom, found.n)


def _error(sds: np.ndarray, n: np.ndarray, parts: np.ndarray) -> tuple[float | None, float | None]:
    """The standard error of the mean difference, and its degrees of freedom, where every row says its own."""
    if np.isnan(sds).any() or np.isnan(n).any() or (n < _FEWEST).any():
        return None, None
    return math.sqrt(float(parts**2 @ (sds**2 / n))), float((n - 1).sum())


def _gap(name: str, pair: Paired) -> ExpectationGap:
    gap, half = pair.experience - pair.expectation, reach(pair.error, pair.freedom)
    low, high = (None, None) if half is None else (gap - half, gap + half)
    n = None if math.isnan(pair.n) else pair.n
    return ExpectationGap(name, gap, low, high, n, (), pair.expectation, pair.experience, pair.dimension)


def _weight(rows: Rows) -> tuple[float, ...]:
    return tuple(dict.fromkeys(rows.known("dimension_weight").tolist()))


def _overall(
    readings: Sequence[ExpectationGap], weights: Mapping[str, tuple[float, ...]]
) -> tuple[dict[str, object], tuple[Finding, ...]]:
    """The total, and what is wrong with the dimensions."""
    named = any(one.dimension for one in readings)
    items: dict[str, list[ExpectationGap]] = {}
    for one in readings:
        key = one.dimension if named else one.name
        if key:
            items.setdefault(key, []).append(one)
    means = {key: float(np.mean([one.value for one in own])) for key, own in items.items()}
    given = {key: [w for one in own for w in weights[one.name]] for key, own in items.items()}
    findings = _without(readings, named=named)
    total: dict[str, object] = {
        "mean": float(np.mean(list(means.values()))),
        "weighted": _weighted(means, given),
        "dimensions": [{"name": key, "value": value} for key, value in means.items()] if named else [],
    }
    return total, tuple(findings)


def _weighted(means: Mapping[str, float], given: Mapping[str, Sequence[float]]) -> float | None:
    """The mean by the weights of all dimensions; ``None`` where one has none, or two."""
    if any(not own or not _are_one(own) for own in given.values()):
        return None
    found = np.array([own[0] for own in given.values()])
    if found.min() < 0 or not found.sum() > 0:
        return None
    return float(found @ np.array(list(means.values())) / found.sum())


def _are_one(own: Sequence[float]) -> bool:
    return max(own) - min(own) <= _ALIKE * max(1.0, abs(max(own)))


def _without(readings: Sequence[ExpectationGap], *, named: bool) -> list[Finding]:
    away = [one.name for one in readings if named and not one.dimension]
    details = {"n": len(away), "touchpoint": ", ".join(away[:_MOST_NAMES])}
    return [Finding("warning", "no_dimension", details=details)] if away else []


_MOST_NAMES = 5
