"""What a row of a table stands for: a touchpoint, a respondent, a rating or a contact."""

from __future__ import annotations

from cx.intake.apart import KEYS, repeats
from cx.intake.days import day_count
from cx.intake.labels import labels_of
from cx.intake.roles import Roles
from cx.intake.survey.answers import answered
from cx.intake.survey.kinds import likely_ratings
from cx.intake.table import Table
from cx.records.choices import Shape

_FEWEST_RESPONDENTS = 20
_FEWEST_RATINGS = 3
_MOSTLY = 0.8
_SURE = 0.65


def shape_of(table: Table, roles: Roles) -> Shape:
    """Return what a row stands for.

    One row a respondent shows as several columns of ratings and no touchpoint column worth the name; one row
    a rating as touchpoint names that come back for many respondents; one row a contact as the same with a
    moment in time and no score.
    """
    if _is_responses(table, roles):
        return "responses"
    touchpoints = roles.of("touchpoint")
    if not touchpoints or table.height < _FEWEST_RESPONDENTS:
        return "touchpoints"
    names = labels_of(table.columns[touchpoints[0]]).count
    repeated = table.height >= 3 * max(names, 1)
    if repeated and not roles.of("satisfaction") and (_moments(table, roles) or roles.of("respondent")):
        return "contacts"
    if roles.of("satisfaction") and ((repeated and roles.of("respondent")) or _mostly_repeats(table, roles)):
        return "ratings"
    return "touchpoints"


def _mostly_repeats(table: Table, roles: Roles) -> bool:
    """Touchpoint, segment, period, journey and channel together come back again and again."""
    keys = [labels_of(table.columns[place]).ids for role in KEYS for place in roles.of(role)]
    return repeats(keys) > _MOSTLY * table.height


def _is_responses(table: Table, roles: Roles) -> bool:
    if table.height < _FEWEST_RESPONDENTS:
        return False
    ratings = likely_ratings(answered(table, roles), table.height)
    return len(ratings) >= _FEWEST_RATINGS and not _has_touchpoints(table, roles)


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
