"""What one or several logs hold, one row an event, ready to be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import numpy.typing as npt

from cx.records.file import Role
from cx.records.finding import Finding

Unit = Literal["customer", "case", "visit"]
"""What makes a path: all of a customer, a case of his, or a visit between two gaps."""
SPLITS: tuple[Role, ...] = ("segment", "channel", "direction", "result", "journey", "owner")
"""The roles of columns by whose values paths can be compared, and some of them chosen."""
Whole = npt.NDArray[np.int64]


@dataclass(frozen=True)
class LogFacts:
    """What is known of a log beside its events."""

    touchpoints: tuple[str, ...]
    """The names, by code point; an event has the position of one."""
    unit: Unit
    """``customer`` only where the column is the customer's."""
    ordered: bool = False
    """Whether a column says the order of events of equal time."""
    days: bool = False
    """Whether of some events only the day is known."""
    periods: tuple[str, ...] | None = None
    """What a column says are periods; ``None`` without one."""
    outcome: str | None = None
    """The header of what came of each case; ``None`` where nothing says it."""
    left: bool = False
    """Whether the outcome is yes or no, and yes means that the customer left."""
    roles: Mapping[str, Mapping[str, Role]] = field(default_factory=dict)
    """Per file its columns' roles."""
    findings: tuple[Finding, ...] = ()
    within: tuple[tuple[str, str], ...] = ()
    """Columns with the value that a path's first event has to have in each, else it does not count."""
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Columns by which paths can be told apart, with what they say; empty where that was not looked for."""


@dataclass(frozen=True)
class Events:
    """Events that have a case, a time and a touchpoint; arrays have one entry an event.

    They stand in the order of their rows, and of several files in the order in which these were given.
    """

    case: Whole
    """The number of its case, from 0."""
    at: Whole
    """When it began, in microseconds since 1970: an instant where an offset is stated, else as it stands."""
    local: Whole
    """The same as the clock in the log says, for months and years."""
    touchpoint: npt.NDArray[np.int64]
    """The position among the names."""
    cases: int
    """How many cases there are."""
    facts: LogFacts
    order: npt.NDArray[np.float64] | None = None
    """What a column of order says; NaN where it says nothing, ``None`` where there is no such column."""
    day_only: npt.NDArray[np.bool_] | None = None
    """Whether only a day is known; ``None`` where that is so of none."""
    period: Whole | None = None
    """The position among the periods, -1 for none; ``None`` where no column says periods."""
    inward: npt.NDArray[np.bool_] | None = None
    """Whether the customer began it; ``None`` where no column says directions."""
    passed: npt.NDArray[np.bool_] | None = None
    """Whether it was passed on, as its result says; ``None`` where no column has results."""
    met: Whole | None = None
    """1 where its standard was met, 0 where not, -1 where nobody measured it; ``None`` where none says it."""
    within: npt.NDArray[np.bool_] | None = None
    """Whether its cells are those that the facts ask for; ``None`` where they ask for none."""
    outcome: npt.NDArray[np.float64] | None = None
    """Per case what came of it; NaN where nothing is known; ``None`` where there is no such column."""

    @property
    def count(self) -> int:
        """How many events there are."""
        return len(self.case)
