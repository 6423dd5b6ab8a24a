"""What may be said: which quadrants, ranks and directions the data carry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

ImpactClaim = Literal["none", "unclear", "shown"]
IMPACT_CLAIMS: tuple[ImpactClaim, ...] = get_args(ImpactClaim)
Toward = Literal["positive", "negative", "unclear"]
TargetClaim = Literal["below", "reached", "unclear"]
HeadlineCase = Literal[
    "empty", "fix_first", "low", "borderline", "nothing", "none_shown", "unclear", "unknown",
    "satisfaction", "none_low",
]  # fmt: skip


@dataclass(frozen=True)
class Claim:
    """What may be said of one touchpoint; ``None`` where the data say nothing."""

    name: str
    """As drawn: with its channel or segment where bubbles are drawn per channel or segment."""
    quadrant_claim: bool
    """Whether the data carry its quadrant: there is one, and it is not borderline."""
    direction: Toward
    """``negative``: higher ratings go with a worse outcome; ``unclear``: the interval contains 0."""
    rank_low: int | None = None
    rank_high: int | None = None
    """The ranks that cannot be told apart, simultaneously for all touchpoints with 95%; 1 is the first."""
    first: float | None = None
    """Probability of rank 1, 0..1."""
    top3: float | None = None
    """Probability of one of the first three ranks, 0..1."""
    robustness: float | None = None
    """What an unmeasured cause has to explain of what is left of both to bring the effect to 0, 0..1."""
    robustness_bound: float | None = None
    """The same, to bring 0 into the effect's 95% interval."""
    notes: tuple[str, ...] = ()
    """Codes of the findings that bear upon it."""
    target: TargetClaim = "unclear"
    """Where its satisfaction lies from the target; ``unclear``: its 95% interval holds the target."""

    @property
    def told_apart(self) -> bool:
        """Whether its rank stands on its own."""
        return self.rank_low is not None and self.rank_low == self.rank_high

    def as_json(self) -> dict[str, object]:
        """Return the claim as ``--json`` prints it."""
        return {
            "name": self.name,
            "quadrant_claim": self.quadrant_claim,
            "direction": self.direction,
            "rank_low": self.rank_low,
            "rank_high": self.rank_high,
            "first": self.first,
            "top3": self.top3,
            "robustness": self.robustness,
            "robustness_bound": self.robustness_bound,
            "notes": list(self.notes),
        }


@dataclass(frozen=True)
class Headline:
    """What the title says, without its words."""

    case: HeadlineCase = "empty"
    names: tuple[str, ...] = ()
    """The touchpoints that it rests on, in order of priority."""
    share: float | None = None
    """The share of all impact that they hold, 0..1; ``None`` where impact is not spoken of."""


@dataclass(frozen=True)
class Claims:
    """What may be said of all touchpoints of one result; sentences and pictures assert nothing else."""

    impact: ImpactClaim = "none"
    """``none``: the touchpoints explain too little, or there is no impact; ``unclear``: derived, and no rank
    can be told from another; ``shown``."""
    certainty_axis: str | None = None
    """``both``, ``satisfaction`` or ``impact``: what certainty speaks about; ``None``: about nothing."""
    headline: Headline = field(default_factory=Headline)
    touchpoints: tuple[Claim, ...] = ()
    """In the order of the file."""
    noise: float | None = None
    """The part of the differences in impact that is noise: mean of B, 0..1."""

    def of(self, name: str) -> Claim | None:
        """Return the claim of the touchpoint of that name, or ``None``."""
        return self._by_name.get(name)

    @cached_property
    def _by_name(self) -> Mapping[str, Claim]:
        return {claim.name: claim for claim in reversed(self.touchpoints)}

    def as_json(self, headline: str) -> dict[str, object]:
        """Return the claims as ``--json`` prints them, with the headline in words."""
        return {
            "impact": self.impact,
            "headline": headline,
            "certainty_axis": self.certainty_axis,
            "touchpoints": [claim.as_json() for claim in self.touchpoints],
        }
