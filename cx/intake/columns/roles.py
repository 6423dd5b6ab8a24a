"""What each column is: by its name, checked against its contents, or as a person said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from cx.errors import ArgumentError
from cx.intake.cells import Numbers, day_count
from cx.intake.columns import guesses
from cx.intake.columns.assignment import Assignment, Rival
from cx.intake.columns.column_numbers import numbers_by_letter
from cx.intake.columns.distinguishing_column import tell_apart
from cx.intake.columns.figures_of_one import figures_of_one
from cx.intake.columns.levels import are_levels
from cx.intake.columns.period_headers import measure, moment
from cx.intake.sheet import Table
from cx.intake.words import folded, plain
from cx.intake.words import headers as naming
from cx.process import Budget, steps
from cx.records.file import BLANK, Choices, Column, ColumnReading, Role

NUMERIC: tuple[Role, ...] = (
    "satisfaction", "impact", "volume", "n", "sd", "cost", "expectation", "importance", "exposure", "weight",
    "rating",
)  # fmt: skip
SEVERAL: tuple[Role, ...] = ("impact", "ignore", "rating", "outcome", "exposure")
"""Roles that several columns may have."""
_BY_HAND: tuple[Role, ...] = (*SEVERAL, "expectation", "level")
DECISIVE: tuple[Role, ...] = ("touchpoint", "satisfaction", "volume")
"""Roles for which a second likely column is told."""
_HARDLY, _NEARLY_ALL, _ALL_BUT = 0.3, 0.8, 0.9
"""Shares of a column's filled cells that are numbers."""
_BY_LAYOUT = 0.97
"""Confidence of what the layout of the table says: more than a name's."""
_IN_WORDS: tuple[Role, ...] = ("note", "owner")
"""Roles of texts: numbers alone are something else, as marks under ``Note`` are."""
_WIDEST = 100
_CLOSE = 0.15
_ROW_HEADERS = frozenset({"#", "nr", "no", "id", "number"})
"""Headers under which 1, 2, 3 ... counts the rows."""
_HANDFUL, _LONG = 2, 50


