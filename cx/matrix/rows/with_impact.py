"""The touchpoints in view with their impact, before lines and quadrants."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from cx.errors import ImpactRefused
from cx.matrix.lines import AxisValues, is_high, quadrant_by_side
from cx.matrix.rows.aggregate import Group, folded, groups
from cx.matrix.rows.composition import composed, refused, totals
from cx.matrix.rows.impact_known import impact_claim
from cx.matrix.rows.view import population, visible
from cx.records import Filters, Quadrant, Settings, Touchpoints, impact_part_column

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Drawn:
    """Groups with a satisfaction, and one impact each (NaN without); ``missing`` have no satisfaction."""

    groups: tuple[Group, ...]
    impact: Numbers
    missing: tuple[Group, ...]
    negative: frozenset[str] = frozenset()
    """Folded names of touchpoints of which more goes with a worse outcome."""
    missing_impact: Numbers = field(default_factory=lambda: np.empty(0))
    """Shape (missing,); the impact of those without satisfaction, NaN without."""

    @cached_property
    def height(self) -> Numbers:
        """Shape (touchpoints,); the impact, below 0 for a negative driver."""
        turned = np.array([folded(group.name) in self.negative for group in self.groups], dtype=bool)
        return np.where(turned, -np.abs(self.impact), self.impact)

    def quadrant(self, place: int, lines: tuple[float, float | None]) -> Quadrant | None:
        """Return the quadrant of one touchpoint; a negative driver is never high, however low the line.

        Parameters
        ----------
        lines
            The crosshair: (satisfaction, impact); without a line of impact there is no quadrant.
        """
        group, height = self.groups[place], float(self.height[place])
        if lines[1] is None or np.isnan(height):
            return None
        return quadrant_by_side(
            impact_high=folded(group.name) not in self.negative and is_high(height, lines[1]),
            satisfaction_high=is_high(group.satisfaction, lines[0]),
        )

    @property
    def satisfaction(self) -> Numbers:
        """Shape (touchpoints,)."""
        return np.array([group.satisfaction for group in self.groups], dtype=float)

    @property
    def volume(self) -> Numbers:
        """Shape (touchpoints,); NaN where there is none."""
        return np.array([group.volume for group in self.groups], dtype=float)

    @property
    def n(self) -> Numbers:
        """Shape (touchpoints,); NaN where there is none."""
        return np.array([group.n for group in self.groups], dtype=float)


def drawn(touchpoints: Touchpoints, settings: Settings, filters: Filters) -> Drawn:
    """Return the touchpoints that the filters leave in, with their impact.

    Raises
    ------
    cx.errors.ImpactRefused
        When a part of a composed impact points against its direction; names the cell.
    """
    columns = _impact_columns(touchpoints)
    found = groups(visible(touchpoints, filters), columns, settings.unit, touchpoints.called)
    impact = _impact(touchpoints, settings, filters, found)
    has = np.array([not np.isnan(group.satisfaction) for group in found], dtype=bool)
    return Drawn(
        groups=tuple(group for group, kept in zip(found, has, strict=True) if kept),
        impact=impact[has],
        missing=tuple(group for group, kept in zip(found, has, strict=True) if not kept),
        negative=_negative(touchpoints, found, impact),
        missing_impact=impact[~has],
    )


def axis_values(seen: Drawn, values: Numbers, kept: NDArray[np.bool_], settings: Settings) -> AxisValues:
    """Return the values of one axis without a scale of its own, over the kept touchpoints."""
    small = np.nan_to_num(seen.n, nan=np.inf) < settings.min_n
    return AxisValues(values[kept], seen.volume[kept], small[kept], None)


def _negative(touchpoints: Touchpoints, found: tuple[Group, ...], impact: Numbers) -> frozenset[str]:
    """Of derived impact what the effects' intervals say; of a given one its sign, unless none is above 0."""
    if impact_claim(touchpoints) == "none":
        return frozenset()
    if touchpoints.impact_kind == "derived":
        said = touchpoints.evidence.items()
        return frozenset(folded(name) for name, one in said if one.toward == "negative")
    if not (np.nan_to_num(impact) > 0).any():
        return frozenset()
    return frozenset(folded(group.name) for group, value in zip(found, impact, strict=True) if value < 0)


def _impact_columns(touchpoints: Touchpoints) -> tuple[str, ...]:
    if touchpoints.impact_kind == "composed":
        return tuple(impact_part_column(place) for place in range(len(touchpoints.impact_parts)))
    return ("impact",)


def _impact(
    touchpoints: Touchpoints, settings: Settings, filters: Filters, found: tuple[Group, ...]
) -> Numbers:
    if touchpoints.impact_kind == "none":
        return np.full(len(found), np.nan)
    values = _matrix_of(found, max(1, len(_impact_columns(touchpoints))))
    if touchpoints.impact_kind != "composed":
        return values[:, 0]
    rows = population(touchpoints, filters)
    _refuse_wrong_signs(touchpoints, rows)
    everyone = tuple(
        group
        for group in groups(rows, _impact_columns(touchpoints), settings.unit, touchpoints.called)
        if not np.isnan(group.satisfaction)
    )
    whole = totals(_matrix_of(everyone, values.shape[1]), touchpoints.impact_parts)
    return composed(values, touchpoints.impact_parts, whole)


def _matrix_of(found: tuple[Group, ...], width: int) -> Numbers:
    return np.array([group.impacts for group in found], dtype=float).reshape(len(found), width)


def _refuse_wrong_signs(touchpoints: Touchpoints, rows: pd.DataFrame) -> None:
    columns = _impact_columns(touchpoints)
    against = refused(rows[list(columns)].to_numpy(dtype=float), touchpoints.impact_parts)
    if not against.any():
        return
    place, part = (int(index) for index in np.argwhere(against)[0])
    row, sheet = int(rows["row"].iloc[place]), str(rows["sheet"].iloc[place])
    cell = touchpoints.cells.get((sheet, row, columns[part]), str(row))
    raise ImpactRefused(
        "impact_sign",
        sheet=sheet,
        cell=cell,
        cells=f"{cell} ({rows[columns[part]].iloc[place]:.6g})",
        columns=", ".join(each.column for each in touchpoints.impact_parts),
    )
