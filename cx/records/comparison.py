"""What changed between two matrices: two periods, two segments, or today against a saved session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from cx.records.evidence import Evidence
from cx.records.finding import Finding
from cx.records.matrix import Crosshair
from cx.records.quadrant import Quadrant
from cx.records.session import AlertRule

ComparisonKind = Literal["period", "segment", "session"]
COMPARISON_KINDS: tuple[ComparisonKind, ...] = get_args(ComparisonKind)
MovementStatus = Literal["moved", "unclear", "stayed", "entered", "left"]
MOVEMENT_STATUSES: tuple[MovementStatus, ...] = get_args(MovementStatus)


@dataclass(frozen=True)
class Standing:
    """Where a touchpoint stands in one of the two matrices."""

    satisfaction: float
    impact: float | None
    """Where it is drawn: a share where derived or composed (below 0 of a negative driver), else as given."""
    quadrant: Quadrant | None
    volume: float | None = None
    negative: bool = False
    """Whether more of it goes with a worse outcome: then it is looked into first, whatever its quadrant."""
    borderline: bool = False
    """Whether its quadrant is not certain there, as far as that is known."""
    evidence: Evidence | None = None
    """What responses say about it, where impact was derived from them."""
    reach: float | None = None
    """How far the 95% interval of satisfaction goes to either side; ``None`` where it is not known."""

    @property
    def advised(self) -> Quadrant | None:
        """The quadrant whose strategy is its own; ``None`` without one, and of a negative driver."""
        return None if self.negative else self.quadrant


@dataclass(frozen=True)
class Movement:
    """How one touchpoint differs between the two matrices."""

    id: str
    """The bubble's id in the later matrix; of a touchpoint that left, its id in the earlier one."""
    name: str
    """As the later matrix has it."""
    status: MovementStatus
    """``moved``: to another quadrant, beyond chance; ``unclear``: drawn in another one, which may be chance
    or cannot be known; ``stayed``: in its quadrant; ``entered``, ``left``: in one alone."""
    before: Standing | None
    """``None`` where it entered."""
    after: Standing | None
    """``None`` where it left."""
    change_satisfaction: float | None = None
    """After minus before, on the scale of satisfaction; ``None`` where it entered or left."""
    change_impact: float | None = None
    low: float | None = None
    high: float | None = None
    """The 95% interval of ``change_satisfaction``; ``None`` where n or sd is not known on both sides."""
    p: float | None = None
    """Two-sided p of ``change_satisfaction`` being 0, of this touchpoint by itself."""
    significant: bool | None = None
    """Whether that change is significant among all that were tested; ``None`` where it cannot be known."""
    name_before: str = ""
    """The name in the earlier matrix, where a person confirmed that another name means the same."""
    p_adjusted: float | None = None
    """``p`` adjusted for how many touchpoints were tested (Holm)."""
    probability: float | None = None
    """Of a touchpoint that is drawn in another quadrant: how probable it is that it crossed the line."""

    @property
    def distance(self) -> float:
        """How far satisfaction changed, up or down; 0 where it entered or left."""
        return abs(self.change_satisfaction or 0.0)


@dataclass(frozen=True)
class Comparison:
    """Two matrices against the same, frozen crosshair."""

    kind: ComparisonKind
    before: str
    """What the earlier matrix is called: a period, a segment, or a session with its date."""
    after: str
    crosshair: Crosshair
    movements: tuple[Movement, ...]
    """In the order of the later matrix; those that left come last."""
    findings: tuple[Finding, ...] = ()
    """What makes the two hard to compare."""

    def of(self, status: MovementStatus) -> tuple[Movement, ...]:
        """Return the movements of one status, in their order."""
        return tuple(movement for movement in self.movements if movement.status == status)

    @property
    def tested(self) -> bool:
        """Whether any change could be tested, or there was none to test."""
        both = [one for one in self.movements if one.before and one.after]
        return not both or any(one.p is not None or one.probability is not None for one in both)

    @property
    def by_distance(self) -> tuple[Movement, ...]:
        """Those that changed quadrant first, then by how far satisfaction changed; entered and left last."""
        order = {status: place for place, status in enumerate(MOVEMENT_STATUSES)}
        return tuple(sorted(self.movements, key=lambda one: (order[one.status], -one.distance, one.name)))


@dataclass(frozen=True)
class Alert:
    """A rule that a touchpoint met when a new period was loaded."""

    rule: AlertRule
    movement: Movement
    """With ``after``, and for a fall with ``before`` and its significance."""
