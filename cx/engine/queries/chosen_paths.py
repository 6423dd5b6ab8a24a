"""Some of the paths only: those that have a touchpoint or a step, have it not, begin or end with it.

Written, like :mod:`cx.engine.queries.paths`, in the part of SQL that engines share.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Condition:
    """What a path has to be like."""

    way: Literal["with", "without", "starts", "ends"]
    touchpoint: int
    following: int | None = None
    """The touchpoint directly behind it; ``None``: whichever."""

    @property
    def having(self) -> str:
        """The same as a condition on all steps of a path together."""
        found = f"max(CASE WHEN {self._step} THEN 1 ELSE 0 END)"
        return f"{found} = {0 if self.way == 'without' else 1}"

    @property
    def _step(self) -> str:
        here = f"p = {int(self.touchpoint)}"
        if self.following is None:
            return here + {"starts": " AND k = 1", "ends": " AND np IS NULL"}.get(self.way, "")
        here += f" AND np = {int(self.following)}"
        return here + {"starts": " AND k = 1", "ends": " AND nnp IS NULL"}.get(self.way, "")


def kept(steps: str, conditions: Sequence[Condition]) -> str:
    """Return the query of the steps of those paths that meet every condition.

    Parameters
    ----------
    steps
        The query of all steps.
    """
    if not conditions:
        return steps
    having = " AND ".join(one.having for one in conditions)
    seen = "SELECT *, lead(np) OVER (PARTITION BY u ORDER BY k) AS nnp FROM every_step"
    return (
        f"WITH every_step AS ({steps}), seen AS ({seen}),"
        f" met AS (SELECT u AS mu FROM seen GROUP BY u HAVING {having})"
        " SELECT every_step.* FROM every_step JOIN met ON mu = u"
    )
