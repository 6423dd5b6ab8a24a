"""Formulas of a workbook: which of them ask another program, and how one reads in another cell."""

from __future__ import annotations

from collections.abc import Sequence


def asks_a_program(formula: str, own: Sequence[str] = ()) -> bool:
    """Return whether a formula holds a reference to a topic of another program: a bar that is in no text.

    ``own`` are references to sheets of the workbook whose names have a bar in them.
    """
    if "|" not in formula:
        return False
    outside = " ".join(formula.split('"')[::2])
    for reference in own:
        outside = outside.replace(reference, "")
    return "|" in outside


def moved(formula: str, origin: str, place: str) -> str:
    """Return a formula as it reads when it is copied from one cell to another, without its sign."""
    from openpyxl.formula.translate import Translator

    return str(Translator(f"={formula}", origin=origin).translate_formula(place))[1:]
