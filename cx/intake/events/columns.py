"""Which column of a log is what: its name is one witness, what its cells are like is another.

A touchpoint changes within a case and tells what comes next, a case comes back, a time is a date; what only
describes a case stays the same in it. Each witness has a weight, and the best sum has the role.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cx.intake.columns import column_named
from cx.intake.events import words
from cx.intake.events.cell_profile import Cells, Seen
from cx.intake.sheet import Table
from cx.records.file import Role

_NAMED, _BY_ID = 3.0, 1.0
_TIMED, _ENOUGH = 0.8, 0.5
_CASE = 2.5
"""From so much on a column is taken for the case: a name of it, or cells that look like it and come back."""
_SAME = 0.98
_STILL = 3.0
"""What speaks against a touchpoint that stays the same within cases, as what only describes them does."""
_MOST_TOUCHPOINTS = 5_000
DETAILS: tuple[Role, ...] = (
    "channel", "direction", "standard", "result", "duration", "period", "segment",
)  # fmt: skip
"""Roles that only a name, or cells that nothing else has, tells."""


@dataclass(frozen=True)
class LogColumns:
    """The columns of one log by role; each by its place in the table."""

    table: Table
    roles: Mapping[Role, int] = field(default_factory=dict)
    """``respondent`` is the customer, ``case`` any other case."""
    clock: int | None = None
    """A column with the time of the day, where that of the time has days only."""
    lifecycle: int | None = None
    """A column that says whether an event begins or completes."""
    given: frozenset[Role] = frozenset()
    """Roles that a person gave."""

    @property
    def is_log(self) -> bool:
        """Whether the table has events: a touchpoint, a time and somebody who makes paths."""
        return {"touchpoint", "time"} <= self.roles.keys() and bool(
            {"respondent", "case"} & self.roles.keys()
        )

    @property
    def is_outcomes(self) -> bool:
        """Whether the table says of each case, in a row, what came of it."""
        return "outcome" in self.roles and bool({"respondent", "case"} & self.roles.keys())


def columns_of(table: Table, said: Mapping[str, Role]) -> LogColumns:
    """Return which column is what, by what a person said of them and else by evidence.

    Parameters
    ----------
    table
        A table with one row an event (or a case).
    said
        Header or letter to role; what the table does not have must have been taken out before.
    """
    seen = [Seen(place, table) for place in range(len(table.headers))]
    placed = [(column_named(table, name), role) for name, role in said.items()]
    return LogColumns(table, *found_among(seen, placed))


def found_among(
    seen: Sequence[Cells], said: Sequence[tuple[int, Role]]
) -> tuple[dict[Role, int], int | None, int | None, frozenset[Role]]:
    """Return the roles, the columns of the time of the day and of the lifecycle, and which roles were given.

    Parameters
    ----------
    seen
        What the cells of each column are like, by its place.
    said
        Places and their roles as a person said them.
    """
    roles: dict[Role, int] = {role: place for place, role in said if role != "ignore"}
    given = frozenset(roles)
    free = [one for one in seen if one.place not in {place for place, _ in said}]
    clock = _times(free, roles, seen)
    _cases(_without(free, roles, clock), roles)
    lifecycle = next((one.place for one in free if words.LIFECYCLE.fullmatch(one.name)), None)
    _touchpoint(_without(free, roles, clock, lifecycle), roles, seen)
    _others(_without(free, roles, clock, lifecycle), roles, seen)
    return roles, clock, lifecycle, given


def _without(free: Sequence[Cells], roles: Mapping[Role, int], *more: int | None) -> list[Cells]:
    taken = {*roles.values(), *more}
    return [one for one in free if one.place not in taken]


def _times(free: Sequence[Cells], roles: dict[Role, int], seen: Sequence[Cells]) -> int | None:
    """Give the time and the end, and return the column with the time of the day where it stands apart."""
    timed = [one for one in free if one.timed >= _TIMED]
    ends = [one for one in timed if words.NAMES["end"].fullmatch(one.name)]
    starts = {one.place: _time_score(one) for one in timed}
    if "time" not in roles and starts:
        only_ends = len(ends) == len(timed)
        likely = {
            p: s - (0 if only_ends else _NAMED * any(one.place == p for one in ends))
            for p, s in starts.items()
        }
        roles["time"] = max(likely, key=lambda place: (likely[place], -place))
    if "end" not in roles:
        rest = [one for one in ends if one.place != roles.get("time")]
        if rest and "time" in roles:
            roles["end"] = rest[0].place
    time = seen[roles["time"]] if "time" in roles else None
    if time is None or time.has_clock:
        return None
    return next((one.place for one in free if one.clocks >= _TIMED), None)


def _time_score(one: Cells) -> float:
    named = _NAMED * bool(words.NAMES["time"].fullmatch(one.name))
    other = _NAMED * bool(words.OTHER_DATES.fullmatch(one.name))
    exact = 0.5 * ("timestamp" in one.name)
    return (
        named + exact - other + one.timed + one.has_clock + min(1.0, 10 * one.different / max(one.height, 1))
    )


def _cases(free: Sequence[Cells], roles: dict[Role, int]) -> None:
    """Give the customer by name, and the case by its name or by cells that come back and look like an id."""
    if "respondent" not in roles:
        named = [one for one in free if words.CUSTOMER.fullmatch(one.name) and one.different]
        if named:
            roles["respondent"] = max(named, key=lambda one: (_id_score(one), -one.place)).place
    if "case" in roles:
        return
    scores = {
        one.place: _case_score(one)
        for one in free
        if one.place != roles.get("respondent") and one.different and one.timed < _TIMED
        if "respondent" not in roles or words.CASE.fullmatch(one.name) or words.ID.fullmatch(one.name)
    }
    best = max(scores, key=lambda place: (scores[place], -place), default=None)
    if best is not None and scores[best] >= _CASE:
        roles["case"] = best


def _id_score(one: Cells) -> float:
    return bool(words.ID.fullmatch(one.name)) + one.id_like + (one.each > 1)


def _case_score(one: Cells) -> float:
    """A name of a case, cells that look like an id, that come back, and of which there are many."""
    named = _NAMED * bool(words.CASE.fullmatch(one.name)) + (one.name == words.XES_CASE)
    by_id = _BY_ID * bool(words.ID.fullmatch(one.name)) - _NAMED * bool(words.EVENT_ID.fullmatch(one.name))
    again = 1.0 if one.each >= 1.5 else 0.0  # noqa: PLR2004 - three rows of two cases
    many = min(1.0, one.different / 20) if one.each < 0.2 * one.height else 0.0
    other = any(words.NAMES[role].fullmatch(one.name) for role in (*DETAILS, "outcome"))
    return named + by_id + one.id_like + again + many - 2.0 * (one.each <= 1) - _NAMED * other


def _touchpoint(free: Sequence[Cells], roles: dict[Role, int], seen: Sequence[Cells]) -> None:
    if "touchpoint" in roles:
        return
    key = next((seen[roles[role]] for role in ("case", "respondent") if role in roles), None)
    scores = {
        one.place: _touchpoint_score(one, key)
        for one in free
        if one.different and one.timed < _TIMED and one.clocks < _TIMED
    }
    rivals = [place for place in scores if scores[place] > max(scores.values()) - 1.0]
    if key is not None and len(rivals) > 1:
        time = seen[roles["time"]] if "time" in roles else None
        scores |= {place: scores[place] + min(1.0, seen[place].leads(key, time)) for place in rivals}
    best = max(scores, key=lambda place: (scores[place], -place), default=None)
    if best is not None and scores[best] >= 2.0:  # noqa: PLR2004 - a name, or cells alone that speak clearly
        roles["touchpoint"] = best
        return
    alone = [place for place in scores if scores[place] + _STILL >= 2.0]  # noqa: PLR2004 - as above
    if (
        len(alone) == 1 and "time" in roles and key is not None and key.each > 1
    ):  # customers meet one touchpoint each, and no other column may be it
        roles["touchpoint"] = alone[0]


def _touchpoint_score(one: Cells, key: Cells | None) -> float:
    """A name of a touchpoint; few names that come back, are words, and change within a case."""
    name = 1.0 if one.name == words.XES_NAME else 0.0
    named = _NAMED * bool(words.NAMES["touchpoint"].fullmatch(one.name)) + name
    other = any(
        words.NAMES[role].fullmatch(one.name)
        for role in (*DETAILS, "outcome", "order")
        if role in words.NAMES
    )
    few = 1.0 if one.each >= 3 and one.different <= _MOST_TOUCHPOINTS else -1.0  # noqa: PLR2004
    in_words = 1.0 - one.id_like if not one.numeric else -1.0
    changing = one.changes(key) if key is not None and key.each > 1 else 1.0
    id_named = bool(words.ID.fullmatch(one.name)) and not named
    return (
        named
        - 2.0 * other
        - id_named
        + few
        + in_words
        + (min(1.0, 2 * changing) if changing > 1 - _SAME else -_STILL * (one.different > 1 or not named))
    )


def _others(free: Sequence[Cells], roles: dict[Role, int], seen: Sequence[Cells]) -> None:
    """Give the roles of what else an event has; what only describes cases is none of them."""
    key = next((seen[roles[role]] for role in ("respondent", "case") if role in roles), None)
    open_ = list(free)
    for role in (*DETAILS, "outcome", "order"):
        if role in roles:
            continue
        for one in open_:
            if _is(role, one, key, roles, seen):
                roles[role] = one.place
                open_ = [other for other in open_ if other is not one]
                break


def _is(role: Role, one: Cells, key: Cells | None, roles: Mapping[Role, int], seen: Sequence[Cells]) -> bool:
    named = bool(words.NAMES[role].fullmatch(one.name))
    if role == "direction":
        return (named and one.different <= 10) or (one.different > 1 and one.words <= words.DIRECTIONS)  # noqa: PLR2004
    if role == "standard":
        return named and (one.words <= words.YES | words.NO or (one.numeric and one.different <= 2))  # noqa: PLR2004
    if role == "outcome":
        return named and key is not None and one.different > 1 and one.changes(key, alone=0.0) <= 1 - _SAME
    if role == "order":
        return (
            named
            and one.numeric
            and key is not None
            and "time" in roles
            and one.rises(key, seen[roles["time"]])
        )
    return named
