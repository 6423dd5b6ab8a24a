"""What the columns of a table of touchpoints are: all witnesses heard, all columns settled together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from cx.intake.columns import Roles
from cx.intake.sheet import Table, Told
from cx.intake.survey.evidence import touchpoint_weights
from cx.intake.tables import cells, names, neighbours
from cx.intake.tables.column_profile import Seen
from cx.intake.tables.names import CORE
from cx.intake.tables.needed_roles import (
    KINDS,
    NONE,
    SEVERAL,
    need,
    need_names,
    no_weak_scores,
    one_impact,
)
from cx.process import Budget
from cx.records.bounds import MOST_TOUCHPOINTS
from cx.records.file import ColumnReading, Role

ASKED = 3.0
"""Below such log-odds between two readings a person is asked."""
KEPT = 0.5
"""The same where a column stays what its name says: hardly anything speaks for it but the name."""
LEFT = 4.0
"""The same of numbers that nothing explains, beside a role that no column has."""
_MOST_COLUMNS = 400
_MOST_HEARD, _LEAST = 4, 0.5
_FEWEST = 4
_REASONS: Mapping[str, str] = {
    "touchpoint": "content_names",
    "satisfaction": "content_scores",
    "volume": "content_counts",
}
_UNSAID = "prior"
_KNOWN = ("by_hand", "measure_")  # a person's word; figures of one thing, whose headers say it together
Said = list[tuple[str, float]]


@dataclass(frozen=True)
class Settled:
    """What the columns of a table were settled to be, and what has to be told or asked of it."""

    roles: Roles
    told: tuple[Told, ...] = ()


@dataclass(frozen=True)
class _Verdict:
    """What one column was taken for, against the next likely role that a witness tells apart from it."""

    role: Role
    rival: Role
    margin: float
    """Log-odds between it and the next likely role of all."""
    gains: Mapping[str, float]
    """Witness to what it adds for the role against the rival."""


def resettled(table: Table, roles: Roles, budget: Budget) -> Settled:
    """Return the roles of a table of touchpoints, settled by cells, neighbours and names together.

    Parameters
    ----------
    table
        The table, in the usual form.
    roles
        What its columns were taken for by their names; a person's word, and what a layout knows, stay.
    budget
        The time for the file.

    Raises
    ------
    LimitExceeded
        When the time is over.
    """
    if not _FEWEST <= table.height <= MOST_TOUCHPOINTS or len(table.headers) > _MOST_COLUMNS:
        return Settled(roles)
    columns = [Seen(at, table, roles.numbers[one.letter], one) for at, one in enumerate(roles.readings)]
    open_ = [one for one in columns if _is_open(one)]
    said = heard(columns, open_, budget)
    scores = {place: scored(own) for place, own in said.items()}
    taken = assigned(scores, {one.named.role for one in columns if one not in open_})
    one_impact(taken, scores, open_)
    no_weak_scores(taken, scores, open_)
    need(taken, scores, columns, "satisfaction")
    need_names(taken, columns)
    if not {"touchpoint", "satisfaction"} <= {taken.get(one.place, one.named.role) for one in columns}:
        taken = {one.place: one.named.role for one in open_}  # no table of touchpoints by itself
    return _settled(roles, open_, taken, scores, said)


def _is_open(one: Seen) -> bool:
    """Whether evidence may speak: not against a person or a layout, nor of roles that tables seldom have."""
    known = one.named.reason.startswith(_KNOWN) or one.place in one.table.arrangement.known
    return not known and one.filled > 0 and (one.named.role in KINDS or names.counts_people(one))


def heard(columns: Sequence[Seen], open_: Sequence[Seen], budget: Budget) -> dict[int, Said]:
    """Return what the witnesses say of each column that is open."""
    share = names.share_named(columns)
    said: dict[int, Said] = {one.place: [(_UNSAID, 1.0), *names.names_role(one, share)] for one in open_}
    for one in open_:
        budget.check()
        said[one.place] += [told for witness in cells.WITNESSES for told in witness(one)]
    for place, name, strength in neighbours.heard(columns):
        if place in said:
            said[place].append((name, strength))
    return said


def weights_of(witness: str) -> Mapping[str, float]:
    """Return the weights of a witness; behind a colon stands the only role that it speaks for."""
    name, _, only = witness.partition(":")
    table = touchpoint_weights()[name]
    return {only: table.get(only, 0.0)} if only else table


def scored(said: Said) -> np.ndarray:
    """Return the log-odds of each of ``KINDS``."""
    found = dict.fromkeys(map(str, KINDS), 0.0)
    for witness, strength in said:
        for kind, weight in weights_of(witness).items():
            found[_kind(kind)] += strength * weight
    return np.array([found[kind] for kind in KINDS])


def _kind(name: str) -> str:
    return NONE if name == "other" else name


def assigned(scores: Mapping[int, np.ndarray], held: set[Role]) -> dict[int, Role]:
    """Return the best role of each column; one that is held once goes where it would be missed most."""
    left = {place: own.copy() for place, own in scores.items()}
    for own in left.values():
        for role in held - set(SEVERAL):
            if role in KINDS:
                own[KINDS.index(role)] = -np.inf  # a person or a layout has given it away
    taken = {place: int(own.argmax()) for place, own in left.items()}
    while (twice := _twice(taken)) is not None:
        places = [place for place, kind in taken.items() if kind == twice]
        keeper = max(places, key=lambda place: (_missed(left[place]), -place))
        for place in places:
            if place != keeper:
                left[place][twice] = -np.inf
                taken[place] = int(left[place].argmax())
    return {place: KINDS[kind] for place, kind in taken.items()}


def _twice(taken: Mapping[int, int]) -> int | None:
    kinds = list(taken.values())
    return next((kind for kind in kinds if KINDS[kind] not in SEVERAL and kinds.count(kind) > 1), None)


def _missed(own: np.ndarray) -> float:
    """How much worse its next role would be."""
    best, second = np.sort(own)[::-1][:2]
    return float(best - second)


def _settled(
    roles: Roles,
    open_: Sequence[Seen],
    taken: Mapping[int, Role],
    scores: Mapping[int, np.ndarray],
    said: Mapping[int, Said],
) -> Settled:
    readings, told = list(roles.readings), []
    held = {one.role for one in readings if one.letter not in {roles.readings[at].letter for at in taken}}
    free = set(CORE) - held - set(taken.values())
    free = set() if "satisfaction" in free else free  # nothing is missing in what is no table of touchpoints
    for one in open_:
        verdict = _verdict(taken[one.place], scores[one.place], said[one.place])
        readings[one.place] = _reading(one, verdict)
        told += _told(one, verdict, free - {verdict.role})
    changed = [at for at, one in enumerate(readings) if one.role != roles.readings[at].role]
    headers = {readings[at].header for at in changed}
    rivals = tuple(rival for rival in roles.rivals if not headers & set(rival[1:]))
    return Settled(replace(roles, readings=tuple(readings), rivals=rivals), tuple(told))


def _verdict(role: Role, own: np.ndarray, said: Said) -> _Verdict:
    order = [KINDS[at] for at in np.argsort(-own, kind="stable") if KINDS[at] != role]
    margin = float(own[KINDS.index(role)] - own[KINDS.index(order[0])])
    apart = ((rival, _gains(said, role, rival)) for rival in order)
    rival, gains = next(((rival, gains) for rival, gains in apart if gains), (order[0], {}))
    return _Verdict(role, rival, margin, gains)


def _reading(one: Seen, verdict: _Verdict) -> ColumnReading:
    """The reading with the witnesses for it and against it, and a reason where the role is not as named."""
    gains = verdict.gains
    order = sorted(gains, key=lambda name: -abs(gains[name]))
    known = replace(
        one.named,
        because=tuple(name for name in order if gains[name] > 0)[:_MOST_HEARD],
        although=tuple(name for name in order if gains[name] < 0)[:_MOST_HEARD],
        rival=verdict.rival,
    )
    if verdict.role == one.named.role:
        return known
    named = one.named.role != NONE
    reason = _REASONS.get(verdict.role, "content_cells") if verdict.role != NONE else "cells_against"
    return replace(
        known,
        role=verdict.role,
        confidence=round(float(1 / (1 + np.exp(-np.clip(verdict.margin, -30, 30)))), 2),
        reason="cells_against" if named else reason,
        values={"column": one.header},
    )


def _gains(said: Said, role: Role, rival: Role) -> dict[str, float]:
    """What each witness adds for a role against another, where it is worth telling."""
    gains: dict[str, float] = {}
    for witness, strength in said:
        name, table = witness.partition(":")[0], weights_of(witness)
        gain = strength * (_weight(table, role) - _weight(table, rival))
        if name != _UNSAID:
            gains[name] = gains.get(name, 0.0) + gain
    return {name: gain for name, gain in gains.items() if abs(gain) >= _LEAST}


def _weight(table: Mapping[str, float], role: Role) -> float:
    return table.get("other" if role == NONE else role, 0.0)


def _told(one: Seen, verdict: _Verdict, free: set[Role]) -> list[Told]:
    """What is said of a column that cells read otherwise than its name, and what is asked.

    ``free`` are the roles that no column has.
    """
    role, named = verdict.role, one.named.role
    guessed = named == NONE or names.is_guessed(one) or names.counts_people(one)
    if role == NONE and _is_left(one, verdict, free):
        return [Told("warning", "role_ambiguous", one.place, {"own_role": NONE, "other_role": verdict.rival})]
    if _is_asked(one, verdict, guessed=guessed):
        rival = verdict.rival if named in (role, NONE) else named
        return [Told("warning", "role_ambiguous", one.place, {"own_role": role, "other_role": rival})]
    if role == named:
        return []
    if not guessed:
        return [Told("warning", "cells_against_name", one.place, {"own_role": role, "other_role": named})]
    return [] if role in (*_REASONS, NONE) else [Told("info", "role_by_cells", one.place, {"own_role": role})]


def _is_left(one: Seen, verdict: _Verdict, free: set[Role]) -> bool:
    """Whether numbers that no header explains are set aside although they may be what is missing."""
    silent = names.is_silent(one) and one.is_numbers and "names_nothing" not in verdict.gains
    return silent and verdict.rival in free and verdict.margin < LEFT


def _is_asked(one: Seen, verdict: _Verdict, *, guessed: bool) -> bool:
    """Whether a person is asked: the cells are not clear, or they say another role than the name."""
    role, named = verdict.role, one.named.role
    weighs = role in CORE or verdict.rival in CORE
    if not weighs or not one.is_numbers or (guessed and role == NONE):
        return False
    if role != named and not guessed and role != NONE:
        return True
    return verdict.margin < (KEPT if role == named and not guessed else ASKED)
