"""A session: one prioritisation meeting, with its data, its settings and what was decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Annotated, Final, Literal, get_args

from cx.records.bounds import MOST, Count, Within
from cx.records.file import Touchpoints
from cx.records.journeys import Paths
from cx.records.lenses import MOST_ASSESSMENTS, Assessment, LensSettings
from cx.records.matrix import Settings
from cx.records.quadrant import Quadrant

AgendaStep = Literal["read", "vote", "discuss", "decide"]
AGENDA_STEPS: tuple[AgendaStep, ...] = get_args(AgendaStep)
Measure = Literal["satisfaction", "impact", "volume", "own"]
"""What a mission is measured by: a number that the data give, or one that a person types."""
MEASURES: tuple[Measure, ...] = get_args(Measure)
AlertKind = Literal["falls", "below"]
MOST_MINUTES: Final = 480
MOST_SECONDS: Final = 10 * 366 * 86_400
MOST_RULES: Final = 200
MOST_DECKS: Final = 100


@dataclass(frozen=True)
class Lock:
    """Data, crosshair and strategies are frozen from this moment on."""

    moment: dt.datetime
    """In UTC."""
    who: str


@dataclass(frozen=True)
class Decision:
    """What was decided about one touchpoint; with a mission, its KPI, target and date."""

    touchpoint: str
    """The id of the touchpoint's bubble (drawn per touchpoint, not per channel or segment)."""
    name: str
    """The touchpoint's name; it follows where the touchpoint gets another one."""
    strategy: Quadrant
    """The quadrant whose strategy is followed."""
    moment: dt.datetime
    """When it was decided or last changed, in UTC."""
    advice: Quadrant | None = None
    """The quadrant that the matrix showed at that moment; ``None`` without impact."""
    reason: str = ""
    """Why the advice was overruled."""
    owner: str = ""
    due: dt.date | None = None
    mission: str = ""
    measure: Measure = "satisfaction"
    kpi: str = ""
    """The KPI's name in the users' words; empty where ``measure`` says it."""
    current: float | None = None
    """The KPI's value when it was decided."""
    target: float | None = None
    latest: float | None = None
    """The KPI's value now, typed by hand: for measures that the data do not give."""
    notes: str = ""
    who: str = ""

    @property
    def accepted(self) -> bool:
        """Whether the advice of the matrix is followed; also where there was none."""
        return self.advice is None or self.strategy == self.advice

    @property
    def has_mission(self) -> bool:
        """Whether there is something to do: a mission, an owner, a date or a target."""
        return bool(self.mission or self.owner or self.due or self.target is not None)

    def reached(self, now: float | None) -> bool | None:
        """Return whether the target is reached by a value; ``None`` where either is not known.

        A target below the value at the start is reached from above.

        Examples
        --------
        >>> moment = dt.datetime(2026, 10, 5, tzinfo=dt.timezone.utc)
        >>> mission = Decision("a", "Invoice", "fix_first", moment, current=6.1, target=7.0)
        >>> mission.reached(7.2), mission.reached(6.9), mission.reached(None)
        (True, False, None)
        """
        if now is None or self.target is None:
            return None
        downwards = self.current is not None and self.target < self.current
        return now <= self.target if downwards else now >= self.target


@dataclass(frozen=True)
class Agenda:
    """The minutes of each step of the meeting, and the step whose clock runs."""

    minutes: Mapping[AgendaStep, Annotated[int, Within(0, MOST_MINUTES)]] = field(
        default_factory=lambda: {"read": 10, "vote": 10, "discuss": 30, "decide": 20}
    )
    step: AgendaStep | None = None
    """The step that is on; ``None`` before the meeting began."""
    started: dt.datetime | None = None
    """When the clock of the step was started, in UTC; ``None`` while it stands still."""
    used: Annotated[float, Within(0.0, MOST_SECONDS)] = 0.0
    """Seconds of the step that had passed before ``started``."""

    def left(self, now: dt.datetime) -> float:
        """Return the seconds that are left of the step; below 0 when it runs over.

        Examples
        --------
        >>> begun = dt.datetime(2026, 10, 5, 9, 0, tzinfo=dt.timezone.utc)
        >>> Agenda(step="read", started=begun).left(begun + dt.timedelta(minutes=4))
        360.0
        """
        if self.step is None:
            return 0.0
        return self.minutes.get(self.step, 0) * 60.0 - self._spent(now)

    @property
    def following(self) -> AgendaStep | None:
        """The step after the one that is on, with minutes of its own; ``None`` at the end."""
        after = AGENDA_STEPS[AGENDA_STEPS.index(self.step) + 1 :] if self.step else AGENDA_STEPS
        return next((step for step in after if self.minutes.get(step, 0)), None)

    def begun(self, step: AgendaStep | None, now: dt.datetime) -> Agenda:
        """Return the agenda with the clock of a step started; without a step the meeting is over."""
        return Agenda(self.minutes, step, now if step else None)

    def paused(self, now: dt.datetime) -> Agenda:
        """Return the agenda with its clock standing still."""
        return Agenda(self.minutes, self.step, None, self._spent(now))

    def resumed(self, now: dt.datetime) -> Agenda:
        """Return the agenda with its clock running on."""
        return Agenda(self.minutes, self.step, now, self._spent(now))

    def _spent(self, now: dt.datetime) -> float:
        running = (now - self.started).total_seconds() if self.started else 0.0
        return self.used + running


