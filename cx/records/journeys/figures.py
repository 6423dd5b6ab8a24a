"""The figures of paths: what is printed, drawn and delivered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from cx.records.bounds import MOST, Amount, Count, Within
from cx.records.finding import Finding
from cx.records.journeys.events import Unit
from cx.records.journeys.trends import Figure, Trends
from cx.text import Language

Share = Annotated[float, Within(0.0, 1.0)]


class _Printed:
    """A figure that the command line prints under the names of its fields."""

    def as_json(self) -> dict[str, object]:
        """Return it as the command line prints it."""
        return dict(vars(self))


@dataclass(frozen=True)
class PathTouchpoint(_Printed):
    """One touchpoint in all paths; a count that too few customers stand behind is ``None``."""

    name: str
    events: Count | None
    cases: Count | None
    """Different cases that have it."""
    starts: Count | None
    """Cases that begin with it."""
    ends: Count | None
    """Cases that end with it."""
    repeat_cases: Count | None
    """Cases in which it occurs twice or more."""
    median_position: Amount | None
    """Its typical place in the path, from 1."""


@dataclass(frozen=True)
class Edge:
    """One touchpoint directly behind another; the folded ones together have no ends."""

    start: str | None
    end: str | None
    events: Count
    cases: Count | None
    """``None`` for the folded ones: a case may have several of them."""
    median_seconds: Amount | None
    p90_seconds: Amount | None
    edges: Count = 1
    """How many it stands for."""

    def as_json(self) -> dict[str, object]:
        """Return it as the command line prints it."""
        if self.start is None:
            return {"from": None, "to": None, "events": self.events, "edges": self.edges}
        return {
            "from": self.start,
            "to": self.end,
            "events": self.events,
            "cases": self.cases,
            "median_seconds": self.median_seconds,
            "p90_seconds": self.p90_seconds,
        }


@dataclass(frozen=True)
class Variant:
    """One path, and how many cases took exactly that; the folded ones together have no path."""

    path: tuple[str, ...] | None
    cases: Annotated[int, Within(1, MOST)]
    share: Share
    """Of all cases, 0 to 1."""
    variants: Count = 1
    """How many it stands for."""

    def as_json(self) -> dict[str, object]:
        """Return it as the command line prints it."""
        if self.path is None:
            return {"path": None, "cases": self.cases, "share": self.share, "variants": self.variants}
        return {"path": list(self.path), "cases": self.cases, "share": self.share}


@dataclass(frozen=True)
class FunnelStep(_Printed):
    """One step of a funnel: the cases that came so far, in that order, with others between."""

    touchpoint: str
    cases: Count | None
    of_start: Share | None
    """Share of the cases at the first step."""
    of_before: Share | None
    """Share of the cases at the step before."""


@dataclass(frozen=True)
class Step(_Printed):
    """What stands so many places before (below 0) or after the first occurrence of the anchor."""

    offset: int
    touchpoint: str | None
    """``None`` before the start and after the end."""
    cases: Count | None
    share: Share | None
    of: Count
    """Cases with the anchor."""


@dataclass(frozen=True)
class Position(_Printed):
    """How many cases have a touchpoint at a place of their path, counted from 1."""

    position: int
    touchpoint: str
    cases: Count | None
    share: Share | None
    """Of all cases."""


@dataclass(frozen=True)
class Difference:
    """What one figure is in two periods, with the 95% interval of b minus a."""

    figure: Figure
    about: str | tuple[str, str] | None
    a: Amount | None
    b: Amount | None
    low: float | None
    high: float | None
    told: bool
    """Whether it differs beyond chance, by Holm over all of them."""

    def as_json(self) -> dict[str, object]:
        """Return it as the command line prints it."""
        return {**vars(self), "about": list(self.about) if isinstance(self.about, tuple) else self.about}


@dataclass(frozen=True)
class OutcomeOfEdge:
    """How the outcome of cases with a step differs from that of others with the same touchpoints."""

    start: str
    end: str
    difference: float | None
    low: float | None
    high: float | None
    having: Count
    """Cases with the step."""
    lacking: Count
    """Cases without it."""
    told: bool = False
    """Whether it differs beyond chance, by Holm over all of them."""

    def as_json(self) -> dict[str, object]:
        """Return it as the command line prints it."""
        return {
            "from": self.start,
            "to": self.end,
            "difference": self.difference,
            "low": self.low,
            "high": self.high,
            "with": self.having,
            "without": self.lacking,
        }


@dataclass(frozen=True)
class DropOff(_Printed):
    """Customers who left, by the touchpoint that they met last."""

    touchpoint: str
    cases: Count | None
    share: Share | None
    """Of all cases that left."""


@dataclass(frozen=True)
class Journeys:
    """Everything that the paths of a log come to."""

    cases: Annotated[int, Within(1, MOST)]
    events: Count
    unit: Unit
    gap_days: Amount | None
    ties: Count
    """Neighbours in a case with equal time and order and different touchpoints."""
    touchpoints: tuple[PathTouchpoint, ...]
    """Most events first, then by name."""
    edges: tuple[Edge, ...]
    """Most events first, then by names."""
    variants: tuple[Variant, ...]
    """Most cases first, then by the path's text."""
    variant_count: Count
    cases_covered: Count
    """Cases whose variant is listed."""
    median_seconds: Amount | None
    """From the first start to the last start of a case."""
    mean_seconds: Amount | None
    shortest: Count
    """Events of the shortest path."""
    longest: Count
    mean_length: Amount
    repeat_cases: Count | None
    repeat_share: Share | None
    funnel: tuple[FunnelStep, ...] = ()
    anchor: str | None = None
    steps: tuple[Step, ...] = ()
    positions: tuple[Position, ...] = ()
    differences: tuple[Difference, ...] = ()
    outcomes: tuple[OutcomeOfEdge, ...] = ()
    drop_off: tuple[DropOff, ...] = ()
    findings: tuple[Finding, ...] = ()
    least: int = 1
    """Variants and edges of fewer cases are folded, other counts below are ``None``."""
    trends: Trends | None = None
    """``None`` where they were not asked for, or all paths begin in one period."""

    def as_json(self, lang: Language) -> dict[str, object]:
        """Return all of it as ``journeys --json`` prints it."""
        return {
            **{name: getattr(self, name) for name in ("cases", "events", "unit", "gap_days", "ties")},
            "touchpoints": [one.as_json() for one in self.touchpoints],
            "edges": [one.as_json() for one in self.edges],
            "variants": [one.as_json() for one in self.variants],
            "variant_count": self.variant_count,
            "cases_covered": self.cases_covered,
            "duration": {"median_seconds": self.median_seconds, "mean_seconds": self.mean_seconds},
            "length": {"min": self.shortest, "max": self.longest, "mean": self.mean_length},
            "repeats": {"cases": self.repeat_cases, "share": self.repeat_share},
            "funnel": [one.as_json() for one in self.funnel],
            "steps": [one.as_json() for one in self.steps],
            "positions": [one.as_json() for one in self.positions],
            "difference": [one.as_json() for one in self.differences],
            "outcome": [one.as_json() for one in self.outcomes],
            "drop_off": [one.as_json() for one in self.drop_off],
            "trend": None if self.trends is None else self.trends.as_json(),
            "findings": [finding.as_json(lang) for finding in self.findings],
        }
