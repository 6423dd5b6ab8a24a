"""What each column is: by its name, checked against its contents, or as a person said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from cx.errors import ArgumentError
from cx.intake import naming
from cx.intake.labels import labels_of
from cx.intake.names import folded
from cx.intake.numeric import Numbers, numbers_of
from cx.intake.table import Table
from cx.records.choices import Choices, Role
from cx.records.understanding import ColumnReading, DecimalMark
from cx.records.workbook import BLANK, TEXT, Column

NUMERIC: tuple[Role, ...] = (
    "satisfaction", "impact", "volume", "n", "sd", "cost", "expectation", "importance", "exposure", "weight", "rating",
)  # fmt: skip
SEVERAL: tuple[Role, ...] = ("impact", "ignore", "rating", "outcome", "exposure")
"""Roles that several columns may have."""
_CONTENT = 0.4


@dataclass(frozen=True)
class Roles:
    """The readings of all columns, their numbers, and what was unclear."""

    readings: tuple[ColumnReading, ...]
    numbers: Mapping[str, Numbers]
    """Letter to the column's numbers, for every column that holds mostly numbers or has a role of numbers."""
    rivals: tuple[tuple[Role, str, str], ...] = ()
    """(role, chosen header, the other header) where two columns were likely."""

    def of(self, role: Role) -> list[int]:
        """Return the positions of the columns with a role."""
        return [place for place, reading in enumerate(self.readings) if reading.role == role]


def column_named(table: Table, name: str) -> int:
    """Return the position of the column that a person named: by header, else loosely, else by letter.

    Raises
    ------
    ArgumentError
        When there is none; the message lists the columns there are.
    """
    for headers, wanted in (
        (table.headers, name),
        ([folded(header) for header in table.headers], folded(name)),
        (table.letters, name.strip().upper()),
    ):
        if wanted in headers:
            return list(headers).index(wanted)
    known = ", ".join(f"{h} ({x})" for h, x in zip(table.headers, table.letters, strict=True))
    raise ArgumentError("column_unknown", column=name, columns=known[:600])


def roles_of(table: Table, choices: Choices) -> Roles:
    """Return what each column is.

    Raises
    ------
    ArgumentError
        When a person named a column that is not there.
    """
    numbers = _numbers(table, choices.missing_codes)
    fixed = _by_hand(table, choices)
    proposals = [_proposal(table, place, numbers[letter]) for place, letter in enumerate(table.letters)]
    readings, rivals = _assigned(table, proposals, fixed)
    readings = _completed(table, readings, numbers, fixed)
    return Roles(tuple(readings), numbers, tuple(rivals))


def _numbers(table: Table, missing: tuple[str, ...] | None) -> dict[str, Numbers]:
    """Every column read as numbers; texts that both marks can read follow the file's other columns."""
    read = [numbers_of(column, missing=missing) for column in table.columns]
    usual = _usual_mark(table.columns, read)
    again = [
        numbers_of(column, missing=missing, usual=usual) if numbers.unclear and usual else numbers
        for column, numbers in zip(table.columns, read, strict=True)
    ]
    return dict(zip(table.letters, again, strict=True))


def _usual_mark(columns: Sequence[Column], read: Sequence[Numbers]) -> DecimalMark | None:
    from cx.intake.numerals import Evidence, evidence

    total = Evidence()
    for column, numbers in zip(columns, read, strict=True):
        if numbers.typed and numbers.share > 0.5:
            total += evidence(column.texts)
    return total.mark


def _by_hand(table: Table, choices: Choices) -> dict[int, Role]:
    fixed: dict[int, Role] = {column_named(table, name): role for name, role in choices.roles.items()}
    for part in choices.impact_parts:
        fixed[column_named(table, part.column)] = "impact"
    return fixed


@dataclass(frozen=True)
class _Proposal:
    role: Role | None
    confidence: float
    reason: str


