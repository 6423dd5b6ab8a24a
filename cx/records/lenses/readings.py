"""What a lens shows: one reading a touchpoint, and what holds over all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from cx.records.finding import Finding

Lens = Literal[
    "knowledge_gap",
    "expectation_gap",
    "specification",
    "delivery",
    "pyramid",
    "proactivity",
    "moments",
    "coverage",
]
LENSES: tuple[Lens, ...] = get_args(Lens)
MomentKind = Literal["moment_of_truth", "candidate", "ordinary"]
MeasuredBy = Literal["goal", "effort", "satisfaction", "recommendation", "operations"]


@dataclass(frozen=True)
class Reading:
    """One touchpoint under a lens; fields that a lens does not have are ``None``."""

    name: str
    """The touchpoint's name, as on the matrix."""
    value: float | str | None
    """In the lens's own unit: a gap on its scale, a share, a level, a kind of moment."""
    low: float | None = None
    high: float | None = None
    """The 95% interval of ``value``."""
    n: float | None = None
    """What stands behind it: answers, voters, contacts."""
    notes: tuple[Finding, ...] = ()

    @property
    def number(self) -> float | None:
        """The value where it is a number."""
        return None if self.value is None or isinstance(self.value, str) else float(self.value)


@dataclass(frozen=True)
class KnowledgeGap(Reading):
    """Mean of what the room believed minus what customers say."""

    guess: float | None = None
    truth: float | None = None


@dataclass(frozen=True)
class ExpectationGap(Reading):
    """What customers get minus what they expect."""

    expectation: float | None = None
    experience: float | None = None
    dimension: str = ""


@dataclass(frozen=True)
class Bar:
    """A share with its 95% interval."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Proactivity(Reading):
    """Shares of contacts; ``value`` repeats the share of the negative ones."""

    negative: Bar | None = None
    reactive: Bar | None = None
    proactive: Bar | None = None


@dataclass(frozen=True)
class Month:
    """All contacts that began in a month."""

    month: str
    """As in ``2026-03``."""
    n: int
    negative: Bar
    reactive: Bar
    proactive: Bar


@dataclass(frozen=True)
class Measured:
    """One thing that is measured at a touchpoint in one channel."""

    channel: str
    measure: MeasuredBy
    n: float
    last: dt.date | None = None
    """When the last answer came; ``None``: not known."""


@dataclass(frozen=True)
class Coverage(Reading):
    """``value`` is the blind spot: how much of impact times volume nothing fresh is measured of."""

    measures: tuple[Measured, ...] = ()


@dataclass(frozen=True)
class LensResult:
    """One lens over all touchpoints that it has something to say of, in the order of the matrix."""

    lens: Lens
    touchpoints: tuple[Reading, ...]
    total: Mapping[str, object] = field(default_factory=dict)
    """What holds over all, by the names of the command line's contract (docs/command-line.md)."""
    figure: str = ""
    """What a gap is about (``satisfaction``, ``expectation``, ``impact``); empty for other lenses."""
    findings: tuple[Finding, ...] = ()
    of_shares: bool = False
    """Whether a gap is one of shares of 1."""

    @property
    def is_read(self) -> bool:
        """Whether it reads any touchpoint; else only its total is known."""
        return any(one.value is not None for one in self.touchpoints)

    @property
    def months(self) -> tuple[Month, ...]:
        """All contacts of a log month by month, the earliest first; empty without a trend."""
        found = self.total.get("months")
        return tuple(_month(one) for one in found) if isinstance(found, Sequence) else ()


def _month(one: Mapping[str, Any]) -> Month:
    negative, reactive, proactive = (Bar(**one[kind]) for kind in ("negative", "reactive", "proactive"))
    return Month(str(one["month"]), int(one["n"]), negative, reactive, proactive)


@dataclass(frozen=True)
class Lenses:
    """All lenses that the data or the room have something for, in the order of ``LENSES``."""

    results: tuple[LensResult, ...] = ()

    def of(self, lens: Lens) -> LensResult | None:
        """Return what one lens shows; ``None`` where it has nothing."""
        return next((result for result in self.results if result.lens == lens), None)
