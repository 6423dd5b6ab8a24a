"""What responses say about the impact of each touchpoint."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
import numpy.typing as npt

from cx.records.claims import Claims, Toward
from cx.records.evidence import Contrast, Estimate, Trial
from cx.records.file import Paired, Source, TouchpointName
from cx.records.finding import Finding
from cx.records.precision import Clusters, Precision
from cx.records.scale import Direction, Scale
from cx.text import Language

if TYPE_CHECKING:
    import pandas as pd  # imported where a table is made: the page on phones must not load it

Numbers = npt.NDArray[np.float64]
Method = Literal["shapley", "johnson", "correlation"]
METHODS: tuple[Method, ...] = get_args(Method)
Ends = tuple[float | None, float | None]
Score = Literal["mean", "top2", "nps"]
SCORES: tuple[Score, ...] = get_args(Score)


@dataclass(frozen=True)
class Driver:
    """One touchpoint as a predictor of the outcome."""

    name: str
    impact: float
    """In units of R²; over the drivers it sums to R² for Shapley and Johnson."""
    share: float
    """Its part of the summed impact, 0..1."""
    low: float | None
    high: float | None
    """The 95% interval of ``share``."""
    effect: float | None
    """Change in the outcome per +1 point among those who met it, raw units; ``None``: undefined."""
    effect_low: float | None
    effect_high: float | None
    sign: int
    """1: higher ratings go with what is good for the business; -1: with what is bad; 0: undefined."""
    exposure: float
    """The share of respondents who met it, 0..1, weighted."""
    exposure_effect: float | None
    """Outcome of those who met it at its mean satisfaction against those who did not; an association."""
    exposure_effect_low: float | None
    exposure_effect_high: float | None
    satisfaction: float
    """Mean rating of those who rated it, on ``scale``, turned so that higher is better."""
    satisfaction_low: float
    satisfaction_high: float
    sd: float
    n: int
    """How many respondents rated it."""
    alone: float
    """R² of this touchpoint alone."""
    correlation: float | None
    """Correlation of its rating with the outcome among those who rated it; ``None`` without spread."""
    vif: float | None
    """Variance inflation of its effect; ``None`` where it cannot be separated from the others."""
    scale: Scale
    scores: Mapping[Score, Estimate] = field(default_factory=dict)
    """Each score that its scale allows; ``top2`` as a share, ``nps`` from -100 to 100."""
    contrast: Contrast | None = None
    """``None`` with fewer than 20 low or 20 high ratings."""
    precision: Mapping[Score, Precision] = field(default_factory=dict)
    """How exactly each score is known; in the score's unit (``top2`` a share)."""

    @property
    def toward(self) -> Toward:
        """Which way it goes with what is good for the business; ``unclear``: the interval contains 0."""
        if self.effect is None or not Estimate(self.effect, self.effect_low, self.effect_high).clear:
            return "unclear"
        return "positive" if self.sign > 0 else "negative"


@dataclass(frozen=True)
class Draws:
    """What each bootstrap draw gave, for certainty without looking at the responses again."""

    shares: Numbers | None
    """(draws, drivers); ``None`` where the drivers explain too little for intervals."""
    satisfaction: Mapping[Score, Numbers]
    """Per score (draws, drivers), in the same draws as ``shares``."""
    seed: int

    @property
    def count(self) -> int:
        """How many draws there are."""
        return len(self.satisfaction["mean"])


@dataclass(frozen=True)
class Replicates:
    """Estimates with one group of rows left out at a time, for intervals of sums of effects."""

    effects: Numbers
    """(groups, drivers); 0 where undefined."""
    exposure_effects: Numbers
    """(groups, drivers); 0 where undefined."""
    exposures: Numbers
    """(groups, drivers)."""


