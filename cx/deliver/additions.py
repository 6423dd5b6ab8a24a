"""What stands in a deck, a report or a workbook beside the matrix, where there is any."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, get_args

from cx.records import Alert, Comparison, Decision, DriverResult
from cx.records.voting import VoteResult

Topic = Literal[
    "matrix",
    "strategies",
    "priorities",
    "drivers",
    "comparison",
    "alerts",
    "votes",
    "decisions",
    "missions",
    "method",
]
TOPICS: tuple[Topic, ...] = get_args(Topic)
"""What a deck or a report can tell, in its order."""


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
            "comparison": self.comparison is not None,
            "alerts": bool(self.alerts),
            "votes": bool(self.votes),
            "decisions": bool(self.decisions),
            "missions": bool(self.missions),
        }
        return tuple(topic for topic in TOPICS if told.get(topic, True))

    def wanted(self, chosen: Collection[Topic] | None) -> tuple[Topic, ...]:
        """Return the topics that are told of those that were chosen; all of them where nothing was."""
        return tuple(topic for topic in self.topics if chosen is None or topic in chosen)
