"""The gate of the trend of contacts: whether the last month differs from the first beyond chance."""

from __future__ import annotations

import math

from cx.records.lenses import LensResult, MonthsClaim, Moved

_TWO = 2


def months_claim(result: LensResult) -> MonthsClaim | None:
    """Return what may be said of negative contacts from the first month to the last; ``None`` without months.

    Notes
    -----
    The 95% interval of the difference by Newcombe's hybrid of both shares' own intervals, which have the
    design effect of whole customers in them. Customers of both months make it wide rather than narrow.

    References
    ----------
    Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions.
    Statistics in Medicine 17(8).
    """
    months = result.months
    if len(months) < _TWO:
        return None
    first, last = months[0], months[-1]
    before, after = first.negative, last.negative
    apart = after.value - before.value
    if None in (before.low, before.high, after.low, after.high):
        return MonthsClaim(first.month, last.month, before.value, after.value, "chance")
    down = math.hypot(after.value - (after.low or 0.0), (before.high or 0.0) - before.value)
    up = math.hypot((after.high or 0.0) - after.value, before.value - (before.low or 0.0))
    moved: Moved = "more" if apart - down > 0 else "fewer" if apart + up < 0 else "chance"
    return MonthsClaim(first.month, last.month, before.value, after.value, moved)
