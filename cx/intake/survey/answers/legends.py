"""Legends over columns of bare numbers: in their headers, and in the lines above the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from cx.intake.sheet import Table
from cx.intake.survey.answers.code_suspects import core_of
from cx.intake.survey.answers.column import NOT_MET, SILENT, Answered
from cx.intake.words import YES_NO, Legend, Spoken, codes_in, legend_of
from cx.process import steps
from cx.records.file import Choices
from cx.records.scale import Scale

_MOST_ROWS, _MOST_COLUMNS = 30, 60
_LONGEST = 2_000
_FEWEST = 2
"""So many numbers are left at least: else what is called no answer is the other answer of two."""


def with_legends(columns: Sequence[Answered], table: Table, choices: Choices) -> list[Answered]:
    """Return columns with the scale that a legend gives their numbers, where it fits them.

    Two numbers that stand for yes and no become 1 and 0; numbers that a header calls no answer are taken out,
    if no person calls them a rating.
    """
    above = _above(table)
    return [_with_legend(_without_codes(column, choices), above) for column in steps(columns)]


def _without_codes(column: Answered, choices: Choices) -> Answered:
    """The column without the numbers that its own header says are no ratings."""
    said = codes_in(column.header) if len(column.known) else {}
    named = choices.codes.get(column.header, {})
    held = column.counted.values.tolist() if said else []
    coded = {code: kind for code, kind in said.items() if code in held and f"{code:g}" not in named}
    if not coded or choices.missing_codes == () or len(held) - len(coded) < _FEWEST:
        return column
    found = column
    for code, kind in coded.items():
        found = found.without(column.values == code, SILENT if kind == "no_answer" else NOT_MET)
    return replace(found, coded=coded)


def _above(table: Table) -> Legend | None:
    """The labels of numbers in the lines above the header."""
    sheet = table.sheet
    height = min(table.header_rows[0] - sheet.top, _MOST_ROWS) if table.header_rows else 0
    texts = [
        column.cell(place).shown
        for place in range(max(height, 0))
        for column in sheet.columns[:_MOST_COLUMNS]
        if column.cell(place).kind == "text"
    ]
    return legend_of("; ".join(texts)[:_LONGEST]) if texts else None


def _with_legend(column: Answered, above: Legend | None) -> Answered:
    if column.spoken is not None or not len(column.known):
        return column
    own = legend_of(column.header)
    legend = own or above
    if legend is None or not _fits(column, legend):
        return column
    if legend.yes is not None:
        return _as_yes_and_no(column, legend.yes) if own else column
    low, high = legend.ends
    direction = legend.direction(column.header)
    scale = Scale(low, high, direction or "higher")
    return replace(column, legend=scale, told=direction is not None)


def _fits(column: Answered, legend: Legend) -> bool:
    """Whether the numbers, codes aside, lie within the legend's."""
    low, high = legend.ends
    start, end = core_of(column.counted)
    return low <= start and end <= high


def _as_yes_and_no(column: Answered, yes: float) -> Answered:
    values = np.where(np.isnan(column.values), np.nan, (column.values == yes).astype(float))
    return replace(column, values=values, spoken=Spoken({}, 0.0, 1.0, YES_NO))
