"""The matrix: every touchpoint in its quadrant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from cx.records.claims import Claim, Claims
from cx.records.evidence import Evidence
from cx.records.file import Contacted, ImpactKind, Source
from cx.records.finding import Finding
from cx.records.matrix.settings import CrosshairRule, Settings
from cx.records.precision import Precision
from cx.records.quadrant import Quadrant
from cx.records.scale import Scale

BORDERLINE = 0.90


@dataclass(frozen=True)
class Crosshair:
    """The two lines that divide the matrix, and the rule that set them."""

    rule: CrosshairRule
    satisfaction: float
    impact: float | None
    """``None`` where there is no impact, or none that the data show."""
    frozen: bool = False
    """Whether the lines are those of the default view while filters are on."""


@dataclass(frozen=True)
class Priority:
    """The score that orders touchpoints, with its terms (METHODS 7)."""

    score: float
    impact: float
    """max(impact, 0) / sum over the touchpoints in view; 1 where the term is switched off."""
    gap: float
    """max(0, target - satisfaction) / width of the scale; 1 where the term is switched off."""
    volume: float
    """volume / sum of volumes; 1 without volumes or where the term is switched off."""
    rank: int
    """1 is the first."""
    cumulative: float
    """The share of all priority that this touchpoint and those before it hold, 0..1."""


@dataclass(frozen=True)
class Bubble:
    """One touchpoint (or one touchpoint in one channel or segment) on the matrix."""

    id: str
    """Stable over settings and filters; what a click returns."""
    name: str
    """The touchpoint's name, as typed."""
    group: str
    """The channel or segment, where bubbles are drawn per channel or segment; else empty."""
    satisfaction: float
    impact: float | None
    """The share (sums to 1) where derived or composed, the given number where given; ``None`` without."""
    volume: float | None
    n: float | None
    sd: float | None
    cost: float | None
    journeys: tuple[str, ...]
    """Every journey among its rows, in the order of the file; empty where the file has none."""
    channels: tuple[str, ...]
    segments: tuple[str, ...]
    period: str
    owner: str
    note: str
    quadrant: Quadrant | None
    certainty: float | None
    """Probability of the quadrant it is drawn in, 0..1; ``None`` where it cannot be known."""
    certainty_axis: str | None
    """``both``, ``satisfaction`` or ``impact``: the axes that the certainty is about."""
    probabilities: Mapping[Quadrant, float] | None
    small_base: bool
    high_volume: bool | None
    """At or above the (frozen) median volume; ``None`` without volume."""
    priority: Priority | None
    rows: tuple[tuple[str, int], ...]
    """(sheet, row) of the rows that it was made from."""
    evidence: Evidence | None = None
    """What responses say about it, where impact was derived from them."""
    contacted: Contacted | None = None
    """What a log says about it: customers and repeat contacts; ``None`` without one, and of a part of it."""
    precision: Precision | None = None
    """How exactly satisfaction (and impact) are known; ``None`` where n or the spread is not."""
    signed_impact: float | None = None
    """Of derived impact: the share, below 0 for a negative driver; ``None`` otherwise."""
    claim: Claim | None = None
    """What may be said of it; ``None`` only where nobody asked."""

    @property
    def height(self) -> float | None:
        """Where it is drawn on the impact axis: a negative driver below 0."""
        return self.impact if self.signed_impact is None else self.signed_impact

    @property
    def negative(self) -> bool:
        """Whether more of it goes with a worse outcome."""
        return self.claim is not None and self.claim.direction == "negative"

    @property
    def advised(self) -> Quadrant | None:
        """The quadrant whose strategy is its own; ``None`` without one, and of a negative driver."""
        return None if self.negative else self.quadrant

    @property
    def borderline(self) -> bool:
        """Whether the certainty is below 0.90, and what to do with it hangs on its quadrant.

        What a negative driver calls for does not: it is looked into first wherever it lies.
        """
        return self.certainty is not None and self.certainty < BORDERLINE and not self.negative

    @property
    def label(self) -> str:
        """The name as drawn: with its channel or segment where bubbles are drawn per channel or segment."""
        return f"{self.name} ({self.group})" if self.group else self.name


