"""A name that waits besides all others, or instead of a lighter one: who stands where is looked for exactly.

The other searches change one place after the other. Here all names may move at once, so that a name comes in
that no short way leads to. Every exchange is tried shortly first, and longer once no short try gains
anything. Names that were proven not to stand together are not tried again, nor with others beside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cx.picture.names.together.all_at_once import AllAtOnce, OutOfSteps
from cx.picture.names.together.bits import as_bits, members
from cx.picture.names.together.choices import Choices

_EACH = (2_000, 8_000)
"""How often one try may look at the places of a name: a short one, and a long one."""
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
    search = _Exchanges(choices, weight, standing, allowance)
    while any(search.gains(steps) for steps in _EACH):
        pass
    return list(members(search.taken))


class _Exchanges:
    def __init__(
        self, choices: Choices, weight: Sequence[float], standing: Sequence[int], allowance: int
    ) -> None:
        self.choices, self.weight = choices, weight
        self.taken = as_bits(standing)
        self.together = AllAtOnce(choices, standing, allowance)
        self.impossible: list[int] = []
        """Sets of names, as bits, that were proven not to stand together."""

    def gains(self, steps: int) -> bool:
        """Take the exchange that may gain most of those found within so many steps each; return whether."""
        seated = as_bits(name for name, places in enumerate(self.choices.own) if places & self.taken)
        for comes, goes in _tries(self.choices, self.weight, self.taken):
            if self.together.left <= 0:
                return False
            names = (seated | 1 << comes) & ~(0 if goes is None else 1 << goes)
            if any(one & names == one for one in self.impossible):
                continue
            try:
                found = self.together.places(list(members(names)), steps)
            except OutOfSteps:
                continue
            if found is not None:
                self.taken = found
                return True
            self.impossible.append(names)
        return False


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