def _proposal(table: Table, place: int, numbers: Numbers) -> _Proposal:
    """What the name asks for, if the contents allow it."""
    role, confidence, reason = naming.named(table.headers[place])
    if role in NUMERIC and numbers.share < 0.3:
        return _Proposal(None, 0.0, "no_numbers")
    if role == "touchpoint" and numbers.share > 0.9:
        return _Proposal(None, 0.0, "only_numbers")
    if reason == "name_weak" and not _on_some_scale(numbers):
        return _Proposal(None, 0.0, "no_scale")
    if role in NUMERIC and numbers.share < 0.8:
        confidence -= 0.1
    return _Proposal(role, confidence, reason)


def _on_some_scale(numbers: Numbers) -> bool:
    """Nearly all between -100 and 100: a word such as ``score`` alone does not make scores of large numbers."""
    found = numbers.found
    return bool(len(found)) and bool(np.mean(np.abs(found) <= 100) >= 0.8)


def _assigned(
    table: Table, proposals: Sequence[_Proposal], fixed: Mapping[int, Role]
) -> tuple[list[ColumnReading], list[tuple[Role, str, str]]]:
    """Each single role to its likeliest column; what a person said comes first."""
    taken: dict[Role, int] = {role: place for place, role in fixed.items() if role not in SEVERAL}
    by_hand_impact = "impact" in fixed.values()
    order = sorted(range(len(proposals)), key=lambda place: (-proposals[place].confidence, place))
    readings = [_ignored(table, place, proposals[place].reason) for place in range(len(proposals))]
    rivals: list[tuple[Role, str, str]] = []
    for place in order:
        role = proposals[place].role
        if place in fixed or role is None or (role == "impact" and by_hand_impact):
            continue
        if role not in SEVERAL and role in taken:
            readings[place] = _second(table, place, taken[role], role, proposals[place])
            if not any(rival[0] == role for rival in rivals):
                rivals += _rival(table, place, taken[role], role, proposals, fixed)
            continue
        taken.setdefault(role, place)
        readings[place] = _reading(table, place, role, proposals[place].confidence, proposals[place].reason)
    for place, role in fixed.items():
        readings[place] = _reading(table, place, role, 1.0, "by_hand")
    return readings, rivals


def _reading(table: Table, place: int, role: Role, confidence: float, reason: str) -> ColumnReading:
    header = table.headers[place]
    return ColumnReading(header, table.letters[place], role, round(confidence, 2), reason, {"column": header})


def _ignored(table: Table, place: int, reason: str) -> ColumnReading:
    return _reading(table, place, "ignore", 0.5, reason)


def _second(table: Table, place: int, winner: int, role: Role, proposal: _Proposal) -> ColumnReading:
    """A column that lost its role to another; a business goal beside a satisfaction column may hold effects."""
    if role == "satisfaction" and naming.is_goal(table.headers[place]):
        return _reading(table, place, "impact", naming.GOAL, "name_goal")
    values: dict[str, Any] = {"column": table.headers[place], "other": table.headers[winner]}
    return ColumnReading(table.headers[place], table.letters[place], "ignore", 0.5, "other_column", values)


def _rival(
    table: Table,
    place: int,
    winner: int,
    role: Role,
    proposals: Sequence[_Proposal],
    fixed: Mapping[int, Role],
) -> Iterator[tuple[Role, str, str]]:
    """Two columns as likely as each other, for a role that decides the picture."""
    if winner in fixed or role not in ("touchpoint", "satisfaction", "volume"):
        return
    if role == "satisfaction" and naming.is_goal(table.headers[place]):
        return
    if proposals[winner].confidence - proposals[place].confidence < 0.15:
        yield role, table.headers[winner], table.headers[place]


