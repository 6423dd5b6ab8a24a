"""Columns of one person's averages: what somebody gave a kind of place over many visits, with decimals.

One such column alone could be a length or a time; several side by side on one usual scale are ratings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from cx.intake.sheet import Table
from cx.intake.survey.answers import Answered, usual
from cx.intake.survey.evidence.profile import Profile
from cx.process import steps

Ends = tuple[float, float]
_FEWEST_COLUMNS, _FEWEST_ROWS, _PER_COLUMN = 5, 50, 3
_HIGHEST, _BROKEN, _REACHED, _FLOAT = 10.0, 0.5, 0.6, 1e-6


def profiles_of(columns: Sequence[Answered], table: Table) -> tuple[Profile, ...]:
    """Return the profile of every column of a table.

    Parameters
    ----------
    columns
        All columns of the table, as answers.
    table
        Their cells.
    """
    found = averaged(columns, table.height)
    return tuple(
        Profile(one, table.columns[one.place], table.height, table, averaged=found.get(one.place))
        for one in steps(columns)
    )


def averaged(columns: Sequence[Answered], height: int) -> Mapping[int, Ends]:
    """Return the places of columns that hold averages, with the scale that they share; nothing for a few.

    Parameters
    ----------
    columns
        All columns of a table, as answers.
    height
        How many rows the table has: more than a table of touchpoints has for so many columns.
    """
    if height < _FEWEST_ROWS:
        return {}
    ends = {one.place: found for one in steps(columns) if (found := _ends(one)) is not None}
    if len(ends) < _FEWEST_COLUMNS or height < _PER_COLUMN * len(ends):
        return {}
    most = Counter(ends.values()).most_common(1)[0][0]
    low, high = min(most[0], *(one[0] for one in ends.values())), most[1]
    alike = [place for place, own in ends.items() if _REACHED * high <= own[1] <= high]
    return dict.fromkeys(alike, (low, high)) if len(alike) >= _FEWEST_COLUMNS else {}


def _ends(one: Answered) -> Ends | None:
    """The narrowest usual scale of a column of averages: mostly numbers of two decimals."""
    values, counts, n = one.counted.values, one.counted.counts, len(one.known)
    if one.spoken is not None or n < _FEWEST_ROWS or values[0] < 0 or values[-1] > _HIGHEST:
        return None
    hundredths = values * 100
    if not (np.abs(hundredths - np.rint(hundredths)) < _FLOAT * 100).all():
        return None
    broken = counts[np.abs(values * 10 - np.rint(values * 10)) > _FLOAT].sum()  # tenths are steps of a slider
    scale = usual((float(values[0]), float(values[-1])))
    if broken <= _BROKEN * n or values[-1] < _REACHED * scale.maximum:
        return None
    return float(scale.minimum), float(scale.maximum)
