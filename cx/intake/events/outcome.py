"""What came of each case: one value, as a number; yes and no as 1 and 0."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cx.errors import ArgumentError
from cx.intake.events import words
from cx.intake.events.cell_profile import Seen
from cx.intake.sheet import Table
from cx.intake.words import folded
from cx.records import Finding
from cx.records.file import Cell, Sheet, column_of

Reals = npt.NDArray[np.float64]


@dataclass(frozen=True)
class CaseOutcomes:
    """The outcomes of all cases."""

    name: str
    numbers: Reals
    """Per case; NaN where nothing is known."""
    left: bool
    """Yes or no, and yes means that the customer left."""
    findings: tuple[Finding, ...]


def outcomes_of(
    found: Sequence[tuple[Seen, npt.NDArray[np.object_]]], cases: Mapping[str, int], positive: str | None
) -> CaseOutcomes | None:
    """Return what came of each case, of the first file that says so; ``None`` where none does.

    Parameters
    ----------
    found
        Per file with an outcome its column, and the case of each row as it stands.
    cases
        Case to its number.
    positive
        The label of a yes-or-no outcome that counts as 1.

    Raises
    ------
    ArgumentError
        When the label is none of the column's.
    """
    if not found:
        return None
    column, keys = found[0]
    numbers, label = _numbers(column, positive)
    if numbers is None:
        values = ", ".join(sorted(column.words))[:200]
        told = Finding("error", "outcome_no_numbers", column=column.header, details={"values": values})
        return CaseOutcomes(column.header, np.full(len(cases), np.nan), left=False, findings=(told,))
    known, varying = _by_case(numbers, keys, cases)
    two = bool(np.isin(known[~np.isnan(known)], (0, 1)).all()) and not bool(np.isnan(known).all())
    left = two and bool(words.LEFT.search(column.name) or words.LEFT.search(label))
    told = Finding("warning", "outcome_varies", column=column.header, details={"n": varying})
    return CaseOutcomes(column.header, known, left, (told,) if varying else ())


def _by_case(numbers: Reals, keys: npt.NDArray[np.object_], cases: Mapping[str, int]) -> tuple[Reals, int]:
    """The last value of each case, and how many cases have several."""
    found = np.full(len(cases), np.nan)
    varying: set[int] = set()
    for row in np.flatnonzero(~np.isnan(numbers)).tolist():
        case = cases.get(keys[row])
        if case is None:
            continue
        if found[case] != numbers[row] and not np.isnan(found[case]):
            varying.add(case)
        found[case] = numbers[row]
    return found, len(varying)


def of_texts(
    texts: Sequence[str], header: str, positive: str | None
) -> tuple[list[tuple[str, float]] | None, bool]:
    """Return what each text of an outcome stands for, or nothing; and whether 1 says that the customer left.

    Raises
    ------
    ArgumentError
        When the label that counts as 1 is none of the texts.
    """
    column = column_of([Cell("text", text) for text in texts])
    rows = np.arange(1, len(texts) + 1)
    sheet = Sheet("", hidden=False, top=1, left=0, height=len(texts), columns=(column,))
    seen = Seen(0, Table(sheet, (1,), (header,), ("A",), (column,), rows))
    numbers, label = _numbers(seen, positive)
    if numbers is None:
        return None, False
    told = [
        (text, float(number)) for text, number in zip(texts, numbers, strict=True) if not np.isnan(number)
    ]
    two = bool(told) and {number for _, number in told} <= {0.0, 1.0}
    return told, two and bool(words.LEFT.search(seen.name) or words.LEFT.search(label))


def _numbers(column: Seen, positive: str | None) -> tuple[Reals | None, str]:
    """The outcome of each row, and the label that counts as 1 where one does."""
    if positive is not None:
        if folded(positive) not in column.words:
            known = ", ".join(sorted(column.words))[:200]
            raise ArgumentError("positive_unknown", value=positive, column=column.header, labels=known)
        return _flags(column, {folded(positive)}), folded(positive)
    if column.words and column.words <= words.YES | words.NO and not column.numeric:
        return _flags(column, words.YES), ""
    if column.numeric:
        return column.numbers, ""
    leaving = [word for word in column.words if words.LEFT.search(word)]
    if len(column.words) == 2 and len(leaving) == 1:  # noqa: PLR2004 - left, and stayed
        return _flags(column, set(leaving)), leaving[0]
    return None, ""


def _flags(column: Seen, yes: set[str] | frozenset[str]) -> Reals:
    labels = column.labels
    of_name = np.array([np.nan if not name else float(name in yes) for name in labels.names])
    return np.asarray(of_name[labels.ids])
