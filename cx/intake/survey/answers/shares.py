"""How large a share of the other columns' answers lies beyond a number, with all columns sorted once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cx.intake.survey.answers.column import Answered, Values


@dataclass(frozen=True)
class Shares:
    """The answers of several columns; each column weighs the same, however many answers it has."""

    values: Values
    """Ascending, those of all columns."""
    behind: Values
    """One longer: what the values from a place on weigh together, where a whole column weighs 1."""
    count: int
    """How many columns have answers."""

    def above(self, line: float, own: Answered) -> float | None:
        """Return the mean share above a line over the columns but one; ``None`` without others."""
        at = int(np.searchsorted(self.values, line, side="right"))
        return self._without(float(self.behind[at]), own, own.counted.values > line)

    def below(self, line: float, own: Answered) -> float | None:
        """Return the mean share below a line over the columns but one; ``None`` without others."""
        at = int(np.searchsorted(self.values, line, side="left"))
        return self._without(float(self.behind[0] - self.behind[at]), own, own.counted.values < line)

    def _without(self, all_of_them: float, own: Answered, beyond: np.ndarray) -> float | None:
        answers = int(own.counted.counts.sum())
        others = self.count - (1 if answers else 0)
        if not others:
            return None
        of_own = float(own.counted.counts[beyond].sum()) / answers if answers else 0.0
        return max(0.0, all_of_them - of_own) / others


def shares_of(columns: Sequence[Answered]) -> Shares:
    """Return the shares of some columns; those without answers do not count.

    Examples
    --------
    >>> one, other = (
    ...     Answered(at, "", np.array(values), np.zeros(len(values), np.uint8))
    ...     for at, values in enumerate(([1.0, 2.0, 5.0, 5.0], [1.0, 4.0]))
    ... )
    >>> found = shares_of([one, other])
    >>> found.above(3, one), found.above(3, other), found.below(2, other)
    (0.5, 0.5, 0.25)
    """
    tallies = [column.counted for column in columns if len(column.known)]
    if not tallies:
        return Shares(np.empty(0), np.zeros(1), 0)
    values = np.concatenate([one.values for one in tallies])
    weights = np.concatenate([one.counts / one.counts.sum() for one in tallies])
    order = np.argsort(values, kind="stable")
    behind = np.append(np.cumsum(weights[order][::-1])[::-1], 0.0)
    return Shares(values[order], behind, len(tallies))
