"""Tables in which people type numbers: cells are read in any notation, and faults are named by row.

A component of our own draws them, with a field a cell: a table on a canvas loses keys of who types fast, and
says nothing to who does not see it. What was typed is kept as text, by table, row and column; what the page
shows is read from that anew in each run, in the language of the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import streamlit as st

from cx import text
from cx.text import Language, NumberBounds
from pages.parts.dress import shades
from pages.parts.shell import keys, number_field

_MOST_TOLD: Final = 6
_LONGEST: Final = 80
_HERE = Path(__file__).parent
_table = st.components.v2.component(
    "cx_number_cells",
    html="<div class='cells'></div>",
    css=shades.sheet(_HERE / "number_cells.css"),
    js=(_HERE / "number_cells.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True)
class NumberCell:
    """What stands in one cell in which a number is expected."""

    table: str
    """The table's own name."""
    row: str
    column: str
    allowed: NumberBounds
    given: float | None
    """The number before anything was typed."""
    typed: str | None = None
    """``None``: nothing was typed by now."""
    chosen: float | None = None
    """Which number was meant, where what was typed can be two and somebody was asked."""

    @property
    def value(self) -> float | None:
        """The number that is understood; ``None`` where there is none, or it is not clear yet."""
        if self.typed is None:
            return self.given
        return self.chosen if self.chosen is not None else self.allowed.read(self.typed).value

    @property
    def open(self) -> bool:
        """Whether something was typed that is not understood."""
        return self.value is None and bool((self.typed or "").strip())

    def shown(self, lang: Language) -> str:
        """Return what stands in the cell: the number as the language writes it, else what was typed."""
        return (self.typed or "") if self.open else self.allowed.shown(self.value, lang)


@dataclass(frozen=True)
class NumberColumn:
    """A column of such a table."""

    name: str
    label: str
    width: int
    """In pixels, at least."""
    allowed: NumberBounds | None = None
    """What can be typed; ``None`` where its cells are only shown."""


@dataclass(frozen=True)
class NumberTable:
    """A table to type in, as it stands before anything was typed."""

    name: str
    """Its own name; what was typed belongs to it."""
    label: str
    corner: str
    """What stands above the names of the rows."""
    columns: tuple[NumberColumn, ...]
    rows: Mapping[str, Mapping[str, float | str | None]]
    """Row to column to what stands there: the number, or words in a column that is only shown."""


Meant = Callable[[NumberCell, float | None], None]
Heard = Callable[[tuple[NumberCell, ...]], None]


def draw(
    table: NumberTable, lang: Language, *, meant: Meant | None = None, heard: Heard | None = None
) -> tuple[NumberCell, ...]:
    """Draw a table, and below it what was refused and what is asked; return the cells in which numbers stand.

    Parameters
    ----------
    meant
        What takes over which of two numbers a cell holds; ``None``: it is remembered here.
    heard
        What takes over all cells as soon as something was typed; ``None``: whoever draws the table does.
    """
    typed = _typed(table)
    found = cells(table)
    labels = {column.name: column.label for column in table.columns}
    faults = {(one.row, one.column): _fault(one, lang) for one in found if one.open}
    shown = {(one.row, one.column): one.shown(lang) for one in found}
    places = [(at, row, column.name) for at, row in enumerate(table.rows) for column in table.columns]
    data = {
        "about": table.name,
        "label": table.label,
        "corner": table.corner,
        "rows": list(table.rows),
        "columns": [[one.name, one.label, one.allowed is not None, one.width] for one in table.columns],
        "cells": {
            f"{at},{name}": [
                shown.get((row, name), table.rows[row].get(name)),
                faults.get((row, name), ""),
            ]
            for at, row, name in places
        },
        "heard": {f"{at},{name}": typed[row, name] for at, row, name in places if (row, name) in typed},
    }
    key = f"cells_{table.name}"
    # In a list: of anything else Streamlit looks whether it holds tables, and loads pandas to know one.
    _table(key=key, data=[data], on_typed_change=partial(_hear, key, table, heard))
    _tell(found, labels, lang, meant or _mean)
    return found


def cells(table: NumberTable) -> tuple[NumberCell, ...]:
    """Return the cells in which numbers can be typed, with what was typed by now."""
    typed = _typed(table)
    return tuple(
        _cell(table, row, column, typed.get((row, column.name)))
        for row in table.rows
        for column in table.columns
        if column.allowed is not None
    )


def carry(found: Iterable[NumberCell], table: str) -> None:
    """Keep what is not understood yet for a table of another name."""
    waiting = {(one.row, one.column): one.typed for one in found if one.open}
    st.session_state.setdefault(keys.CELLS_TYPED, {})[table] = waiting


def _cell(table: NumberTable, row: str, column: NumberColumn, typed: str | None) -> NumberCell:
    given, allowed = table.rows[row].get(column.name), column.allowed or NumberBounds()
    number = None if isinstance(given, str) else given
    chosen = st.session_state.get(keys.NUMBERS_MEANT, {}).get((table.name, row, column.name, typed))
    return NumberCell(table.name, row, column.name, allowed, number, typed, chosen)


def take(table: NumberTable, typed: Iterable[tuple[str, str, str]], heard: Heard | None = None) -> None:
    """Take over what was typed: row, column and text; what belongs to no cell of the table is not."""
    known = {(row, column.name) for row in table.rows for column in table.columns if column.allowed}
    for row, column, words in typed:
        if (row, column) in known:
            _typed(table)[row, column] = words[:_LONGEST]
    if heard is not None:
        heard(cells(table))


def _typed(table: NumberTable) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = st.session_state.setdefault(keys.CELLS_TYPED, {}).setdefault(
        table.name, {}
    )
    return found


def _hear(key: str, table: NumberTable, heard: Heard | None) -> None:
    sent = getattr(st.session_state.get(key), "typed", None)
    if isinstance(sent, Sequence):
        take(table, [tuple(one) for one in sent if _is_cell(one)], heard)


def _is_cell(one: object) -> bool:
    return (
        isinstance(one, Sequence)
        and len(one) == len(("row", "column", "words"))
        and all(isinstance(part, str) for part in one)
    )


def _tell(found: Sequence[NumberCell], labels: Mapping[str, str], lang: Language, meant: Meant) -> None:
    """Say row by row what is refused, and ask which of two numbers is meant."""
    refused = [one for one in found if one.open]
    for one in refused[:_MOST_TOLD]:
        typed = one.typed or ""
        asked = number_field.Asked(f"{one.table}_{one.row}_{one.column}", partial(meant, one), one.allowed)
        about = text.say("number.where", lang, row=one.row, column=labels[one.column])
        number_field.tell(asked, typed, lang, about=about)
    if refused[_MOST_TOLD:]:
        st.html(f"<p class='cx-refused'>{text.say('number.more', lang, n=len(refused[_MOST_TOLD:]))}</p>")


def _fault(one: NumberCell, lang: Language) -> str:
    found = one.allowed.read(one.typed or "")
    key = one.allowed.refusal(found) if found.problem else "two"
    return text.say(f"number.{key}", lang, typed=one.typed, **one.allowed.bounds(lang))


def _mean(cell_: NumberCell, value: float | None) -> None:
    place = (cell_.table, cell_.row, cell_.column, cell_.typed)
    st.session_state.setdefault(keys.NUMBERS_MEANT, {})[place] = value
