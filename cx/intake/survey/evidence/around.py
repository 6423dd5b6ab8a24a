"""All columns of a sheet of responses at once: what a witness sees beside the column that it speaks about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from cx.intake.survey.answers import usual
from cx.intake.survey.evidence.block import moods_of_block
from cx.intake.survey.evidence.frames import Frame, Framed, framed, words_of
from cx.intake.survey.evidence.kin import with_kin
from cx.intake.survey.evidence.mood import Mood, moods
from cx.intake.survey.evidence.profile import Profile
from cx.intake.words import is_total
from cx.intake.words.headers import explained, intends, judges_all, names_aspect
from cx.process import steps

Ends = tuple[float, float]
_MOSTLY, _FEW, _ALL, _BEHIND = 0.6, 2, 0.95, 0.4
_MANY_THINGS = 3
_SLIDER = (0.0, 100.0)
_ONE_SIDED = 0.8
_SURE = 2.5
_DOUBT, _APART = 0.0, 1.0
"""Log-odds against a shared mood from which on a scale says less, and how many more until it says nothing."""
_NUMBER = re.compile(r"[A-Za-z]{1,2}\d{1,3}[_.\- ]?(?=[A-Za-z]{3})")
_WORD = re.compile(r"[^\W\d_]")
_FEW_PEOPLE, _CLEARLY_APART = 40, -2.0
_SILENT = Mood(0.0, 0, 0.0)


@dataclass(frozen=True)
class Around:
    """The profiles of a sheet's columns, and what they have in common."""

    profiles: Sequence[Profile]
    height: int
    """How many rows the table has."""

    @cached_property
    def scaled(self) -> tuple[Profile, ...]:
        """The columns that hold answers of the scale that most have: a short one, or 0 to 100."""
        held = [one for one in steps(self.profiles) if not one.is_ticked]
        short = [one for one in held if one.is_short and not one.is_yes_no]
        sliders = [one for one in held if one.is_slider and not one.is_short]
        return tuple(short if len(short) >= len(sliders) or len(sliders) < _FEW else [*sliders])

    @cached_property
    def in_scale(self) -> frozenset[int]:
        """The places of those."""
        return frozenset(one.place for one in steps(self.scaled))

    @cached_property
    def framed(self) -> Framed:
        """What the headers of columns with answers have in common."""
        held = [one for one in steps(self.profiles) if one.is_answers or not one.filled]
        return framed({one.place: one.header for one in held}, names_aspect)

    @cached_property
    def moods(self) -> Mapping[int, Mood]:
        """How the columns with answers go along with each other: all of them, and those of each scale."""
        held = [
            one
            for one in steps(self.profiles)
            if one.is_answers and not one.is_constant and one.different > 1
        ]
        held = [one for one in held if one.place in self.in_scale or not one.is_identifier]
        by_scale: dict[Ends, list[Profile]] = {}
        for one in steps(self.scaled):
            by_scale.setdefault(self.scale_of(one), []).append(one)
        found = moods([held, self.scaled, *by_scale.values()], self.height)
        if self.in_scale.isdisjoint(found):
            largest = max(by_scale.values(), key=len, default=[])
            found = {**found, **moods_of_block(largest, self.height)}
        return found

    def mood(self, one: Profile) -> Mood:
        """Return how a column goes along with the others; nothing is held against one that cannot show it."""
        return self._heard.get(one.place, _SILENT)

    @cached_property
    def block(self) -> tuple[int, int] | None:
        """The places of the first and the last column that surely share a mood; ``None``: too few do."""
        sure = [one.place for one in self.scaled if self.mood(one).evidence > _SURE]
        return (min(sure), max(sure)) if len(sure) > _FEW else None

    @cached_property
    def _heard(self) -> Mapping[int, Mood]:
        held = {one.place: one for one in steps(self.profiles)}
        return {
            place: _SILENT if found.evidence < 0 and self._is_excused(held[place]) else found
            for place, found in self.moods.items()
        }

    def _is_excused(self, one: Profile) -> bool:
        """Whether nearly all say the same in it, some of the others go along with it, or too few are asked.

        Among few people a rating that differs from the others is told from a trait by hardly anything: on
        the scale of the others it is one of them, unless much speaks against it.
        """
        few = one.numbers < _FEW_PEOPLE and self.moods[one.place].evidence > _CLEARLY_APART
        if few and one.place in self.in_scale and self._often[self.scale_of(one)] > _FEW:
            return True
        return one.answers.counted.counts.max() > _ONE_SIDED * one.numbers or one.place in self._kin

    @cached_property
    def _kin(self) -> frozenset[int]:
        """The places of columns of the scale that do not share the mood of all, but go along with some."""
        alone = [one for one in steps(self.scaled) if self.moods.get(one.place, _SILENT).evidence < 0]
        return with_kin(alone, self.scaled, self.height)

    def scale_of(self, one: Profile) -> Ends:
        """Return the narrowest usual scale of a column; with what is like codes where others have it."""
        if one.is_slider and not one.is_short:
            return _SLIDER
        if one.averaged:
            return one.averaged
        if one.answers.recoded:
            return one.answers.recoded
        spoken = one.answers.spoken
        if spoken and spoken.numbers and one.in_words:
            return _usual((spoken.low, spoken.high))
        own, inner = _usual(one.ends), _usual(one.inner)
        return inner if self._often[inner] > self._often[own] else own

    @cached_property
    def _often(self) -> Counter[Ends]:
        """How many columns of numbers have each scale, with what could be codes."""
        return Counter(_usual(one.ends) for one in steps(self.scaled) if not one.in_words)

    @cached_property
    def scales(self) -> Mapping[int, Ends]:
        """Place to the narrowest usual scale of each column with answers of a scale."""
        found = {one.place: self.scale_of(one) for one in steps(self.scaled)}
        for places in self.questions:  # where few gave the lowest answer to one part, the others show it
            held = [place for place in places if place in found]
            often = Counter(found[place] for place in held).most_common(1)
            if often and often[0][1] > _FEW:
                (low, high), _ = often[0]
                found |= {
                    place: (low, high) for place in held if low <= found[place][0] and found[place][1] == high
                }
        return found

    @cached_property
    def most(self) -> Ends | None:
        """The scale that most columns with a shared mood have, else most of all; ``None``: no column."""
        often: Counter[Ends] = Counter()
        for one in steps(self.scaled):
            often[self.scales[one.place]] += 1 + max(self.mood(one).evidence, 0.0)  # type: ignore[assignment]
        return max(often, key=often.__getitem__) if often else None

    def is_alike(self, one: Profile) -> bool:
        """Return whether two other columns or more are answered on the scale of this one."""
        own = self.scales.get(one.place)
        return own is not None and self._alike[own] > _FEW

    @cached_property
    def _alike(self) -> Counter[Ends]:
        """How many columns are answered on each scale."""
        return Counter(self.scales.values())

    def alike(self, one: Profile) -> float:
        """Return how much a column is answered like two others: on their scale, not without their mood."""
        if not self.is_alike(one):
            return 0.0
        if one.answers.counted.counts.max() > _ONE_SIDED * one.numbers:
            return 1.0  # nearly all say the same: no mood can show in it
        return float(np.clip(1 + (self.mood(one).evidence + _DOUBT) / _APART, 0.0, 1.0))

    def is_alone(self, one: Profile) -> bool:
        """Return whether no other column has the scale of this one, and most share another."""
        own = self.scales.get(one.place)
        return self.most is not None and own is not None and self._alike[own] == 1

    def steps(self, one: Profile) -> range:
        """Return the whole numbers of a column's scale."""
        low, high = self.scales[one.place]
        return range(int(low), int(high) + 1)

    def differs(self, one: Profile) -> bool:
        """Return whether a column's answers lie on another scale than those of most others."""
        own = self.scales.get(one.place)
        if own is None or self.most is None or own == self.most or one.different < _FEW:
            return False
        low, high = self.most
        inside = low <= own[0] and own[1] <= high
        return not inside or own[1] <= _MOSTLY * high or self.mood(one).evidence < 0

    @cached_property
    def of_yes_and_no(self) -> bool:
        """Whether most columns with answers hold yes and no."""
        flags = sum(one.is_yes_no and not one.is_constant for one in steps(self.profiles))
        return flags >= max(_MOSTLY * (flags + len(self.scaled)), 1)

    @cached_property
    def mostly_whole(self) -> bool:
        """Whether most columns with answers of a scale hold whole numbers."""
        return sum(one.whole for one in steps(self.scaled)) > _MOSTLY * len(self.scaled)

    @cached_property
    def stepped(self) -> int:
        """How many columns hold a few numbers an equal broken step apart."""
        return sum(one.is_stepped for one in steps(self.scaled))

    def asked_together(self, one: Profile) -> tuple[int, ...]:
        """Return the places of the columns that the header of this one shares a frame with, itself too."""
        frame = self.framed.frame.get(one.place)
        return self._members.get(frame, ()) if frame else ()

    @cached_property
    def _members(self) -> Mapping[Frame, tuple[int, ...]]:
        found: dict[Frame, list[int]] = {}
        for place, frame in self.framed.frame.items():
            found.setdefault(frame, []).append(place)
        return {frame: tuple(places) for frame, places in found.items()}

    @cached_property
    def questions(self) -> tuple[tuple[int, ...], ...]:
        """The places of columns that share a frame of words, frame by frame: ``(0-10)`` asks nothing."""
        return tuple(places for frame, places in self._members.items() if _WORD.search(words_of(frame)))

    def question_of(self, one: Profile) -> str:
        """Return the words that a header shares with others; all of it where it shares none."""
        frame = self.framed.frame.get(one.place)
        return words_of(frame) if frame else one.header

    def asked_of_the_same(self, one: Profile) -> tuple[str, ...]:
        """Return the questions that other columns ask about the things that this one's question is about."""
        own, twins = self.framed.frame.get(one.place), self.framed.twins
        return tuple(words_of(frame) for pair in twins if own in pair for frame in pair if frame != own)

    def rates_beside(self, one: Profile) -> bool:
        """Return whether two columns or more rate something else than how often, and not all together."""
        own = self.framed.frame.get(one.place)
        away = self._rated[own] if own else int(one.place in self.in_scale and self._rates(one))
        return self._rated.total() - away >= _FEW

    @cached_property
    def _rated(self) -> Counter[object]:
        """Per frame how many columns rate something else than how often, and not all together."""
        return Counter(self.framed.frame.get(one.place) for one in steps(self.scaled) if self._rates(one))

    def shares_question(self, one: Profile) -> bool:
        """Return whether another column with a header of this one's frame is answered on the same scale."""
        key = self.framed.frame.get(one.place), self.scales[one.place]
        return key[0] is not None and self._asked[key] > 1

    @cached_property
    def _asked(self) -> Counter[tuple[object, Ends]]:
        """Per frame and scale how many columns there are."""
        return Counter((self.framed.frame.get(place), ends) for place, ends in self.scales.items())

    def _rates(self, other: Profile) -> bool:
        header = other.header
        return not explained(self.question_of(other), "frequency") and explained(header, "outcome") < _BEHIND

    def together(self, one: Profile) -> float:
        """Return how much the frame of a header says that its columns belong together, from 0 to 1."""
        before, behind = self.framed.frame.get(one.place, ((), ()))
        words = sum(word[0].isalpha() for word in (*before, *behind))  # (0-10) is no question
        twinned = any(self.framed.frame[one.place] in pair for pair in self.framed.twins)
        return min(1.0, (1 + words) / 4) * (1.0 if before or twinned else _BEHIND)

    def is_asked_of_many(self, one: Profile) -> bool:
        """Return whether the question of its header is asked of three things or more on its scale."""
        own = self.scales.get(one.place)
        return sum(self.scales.get(place) == own for place in self.asked_together(one)) >= _MANY_THINGS

    def is_intention(self, one: Profile) -> bool:
        """Return whether it asks how likely somebody is to do something, and not so of many things."""
        return intends(one.header) and not self.is_asked_of_many(one)

    def is_overall(self, one: Profile) -> bool:
        """Return whether its header, or what differs in it from those beside it, is about all together."""
        rest = self.framed.rest.get(one.place, "")
        about_all = bool(rest) and explained(rest, "overall") >= _ALL
        numbered = _NUMBER.match(one.header)  # Q7ALL beside Q7A_ART
        return (
            about_all
            or judges_all(one.header, rest)
            or bool(numbered and is_total(one.header[numbered.end() :]))
        )


def _usual(ends: Ends) -> Ends:
    found = usual(ends)
    return float(found.minimum), float(found.maximum)