def _completed(
    table: Table, readings: list[ColumnReading], numbers: Mapping[str, Numbers], fixed: Mapping[int, Role]
) -> list[ColumnReading]:
    """Find touchpoint and satisfaction by their contents where no name said so; drop doubtful goals."""
    if not any(reading.role == "touchpoint" for reading in readings):
        names = _names(table, readings, numbers, fixed)
        readings = _by_content(table, readings, "touchpoint", "content_names", names)
    if not any(reading.role == "touchpoint" for reading in readings):
        readings = _by_content(
            table, readings, "touchpoint", "content_names", _groups(table, readings, fixed)
        )
    by_name = any(reading.role == "touchpoint" and reading.confidence > _CONTENT for reading in readings)
    if by_name and not any(reading.role == "satisfaction" for reading in readings):
        readings = _by_content(
            table, readings, "satisfaction", "content_scores", _scores(readings, numbers, fixed)
        )
    readings = _without_dates(table, readings, fixed)
    named = any(reading.role == "impact" and reading.reason != "name_goal" for reading in readings)
    return [
        replace(reading, role="ignore", reason="other_impact")
        if named and reading.reason == "name_goal"
        else reading
        for reading in readings
    ]


def _by_content(
    table: Table, readings: list[ColumnReading], role: Role, reason: str, places: list[int]
) -> list[ColumnReading]:
    if len(places) != 1 and role == "satisfaction":
        return readings
    for place in places[:1]:
        readings[place] = _reading(table, place, role, _CONTENT, reason)
    return readings


def _free(readings: Sequence[ColumnReading], fixed: Mapping[int, Role]) -> list[int]:
    doubtful = ("unknown", "no_name", "only_numbers", "no_numbers")
    return [
        place
        for place, reading in enumerate(readings)
        if reading.role == "ignore" and reading.reason in doubtful and place not in fixed
    ]


def _names(
    table: Table, readings: Sequence[ColumnReading], numbers: Mapping[str, Numbers], fixed: Mapping[int, Role]
) -> list[int]:
    """Columns of texts that mostly differ, the most different first."""
    found = []
    for place in _free(readings, fixed):
        column = table.columns[place]
        texts = column.codes[column.kinds == TEXT]
        filled = np.count_nonzero(column.kinds != BLANK)
        if numbers[table.letters[place]].share > 0.5:
            continue
        if len(texts) >= 0.8 * max(filled, 1) and filled >= 0.5 * table.height and len(texts) >= 2:
            found.append((-len(np.unique(texts)), place))
    return [place for _, place in sorted(found)]


def _groups(table: Table, readings: Sequence[ColumnReading], fixed: Mapping[int, Role]) -> list[int]:
    """Channels, journeys or segments that each stand in one row: the rows are about them."""
    grouped: tuple[Role, ...] = ("journey", "channel", "segment")
    return [
        place
        for place, reading in enumerate(readings)
        if reading.role in grouped
        and place not in fixed
        and _different_texts(table.columns[place]) == table.height > 1
    ]


def _without_dates(
    table: Table, readings: list[ColumnReading], fixed: Mapping[int, Role]
) -> list[ColumnReading]:
    """Dates that differ from row to row, beside touchpoints that do too, are no periods."""
    periods = [place for place, r in enumerate(readings) if r.role == "period" and place not in fixed]
    names = [place for place, reading in enumerate(readings) if reading.role == "touchpoint"]
    for place in periods:
        often = 0.5 * max(table.height, 4)
        if (
            _different_texts(table.columns[place]) > often
            and names
            and _different_texts(table.columns[names[0]]) > often
        ):
            readings[place] = _ignored(table, place, "no_repeats")
    return readings


def _different_texts(column: Column) -> int:
    return labels_of(column).count


def _scores(
    readings: Sequence[ColumnReading], numbers: Mapping[str, Numbers], fixed: Mapping[int, Role]
) -> list[int]:
    """The one column of numbers that nothing else explains, if it lies on a usual scale."""
    found = []
    for place in _free(readings, fixed):
        read = numbers[readings[place].letter]
        values = read.found
        if read.share >= 0.5 and len(values) >= 2:
            found.append((place, values.min() >= 0 and values.max() <= 10 and _differ(values)))
    return [place for place, likely in found if likely and len(found) == 1]


def _differ(values: np.ndarray[Any, np.dtype[np.float64]]) -> bool:
    """Neither one value throughout nor a count from 1 up."""
    return bool(len(np.unique(values)) > 1 and not np.array_equal(values, np.arange(1, len(values) + 1)))
