"""Tables of numbers as the language writes them, each column with the same decimals, and still sortable."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd
import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.tables import table_view

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler

Write = Callable[[float], str]


@dataclass(frozen=True)
class Column:
    """One column of a table: what stands above it, and how its cells are drawn."""

    label: str
    kind: Literal["name", "words", "tick", "number", "bar"] | None = "number"
    """``name``: of a touchpoint, always in view; ``None``: whatever the cells ask for."""
    write: Write | None = None
    """How its numbers are written; ``None``: as they are."""
    help: str | None = None
    top: float = 1.0
    """The number of a bar that fills its cell."""

    def of(self, name: str, cells: pd.Series) -> table_view.TableColumn:
        """Return the column as it is drawn."""
        return table_view.TableColumn(name, self.label, self.kind or _kind(cells), self.help or "", self.top)


def number_column(label: str | None = None, *, width: int | None = None, help_: str | None = None) -> Any:  # noqa: ANN401 - Streamlit's own type
    """Return how a column is drawn, in a table that is typed in, whose numbers are written already."""
    return st.column_config.Column(label, width=width, help=help_, alignment="right")


def table(
    rows: pd.DataFrame,
    columns: Mapping[str, Column],
    alt: str,
    lang: Language,
    *,
    part: str = "",
    height: int | None = None,
    nothing: str = "",
    picked: table_view.Picked | None = None,
) -> None:
    """Draw a table that is read.

    Parameters
    ----------
    columns
        Those that are drawn, in order; what the rows do not have is left out.
    alt
        What it is to whoever cannot see it.
    part
        Tells two tables of one page apart that are called alike.
    height
        In pixels, at most; ``None``: as high as its rows.
    nothing
        What stands in a cell without a value.
    picked
        Called with row and column of a cell that was clicked.
    """
    shown = {name: column.of(name, rows[name]) for name, column in columns.items() if name in rows}
    cells = [_cells(rows[name], one, columns[name].write, lang, nothing) for name, one in shown.items()]
    key = "_".join(("table", lang, part or alt, *shown))
    view = table_view.TableView(key, alt, tuple(shown.values()), tuple(zip(*cells, strict=True)), height)
    table_view.draw(view, lang, picked)


def _kind(cells: pd.Series) -> Literal["words", "tick", "number"]:
    if pd.api.types.is_bool_dtype(cells):
        return "tick"
    return "number" if _holds_numbers(cells) else "words"


def _cells(
    cells: pd.Series, column: table_view.TableColumn, write: Write | None, lang: Language, nothing: str
) -> list[table_view.Cell]:
    blank = cells.isna().tolist()
    values = cells.tolist()
    if column.kind == "tick":
        return [not missing and bool(value) for value, missing in zip(values, blank, strict=True)]
    if column.kind in ("name", "words"):
        return [nothing if missing else str(value) for value, missing in zip(values, blank, strict=True)]
    if not _holds_numbers(cells):
        cells = pd.to_numeric(cells, errors="coerce")
    written = write or _alike(cells, lang)
    return [
        (nothing, None) if missing else (written(value), float(value))
        for value, missing in zip(values, blank, strict=True)
    ]


def plain(decimals: int, lang: Language, unit: str = "") -> Write:
    """Return how a number with a fixed count of decimals is written, with a sign behind it."""
    return partial(_number, lang=lang, decimals=decimals, unit=unit)


def percent(decimals: int, lang: Language) -> Write:
    """Return how a share of 1 is written."""
    return partial(_percent, lang=lang, decimals=decimals)


def fitting(column: pd.Series, lang: Language) -> Write:
    """Return how a column of numbers is written: two decimals, or more where two show nothing."""
    return plain(text.decimals_for(*column.dropna().tolist()), lang)


def written(rows: pd.DataFrame, columns: Mapping[str, Write]) -> Styler:
    """Return a table whose numbers are written as asked; what is missing stays blank."""
    asked = {name: write for name, write in columns.items() if name in rows}
    return rows.style.format(asked, na_rep="")


def _holds_numbers(column: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def _alike(column: pd.Series, lang: Language) -> Write:
    """How a column is written: with as many decimals in every row as one of them needs."""
    return plain(text.decimals_needed(column.dropna().astype(float).tolist()), lang)


def _number(value: float, *, lang: Language, decimals: int, unit: str = "") -> str:
    return f"{text.number(value, lang, decimals)}{unit}"


def _percent(value: float, *, lang: Language, decimals: int) -> str:
    return text.percent(value, lang, decimals)
