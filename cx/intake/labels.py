"""One column read as names: touchpoints, journeys, channels, segments, periods, owners, notes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cx.intake.names import folded
from cx.records.workbook import BOOL, ERROR, FORMULA, NUMBER, Column


@dataclass(frozen=True)
class Labels:
    """A column's names, and which of them are the same but for letter case and spaces."""

    texts: npt.NDArray[np.object_]
    """One text per row; empty where there is none."""
    ids: npt.NDArray[np.int64]
    """The same number for the same name."""
    names: tuple[str, ...]
    """Per number the name, folded; the first is the empty one. Not every one need occur."""

    @property
    def count(self) -> int:
        """How many different names occur."""
        return len(np.unique(self.ids[self.ids > 0]))


def labels_of(column: Column) -> Labels:
    """Return a column read as names; error values and formulas without a value count as blank."""
    texts = [" ".join(text.split()) for text in column.texts]
    codes = column.codes.astype(np.int64).copy()
    codes[np.isin(column.kinds, (ERROR, FORMULA))] = -1
    is_number = np.isin(column.kinds, (NUMBER, BOOL))
    if is_number.any():
        worth, places = np.unique(column.numbers[is_number], return_inverse=True)
        codes[is_number] = places + len(texts)
        texts += [f"{number:.15g}" for number in worth]
    known: dict[str, int] = {"": 0}
    of_text = np.array([known.setdefault(folded(text), len(known)) for text in texts] + [0], dtype=np.int64)
    return Labels(np.array([*texts, ""], dtype=object)[codes], of_text[codes], tuple(known))


def no_labels(height: int) -> Labels:
    """Return the names of a column that is not there."""
    return Labels(np.full(height, "", dtype=object), np.zeros(height, dtype=np.int64), ("",))
