"""Rows that sum up the answers above them, beside a column that numbers who answered: no respondents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from cx.intake.layouts.figures import of_reasonable_size
from cx.intake.sheet import Table, Told
from cx.process import steps
from cx.records.file import TEXT

Values = npt.NDArray[np.float64]
_FEWEST, _LEAST_COLUMNS, _MOST_ROWS = 5, 2, 4
_NUMBERS, _MOSTLY, _MOST_DECIMALS = 0.8, 0.8, 6
_EXACT = 1e-9


def of(table: Table) -> Table | None:
    """Return a table without rows that hold means, sums or spreads of all others; ``None`` without any.

    A column has numbers in the other rows and none in these; what these hold follows from the others.
    """
    if not of_reasonable_size(table) or table.height < _FEWEST or table.arrangement.known:
        return None
    ends = _ends(table.height)
    odd = next((rows for place in steps(range(len(table.columns))) if (rows := _odd(table, place, ends))), [])
    if not odd:
        return None
    body = np.setdiff1d(np.arange(table.height), odd)
    if any(_names_rows(table, place, body) for place in steps(range(len(table.columns)))):
        return None  # a table of things: a row that sums them up is told by its name
    figures = [place for place in range(len(table.columns)) if _is_numbers(table, place, body)]
    away = [row for row in odd if _sums_up(table, figures, body, row)]
    if not away:
        return None
    left = np.setdiff1d(np.arange(table.height), away)
    told = tuple(Told("warning", "total_respondent", None, {"row": int(table.rows[row])}) for row in away)
    old = table.arrangement
    return replace(
        table,
        columns=tuple(
            replace(one, kinds=one.kinds[left], numbers=one.numbers[left], codes=one.codes[left])
            for one in table.columns
        ),
        rows=table.rows[left],
        merged={},
        arrangement=replace(old, told=(*old.told, *told)),
    )


def _ends(height: int) -> list[int]:
    """The positions of the first and the last rows."""
    return sorted({*range(_MOST_ROWS), *range(height - _MOST_ROWS, height)} & set(range(height)))


def _odd(table: Table, place: int, ends: list[int]) -> list[int]:
    """The first and last rows without a number, where every other row of a column has one of its own."""
    values = table.numbers(place).values
    found = [row for row in ends if np.isnan(values[row])]
    own = values[~np.isnan(values)]
    whole = bool(len(own)) and len(found) + len(own) == table.height and len(np.unique(own)) == len(own)
    return found if whole else []


def _names_rows(table: Table, place: int, body: npt.NDArray[np.int64]) -> bool:
    """Whether a column has a short text of its own in every row, and texts in rows beyond these too."""
    column = table.columns[place]
    texts = column.codes[body][column.kinds[body] == TEXT]
    own = len(texts) == len(body) == len(np.unique(texts)) and not _is_numbers(table, place, body)
    return own and bool((np.delete(column.kinds, body) == TEXT).any())


def _is_numbers(table: Table, place: int, body: npt.NDArray[np.int64]) -> bool:
    return float(np.mean(~np.isnan(table.numbers(place).values[body]))) >= _NUMBERS


def _sums_up(table: Table, figures: list[int], body: npt.NDArray[np.int64], row: int) -> bool:
    """Whether one and the same figure of all other rows stands in nearly every column of numbers."""
    often: dict[str, int] = {}
    held = [place for place in figures if not np.isnan(table.numbers(place).values[row])]
    for place in held:
        values = table.numbers(place).values
        own = values[body][~np.isnan(values[body])]
        for name in _equal(dict(_figures(own)), float(values[row])):
            often[name] = often.get(name, 0) + 1
    return len(held) >= _LEAST_COLUMNS and max(often.values(), default=0) >= _MOSTLY * len(held)


def _figures(own: Values) -> Iterator[tuple[str, float]]:
    yield "mean", float(own.mean())
    yield "sum", float(own.sum())
    yield "n", float(len(own))
    yield "middle", float(np.median(own))
    yield "sd", float(own.std(ddof=1)) if len(own) > 1 else 0.0
    yield "lowest", float(own.min())
    yield "highest", float(own.max())


def _equal(figures: Mapping[str, float], said: float) -> list[str]:
    """The figures that a number is, as far as its decimals go."""
    decimals = next((n for n in range(_MOST_DECIMALS) if abs(said - round(said, n)) < _EXACT), _MOST_DECIMALS)
    near = 10.0**-decimals / 2 + _EXACT
    return [name for name, value in figures.items() if abs(value - said) <= near]
