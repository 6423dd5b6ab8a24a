"""The most weight of names that can stand together, with the proof, as far as the allowance goes.

Sets of names that cannot all stand are found one after another. Of each, one name at least has to be left
out; the lightest names that leave out one of each known set are a bound for what has to be lost. Where all
the others can stand, that is the best there is; where they cannot, there is one more set.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cx.picture.names.together.all_at_once import AllAtOnce, OutOfSteps
from cx.picture.names.together.bits import as_bits, members
from cx.picture.names.together.choices import Choices

_ROUNDING = 1e-9
_TRIED, _SMALLER, _ENOUGH = 0.5, 0.04, 60_000
"""Which share of the allowance one answer may take, and a try to make a set smaller; the latter never
more than so many steps."""
_HITS = 20_000
"""How many times the search for the lightest names may branch."""
Lightest = Callable[[Sequence[int], Sequence[float]], int]


@dataclass(frozen=True)
class Outcome:
    """What was found."""

    places: int
    """The places of names, as bits; those of settled names among them."""
    proven: bool
    """Whether no other places carry more weight."""
    impossible: tuple[int, ...]
    """Sets of names, as bits, of which at least one has to be left out."""


def lightest_hit(sets: Sequence[int], weight: Sequence[float]) -> int:
    """Return the lightest names, as bits, that have one of every set; by branch and bound.

    Raises
    ------
    OutOfSteps
        If that takes too long.
    """
    search = _Hitting(sets, weight)
    search.branch(list(sets), 0, 0.0, 0)
    return search.best


def most_weight(
    choices: Choices,
    weight: Sequence[float],
    standing: Sequence[int],
    allowance: int,
    *,
    lightest: Lightest = lightest_hit,
) -> Outcome:
    """Return the places of names with the most weight that was found.

    Parameters
    ----------
    choices
        The places that are worth trying.
    weight
        What each name is worth, above 0.
    standing
        Places where names stand now; they are tried first.
    allowance
        How many times the places of a name may be looked at: some 2 microseconds each.
    lightest
        Finds the lightest names that have one of every set.
    """
    search = _Search(choices, weight, standing, allowance)
    try:
        proven = search.to_the_end(lightest)
    except OutOfSteps:
        proven = False
    return Outcome(search.best | choices.settled, proven, tuple(search.impossible))


class _Search:
    def __init__(
        self, choices: Choices, weight: Sequence[float], standing: Sequence[int], allowance: int
    ) -> None:
        self.weight = weight
        self.every = choices.open
        self.together = AllAtOnce(choices, standing, allowance)
        self.steps = int(_TRIED * allowance), min(int(_SMALLER * allowance), _ENOUGH)
        self.impossible: list[int] = []
        self.best, self.worth = 0, 0.0

    def to_the_end(self, lightest: Lightest) -> bool:
        """Look for sets that cannot stand until the rest can; return whether the best is proven."""
        whole = self._weight(self.every)
        while True:
            left_out = lightest(self.impossible, self.weight)
            if whole - self._weight(left_out) <= self.worth + _ROUNDING:
                return True
            if self._stands(self.every & ~left_out):
                return True

    def _stands(self, names: int) -> bool:
        """Return whether all the names can stand; where not, leave out what cannot until the rest can."""
        tried = names
        while True:
            found = self.together.places(list(members(tried)), self.steps[0])
            if found is not None:
                if self._weight(tried) > self.worth:
                    self.best, self.worth = found, self._weight(tried)
                return tried == names
            conflict = self.together.conflict(list(members(tried)), self.steps[1])
            self.impossible.append(as_bits(conflict))
            tried &= ~self.impossible[-1]

    def _weight(self, names: int) -> float:
        return sum(self.weight[name] for name in members(names))


class _Hitting:
    def __init__(self, sets: Sequence[int], weight: Sequence[float]) -> None:
        self.weight = weight
        self.least, self.best = float("inf"), 0
        self.left = _HITS
        self.lightest = {one: min(weight[name] for name in members(one)) for one in sets}

    def branch(self, sets: Sequence[int], chosen: int, paid: float, barred: int) -> None:
        """Look for the lightest names of sets that none is chosen of; barred ones were tried before."""
        if not sets:
            if paid < self.least:
                self.least, self.best = paid, chosen
            return
        self.left -= 1
        if self.left < 0:
            raise OutOfSteps
        if paid + self._at_least(sets) >= self.least - _ROUNDING:
            return
        smallest = min(sets, key=lambda one: ((one & ~barred).bit_count(), one))
        for name in sorted(members(smallest & ~barred), key=lambda one: (self.weight[one], one)):
            bit = 1 << name
            self.branch(
                [one for one in sets if not one & bit], chosen | bit, paid + self.weight[name], barred
            )
            barred |= bit

    def _at_least(self, sets: Sequence[int]) -> float:
        """Return what sets without a common name cost together."""
        seen, paid = 0, 0.0
        for one in sorted(sets, key=lambda each: (-self.lightest[each], each)):
            if not one & seen:
                seen |= one
                paid += self.lightest[one]
        return paid
