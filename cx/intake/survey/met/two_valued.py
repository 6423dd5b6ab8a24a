"""Columns of two values, whatever these are: yes and no in any language, 1 and 0, ticks and blanks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from cx.intake.survey.answers import Flags
from cx.intake.survey.evidence import Profile
from cx.intake.words import code_kind

_TWO, _MOST_CODES = 2, 3
_FEWEST = 3
"""So many rows have to hold each value."""


@dataclass(frozen=True)
class TwoValued:
    """A column that holds one of two values, or one and blanks."""

    place: int
    header: str
    codes: npt.NDArray[np.int8]
    """(rows,) the position in ``values``; -1 for a blank and for no answer, such as ``don't know``."""
    values: tuple[str, ...]
    """The values as names, folded; one where it ticks a choice or leaves it blank."""

    @property
    def is_tick(self) -> bool:
        """Whether it holds one value, and blanks."""
        return len(self.values) == 1

    def holds(self, at: int) -> Flags:
        """Return the rows that hold one value; with ``at`` 1 those that a tick leaves blank."""
        return self.codes < 0 if self.is_tick and at else self.codes == at

    @cached_property
    def counts(self) -> tuple[int, int]:
        """How many rows hold either value."""
        return int(self.holds(0).sum()), int(self.holds(1).sum())


def two_valued(one: Profile) -> TwoValued | None:
    """Return a column of two values; ``None`` where it holds another number of them, or hardly a second."""
    if one.names > _TWO + _MOST_CODES:
        return None
    labels = one.labels
    held = _answers(one.spelt_names)
    if not 1 <= len(held) <= _TWO:
        return None
    table = np.full(len(labels.names), -1, dtype=np.int8)
    for at, name in enumerate(held):
        table[labels.names.index(name)] = at
    found = TwoValued(one.place, one.header, table[labels.ids], tuple(held))
    return found if min(found.counts) >= _FEWEST else None


def _answers(names: Sequence[str]) -> list[str]:
    """The values without codes for no answer; ``not used`` is none beside ``used``."""
    held = [name for name in names if code_kind(name) != "no_answer"]
    return held if len(held) <= _TWO else [name for name in held if code_kind(name) is None]