@dataclass(frozen=True, repr=False)
class DriverResult:
    """The impact of each touchpoint on one outcome, within the whole journey."""

    outcome: str
    direction: Direction
    """Which end of the outcome is good for the business."""
    positive: str | None
    """The label that counts as 1, of a yes-or-no outcome; else ``None``."""
    method: Method
    """The method that was used."""
    interval_method: Method
    """The method whose draws gave the intervals of the shares."""
    drivers: tuple[Driver, ...]
    """In the order of the file."""
    n: int
    """Rows used."""
    n_eff: float
    """Kish's effective number: (sum of weights)² / sum of squared weights."""
    columns: int
    """Columns of the joint model without the constant: up to two per touchpoint."""
    r2: float
    r2_adjusted: float | None
    outcome_mean: float
    outcome_sd: float
    shares: Mapping[Method, tuple[float, ...]]
    """The shares by every method that could be computed, for comparison."""
    draws: Draws | None
    replicates: Replicates
    groups: int
    """How many groups of rows the intervals rest on."""
    sources: tuple[Source, ...] = ()
    findings: tuple[Finding, ...] = ()
    clusters: Mapping[Score, Clusters] = field(default_factory=dict, compare=False)
    """Whose answers they are, per score, rows numbered like the drivers; empty where nobody is known."""
    claims: Claims = field(default_factory=Claims)
    """What may be said of it; sentences and charts assert nothing else."""
    outcome_ends: Ends = (None, None)
    """The lowest and the highest value that the outcome can have; ``None`` where no end is known."""
    two_valued: bool = False
    """Whether the outcome has two values, so that its mean is a share."""
    mood: float | None = None
    """The part of the ratings' variance that one common factor holds, 0..1; ``None`` for one or two."""
    contrasts: tuple[Estimate | None, ...] = ()
    """Each driver's effect against the mean of all, per standard deviation of its rating; above 0 is good."""
    trials: tuple[Trial, ...] = ()
    """How it would be otherwise."""
    called: Mapping[str, TouchpointName] = field(default_factory=dict)
    """Driver to all the names of its touchpoint, where its column is headed otherwise."""
    paired: Mapping[str, Paired] = field(default_factory=dict)
    """Driver to what those who answered both got and expected, on its scale."""

    @property
    def ranked(self) -> tuple[Driver, ...]:
        """The drivers by impact, the largest first; ties by name."""
        return tuple(sorted(self.drivers, key=lambda driver: (-driver.impact, driver.name.casefold())))

    @property
    def in_order(self) -> tuple[Driver, ...]:
        """The drivers as they are shown: by impact; in the order of the file where impact is not shown."""
        return self.drivers if self.claims.impact == "none" else self.ranked

    def toward(self, driver: Driver) -> Toward:
        """Return which way a driver goes with what is good; ``unclear`` also where impact is not shown."""
        return "unclear" if self.claims.impact == "none" else driver.toward

    def driver(self, name: str) -> Driver | None:
        """Return the driver of that name, or ``None``."""
        return next((driver for driver in self.drivers if driver.name == name), None)

    def table(self) -> pd.DataFrame:
        """Return the numbers of the drivers, one row each, indexed by name."""
        import pandas as pd

        plain = [f.name for f in fields(Driver) if f.name not in ("scale", "scores", "contrast", "precision")]
        rows = [{name: getattr(driver, name) for name in plain} for driver in self.drivers]
        return pd.DataFrame(rows, columns=plain).set_index("name")

    def __repr__(self) -> str:
        """Return what was asked, the fit, and the drivers by impact: what a notebook shows."""
        return f"{self._head}\n{self._brief.to_string()}"

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(self._head)}</p>{self._brief.to_html()}"

    @property
    def _head(self) -> str:
        said = f"{self.outcome!r}, method={self.method!r}, n={self.n}, r2={self.r2:.3f}"
        return f"DriverResult({said})"

    @property
    def _brief(self) -> pd.DataFrame:
        rows = self.table().loc[[driver.name for driver in self.in_order], list(_BRIEF)]
        return rows.astype(float).round(3)

    def as_json(self, lang: Language) -> dict[str, object]:
        """Return the result as ``drivers --json`` prints it."""
        return {
            "outcome": self.outcome,
            "direction": self.direction,
            "method": self.method,
            "n": self.n,
            "r2": self.r2,
            "drivers": [{name: getattr(driver, name) for name in _IN_JSON} for driver in self.drivers],
            "findings": [finding.as_json(lang) for finding in self.findings],
        }


_BRIEF = ("share", "low", "high", "effect", "exposure_effect", "satisfaction", "n")
_IN_JSON = (
    "name",
    "impact",
    "share",
    "low",
    "high",
    "effect",
    "effect_low",
    "effect_high",
    "sign",
    "exposure",
    "exposure_effect",
    "exposure_effect_low",
    "exposure_effect_high",
    "satisfaction",
    "n",
)
