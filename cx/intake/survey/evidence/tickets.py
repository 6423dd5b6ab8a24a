"""Rows that each hold one answer: what they are sorted by, and who gave several of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from cx.intake.columns import Roles
from cx.intake.sheet import Table
from cx.intake.survey.answers import Answered
from cx.intake.survey.evidence.profile import Profile
from cx.intake.words.headers import asks, explained, says_agent, says_beside, says_category

_OFTEN, _TWO, _THREE, _MANY = 0.3, 2, 3, 20
_MOST_GROUPS, _MOST_COLUMNS = 60, 20
_FULL, _ALL_DIFFER = 0.4, 0.98
_ENOUGH, _BY_CHANCE = 40, 1.6
"""So many rows show that two columns do not go along, below so many standard errors."""
_LONGEST_SCALE = 11
_LONGEST_LIST, _LONGEST_NAME, _MOSTLY = 60, 200, 0.8
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


class Sorted(NamedTuple):
    """The column that says what each ticket is about."""

    place: int
    rival: int | None
    """Another that could be it as well, where no header says so."""


def sorted_by(profiles: Sequence[Profile], table: Table, roles: Roles) -> Sorted | None:
    """Return the texts that the rows of tickets are sorted by; ``None`` where rows are no tickets.

    A ticket has a number or a text of its own. Who handled it is never what it is about; of several columns
    the one counts whose header says that it is, else the first of words that holds no status and the like.
    """
    own = [one for one in profiles if one.is_unique and not one.is_answers and one.day_share <= _OFTEN]
    own += [one for one in profiles if one.is_identifier or one.runs]
    some = [one for one in profiles if _sorts(one, table, roles) and not says_agent(one.header)]
    groups = [one for one in some if roles.readings[one.place].role != "owner"] or some
    if not own or not groups:
        return None
    called = [one for one in groups if says_category(one.header)]
    others = [one for one in groups if roles.readings[one.place].role != "channel"]
    free = [one for one in others if not says_beside(one.header)] or others or groups
    worded = [one for one in called or free if one.holds_words] or called or free
    return Sorted(worded[0].place, worded[1].place if not called and len(worded) > 1 else None)


def _sorts(one: Profile, table: Table, roles: Roles) -> bool:
    """Whether a column holds a handful of texts that come back and have no other meaning."""
    few = _TWO < one.names <= min(_MOST_GROUPS, table.height / _THREE)
    free = roles.readings[one.place].role not in ("period", "note")
    return few and free and not one.is_answers and not one.is_unique and one.day_share <= _OFTEN


class Crossed(NamedTuple):
    """Who answered, and what each answer is about."""

    people: int
    names: int


def crossed(profiles: Sequence[Profile], table: Table, answers: int) -> Crossed | None:
    """Return the two columns that rows with one answer each are crossed by; ``None`` where they are not.

    No row has the same two as another, most pairs are there, and one of them is a handful of texts: each
    person answered about each thing once, whatever the headers say.
    """
    held = [one for one in profiles[:_MOST_COLUMNS] if one.place != answers and one.day_share <= _OFTEN]
    things = [one for one in held if _TWO <= one.names <= _MOST_GROUPS and not one.is_answers]
    things.sort(key=lambda one: not one.holds_words)
    return next(_crossings(held, things, table), None)


def _crossings(held: Iterable[Profile], things: Sequence[Profile], table: Table) -> Iterator[Crossed]:
    groups = {one.place: table.labels(one.place) for one in held}
    for thing in things:
        own = groups[thing.place]
        for place, other in groups.items():
            if place == thing.place or other.count <= max(own.count, _MOST_GROUPS // 8):
                continue
            pairs = len(np.unique(other.ids.astype(np.int64) * (own.count + 1) + own.ids))
            filled = int(np.count_nonzero((own.ids > 0) & (other.ids > 0)))
            full = table.height >= max(_TWO * other.count, _FULL * own.count * other.count)
            if full and filled == table.height and pairs >= _ALL_DIFFER * table.height:
                yield Crossed(place, thing.place)


def said_again(rated: Iterable[Profile], height: int) -> frozenset[int]:
    """Return the places of answers that stand in another column too, in each row at the same step.

    Programs write an answer as its words, its number and its share of the scale; the first counts.
    """
    seen: dict[bytes, int] = {}
    again = set()
    for one in rated if height >= _MANY else ():
        if one.different >= _THREE:
            values = one.answers.values
            step = np.where(np.isnan(values), -1, np.searchsorted(one.answers.counted.values, values))
            if seen.setdefault(step.astype(np.int64).tobytes(), one.place) != one.place:
                again.add(one.place)
    return frozenset(again)


def told_alone(scores: Sequence[Profile], named: Collection[int]) -> Profile | None:
    """Return the only column that says it holds a judgement, where no other one goes along with it."""
    told = [
        one
        for one in scores
        if one.in_words or asks(one.header) or explained(one.header, "satisfaction") or one.place in named
    ]
    others = [one for one in scores if one not in told]
    alone = len(told) == 1 and all(_apart(one.answers, told[0].answers) for one in others)
    return told[0] if alone else None


def _apart(one: Answered, other: Answered) -> bool:
    """Whether a column surely does not rise with another, as contacts do not with a rating."""
    both = ~np.isnan(one.values) & ~np.isnan(other.values)
    rows = int(both.sum())
    if rows < _ENOUGH or not (np.ptp(one.values[both]) and np.ptp(other.values[both])):
        return False
    return bool(np.corrcoef(one.values[both], other.values[both])[0, 1] < _BY_CHANCE / np.sqrt(rows))


def is_broken(one: Answered) -> bool:
    """Return whether many of a column's numbers are broken."""
    found = one.counted
    return bool(found.counts[found.values != np.rint(found.values)].sum() > _OFTEN * len(one.known))


def is_even(one: Answered) -> bool:
    """Return whether each of many numbers stands in equally many rows: of people or things, no answers."""
    counts = one.counted.counts
    return len(counts) > _LONGEST_SCALE and bool(counts.min() == counts.max() > 1)


def holds_addresses(one: Profile) -> bool:
    """Return whether nearly all texts of a column are addresses for e-mail."""
    names = one.first_names(_LONGEST_LIST) if not one.is_answers else []
    found = sum(bool(_ADDRESS.search(name[:_LONGEST_NAME])) for name in names)
    return len(names) > 1 and found > _MOSTLY * len(names)
