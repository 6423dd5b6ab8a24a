"""What may be said of a lens: which touchpoints its sentences name, and which figures of the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cx.records.lenses.readings import Lens

LensCase = Literal["told", "untold", "bare", "plain"]
"""``told``: beyond chance. ``untold``: measured, and nothing is beyond chance. ``bare``: without an interval,
so that nothing is said of chance. ``plain``: the lens counts or shows, and chance has no part in it."""


Moved = Literal["more", "fewer", "chance"]
"""How a share went from one time to another; ``chance``: both may be one."""


@dataclass(frozen=True)
class Named:
    """A touchpoint with the value that stands beside its name in a sentence."""

    name: str
    value: float


@dataclass(frozen=True)
class NextQuestion:
    """What further answers would settle most."""

    name: str
    answers: int
    """How many more are asked at that touchpoint."""
    chance: float
    """The probability that the first three in order of priority are others then, 0..1."""


@dataclass(frozen=True)
class MonthsClaim:
    """Where negative contacts went, from the first month of a log to its last."""

    first: str
    """The month, as in ``2026-03``."""
    last: str
    before: float
    after: float
    moved: Moved


@dataclass(frozen=True)
class LensClaim:
    """What the sentences of one lens rest on."""

    lens: Lens
    case: LensCase
    first: tuple[Named, ...] = ()
    """What the title names, the most striking first."""
    second: tuple[Named, ...] = ()
    """What a further sentence names: the other end of the lens."""
    whole: float | None = None
    """The figure over all touchpoints: a share, a mean gap, the agreement of ranks."""
    low: float | None = None
    high: float | None = None
    """Its 95% interval."""
    everyones: int = 0
    """Moments of truth that are invested in."""
    own: int = 0
    """Candidates for branded individual moments that are invested in."""
    decided: bool = False
    """Whether that is what the room decided; else what the matrix advises."""
    figure: str = ""
    """What guesses are about; empty for other lenses."""
    question: NextQuestion | None = None
