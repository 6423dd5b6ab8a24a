"""One column read as numbers, and the cells that are none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from cx.intake.cells import numerals, units
from cx.intake.cells.drawn_numbers import drawn_numbers
from cx.intake.words import folded
from cx.process import steps
from cx.records.file import BLANK, BOOL, DATE, ERROR, FORMULA, NUMBER, TEXT, Column, DecimalMark

FINE, EMPTY, WORDS, FAULT, UNSTORED, DAY, TRUTH, NO_ANSWER, VAST = range(9)
"""What a cell turned out to be: a number, blank, text, an error value, a formula without a stored value, a
date, a truth value, a code that a person named as no answer, or a number beyond all that can be meant."""
LARGEST = 1e15
_PERCENT = ("%", "\N{ARABIC PERCENT SIGN}", "\N{FULLWIDTH PERCENT SIGN}")
_LITTLE = 1_000
"""So many texts are little work."""
_STATE_OF_KIND = {
    BLANK: EMPTY,
    NUMBER: FINE,
    TEXT: WORDS,
    BOOL: TRUTH,
    DATE: DAY,
    ERROR: FAULT,
    FORMULA: UNSTORED,
}


@dataclass(frozen=True)
class Numbers:
    """A column's numbers: NaN where there is none, and per cell why."""

    values: npt.NDArray[np.float64]
    states: npt.NDArray[np.uint8]
    mark: DecimalMark
    """The decimal mark that texts were read with."""
    typed: int
    """How many numbers were typed as text."""
    percent: int
    """How many are shown as per cents: texts with the sign, numbers with the format."""
    unclear: bool
    """Texts such as ``1.234`` that nothing in the column explains."""
    evidence: numerals.Evidence
    """What those texts say about their decimal mark."""
    formatted: bool = False
    """Its per cents are numbers with a per cent format: the cell shows 7.4% and holds 0.074."""
    unit: str = ""
    """The words beside each of its numbers, taken off."""
    drawn: tuple[float, float] | None = None
    """The least and the most that its signs can be worth, where its numbers are drawn."""

    @property
    def found(self) -> npt.NDArray[np.float64]:
        """The numbers alone."""
        found: npt.NDArray[np.float64] = self.values[self.states == FINE]
        return found

    @property
    def share(self) -> float:
        """The share of numbers among the cells that hold anything."""
        filled = int(np.count_nonzero(self.states != EMPTY))
        return float(np.count_nonzero(self.states == FINE)) / filled if filled else 0.0


def numbers_of(
    column: Column, *, missing: tuple[str, ...] | None = None, usual: DecimalMark | None = None
) -> Numbers:
    """Return a column read as numbers.

    Parameters
    ----------
    column
        The cells.
    missing
        What stands for no answer, as typed.
    usual
        The decimal mark of the file's other columns, for texts that both marks can read.
    """
    texts = {code: column.texts[code] for code in column.different(column.kinds == TEXT)}
    plain = numerals.plain_numbers(list(texts.values()))
    if plain is not None:
        points = "".join(texts.values()).count(".")  # one in each at most
        found, said = dict(zip(texts, plain, strict=True)), numerals.Evidence(point=points)
        mark = "." if points else usual or "."
        return _read(column, found, _codes(texts, missing), missing, _Said(mark, said))
    codes = _codes(texts, missing)
    if (signs := drawn_numbers(texts.values())) is not None:
        worth_of_sign = {code: signs.worth[text] for code, text in texts.items()}
        read = _read(column, worth_of_sign, codes, missing, _Said(".", numerals.Evidence()))
        return replace(read, drawn=signs.ends)
    unit = units.unit_of(texts.values())
    if unit:
        texts = {code: unit.off(text) for code, text in steps(texts.items(), _LITTLE)}
    likely = numerals.may_be_numbers(list(texts.values()))
    order = list(texts)
    bared = {order[at]: numerals.bare(texts[order[at]]) for at in steps(likely, _LITTLE)}
    said = numerals.evidence_in(steps(bared.values(), _LITTLE))
    mark = said.mark or usual or ("," if said.either else ".")
    unclear = bool(said.either and said.mark is None and usual is None)
    if unclear:
        mark = _thousands_mark(list(texts.values()))
    worth = {code: numerals.worth_of(text, mark) for code, text in steps(bared.items(), _LITTLE)}
    return _read(column, worth, codes, missing, _Said(mark, said, unclear, unit.told if unit else ""))


@dataclass(frozen=True)
class _Said:
    """How the texts of a column are read, and what says so."""

    mark: DecimalMark
    evidence: numerals.Evidence
    unclear: bool = False
    unit: str = ""


def _thousands_mark(texts: list[str]) -> DecimalMark:
    """``1.234`` alone is a thousand and more: the sign in it is not the decimal mark."""
    points = sum("." in numerals.bare(text) for text in texts)
    return "," if 2 * points >= sum("," in text or "." in text for text in texts) else "."


def _codes(texts: dict[int, str], missing: tuple[str, ...] | None) -> list[int]:
    wanted = {folded(code) for code in missing or ()}
    if not wanted:
        return []
    return [code for code, text in texts.items() if folded(text) in wanted]


def _read(
    column: Column,
    worth: Mapping[int, float | None],
    codes: list[int],
    missing: tuple[str, ...] | None,
    said: _Said,
) -> Numbers:
    values = np.where(column.kinds == NUMBER, column.numbers, np.nan)
    states = np.array([_STATE_OF_KIND[kind] for kind in range(len(_STATE_OF_KIND))], np.uint8)[column.kinds]
    table = np.full(len(column.texts) + 1, np.nan)
    known = {code: number for code, number in worth.items() if number is not None}
    table[list(known)] = list(known.values())
    is_text = column.kinds == TEXT
    values[is_text] = table[column.codes[is_text]]
    read = is_text & np.isfinite(values)
    states[read] = FINE
    states[(column.kinds == NUMBER) & ~np.isfinite(values)] = FAULT
    named = [code for code in (_as_number(text) for text in missing or ()) if code is not None]
    away = (np.isin(column.codes, codes) & is_text) | np.isin(values, named)
    states[np.abs(values) > LARGEST] = VAST
    states[away] = NO_ANSWER
    values[states != FINE] = np.nan
    latin, arabic, wide = _PERCENT
    signed = [latin in text or arabic in text or wide in text for text in column.texts]
    percent = np.array([*signed, False])[column.codes]
    shown = int((read & percent).sum())
    formatted = int(np.count_nonzero((column.kinds == NUMBER) & (states == FINE))) if column.percent else 0
    return Numbers(
        values=values,
        states=states,
        mark=said.mark,
        typed=int(read.sum()),
        percent=shown + formatted,
        unclear=said.unclear,
        evidence=said.evidence,
        formatted=formatted > shown,
        unit=said.unit,
    )


def _as_number(text: str) -> float | None:
    return numerals.number_in(text, "," if "," in text else ".")