@dataclass(frozen=True)
class AlertRule:
    """What is looked for when a new period is loaded."""

    kind: AlertKind
    """``falls``: satisfaction went down by more than ``amount``; ``below``: it is under ``amount``."""
    amount: float
    significant: bool = True
    """With ``falls``: only where the data show it."""
    touchpoints: tuple[str, ...] = ()
    """Ids; empty: all of them."""


@dataclass(frozen=True)
class DeckMade:
    """A deck that was taken away from a session."""

    mark: str
    """What the deck itself keeps: alike for decks of the same figures, asked for in the same way."""
    moment: dt.datetime
    """In UTC."""


@dataclass(frozen=True)
class Change:
    """One line of a session's history."""

    revision: Count
    moment: dt.datetime
    """In UTC."""
    who: str
    key: str
    """What was done; its words stand in ``cx/text`` under ``history.<key>``."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What the words need."""


@dataclass(frozen=True)
class Session:
    """A prioritisation meeting that is kept; aggregates only, never respondents.

    Votes are kept apart, by round (see :mod:`cx.session.voting`), and so is the history of changes.
    """

    id: str
    name: str
    created: dt.datetime
    """In UTC."""
    changed: dt.datetime
    """In UTC."""
    revision: Annotated[int, Within(1, MOST)]
    """Counts the changes, from 1; who changes an older one than the store holds is asked first."""
    touchpoints: Touchpoints
    settings: Settings = field(default_factory=Settings)
    """The strategies as edited are part of them."""
    locked: Lock | None = None
    decisions: tuple[Decision, ...] = ()
    """One a touchpoint at most, in the order in which they were made."""
    notes: str = ""
    agenda: Agenda = field(default_factory=Agenda)
    alerts: Annotated[tuple[AlertRule, ...], Within(0, MOST_RULES)] = ()
    webhook: str = field(default="", repr=False)
    """Where alerts are sent to; empty: nowhere. A secret: it stays in the store, and sleeps until a person on
    this machine has confirmed it."""
    told: tuple[str, ...] = ()
    """The periods that the rules were checked on; each is told of once."""
    targets: Mapping[str, float] = field(default_factory=dict)
    """Touchpoint id to the satisfaction that is aimed for there."""
    paths: Paths | None = None
    """The paths of customers in the logs among the files: folded figures, and how they were asked for."""
    assessments: Annotated[tuple[Assessment, ...], Within(0, MOST_ASSESSMENTS)] = ()
    """What people said of touchpoints beside satisfaction and impact; one a key at most, the latest last."""
    lens_settings: LensSettings = field(default_factory=LensSettings)
    decks: Annotated[tuple[DeckMade, ...], Within(0, MOST_DECKS)] = ()
    """The decks that were taken away from it, the latest last; the oldest are forgotten."""
    archived: bool = False
    deleted: dt.datetime | None = None

    def with_deck(self, made: DeckMade) -> Session:
        """Return the session with a deck that was taken away just now; one of the same mark is the older."""
        others = [one for one in self.decks if one.mark != made.mark]
        return replace(self, decks=(*others[1 - MOST_DECKS :], made))

    def decision(self, touchpoint: str) -> Decision | None:
        """Return the decision about a touchpoint, or ``None``."""
        return self._by_touchpoint.get(touchpoint)

    @cached_property
    def _by_touchpoint(self) -> dict[str, Decision]:
        """Pages ask it of every touchpoint, and there are as many decisions."""
        return {one.touchpoint: one for one in reversed(self.decisions)}

    def named(self, names: Mapping[str, str]) -> Session:
        """Return the session with decisions and assessments under the names that touchpoints have now.

        Parameters
        ----------
        names
            Id of a touchpoint to its name; what is said of one that is not there keeps its name.
        """
        decisions = tuple(replace(one, name=names.get(one.touchpoint, one.name)) for one in self.decisions)
        said = tuple(replace(one, name=names.get(one.touchpoint, one.name)) for one in self.assessments)
        if decisions == self.decisions and said == self.assessments:
            return self
        return replace(self, decisions=decisions, assessments=said)

    @property
    def log(self) -> tuple[Decision, ...]:
        """The decisions in order of time."""
        return tuple(sorted(self.decisions, key=lambda one: one.moment))

    @property
    def missions(self) -> tuple[Decision, ...]:
        """The decisions with something to do, the earliest date first, those without a date last."""
        todo = [one for one in self.decisions if one.has_mission]
        return tuple(sorted(todo, key=lambda one: (one.due is None, one.due or dt.date.max, one.name)))
