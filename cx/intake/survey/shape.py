"""What a row of a table stands for: a touchpoint, a respondent, a rating or a contact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cx.intake.cells import day_count, labels_of
from cx.intake.columns import KEYS, Roles, repeats
from cx.intake.sheet import Table
from cx.intake.survey.answers import Answered, answered, likely_ratings, rated_in_words
from cx.intake.words import plain
from cx.process import Budget
from cx.records.file import TEXT, Shape

_FEWEST_RESPONDENTS, _FEWEST_ASKED = 20, 5
"""From so many rows on they are taken as respondents, and from so many it is asked."""
_FEWEST_RATINGS, _MANY_RATINGS = 3, 4
_TWO_RATINGS = 2
"""So few are ratings only beside respondents."""
_OFTEN = 0.3
_LONGEST_LIST = 60
_LONGEST_NAME = 200
_IDENTIFIER = re.compile(r"\d|@|^[^\s]*_[^\s]*$")
_PEOPLE_TOO = frozenset({"name", "naam", "nom", "contact", "service", "dienst"})
"""Headers that name touchpoints in one file and people in another."""
_MOSTLY = 0.8
_SURE = 0.65


@dataclass(frozen=True)
class ShapeReading:
    """What a row stands for, and what it could stand for as well."""

    shape: Shape
    rival: Shape | None = None


def shape_of(table: Table, roles: Roles, budget: Budget) -> ShapeReading:
    """Return what a row stands for.

    One row a respondent shows as several columns of ratings and no touchpoint column worth the name; one row
    a rating as touchpoint names that come back for many respondents; one row a contact as the same with a
    moment in time and no score.
    """
    answers = answered(table, roles, budget=budget)
    ratings = likely_ratings(answers, table.height, _FEWEST_ASKED)
    budget.check()
    many = table.height >= _FEWEST_RESPONDENTS
    if len(ratings) >= _FEWEST_RATINGS and not _has_touchpoints(table, roles):
        if many and not _may_be_names(table, roles, ratings):
            return ShapeReading("responses")
        return ShapeReading("responses", "touchpoints") if many else ShapeReading("touchpoints", "responses")
    if many and len(ratings) == _TWO_RATINGS and _are_respondents(table, roles):
        return ShapeReading("responses")
    touchpoints = roles.of("touchpoint")
    if not touchpoints or not many:
        return ShapeReading("touchpoints")
    if len(ratings) >= _MANY_RATINGS and _name_may_be_a_person(table, roles, ratings):
        return ShapeReading("responses", "touchpoints")
    return _of_events(table, roles, answers, labels_of(table.columns[touchpoints[0]]).count)


def _are_respondents(table: Table, roles: Roles) -> bool:
    """A column of respondents who each stand in one row, and none of touchpoints."""
    people = roles.of("respondent")
    each = bool(people) and labels_of(table.columns[people[0]]).count >= 0.9 * table.height
    return each and not roles.of("touchpoint")


def _of_events(table: Table, roles: Roles, answers: Sequence[Answered], names: int) -> ShapeReading:
    """Rows of ratings or contacts, where the names of touchpoints come back; else of touchpoints."""
    repeated = table.height >= 3 * max(names, 1)
    if repeated and not roles.of("satisfaction") and _are_rated(roles, answers):
        return ShapeReading("ratings")
    if repeated and not roles.of("satisfaction") and _are_contacts(table, roles):
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
    rated = set(ratings)
    others = {
        role for role in ("satisfaction", "impact", "volume") for one in roles.of(role) if one not in rated
    }
    vague = plain(table.headers[place]) in _PEOPLE_TOO
    whole = all(_are_whole(roles, table, one) for one in ratings)
    return vague and whole and not others and labels_of(table.columns[place]).count >= 0.9 * table.height


def _are_whole(roles: Roles, table: Table, place: int) -> bool:
    found = roles.numbers[table.letters[place]].found
    return bool((found == np.rint(found)).all())


def _has_touchpoints(table: Table, roles: Roles) -> bool:
    """A touchpoint column by name that holds any; by contents only beside means."""
    for place in roles.of("touchpoint"):
        names = labels_of(table.columns[place]).count
        if names and roles.readings[place].confidence >= _SURE:
            return True
        if names >= 0.9 * table.height and _are_names(table, place) and _has_means(table, roles):
            return True
    return False


def _has_means(table: Table, roles: Roles) -> bool:
    """Columns of numbers that are mostly broken, as means are and answers of one person are not."""
    numbers = [roles.numbers[letter] for letter in table.letters]
    short = [one.found for one in numbers if one.share > _MOSTLY and len(one.found)]
    broken = [bool(np.mean(found != np.rint(found)) > _OFTEN) for found in short]
    return bool(broken) and sum(broken) >= _OFTEN * len(broken)


def _are_names(table: Table, place: int) -> bool:
    """Texts of words, not identifiers such as ``R_3x7``, addresses or moments."""
    column = table.columns[place]
    texts = [column.texts[code] for code in column.different(column.kinds == TEXT)]
    return sum(bool(_IDENTIFIER.search(text[:_LONGEST_NAME])) for text in texts) < _OFTEN * max(len(texts), 1)


def _may_be_names(table: Table, roles: Roles, ratings: Sequence[int]) -> bool:
    """Words of their own in a table no longer than lists of touchpoints are: people or touchpoints."""
    places = [place for place in roles.of("touchpoint") if place not in ratings]
    return table.height <= _LONGEST_LIST and any(
        labels_of(table.columns[place]).count >= 0.9 * table.height and _are_names(table, place)
        for place in places
    )


def _are_rated(roles: Roles, answers: Sequence[Answered]) -> bool:
    """A column of answers in words without a role by its name, beside respondents or named touchpoints."""
    named = roles.readings[roles.of("touchpoint")[0]].confidence >= _SURE
    if not (named or roles.of("respondent")):
        return False
    return bool(rated_in_words(answers, roles.of("ignore")))


def _are_contacts(table: Table, roles: Roles) -> bool:
    """Touchpoints by name with a moment or a customer; by contents with both."""
    moment, customer = _moments(table, roles), bool(roles.of("respondent"))
    named = roles.readings[roles.of("touchpoint")[0]].confidence >= _SURE
    return (moment or customer) if named else (moment and customer)


def _moments(table: Table, roles: Roles) -> bool:
    if roles.of("time"):
        return True
    return any(day_count(column) > _MOSTLY * table.height for column in table.columns)
