"""The table inside a sheet: its header, its rows, its columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from cx.intake.cells import Labels, Numbers, day_count, labels_of, numbers_of
from cx.intake.sheet import blocks, header, notes, repeated_headers, spread_question, table_below
from cx.intake.sheet.arrangement import Arrangement
from cx.intake.sheet.legends import in_words
from cx.intake.sheet.merged_cells import filled_down
from cx.intake.words import folded
from cx.process import steps
from cx.records.file import BLANK, Column, Sheet, letter_of


@dataclass(frozen=True)
class Gathered:
    """Columns of ticks that became one of answers."""

    letters: tuple[str, ...]
    ticks: npt.NDArray[np.int64]
    """Per row of the table the position in ``letters`` of the column that is ticked; -1 for none."""


@dataclass(frozen=True)
class Table:
    """A table: one header, and the rows below it that hold anything."""

    sheet: Sheet
    header_rows: tuple[int, ...]
    headers: tuple[str, ...]
    """One per column, each different."""
    letters: tuple[str, ...]
    columns: tuple[Column, ...]
    """The cells of ``rows`` only."""
    rows: npt.NDArray[np.int64]
    """The user's row numbers."""
    aliases: tuple[tuple[str, ...], ...] = ()
    """Per column the texts of its header rows, where there are several, and what the file also calls it."""
    notes: tuple[int, ...] = ()
    """Rows below the table that are no part of it."""
    others: tuple[int, ...] = ()
    """Rows of another table below it."""
    repeated: tuple[int, ...] = ()
    """Rows that hold nothing but the header once more."""
    hidden_rows: tuple[int, ...] = ()
    """Rows of the table that are hidden and not used."""
    hidden_columns: tuple[str, ...] = ()
    """Headers of columns that are hidden and not used."""
    beside: tuple[str, ...] = ()
    """Ranges of columns, by letter, that stand beside the table and are not used."""
    merged: Mapping[int, int] = field(default_factory=dict)
    """Position of a column to how many of its cells hold the text that is merged over them."""
    gathered: Mapping[int, Gathered] = field(default_factory=dict)
    """Position of a column to those whose ticks it holds as answers."""
    arrangement: Arrangement = field(default_factory=Arrangement)
    """What an odd layout says, where the table was brought into the usual form."""

    @property
    def height(self) -> int:
        """How many rows hold anything."""
        return len(self.rows)

    def letter(self, place: int, row: int) -> str:
        """Return the letter of the sheet's column in which a cell of the table stands."""
        one = self.gathered.get(place)
        return one.letters[max(int(one.ticks[row]), 0)] if one else self.letters[place]

    def row_of(self, row: int, column: int) -> int:
        """Return the user's number of the row in which a cell of the table stands."""
        origin = self.arrangement.origins.get(column)
        return int(self.rows[row] if origin is None else origin.rows[row])

    def address(self, row: int, column: int) -> str:
        """Return the user's address of a cell of the table, by its positions from 0."""
        origin = self.arrangement.origins.get(column)
        letter = self.letter(column, row) if origin is None else letter_of(int(origin.columns[row]))
        return f"{letter}{self.row_of(row, column)}"

    @property
    def ends(self) -> tuple[int, int]:
        """The user's numbers of the first and the last of its rows; zeros without any."""
        return self.arrangement.ends(self.rows)

    def numbers(self, place: int) -> Numbers:
        """Return a column read as numbers, with nothing said of codes and marks; read once."""
        if place not in self._read:
            self._read[place] = numbers_of(self.columns[place])
        return self._read[place]

    @cached_property
    def _read(self) -> dict[int, Numbers]:
        return {}

    def labels(self, place: int) -> Labels:
        """Return a column read as names; read once."""
        if place not in self._named:
            self._named[place] = labels_of(self.columns[place])
        return self._named[place]

    @cached_property
    def _named(self) -> dict[int, Labels]:
        return {}

    def days(self, place: int) -> int:
        """Return how many cells of a column hold a date, as a date or typed as text; counted once."""
        if place not in self._dated:
            self._dated[place] = day_count(self.columns[place])
        return self._dated[place]

    @cached_property
    def _dated(self) -> dict[int, int]:
        return {}

    @cached_property
    def places(self) -> tuple[Mapping[str, int], ...]:
        """Return by header, by header in any letter case, and by letter the position of the first column."""
        names = (self.headers, [folded(header) for header in self.headers], self.letters)
        return tuple({name: len(of) - 1 - at for at, name in enumerate(reversed(of))} for of in names)


