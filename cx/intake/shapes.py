"""What a row of a table stands for: a touchpoint, a respondent, a rating or a contact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cx.intake.apart import KEYS, repeats
from cx.intake.days import day_count
from cx.intake.labels import labels_of
from cx.intake.names import plain
from cx.intake.roles import Roles
from cx.intake.survey.answers import answered
from cx.intake.survey.kinds import likely_ratings
from cx.intake.table import Table
from cx.records.choices import Shape

_FEWEST_RESPONDENTS, _FEWEST_ASKED = 20, 5
"""From so many rows on they are taken as respondents, and from so many it is asked."""
_FEWEST_RATINGS, _MANY_RATINGS = 3, 4
_OFTEN = 0.3
_PEOPLE_TOO = frozenset({"name", "naam", "nom", "contact", "service", "dienst"})
"""Headers that name touchpoints in one file and people in another."""
_MOSTLY = 0.8
_SURE = 0.65


@dataclass(frozen=True)
class ShapeReading:
    """What a row stands for, and what it could stand for as well."""

    shape: Shape
    rival: Shape | None = None


def shape_of(table: Table, roles: Roles) -> ShapeReading:
    """Return what a row stands for.

    One row a respondent shows as several columns of ratings and no touchpoint column worth the name; one row
    a rating as touchpoint names that come back for many respondents; one row a contact as the same with a
    moment in time and no score.
    """
    ratings = likely_ratings(answered(table, roles), table.height, _FEWEST_ASKED)
    named = _has_touchpoints(table, roles)
    many = table.height >= _FEWEST_RESPONDENTS
    if len(ratings) >= _FEWEST_RATINGS and not named:
        return ShapeReading("responses") if many else ShapeReading("touchpoints", "responses")
    touchpoints = roles.of("touchpoint")
    if not touchpoints or not many:
        return ShapeReading("touchpoints")
    if len(ratings) >= _MANY_RATINGS and _name_may_be_a_person(table, roles, ratings):
        return ShapeReading("responses", "touchpoints")
    return _of_events(table, roles, labels_of(table.columns[touchpoints[0]]).count)


def _of_events(table: Table, roles: Roles, names: int) -> ShapeReading:
    """Rows of ratings or contacts, where the names of touchpoints come back; else of touchpoints."""
    repeated = table.height >= 3 * max(names, 1)
    if repeated and not roles.of("satisfaction") and (_moments(table, roles) or roles.of("respondent")):
        return ShapeReading("contacts")
    if not roles.of("satisfaction"):
        return ShapeReading("touchpoints")
    again = _repeats(table, roles)
    if (repeated and roles.of("respondent")) or again > _MOSTLY:
        return ShapeReading("ratings")
    return ShapeReading("touchpoints", "ratings" if again > _OFTEN else None)


def _repeats(table: Table, roles: Roles) -> float:
    """The share of rows whose touchpoint, segment, period, journey and channel stand in a row before."""
    keys = [labels_of(table.columns[place]).ids for role in KEYS for place in roles.of(role)]
    return repeats(keys) / table.height


def _name_may_be_a_person(table: Table, roles: Roles, ratings: Sequence[int]) -> bool:
    """Names under a header that says no more than ``name``, beside columns that each hold whole ratings."""
    place = roles.of("touchpoint")[0]
    others = {
        role for role in ("satisfaction", "impact", "volume") for one in roles.of(role) if one not in ratings
    }
    vague = plain(table.headers[place]) in _PEOPLE_TOO
    whole = all(_are_whole(roles, table, one) for one in ratings)
    return vague and whole and not others and labels_of(table.columns[place]).count >= 0.9 * table.height


def _are_whole(roles: Roles, table: Table, place: int) -> bool:
    found = roles.numbers[table.letters[place]].found
    return bool((found == np.rint(found)).all())


def _has_touchpoints(table: Table, roles: Roles) -> bool:
    """A touchpoint column by name, or by contents with a name of its own in nearly every row."""
    for place in roles.of("touchpoint"):
        names = labels_of(table.columns[place]).count
        if roles.readings[place].confidence >= _SURE or (
            names >= 0.9 * table.height and not roles.of("respondent")
        ):
            return True
    return False


def _moments(table: Table, roles: Roles) -> bool:
    if roles.of("time"):
        return True
    return any(day_count(column) > _MOSTLY * table.height for column in table.columns)
