"""Drivers as touchpoints that the matrix can draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from cx.errors import ArgumentError
from cx.records import (
    NUMBER_COLUMNS,
    TEXT_COLUMNS,
    AxisDraws,
    Clusters,
    Driver,
    DriverResult,
    Estimate,
    Evidence,
    Scale,
    Score,
    Touchpoints,
)
from cx.records.file import Paired

Numbers = npt.NDArray[np.float64]
Value = TypeVar("Value", float, npt.NDArray[np.float64])
_COMMON = Scale(0, 100)
_TOP2 = Scale(0, 100, kind="percent")
_NPS = Scale(-100, 100, kind="nps")


def touchpoints(
    result: DriverResult, score: Score = "mean", *, importance: Mapping[str, float] | None = None
) -> Touchpoints:
    """Return the drivers as a touchpoint table with derived impact.

    Parameters
    ----------
    result
        From :func:`cx.impact.drivers`.
    score
        What stands for satisfaction: ``mean``, ``top2`` (0..100%) or ``nps`` (-100..100).
    importance
        Header of a touchpoint's column to its stated importance, where the survey asks for it.

    Raises
    ------
    cx.errors.ArgumentError
        When a touchpoint's scale does not have the score.

    Notes
    -----
    Impact is the share (sums to 1), volume the number of respondents who met the touchpoint. Means on
    different scales are put on 0..100 by the theoretical ends of each.
    """
    _check(result, score)
    scale = _scale(result, score)
    names = names_of(result)
    rows = pd.DataFrame({"touchpoint": names})
    for column in TEXT_COLUMNS[1:]:
        rows[column] = ""
    for column in NUMBER_COLUMNS:
        rows[column] = np.nan
    rows["note"] = [result.called[name].note if name in result.called else "" for name in names]
    rows["satisfaction"] = [
        _shown(driver, driver.scores[score].value, score, scale) for driver in result.drivers
    ]
    rows["impact"] = [driver.share for driver in result.drivers]
    headers = [_source(driver.name, result) for driver in result.drivers]
    said = importance or {}
    rows["importance"] = [said.get(header, np.nan) for header in headers]
    rows["volume"] = [driver.exposure * result.n for driver in result.drivers]
    rows["n"] = [float(driver.n) for driver in result.drivers]
    if score == "mean":
        rows["sd"] = [driver.sd * scale.width / _own(driver, scale).width for driver in result.drivers]
    _make_exact(rows, result, score, scale)
    file, sheet = (result.sources[0].file, result.sources[0].sheet) if result.sources else ("", "")
    rows["file"], rows["sheet"], rows["row"] = file, sheet, np.arange(1, len(rows) + 1)
    return Touchpoints(
        rows,
        scale,
        "derived",
        goal=result.outcome,
        sources=result.sources,
        findings=result.findings,
        draws=_draws(result, score),
        trials=result.trials,
        evidence={
            name: _evidence(driver, result) for name, driver in zip(names, result.drivers, strict=True)
        },
        clusters=_clusters(result, score, scale),
        impact_claim=result.claims.impact,
        called=result.called,
        paired=_paired(result, names, scale) if score == "mean" else {},
    )


def _paired(result: DriverResult, names: Sequence[str], scale: Scale) -> dict[str, Paired]:
    """What was got and expected, on the scale of the table."""
    found: dict[str, Paired] = {}
    for name, driver in zip(names, result.drivers, strict=True):
        both = result.paired.get(driver.name)
        if both is not None:
            means = both.experience, both.expectation
            got, expected = (_shown(driver, one, "mean", scale) for one in means)
            error = None if both.error is None else both.error * _times(driver, "mean", scale)
            found[name] = Paired(got, expected, error, both.freedom, both.n, both.dimension)
    return found


def _make_exact(rows: pd.DataFrame, result: DriverResult, score: Score, scale: Scale) -> None:
    """Add how exactly each driver's score is known, on the scale of the table."""
    known = [driver.precision.get(score) for driver in result.drivers]
    times = [_times(driver, score, scale) for driver in result.drivers]
    rows["n_eff"] = [one.n_eff if one else np.nan for one in known]
    rows["error"] = [one.error * by if one else np.nan for one, by in zip(known, times, strict=True)]
    rows["freedom"] = [one.freedom if one else np.nan for one in known]
    rows["answers"] = np.arange(len(rows), dtype=float)


