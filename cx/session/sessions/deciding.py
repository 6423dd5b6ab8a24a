"""Taking a decision about a touchpoint, and how it stands against the matrix of today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cx.records import Bubble, Decision, DecisionStatus, Matrix, Measure, Quadrant, Session
from cx.session.sessions.differences import with_decision


@dataclass(frozen=True)
class Standing:
    """A decision beside the matrix of today."""

    decision: Decision
    bubble: Bubble | None
    """``None`` where the touchpoint is not in the data any more."""
    now: float | None
    """The value of the KPI today."""
    reached: bool | None
    """Whether the target is reached; ``None`` where that cannot be said."""

    @property
    def contradicts(self) -> bool:
        """Whether the decision follows another strategy than the matrix advises today."""
        quadrant = self.bubble.advised if self.bubble else self.decision.advice
        return quadrant is not None and quadrant != self.decision.strategy

    def overdue(self, day: dt.date) -> bool:
        """Return whether the date has passed without the target being reached."""
        due = self.decision.due
        return due is not None and due < day and not self.reached


def value_of(measure: Measure, bubble: Bubble | None) -> float | None:
    """Return a measure of a touchpoint; ``None`` where the data do not give it."""
    if bubble is None or measure == "own":
        return None
    found = {"satisfaction": bubble.satisfaction, "impact": bubble.height, "volume": bubble.volume}
    return found[measure]


def standing(decision: Decision, matrix: Matrix) -> Standing:
    """Return how a decision stands in a matrix drawn per touchpoint."""
    bubble = matrix.bubble(decision.touchpoint)
    now = decision.latest if decision.measure == "own" else value_of(decision.measure, bubble)
    return Standing(decision, bubble, now, decision.reached(now))


def standings(decisions: Sequence[Decision], matrix: Matrix) -> tuple[Standing, ...]:
    """Return how decisions stand, in their own order."""
    return tuple(standing(one, matrix) for one in decisions)


def statuses(decisions: Sequence[Decision], matrix: Matrix, day: dt.date) -> Mapping[str, DecisionStatus]:
    """Return how decisions stand on a day, by bubble; one of a channel or segment has its touchpoint's.

    Parameters
    ----------
    day
        From whose beginning on a date before it has passed.
    """
    found = {one.decision.touchpoint: _status(one, day) for one in standings(decisions, matrix)}
    names = {one.name: found[one.touchpoint] for one in decisions}
    known = {one.id: found.get(one.id) or names.get(one.name) for one in matrix.bubbles}
    return {id_: status for id_, status in known.items() if status is not None}


def _status(one: Standing, day: dt.date) -> DecisionStatus:
    if one.reached:
        return "reached"
    if one.overdue(day):
        return "late"
    return "under_way" if one.decision.has_mission else "decided"


def decided(session: Session, bubble: Bubble, strategy: Quadrant, *, who: str, now: dt.datetime) -> Session:
    """Return the session with a strategy decided for a touchpoint; the rest of an earlier decision stays.

    Satisfaction is the measure of a new one, with its value of today.
    """
    known = session.decision(bubble.id)
    begun = known or Decision(bubble.id, bubble.name, strategy, now, current=value_of("satisfaction", bubble))
    followed = strategy == bubble.advised
    changed = replace(
        begun,
        strategy=strategy,
        advice=bubble.advised,
        reason="" if followed else begun.reason,
        moment=now,
        who=who,
    )
    return _with(session, changed)


def amended(session: Session, touchpoint: str, *, who: str, now: dt.datetime, **fields: Any) -> Session:  # noqa: ANN401 - of Decision
    """Return the session with fields of a decision changed; as it is where there is none."""
    known = session.decision(touchpoint)
    return _with(session, replace(known, **fields, moment=now, who=who)) if known else session


def measured(session: Session, bubble: Bubble, measure: Measure, *, who: str, now: dt.datetime) -> Session:
    """Return the session with another measure of a mission; its values begin anew."""
    fields = {"measure": measure, "current": value_of(measure, bubble), "target": None, "latest": None}
    return amended(session, bubble.id, who=who, now=now, **fields)


def withdrawn(session: Session, touchpoint: str) -> Session:
    """Return the session without a decision about a touchpoint."""
    return replace(session, decisions=with_decision(session.decisions, touchpoint, None))


def _with(session: Session, decision: Decision) -> Session:
    return replace(session, decisions=with_decision(session.decisions, decision.touchpoint, decision))
