"""Answers as arrays: what the statistics read, in one place each row."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from cx.records import Keys, Scale

Numbers = npt.NDArray[np.float64]
GROUPS = 200


def group_of(identity: str) -> int:
    """Return the group of whoever has that id, the same in every engine; -1 for nobody known.

    Notes
    -----
    The first four hexadecimal digits of the MD5 of the text as UTF-8, mod 200 (METHODS 13): it spreads people
    over groups, and protects nothing.

    Examples
    --------
    >>> group_of("R0000001"), group_of("")
    (18, -1)
    """
    if not identity:
        return -1
    first, second, *_ = hashlib.md5(identity.encode(), usedforsecurity=False).digest()
    return (first << 8 | second) % GROUPS


@dataclass(frozen=True)
class Answers:
    """The rows that are used, as numbers. Never stored: everything later is computed from their moments."""

    names: tuple[str, ...]
    ratings: Numbers
    """(rows, touchpoints), turned so that higher is better; NaN where the touchpoint was not met. Where it
    was met and not rated the cell holds the mean rating."""
    unrated: npt.NDArray[np.bool_] | None
    """(rows, touchpoints) met and not rated; ``None`` where there are no such cells."""
    outcome: Numbers
    """(rows,) in raw units."""
    weights: Numbers | None
    """(rows,) above 0; ``None`` where all weigh the same."""
    groups: npt.NDArray[np.int64] | None
    """(rows,) the group of each row, from 0; ``None``: row number mod 200."""
    scales: tuple[Scale, ...]
    keys: Keys | None = None
    """(rows,) whose answers they are: of whom, or of which cluster; ``None`` where nobody is known."""

    batteries: tuple[int, ...] = ()
    """(touchpoints,) which question each belongs to, from 0; empty: all to one."""

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.outcome)

    def without(self, dropped: npt.NDArray[np.bool_]) -> Answers:
        """Return the answers without some rows."""
        kept = ~dropped
        return replace(
            self,
            ratings=np.asfortranarray(self.ratings[kept]),
            unrated=None if self.unrated is None else self.unrated[kept],
            outcome=self.outcome[kept],
            weights=None if self.weights is None else self.weights[kept],
            groups=None if self.groups is None else self.groups[kept],
            keys=None if self.keys is None else self.keys[kept],
        )
