"""What responses say about one touchpoint, and where touchpoints lie in each draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

import numpy as np
import numpy.typing as npt

from cx.records.bounds import Count, Within
from cx.records.claims import ImpactClaim, Toward

TrialKind = Literal[
    "mood",
    "pmvd",
    "twins",
    "activity",
    "straight_liners",
    "segment",
    "segment_rows",
    "clusters",
    "mean",
    "median",
    "midpoint",
]
ContrastClass = Literal["hygiene", "linear", "delighter"]


@dataclass(frozen=True)
class Estimate:
    """A value with its 95% interval."""

    value: float
    low: float | None = None
    high: float | None = None
    """Both ``None`` where no interval can be given."""

    @property
    def clear(self) -> bool:
        """Whether there is an interval and it leaves 0 out."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


@dataclass(frozen=True)
class Contrast:
    """What low and what high ratings of a touchpoint do to the outcome (METHODS 7)."""

    penalty: Estimate
    """Outcome of those who rate it low against those in the middle, all else equal; raw units."""
    reward: Estimate
    """Outcome of those who rate it high against those in the middle."""
    asymmetry: Estimate
    """IA = (|reward| - |penalty|) / (|reward| + |penalty|), -1..1; below 0 the penalty is the larger."""
    kind: ContrastClass
    """``hygiene`` or ``delighter`` only where the interval of the asymmetry leaves 0 out."""
    n_low: Count
    n_high: Count

    @property
    def range(self) -> float:
        """RIOCS = |penalty| + |reward|."""
        return abs(self.penalty.value) + abs(self.reward.value)

    @property
    def reward_share(self) -> float:
        """SGP = |reward| / RIOCS: the part of its range that generates satisfaction."""
        return abs(self.reward.value) / self.range

    @property
    def penalty_share(self) -> float:
        """DGP = |penalty| / RIOCS: the part of its range that generates dissatisfaction."""
        return abs(self.penalty.value) / self.range


@dataclass(frozen=True)
class Evidence:
    """What responses say about one touchpoint, as advice needs it."""

    effect: Estimate | None
    """Change in the outcome per point more; ``None``: undefined."""
    exposure_effect: Estimate | None
    """Outcome of those who met it against those who did not, at its mean satisfaction."""
    good: Annotated[int, Within(-1, 1)]
    """1: a higher outcome is good for the business; -1: a lower one."""
    contrast: Contrast | None = None
    """What low and what high ratings do to the outcome."""
    outcome: str = ""
    """The outcome in the user's words; of a yes-or-no outcome with the label that counts as 1."""
    share: bool = False
    """Whether the outcome is the share of one label, so that effects are parts of 1."""
    robustness: Annotated[float, Within(0, 1)] | None = None
    """What an unmeasured cause has to explain of what is left of both to bring the effect to 0."""
    robustness_bound: Annotated[float, Within(0, 1)] | None = None
    """The same, to bring 0 into the effect's interval."""
    outcome_sd: float | None = None
    """How far the outcome's answers lie apart, in its raw units; ``None`` where nobody said."""

    @property
    def toward(self) -> Toward:
        """Which way the touchpoint goes with what is good; ``unclear`` where the interval contains 0."""
        if self.effect is None or not self.effect.clear:
            return "unclear"
        return "positive" if self.effect.value * self.good > 0 else "negative"

    @property
    def backs_reach(self) -> bool:
        """Whether those who met it fare clearly better; where everybody met it that cannot be seen."""
        met = self.exposure_effect
        return met is not None and met.clear and met.value * self.good > 0


@dataclass(frozen=True)
class AxisDraws:
    """Where the touchpoints lie in each bootstrap draw of the responses."""

    names: tuple[str, ...]
    """The touchpoints, one a column."""
    satisfaction: npt.NDArray[np.float64]
    """(draws, names) on the scale of the table; NaN where nobody in the draw rated it."""
    impact: npt.NDArray[np.float64] | None
    """(draws, names) shares; ``None`` where the touchpoints explain too little for intervals."""


@dataclass(frozen=True)
class Trial:
    """How a result would be otherwise: numbers that differ, or touchpoints of which it is doubtful."""

    kind: TrialKind
    shares: Mapping[str, float] = field(default_factory=dict)
    """Touchpoint to its share of impact in the trial; empty where impact stays."""
    satisfaction: Mapping[str, float] = field(default_factory=dict)
    """Touchpoint to its satisfaction in the trial, on the scale of the table; empty where it stays."""
    doubtful: tuple[str, ...] = ()
    """The touchpoints whose impact the trial does not bear out."""
    draws: AxisDraws | None = None
    """Where the touchpoints lie in each draw of the trial; ``None`` where exactness stays."""
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    """Touchpoint to what the answers say of it in the trial; empty where that stays."""
    impact_claim: ImpactClaim | None = None
    """Whether impact may be spoken of in the trial; ``None`` where that stays."""
    about: str = ""
    """What was left out, in the user's words."""
    amount: float | None = None
    """How much of it there is."""
