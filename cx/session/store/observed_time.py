"""Time as the store has seen it pass, which a clock that jumps cannot hurry.

The store is looked at while the program runs. What lies between two looks counts, but at most one day, and
nothing where the clock went back: a clock that is years ahead adds a day, as a night does. A program that
runs every day measures days; one that is started once a week measures one for each week.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final

DAY: Final = 86_400.0
"""Seconds that one look adds at the most."""
_WORTH: Final = 3_600.0
"""Seconds below which a look is not written down; the next one counts them."""


@dataclass(frozen=True)
class Observed:
    """How much time the store has seen pass since it was made."""

    seconds: float
    moment: dt.datetime
    """What the clock said when the store was looked at last."""
    is_news: bool
    """Whether it is worth writing down."""

    def plain(self) -> dict[str, object]:
        """Return it as a document of the store."""
        return {"seconds": self.seconds, "moment": self.moment.isoformat()}


def after(kept: dict[str, Any], now: dt.datetime) -> Observed:
    """Return the time that has passed, now that the store is looked at again.

    Parameters
    ----------
    kept
        What the store kept of the look before, as :meth:`Observed.plain` gives it; anything else begins anew.

    Examples
    --------
    >>> monday = dt.datetime(2026, 11, 2, tzinfo=dt.UTC)
    >>> first = after({}, monday)
    >>> [after(first.plain(), monday + dt.timedelta(days=n)).seconds / DAY for n in (0.5, 1, 5000, -3)]
    [0.5, 1.0, 1.0, 0.0]
    """
    try:
        before = dt.datetime.fromisoformat(kept["moment"]).astimezone(dt.UTC)
        seconds = float(kept["seconds"])
    except (KeyError, TypeError, ValueError, OverflowError):
        return Observed(0.0, now, is_news=True)
    passed = (now - before).total_seconds()
    if 0 <= passed < _WORTH:
        return Observed(seconds + passed, now, is_news=False)
    return Observed(seconds + min(max(passed, 0.0), DAY), now, is_news=True)
