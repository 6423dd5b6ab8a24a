"""Tables of numbers as the language writes them, each column with the same decimals, and still sortable."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
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
_MOST_CELLS = 6_000


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


def in_language(
    rows: pd.DataFrame, lang: Language, columns: Mapping[str, Write] | None = None, bars: Collection[str] = ()
) -> pd.DataFrame | Styler:
    """Return a table whose numbers are all written as the language of the page does, never the browser's.

    Parameters
    ----------
    columns
        How a column's numbers are written; the others are written as they are, with a real minus sign.
    bars
        The columns that are drawn as bars.

    Beyond some thousand cells the columns become texts, as wide as one another, so that they still sort as
    their numbers do: a table of cells that know both number and text takes a page seconds.
    """
    found = [name for name in rows.columns if name not in bars and _holds_numbers(rows[name])]
    asked = {name: (columns or {}).get(name) or _alike(rows[name], lang) for name in found}
    if rows[found].size <= _MOST_CELLS:
        return written(rows, asked)
    return rows.assign(**{name: _in_texts(rows[name], write) for name, write in asked.items()})


def _holds_numbers(column: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def _in_texts(column: pd.Series, write: Write) -> list[str | None]:
    texts = [None if pd.isna(value) else write(value) for value in column]
    widest = max((len(one) for one in texts if one is not None), default=0)
    return [None if one is None else one.rjust(widest) for one in texts]


def _alike(column: pd.Series, lang: Language) -> Write:
    """How a column is written: with as many decimals in every row as one of them needs."""
    return plain(text.decimals_needed(column.dropna().astype(float).tolist()), lang)


def _number(value: float, *, lang: Language, decimals: int, unit: str = "") -> str:
    return f"{text.number(value, lang, decimals)}{unit}"


def _percent(value: float, *, lang: Language, decimals: int) -> str:
    return text.percent(value, lang, decimals)
