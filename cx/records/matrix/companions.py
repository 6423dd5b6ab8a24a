"""What is drawn in the picture beside the matrix itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from cx.records.lenses import Lens, Reading, Wished
from cx.records.matrix.placed import Matrix
from cx.records.matrix.region import Region

DecisionStatus = Literal["decided", "under_way", "reached", "late"]
"""A decision without anything to do; a mission under way, its target reached, or its date passed."""


@dataclass(frozen=True)
class Companions:
    """What the picture draws beside the matrix itself."""

    earlier: Mapping[str, tuple[float, float | None]] = field(default_factory=dict)
    """A bubble's id to its satisfaction and impact in the earlier period."""
    earlier_name: str = ""
    """What that period is called."""
    ghost: Matrix | None = None
    """The segment that is drawn hollow."""
    ghost_name: str = ""
    regions: Mapping[str, Region] = field(default_factory=dict)
    """A bubble's id to where it may lie."""
    roster: tuple[str, ...] = ()
    """Every touchpoint of the file in a fixed order: an anonymised touchpoint keeps its number when the view
    is filtered. Empty: those of the matrix."""
    repeats: Mapping[str, float] = field(default_factory=dict)
    """A bubble's id to the share of its contacts after which the customer comes again within seven days."""
    followed: tuple[str, ...] = ()
    """Ids of the bubbles through which a path is drawn, in its order."""
    lens: Lens | None = None
    """The lens whose marks stand on the bubbles; ``None``: none."""
    readings: Mapping[str, Reading] = field(default_factory=dict)
    """A bubble's id to what the lens says of it."""
    lens_figure: str = ""
    """What the room's guesses are about (:class:`~cx.records.lenses.LensResult`); empty for other lenses."""
    wished: tuple[Wished, ...] = ()
    """Moments that could be created, drawn hollow where people would like to have them."""
    decided: Mapping[str, DecisionStatus] = field(default_factory=dict)
    """A bubble's id to how the decision about its touchpoint stands; empty where that is not shown."""
    voted: Mapping[str, float] = field(default_factory=dict)
    """A bubble's id to what the room gave it: points, or the median; empty where that is not shown."""
    voted_kind: str = ""
    """The kind of the round (:data:`~cx.records.session.RoundKind`)."""
    ballots: int = 0
    """How many ballots stand behind the votes."""
