"""A name that waits besides all others, or instead of a lighter one: who stands where is looked for exactly.

The other searches change one place after the other. Here all names may move at once, so that a name comes in
that no short way leads to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cx.picture.names.together.all_at_once import AllAtOnce, OutOfSteps
from cx.picture.names.together.bits import as_bits, members
from cx.picture.names.together.choices import Choices

_EACH = 1_000
"""How often one try may look at the places of a name."""
_ROUNDING = 1e-9


def one_for_another(
    choices: Choices, weight: Sequence[float], standing: Sequence[int], allowance: int
) -> list[int]:
    """Return places of the names that are looked at together, with no less weight than where they stand.

    Parameters
    ----------
    choices
        The places that are worth trying.
    weight
        What each name is worth, above 0.
    standing
        Where names stand now: places among those worth trying, none excluding another.
    allowance
        How many times the places of a name may be looked at.
    """
    taken = as_bits(standing)
    search = AllAtOnce(choices, standing, allowance)
    found: int | None = taken
    while found is not None:
        taken = found
        found = _heavier(choices, weight, taken, search)
    return list(members(taken))


def _heavier(choices: Choices, weight: Sequence[float], taken: int, search: AllAtOnce) -> int | None:
    """Return places of names that weigh more, from the try that may gain most; ``None``: none was found."""
    names = [name for name, places in enumerate(choices.own) if places & taken]
    for comes, goes in _tries(choices, weight, taken):
        if search.left <= 0:
            return None
        try:
            found = search.places([comes, *(name for name in names if name != goes)], _EACH)
        except OutOfSteps:
            continue
        if found is not None:
            return found
    return None


def _tries(choices: Choices, weight: Sequence[float], taken: int) -> Iterator[tuple[int, int | None]]:
    """Yield who may come and who may go for it, if anyone: a name in its way, or beside one of those."""
    gains: list[tuple[float, int, int]] = []
    for comes, places in enumerate(choices.own):
        if not places or places & taken:
            continue
        gains.append((-weight[comes], comes, -1))
        beside = set(choices.beside[comes])
        for goes, held in enumerate(choices.own):
            lighter = held & taken and weight[goes] < weight[comes] - _ROUNDING
            if lighter and (goes in beside or not beside.isdisjoint(choices.beside[goes])):
                gains.append((weight[goes] - weight[comes], comes, goes))
    return ((comes, None if goes < 0 else goes) for _, comes, goes in sorted(gains))
