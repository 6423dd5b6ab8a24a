"""The columns of a table as numbers, where one says how another's texts are read."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cx.intake.cells import Evidence, Numbers, numbers_of
from cx.intake.sheet import Table
from cx.intake.words.headers import named
from cx.process import Budget, steps
from cx.records.file import Choices, DecimalMark

_MOSTLY = 0.5
_COUNTS = ("volume", "n")


def numbers_by_letter(table: Table, choices: Choices, budget: Budget) -> dict[str, Numbers]:
    """Return every column read as numbers, by its letter.

    Texts that both marks can read follow a person's word, else the file's other columns. What a header calls
    a number of people or times is whole: there ``1.234`` stays a thousand and more beside scores with a
    decimal point, and is asked about.

    Raises
    ------
    LimitExceeded
        When the time for the file is over.
    """
    missing = choices.missing_codes
    read = []
    for place, column in enumerate(table.columns):
        budget.check()
        read.append(table.numbers(place) if missing is None else numbers_of(column, missing=missing))
    said = choices.decimal_mark
    usual = said or _usual_mark(read)
    again = [
        numbers_of(column, missing=missing, usual=usual)
        if numbers.unclear and usual and not (usual not in (said, numbers.mark) and _counts(header, numbers))
        else numbers
        for header, column, numbers in zip(table.headers, steps(table.columns), read, strict=True)
    ]
    return dict(zip(table.letters, again, strict=True))


def _counts(header: str, numbers: Numbers) -> bool:
    """Whether numbers are whole with thousands, below a header that counts."""
    found = numbers.found
    return named(header)[0] in _COUNTS and len(found) > 0 and bool((found == np.rint(found)).all())


def _usual_mark(read: Sequence[Numbers]) -> DecimalMark | None:
    total = Evidence()
    for numbers in steps(read):
        if numbers.typed and numbers.share > _MOSTLY:
            total += numbers.evidence
    return total.mark
