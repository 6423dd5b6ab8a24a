"""What a row of a table stands for: a touchpoint, a respondent, a rating or a contact; by evidence."""

from __future__ import annotations

from dataclasses import dataclass

from cx.intake.columns import KEYS, Roles, repeats
from cx.intake.sheet import Table
from cx.intake.survey.answers import answered
from cx.intake.survey.evidence import profiles_of
from cx.intake.survey.rows_seen import RowsSeen
from cx.process import Budget
from cx.records.file import Shape

_MANY = 20
"""From so many rows on names that come back show rows of ratings or contacts."""
_OFTEN, _MOSTLY = 0.3, 0.8
_TWO, _THREE = 2, 3
_ASKED = 2.0
_ASKED_OF_NAMES = 5.0
"""Below such log-odds both readings are likely; names in each row may well be touchpoints."""


@dataclass(frozen=True)
class ShapeReading:
    """What a row stands for, and what it could stand for as well."""

    shape: Shape
    rival: Shape | None = None
    names: int | None = None
    """The position of the column of touchpoints, where the answers tell another than the names did."""
    answers: int | None = None
    """The position of the only column of answers, where no name tells it."""


def shape_of(table: Table, roles: Roles, budget: Budget) -> ShapeReading:
    """Return what a row stands for.

    One row a respondent shows as columns of answers, moments and addresses; one row a touchpoint as names
    that each stand once beside means and volumes; one row a rating as names that come back beside one
    column of answers; one row a contact as the same with a moment or a customer, and no answer.
    """
    if not table.height:
        return ShapeReading("touchpoints")
    answers = answered(table, roles, budget=budget)
    budget.check()
    seen = RowsSeen(table, roles, profiles_of(answers, table))
    events = _events(seen)
    if events is not None:
        return events
    odds = seen.odds_of_people
    if not seen.may_be_named and seen.rated:
        return ShapeReading("responses")  # a row that nothing names is nobody's touchpoint
    shape: Shape = "responses" if odds > 0 else "touchpoints"
    other: Shape = "touchpoints" if odds > 0 else "responses"
    named = 0 < seen.names_once < 1 or (odds > 0 and seen.names_once > 0)
    unsure = abs(odds) < (_ASKED_OF_NAMES if named else _ASKED) and (odds > 0 or len(seen.rated) >= _THREE)
    unsure = unsure or (odds > 0 and seen.is_averaged_only)
    return ShapeReading(shape, other if unsure else None)


def _events(seen: RowsSeen) -> ShapeReading | None:
    """Rows of ratings or contacts, where names of touchpoints come back; ``None`` where they do not."""
    table, roles = seen.table, seen.roles
    if table.height < _MANY:
        return None
    if seen.named is not None and table.height >= _THREE * max(seen.names_of(seen.named), 1):
        found = _of_named(seen, seen.named)
        if found is not None or seen.is_sure(seen.named) or not seen.is_rated_in_words:
            return found
    elif (
        seen.named is not None
        and roles.of("satisfaction")
        and (len(seen.scores) == 1 or seen.is_sure(seen.named))
    ):
        again = _repeats(table, roles)
        if again > _MOSTLY:
            return ShapeReading("ratings")
        if again > _OFTEN:
            return ShapeReading("touchpoints", "ratings")
    if len(seen.scores) == 1 and not seen.is_person_named and not seen.is_list:
        place = seen.category
        if place is not None:
            missing = None if seen.roles.of("satisfaction") else seen.scores[0].place
            return ShapeReading("ratings", names=place, answers=missing)
    return None


def _of_named(seen: RowsSeen, place: int) -> ShapeReading | None:
    """Rows whose touchpoint comes back: ratings where they hold an answer, else contacts."""
    roles, sure = seen.roles, seen.is_sure(place)
    scored, answers = bool(roles.of("satisfaction")), len(seen.scores)
    if (answers >= _THREE and not seen.is_scored_by_name) or (answers > 1 and not sure):
        return None  # each row answers several questions: the names are groups of respondents
    if scored:
        people = bool(roles.of("respondent")) or seen.has_moments
        again = _repeats(seen.table, roles)
        if people or again > _MOSTLY:
            return ShapeReading("ratings")
        return ShapeReading("touchpoints", "ratings" if again > _OFTEN else None)
    if seen.scores and (sure or roles.of("respondent")):
        return ShapeReading("ratings")
    moment, customer = seen.has_moments, bool(roles.of("respondent"))
    if (moment or customer) if sure else (moment and customer and not seen.rated):
        return ShapeReading("contacts")
    return None


def _repeats(table: Table, roles: Roles) -> float:
    """The share of rows whose touchpoint, segment, period, journey and channel stand in a row before."""
    keys = [table.labels(place).ids for role in KEYS for place in roles.of(role)]
    return repeats(keys) / table.height
