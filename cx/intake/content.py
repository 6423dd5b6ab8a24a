"""The rows of a table of touchpoints: clean, typed, with everything odd about them noticed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from cx.intake.cells import Labels, no_labels
from cx.intake.columns import Subject
from cx.intake.lenses import lens_values, on_scale
from cx.intake.measures import (
    Effects,
    Kept,
    Satisfaction,
    clean,
    effects_of,
    kept_rows,
    satisfaction_of,
    without_subtotals,
)
from cx.intake.sheet import Table
from cx.process import in_pieces, steps
from cx.records.file import KEY_COLUMNS, TEXT_COLUMNS, Role, impact_part_column

NOT_NEGATIVE: tuple[Role, ...] = ("volume", "n", "sd")
OTHER_NUMBERS: tuple[Role, ...] = ("cost", "expectation", "importance")


@dataclass(frozen=True)
class Content:
    """The rows of a touchpoint table, clean."""

    rows: pd.DataFrame
    satisfaction: Satisfaction
    effects: Effects


def content_of(subject: Subject) -> Content:
    """Return the rows of a table of touchpoints.

    Raises
    ------
    ImpactRefused
        When its impact columns cannot be composed.
    """
    table, roles = subject.table, subject.roles
    places = {role: roles.of(role)[0] for role in TEXT_COLUMNS if roles.of(role)}  # type: ignore[arg-type]
    labels = {role: _labels(table, places, role) for role in TEXT_COLUMNS}
    keys = {key: place for key, place in places.items() if key in KEY_COLUMNS}
    kept = kept_rows(table, labels, keys, subject.noticed)
    kept = without_subtotals(subject, labels, places["touchpoint"], kept)
    satisfaction = satisfaction_of(subject, kept)
    effects = effects_of(subject, kept)
    columns: dict[str, object] = {role: _texts(labels[role]) for role in TEXT_COLUMNS}
    columns |= {"satisfaction": satisfaction.scores, "impact": effects.given}
    columns |= _numbers(subject, kept, satisfaction)
    columns |= lens_values(subject, kept, satisfaction)
    columns |= {impact_part_column(place): values for place, values in enumerate(effects.part_values)}
    rows = pd.DataFrame(columns)[kept]
    return Content(
        rows.assign(sheet=table.sheet.name, row=table.rows[kept]).reset_index(drop=True),
        satisfaction,
        effects,
    )


def _labels(table: Table, places: Mapping[str, int], role: str) -> Labels:
    return table.labels(places[role]) if role in places else no_labels(table.height)


def _texts(labels: Labels) -> object:
    """A column's texts for a frame; made piece by piece where one go would take long."""
    pieces = list(in_pieces(labels.texts.tolist()))
    return pd.concat(map(pd.Series, steps(pieces)), ignore_index=True) if len(pieces) > 1 else labels.texts


def _numbers(subject: Subject, kept: Kept, satisfaction: Satisfaction) -> dict[str, clean.Values]:
    """The number columns beside satisfaction and impact."""
    found: dict[str, clean.Values] = {}
    factor = satisfaction.factor
    for role in (*NOT_NEGATIVE, *OTHER_NUMBERS):
        places, blank = subject.roles.of(role), np.full(subject.table.height, np.nan)
        values = _column(subject, places[0], role, kept) if places else blank
        if role == "expectation":
            values = on_scale(values, satisfaction)
        found[role] = values * factor if role == "sd" and _is_share(values, factor) else values
    return found


def _is_share(values: clean.Values, factor: float) -> bool:
    found = values[np.isfinite(values)]
    return bool(factor != 1 and len(found) and found.max() <= 1)


def _column(subject: Subject, place: int, role: Role, kept: Kept) -> clean.Values:
    numbers, noticed = subject.numbers(place), subject.noticed
    empty = clean.blanks(numbers, kept)
    if len(empty) == np.count_nonzero(kept):
        noticed.column("warning", "empty_column", place)
    elif role == "volume":
        for row in empty:
            noticed.cell("warning", "blank_volume", int(row), place)
    values = clean.usable(numbers, place, kept, noticed)
    return clean.without_negative(values, place, kept, noticed) if role in NOT_NEGATIVE else values
