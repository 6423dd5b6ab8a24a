"""Labels as the numbers they stand for again, where a person says that their column rates."""

from __future__ import annotations

from cx.intake.sheet import steps_of
from cx.records.file import Column


def numbers_of_labels(column: Column) -> dict[str, float]:
    """Return the texts of a column that are labels of no code, with their numbers."""
    texts = set(column.texts)
    return {label: number for number, label in steps_of(column).items() if label in texts}
