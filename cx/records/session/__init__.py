"""A session, and the votes of its room."""

from cx.records.session.meeting import (
    AGENDA_STEPS,
    MEASURES,
    Agenda,
    AgendaStep,
    AlertKind,
    AlertRule,
    Change,
    Decision,
    Lock,
    Measure,
    Session,
)
from cx.records.session.voting import (
    HIGHEST_RATING,
    LOWEST_RATING,
    ROUND_KINDS,
    Ballot,
    Round,
    RoundKind,
    RoundState,
    Tally,
    VoteResult,
)

__all__ = [
    "AGENDA_STEPS",
    "HIGHEST_RATING",
    "LOWEST_RATING",
    "MEASURES",
    "ROUND_KINDS",
    "Agenda",
    "AgendaStep",
    "AlertKind",
    "AlertRule",
    "Ballot",
    "Change",
    "Decision",
    "Lock",
    "Measure",
    "Round",
    "RoundKind",
    "RoundState",
    "Session",
    "Tally",
    "VoteResult",
]
