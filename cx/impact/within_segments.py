"""The effect of each touchpoint within each segment of respondents, and which effects differ between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from cx.errors import CxError
from cx.impact.model import estimated
from cx.impact.reading import advised_rows, values_of, within
from cx.impact.study import prepare
from cx.records import DriverResult, Estimate, Responses, Touchpoints
from cx.records.file import SegmentEffect
from cx.statistics import holm

_MOST = 30
"""A column of more values is no segment."""
_FEWEST, _ALPHA = 2, 0.05
_Z = 1.959963984540054


@dataclass(frozen=True)
class SegmentEffects:
    """Effects by one column of segments; above 0 is good for the business."""

    of: Mapping[str, tuple[SegmentEffect, ...]]
    """Touchpoint to its effect in each segment that has one."""
    differing: tuple[str, ...]
    """Touchpoints whose effect differs between segments beyond chance."""


def with_segment_effects(table: Touchpoints, responses: Responses, result: DriverResult) -> Touchpoints:
    """Return a table with the effects of its touchpoints within the segments of its respondents.

    Parameters
    ----------
    table
        With impact that was derived from the responses.
    responses, result
        What it was derived from, and what came out.
    """
    found = {
        column: effects
        for column in _columns(responses)
        if (effects := segment_effects(responses, result, column)) is not None
    }
    return replace(
        table,
        segment_effects={column: one.of for column, one in found.items()},
        differing={column: one.differing for column, one in found.items()},
    )


def segment_effects(responses: Responses, result: DriverResult, column: str) -> SegmentEffects | None:
    """Return the effects within each segment of a column; ``None`` where it has fewer than two, or over 30.

    Notes
    -----
    In each segment the joint model of its own respondents, with jackknife intervals. A segment can be told
    where it has max(30, 10 k) respondents for a model of k columns. An effect differs between segments where
    Cochran's Q over those that can be told is beyond chance, 5% over all touchpoints together by Holm.

    References
    ----------
    Cochran, W. G. (1954). The combination of estimates from different experiments. Biometrics 10(1).
    """
    values = values_of(responses, column)
    if not _FEWEST <= len(values) <= _MOST:
        return None
    found: dict[str, list[SegmentEffect]] = {driver.name: [] for driver in result.drivers}
    for value in values:
        for name, one in _within(responses, result, column, value):
            found[name].append(one)
    told = {name: [one for one in own if one.told] for name, own in found.items()}
    chances = {name: _chance(own) for name, own in told.items() if len(own) >= _FEWEST}
    said = holm(list(chances.values()))
    differing = tuple(name for name, p in zip(chances, said, strict=True) if p is not None and p <= _ALPHA)
    return SegmentEffects({name: tuple(own) for name, own in found.items() if own}, differing)


def _columns(responses: Responses) -> list[str]:
    """Columns that group people: what is known of another time says nothing of who answered."""
    periods = {name for one in responses.sources for name, role in one.roles.items() if role == "period"}
    return [column for column in responses.segments if column not in periods]


def _within(
    responses: Responses, result: DriverResult, column: str, value: str
) -> Sequence[tuple[str, SegmentEffect]]:
    sources = {known.source: name for name, known in result.called.items()}
    drivers = [name for name in responses.drivers if sources.get(name, name) in _names(result)]
    try:
        study = prepare(
            within(responses, {column: [value]}),
            result.outcome,
            drivers,
            outcome_direction=result.direction,
            positive=result.positive,
        )
    except CxError:
        return ()  # too few respondents to tell anything
    turn = 1.0 if study.direction == "higher" else -1.0
    n, told = study.moments.rows, study.moments.rows >= advised_rows(study.model.columns)
    each = zip(study.names, estimated(study.moments, study.model).effects, strict=True)
    return [
        (name, SegmentEffect(value, n, *_turned(one, turn), told))
        for name, one in each
        if one is not None and one.low is not None and name in _names(result)
    ]


def _names(result: DriverResult) -> frozenset[str]:
    return frozenset(driver.name for driver in result.drivers)


def _turned(one: Estimate, turn: float) -> tuple[float, float, float]:
    low, high = sorted((turn * (one.low or 0.0), turn * (one.high or 0.0)))
    return turn * one.value, low, high


def _chance(told: Sequence[SegmentEffect]) -> float:
    """How likely effects lie so far apart where they are one: Cochran's Q."""
    from scipy.special import chdtrc

    effects = np.array([one.effect for one in told])
    errors = np.array([(one.high - one.low) / (2 * _Z) for one in told])
    if (errors <= 0).any():
        return 1.0
    weights = 1 / errors**2
    q = float(weights @ (effects - weights @ effects / weights.sum()) ** 2)
    return float(chdtrc(len(told) - 1, q))
