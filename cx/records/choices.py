"""What a person set by hand about a file; whatever is not set is proposed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from cx.records.scale import Direction, Scale

Role = Literal[
    "touchpoint",
    "satisfaction",
    "impact",
    "volume",
    "segment",
    "period",
    "journey",
    "channel",
    "cost",
    "n",
    "sd",
    "expectation",
    "importance",
    "exposure",
    "owner",
    "note",
    "rating",
    "outcome",
    "weight",
    "respondent",
    "time",
    "ignore",
]
ROLES: tuple[Role, ...] = get_args(Role)
Shape = Literal["touchpoints", "responses", "ratings", "contacts"]
SHAPES: tuple[Shape, ...] = get_args(Shape)
Score = Literal["mean", "top2", "nps"]
"""What satisfaction is made of ratings: their mean, the per cent of the two best answers, or the NPS."""
SCORES: tuple[Score, ...] = get_args(Score)


@dataclass(frozen=True)
class ImpactPart:
    """One column of several that impact is composed of (METHODS 6)."""

    column: str
    weight: float = 1.0
    """Its weight beside the other parts; weights are normalised to sum to 1."""
    direction: Direction = "higher"
    """``higher``: a higher number in the column is more impact; ``lower``: the other way round."""


@dataclass(frozen=True)
class Choices:
    """What a person set by hand about one file; ``None`` or empty means: propose it."""

    sheet: str | None = None
    shape: Shape | None = None
    header_rows: tuple[int, ...] | None = None
    """The user's row numbers of the header, from 1."""
    hidden: bool = False
    """Use hidden sheets, rows and columns too; a sheet or column that is named is used without it."""
    roles: Mapping[str, Role] = field(default_factory=dict)
    """Column header to role."""
    scale: Scale | None = None
    """The scale of satisfaction."""
    impact_scale: Scale | None = None
    missing_codes: tuple[str, ...] | None = None
    """What stands for no answer, as typed; an empty tuple: nothing does, every number is a rating."""
    impact_parts: tuple[ImpactPart, ...] = ()
    """The columns that impact is composed of; one part with weight 1 is a given impact."""
    score: Score = "mean"
    """What satisfaction is made of, where the file holds ratings."""
    blanks: Literal["not_met", "no_answer"] | None = None
    """What a blank rating means; ``None``: that the touchpoint was not met."""
    matches: Mapping[str, str] = field(default_factory=dict)
    """Touchpoint of a joined file to the touchpoint that it is in the table."""
