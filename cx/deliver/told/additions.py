"""What stands in a deck, a report or a workbook beside the matrix, where there is any."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from cx.deliver.told.journeys import parts_of
from cx.records import Alert, Comparison, Decision, DriverResult, Movement, Stress
from cx.records.journeys import Paths
from cx.records.lenses import Lenses, LensResult
from cx.records.session import VoteResult
from cx.text import NOTHING

Topic = Literal[
    "matrix",
    "actions",
    "strategies",
    "priorities",
    "drivers",
    "lenses",
    "comparison",
    "alerts",
    "votes",
    "decisions",
    "missions",
    "journeys",
    "method",
]
TOPICS: tuple[Topic, ...] = get_args(Topic)
"""What a deck or a report can tell, in the order of who chooses none."""
_INVESTING = ("fix_first", "expand_reach")
"""Quadrants whose strategies ask for more instead of less."""


@dataclass(frozen=True)
class Additions:
    """The records beside the matrix; each gives its own slides, pages and sheets."""

    drivers: DriverResult | None = None
    comparison: Comparison | None = None
    alerts: tuple[Alert, ...] = ()
    votes: tuple[VoteResult, ...] = ()
    """Rounds that were revealed, the newest last."""
    decisions: tuple[Decision, ...] = ()
    """In order of time."""
    stress: Stress | None = None
    """Which conclusions survive when something is changed."""
    lenses: Lenses | None = None
    """Further readings of the same touchpoints; only those with something to show are told."""
    paths: Paths | None = None
    """The paths in the logs among the files."""
    path_names: Mapping[str, str] = field(default_factory=dict)
    """A touchpoint of the paths to what the matrix calls it."""

    @property
    def invested(self) -> frozenset[str] | None:
        """Names of the touchpoints in which it was decided to invest; ``None`` where nothing was decided."""
        if not self.decisions:
            return None
        return frozenset(one.name for one in self.decisions if one.strategy in _INVESTING)

    @property
    def missions(self) -> tuple[Decision, ...]:
        """The decisions with something to do, the earliest date first, those without a date last."""
        todo = [one for one in self.decisions if one.has_mission]
        return tuple(sorted(todo, key=lambda one: (one.due is None, one.due or one.moment.date(), one.name)))

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What can be told: the matrix with all that follows from it, and what was added."""
        told: dict[Topic, bool] = {
            "drivers": self.drivers is not None,
            "lenses": bool(self.lenses and any(one.is_read for one in self.lenses.results)),
            "comparison": self.comparison is not None,
            "alerts": bool(self.alerts),
            "votes": bool(self.votes),
            "decisions": bool(self.decisions),
            "missions": bool(self.missions),
            "journeys": self.paths is not None,
        }
        return tuple(topic for topic in TOPICS if told.get(topic, True))

    def wanted(self, chosen: Collection[str] | None) -> tuple[Topic, ...]:
        """Return the topics that are told of those that were chosen, in their order; all where nothing was.

        Journeys are told too, where the first of them stands, if one of their slides was chosen by itself and
        there is one. What has no order of its own (a set) is told in the program's.
        """
        if chosen is None:
            return self.topics
        there = {"map", *(parts_of(self.paths.found) if self.paths else ())}
        named = ["journeys" if one in there else one for one in chosen]
        order = named if isinstance(chosen, Sequence) else self.topics
        known = dict.fromkeys(one for one in order if one in named)
        return tuple(topic for one in known for topic in self.topics if topic == one)

    def unnamed(
        self, by_id: Mapping[str, str], by_name: Mapping[str, str], by_label: Mapping[str, str]
    ) -> Additions:
        """Return the records without names and without what people typed; paths are left out.

        Parameters
        ----------
        by_id, by_name, by_label
            What stands for each touchpoint; one that is not in view is called nothing.
        """

        def named(key: str) -> str:
            return by_id.get(key, NOTHING)

        return Additions(
            drivers=_without_names(self.drivers, by_name),
            comparison=replace(self.comparison, movements=_moved(self.comparison.movements, named))
            if self.comparison
            else None,
            alerts=tuple(replace(one, movement=_moved((one.movement,), named)[0]) for one in self.alerts),
            votes=tuple(
                replace(one, tallies=tuple(replace(tally, name=named(tally.id)) for tally in one.tallies))
                for one in self.votes
            ),
            decisions=tuple(_silent(one, named) for one in self.decisions),
            stress=_nameless(self.stress, by_label),
            lenses=Lenses(tuple(_unread(one, by_name) for one in self.lenses.results))
            if self.lenses
            else None,
        )


def _without_names(drivers: DriverResult | None, names: Mapping[str, str]) -> DriverResult | None:
    if drivers is None:
        return None
    known = tuple(replace(one, name=names.get(one.name, NOTHING)) for one in drivers.drivers)
    return replace(drivers, drivers=known)


_NAMELESS = "months"
"""A figure of the whole that is a list, and names no touchpoint."""


def _unread(result: LensResult, names: Mapping[str, str]) -> LensResult:
    """A lens without names, in its readings and in the figures of the whole."""
    readings = tuple(replace(one, name=names.get(one.name, NOTHING), notes=()) for one in result.touchpoints)
    plain = {
        key: value
        for key, value in result.total.items()
        if key == _NAMELESS or not isinstance(value, (list, tuple))
    }
    return replace(result, touchpoints=readings, total=plain, findings=())


def _nameless(stress: Stress | None, names: Mapping[str, str]) -> Stress | None:
    if stress is None:
        return None
    strains = tuple(replace(one, lost=_called(one.lost, names), about=NOTHING) for one in stress.strains)
    return Stress(_called(stress.conclusions, names), strains)


def _called(labels: Sequence[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(names.get(label, NOTHING) for label in labels)


def _moved(movements: Sequence[Movement], named: Callable[[str], str]) -> tuple[Movement, ...]:
    return tuple(replace(one, name=named(one.id), name_before="") for one in movements)


def _silent(one: Decision, named: Callable[[str], str]) -> Decision:
    bare = replace(one, name=named(one.touchpoint), reason="", owner="", who="")
    return replace(bare, mission="", kpi="", notes="")
