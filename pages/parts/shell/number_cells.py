"""Tables in which people type numbers: cells are read in any notation, and faults are named by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from cx import text
from cx.text import Language, NumberBounds
from pages.parts.shell import keys, number_field

_MOST_TOLD: Final = 6


@dataclass(frozen=True)
class NumberCell:
    """What stands in one cell in which a number is expected."""

    table: str
    """The table's own name."""
    row: str
    column: str
    typed: str
    allowed: NumberBounds
    chosen: float | None = None
    """Which number was meant, where what was typed can be two and somebody was asked."""

    @property
    def value(self) -> float | None:
        """The number that is understood; ``None`` where nothing was typed or it is not clear yet."""
        return self.chosen if self.chosen is not None else self.allowed.read(self.typed).value

    @property
    def open(self) -> bool:
        """Whether something was typed that is not understood."""
        return self.value is None and bool(self.typed.strip())

    def shown(self, lang: Language) -> str:
        """Return what stands in the cell when the table is drawn anew."""
        return self.typed if self.open else self.allowed.shown(self.value, lang)


Meant = Callable[[NumberCell, float | None], None]


def column(label: str, width: int) -> Any:  # noqa: ANN401 - Streamlit's own type
    """Return how a column is drawn in which numbers are typed."""
    return st.column_config.TextColumn(label, width=width, alignment="right")


def cell(table: str, row: str, name: str, typed: object, allowed: NumberBounds) -> NumberCell:
    """Return a cell with what was typed into it, and with the number that was chosen for that, if any."""
    words = "" if typed is None or typed is pd.NA else str(typed)
    chosen = st.session_state.get(keys.NUMBERS_MEANT, {}).get((table, row, name, words))
    return NumberCell(table, row, name, words, allowed, chosen)


def mean(cell_: NumberCell, value: float | None) -> None:
    """Remember which of two numbers is meant by what stands in a cell."""
    place = (cell_.table, cell_.row, cell_.column, cell_.typed)
    st.session_state.setdefault(keys.NUMBERS_MEANT, {})[place] = value


def tell(cells: Iterable[NumberCell], labels: Mapping[str, str], lang: Language, meant: Meant = mean) -> None:
    """Say row by row what is refused or asked, and how the rest was read, where it does not read so already.

    Parameters
    ----------
    labels
        The columns' names in words.
    meant
        What takes over which of two numbers a cell holds.
    """
    found = tuple(cells)
    refused = [one for one in found if one.open]
    for one in refused[:_MOST_TOLD]:
        name = f"{one.table}_{one.row}_{one.column}"
        asked = number_field.Asked(name, partial(meant, one), one.allowed)
        number_field.tell(asked, one.typed, lang, about=_where(one, labels, lang))
    if refused[_MOST_TOLD:]:
        st.html(f"<p class='cx-refused'>{text.say('number.more', lang, n=len(refused[_MOST_TOLD:]))}</p>")
    read = [one for one in found if one.value is not None and one.typed.strip() != one.shown(lang)]
    if read:
        lines = "<br>".join(_read(one, labels, lang) for one in read)
        st.html(f"<p class='cx-read' role='status'>{lines}</p>")


def _read(one: NumberCell, labels: Mapping[str, str], lang: Language) -> str:
    words = text.say("number.read", lang, typed=one.typed, number=one.shown(lang))
    return f"{text.for_html(_where(one, labels, lang))} {text.for_html(words)}"


def _where(one: NumberCell, labels: Mapping[str, str], lang: Language) -> str:
    return text.say("number.where", lang, row=one.row, column=labels[one.column])
