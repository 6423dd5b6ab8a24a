"""What a row of a table stands for: a touchpoint, a respondent, a rating or a contact; by evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from cx.intake.cells import labels_of
from cx.intake.columns import KEYS, Roles, repeats
from cx.intake.sheet import Table
from cx.intake.survey.answers import Answered, answered
from cx.intake.survey.evidence import Around, Profile, rows
from cx.intake.words import plain
from cx.intake.words.headers import EXACT, WEAK, asks
from cx.process import Budget
from cx.records.file import TEXT, Role, Shape

_MANY = 20
"""From so many rows on names that come back show rows of ratings or contacts."""
_OFTEN, _MOSTLY, _NEARLY = 0.3, 0.8, 0.9
_LONGEST_LIST, _LONGEST_NAME = 60, 200
_SURE = 0.72
_IDENTIFIER = re.compile(r"\d|@|^[^\s]*_[^\s]*$")
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_PEOPLE_TOO = frozenset({"name", "naam", "nom", "nombre", "contact", "service", "dienst"})
"""Headers that name touchpoints in one file and people in another."""
_MEASURES: tuple[Role, ...] = ("impact", "volume", "n", "sd", "cost", "importance", "expectation")
_TWO, _THREE, _SEVERAL = 2, 3, 4
_ASKED = 2.0
_ASKED_OF_NAMES = 5.0
"""Below such log-odds both readings are likely; where names stand in each row, they may well be touchpoints."""


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
    seen = _Seen(table, roles, tuple(Profile(one, table.columns[one.place], table.height) for one in answers))
    events = _events(seen)
    if events is not None:
        return events
    odds = seen.odds_of_people
    shape: Shape = "responses" if odds > 0 else "touchpoints"
    other: Shape = "touchpoints" if odds > 0 else "responses"
    named = 0 < seen.names_once < 1 or (odds > 0 and seen.names_once > 0)
    unsure = abs(odds) < (_ASKED_OF_NAMES if named else _ASKED) and (odds > 0 or len(seen.rated) >= _THREE)
    return ShapeReading(shape, other if unsure else None)


def _events(seen: _Seen) -> ShapeReading | None:
    """Rows of ratings or contacts, where names of touchpoints come back; ``None`` where they do not."""
    table, roles = seen.table, seen.roles
    if table.height < _MANY:
        return None
    if seen.named is not None and table.height >= _THREE * max(seen.names_of(seen.named), 1):
        return _of_named(seen, seen.named)
    if (
        seen.named is not None
        and roles.of("satisfaction")
        and (len(seen.scores) == 1 or seen.is_sure(seen.named))
    ):
        again = _repeats(table, roles)
        if again > _MOSTLY:
            return ShapeReading("ratings")
        if again > _OFTEN:
            return ShapeReading("touchpoints", "ratings")
    if len(seen.scores) == 1 and not seen.is_person_named:
        place = seen.category
        if place is not None:
            missing = None if seen.roles.of("satisfaction") else seen.scores[0].place
            return ShapeReading("ratings", names=place, answers=missing)
    return None


def _of_named(seen: _Seen, place: int) -> ShapeReading | None:
    """Rows whose touchpoint comes back: ratings where they hold an answer, contacts where a moment or customer."""
    roles = seen.roles
    if len(seen.scores) >= _THREE and not seen.is_scored_by_name:
        return None  # each row answers several questions: the names are groups of respondents
    sure = seen.is_sure(place)
    if len(seen.scores) == _TWO and not sure:
        return None
    if roles.of("satisfaction") and not sure and len(seen.scores) > 1:
        return None
    if roles.of("satisfaction"):
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
    keys = [labels_of(table.columns[place]).ids for role in KEYS for place in roles.of(role)]
    return repeats(keys) / table.height


@dataclass(frozen=True)
class _Seen:
    """A table's columns by their cells, and what that says about its rows."""

    table: Table
    roles: Roles
    profiles: Sequence[Profile]

    @cached_property
    def named(self) -> int | None:
        """The position of the column that may hold names of touchpoints: texts that are no answers, no addresses."""
        places = [place for place in self.roles.of("touchpoint") if self._may_name(place)]
        return places[0] if places else None

    def _may_name(self, place: int) -> bool:
        one = self.profiles[place]
        if self.roles.readings[place].reason == "by_hand":
            return True
        return bool(one.names) and not one.in_words and not one.is_yes_no and not self._holds_addresses(one)

    def is_sure(self, place: int) -> bool:
        """Whether the header says that a column names touchpoints."""
        return self.roles.readings[place].confidence >= _SURE

    @property
    def is_scored_by_name(self) -> bool:
        """Whether a header says that its column is satisfaction."""
        return any(self.roles.readings[place].confidence >= WEAK for place in self.roles.of("satisfaction"))

    def names_of(self, place: int) -> int:
        """How many different names a column holds."""
        return self.profiles[place].names

    @cached_property
    def rated(self) -> tuple[Profile, ...]:
        """The columns of answers: words of a scale, or whole numbers of a short one; no measures by their name."""
        return tuple(one for one in self.profiles if self._is_rated(one))

    def _is_rated(self, one: Profile) -> bool:
        reading = self.roles.readings[one.place]
        if (
            reading.role in _MEASURES
            and reading.confidence >= EXACT - 0.1
            or reading.role in ("weight", "ignore")
            and reading.reason == "row_numbers"
        ):  # noqa: E501
            return False
        if one.in_words:
            return True
        whole = one.whole and (one.is_short or one.is_slider) and not one.is_yes_no and not one.runs
        return whole and one.different > 1 and not one.is_identifier

    @cached_property
    def scores(self) -> tuple[Profile, ...]:
        """The columns that may each hold an answer: those rated, and that of satisfaction."""
        held = {one.place for one in self.rated} | set(self.roles.of("satisfaction"))
        return tuple(one for one in self.profiles if one.place in held and one.place != self.named)

    @cached_property
    def has_moments(self) -> bool:
        """Whether each row has a moment of its own."""
        return bool(self.roles.of("time")) or any(one.day_share > _MOSTLY for one in self.profiles)

    @staticmethod
    def _holds_addresses(one: Profile) -> bool:
        names = one.different_names[:_LONGEST_LIST] if not one.is_answers else []
        return len(names) > 1 and sum(
            bool(_ADDRESS.search(name[:_LONGEST_NAME])) for name in names
        ) > _MOSTLY * len(names)

    @cached_property
    def addresses(self) -> bool:
        """Whether a column holds addresses for e-mail."""
        return any(self._holds_addresses(one) for one in self.profiles)

    @cached_property
    def is_person_named(self) -> bool:
        """Whether addresses or several moments stand beside names: each row is a person who answered."""
        return self.addresses or sum(one.day_share > _MOSTLY for one in self.profiles) > 1

    @cached_property
    def category(self) -> int | None:
        """The position of the texts that the rows of tickets are sorted by: what a rating is about."""
        ids = [
            one for one in self.profiles if one.is_unique and not one.is_answers and one.day_share <= _OFTEN
        ]
        ids += [one for one in self.profiles if one.is_identifier or one.runs]
        groups = [
            one
            for one in self.profiles
            if not one.is_answers
            and not one.is_unique
            and _TWO < one.names <= min(_LONGEST_LIST, self.table.height / _THREE)
            and one.day_share <= _OFTEN
            and self.roles.readings[one.place].role not in ("period", "note", "owner")
        ]
        if not ids or not groups:
            return None
        return next((one for one in groups if self._are_words(one)), groups[0]).place

    @cached_property
    def odds_of_people(self) -> float:
        """Log-odds that each row is a respondent against that it is a touchpoint."""
        weigh = rows()
        said = {
            "in_words": min(sum(one.in_words for one in self.rated), _THREE),
            "whole_answers": min(self._alike, _SEVERAL),
            "shared_mood": min(self._moody, _THREE),
            "flags": min(self._flags, _SEVERAL) if not self.rated else 0.0,
            "none_rated": float(not self.rated and max(self._broken, self._flags) < _THREE),
            "broken_answers": min(self._broken, _SEVERAL),
            "addresses": float(self.addresses),
            "moments": float(self.has_moments),
            "respondent": float(self._has_respondents),
            "counter": float(any(one.runs for one in self.profiles)),
            "questions": min(sum(asks(one.header) for one in self.rated), _TWO),
            "rows": float(np.clip(np.log(self.table.height / 25), -1.5, 2.5)),
            "names_once": self.names_once,
            "means": min(self._broken, _TWO) if self.named is not None else 0.0,
            "measures": min(self._measures, _TWO),
            "scored": float(self._is_scored),
        }
        return float(sum(weigh[name] * strength for name, strength in said.items()) + weigh["prior"])

    @cached_property
    def _around(self) -> Around:
        return Around(
            [one for one in self.profiles if one in self.rated or self._may_be_broken(one)], self.table.height
        )

    @staticmethod
    def _may_be_broken(one: Profile) -> bool:
        return one.is_short and not one.whole

    @cached_property
    def _alike(self) -> int:
        """How many columns of whole answers share the scale that most have."""
        numbers = [one for one in self.rated if not one.in_words]
        scales = [self._around.scale_of(one) for one in numbers]
        return max((scales.count(one) for one in set(scales)), default=0)

    @cached_property
    def _flags(self) -> int:
        """How many columns hold yes and no."""
        return sum(one.is_yes_no and not one.is_constant for one in self.profiles)

    @cached_property
    def _moody(self) -> int:
        """How many columns of answers go along with each other, as what one person says does."""
        return sum(one.evidence > 1 for one in self._around.moods.values())

    @cached_property
    def _has_respondents(self) -> bool:
        people = self.roles.of("respondent")
        return bool(people) and self.profiles[people[0]].is_unique

    @cached_property
    def names_once(self) -> float:
        """How surely a column names a touchpoint in each row: by its header, else by words that differ."""
        if self.named is None or self.is_person_named:
            return 0.0
        one = self.profiles[self.named]
        if one.names < _NEARLY * self.table.height:
            return 0.0
        vague = plain(one.header) in _PEOPLE_TOO
        if self.is_sure(self.named):
            return 0.6 if vague else 1.0
        return 0.6 if self._are_words(one) else 0.0

    def _are_words(self, one: Profile) -> bool:
        """Texts of words, not identifiers such as ``R_3x7``, addresses or moments."""
        names = [one.column.texts[code] for code in one.column.different(one.column.kinds == TEXT)]
        return sum(bool(_IDENTIFIER.search(name[:_LONGEST_NAME])) for name in names) < _OFTEN * max(
            len(names), 1
        )

    @cached_property
    def _broken(self) -> int:
        """Columns of a short scale that are mostly broken numbers, as means are and answers of one person seldom."""
        short = [one for one in self.profiles if one.is_short and not one.in_words]
        return sum(_is_broken(one.answers) for one in short)

    @cached_property
    def _measures(self) -> int:
        """Columns named impact, volume, n ..."""
        return sum(one.role in _MEASURES and one.confidence >= EXACT - 0.1 for one in self.roles.readings)

    @cached_property
    def _is_scored(self) -> bool:
        """Whether one column is named satisfaction, beside no other answers."""
        return bool(self.roles.of("satisfaction")) and len(self.rated) <= 1


def _is_broken(one: Answered) -> bool:
    found = one.counted
    return bool(found.counts[found.values != np.rint(found.values)].sum() > _OFTEN * len(one.known))