@dataclass(frozen=True)
class Roles:
    """The readings of all columns, their numbers, and what was unclear."""

    readings: tuple[ColumnReading, ...]
    numbers: Mapping[str, Numbers]
    """Letter to the column read as numbers."""
    rivals: tuple[Rival, ...] = ()

    def of(self, role: Role) -> list[int]:
        """Return the positions of the columns with a role."""
        return list(self._places.get(role, ()))

    def with_role(self, place: int, role: Role, reason: str) -> Roles:
        """Return the roles with one given to another column than before."""
        readings = list(self.readings)
        for held in self.of(role):
            readings[held] = replace(readings[held], role="ignore", reason="other_column", values={
                "column": readings[held].header, "other": readings[place].header,
            })  # fmt: skip
        readings[place] = replace(
            readings[place],
            role=role,
            reason=reason,
            confidence=guesses.CONFIDENCE,
            values={"column": readings[place].header},
        )
        return replace(self, readings=tuple(readings))

    @cached_property
    def _places(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, reading in enumerate(self.readings):
            found.setdefault(reading.role, []).append(place)
        return found


def column_named(table: Table, name: str) -> int:
    """Return the position of the column that a person named: by header, else loosely, else by letter.

    Raises
    ------
    ArgumentError
        When there is none; the message lists the columns there are.
    """
    place = _place_of(table, name)
    if place is not None:
        return place
    known = ", ".join(f"{h} ({x})" for h, x in zip(table.headers, table.letters, strict=True))
    raise ArgumentError("column_unknown", column=name, columns=known[:600])


def has_column(table: Table, name: str) -> bool:
    """Return whether a table has the column that a person named."""
    return _place_of(table, name) is not None


def _place_of(table: Table, name: str) -> int | None:
    for places, wanted in zip(table.places, (name, folded(name), name.strip().upper()), strict=True):
        if wanted in places:
            return places[wanted]
    called = [place for place, texts in enumerate(table.aliases) if folded(name) in map(folded, texts)]
    return called[0] if len(called) == 1 else None


def roles_of(table: Table, choices: Choices, budget: Budget) -> Roles:
    """Return what each column is.

    Raises
    ------
    ArgumentError
        When a person named a column that is not there.
    LimitExceeded
        When the time for the file is over.
    """
    numbers = numbers_by_letter(table, choices, budget)
    columns = Assignment(table, numbers, _by_hand(table, choices))
    proposals = [
        _without_moments(_proposal(table.headers[place], numbers[letter]), table.columns[place])
        for place, letter in enumerate(steps(table.letters))
    ]
    budget.check()
    found = [numbers[letter].found for letter in steps(table.letters)]
    told = [(one.role, one.confidence) for one in proposals]
    for place, figure in figures_of_one(table.headers, told, found).items():
        proposals[place] = _Proposal(*figure)
    for place, known in table.arrangement.known.items():
        role = None if known.role == "ignore" else known.role
        proposals[place] = _Proposal(role, _BY_LAYOUT, known.reason)
    _assign(columns, proposals)
    guesses.complete(columns)
    budget.check()
    tell_apart(columns, budget)
    return Roles(tuple(columns.readings), numbers, tuple(columns.rivals))


def _by_hand(table: Table, choices: Choices) -> dict[int, Role]:
    fixed = {column_named(table, name): role for name, role in choices.roles.items()}
    fixed |= dict.fromkeys((column_named(table, part.column) for part in choices.impact_parts), "impact")
    _check_once(table, fixed)
    return fixed


def _check_once(table: Table, fixed: Mapping[int, Role]) -> None:
    """A role for one column that a person gave to two is refused: either may be meant."""
    for role in dict.fromkeys(fixed.values()):
        named = [table.headers[place] for place, given in fixed.items() if given == role]
        if role not in _BY_HAND and len(named) > 1:
            raise ArgumentError("role_twice", role=role, columns=", ".join(named))


@dataclass(frozen=True)
class _Proposal:
    role: Role | None
    confidence: float
    reason: str


def _proposal(header: str, numbers: Numbers) -> _Proposal:
    """What the name asks for, if the contents allow it."""
    role, confidence, reason = naming.named(header)
    if role is None or not len(numbers.states):
        return _Proposal(role, confidence, reason)
    if role == "satisfaction" and confidence == naming.EXACT and numbers.share < _HARDLY:
        return _Proposal(role, guesses.CONFIDENCE, reason)  # each cell says what is wrong with it
    sure = confidence == naming.EXACT and plain(header) not in naming.WHOLE
    sure = sure or (confidence == naming.EXACT and plain(header) not in _ROW_HEADERS and role != "touchpoint")
    doubt = _doubt(role, reason, numbers, sure=sure)
    if doubt:
        return _Proposal(None, 0.0, doubt)
    vague = role in NUMERIC and numbers.share < _NEARLY_ALL
    return _Proposal(role, confidence - 0.1 if vague else confidence, reason)


def _without_moments(proposal: _Proposal, column: Column) -> _Proposal:
    """No touchpoints where each cell is a date: ``Moment`` may name either."""
    filled = int(np.count_nonzero(column.kinds != BLANK))
    if proposal.role != "touchpoint" or not filled or day_count(column) <= _NEARLY_ALL * filled:
        return proposal
    return _Proposal(None, 0.0, "only_dates")


def _doubt(role: Role, reason: str, numbers: Numbers, *, sure: bool) -> str:
    """Why the contents speak against the name; empty where they do not."""
    if role in ("volume", "n") and not sure and _counts_rows(numbers):
        return "row_numbers"
    if role in NUMERIC and numbers.share < _HARDLY:
        return "no_numbers"
    if role == "touchpoint" and numbers.share > _ALL_BUT and not sure:
        return "only_numbers"
    if role in _IN_WORDS and numbers.share > _ALL_BUT:
        return "only_numbers"
    return "no_scale" if reason == "name_weak" and not _on_some_scale(numbers) else ""


def _on_some_scale(numbers: Numbers) -> bool:
    """Nearly all from -100 to 100: a word such as ``score`` alone does not make scores of large numbers."""
    found = numbers.found
    return bool(len(found)) and bool(np.mean(np.abs(found) <= _WIDEST) >= _NEARLY_ALL)


def _counts_rows(numbers: Numbers) -> bool:
    """1, 2, 3 ... from the first row to the last; in a long table from any start."""
    found = numbers.found
    if len(found) <= _HANDFUL or (found[0] != 1 and len(found) < _LONG):
        return False
    return np.array_equal(found, np.arange(found[0], found[0] + len(found)))


def _assign(columns: Assignment, proposals: Sequence[_Proposal]) -> None:
    """Each single role to its likeliest column, of equals the latest period; a person's word comes first."""
    impact_by_hand = bool(columns.of("impact"))
    headers, given = columns.table.headers, _Impacts()

    def likelihood(place: int) -> tuple[float, bool, tuple[float, float, float]]:
        """How sure, then how plain: ``Touchpoint`` says more than ``Name``, of equals the latest period."""
        sole = proposals[place].role == "touchpoint" and plain(headers[place]) not in naming.WHOLE
        return proposals[place].confidence, sole, moment(headers[place])

    for place in steps(
        sorted(steps(range(len(headers))), key=lambda place: (likelihood(place), -place), reverse=True)
    ):
        if place in columns.fixed:
            continue
        role = proposals[place].role
        if role is None or (role == "impact" and impact_by_hand):
            columns.ignore(place, proposals[place].reason if role is None else "other_impact")
        elif role not in SEVERAL and columns.of(role):
            _give_second(columns, proposals, place, role)
        elif role == "impact" and (later := given.later(headers[place])) is not None:
            columns.ignore(place, "other_column", headers[later])
            columns.contest(role, later, place)
        else:
            columns.give(place, role, proposals[place].confidence, proposals[place].reason)
        if columns.readings[place].role == "impact":
            given.add(headers[place], place)


@dataclass(frozen=True)
class _Impacts:
    """The impact columns given so far: by what they measure, their periods and the first column of each."""

    places: dict[str, dict[tuple[float, float, float], int]] = field(default_factory=dict)

    def add(self, header: str, place: int) -> None:
        of_measure = self.places.setdefault(measure(header), {})
        of_measure[moment(header)] = min(place, of_measure.get(moment(header), place))

    def later(self, header: str) -> int | None:
        """Return the first column whose header differs from this one's only by a later period."""
        own = moment(header)
        known = self.places.get(measure(header), {}) if own[0] else {}
        return min((place for period, place in known.items() if period > own), default=None)


def _give_second(columns: Assignment, proposals: Sequence[_Proposal], place: int, role: Role) -> None:
    """A column that lost its role to another; a business goal beside satisfaction may hold effects."""
    winner = columns.of(role)[0]
    headers, letter = columns.table.headers, columns.table.letters[place]
    if role == "satisfaction" and are_levels(headers[place], columns.numbers[letter].found):
        columns.ignore(place, "other_measure")
        return
    if role == "satisfaction" and naming.is_goal(headers[place]):
        columns.give(place, "impact", naming.GOAL, "name_goal")
        return
    columns.ignore(place, "other_column", headers[winner])
    close = proposals[winner].confidence - proposals[place].confidence < _CLOSE
    coded = role == "touchpoint" and guesses.holds_codes_of(columns.table, place, winner)
    dated = bool(moment(headers[winner])[0]) and measure(headers[winner]) == measure(headers[place])
    if winner not in columns.fixed and role in DECISIVE and close and not (dated or coded):
        columns.contest(role, winner, place)
