"""The months, quarters and years in which paths begin: what can be compared."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cx import engine
from cx.engine.queries import path_figures
from cx.journeys.asking import months_of
from cx.process import Beat
from cx.records.journeys import Events

_YEAR, _QUARTER = 12, 3


def calendar(events: Events | engine.Log, *, least: int = 1, beat: Beat | None = None) -> tuple[str, ...]:
    """Return the years, quarters and months of the events, as options take them: long ones first.

    What holds all of the events is left out, since nothing could be told from it.

    Parameters
    ----------
    least
        Months of a log that the engine is asked about in which fewer cases have an event are not named.
    beat
        Called while the engine works; what it raises ends that.

    Examples
    --------
    >>> import numpy as np
    >>> from cx.records.journeys import LogFacts
    >>> days = np.array(["2026-01-05", "2026-03-01", "2026-04-30"], dtype="datetime64[us]").astype(np.int64)
    >>> calendar(Events(np.arange(3), days, days, np.zeros(3, int), 3, LogFacts(("A",), "case")))
    ('2026-Q1', '2026-Q2', '2026-01', '2026-03', '2026-04')
    """
    if isinstance(events, engine.Log):
        months = _months(events, least, beat)
    else:
        months = [int(month) for month in np.unique(months_of(events.local))]
    levels = (
        _different([str(month // _YEAR) for month in months]),
        _different([f"{month // _YEAR}-Q{month % _YEAR // _QUARTER + 1}" for month in months]),
        _different([f"{month // _YEAR}-{month % _YEAR + 1:02d}" for month in months]),
    )
    return tuple(name for level in levels if len(level) > 1 for name in level)


def _months(log: engine.Log, least: int, beat: Beat | None) -> list[int]:
    """The months since the year 0 in which enough cases have an event."""
    name = ", ".join(log.facts.roles)
    (found,) = engine.asked(
        log.tables, [path_figures.months(log.events, least)], made=log.made, name=name, beat=beat
    )
    return [int(month or 0) for (month,) in found.rows()]


def trend_periods(names: Sequence[str]) -> tuple[str, ...]:
    """Return the shortest periods among those of a calendar, in their order: what a trend runs over."""
    months = [name for name in names if "Q" not in name and len(name) > len("2026")]
    quarters = [name for name in names if "Q" in name]
    return tuple(months or quarters or names)


def _different(names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(names))