def _times(driver: Driver, score: Score, scale: Scale) -> float:
    if score == "mean":
        return scale.width / _own(driver, scale).width
    return 100.0 if score == "top2" else 1.0


def _clusters(result: DriverResult, score: Score, scale: Scale) -> Clusters | None:
    """Whose answers they are, their scores on the scale of the table."""
    found = result.clusters.get(score)
    if found is None:
        return None
    shown = [(_shown(driver, 0.0, score, scale), _times(driver, score, scale)) for driver in result.drivers]
    start, times = np.array(shown).T
    return Clusters(
        tuple(
            replace(one, scores=start[one.rows] * one.weights + times[one.rows] * one.scores)
            for one in found.parts
        )
    )


def _source(name: str, result: DriverResult) -> str:
    """The header of a driver's column."""
    return result.called[name].source if name in result.called else name


def names_of(result: DriverResult) -> tuple[str, ...]:
    """Return the names of the drivers on the matrix, in their order.

    The matrix tells touchpoints apart without regard to letter case and spaces, so that tables join; two
    columns of a survey that differ in nothing else are numbered, and each keeps its own bubble.
    """
    seen: dict[str, int] = {}
    names = []
    for driver in result.drivers:
        plain = " ".join(driver.name.split()).casefold()
        seen[plain] = seen.get(plain, 0) + 1
        names.append(driver.name if seen[plain] == 1 else f"{driver.name} ({seen[plain]})")
    return tuple(names)


def satisfaction_draws(result: DriverResult, score: Score = "mean") -> Numbers | None:
    """Return (draws, drivers) satisfaction on the scale of :func:`touchpoints`; ``None`` without draws."""
    if result.draws is None:
        return None
    _check(result, score)
    scale = _scale(result, score)
    columns = [
        _shown(driver, result.draws.satisfaction[score][:, j], score, scale)
        for j, driver in enumerate(result.drivers)
    ]
    return np.column_stack(columns)


def _draws(result: DriverResult, score: Score) -> AxisDraws | None:
    satisfaction = satisfaction_draws(result, score)
    if satisfaction is None or result.draws is None:
        return None
    return AxisDraws(names_of(result), satisfaction, result.draws.shares)


def _evidence(driver: Driver, result: DriverResult) -> Evidence:
    effect = driver.effect
    met = driver.exposure_effect
    claim = result.claims.of(driver.name)
    return Evidence(
        None if effect is None else Estimate(effect, driver.effect_low, driver.effect_high),
        None if met is None else Estimate(met, driver.exposure_effect_low, driver.exposure_effect_high),
        1 if result.direction == "higher" else -1,
        driver.contrast,
        outcome=result.outcome if result.positive is None else f"{result.outcome} = {result.positive}",
        share=result.positive is not None,
        robustness=claim.robustness if claim else None,
        robustness_bound=claim.robustness_bound if claim else None,
        outcome_sd=result.outcome_sd,
    )


def _check(result: DriverResult, score: Score) -> None:
    for driver in result.drivers:
        if score not in driver.scores:
            low, high = driver.scale.minimum, driver.scale.maximum
            raise ArgumentError("score_unknown", value=score, touchpoint=driver.name, low=low, high=high)


def _scale(result: DriverResult, score: Score) -> Scale:
    if score != "mean":
        return _TOP2 if score == "top2" else _NPS
    scales = {driver.scale for driver in result.drivers}
    return scales.pop() if len(scales) == 1 else _COMMON


def _own(driver: Driver, scale: Scale) -> Scale:
    return scale if driver.scale == scale else driver.scale


def _shown(driver: Driver, value: Value, score: Score, scale: Scale) -> Value:
    if score == "mean":
        own = _own(driver, scale)
        return scale.minimum + (value - own.minimum) / own.width * scale.width
    return 100 * value if score == "top2" else value
