"""What an odd layout says about a table that was brought into the usual form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from cx.records.file import Role, Shape
from cx.records.finding import Severity
from cx.records.scale import Scale


@dataclass(frozen=True)
class Known:
    """What a layout takes one column for."""

    role: Role
    reason: str
    """The reason's message key, without ``reason.``."""
    other: str = ""
    """The header of the column that it belongs to."""


@dataclass(frozen=True)
class Told:
    """A finding that a layout asks for."""

    severity: Severity
    code: str
    column: int | None
    """The position of the column that it is about; ``None``: about the sheet."""
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Origin:
    """Where the cells of one column stand in the user's file, one by one."""

    rows: npt.NDArray[np.int64]
    """The user's row numbers."""
    columns: npt.NDArray[np.int64]
    """The positions, from 0, of the user's columns."""


@dataclass(frozen=True)
class Absorbed:
    """A column of the user's whose cells became part of another one's rows."""

    header: str
    letter: str
    reason: str
    """The reason's message key, without ``reason.``."""
    other: str
    """The header of that other column."""


@dataclass(frozen=True)
class Arrangement:
    """What is known of a table from its layout; by position of the column."""

    known: Mapping[int, Known] = field(default_factory=dict)
    scales: Mapping[int, Scale] = field(default_factory=dict)
    """The scale of scores that were made of other columns."""
    told: tuple[Told, ...] = ()
    origins: Mapping[int, Origin] = field(default_factory=dict)
    """Of columns whose cells stand elsewhere than their letter and row say."""
    shape: Shape | None = None
    """What a row stands for, where the layout says so."""
    absorbed: tuple[Absorbed, ...] = ()
    moved: bool = False
    """Whether a row of the table is another than one of the sheet."""
    sheets: tuple[str, ...] = ()
    """The names of the sheets that the table was put together from, where there are several."""

    def ends(self, rows: npt.NDArray[np.int64]) -> tuple[int, int]:
        """Return the user's numbers of the first and the last of the rows of a table; zeros without any."""
        if not len(rows):
            return 0, 0
        found = np.concatenate([one.rows for one in self.origins.values()]) if self.moved else rows
        return int(found.min()), int(found.max())
