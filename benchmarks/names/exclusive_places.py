"""The most weight that names can have, proven by integer programming (HiGHS).

The program's own search, without its limits, proposes sets of names that cannot all stand. HiGHS proves each
of them again, from the places and what these exclude alone; a set that it does not prove counts for
nothing. The lightest names that have one of every proven set, by HiGHS too, are left out: the rest is the
bound.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cx.picture.names.candidates import Candidates
from cx.picture.names.clearance import exclusions
from cx.picture.names.together import choices, most_weight
from cx.picture.names.together.bits import as_bits, members

PER_SECOND = 250_000
"""About how often the search looks at the places of a name in a second."""
_PATIENCE = 60.0
INFEASIBLE = 2


def most_possible(
    places: Candidates, weight: NDArray[np.float64], unit: float, patience: float
) -> tuple[float, bool]:
    """Return the largest weight of names over places, or a bound above it; and whether it is reached.

    Parameters
    ----------
    weight
        Of each bubble's name.
    patience
        Seconds of a processor that the search may take, about.
    """
    if not len(places):
        return 0.0, True
    owners, owner = np.unique(places.owner, return_inverse=True)
    table, worth = exclusions(places, unit), weight[owners]
    tried = choices(owner, table, [], len(owners))
    allowance = int(patience * PER_SECOND)
    found = most_weight(tried, worth.tolist(), [], allowance, lightest=lightest_by_programme)
    proven = [one for one in found.impossible if cannot_stand(list(members(one)), owner, table)]
    lost = sum(worth[name] for name in members(lightest_by_programme(proven, worth.tolist())))
    reached = float(worth[owner[list(members(found.places))]].sum())
    bound = float(worth.sum() - lost)
    return bound, bool(bound <= reached + 1e-9)


def lightest_by_programme(sets: Sequence[int], weight: Sequence[float]) -> int:
    """Return the lightest names, as bits, that have one of every set, by HiGHS."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    if not sets:
        return 0
    rows = np.array([[one >> name & 1 for name in range(len(weight))] for one in sets])
    found = milp(
        np.array(weight),
        constraints=LinearConstraint(rows, 1, np.inf),
        integrality=np.ones(len(weight)),
        bounds=Bounds(0, 1),
    )
    return as_bits(np.flatnonzero(found.x > 0.5).tolist())  # noqa: PLR2004 - zero or one, but for rounding


def cannot_stand(names: Sequence[int], owner: NDArray[np.int64], table: NDArray[np.bool_]) -> bool:
    """Return whether HiGHS proves that the names cannot all have a place without excluding one another."""
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_matrix

    rows = np.flatnonzero(np.isin(owner, names))
    rows = rows[undominated(owner[rows], table[np.ix_(rows, rows)])]
    own, part = owner[rows], table[np.ix_(rows, rows)]
    of_each = own == np.array(names)[:, None]
    sets = exclusive_sets(part | (own[:, None] == own))
    row = np.repeat(np.arange(len(sets)), [len(each) for each in sets])
    apart = csr_matrix((np.ones(len(row)), (row, np.concatenate(sets))), shape=(len(sets), len(rows)))
    found = milp(
        np.zeros(len(rows)),
        constraints=[LinearConstraint(apart, -np.inf, 1), LinearConstraint(of_each.astype(float), 1, 1)],
        integrality=np.ones(len(rows)),
        bounds=Bounds(0, 1),
        options={"time_limit": _PATIENCE},
    )
    return bool(found.status == INFEASIBLE)


def undominated(owner: NDArray[np.int64], table: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the places without those that exclude all that another place of the same bubble excludes."""
    kept: list[int] = []
    packed = np.packbits(table, axis=1)
    for name in np.unique(owner):
        chosen: list[int] = []
        rows = np.flatnonzero(owner == name)
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
