"""What a survey file gives, on its way to touchpoints and to responses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from cx.errors import TableError
from cx.intake.survey.answers import Answered, Flags, Values
from cx.records.file import CodeReading, ColumnReading, Paired
from cx.records.precision import Clusters
from cx.records.scale import Scale


@dataclass(frozen=True)
class Survey:
    """Answers understood: what each column is, and the touchpoints they come to."""

    readings: tuple[ColumnReading, ...]
    rows: pd.DataFrame | None
    """Rows of :class:`cx.records.Touchpoints` without file; ``None`` where there is an ``error``."""
    scale: Scale
    """The scale of the scores in ``rows``."""
    used: int
    """How many rows of the table count."""
    error: TableError | None = None
    ratings: tuple[Answered, ...] = ()
    """The rating columns, codes taken out."""
    outcomes: tuple[Answered, ...] = ()
    """The likeliest first."""
    weights: Values | None = None
    kept: Flags | None = None
    scales: Mapping[str, Scale] = field(default_factory=dict)
    missing_codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    text_scales: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    codes: tuple[CodeReading, ...] = ()
    asked: tuple[str, ...] = ()
    """The columns of which nobody said which end is good."""
    clusters: Clusters | None = None
    """Whose answers stand behind each of ``rows``, where that is known."""
    expected: Mapping[str, Answered] = field(default_factory=dict)
    """Header of a rating to the column that asks what was expected there."""
    paired: Mapping[str, Paired] = field(default_factory=dict)
    """Header of a rating to what was got and expected, on ``scale``."""
    blanks_unclear: bool = False
    """Whether blanks stand beside a code for not met, in one column."""

    @cached_property
    def code(self) -> Mapping[tuple[str, str], CodeReading]:
        """Column and code to what is known of it; of several the first."""
        return {(one.column, one.code): one for one in reversed(self.codes)}
