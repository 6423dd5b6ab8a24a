"""Names at the places that they wish for, as many as can be, while all of them keep a place.

One name after the other asks for its wish. It is granted where there is a way for all to stand, those among
them whose wish was granted before at one of their own; the way is looked for exactly, as far as it is
allowed, so that a name far off may move for it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cx.picture.names.together.all_at_once import AllAtOnce, OutOfSteps
from cx.picture.names.together.bits import as_bits, members
from cx.picture.names.together.choices import choices

_EACH = 0.1
"""Which share of the allowance one wish may take."""


def at_wished(
    owner: NDArray[np.int64],
    table: NDArray[np.bool_],
    standing: Sequence[int],
    wished: Sequence[int],
    allowance: int,
) -> list[int]:
    """Return a place of each name that stands, at least as many of them wished as now.

    Parameters
    ----------
    owner
        The name of each place, 0 and up, in order.
    table
        Which places exclude each other; symmetric, and no place excludes one of the same name.
    standing
        The places of the names now, one of each that has any; none excludes another.
    wished
        The places that names wish for.
    allowance
        How many times the places of a name may be looked at.
    """
    rows = np.flatnonzero(np.isin(owner, owner[list(standing)]))
    names, own = np.unique(owner[rows], return_inverse=True)
    now = np.searchsorted(rows, sorted(standing)).tolist()
    wish = np.flatnonzero(np.isin(rows, wished)).tolist()
    tried = choices(own, table[np.ix_(rows, rows)], now, len(names), wish)
    seated, wish_bits = as_bits(now), as_bits(wish)
    found = tried.settled
    waiting = [name for name, places in enumerate(tried.own) if places]
    search = AllAtOnce(tried, members(seated), allowance)
    current = sum(seated & tried.own[name] for name in waiting)
    barred, asking = 0, list[int]()
    for name in waiting:
        places = tried.own[name]
        if places & wish_bits & seated:
            barred |= places & ~wish_bits
        elif places & wish_bits:
            asking.append(name)
    for name in asking:
        without = barred | tried.own[name] & ~wish_bits
        try:
            way = search.places(waiting, int(_EACH * allowance), without)
        except OutOfSteps:
            continue
        if way is not None:
            current, barred = way, without
    return [int(rows[place]) for place in members(found | current)]
