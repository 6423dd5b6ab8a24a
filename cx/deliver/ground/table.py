"""A table of words, whatever file it stands in: its columns, its rows, and what each cell looks like."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from cx.deliver.ground.form import Form
from cx.deliver.ground.page import Line
from cx.picture.colour import INK, SECONDARY
from cx.records import Quadrant
from cx.text import NOTHING, Language, say

PADDING, ABOVE = 5.0, 3.0
"""The room inside a cell, beside and above its words."""


@dataclass(frozen=True)
class Column:
    """A column of a table: its header, how it is aligned and how it looks."""

    title: str
    align: Literal["left", "right"] = "left"
    bold: bool = False
    tinted: bool = False
    """Whether its words have the colour of the row's quadrant."""
    optional: bool = False
    """Whether it is left out where the page is too narrow; the notes keep it."""

    @classmethod
    def named(
        cls,
        key: str,
        lang: Language,
        *,
        bold: bool = False,
        tinted: bool = False,
        right: bool = False,
        optional: bool = False,
    ) -> Column:
        """Return a column whose header is one of ours: ``deliver.column.<key>``."""
        align: Literal["left", "right"] = "right" if right else "left"
        return cls(say(f"deliver.column.{key}", lang), align, bold, tinted, optional)


@dataclass(frozen=True)
class Table:
    """A table of words; each row carries the quadrant that colours it."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    quadrants: tuple[Quadrant | None, ...] = ()
    """One a row; empty where nothing is coloured."""

    def lines(self, row: int, size: float, form: Form) -> tuple[Line, ...]:
        """Return a row's cells."""
        quadrant = self.quadrants[row] if self.quadrants else None
        shade = form.shades[quadrant].text if quadrant else INK
        cells = zip(self.rows[row], self.columns, strict=True)
        return tuple(
            Line(words, size, shade if column.tinted else INK, column.bold, align=column.align)
            for words, column in cells
        )

    def header(self, size: float) -> tuple[Line, ...]:
        """Return the header's cells."""
        return tuple(Line(one.title, size, SECONDARY, bold=True, align=one.align) for one in self.columns)

    def first(self, count: int) -> Table:
        """Return the table with its first rows only."""
        return replace(self, rows=self.rows[:count], quadrants=self.quadrants[:count])

    def filled(self) -> Table:
        """Return the table without the columns in which no row has anything to tell."""
        empty = [
            at
            for at, column in enumerate(self.columns)
            if not column.bold and all(row[at] in ("", NOTHING) for row in self.rows)
        ]
        return self._without(empty) if self.rows else self

    def narrowed(self) -> Table:
        """Return the table without its last optional column; itself where it has none."""
        places = [at for at, column in enumerate(self.columns) if column.optional]
        return self._without(places[-1:]) if places else self

    def _without(self, gone: Collection[int]) -> Table:
        kept = [at for at in range(len(self.columns)) if at not in gone]
        rows = tuple(tuple(row[at] for at in kept) for row in self.rows)
        return Table(tuple(self.columns[at] for at in kept), rows, self.quadrants)
