"""Which cases are drawn: whole ones, those of the most common different paths first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from cx.records.journeys import Journeys

Step = tuple[str, str]
_STEPS, _TOUCHPOINTS = 24, 20
"""What a person still reads: different steps between touchpoints, and touchpoints."""
_MOST, _MOST_STEPS = 40, 160
"""What a sheet has room for."""


@dataclass(frozen=True)
class Drawn:
    """What the cases that are drawn come to."""

    customers: Mapping[str, int]
    """Touchpoint to the cases that have it."""
    steps: Mapping[Step, int]
    """From one touchpoint to the next: the cases that took it, the same touchpoint again included."""
    variants: int
    cases: int


def drawn(
    journeys: Journeys, variants: int | None, within: frozenset[str] | None = None, *, most: int = _MOST
) -> Drawn:
    """Return what the cases of the most common paths come to.

    Parameters
    ----------
    variants
        So many different paths; ``None``: the most of them that can be read, and one at least.
    within
        The touchpoints that have a place; a case with another one is left out as a whole. ``None``: all.
    most
        For how many touchpoints there is room; paths beyond them are not drawn, however many are asked for.
    """
    customers: Counter[str] = Counter()
    steps: Counter[Step] = Counter()
    taken = cases = 0
    for one in journeys.variants:
        if one.path is None or (within is not None and not within.issuperset(one.path)):
            continue
        own = set(zip(one.path, one.path[1:], strict=False))
        names, every = customers.keys() | set(one.path), steps.keys() | own
        if len(names) > most or len(every) > _MOST_STEPS:
            continue
        if taken and not _readable(variants, taken, names, every):
            break
        customers.update(dict.fromkeys(one.path, one.cases))
        steps.update(dict.fromkeys(own, one.cases))
        taken, cases = taken + 1, cases + one.cases
    return Drawn(customers, steps, taken, cases)


def _readable(variants: int | None, taken: int, names: set[str], steps: set[Step]) -> bool:
    if variants is not None:
        return taken < variants
    between = sum(a != b for a, b in steps)
    return between <= _STEPS and len(names) <= _TOUCHPOINTS
