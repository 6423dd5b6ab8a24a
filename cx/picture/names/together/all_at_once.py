"""A place for each of some names, or the proof that there is none.

Names are placed one after another, the one with the fewest places left first; a place goes as soon as it
excludes all that another name has left. A name that turned out to be left without any counts for more when
the next one is chosen, so that the search comes to the crowded part of the chart first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cx.picture.names.together.bits import as_bits, members
from cx.picture.names.together.choices import Choices

_FEWEST, _GROWTH = 4, 1.3
"""From how many names on a set without a solution is looked for, and by how much more at each try."""


class OutOfSteps(Exception):
    """The search was stopped before it came to an end."""


class AllAtOnce:
    """A search that can be asked for one set of names after another, and learns where it is crowded."""

    def __init__(self, choices: Choices, standing: Iterable[int], allowance: int) -> None:
        self.choices = choices
        self.usual = as_bits(standing)
        """Where names stood last: these places are tried first."""
        self.heft = [1.0] * len(choices.own)
        self.left = allowance
        """How many times it may still look at the places of a name."""
        self.limit = 0

    def places(self, names: Sequence[int], steps: int, barred: int = 0) -> int | None:
        """Return a place for each of the names, none of those barred, as bits; ``None``: there is no way.

        Raises
        ------
        OutOfSteps
            If neither was found within so many steps, or within the allowance.
        """
        self.limit = self.left - min(steps, self.left)
        alive = as_bits(())
        for name in names:
            alive |= self.choices.own[name]
        alive &= ~barred
        waiting = frozenset(names)
        possible = self._narrowed(alive, waiting, waiting)
        found = None if possible is None else self._placed(possible, waiting)
        if found is not None:
            kept = self.usual
            for name in names:
                kept &= ~self.choices.own[name]
            self.usual = kept | found
        return found

    def conflict(self, names: Sequence[int], steps: int) -> list[int]:
        """Return few of some names that cannot all stand, of which that is known."""
        found = self._crowded(names, steps)
        for name in sorted(found, key=lambda one: self.heft[one]):
            fewer = [one for one in found if one != name]
            if self._impossible(fewer, steps):
                found = fewer
        return found

    def _crowded(self, names: Sequence[int], steps: int) -> list[int]:
        ordered = sorted(names, key=lambda one: -self.heft[one])
        count = _FEWEST
        while count < len(ordered):
            if self._impossible(ordered[:count], steps):
                return ordered[:count]
            count = int(count * _GROWTH) + 1
        return ordered

    def _impossible(self, names: Sequence[int], steps: int) -> bool:
        usual = self.usual
        try:
            found = self.places(names, steps)
        except OutOfSteps:
            return False
        self.usual = usual
        return found is None

    def _placed(self, alive: int, waiting: frozenset[int]) -> int | None:
        """Return a place for each of the waiting names among those alive."""
        if not waiting:
            return 0
        own, excluded = self.choices.own, self.choices.excluded
        name = min(waiting, key=lambda one: ((own[one] & alive).bit_count() / self.heft[one], one))
        rest, others = waiting - {name}, alive & ~own[name]
        for blocks, _unusual, place in self._ordered(own[name] & alive, alive):
            left = others
            if blocks:
                touched = [one for one in self.choices.beside[name] if one in rest]
                narrowed = self._narrowed(others & ~excluded[place], touched, rest)
                if narrowed is None:
                    continue
                left = narrowed
            found = self._placed(left, rest)
            if found is not None:
                return found | 1 << place
            if not blocks:
                return None
        return None

    def _ordered(self, places: int, alive: int) -> list[tuple[int, bool, int]]:
        """Return places with how many others each blocks: where the name stood, then the least in the way."""
        excluded, usual = self.choices.excluded, self.usual
        found = [
            ((excluded[place] & alive).bit_count(), not usual >> place & 1, place)
            for place in members(places)
        ]
        return sorted(found, key=lambda one: (one[1], one[0] > 0, one[0], one[2]))

    def _narrowed(self, alive: int, changed: Iterable[int], waiting: frozenset[int]) -> int | None:
        """Return what is left when places go that leave another name none; ``None``: a name has none."""
        own, excluded, beside = self.choices.own, self.choices.excluded, self.choices.beside
        queue = dict.fromkeys(changed)
        while queue:
            name = queue.popitem()[0]
            self.left -= 1
            if self.left <= self.limit:
                raise OutOfSteps
            places = own[name] & alive
            if not places:
                self.heft[name] += 1.0
                return None
            barred = -1
            while places and barred:
                lowest = places & -places
                barred &= excluded[lowest.bit_length() - 1]
                places ^= lowest
            barred &= alive
            if barred:
                alive &= ~barred
                for other in beside[name]:
                    if barred & own[other] and other in waiting:
                        queue[other] = None
        return alive
