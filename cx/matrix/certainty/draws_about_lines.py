"""Where the touchpoints lie about the lines in each draw: as drawn, and with what is noise taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cx.matrix.lines import line_per_draw
from cx.matrix.rows import Drawn, Group, axis_values, folded
from cx.records import AxisDraws, Crosshair, Settings

if TYPE_CHECKING:
    from cx.impact.claims import Noise

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class AxisTold:
    """One axis: what the draws say about the touchpoints that they know."""

    raw: Numbers
    """(draws, touchpoints) touchpoint minus line."""
    shrunk: Numbers
    """The same, moved towards the line by what is noise."""
    lines: Numbers
    """(draws,) the line."""
    noise: Noise


@dataclass(frozen=True)
class Told:
    """Both axes; ``impact`` is ``None`` where its error is unknown."""

    places: Mapping[str, int]
    """Folded name to its column, or the bubble's id (``by_id``)."""
    satisfaction: AxisTold
    impact: AxisTold | None
    by_id: bool = False

    def place(self, group: Group) -> int | None:
        """Return the column of a touchpoint, or of a bubble; ``None`` without draws."""
        return self.places.get(group.id if self.by_id else folded(group.name))


def told(
    base: Drawn, draws: AxisDraws, settings: Settings, crosshair: Crosshair, owners: Sequence[str] = ()
) -> Told:
    """Return where the touchpoints lie about the crosshair in each draw of the responses.

    Parameters
    ----------
    base
        The touchpoints that the crosshair is computed from: they tell how much is noise, and which of them
        are negative drivers, whose shares count downwards.
    crosshair
        As drawn. In the draws it is computed anew where its rule depends on the data, unless it is frozen.
    owners
        The touchpoint of each column of the draws, where several columns are of one.
    """
    from cx.impact.claims import IMPACT_STEP, SATISFACTION_STEP  # the first page does not wait for it

    places = places_of(draws)
    lines = _lines(base, draws, settings, crosshair)
    across, up = _defining(base, settings, crosshair, places)
    up = list({owners[place]: place for place in reversed(up)}.values()) if owners else up
    satisfaction = _axis(draws.satisfaction, lines[0], across, SATISFACTION_STEP)
    if draws.impact is None:
        return Told(places, satisfaction, None)
    signed = draws.impact * np.array([-1.0 if folded(name) in base.negative else 1.0 for name in draws.names])
    return Told(places, satisfaction, _axis(signed, lines[1], up, IMPACT_STEP))


def _axis(values: Numbers, lines: Numbers, defining: list[int], step: float) -> AxisTold:
    from cx.impact.claims import noise_of, shrunk

    raw = values - lines[:, np.newaxis]
    found = noise_of(raw[:, defining])
    return AxisTold(raw, shrunk(raw, found, step), lines, found)


def _defining(
    base: Drawn, settings: Settings, crosshair: Crosshair, places: Mapping[str, int]
) -> tuple[list[int], list[int]]:
    """The columns of the touchpoints that define the lines; of impact's line, mean and middle know all."""
    kept = ~np.isnan(base.impact)
    small = axis_values(base, base.impact, kept, settings).small
    names = [folded(group.name) for group, here in zip(base.groups, kept, strict=True) if here]
    known = [places[name] for name in names if name in places]
    if small.all() or crosshair.rule in ("midpoint", "fixed"):
        return known, known
    large = [
        places[name] for name, low in zip(names, small, strict=True) if name in places and not low
    ] or known
    return large, known if crosshair.rule == "mean" else large


def _lines(
    base: Drawn, draws: AxisDraws, settings: Settings, crosshair: Crosshair
) -> tuple[Numbers, Numbers]:
    """(draws,) the two lines in each draw."""
    count = len(draws.satisfaction)
    level = np.nan if crosshair.impact is None else crosshair.impact
    fixed = np.full(count, crosshair.satisfaction), np.full(count, level)
    rule = crosshair.rule
    if crosshair.frozen or rule in ("midpoint", "fixed"):
        return fixed
    kept = ~np.isnan(base.impact)
    satisfaction = line_per_draw(
        axis_values(base, base.satisfaction, kept, settings),
        _table(base, draws, draws.satisfaction, kept),
        rule,
    )
    if draws.impact is None or rule == "mean":  # the mean of shares is 1/k in every draw
        return satisfaction, fixed[1]
    impact = line_per_draw(
        axis_values(base, base.impact, kept, settings), _table(base, draws, draws.impact, kept), rule
    )
    return satisfaction, impact


def _table(base: Drawn, draws: AxisDraws, values: Numbers, kept: NDArray[np.bool_]) -> Numbers:
    """(draws, kept touchpoints); NaN where a touchpoint was not drawn."""
    places = places_of(draws)
    none = np.full(len(values), np.nan)
    names = [folded(group.name) for group, here in zip(base.groups, kept, strict=True) if here]
    return np.column_stack([values[:, places[name]] if name in places else none for name in names])


def places_of(draws: AxisDraws) -> dict[str, int]:
    """Return the column of each name; names that only letter case tells apart share one bubble: none."""
    names = [folded(name) for name in draws.names]
    often = Counter(names)
    return {name: place for place, name in enumerate(names) if often[name] == 1}