def table_of(
    sheet: Sheet,
    header_rows: tuple[int, ...] | None = None,
    *,
    hidden: bool = False,
    wanted: Collection[str] = (),
) -> Table | None:
    """Return the table of a sheet; ``None`` where there is nothing like one.

    Parameters
    ----------
    sheet
        The sheet's raw cells.
    header_rows
        The user's row numbers of the header, where a person gave them.
    hidden
        Use hidden rows and columns too.
    wanted
        Headers or letters of columns that are used although they are hidden.
    """
    if not sheet.columns or not sheet.height:
        return None
    rows_away = frozenset() if hidden else sheet.hidden_rows
    rows = header_rows or sheet.header_rows or header.rows_of(sheet, rows_away)
    if not rows:
        return None
    texts = header.texts_of(sheet, rows)
    away = [] if hidden else _hidden_columns(sheet, texts, wanted)
    return _body(sheet, rows, texts, away, rows_away, wanted)


def _body(
    sheet: Sheet,
    header_rows: tuple[int, ...],
    texts: Sequence[str],
    away: Sequence[int],
    rows_away: frozenset[int],
    wanted: Collection[str],
) -> Table | None:
    """The rows and columns below a header."""
    start = header_rows[-1] + 1 - sheet.top
    filled = _filled(sheet)
    held, hidden = np.asarray(filled[start:].any(axis=0)), set(away)
    there = [place for place, text in enumerate(texts) if text or held[place]]
    block = blocks.chosen(
        [place for place in there if place not in hidden], texts, filled[start:], left=sheet.left
    )
    inside = block.inside
    if not inside:
        return None
    seen, unseen = _visible(sheet, np.any(filled[:, inside], axis=1), start, rows_away)
    again = repeated_headers.header_again(sheet, header_rows, inside, seen)
    own, others = table_below.parted(sheet, seen[~again], inside, texts)
    kept, remarks = notes.parted(sheet, filled[:, inside], own, inside)
    letters = tuple(letter_of(sheet.left + place) for place in inside)
    columns, merged = filled_down(
        sheet, inside, [_picked(sheet.columns[place], kept) for place in steps(inside)], kept
    )
    found = Table(
        sheet=sheet,
        header_rows=header_rows,
        headers=tuple(texts[place] for place in inside),
        letters=letters,
        columns=in_words(columns),
        rows=kept + sheet.top,
        aliases=_aliases(sheet, header_rows, inside),
        notes=remarks,
        others=others,
        repeated=tuple(int(place) + sheet.top for place in seen[again]),
        hidden_rows=unseen,
        hidden_columns=tuple(
            texts[place] or letter_of(sheet.left + place) for place in there if place in hidden
        ),
        beside=block.beside,
        merged=merged,
    )
    above = header.questions_of(sheet, header_rows)
    found = _gathered(found, [above[place] for place in inside], wanted)
    return replace(found, headers=_different(found.headers, found.letters))


