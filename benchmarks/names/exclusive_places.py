"""The best choice among places that exclude one another, proven by integer programming (HiGHS)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cx.picture.names.candidates import Candidates
from cx.picture.names.clearance import conflicts


def programme(
    places: Candidates, weight: NDArray[np.float64], unit: float, patience: float
) -> tuple[float, bool]:
    """Return the largest weight of names over places, by HiGHS: one at most of every exclusive set."""
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_matrix

    if not len(places):
        return 0.0, True
    table = conflicts(places, places, unit)
    kept = undominated(places, table)
    places, table = places[kept], table[np.ix_(kept, kept)]
    sets = exclusive_sets(table | (places.owner[:, None] == places.owner))
    rows = np.repeat(np.arange(len(sets)), [len(each) for each in sets])
    matrix = csr_matrix((np.ones(len(rows)), (rows, np.concatenate(sets))), shape=(len(sets), len(places)))
    found = milp(
        -weight[places.owner],
        constraints=LinearConstraint(matrix, -np.inf, 1),
        integrality=np.ones(len(places)),
        bounds=Bounds(0, 1),
        options={"time_limit": patience},
    )
    if found.mip_dual_bound is None:
        return float(weight[np.unique(places.owner)].sum()), False
    most = float(weight[np.unique(places.owner)].sum())
    return min(-float(found.mip_dual_bound), most), found.status == 0


def undominated(places: Candidates, table: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the places without those that exclude all that another place of the same bubble excludes."""
    kept: list[int] = []
    packed = np.packbits(table, axis=1)
    for owner in np.unique(places.owner):
        chosen: list[int] = []
        rows = np.flatnonzero(places.owner == owner)
        for row in rows[np.argsort(table[rows].sum(axis=1), kind="stable")]:
            if not chosen or (packed[chosen] & ~packed[row]).any(axis=1).all():
                chosen.append(int(row))
        kept += chosen
    return np.array(sorted(kept))


def exclusive_sets(table: NDArray[np.bool_]) -> list[list[int]]:
    """Return sets of places that all exclude each other, so that every excluding pair is in one."""
    table = table.copy()
    np.fill_diagonal(table, val=False)
    packed = np.packbits(table, axis=1, bitorder="little")
    others = [int.from_bytes(row.tobytes(), "little") for row in packed]
    open_pairs, sets = list(others), []
    for first in range(len(others)):
        members = [first]
        while open_pairs[first] or len(members) == 1:
            members, allowed = [first], others[first]
            while allowed:
                wanted = allowed & open_pairs[first] or allowed
                members.append((wanted & -wanted).bit_length() - 1)
                allowed &= others[members[-1]]
            mask = sum(1 << member for member in members)
            for member in members:
                open_pairs[member] &= ~mask
            sets.append(members)
            if len(members) == 1:
                break
    return sets
