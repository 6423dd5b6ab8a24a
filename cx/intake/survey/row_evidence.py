"""What the columns of a table say about its rows: who or what each stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from cx.intake.columns import Roles
from cx.intake.sheet import Table
from cx.intake.survey.evidence import (
    Around,
    Crossed,
    Profile,
    Sorted,
    crossed,
    holds_addresses,
    is_broken,
    is_even,
    rows,
    said_again,
    sorted_by,
    told_alone,
)
from cx.intake.words import named, plain
from cx.intake.words.headers import EXACT, WEAK, asks, counts, explained, says_category
from cx.process import steps
from cx.records.file import Role

_HALF, _MOSTLY, _NEARLY = 0.5, 0.8, 0.9
_SURE, _NAMED = 0.72, EXACT - 0.1
_NUMBER = re.compile(r"\d+")
_PEOPLE_TOO = frozenset({"name", "naam", "nom", "nombre", "contact", "service", "dienst"})
"""Headers that name touchpoints in one file and people in another."""
_MEASURES: tuple[Role, ...] = ("impact", "volume", "n", "sd", "cost", "importance", "expectation")
_TWO, _THREE, _SEVERAL, _LONGEST_COUNT, _LONGEST_LIST, _LONGEST_NAME = 2, 3, 4, 6, 60, 200


@dataclass(frozen=True)
class RowsSeen:
    """A table's columns by their cells, and what that says about its rows."""

    table: Table
    roles: Roles
    profiles: Sequence[Profile]

    @cached_property
    def named(self) -> int | None:
        """The position of the column that may name touchpoints: texts that are no answers, no addresses."""
        places = [place for place in self.roles.of("touchpoint") if self._may_name(place)]
        return places[0] if places else None

    def _may_name(self, place: int) -> bool:
        one = self.profiles[place]
        if self.roles.readings[place].reason == "by_hand":
            return True
        return bool(one.names) and not one.in_words and not one.is_yes_no and not holds_addresses(one)

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
        """The columns of answers: words of a scale, or whole numbers of a short one; no named measures."""
        return tuple(one for one in steps(self.profiles) if self._is_rated(one))

    def _is_rated(self, one: Profile) -> bool:
        reading = self.roles.readings[one.place]
        if (reading.role in _MEASURES and reading.confidence >= _NAMED) or reading.reason == "row_numbers":
            return False
        if one.in_words:
            return True
        slides = one.is_slider and not is_even(one.answers)
        whole = (
            (one.whole or one.is_stepped) and (one.is_short or slides) and not one.is_yes_no and not one.runs
        )
        if counts(one.header) and (one.falls_off or (one.ends[0] == 0 and one.different > _LONGEST_COUNT)):
            return False
        return whole and one.different > 1 and not one.is_identifier

    @cached_property
    def scores(self) -> tuple[Profile, ...]:
        """The columns that may each hold an answer: those rated, and that of satisfaction."""
        held = ({one.place for one in self.rated} | set(self.roles.of("satisfaction"))) - self._said_again
        return tuple(one for one in steps(self.profiles) if one.place in held and one.place != self.named)

    @cached_property
    def _said_again(self) -> frozenset[int]:
        return said_again(self.rated, self.table.height)

    @cached_property
    def only_score(self) -> Profile | None:
        """The only column that holds an answer; of several the one that says so, if no other goes along."""
        if len(self.scores) == 1 or self._parted:
            return self.scores[0] if len(self.scores) == 1 else None
        return told_alone(self.scores, self.roles.of("satisfaction"))

    @cached_property
    def has_moments(self) -> bool:
        """Whether each row has a moment of its own."""
        return bool(self.roles.of("time")) or any(one.day_share > _MOSTLY for one in steps(self.profiles))

    @cached_property
    def addresses(self) -> bool:
        """Whether a column holds addresses for e-mail."""
        return any(holds_addresses(one) for one in steps(self.profiles))

    @cached_property
    def is_person_named(self) -> bool:
        """Whether addresses or several moments stand beside names: each row is a person who answered."""
        return self.addresses or sum(one.day_share > _MOSTLY for one in steps(self.profiles)) > 1

    @cached_property
    def is_list(self) -> bool:
        """Whether a column is called touchpoint, or measures such as volume stand beside the score."""
        measured = self.measures_named > 0 and not (self.category and self.has_moments)
        return (self.named is not None and self.is_sure(self.named)) or measured

    @cached_property
    def category(self) -> Sorted | None:
        """The texts that the rows of tickets are sorted by: what a rating is about."""
        return sorted_by(self.profiles, self.table, self.roles)

    @property
    def category_named(self) -> bool:
        """Whether the header of that column says that it tells what each row is about, or which stage."""
        found = self.category
        if found is None or len(self.scores) != 1 or asks(self.scores[0].header):
            return False
        return self.roles.readings[found.place].role in ("journey", "touchpoint") or says_category(
            self.profiles[found.place].header
        )

    @cached_property
    def crossed(self) -> Crossed | None:
        """Who gave the only answer of each row, and about what, where each answered about each thing."""
        once = [one for one in self.rated if one.place not in self._said_again]
        if len(once) != 1:
            return None
        periods = set(self.roles.of("period"))  # a figure of each period was given by nobody
        held = [one for one in self.profiles if one.place not in periods]
        return crossed(held, self.table, once[0].place)

    @cached_property
    def odds_of_people(self) -> float:
        """Log-odds that each row is a respondent against that it is a touchpoint."""
        weigh = rows()
        said = {
            "in_words": min(sum(one.in_words for one in steps(self.rated)), _THREE),
            "whole_answers": min(self._alike, _SEVERAL),
            "shared_mood": min(self._moody, _THREE),
            "flags": min(self._flags, _SEVERAL) if not self.rated else 0.0,
            "none_rated": float(not self.rated and max(self._broken, self._flags) < _THREE),
            "broken_answers": min(self._broken, _SEVERAL),
            "addresses": float(self.addresses),
            "moments": float(self.has_moments),
            "respondent": float(self._has_respondents),
            "counter": float(self._are_counted or any(one.runs for one in steps(self.profiles))),
            "questions": min(sum(asks(one.header) for one in steps(self.rated)), _TWO),
            "rows": float(np.clip(np.log(self.table.height / 25), -1.5, 2.5)),
            "names_once": self.names_once,
            "means": min(self._broken, _TWO) if self.named is not None and not self._are_counted else 0.0,
            "measures": min(self.measures_named, _TWO),
            "scored": float(self._is_scored),
        }
        return float(sum(weigh[name] * strength for name, strength in said.items()) + weigh["prior"])

    @cached_property
    def _around(self) -> Around:
        rated = {one.place for one in self.rated}
        held = [one for one in steps(self.profiles) if one.place in rated or (one.is_short and not one.whole)]
        return Around(held, self.table.height)

    @cached_property
    def _alike(self) -> int:
        """How many columns of whole answers share the scale that most have."""
        numbers = [one for one in self.rated if not one.in_words]
        return max(Counter(self._around.scale_of(one) for one in steps(numbers)).values(), default=0)

    @cached_property
    def _flags(self) -> int:
        """How many columns hold yes and no."""
        return sum(one.is_yes_no and not one.is_constant for one in steps(self.profiles))

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
        return 0.6 if one.holds_words else 0.0

    @property
    def is_rated_in_words(self) -> bool:
        """Whether the only answers are words, under a header that speaks of satisfaction."""
        only = self.scores[0] if len(self.scores) == 1 else None
        return only is not None and only.in_words and named(only.header)[0] == "satisfaction"

    @property
    def is_averaged_only(self) -> bool:
        """Whether nothing but averages rates, and no column says who answered: the rows may be anything."""
        averaged = any(one.averaged for one in steps(self.profiles))
        return averaged and not self.rated and not self.roles.of("respondent")

    @property
    def is_judged_only(self) -> bool:
        """Whether each header of the answers names a judgement of everything: none says what it is about."""
        return bool(self.rated) and all(explained(one.header, "outcome") > _HALF for one in self.rated)

    @property
    def is_only_answered(self) -> bool:
        """Whether columns hold answers, or number the rows, and nothing else; weeks are no such numbers."""
        rated, periods = {one.place for one in self.rated}, set(self.roles.of("period"))
        return bool(rated) and all(
            one.place in rated
            or not one.filled
            or (one.place not in periods and (one.runs or one.is_identifier))
            for one in steps(self.profiles)
        )

    @cached_property
    def is_told_otherwise(self) -> bool:
        """Whether the header of the only answer says that it is an age or a number of hours, and no score."""
        only = (self.only_score or (self.scores or self.rated)[0]).header
        return not explained(only, "satisfaction") and (
            counts(only) or any(explained(only, kind) > _HALF for kind in ("trait", "count"))
        )

    @cached_property
    def _are_counted(self) -> bool:
        """Whether the names are one word with a number of its own in each of many rows: ``User 17``."""
        one = self.profiles[self.named] if self.named is not None else None
        if one is None or one.names < max(_NEARLY * self.table.height, _LONGEST_LIST):
            return False
        stems = Counter(_NUMBER.sub("", name[:_LONGEST_NAME]) for name in one.different_names)
        return max(stems.values()) >= _NEARLY * one.names

    @cached_property
    def _broken(self) -> int:
        """Columns of a short scale that are mostly broken numbers, as means are and answers seldom."""
        return sum(not one.is_stepped for one in self._parted)

    @cached_property
    def _parted(self) -> tuple[Profile, ...]:
        short = [one for one in steps(self.profiles) if one.is_short and not one.in_words]
        return tuple(one for one in short if is_broken(one.answers))

    @cached_property
    def is_graded_in_parts(self) -> bool:
        """Whether each row answers several questions in halves or tenths.

        Such columns rise together, and with every whole answer beside them, as times that were measured do
        not; where there is no whole answer, their headers ask for them.
        """
        moods = self._around.moods
        along = [one for one in self._parted if one.place in moods and moods[one.place].runs_along]
        if len(along) < _TWO:
            return False
        if self.rated:
            return all(one.place in moods and moods[one.place].runs_along for one in self.rated)
        return sum(asks(one.header) or explained(one.header, "satisfaction") > _HALF for one in along) > 1

    @cached_property
    def measures_named(self) -> int:
        """Columns named impact, volume, n ..."""
        return sum(one.role in _MEASURES and one.confidence >= EXACT - 0.1 for one in self.roles.readings)

    @cached_property
    def _is_scored(self) -> bool:
        """Whether one column is named satisfaction, beside no other answers."""
        return bool(self.roles.of("satisfaction")) and len(self.rated) <= 1
