"""The satisfaction column: its scale, and its scores turned so that higher is better."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from cx.intake.cells import Numbers
from cx.intake.columns import PERCENT, ScaleReading, Subject, scale_of
from cx.intake.findings import Noticed
from cx.intake.measures import clean
from cx.intake.measures.mixed_shares import on_one_scale
from cx.intake.measures.rows import Kept
from cx.records.file import Choices
from cx.records.scale import Scale


@dataclass(frozen=True)
class Satisfaction:
    """The scores on their scale, higher is better."""

    scores: clean.Values
    scale: Scale
    factor: float
    """What the file's numbers were multiplied with: 100 for shares of 1 that became per cents."""


def satisfaction_of(subject: Subject, kept: Kept) -> Satisfaction:
    """Return the satisfaction scores; cells that cannot be used are noticed."""
    table, roles, choices, noticed = subject.table, subject.roles, subject.choices, subject.noticed
    if not roles.of("satisfaction"):
        return Satisfaction(np.full(table.height, np.nan), choices.scale or Scale(1, 10), 1.0)
    column = roles.of("satisfaction")[0]
    by_hand = choices.scale_for(table.headers[column]) is not None
    numbers = subject.numbers(column)
    reading = _reading(table.headers[column], numbers, kept, choices)
    made = table.arrangement.scales.get(column)
    if made and not by_hand:
        turned = made if not choices.direction else replace(made, direction=choices.direction)
        reading = ScaleReading(turned, stated=True)
    _notice(reading, column, noticed, by_hand=by_hand)
    for row in clean.blanks(numbers, kept):
        noticed.cell("error", "blank_satisfaction", int(row), column)
    factor = 100.0 if reading.fractions else 1.0
    clean.usable(numbers, column, kept, noticed)
    values = on_one_scale(subject, column, numbers, reading, kept) * factor
    values = clean.without_outside(values, reading.scale, column, kept, noticed, "out_of_scale")
    if reading.scale.direction == "lower":
        values = reading.scale.minimum + reading.scale.maximum - values
    return Satisfaction(values, reading.scale, factor)


def _reading(header: str, numbers: Numbers, kept: Kept, choices: Choices) -> ScaleReading:
    found = numbers.values[kept & np.isfinite(numbers.values)]
    percent = numbers.percent > 0.5 * max(len(found), 1)
    proposed = scale_of(header, found, percent_signs=percent)
    if percent and numbers.formatted:
        proposed = replace(proposed, fractions=True)
    if numbers.drawn and not proposed.stated:
        proposed = ScaleReading(Scale(*numbers.drawn), stated=True)
    given = choices.scale_for(header)
    if given is None and choices.direction:
        turned = replace(proposed.scale, direction=choices.direction)
        return replace(proposed, scale=turned, asked_direction=False)
    if given is None:
        return proposed
    shares = proposed.fractions and given.maximum == PERCENT.maximum
    return ScaleReading(given, stated=True, fractions=shares)


def _notice(reading: ScaleReading, column: int, noticed: Noticed, *, by_hand: bool) -> None:
    if by_hand:
        return
    ends = {"low": float(reading.scale.minimum), "high": float(reading.scale.maximum)}
    if reading.rival:
        other = {"other_low": float(reading.rival.minimum), "other_high": float(reading.rival.maximum)}
        noticed.column("warning", "scale_ambiguous", column, **ends, **other)
    elif not reading.stated:
        noticed.column("info", "scale_proposed", column, **ends)
    if reading.asked_direction:
        code = "ces_direction" if reading.scale.direction == "higher" else "grades_direction"
        noticed.column("warning", code, column, **ends)
    if reading.fractions:
        noticed.column("info", "fractions_to_percent", column)
