"""Respondents' answers as the program understands them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from cx.records.file.names import TouchpointName
from cx.records.file.touchpoints import Source
from cx.records.finding import Finding
from cx.records.scale import Direction, Scale

if TYPE_CHECKING:
    import pandas as pd  # only named here, as in cx.records.file.touchpoints

Blanks = Literal["not_met", "no_answer"]
"""What a blank rating means: the touchpoint was not met, or it was met and not rated."""


@dataclass(frozen=True)
class Responses:
    """One row a respondent: ratings per touchpoint and one or more outcomes, with the role of each column.

    ``rows`` holds the columns named below as they were typed, codes still in; numbers may be text. A rating's
    cell is a number, a code listed in ``not_met`` or ``no_answer``, or blank. Never stored in a session.
    """

    rows: pd.DataFrame
    drivers: tuple[str, ...]
    """The columns that rate a touchpoint, in the order of the file."""
    outcomes: tuple[str, ...]
    """The columns that can be the outcome, the likeliest first."""
    leading: str | None = None
    """The outcome that is clearly ahead of the others; ``None``: there is none, or several are as likely."""
    weight: str | None = None
    respondent: str | None = None
    """Names the respondent, where one has several rows."""
    cluster: str | None = None
    """Groups respondents whose answers stand together (stores, agents), as a person confirmed."""
    likely_cluster: str | None = None
    """A column that seems to group respondents so, and of which no person said whether it does."""
    batteries: tuple[tuple[str, ...], ...] = ()
    """Rated columns that are asked as one question on one scale; others go together by name and scale."""
    segments: tuple[str, ...] = ()
    scales: Mapping[str, Scale] = field(default_factory=dict)
    """Column to scale."""
    not_met: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Column to the codes that say that the touchpoint was not met; of an outcome: to what is no answer."""
    no_answer: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Column to the codes that say that it was met and not rated."""
    blanks: Mapping[str, Blanks] = field(default_factory=dict)
    """Column to what a blank means; where it is not named, not met."""
    outcome_directions: Mapping[str, Direction] = field(default_factory=dict)
    positives: Mapping[str, str] = field(default_factory=dict)
    """Outcome to the label that counts as 1."""
    expected: Mapping[str, str] = field(default_factory=dict)
    """Column that rates a touchpoint to the one that asks what was expected there."""
    names: Mapping[str, TouchpointName] = field(default_factory=dict)
    """Column that rates a touchpoint to the touchpoint's names; one that is not here has its header."""
    sources: tuple[Source, ...] = ()
    findings: tuple[Finding, ...] = ()
