"""What a person set by hand about a file; whatever is not set is proposed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from cx.records.bounds import Amount
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
    "end",
    "case",
    "order",
    "direction",
    "result",
    "duration",
    "standard",
    "met",
    "measured",
    "level",
    "dimension",
    "guess",
    "guess_sd",
    "guess_n",
    "gap_sd",
    "goal",
    "effort",
    "recommendation",
    "operations",
    "last_answer",
    "ignore",
]
ROLES: tuple[Role, ...] = get_args(Role)
LENS_ROLES: tuple[Role, ...] = (
    "standard", "met", "measured", "level", "dimension", "guess", "guess_sd", "guess_n", "gap_sd", "goal",
    "effort", "recommendation", "operations", "last_answer",
)  # fmt: skip
"""What only lenses read of a table (``docs/lenses.md``)."""
Shape = Literal["touchpoints", "responses", "ratings", "contacts"]
SHAPES: tuple[Shape, ...] = get_args(Shape)
Score = Literal["mean", "top2", "nps"]
"""What satisfaction is made of ratings: their mean, the per cent of the two best answers, or the NPS."""
SCORES: tuple[Score, ...] = get_args(Score)
CodeMeaning = Literal["not_met", "no_answer", "rating"]
"""What a code among ratings says: the touchpoint was not met, it was met and not rated, or it is a rating."""
DecimalMark = Literal[".", ","]


EVERY_COLUMN = "*"
"""In place of a header: every column that holds one of the answers."""


@dataclass(frozen=True)
class ImpactPart:
    """One column of several that impact is composed of (METHODS 6)."""

    column: str
    weight: Amount = 1.0
    """Its weight beside the other parts; weights are normalised to sum to 1."""
    direction: Direction = "higher"
    """``higher``: a higher number in the column is more impact; ``lower``: the other way round."""


@dataclass(frozen=True)
class Choices:
    """What a person set by hand about one file; ``None`` or empty means: propose it."""

    sheet: str | None = None
    also: tuple[str, ...] | None = None
    """Sheets whose volumes and impact are joined with those of the chosen one; ``None``: propose them."""
    shape: Shape | None = None
    header_rows: tuple[int, ...] | None = None
    """The user's row numbers of the header, from 1."""
    hidden: bool = False
    """Use hidden sheets, rows and columns too; a sheet or column that is named is used without it."""
    roles: Mapping[str, Role] = field(default_factory=dict)
    """Column header to role."""
    scale: Scale | None = None
    """The scale of satisfaction, and of every column of ratings."""
    scales: Mapping[str, Scale] = field(default_factory=dict)
    """Column header to its own scale; goes before ``scale``."""
    direction: Direction | None = None
    """Which end of satisfaction is good, where its scale is left to be found."""
    decimal_mark: DecimalMark | None = None
    """The mark of numbers typed as text that both marks can read."""
    impact_scale: Scale | None = None
    missing_codes: tuple[str, ...] | None = None
    """What stands for no answer, as typed; an empty tuple: nothing does, every number is a rating."""
    codes: Mapping[str, Mapping[str, CodeMeaning]] = field(default_factory=dict)
    """Column header to code, as shown, to what it says there; goes before ``missing_codes``."""
    text_scales: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """Column header to answer in words to its number; ``*``: every column that holds one of the answers."""
    impact_parts: tuple[ImpactPart, ...] = ()
    """The columns that impact is composed of; one part with weight 1 is a given impact."""
    score: Score = "mean"
    """What satisfaction is made of, where the file holds ratings."""
    blanks: Literal["not_met", "no_answer"] | None = None
    """What a blank rating means; ``None``: that the touchpoint was not met."""
    tests: Literal["away", "count"] | None = None
    """Whether rows count in which somebody only tried a form out; ``None``: not until a person says so."""
    changed: Literal["moved", "as_typed"] | None = None
    """What is done where a scale changes midway; ``None``: the shorter part is moved to the longer scale."""
    mixed_shares: Literal["percent", "left_out"] | None = None
    """What a share of 1 among per cents is; ``None``: not said, read as a per cent and asked."""
    cluster: str | None = None
    """Header of the column whose values hold answers that stand together (stores, agents): intervals draw or
    leave out its values as wholes. Empty: there is none; ``None``: not said (asked where one is likely)."""
    matches: Mapping[str, str] = field(default_factory=dict)
    """Touchpoint of a joined file to the touchpoint that it is in the table; empty: to none of them."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Touchpoint, by its column's header or as the file calls it, to what a person calls it."""

    def scale_for(self, header: str) -> Scale | None:
        """Return the scale that a person set for a column, else the one for all; ``None`` without one."""
        return self.scales.get(header, self.scale)
