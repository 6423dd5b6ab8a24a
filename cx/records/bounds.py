"""How far a number of a record may go, said beside its type: ``Annotated[float, Within(0, 1)]``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final

VAST: Final = 1e15
"""Beyond it no number can be meant; what files bring is left out from here on (``vast_number``)."""
MOST: Final = 2_000_000_000
"""What every database holds as a whole number."""
MOST_TOUCHPOINTS: Final = 20_000
"""So many bubbles are computed in the time for a file; of more, hardly any is a step of a journey."""
MOST_SOURCES: Final = 10_000
"""Files and sheets that one table comes from: three workbooks of the most sheets that are read."""


@dataclass(frozen=True)
class Within:
    """The ends of what a number may be, both included; of a text or a list, how long it may be."""

    low: float
    high: float

    def holds(self, number: float) -> bool:
        """Return whether a number lies between the ends; what is no number does not.

        Examples
        --------
        >>> Within(0, 1).holds(1), Within(0, 1).holds(float("nan"))
        (True, False)
        """
        return self.low <= number <= self.high


Amount = Annotated[float, Within(0.0, VAST)]
"""A number that is not below zero."""
Count = Annotated[int, Within(0, MOST)]
"""A whole number that is not below zero."""
