"""Which columns of a table of touchpoints lenses read: among those that have no other role."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from cx.intake.columns import Roles
from cx.intake.lenses.dimension_weights import heard_of_weight
from cx.intake.lenses.witnesses import Said, Scores, heard
from cx.intake.sheet import Table
from cx.intake.tables import Seen
from cx.records.file import LENS_ROLES, ColumnReading, Role

REASON = "lens_column"
_WEIGHTS = Path(__file__).with_name("weights.toml")
_LEAST, _MOST_HEARD = 0.5, 4
_SEVERAL: tuple[Role, ...] = ("level",)
_WEIGHT: Role = "weight"
"""Of dimensions, in a table."""
_FIRM = ("by_hand", "measure_")
"""A person's word, and what a layout says of several columns together."""


def with_lenses(table: Table, roles: Roles) -> Roles:
    """Return the roles with those of lenses given to columns that have none.

    Parameters
    ----------
    table
        The table, in the usual form.
    roles
        What its columns are; whatever has a role keeps it.

    Notes
    -----
    A column needs its header and its cells: log-odds of all witnesses together above 0. Of two the likelier
    has the role; five columns of levels share theirs.
    """
    left = [Seen(at, table, roles.numbers[one.letter], one) for at, one in enumerate(roles.readings)]
    left = [one for one in left if _is_left(one)]
    said = list(heard(left, _scores(roles)))
    readings = list(roles.readings)
    held: set[Role] = {one.role for one in readings if one.role != "ignore"}
    for place, role, odds in sorted(_likely(said), key=lambda one: (-one[2], one[0])):
        if (role in held and role not in _SEVERAL) or readings[place].role != "ignore":
            continue
        if role in held and not _is_one_of_five(place, said):
            continue
        held.add(role)
        readings[place] = _reading(readings[place], role, odds, _heard_of(place, role, said))
    _weigh(left, readings, held)
    settled = {readings[place].header for place in range(len(readings)) if readings[place].reason == REASON}
    rivals = tuple(rival for rival in roles.rivals if rival[2] not in settled)
    return replace(roles, readings=tuple(readings), rivals=rivals)


def _weigh(left: Sequence[Seen], readings: list[ColumnReading], held: set[Role]) -> None:
    """Give the likeliest column of those left the role of the dimensions' weight, where there are any."""
    places = [place for place, one in enumerate(readings) if one.role == "dimension"]
    dimension = next((one for one in left if one.place in places), None)
    if dimension is None or "weight" in held:
        return
    said = [
        (one.place, *heard)
        for one in left
        if readings[one.place].role == "ignore"
        for heard in heard_of_weight(one, dimension)
    ]
    for place, _, odds in sorted(_likely(said), key=lambda one: (-one[2], one[0]))[:1]:
        told = _heard_of(place, "weight", said)
        readings[place] = _reading(readings[place], "weight", odds, told)


def _is_left(one: Seen) -> bool:
    firm = one.named.reason.startswith(_FIRM) or one.place in one.table.arrangement.known
    return one.named.role == "ignore" and not firm


def _is_one_of_five(place: int, said: Sequence[Said]) -> bool:
    return any(at == place and name == "lens_five" for at, name, _ in said)


def _scores(roles: Roles) -> Scores | None:
    """The ends of what satisfaction holds."""
    for place in roles.of("satisfaction"):
        found = roles.numbers[roles.readings[place].letter].found
        if len(found):
            return Scores(float(found.min()), float(found.max()))
    return None


def _likely(said: Sequence[Said]) -> list[tuple[int, Role, float]]:
    """Position, role and log-odds of every column that is likelier to have a role than none."""
    places = dict.fromkeys(place for place, _, _ in said)
    found = []
    for place in places:
        odds = dict(weights()["prior"])
        for at, witness, strength in said:
            for role, weight in _weights_of(witness).items() if at == place else ():
                odds[role] += strength * weight
        best = max(odds, key=lambda role: odds[role])
        if odds[best] > 0:
            found.append((place, _role(best), odds[best]))
    return found


def _weights_of(witness: str) -> Mapping[str, float]:
    """What a witness says; behind a colon stands the only role that it speaks for."""
    name, _, only = witness.partition(":")
    table = weights()[name]
    return {only: table[only]} if only else table


def _heard_of(place: int, role: Role, said: Sequence[Said]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    gains = {
        witness.partition(":")[0]: strength * _weights_of(witness).get(role, 0.0)
        for at, witness, strength in said
        if at == place
    }
    order = sorted(gains, key=lambda name: -abs(gains[name]))
    return (
        tuple(name for name in order if gains[name] >= _LEAST)[:_MOST_HEARD],
        tuple(name for name in order if gains[name] <= -_LEAST)[:_MOST_HEARD],
    )


def _reading(
    one: ColumnReading, role: Role, odds: float, told: tuple[tuple[str, ...], tuple[str, ...]]
) -> ColumnReading:
    return replace(
        one,
        role=role,
        confidence=round(float(1 / (1 + np.exp(-odds))), 2),
        reason=REASON,
        values={"column": one.header},
        because=told[0],
        although=told[1],
        rival="ignore",
    )


def _role(name: str) -> Role:
    return next(role for role in (*LENS_ROLES, _WEIGHT) if role == name)


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """Return what each witness says of each role, in log-odds.

    Examples
    --------
    >>> weights()["lens_days"]["last_answer"] > 0 > weights()["lens_days"]["level"]
    True
    """
    return tomllib.loads(_WEIGHTS.read_text(encoding="utf-8"))
