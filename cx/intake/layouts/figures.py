"""The columns of numbers of a table, as layouts look at them."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cx.intake.cells import EMPTY, Numbers
from cx.intake.sheet import Known, Table
from cx.intake.words import counts_answers, is_total, named
from cx.process import steps
from cx.records.bounds import MOST_TOUCHPOINTS
from cx.records.file import BLANK, TEXT, Column

Values = npt.NDArray[np.float64]
MOST_COLUMNS = 400
"""A table of touchpoints with more columns than that is left as it lies."""
_MOSTLY, _HALF, _ROUNDING = 0.8, 0.5, 1e-9
_SURE = 0.65
_CODE = re.compile(r"(?=.{0,11}\d)[A-Z]{0,6}[-._/]?\d{1,10}[-._/]?[A-Z0-9]{0,6}")
"""A code of an organisation or a place: capitals and digits."""


@dataclass(frozen=True)
class Figure:
    """One column of numbers."""

    place: int
    header: str
    """Its header; empty where it has none."""
    read: Numbers

    @property
    def values(self) -> Values:
        """Its numbers, by row."""
        return self.read.values

    @property
    def found(self) -> Values:
        """Its numbers alone."""
        return self.read.found

    @property
    def whole(self) -> bool:
        """Whether all its numbers are whole and none is below zero."""
        return bool(len(self.found)) and bool(np.all((self.found == np.rint(self.found)) & (self.found >= 0)))


def of_reasonable_size(table: Table) -> bool:
    """Return whether a table is no larger than one of touchpoints can be."""
    return 1 <= table.height <= MOST_TOUCHPOINTS and 2 <= len(table.headers) <= MOST_COLUMNS  # noqa: PLR2004 - a name and a number


def header_at(table: Table, place: int) -> str:
    """Return a column's header as typed; empty where it has none."""
    header, letter = table.headers[place], table.letters[place]
    return "" if header == letter else header.removesuffix(f" ({letter})")


def figures_of(table: Table) -> list[Figure]:
    """Return the columns in which most of the filled cells are numbers."""
    found = []
    for place, column in enumerate(steps(table.columns)):
        if np.count_nonzero(column.kinds == TEXT) > _HALF * len(column.kinds) and not _may_be_numbers(
            column.texts
        ):
            continue
        read = table.numbers(place)
        if len(read.found) and read.share > _HALF:
            found.append(Figure(place, header_at(table, place), read))
    return found


def _may_be_numbers(texts: tuple[str, ...]) -> bool:
    return any(any(sign.isdigit() for sign in text[:12]) for text in texts[:200])


def or_zero(figure: Figure) -> Values:
    """Return its numbers, zero where a cell is blank; what holds something else stays without."""
    return np.where(figure.read.states == EMPTY, 0.0, figure.values)


def names_of(table: Table, figures: list[Figure]) -> int | None:
    """Return the position of the column of names: called so, else the only one of texts that all differ."""
    numeric = {figure.place for figure in figures}
    texts = [place for place in range(len(table.headers)) if place not in numeric]
    for place in texts:
        role, confidence, _ = named(table.headers[place])
        if role == "touchpoint" and confidence >= _SURE:
            return place
    different = [place for place in steps(texts) if _mostly_differ(table, place)]
    worded = [place for place in different if not _are_codes(table, place)]
    return max(worded or different, key=lambda place: table.labels(place).count, default=None)


def _are_codes(table: Table, place: int) -> bool:
    """Whether its texts are codes in capitals and digits, with no word among them."""
    column = table.columns[place]
    texts = [column.texts[code] for code in column.different(column.kinds == TEXT)]
    return bool(texts) and sum(map(bool, map(_CODE.fullmatch, texts))) >= _MOSTLY * len(texts)


def _mostly_differ(table: Table, place: int) -> bool:
    column = table.columns[place]
    filled = int(np.count_nonzero(column.kinds != BLANK))
    if 2 * filled < table.height or not filled or _at_most(column) < _MOSTLY * filled:
        return False
    return table.labels(place).count >= _MOSTLY * filled


def _at_most(column: Column) -> float:
    """No more different names than these can a column have: its texts, and the whole numbers of its range."""
    known = column.numbers[np.isfinite(column.numbers)]
    if not len(known):
        return len(column.texts)
    wide = float(known.max()) - float(known.min()) + 1  # of the farthest numbers that there are it is endless
    return len(column.texts) + (wide if bool((known == np.rint(known)).all()) else len(known))


def known_names(table: Table, place: int) -> dict[int, Known]:
    """Return what is said of the column of names where its header does not say it."""
    role, confidence, _ = named(table.headers[place])
    return {} if role == "touchpoint" and confidence >= _SURE else {place: Known("touchpoint", "only_names")}


def nearly(one: Values, other: Values, slack: float) -> bool:
    """Return whether two columns agree in nearly all rows in which both have numbers."""
    both = np.isfinite(one) & np.isfinite(other)
    if not both.any():
        return False
    return bool(np.mean(np.abs(one[both] - other[both]) <= slack + _ROUNDING) >= _MOSTLY)


def holds_base(header: str) -> bool:
    """Return whether a header says that a column holds how many answered: ``n``, ``Total``, ``Antworten``."""
    return is_total(header) or counts_answers(header)
