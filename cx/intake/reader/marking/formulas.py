"""Formulas of a workbook: which of them ask another program, and how one reads in another cell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_ESCAPED = re.compile(r"'(.)", re.DOTALL)
_NEEDS_ESCAPE = re.compile(r"([\[\]#'])")
_UNNAMED = r"(?<![\w.\\'])(?<!\w\[)\[(?=[\[@])"
_COLUMN = re.compile(r"\[((?:[^\[\]']|'.)*)\]", re.DOTALL)


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


def with_columns(formula: str, table: str, names: Mapping[str, str]) -> str:
    """Return a formula in which columns of an Excel table have other names.

    Parameters
    ----------
    table
        The table's name, as formulas say it before a bracket; empty for those in a table that do not name it.
    names
        What a column was called, in small letters, to what it is called now.

    Examples
    --------
    >>> with_columns("SUM(Scores[Sat])+Scores[[#This Row],[Sat]]", "Scores", {"sat": "CSAT"})
    'SUM(Scores[CSAT])+Scores[[#This Row],[CSAT]]'
    >>> with_columns('"Scores[Sat]"&OldScores[Sat]', "Scores", {"sat": "CSAT"})
    '"Scores[Sat]"&OldScores[Sat]'
    """
    made, at = "", 0
    begins = rf"(?<![\w.\\]){re.escape(table)}\[" if table else _UNNAMED
    for found in re.finditer(begins, formula, re.IGNORECASE):
        end = _closing(formula, found.end())
        if found.start() < at or end < 0 or formula.count('"', 0, found.start()) % 2:
            continue
        made += formula[at : found.end()] + _renamed(formula[found.end() : end], names)
        at = end
    return made + formula[at:]


def _closing(formula: str, start: int) -> int:
    """Return where the bracket ends that was open at ``start``; -1 where it does not."""
    depth, at = 1, start
    while at < len(formula):
        sign = formula[at]
        if sign == "'":
            at += 1
        depth += (sign == "[") - (sign == "]")
        if depth == 0:
            return at
        at += 1
    return -1


def _renamed(inside: str, names: Mapping[str, str]) -> str:
    """Return what stands behind a table: a column, or several things in brackets of their own."""
    if _COLUMN.search(inside):
        return _COLUMN.sub(lambda found: f"[{_name(found[1], names)}]", inside)
    own = "@" if inside.startswith("@") else ""
    return own + _name(inside.removeprefix("@"), names)


def _name(said: str, names: Mapping[str, str]) -> str:
    new = names.get(_ESCAPED.sub(r"\1", said).casefold())
    return said if new is None or said.startswith("#") else _NEEDS_ESCAPE.sub(r"'\1", new)
