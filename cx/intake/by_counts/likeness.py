"""Made-up rows with the counts of a table in a database: what they are understood as, the table is."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
import numpy.typing as npt

from cx import engine
from cx.engine.queries import Feature
from cx.intake.by_counts.correlated import Known, orders
from cx.intake.by_counts.profile import Counted, counted, sums_of
from cx.intake.opening import read
from cx.intake.understanding import understand
from cx.process import Beat
from cx.records.file import Choices, Workbook

_ROWS = 3_000
_MOST_TOGETHER, _NEAR = 60, 5
"""So many columns are looked at in pairs; those behind them with those close by."""
_SEED, _TWO, _HALF = 7, 2, 0.5
_STRIDE, _DAYS = 7_919, 28
_SIGNS = "bcdfghjklmnpqrstvwxz"


Texts = npt.NDArray[np.object_]


@dataclass(frozen=True)
class AskedTable:
    """A table of answers in a database, as it can be understood."""

    address: engine.Address
    book: Workbook
    """Made-up rows: as many of each answer as the table has, in proportion, that go together as its do."""
    rows: int
    """How many rows the table has."""
    made_up: int
    """How many the likeness has."""
    kinds: Mapping[str, engine.Kind]
    """What kind of cells each column holds."""


def asked_table(
    address: engine.Address, choices: Choices, least: int, beat: Beat | None = None
) -> AskedTable:
    """Return a table of answers in a database with rows made up of its counts.

    No row of the table leaves the database, and no answer that fewer than ``least`` rows hold: of numbers
    these count as the nearest that is told. Of columns with many different texts (names, remarks) only how
    many there are, and how long.

    Parameters
    ----------
    address
        The table, with one row a respondent.
    choices
        What a person said of its columns.
    least
        What fewer rows hold is not told.
    beat
        What it raises ends the query.

    Raises
    ------
    cx.errors.ArgumentError
        When the table has fewer rows than that.
    cx.errors.FileError
        When the database does not answer as it should.
    """
    columns = counted(address, least, beat)
    words = _words(address, columns, choices)
    features = [_feature(one, words.get(one.asked.name)) for one in columns]
    known = [_known(one, feature) for one, feature in zip(columns, features, strict=True)]
    pairs = [
        (j, k)
        for j, k in combinations(range(len(known)), _TWO)
        if known[j].parts and known[k].parts and (k < _MOST_TOGETHER or k - j <= _NEAR)
    ]
    rows = _made_up(columns)
    sums = sums_of(address, features, pairs, beat) if pairs else []
    placed = orders(known, pairs, sums, rows)
    chance = np.random.default_rng(_SEED)
    cells = [
        _cells(one, rows, answer, there, words.get(one.asked.name), chance)
        for one, (answer, there) in zip(columns, placed, strict=True)
    ]
    kinds = {one.asked.name: one.asked.kind for one in columns}
    return AskedTable(address, _book(address, columns, cells), columns[0].rows, rows, kinds)


def _made_up(columns: Sequence[Counted]) -> int:
    return min(_ROWS, columns[0].rows)


def _words(
    address: engine.Address, columns: Sequence[Counted], choices: Choices
) -> Mapping[str, Mapping[str, float]]:
    """The numbers that texts stand for, by column: answers in words, numbers as text, and two of anything."""
    found: dict[str, Mapping[str, float]] = {}
    spoken: Mapping[str, Mapping[str, float]] = {}
    if any(one.is_told and one.asked.kind == "text" for one in columns):
        rows, chance = _made_up(columns), np.random.default_rng(_SEED)
        cells = [_cells(one, rows, None, None, None, chance) for one in columns]
        spoken = understand(_book(address, columns, cells), choices).text_scales
    for one in columns:
        if not one.is_told or one.asked.is_number:
            continue
        said = {text.casefold(): number for text, number in spoken.get(one.asked.name, {}).items()}
        numbers = {text: said[text.casefold()] for text in one.cells if text.casefold() in said}
        numbers = numbers or _as_numbers(one.cells)
        if not numbers and len(one.cells) == _TWO:
            numbers = {text: float(at) for at, text in enumerate(one.cells)}
        if numbers:
            found[one.asked.name] = numbers
    return found


def _as_numbers(texts: Mapping[str, int]) -> dict[str, float]:
    found = {}
    for text in texts:
        with suppress(ValueError):
            found[text] = float(text.replace(",", "."))
    return found if _TWO * len(found) > len(texts) else {}


def _feature(one: Counted, numbers: Mapping[str, float] | None) -> Feature:
    if numbers is not None:
        return Feature(one.asked, numbers)
    plain = one.asked.is_number and not one.is_unique
    return Feature(one.asked, filled=not plain)


def _known(one: Counted, feature: Feature) -> Known:
    values = feature.numbers or ({text: float(text) for text in one.cells} if one.asked.is_number else {})
    different = set(values.values())
    varies = not feature.filled and (len(different) > 1 or len(set(one.quantiles)) > 1)
    total = sum(one.cells[text] for text in values)
    if not varies or len(different) != _TWO or total != one.filled:
        return Known(one, varies)
    low = sum(one.cells[text] for text, number in values.items() if number == min(different))
    return Known(one, varies, (min(different), max(different)), low / total)


def _cells(
    one: Counted,
    rows: int,
    answer: npt.NDArray[np.float64] | None,
    there: npt.NDArray[np.float64] | None,
    numbers: Mapping[str, float] | None,
    chance: np.random.Generator,
) -> Texts:
    """The texts of a column; blank where it is not filled."""
    found: Texts = np.full(rows, "", dtype=object)
    filled = round(rows * one.filled / one.rows)
    if one.filled and not filled:
        filled = 1
    order = there if there is not None else chance.random(rows)
    places = np.sort(np.argsort(order, kind="stable")[:filled])
    by = (answer if answer is not None else chance.random(rows))[places]
    found[places[np.argsort(by, kind="stable")]] = _texts(one, filled, numbers, chance)
    return found


def _texts(
    one: Counted, n: int, numbers: Mapping[str, float] | None, chance: np.random.Generator
) -> Sequence[str]:
    """So many texts in their order: each that is told as often, in proportion, as it stands in the table."""
    if one.is_told:
        by = numbers or {}
        texts = sorted(one.cells, key=lambda text: (by.get(text, np.inf), text))
        if one.asked.is_number:
            texts = sorted(one.cells, key=float)
        shown = [f"{float(text):.{one.decimals}f}" if one.asked.is_number else text for text in texts]
        found = np.repeat(shown, _shares([one.cells[text] for text in texts], n)).tolist()
        return _days(one, found) if one.asked.is_day else found
    if one.quantiles and not (one.is_unique and one.decimals == 0):
        levels = np.interp(
            np.linspace(0, len(one.quantiles) - 1, n), range(len(one.quantiles)), one.quantiles
        )
        return [f"{value:.{one.decimals}f}" for value in np.round(levels, one.decimals)]
    if one.is_unique:
        different = n
    else:
        scaled = one.different * n // max(one.filled, 1) if one.different > n / _TWO else one.different
        different = max(1, min(n, scaled))
    made = [_name(one, at) for at in chance.permutation(different)]
    return [made[at % different] for at in range(n)]


def _shares(counts: Sequence[int], n: int) -> list[int]:
    """So many in all, each in proportion and once at least where there is room."""
    total = sum(counts)
    exact = [n * one / total for one in counts]
    found = [max(int(one), 1) for one in exact]
    by_rest = sorted(range(len(counts)), key=lambda at: exact[at] - found[at], reverse=True)
    at = 0
    while sum(found) < n:
        found[by_rest[at % len(found)]] += 1
        at += 1
    while sum(found) > n:
        found[int(np.argmax(found))] -= 1
    return found


def _days(one: Counted, months: Sequence[str]) -> list[str]:
    """Days in months, one and the same where there is one a month; moments with a made-up time."""
    several = one.different > len(one.cells)
    days = [1 + (_STRIDE * at) % _DAYS if several else 1 for at in range(len(months))]
    found = [f"{month}-{day:02}" for month, day in zip(months, days, strict=True)]
    if one.asked.kind == "day":
        return found
    seconds = [(_STRIDE * at) % 86_400 for at in range(len(months))]
    times = (f"{at // 3_600:02}:{at // 60 % 60:02}:{at % 60:02}" for at in seconds)
    return [f"{day} {time}" for day, time in zip(found, times, strict=True)]


def _name(one: Counted, at: int) -> str:
    """A made-up text as long as those of the table, with digits and spaces where they mostly have them."""
    if one.asked.is_number:
        return str(1_000 + 7 * at)
    letters, rest = "", at
    while rest or not letters:
        rest, sign = divmod(rest, len(_SIGNS))
        letters += _SIGNS[sign]
    if one.digits > _HALF:
        return f"R{at:0{max(int(one.length) - 1, 1)}d}"
    length = max(round(one.length), len(letters))
    filling = (" xabi" if one.spaces > _HALF else "i") * length
    return (letters + filling)[:length].strip()


def _book(address: engine.Address, columns: Sequence[Counted], cells: Sequence[Texts]) -> Workbook:
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow([one.asked.name for one in columns])
    writer.writerows(zip(*cells, strict=True))
    return replace(read(written.getvalue().encode(), "answers.csv"), name=address.shown)