def _gathered(table: Table, above: Sequence[tuple[str, str]], wanted: Collection[str]) -> Table:
    """The table with one column a question whose answers have a column each, unless a person chose these."""
    named = {folded(name) for name in wanted}
    of_first: dict[int, spread_question.Question] = {}
    for question in spread_question.questions(table.headers, table.columns, above):
        own = {folded(table.headers[place]) for place in question.places} - {folded(question.header)}
        if not named & (own | {table.letters[place].lower() for place in question.places[1:]}):
            of_first[question.places[0]] = question
    if not of_first:
        return table
    away = {place for question in of_first.values() for place in question.places[1:]}
    kept = [place for place in range(len(table.headers)) if place not in away]
    heads = [of_first[place].header if place in of_first else table.headers[place] for place in kept]
    cells = [of_first[place].column if place in of_first else table.columns[place] for place in kept]
    return replace(
        table,
        headers=tuple(heads),
        letters=tuple(table.letters[place] for place in kept),
        columns=tuple(cells),
        aliases=tuple(table.aliases[place] for place in kept) if table.aliases else (),
        merged={at: table.merged[place] for at, place in enumerate(kept) if place in table.merged},
        gathered={
            at: Gathered(tuple(table.letters[one] for one in of_first[place].places), of_first[place].ticks)
            for at, place in enumerate(kept)
            if place in of_first
        },
    )


def _aliases(sheet: Sheet, rows: tuple[int, ...], inside: Sequence[int]) -> tuple[tuple[str, ...], ...]:
    named = len(sheet.names) == len(sheet.columns)  # a table that was turned has other columns
    lines = header.lines_of(sheet, rows) if len(rows) > 1 or named else []
    if named:
        lines = [(name, *texts) if name else texts for name, texts in zip(sheet.names, lines, strict=True)]
    return tuple(lines[place] for place in inside) if lines else ()


def _hidden_columns(sheet: Sheet, texts: Sequence[str], wanted: Collection[str]) -> list[int]:
    """The positions of hidden columns that nobody named."""
    named = {folded(name) for name in wanted}
    places = [place - sheet.left for place in sorted(sheet.hidden_columns)]
    return [place for place in places if 0 <= place < len(texts)
            and not {folded(texts[place]), letter_of(sheet.left + place).lower()} & named]  # fmt: skip


def _visible(
    sheet: Sheet, filled: npt.NDArray[np.bool_], start: int, away: frozenset[int]
) -> tuple[npt.NDArray[np.int64], tuple[int, ...]]:
    """The places of the rows that hold anything, and the user's numbers of those that are hidden."""
    places = np.flatnonzero(filled).astype(np.int64)
    places = places[places >= start]
    hidden = np.isin(places + sheet.top, list(away)) if away else np.zeros(len(places), dtype=bool)
    return places[~hidden], tuple((places[hidden] + sheet.top).tolist())


def _filled(sheet: Sheet) -> npt.NDArray[np.bool_]:
    return np.stack([column.kinds != BLANK for column in steps(sheet.columns)], axis=1)


def _picked(column: Column, rows: npt.NDArray[np.int64]) -> Column:
    """The cells of some rows; rows without a gap are looked at in place, which costs no memory."""
    column = _with_different_texts(column)
    gapless = len(rows) and int(rows[-1]) - int(rows[0]) + 1 == len(rows)
    place = slice(int(rows[0]), int(rows[-1]) + 1) if gapless else rows
    return replace(
        column, kinds=column.kinds[place], numbers=column.numbers[place], codes=column.codes[place]
    )


def _with_different_texts(column: Column) -> Column:
    """The column with each text once; a reader may list a text again for every cell that holds it."""
    known = {text: place for place, text in enumerate(dict.fromkeys(column.texts))}
    if len(known) == len(column.texts):
        return column
    places = np.array([*(known[text] for text in column.texts), -1], dtype=column.codes.dtype)
    return replace(column, texts=tuple(known), codes=places[column.codes])


def _different(headers: Sequence[str], letters: Sequence[str]) -> tuple[str, ...]:
    """Blank headers become the column's letter; a repeated one gets its letter behind it."""
    often = Counter(headers)
    return tuple(
        letter if not header else f"{header} ({letter})" if often[header] > 1 else header
        for header, letter in zip(headers, letters, strict=True)
    )