@dataclass(frozen=True)
class Matrix:
    """Every touchpoint in its quadrant, with the crosshair and the settings that put it there."""

    bubbles: tuple[Bubble, ...]
    """In the order of the file."""
    crosshair: Crosshair
    scale: Scale
    impact_kind: ImpactKind
    impact_scale: Scale | None
    goal: str
    period: str
    """The period in view; empty where the file has none."""
    target: float
    median_volume: float | None
    settings: Settings
    sources: tuple[Source, ...] = ()
    findings: tuple[Finding, ...] = field(default_factory=tuple)
    claims: Claims = field(default_factory=Claims)
    """What may be said of all of it; sentences, pictures and lists assert nothing else."""
    part: tuple[str, ...] = ()
    """The segments and the period whose respondents alone it is made of; empty where it is made of all."""

    @property
    def has_impact(self) -> bool:
        """Whether quadrants can be drawn: there is an impact, and the data show it."""
        return self.crosshair.impact is not None

    @property
    def impact_unknown(self) -> bool:
        """Whether there are derived shares that the data do not carry."""
        return self.impact_kind == "derived" and self.claims.impact == "none"

    @property
    def impact_is_share(self) -> bool:
        """Whether the impacts are shares of one whole, which people read in per cents."""
        return self.impact_kind in {"composed", "derived"}

    @cached_property
    def has_volume(self) -> bool:
        """Whether any touchpoint has a volume above 0."""
        return any((bubble.volume or 0) > 0 for bubble in self.bubbles)

    @cached_property
    def priority_in_all(self) -> float:
        """The priority scores of all touchpoints together; 0 where none has any."""
        return sum(one.priority.score for one in self.bubbles if one.priority is not None)

    def bubble(self, wanted: str) -> Bubble | None:
        """Return the bubble with that id, or ``None``."""
        return self._by_id.get(wanted)

    @cached_property
    def _by_id(self) -> dict[str, Bubble]:
        return {bubble.id: bubble for bubble in reversed(self.bubbles)}

    def in_quadrant(self, quadrant: Quadrant) -> tuple[Bubble, ...]:
        """Return the bubbles of one quadrant in order of priority."""
        inside = [bubble for bubble in self.bubbles if bubble.quadrant == quadrant]
        return tuple(sorted(inside, key=lambda bubble: bubble.priority.rank if bubble.priority else 0))

    def advised(self, quadrant: Quadrant) -> tuple[Bubble, ...]:
        """Return the bubbles of one quadrant that its strategy is for, in order of priority.

        Negative drivers, whatever their quadrant, stand apart: :attr:`negative_drivers`.
        """
        return tuple(bubble for bubble in self.in_quadrant(quadrant) if not bubble.negative)

    @cached_property
    def negative_drivers(self) -> tuple[Bubble, ...]:
        """The bubbles that are looked into first: more of them goes with a worse outcome; the worst first."""
        found = [one for one in self.bubbles if one.negative and one.quadrant is not None]
        return tuple(sorted(found, key=lambda bubble: bubble.height or 0.0))

    @property
    def by_priority(self) -> tuple[Bubble, ...]:
        """The bubbles in order of priority; those without one last."""
        last = len(self.bubbles) + 1
        return tuple(sorted(self.bubbles, key=lambda b: b.priority.rank if b.priority else last))

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Each bubble's place in order of priority, from 1, by its id: its number in pictures and lists."""
        return {bubble.id: place for place, bubble in enumerate(self.by_priority, start=1)}

    @cached_property
    def impact_spread(self) -> float:
        """How far apart the highest and the lowest impact lie; 0 where there are none."""
        heights = [bubble.height for bubble in self.bubbles if bubble.height is not None]
        return max(heights) - min(heights) if heights else 0.0

    @cached_property
    def impact_in_all(self) -> float:
        """All impact in view, that of negative drivers too."""
        return sum(abs(bubble.height or 0.0) for bubble in self.bubbles)
