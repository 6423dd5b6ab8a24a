"""Better choices in one part of the chart after the other: exact where the whole would take too long.

Around each name that has no place, the names that have most to do with it are chosen anew, all others staying
where they are. What such a part can carry at most is found exactly, since it has few names.
"""

from __future__ import annotations

from collections.abc import Sequence

from cx.picture.names.together.bits import as_bits, members
from cx.picture.names.together.choices import Choices
from cx.picture.names.together.most_weight import most_weight

_SIZE, _ROUNDS = 20, 2
"""How many names are chosen anew together, and how often this goes over the names that have no place."""
_ALLOWANCE, _PARTS = 20_000, 16
"""How often a part may look at the places of a name, and how many parts are looked at."""
_ROUNDING = 1e-9


def better_nearby(choices: Choices, weight: Sequence[float], standing: Sequence[int]) -> list[int]:
    """Return places of names that can be looked at together, with no less weight than where they stand.

    Parameters
    ----------
    choices
        The places that are worth trying.
    weight
        What each name is worth, above 0.
    standing
        Where names stand now: places among those worth trying, none excluding another.
    """
    taken, left = as_bits(standing), _PARTS
    reach = [_barred(choices, places) for places in choices.own]
    for _ in range(_ROUNDS):
        waiting = [name for name, places in enumerate(choices.own) if places and not places & taken]
        for name in sorted(waiting, key=lambda one: (-weight[one], one)):
            if choices.own[name] & taken or not left:
                continue
            left -= 1
            taken = _chosen_anew(choices, weight, taken, _part(choices, reach, name))
    return list(members(taken))


def _part(choices: Choices, reach: Sequence[int], name: int) -> set[int]:
    """Return a name with those that have most to do with it, and with one another."""
    part, touched = {name}, reach[name]
    others = {other for other, places in enumerate(choices.own) if places and other != name}
    while others and len(part) < _SIZE:
        nearest = max(others, key=lambda one: ((touched & choices.own[one]).bit_count(), -one))
        others.discard(nearest)
        part.add(nearest)
        if len(part) < _SIZE // 2:
            touched |= reach[nearest] & reach[name]
    return part


def _chosen_anew(choices: Choices, weight: Sequence[float], taken: int, part: set[int]) -> int:
    """Return the places taken, with those of a part of the names chosen anew where that is worth more."""
    before = sum(places & taken for name, places in enumerate(choices.own) if name in part)
    barred = _barred(choices, taken & ~before)
    own = [places & ~barred if name in part else 0 for name, places in enumerate(choices.own)]
    beside = [[other for other in choices.beside[name] if other in part] for name in range(len(own))]
    few = Choices(choices.excluded, own, beside, 0)
    found = most_weight(few, weight, list(members(before)), _ALLOWANCE).places
    worth = [sum(weight[name] for name in part if own[name] & places) for places in (before, found)]
    return taken & ~before | found if worth[1] > worth[0] + _ROUNDING else taken


def _barred(choices: Choices, places: int) -> int:
    found = 0
    for place in members(places):
        found |= choices.excluded[place]
    return found
