"""The certainty of every touchpoint: from the draws of the responses, else by the normal approximation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cx.matrix.certainty.draws_about_lines import AxisTold, Told, told
from cx.matrix.certainty.in_view import draws_in_view
from cx.matrix.certainty.of_bubbles import told_apart
from cx.matrix.certainty.of_table import approximated
from cx.matrix.certainty.probabilities import Certainty, counted
from cx.matrix.rows import Drawn, Group
from cx.records import Crosshair, Quadrant, Settings, Touchpoints

_FLAT = 1e-9


@dataclass(frozen=True)
class Certainties:
    """What is known of each touchpoint in view, and what it was told from."""

    each: tuple[Certainty | None, ...]
    told: Told | None = None
    """Where impact was derived from responses."""


def certainties(
    seen: Drawn, base: Drawn, touchpoints: Touchpoints, settings: Settings, crosshair: Crosshair
) -> Certainties:
    """Return the certainty of each touchpoint in view; ``None`` where it cannot be known.

    Parameters
    ----------
    seen, base
        The touchpoints in view, and those that the crosshair is computed from.
    crosshair
        As drawn. In the draws it is computed anew where its rule depends on the data, unless it is frozen.

    Notes
    -----
    The share of draws in which a touchpoint lies in its quadrant, after what is noise in its distance from
    the lines was taken back (METHODS 10.3): the draws centre on an estimate that is itself too far out.
    """
    if crosshair.impact is None:
        return Certainties((None,) * len(seen.groups))
    draws = touchpoints.draws
    if draws is not None and settings.unit == "touchpoint":
        found = told(base, draws_in_view(draws, seen, base, touchpoints), settings, crosshair)
    elif (apart := told_apart(seen, base, touchpoints, settings, crosshair)) is not None:
        found = apart
    else:
        return Certainties(tuple(approximated(seen, base, touchpoints, settings, crosshair)))
    lines = crosshair.satisfaction, crosshair.impact
    each = [_certainty(group, seen.quadrant(j, lines), found) for j, group in enumerate(seen.groups)]
    return Certainties(tuple(each), found)


def _certainty(group: Group, quadrant: Quadrant | None, found: Told) -> Certainty | None:
    place = found.place(group)
    if place is None or quadrant is None:
        return None
    up = found.impact
    if up is not None and np.nanstd(up.raw[:, place]) <= _FLAT:
        return None
    across = _values(found.satisfaction, place)
    return counted(
        quadrant,
        (across, None if up is None else _values(up, place)),
        (found.satisfaction.lines, found.satisfaction.lines if up is None else up.lines),
    )


def _values(axis: AxisTold, place: int) -> np.ndarray:
    return np.asarray(axis.shrunk[:, place] + axis.lines)
